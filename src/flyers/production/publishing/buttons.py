"""The buttons that lead from a statement's page to its files."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from flyers.core.errors import OutputError
from flyers.core.files import from_here, write_into
from flyers.pieces.piece import Job
from flyers.production.build.log import Record
from flyers.production.publishing.site import PublishedSite
from flyers.statements.printbutton import button, filled
from flyers.statements.published import Entry
from flyers.statements.wording.phrases import phrases

_WRITABLE = 0o222
"""The mode of a file that somebody may write; the superuser could write any."""


@dataclass(frozen=True, kw_only=True)
class PageButtons:
    """The buttons of one statement's page, a line each. ``marked`` is True if its source has a
    place for them, ``written`` if they stand there."""

    statement: Path
    buttons: str
    marked: bool
    written: bool


def buttons_of(
    site: PublishedSite, entries: Sequence[Entry], made: Iterable[tuple[Job, Record | None]]
) -> list[PageButtons]:
    """Return the buttons of every statement whose files are all there; ``made`` has the record of
    each job."""
    row = site.campaign.publishing
    own: dict[Path | None, list[Record | None]] = {}
    for job, record in made:
        own.setdefault(job.statement, []).append(record)
    pages = []
    for entry in entries:
        files = own.get(from_here(entry.path), [])
        there = [record for record in files if record and record.files]
        if not there or len(there) < len(files):
            continue
        lines = [
            button(row.button, site.href(file), _label(row.label, record, len(files)))
            for record in there
            for file in record.paths(site.static)[:1]
        ]
        buttons = "\n".join(lines)
        page = PageButtons(
            statement=entry.path, buttons=buttons, marked=entry.marked, written=False
        )
        pages.append(replace(page, written=page.marked and not _lacks(page)))
    return pages


def written(pages: Sequence[PageButtons]) -> list[PageButtons]:
    """Put the buttons into the marked places of their pages, which else stay as they are byte for
    byte, and return them so. Raises OutputError, before any page is changed if one is read-only."""
    left = [page for page in pages if page.marked and not page.written]
    for page in left:
        if not page.statement.stat().st_mode & _WRITABLE:
            raise OutputError(
                f"{page.statement} is read-only, so no button is put into it; "
                "make it writable, or take its marker out."
            )
    for page in left:
        try:
            source = _source(page.statement)
            new = filled(source, page.buttons)
            write_into(page.statement, source.encode(), new.encode())
        except OSError as error:
            raise OutputError(
                f"Cannot write into {page.statement} ({error.strerror}); check its permissions."
            ) from error
    return [replace(page, written=page.marked and not _lacks(page)) for page in pages]


def _label(label: str | None, record: Record, files: int) -> str:
    """Return a button's words; with the format, if there are several."""
    label = label or phrases(record.language).distribute
    return label if files == 1 else f"{label} ({record.name[2]})"


def _lacks(page: PageButtons) -> bool:
    source = _source(page.statement)
    return filled(source, page.buttons) != source


def _source(statement: Path) -> str:
    """Return a page's text with its own line ends and byte order mark. Raises OutputError."""
    try:
        return statement.read_bytes().decode()
    except UnicodeDecodeError:
        raise OutputError(
            f"{statement} is not in UTF-8, so no button is put into it; save it as UTF-8."
        ) from None
