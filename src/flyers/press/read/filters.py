"""Decoded data of streams (ISO 32000-1, 7.4). No program is started for any of them.

pypdf hands a stream that is packed as a JBIG2 picture to a program, ``jbig2dec``, that it looks for
in PATH. None of the streams that are read here is a picture: operators, objects, tables, letters.
One that is packed as a picture is refused.
"""

from typing import Any, NoReturn

from flyers.press.read.damage import naming_damage
from flyers.press.read.objects import followed

LONG = {
    "/AHx": "/ASCIIHexDecode",
    "/A85": "/ASCII85Decode",
    "/LZW": "/LZWDecode",
    "/Fl": "/FlateDecode",
    "/RL": "/RunLengthDecode",
    "/CCF": "/CCITTFaxDecode",
    "/DCT": "/DCTDecode",
}
"""Short names of filters. They are those of inline images (8.9.7, table 94), but other programs
take them anywhere."""

PICTURES = ("/DCTDecode", "/JPXDecode", "/CCITTFaxDecode", "/JBIG2Decode")
"""Filters of pictures."""


def no_program(*_: Any, **__: Any) -> NoReturn:
    """Refuse to decode a JBIG2 picture."""
    raise ValueError("it is packed as a JBIG2 picture")


def data_of(stream: Any) -> bytes:
    """Return the decoded data of a stream that is no picture. Raises UnreadableError."""
    with naming_damage("the PDF"):
        check_filters(stream)
        return bytes(stream.get_data())


def check_filters(stream: Any) -> None:
    """Give the filters of a stream their long names. Raises ValueError for one of a picture."""
    from pypdf.generic import ArrayObject, NameObject

    given = followed(stream.get("/Filter"))
    if given is None:
        return
    filters = [str(followed(one)) for one in (given if isinstance(given, list) else [given])]
    if LONG.keys() & set(filters):
        filters = [LONG.get(name, name) for name in filters]
        stream[NameObject("/Filter")] = ArrayObject(map(NameObject, filters))
    for name in filters:
        if name in PICTURES:
            raise ValueError(f"its content is packed as a picture, by {name.lstrip('/')}")
