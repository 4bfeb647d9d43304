"""Document information, and how a print dialog opens."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from flyers.core.sheets import Flip, Imposition
from flyers.press.read.objects import text
from flyers.press.write.writer import Writer

# The value of /Duplex (12.2, table 150), by how the sheet is turned over.
DUPLEX: Mapping[Flip | None, str] = {
    None: "/Simplex",
    "long": "/DuplexFlipLongEdge",
    "short": "/DuplexFlipShortEdge",
}


@dataclass(frozen=True, kw_only=True)
class DocumentInfo:
    """Information about the document (14.3.3), and its language (14.9.2)."""

    title: str
    author: str = ""
    subject: str = ""
    keywords: tuple[str, ...] = ()
    language: str = "en"
    date: datetime.date | None = None


def describe(writer: Writer, info: DocumentInfo) -> None:
    """Write title, author, language and so on."""
    entries = {
        "/Title": info.title,
        "/Author": info.author,
        "/Subject": info.subject,
        "/Keywords": ", ".join(info.keywords),
        "/Producer": "flyers",
        "/CreationDate": info.date.strftime("D:%Y%m%d") if info.date else "",  # 7.9.4
    }
    writer.version = "%PDF-1.7"
    writer.information = {name: text(value) for name, value in entries.items() if value}
    writer.catalog["/Lang"] = text(info.language)


def view(writer: Writer, imposition: Imposition) -> None:
    """Preset the print dialog: full size, sides as they turn (12.2, table 150)."""
    flip = next((sheet.flip for sheet in imposition.sheets if sheet.back), None)
    preferences = {"/DisplayDocTitle": True, "/PrintScaling": "/None", "/Duplex": DUPLEX[flip]}
    writer.catalog["/ViewerPreferences"] = preferences
