"""Looks at a PDF once, with every engine, and hands all of it to the checks."""

from flyers import preflight, preview
from flyers.press import Source
from flyers.press.reading import facts
from flyers.printers import Printer

COARSE_DPI = 36
"""Enough to see that something is coloured."""


def evidence_of(pdf: bytes, printer: Printer, source: Source | None = None) -> preflight.Evidence:
    """The evidence of a PDF for that printer; ``source`` is the same file, where it was opened
    already. Raises PdfError."""
    pictures = preview.rasters(pdf, dpi=preflight.PICTURE_DPI, grey=True)
    return preflight.gather(
        pictures=pictures,
        glyphs=[preview.glyph_boxes(pdf, number) for number in range(len(pictures))],
        facts=facts(source or pdf),
        in_colour=preview.rasters(pdf, dpi=COARSE_DPI) if printer.colour == "grey" else [],
    )
