"""`flyers read` from its request to its result: what of a statement is kept, and what is not."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flyers.campaign import campaign_for
from flyers.core.errors import AddressError, StatementError
from flyers.pieces.addressing import address_of, statement_of
from flyers.pieces.piece import Job
from flyers.sites.addresses import PageAddress
from flyers.statements.body.places import Places
from flyers.statements.source import decode, load
from flyers.statements.statement import Statement
from flyers.statements.tally import Tally, tally, unexplained

LONGEST_STRETCH = 200
"""Letters of a left out stretch of words that are shown."""


@dataclass(frozen=True, kw_only=True)
class ReadRequest:
    """A statement to be read: a file, or ``text`` for standard input."""

    statement: Path | None
    text: bytes | None = None
    strict: bool = False


@dataclass(frozen=True, kw_only=True)
class LostWords:
    """Words of the article that are not kept, with no note of their own; ``line`` is their line."""

    words: str
    line: int | None


@dataclass(frozen=True, kw_only=True)
class ReadResult:
    """The account of a statement. ``unaddressed`` says why it has no address, if it has none."""

    statement: Statement
    address: PageAddress | None
    unaddressed: str
    tally: Tally
    left_out: tuple[LostWords, ...]

    def as_json(self) -> dict[str, Any]:
        """Return the answer of ``--json``."""
        statement, event, found = self.statement, self.statement.event, self.address
        return {
            "statement": statement.source,
            "title": statement.title,
            "deck": statement.deck,
            "date": statement.date and statement.date.isoformat(),
            "authors": list(statement.authors),
            "language": statement.language,
            "language_basis": statement.language_basis,
            "address": found and {"url": found.url, "basis": found.basis, "source": found.source},
            "unaddressed": self.unaddressed,
            "event": {"title": event.title, "when": event.when, "where": event.where},
            "words": {"article": self.tally.words, "set": self.tally.kept},
            "pictures": [
                {"file": str(one.path), "width": one.width, "height": one.height, "alt": one.alt}
                for one in statement.pictures
            ],
            "notes": [note.as_json(places=False) for note in statement.notes],
            "left_out": [{"words": one.words, "line": one.line} for one in self.left_out],
        }


def run(request: ReadRequest) -> ReadResult:
    """Read a statement as every piece does, and hold its article against what is kept. Raises a
    FlyersError."""
    path = request.statement
    job = Job(statement=path, text=request.text, strict=request.strict)
    campaign = campaign_for(path.parent if path else None)
    statement = statement_of(job, campaign)
    address, unaddressed = None, ""
    try:
        address = address_of(job, campaign, statement)
    except AddressError as error:
        unaddressed = str(error)
    account = tally(statement)
    return ReadResult(
        statement=statement,
        address=address,
        unaddressed=unaddressed,
        tally=account,
        left_out=_left_out(statement, account, path, request.text),
    )


def _left_out(
    statement: Statement, account: Tally, path: Path | None, text: bytes | None
) -> tuple[LostWords, ...]:
    silent = unexplained(statement, account.stretches)
    if not silent:
        return ()
    try:
        places = Places(text=decode(load(path) if path else text or b"", statement.source))
    except StatementError:  # a document of a word processor has no lines
        places = Places(text="")
    return tuple(LostWords(words=_short(words), line=places.near(words)) for words in silent)


def _short(words: str) -> str:
    return words if len(words) <= LONGEST_STRETCH else f"{words[: LONGEST_STRETCH - 1].rstrip()}…"
