"""The result of `flyers publish`, for people and for programs."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from flyers.core.files import from_here
from flyers.core.wording import counted
from flyers.production.build.messages import on_addresses
from flyers.production.publishing.buttons import PageButtons

if TYPE_CHECKING:
    from flyers.production.publishing.run import PublishResult


def as_json(result: "PublishResult") -> Mapping[str, object]:
    """Return the answer of ``--json``."""
    return {
        "links": [
            {
                "statement": str(page.statement),
                "buttons": page.buttons.split("\n"),
                "marked": page.marked,
                "written": page.written,
            }
            for page in result.buttons
        ],
        "held_back": [{"statement": path, "why": why} for path, why in result.report.held],
        "strays": [result.site.href(path) for path in result.strays],
        "unsure": result.site.unsure,
        "addresses": result.report.as_json()["addresses"],
    }


def as_lines(result: "PublishResult") -> Iterator[str]:
    """Yield the lines for people: what was made, and what is left to do."""
    report, pages = result.report, result.buttons
    new = f"{report.made} of them new" if report.made else "all of them up to date"
    place = f"{counted(len(pages), 'statement')} in {from_here(result.site.static)}"
    yield f"{counted(len(result.files), 'file')} of {place}; {new}"
    yield from on_addresses(report.as_json()["addresses"])
    if unsure := result.site.unsure:
        yield f"{unsure}: build the site, and follow one button to see that it has the files"
    if done := sum(page.written for page in pages):
        yield f"{counted(done, 'page')} with the button in place"
    yield from _shown(
        "whose button --write puts into its place:",
        [page for page in pages if page.marked and not page.written],
    )
    yield from _shown(
        "without a place for the button; put <!-- flyers:print --> where it is to be:",
        [page for page in pages if not page.marked],
    )
    if held := report.held:
        yield f"{counted(len(held), 'statement')} not shown by the site, so not made:"
        yield from (f"  {path}: {why}" for path, why in held)
    if result.strays:
        verb = "removed" if result.pruned else "left over; --prune removes them"
        yield f"{counted(len(result.strays), 'file')} of statements that are gone, {verb}:"
        yield from (f"  {from_here(path)}" for path in result.strays)


def _shown(what: str, pages: Sequence[PageButtons]) -> Iterator[str]:
    if pages:
        yield f"{counted(len(pages), 'page')} {what}"
    for page in pages:
        yield f"  {from_here(page.statement)}"
        yield from (f"    {line}" for line in page.buttons.split("\n"))
