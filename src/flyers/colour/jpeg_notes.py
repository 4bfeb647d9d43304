"""JPEGs without what people and programs wrote into them (ITU-T T.81, B.1.1 and B.2.4).

A comment, a caption or a person's name in a photograph is nobody's business who gets the flyer, and
the engine keeps it. What the picture looks like depends on the rest alone.
"""

from struct import unpack_from

_START, _SCAN, _COMMENT = b"\xff\xd8", 0xDA, 0xFE
_APPLICATIONS = range(0xE0, 0xF0)
_KEPT = {0xE0: b"", 0xE1: b"Exif\0", 0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}
"""Segments of applications that say how a picture is shown, by what they begin with: resolution,
orientation, profile, inks."""


def without_notes(picture: bytes) -> bytes:
    """Return a JPEG without comments and notes; any other picture, and a broken one, as it is."""
    if not picture.startswith(_START):
        return picture
    kept, at = [_START], 2
    while at + 4 <= len(picture) and picture[at] == 0xFF and picture[at + 1] != _SCAN:
        marker = picture[at + 1]
        end = at + 2 + unpack_from(">H", picture, at + 2)[0]
        if marker == 0xFF or end <= at + 3:
            return picture
        if not _is_a_note(marker, picture[at + 4 : end]):
            kept.append(picture[at:end])
        at = end
    return b"".join([*kept, picture[at:]])


def _is_a_note(marker: int, data: bytes) -> bool:
    if marker in _APPLICATIONS:
        return marker not in _KEPT or not data.startswith(_KEPT[marker])
    return marker == _COMMENT
