"""Letters of a statement that no font has: set in others, left out, or refused."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from html import escape
from pathlib import Path

from flyers.catalogue.stand_ins import replaced, stand_ins
from flyers.core.errors import NoTitleError
from flyers.core.findings import Finding
from flyers.statements.statement import Block, Statement, noted
from flyers.statements.wording.plain import is_visible


def _seen(statement: Statement) -> Statement:
    """Return the statement without texts of which nothing would be seen. Raises NoTitleError."""
    if not is_visible(statement.title):
        raise NoTitleError(
            f"{statement.source}: the title has no letter that can be seen; write one in letters."
        )
    return replace(
        statement,
        deck=statement.deck if is_visible(statement.deck) else "",
        quotes=tuple(filter(is_visible, statement.quotes)),
    )


def drawable(statement: Statement, fonts: Sequence[Path]) -> Statement:
    """Return the statement with stand-ins for signs that no font has, and without pictographs.

    Raises GlyphError for a letter that none has.
    """
    statement = _seen(statement)
    event = statement.event
    texts = [statement.title, statement.deck, *statement.authors, event.when]
    texts += [event.where, event.title, *(block.text for block in statement.blocks)]
    stands = stand_ins(texts, fonts, statement.source)
    if not stands:
        return statement
    escaped = {sign: escape(new) for sign, new in stands.items()}

    def kept(text: str) -> str:
        return replaced(text, stands)

    title = kept(statement.title).strip()
    if not title:
        raise NoTitleError(
            f"{statement.source}: no font here has any letter of the title; write it in letters, "
            "or put a font that has them into a folder 'fonts' beside the statement."
        )
    return replace(
        statement,
        title=title,
        deck=kept(statement.deck),
        authors=tuple(map(kept, statement.authors)),
        event=replace(
            event, title=kept(event.title), when=kept(event.when), where=kept(event.where)
        ),
        blocks=tuple(
            Block(tag=b.tag, html=replaced(b.html, escaped), text=kept(b.text))
            for b in statement.blocks
        ),
        quotes=tuple(map(kept, statement.quotes)),
        notes=(*statement.notes, *_sign_notes(stands)),
    )


def _sign_notes(stands: Mapping[str, str]) -> Iterator[Finding]:
    """Yield what was set in place of signs, and which were left out."""
    if changed := [f"{sign} as {new}" for sign, new in stands.items() if new]:
        yield noted(", ".join(changed), "no font here has these signs: set in others")
    if lost := [sign for sign, new in stands.items() if not new]:
        yield noted(" ".join(lost), "no font here can draw it: left out")
