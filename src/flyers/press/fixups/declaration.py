"""Claims of a file: its output intent, that it is PDF/X, and the same in its information and
metadata.

ISO 32000-1, 14.3 (information and metadata), 14.11.5 (intents), 14.11.6 (trapping); ISO 15930-1 and
-7.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from flyers.catalogue.printers import Standard
from flyers.press.fixups.editing import FileEdit, without
from flyers.press.fixups.wanted import Wanted
from flyers.press.prepress.pdfx import CLAIMS, UNDATED, intent
from flyers.press.read.filters import data_of
from flyers.press.read.objects import followed, text
from flyers.press.write.info import DocumentInfo
from flyers.press.write.xmp import agreeing

_DATE = re.compile(
    r"D?:?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:(Z)|([+-]\d\d)'?(\d\d)?'?)?\Z"
)
"""A date of the information: a year, and then as much as is known, to the zone (7.9.4)."""

OTHERS = {"PDF/A": b"pdfaid:part", "PDF/UA": b"pdfuaid:part"}
"""Elements of metadata that claim other standards (ISO 19005-1, 6.7.11; ISO 14289-1, 5)."""

_DATES = ("/CreationDate", "/ModDate")


def fix(file: FileEdit, wanted: Wanted) -> Iterator[str]:
    """Set the output intent of a file with no colours but inks, and the claim of one that keeps the
    standard."""
    if wanted.condition and wanted.standard != "plain" and wanted.in_inks:
        yield from _intended(file, wanted)
    if wanted.claims:
        yield from _claimed(file, wanted)
    if wanted.shows_title and "/Title" in file.information:
        preferences = without(file.catalog.get("/ViewerPreferences"))
        file.catalog["/ViewerPreferences"] = {**preferences, "/DisplayDocTitle": True}
        yield "Viewers now show its title in place of its file name."


def _intended(file: FileEdit, wanted: Wanted) -> Iterator[str]:
    """Set the printer's own intent where there is none, or that of a screen, which can only be a
    mistake."""
    assert wanted.condition
    every = list(followed(file.catalog.get("/OutputIntents")) or ())
    own = [one for one in every if followed(one).get("/S") == "/GTS_PDFX"]
    profile = followed(followed(own[0]).get("/DestOutputProfile")) if own else None
    of_a_screen = profile is not None and int(profile.get("/N", 4)) != 4
    if own and not of_a_screen:
        return
    others = [one for one in every if one not in own]
    file.catalog["/OutputIntents"] = [*others, intent(file.writer, wanted.condition)]
    name = wanted.condition.name or "the printer's own profile"
    instead = " in place of a screen's profile" if own else ""
    yield f"Output intent set to {name}{instead}: ask the author whether its inks are for that."


def _claimed(file: FileEdit, wanted: Wanted) -> Iterator[str]:
    """Claim the standard in the information, and in metadata that agree with it."""
    claims = _claims(wanted.standard, file.writer.version)
    if not claims:
        return
    entries = file.information
    stamp = f"D:{UNDATED:%Y%m%d}000000Z"
    known = next((entries[key] for key in _DATES if _in_xmp(entries.get(key))), text(stamp))
    for key in _DATES:
        if not _in_xmp(entries.get(key)):
            entries[key] = known
    if str(followed(entries.get("/Trapped"))) not in ("/True", "/False"):
        entries["/Trapped"] = "/False"
    entries.update({key: text(value) for key, value in claims.items()})
    dropped = _other_claims(file)
    claim = claims.get("/GTS_PDFXConformance") or claims["/GTS_PDFXVersion"]
    if wanted.standard == "x-4":
        packet = agreeing(_info(entries), _properties(entries, claim), file.writer.digest())
        kind = {"/Type": "/Metadata", "/Subtype": "/XML"}
        where = "alike in its information and its XMP metadata"
        file.catalog["/Metadata"] = file.writer.stream(kind, packet)
    else:
        where = "in its information"
        file.catalog.pop("/Metadata", None)  # newer than PDF 1.3 (14.3.2)
    yield (
        f"Marked as {claim} and as not trapped, {where}; "
        "it keeps every rule of the standard that is checked here."
    )
    if dropped:
        lost = " and ".join(dropped)
        yield f"No longer marked as {lost}, as its metadata are new: its maker can mark it again."


def _other_claims(file: FileEdit) -> list[str]:
    """Return the standards beside PDF/X in its metadata, which is replaced."""
    metadata = followed(file.catalog.get("/Metadata"))
    packet = data_of(metadata) if metadata is not None else b""
    return [name for name, mark in OTHERS.items() if mark in packet]


def _claims(standard: Standard, header: str) -> Mapping[str, str]:
    """Return the claims for the information; none where the file is of a later PDF than the
    standard."""
    version = header.removeprefix("%PDF-")
    if standard == "x-1a" and version > "1.3":
        return {"/GTS_PDFXVersion": "PDF/X-1a:2003"} if version == "1.4" else {}
    return CLAIMS[standard]


def _info(entries: Mapping[str, Any]) -> DocumentInfo:
    return DocumentInfo(
        title=_text(entries, "/Title"),
        author=_text(entries, "/Author"),
        subject=_text(entries, "/Subject"),
        keywords=tuple(filter(None, [_text(entries, "/Keywords")])),
    )


def _properties(entries: Mapping[str, Any], claim: str) -> dict[str, str]:
    return {
        "pdfxid:GTS_PDFXVersion": claim,
        "pdf:Producer": _text(entries, "/Producer"),
        "pdf:Trapped": _text(entries, "/Trapped").lstrip("/"),
        "xmp:CreatorTool": _text(entries, "/Creator"),
        "xmp:CreateDate": _in_xmp(entries["/CreationDate"]),
        "xmp:ModifyDate": _in_xmp(entries["/ModDate"]),
        "xmp:MetadataDate": _in_xmp(entries["/ModDate"]),
    }


def _text(entries: Mapping[str, Any], key: str) -> str:
    return str(followed(entries.get(key, "")))


def _in_xmp(date: Any) -> str:
    """Return a date of the information as XMP has it (ISO 8601), empty for none."""
    found = _DATE.match(str(followed(date)))
    if not found:
        return ""
    year, *rest, _, hours, minutes = found.groups()
    month, day, hour, minute, second = (
        part or least for part, least in zip(rest, ("01", "01", "00", "00", "00"), strict=True)
    )
    zone = f"{hours}:{minutes or '00'}" if hours else "Z"
    return f"{year}-{month}-{day}T{hour}:{minute}:{second}{zone}"
