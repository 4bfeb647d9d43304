"""A file as print shops take it: PDF/X-4 (ISO 15930-7:2010) or PDF/X-1a:2001 (ISO 15930-1:2001).

Both say for which printing condition their inks are meant (14.11.5), and that
nothing is trapped. X-1a is PDF 1.3: nothing newer is in it, neither
transparency nor XMP. X-4 says in XMP what it is (ISO 16684-1), in agreement with
the information dictionary.
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
from flyers.press.read.reach import all_resources, inside
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
"""What the information dictionary says."""

_REGISTRY = "http://www.color.org"
_NOT_REGISTERED = "Custom"
"""What stands for the name of a condition that has none (14.11.5, table 365)."""

UNDATED = date(2000, 1, 1)
"""The standards want a date, and the same input gives the same bytes on any day."""


@dataclass(frozen=True, kw_only=True)
class Finish:
    """What becomes of a typeset file on its way to a print shop; to a printer at home
    with black alone, which has neither a ``condition`` nor a ``separation``."""

    standard: Standard
    condition: Condition | None
    separation: Separation | None


def ready(pdf: bytes, finish: Finish) -> PdfPages:
    """The typeset file as the standard wants its content. Raises PdfError where it cannot be."""
    source = separated(pdf, finish.separation)
    if finish.standard == "x-1a":
        without_groups(source)
        _refuse_new_fonts(source)
    return source


def declare(writer: Writer, finish: Finish, info: DocumentInfo) -> None:
    """Say what the file is, and for which condition, beside what ``describe`` says."""
    writer.version = f"%PDF-{_VERSIONS[finish.standard]}"
    if finish.standard == "plain":
        return
    claims = CLAIMS[finish.standard]
    when = info.date or UNDATED
    stamp = f"D:{when:%Y%m%d}000000Z"
    said = {"/Creator": "flyers", "/CreationDate": stamp, "/ModDate": stamp, **claims}
    writer.information |= {key: text(value) for key, value in said.items()}
    writer.information["/Trapped"] = "/False"
    assert finish.condition
    writer.catalog["/OutputIntents"] = [intent(writer, finish.condition)]
    if finish.standard == "x-1a":
        del writer.catalog["/Lang"]  # of PDF 1.4
        return
    packet = xmp(info, when, claims["/GTS_PDFXVersion"], writer.digest())
    # Not compressed, so that it can be found by whoever cannot read PDF (14.3.2).
    entries = {"/Type": "/Metadata", "/Subtype": "/XML"}
    writer.catalog["/Metadata"] = writer.stream(entries, packet)


def intent(writer: Writer, condition: Condition) -> dict[str, Any]:
    """The output intent (14.11.5, table 365), with its profile."""
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
    """PDF 1.3 has no OpenType fonts (9.9, table 126), as which the typesetter embeds CFF."""
    for resources in all_resources(source):
        for font in inside(resources, "/Font"):
            inner = followed(followed(font.get("/DescendantFonts", [font]))[0])
            descriptor = followed(inner.get("/FontDescriptor")) or {}
            if "/FontFile3" in descriptor:
                name = str(font.get("/BaseFont", "")).lstrip("/").rpartition("+")[2].rstrip(",")
                raise PdfError(
                    f"The font {name} has CFF outlines, which PDF/X-1a does not have; "
                    'add its TrueType file, or use a printer with pdf = "x-4".'
                )
