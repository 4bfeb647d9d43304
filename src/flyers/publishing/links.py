"""The buttons that lead from a statement's page to its files."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from flyers.batch import Outcome
from flyers.content import Entry
from flyers.errors import OutputError
from flyers.files import from_here, write_whole
from flyers.phrases import phrases
from flyers.pieces import Piece
from flyers.publishing.site import Site
from flyers.statements.printbutton import button, filled


@dataclass(frozen=True, kw_only=True)
class Link:
    """The buttons of one statement's page, a line each, and whether its source has a place for
    them, and they are in it."""

    statement: Path
    buttons: str
    marked: bool
    written: bool


def links_of(site: Site, published: Sequence[Entry], outcomes: Sequence[Outcome]) -> list[Link]:
    """The buttons of every statement whose files are all there."""
    row = site.campaign.publishing
    made: dict[Path, list[Outcome]] = {}
    for outcome in outcomes:
        made.setdefault(Path(outcome.job.source), []).append(outcome)
    links = []
    for entry in published:
        own = made.get(from_here(entry.path), [])
        pieces = [outcome.piece for outcome in own if outcome.piece]
        if not own or len(pieces) < len(own):
            continue
        lines = [
            button(row.button, site.href(piece.file), _label(row.label, piece, len(own)))
            for piece in pieces
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


def _label(label: str | None, piece: Piece, files: int) -> str:
    """What a button says; where there are several, which of them it is."""
    label = label or phrases(piece.language).distribute
    return label if files == 1 else f"{label} ({piece.format})"


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
