"""The buttons that lead from a statement's page to its files."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from flyers.core.errors import OutputError
from flyers.core.files import from_here, write_whole
from flyers.pieces.piece import Job
from flyers.production.build.log import Line
from flyers.production.publishing.site import Site
from flyers.statements.phrases import phrases
from flyers.statements.printbutton import button, filled
from flyers.statements.published import Entry


@dataclass(frozen=True, kw_only=True)
class Link:
    """The buttons of one statement's page, a line each, and whether its source has a place for
    them, and they are in it."""

    statement: Path
    buttons: str
    marked: bool
    written: bool


def links_of(
    site: Site, entries: Sequence[Entry], made: Iterable[tuple[Job, Line | None]]
) -> list[Link]:
    """The buttons of every statement whose files are all there; ``made`` says what became of
    each."""
    row = site.campaign.publishing
    own: dict[Path | None, list[Line | None]] = {}
    for job, line in made:
        own.setdefault(job.statement, []).append(line)
    links = []
    for entry in entries:
        files = own.get(from_here(entry.path), [])
        there = [line for line in files if line and line.files]
        if not there or len(there) < len(files):
            continue
        lines = [
            button(row.button, site.href(file), _label(row.label, line, len(files)))
            for line in there
            for file in line.paths(site.static)[:1]
        ]
        buttons = "\n".join(lines)
        link = Link(statement=entry.path, buttons=buttons, marked=entry.marked, written=False)
        links.append(replace(link, written=link.marked and not _lacks(link)))
    return links


def written(links: Sequence[Link]) -> list[Link]:
    """The same links, put into the marked places of their pages. Raises OutputError."""
    for link in links:
        if link.marked and not link.written:
            try:
                source = _source(link.statement)
                write_whole(link.statement, filled(source, link.buttons).encode())
            except OSError as error:
                raise OutputError(
                    f"Cannot write into {link.statement} ({error.strerror}); check its permissions."
                ) from error
    return [replace(link, written=link.marked) for link in links]


def _label(label: str | None, line: Line, files: int) -> str:
    """What a button says; where there are several, which of them it is."""
    label = label or phrases(line.language).distribute
    return label if files == 1 else f"{label} ({line.name[2]})"


def _lacks(link: Link) -> bool:
    source = _source(link.statement)
    return filled(source, link.buttons) != source


def _source(statement: Path) -> str:
    """The text with the line ends and the byte order mark it has. Raises OutputError."""
    try:
        return statement.read_bytes().decode()
    except UnicodeDecodeError:
        raise OutputError(
            f"{statement} is not in UTF-8, so no button is put into it; save it as UTF-8."
        ) from None
