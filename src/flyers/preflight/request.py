"""The request of `flyers check`."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, kw_only=True)
class CheckRequest:
    """PDFs to be checked for a printer, and what is declared of them.

    ``trim`` is their finished size as a paper's name or in numbers, ``format`` names what they
    are to become, and ``jurisdiction`` the law that their imprint has to satisfy. The sheets that
    they are to be imposed on hold a multiple of ``pages_multiple`` pages, and pages of different
    sizes may lie on them if ``mixed_sizes``.
    ``html`` is a report to be written. ``fix`` asks for mended copies; ``out`` names the copy of
    a single file.
    """

    files: tuple[str, ...]
    printer: str = "home"
    trim: str | None = None
    format: str | None = None
    jurisdiction: str | None = None
    pages_multiple: int = 1
    mixed_sizes: bool = False
    html: Path | None = None
    fix: bool = False
    out: str | None = None
