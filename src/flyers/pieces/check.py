"""Checks the finished sheets as a stranger would, against what is known of their making."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flyers.catalogue.printers import Setup
from flyers.core.errors import CheckError
from flyers.core.findings import Finding
from flyers.core.sheets import Imposition
from flyers.pieces.piece import Job
from flyers.pieces.prepare import PreparedStatement
from flyers.preflight import checks
from flyers.preflight.case import ExpectedCode, ExpectedImprint
from flyers.preflight.gathering import evidence_of
from flyers.press.read.painted import Content
from flyers.typesetting.fit.composed import Composed


@dataclass(frozen=True, kw_only=True)
class Checked:
    """The findings, and what was seen on the way: if every code that was read leads to the
    statement's address, and what each page of the file paints."""

    findings: Sequence[Finding]
    code_read: bool
    contents: tuple[Content, ...]


def checked(
    job: Job,
    pdf: bytes,
    imposition: Imposition,
    setup: Setup,
    composed: Composed,
    prepared: PreparedStatement,
) -> Checked:
    """Check the file of a piece. Raises CheckError, with the first error that is found."""
    evidence = evidence_of(pdf, tints=setup.printer.colour == "grey", eyes=False)
    code = ExpectedCode(address=prepared.address)
    expected = [(code,) * len(boxes) for boxes in composed.codes]
    imprint = _expected_imprint(prepared)
    imprints = [imprint if has else None for has in composed.imprints]
    findings = checks.check(
        evidence,
        imposition,
        setup,
        [*expected, ()],
        [*imprints, None],
        _pictures(prepared, composed),
    )
    for finding in findings:
        if finding.severity == "error":
            side = f", side {finding.page}" if finding.page else ""
            raise CheckError(f"{job.piece} ({job.called}{side}): {finding.sentence}")
    read = [read.text for side in evidence.sides for read in side.codes]
    return Checked(
        findings=findings,
        code_read=bool(read) and all(text == prepared.address for text in read),
        contents=tuple(side.facts.content for side in evidence.sides),
    )


def _pictures(prepared: PreparedStatement, composed: Composed) -> Mapping[tuple[int, int], str]:
    """Return the names of the pictures that are set, by their width and height in pixels."""
    names: dict[tuple[int, int], str] = {}
    for number in sorted(composed.pictures):
        picture = prepared.statement.pictures[number]
        size, name = (picture.width, picture.height), picture.path.name
        names[size] = f"{names[size]} or {name}" if size in names else name
    return names


def _expected_imprint(prepared: PreparedStatement) -> ExpectedImprint | None:
    imprint = prepared.imprint
    if imprint is None or not imprint.lines:
        return None
    return ExpectedImprint(words=" ".join(imprint.lines), size=imprint.size)
