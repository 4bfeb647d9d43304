"""Reports on a finished piece: how its text was fitted, its code, and what else to know of it."""

from collections.abc import Iterator

from flyers.catalogue.printers import Setup
from flyers.core.findings import Finding
from flyers.core.sheets import Imposition
from flyers.core.wording import counted
from flyers.pieces.piece import FitReport, QrReport
from flyers.pieces.prepare import PreparedStatement
from flyers.sites.addresses import PageAddress
from flyers.typesetting.fit.composed import Composed

HALF_EMPTY = 0.6
"""Share of the paper below which an excerpt looks unfinished."""


def findings_of(
    prepared: PreparedStatement, composed: Composed, imposition: Imposition, setup: Setup
) -> tuple[Finding, ...]:
    """Return what to know of a piece besides the findings of its check."""
    return (
        *_of_address(prepared.found, setup),
        *_of_statement(prepared),
        *_of_excerpt(composed),
        *imposition.notes,
        *(_of_pictures(prepared, composed) if setup.printer.for_screen else ()),
    )


def _of_address(found: PageAddress, setup: Setup) -> Iterator[Finding]:
    """Yield what speaks against the address in the code."""
    if found.doubt:
        yield Finding(
            check="address",
            severity="warning",
            message=found.doubt,
            remedy=f"Open {found.url} before you print this.",
        )
    if found.basis == "computed" and setup.ticketed:
        yield Finding(
            check="address",
            severity="warning",
            message=f"the address in the code is only computed, by {found.source}",
            remedy=f"Open {found.url} before this is printed, or build the site, which proves it.",
        )


def fit_report(composed: Composed, prepared: PreparedStatement) -> FitReport:
    """Return the sizes that were found, and how much of the text is set."""
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
    """Return the code as it is printed."""
    side = min(box.width for boxes in composed.codes for box in boxes)
    return QrReport(
        url=prepared.address,
        page=prepared.found,
        version=prepared.code.version,
        module=side / prepared.code.modules,
        size=side,
        read_back=read_back,
    )


def _of_excerpt(composed: Composed) -> Iterator[Finding]:
    """Yield the text that is left out, and that much of the paper is empty all the same, as where
    the next place to end is behind a long table."""
    out, fit = composed.left_out, composed.fit
    if out is None:
        return
    half_empty = fit is not None and not fit.capped and fit.fill < HALF_EMPTY
    yield Finding(
        check="excerpt",
        severity="warning",
        message=f"{counted(out.words, 'word')} left out, from “{out.begins}” on"
        + (", and the paper is half empty" if half_empty else ""),
        remedy="Break what comes next, a long sentence or table, into shorter parts."
        if half_empty
        else "The code leads to the whole text.",
    )


def _of_pictures(prepared: PreparedStatement, composed: Composed) -> Iterator[Finding]:
    """Yield pictures without a text, for which screen readers read the name of their file."""
    for number in sorted(composed.pictures):
        picture = prepared.statement.pictures[number]
        if not picture.alt:
            yield Finding(
                check="alt-text",
                severity="warning",
                message=f"the picture {picture.path.name} has no alt text, so screen readers read "
                "this name",
                remedy=f"Say what it shows, between the brackets of ![…]({picture.path.name}).",
            )


def _of_statement(prepared: PreparedStatement) -> list[Finding]:
    """Return what the paper does not show of the source, and what else was found in it."""
    statement = prepared.statement
    found = list(statement.notes)
    if statement.draft:
        found.append(
            Finding(
                check="draft",
                severity="warning",
                message=f"{statement.source} is marked as a draft",
                remedy="Publish it before you hand this out.",
            )
        )
    law = prepared.campaign.law
    if law and law.unprinted:
        found.append(
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
        found.append(
            Finding(
                check="imprint",
                severity="warning",
                message=prepared.imprint.advice,
                remedy="Add it to [imprint] in flyers.toml.",
            )
        )
    return found
