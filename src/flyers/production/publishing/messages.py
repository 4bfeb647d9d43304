"""What `flyers publish` says."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from flyers.core.files import from_here
from flyers.core.wording import counted
from flyers.production.build.report import Report
from flyers.production.publishing.buttons import Link
from flyers.production.publishing.site import Site


def as_json(
    site: Site, report: Report, links: Sequence[Link], gone: Sequence[Path]
) -> Mapping[str, object]:
    """What became of the site's pages, for another program."""
    return {
        "links": [
            {
                "statement": str(link.statement),
                "buttons": link.buttons.split("\n"),
                "marked": link.marked,
                "written": link.written,
            }
            for link in links
        ],
        "held_back": [{"statement": path, "why": why} for path, why in report.held],
        "strays": [site.href(path) for path in gone],
    }


def as_lines(
    site: Site,
    files: Sequence[Path],
    report: Report,
    links: Sequence[Link],
    gone: Sequence[Path],
    *,
    prune: bool,
) -> Iterator[str]:
    """What became of the site's pages, and what is to be done about the rest."""
    new = f"{report.made} of them new" if report.made else "all of them up to date"
    where = f"{counted(len(links), 'statement')} in {from_here(site.static)}"
    yield f"{counted(len(files), 'file')} of {where}; {new}"
    done = [link for link in links if link.written]
    waiting = [link for link in links if link.marked and not link.written]
    unmarked = [link for link in links if not link.marked]
    if done:
        yield f"{counted(len(done), 'page')} with the button in place"
    yield from _shown("whose button --write puts into its place:", waiting)
    yield from _shown(
        "without a place for the button; put <!-- flyers:print --> where it is to be:", unmarked
    )
    if held := report.held:
        yield f"{counted(len(held), 'statement')} not on the site:"
        yield from (f"  {path}: {why}" for path, why in held)
    if gone:
        verb = "removed" if prune else "of statements that are gone; --prune removes them"
        yield f"{counted(len(gone), 'file')} {verb}:"
        yield from (f"  {from_here(path)}" for path in gone)


def _shown(what: str, links: Sequence[Link]) -> Iterator[str]:
    if links:
        yield f"{counted(len(links), 'page')} {what}"
    for link in links:
        yield f"  {from_here(link.statement)}"
        yield from (f"    {line}" for line in link.buttons.split("\n"))
