"""What a file says of itself: for which press it is, that it is PDF/X, and the same in both places.

ISO 32000-1, 14.3 (information and metadata), 14.11.5 (intents), 14.11.6 (trapping);
ISO 15930-1 and -7.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from flyers.catalogue.printers import Standard
from flyers.press.fixups.editing import FileEdit, without
from flyers.press.fixups.wanted import Wanted
from flyers.press.prepress.pdfx import CLAIMS, UNDATED, intent
from flyers.press.read.objects import followed, text
from flyers.press.write.info import DocumentInfo
from flyers.press.write.xmp import agreeing

_DATE = re.compile(
    r"D?:?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:(Z)|([+-]\d\d)'?(\d\d)?'?)?\Z"
)
"""Of the information: a year, and then as much as is known, to the zone (7.9.4)."""

OTHERS = {"PDF/A": b"pdfaid:part", "PDF/UA": b"pdfuaid:part"}
"""How metadata claim them (ISO 19005-1, 6.7.11; ISO 14289-1, 5)."""

_DATES = ("/CreationDate", "/ModDate")


def fix(file: FileEdit, wanted: Wanted) -> Iterator[str]:
    """The intent of a file that has no colours but inks; the claim only where the whole file was
    found to keep it."""
    if wanted.condition and wanted.standard != "plain" and wanted.in_inks:
        yield from _intended(file, wanted)
    if wanted.claims:
        yield from _claimed(file, wanted)
    if wanted.shows_title and "/Title" in file.information:
        preferences = without(file.catalog.get("/ViewerPreferences"))
        file.catalog["/ViewerPreferences"] = {**preferences, "/DisplayDocTitle": True}
        yield "Viewers show its title now, not the name of its file."


def _intended(file: FileEdit, wanted: Wanted) -> Iterator[str]:
    """Add the printer's own where there is none, or one that can only be a mistake."""
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
    yield f"Its inks are said to be meant for {name}{instead}: ask its author whether they are."


def _claimed(file: FileEdit, wanted: Wanted) -> Iterator[str]:
    """Say what it is, in the information and in metadata that agree with it."""
    claims = _claims(wanted.standard, file.writer.version)
    if not claims:
        return
    told = file.information
    stamp = f"D:{UNDATED:%Y%m%d}000000Z"
    known = next((told[key] for key in _DATES if _in_xmp(told.get(key))), text(stamp))
    for key in _DATES:
        if not _in_xmp(told.get(key)):
            told[key] = known
    if str(followed(told.get("/Trapped"))) not in ("/True", "/False"):
        told["/Trapped"] = "/False"
    told.update({key: text(value) for key, value in claims.items()})
    dropped = _other_claims(file)
    claim = claims.get("/GTS_PDFXConformance") or claims["/GTS_PDFXVersion"]
    if wanted.standard == "x-4":
        packet = agreeing(_info(told), _properties(told, claim), file.writer.digest())
        entries = {"/Type": "/Metadata", "/Subtype": "/XML"}
        file.catalog["/Metadata"] = file.writer.stream(entries, packet)
    else:
        file.catalog.pop("/Metadata", None)  # of PDF 1.4
    yield (
        f"It says that it is {claim} and that it is not trapped, in two places that agree; "
        "it keeps the standard as far as that is checked here."
    )
    if dropped:
        lost = " and ".join(dropped)
        yield f"It no longer says that it is {lost}: its maker knows whether it is."


def _other_claims(file: FileEdit) -> list[str]:
    """The standards beside PDF/X that its metadata speak of, which are written anew."""
    metadata = followed(file.catalog.get("/Metadata"))
    packet = metadata.get_data() if metadata is not None else b""
    return [name for name, mark in OTHERS.items() if mark in packet]


def _claims(standard: Standard, header: str) -> Mapping[str, str]:
    """What the information says; nothing where the file is of a later PDF than the standard."""
    version = header.removeprefix("%PDF-")
    if standard == "x-1a" and version > "1.3":
        return {"/GTS_PDFXVersion": "PDF/X-1a:2003"} if version == "1.4" else {}
    return CLAIMS[standard]


def _info(told: Mapping[str, Any]) -> DocumentInfo:
    return DocumentInfo(
        title=_said(told, "/Title"),
        author=_said(told, "/Author"),
        subject=_said(told, "/Subject"),
        keywords=tuple(filter(None, [_said(told, "/Keywords")])),
    )


def _properties(told: Mapping[str, Any], claim: str) -> dict[str, str]:
    return {
        "pdfxid:GTS_PDFXVersion": claim,
        "pdf:Producer": _said(told, "/Producer"),
        "pdf:Trapped": _said(told, "/Trapped").lstrip("/"),
        "xmp:CreatorTool": _said(told, "/Creator"),
        "xmp:CreateDate": _in_xmp(told["/CreationDate"]),
        "xmp:ModifyDate": _in_xmp(told["/ModDate"]),
        "xmp:MetadataDate": _in_xmp(told["/ModDate"]),
    }


def _said(told: Mapping[str, Any], key: str) -> str:
    return str(followed(told.get(key, "")))


def _in_xmp(date: Any) -> str:
    """A date of the information as metadata have it; nothing for none (ISO 8601)."""
    found = _DATE.match(str(followed(date)))
    if not found:
        return ""
    year, *rest, _, hours, minutes = found.groups()
    month, day, hour, minute, second = (
        part or least for part, least in zip(rest, ("01", "01", "00", "00", "00"), strict=True)
    )
    zone = f"{hours}:{minutes or '00'}" if hours else "Z"
    return f"{year}-{month}-{day}T{hour}:{minute}:{second}{zone}"
