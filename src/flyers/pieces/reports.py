"""What is said of a finished piece: how its text was fitted, its code, and what to know of it."""

from collections.abc import Iterator

from flyers.catalogue.printers import Printer
from flyers.core.findings import Finding
from flyers.core.sheets import Imposition
from flyers.pieces.piece import FitReport, QrReport
from flyers.pieces.prepare import PreparedStatement
from flyers.typesetting.fit.composed import Composed

HALF_EMPTY = 0.6


def remarks(
    prepared: PreparedStatement, composed: Composed, imposition: Imposition, printer: Printer
) -> tuple[Finding, ...]:
    """What is to be known besides what the check finds."""
    return (
        *_of_statement(prepared),
        *_of_cuts(composed),
        *imposition.notes,
        *(_of_pictures(prepared, composed) if printer.for_screen else ()),
    )


def fit_report(composed: Composed, prepared: PreparedStatement) -> FitReport:
    """The sizes that were found, and how much of the text is set."""
    fit = composed.fit
    words = prepared.statement.words
    return FitReport(
        type_size=round(fit.type_size, 2) if fit else 0,
        leading=round(fit.leading, 2) if fit else 0,
        fill=round(fit.fill, 4) if fit else 1,
        capped=fit.capped if fit else True,
        words=words,
        words_set=min(composed.words_set, words),
        excerpt=composed.excerpt,
    )


def qr_report(composed: Composed, prepared: PreparedStatement, read_back: bool) -> QrReport:
    """The code as it is printed."""
    side = min(box.width for boxes in composed.codes for box in boxes)
    return QrReport(
        url=prepared.address,
        version=prepared.code.version,
        module=side / prepared.code.modules,
        size=side,
        read_back=read_back,
    )


def _of_cuts(composed: Composed) -> list[Finding]:
    """An excerpt that leaves much of its paper empty, since there was no earlier place to end."""
    fit = composed.fit
    if fit is None or fit.capped or not composed.excerpt or fit.fill >= HALF_EMPTY:
        return []
    return [
        Finding(
            check="excerpt",
            severity="warning",
            message=f"only {composed.words_set} words are set, and the paper is half empty",
            remedy="Break what comes next, a long sentence or table, into shorter parts.",
        )
    ]


def _of_pictures(prepared: PreparedStatement, composed: Composed) -> Iterator[Finding]:
    """Pictures that say nothing to those who cannot see them; their file's name has to do."""
    for number in sorted(composed.pictures):
        picture = prepared.statement.pictures[number]
        if not picture.alt:
            yield Finding(
                check="alt-text",
                severity="warning",
                message=f"the picture {picture.path.name} has no alt text, so those who cannot see "
                "it are told its name",
                remedy=f"Say what it shows, between the brackets of ![…]({picture.path.name}).",
            )


def _of_statement(prepared: PreparedStatement) -> list[Finding]:
    """What the paper does not show of the source, and what else the reader of it said."""
    statement = prepared.statement
    remarks = list(statement.notes)
    if statement.draft:
        remarks.append(
            Finding(
                check="draft",
                severity="warning",
                message=f"{statement.source} is marked as a draft",
                remedy="Publish it before you hand this out.",
            )
        )
    law = prepared.campaign.law
    if law and law.unprinted:
        remarks.append(
            Finding(
                check="imprint",
                severity="warning",
                message='jurisdiction = "none" prints no imprint, so that '
                f"{', '.join(law.unprinted)} of [imprint] cannot be read on the piece",
                remedy="Write the law that you need as jurisdiction in flyers.toml, "
                "or take these lines out.",
            )
        )
    if prepared.imprint and prepared.imprint.advice:
        remarks.append(
            Finding(
                check="imprint",
                severity="warning",
                message=prepared.imprint.advice,
                remedy="Add it to [imprint] in flyers.toml.",
            )
        )
    return remarks
