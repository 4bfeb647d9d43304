"""Looks at the finished sheets as a stranger would, with what the making of them knows."""

from collections.abc import Sequence

from flyers.catalogue.printers import Setup
from flyers.core.errors import CheckError
from flyers.core.findings import Finding
from flyers.core.sheets import Imposition
from flyers.pieces.prepare import PreparedStatement
from flyers.preflight import checks
from flyers.preflight.looking import evidence_of
from flyers.typesetting.fit.composed import Composed


def checked(
    pdf: bytes,
    imposition: Imposition,
    setup: Setup,
    composed: Composed,
    prepared: PreparedStatement,
) -> tuple[Sequence[Finding], bool]:
    """What was found, and whether every code that was read is the right one. Raises CheckError."""
    evidence = evidence_of(pdf, tints=setup.printer.colour == "grey", eyes=False)
    code = checks.ExpectedCode(address=prepared.address)
    expected = [(code,) * len(boxes) for boxes in composed.codes]
    imprint = _expected_imprint(prepared)
    imprints = [imprint if has else None for has in composed.imprints]
    findings = checks.check(evidence, imposition, setup, [*expected, ()], [*imprints, None])
    for finding in findings:
        if finding.severity == "error":
            side = f" on side {finding.page}" if finding.page else ""
            raise CheckError(
                f"The sheet does not pass its check ({finding.check}{side}): {finding.line}"
            )
    read = [read.text for side in evidence.sides for read in side.codes]
    return findings, bool(read) and all(text == prepared.address for text in read)


def _expected_imprint(prepared: PreparedStatement) -> checks.ExpectedImprint | None:
    imprint = prepared.imprint
    if imprint is None or not imprint.lines:
        return None
    return checks.ExpectedImprint(words=" ".join(imprint.lines), size=imprint.size)
