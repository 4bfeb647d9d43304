"""Looks at the finished sheets as a stranger would, with what the making of them knows."""

from collections.abc import Sequence

from flyers import preflight, preview
from flyers.compose import Composed
from flyers.errors import CheckError
from flyers.pieces import Remark
from flyers.press import facts
from flyers.printers import Printer
from flyers.reading import Reading
from flyers.sheets import Imposition

COARSE_DPI = 36
"""Enough to see that something is coloured."""


def checked(
    pdf: bytes, imposition: Imposition, printer: Printer, composed: Composed, reading: Reading
) -> tuple[Sequence[Remark], bool]:
    """What was found, and whether every code that was read is the right one. Raises CheckError."""
    pictures = preview.rasters(pdf, dpi=preflight.PICTURE_DPI, grey=True)
    evidence = preflight.gather(
        pictures=pictures,
        glyphs=[preview.glyph_boxes(pdf, number) for number in range(len(pictures))],
        facts=facts(pdf),
        in_colour=preview.rasters(pdf, dpi=COARSE_DPI) if printer.colour == "grey" else [],
    )
    code = preflight.ExpectedCode(address=reading.address)
    expected = [(code,) * len(boxes) for boxes in composed.codes]
    imprint = _expected_imprint(reading)
    imprints = [imprint if has else None for has in composed.imprints]
    findings = preflight.check(evidence, imposition, printer, [*expected, ()], [*imprints, None])
    for finding in findings:
        if finding.severity == "error":
            side = f" on side {finding.page}" if finding.page else ""
            raise CheckError(
                f"The sheet does not pass its check ({finding.check}{side}): "
                f"{finding.message.rstrip('.')}. {finding.remedy}"
            )
    read = [read.text for side in evidence.sides for read in side.codes]
    return (
        [
            Remark(
                check=f.check, severity=f.severity, page=f.page, message=f.message, remedy=f.remedy
            )
            for f in findings
        ],
        bool(read) and all(text == reading.address for text in read),
    )


def _expected_imprint(reading: Reading) -> preflight.ExpectedImprint | None:
    imprint = reading.imprint
    if imprint is None or not imprint.lines:
        return None
    return preflight.ExpectedImprint(words=" ".join(imprint.lines), size=imprint.size)
