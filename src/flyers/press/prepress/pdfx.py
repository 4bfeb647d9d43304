"""Files as print shops take them: PDF/X-4 (ISO 15930-7:2010) or PDF/X-1a:2001 (ISO 15930-1:2001).

Both name the printing condition of their inks (14.11.5), and claim that nothing is trapped. X-1a is
PDF 1.3: nothing newer is in it, neither transparency nor XMP. X-4 names itself in XMP (ISO
16684-1), in agreement with the information dictionary.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from flyers.catalogue.conditions import Condition
from flyers.catalogue.inks import Separation
from flyers.catalogue.printers import Standard
from flyers.core.errors import PdfError
from flyers.press.prepress.opacity import without_groups
from flyers.press.prepress.separation import separated
from flyers.press.read.objects import followed, text
from flyers.press.read.pdf_pages import PdfPages
from flyers.press.read.resources import all_resources, inside
from flyers.press.write.info import DocumentInfo
from flyers.press.write.writer import Writer
from flyers.press.write.xmp import xmp

_VERSIONS: Mapping[Standard, str] = {"plain": "1.7", "x-4": "1.6", "x-1a": "1.3"}

CLAIMS: Mapping[Standard, Mapping[str, str]] = {
    "plain": {},
    "x-4": {"/GTS_PDFXVersion": "PDF/X-4"},
    "x-1a": {
        "/GTS_PDFXVersion": "PDF/X-1:2001",
        "/GTS_PDFXConformance": "PDF/X-1a:2001",
    },
}
"""The claims of each standard in the information dictionary."""

_REGISTRY = "http://www.color.org"
_NOT_REGISTERED = "Custom"
"""The name of a condition that has none (14.11.5, table 365)."""

UNDATED = date(2000, 1, 1)
"""The date of a file without one: the standards want a date, and the same input gives the same
bytes on any day."""


@dataclass(frozen=True, kw_only=True)
class Finish:
    """Finishing of a typeset file for a print shop; for a home printer with black alone there is
    neither a ``condition`` nor a ``separation``."""

    standard: Standard
    condition: Condition | None
    separation: Separation | None


def ready(pdf: bytes, finish: Finish) -> PdfPages:
    """Return the typeset file with content that the standard allows. Raises PdfError where it
    cannot be."""
    source = separated(pdf, finish.separation)
    if finish.standard == "x-1a":
        without_groups(source)
        _refuse_new_fonts(source)
    return source


def declare(writer: Writer, finish: Finish, info: DocumentInfo) -> None:
    """Claim the standard and the printing condition, beside what ``describe`` writes."""
    writer.version = f"%PDF-{_VERSIONS[finish.standard]}"
    if finish.standard == "plain":
        return
    claims = CLAIMS[finish.standard]
    when = info.date or UNDATED
    stamp = f"D:{when:%Y%m%d}000000Z"
    entries = {"/Creator": "flyers", "/CreationDate": stamp, "/ModDate": stamp, **claims}
    writer.information |= {key: text(value) for key, value in entries.items()}
    writer.information["/Trapped"] = "/False"
    assert finish.condition
    writer.catalog["/OutputIntents"] = [intent(writer, finish.condition)]
    if finish.standard == "x-1a":
        del writer.catalog["/Lang"]  # newer than PDF 1.3
        return
    packet = xmp(info, when, claims["/GTS_PDFXVersion"], writer.digest())
    # Not compressed, so that programs which cannot read PDF find it (14.3.2).
    kind = {"/Type": "/Metadata", "/Subtype": "/XML"}
    writer.catalog["/Metadata"] = writer.stream(kind, packet)


def intent(writer: Writer, condition: Condition) -> dict[str, Any]:
    """Return the output intent (14.11.5, table 365), with its profile."""
    entries = {
        "/Type": "/OutputIntent",
        "/S": "/GTS_PDFX",
        "/OutputConditionIdentifier": text(condition.name or _NOT_REGISTERED),
        "/OutputCondition": text(condition.words),
        "/Info": text(condition.words),
        "/DestOutputProfile": writer.compressed({"/N": 4}, condition.profile),
    }
    return {**entries, "/RegistryName": text(_REGISTRY)} if condition.registered else entries


def _refuse_new_fonts(source: PdfPages) -> None:
    """Refuse CFF fonts, which the typesetter embeds as OpenType: PDF 1.3 has none (9.9, table
    126)."""
    for resources in all_resources(source):
        for font in inside(resources, "/Font"):
            inner = followed(followed(font.get("/DescendantFonts", [font]))[0])
            descriptor = followed(inner.get("/FontDescriptor")) or {}
            if "/FontFile3" in descriptor:
                name = str(font.get("/BaseFont", "")).lstrip("/").rpartition("+")[2].rstrip(",")
                raise PdfError(
                    f"The font {name} has CFF outlines, which PDF/X-1a does not allow; "
                    'add its TrueType file, or use a printer with pdf = "x-4".'
                )
