"""The steps from a source's body and metadata to a Statement, in their order in ``compose``."""

import datetime
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from flyers.core.errors import EmptyStatementError, NoTitleError, StatementError
from flyers.core.findings import Finding
from flyers.statements.body import (
    deck,
    figures,
    leftovers,
    longwords,
    pictures,
    sanitise,
    structure,
    tables,
    tree,
    webonly,
)
from flyers.statements.body.cutting import block_of
from flyers.statements.body.losses import remove_losses, shown
from flyers.statements.body.places import Places
from flyers.statements.body.quotes import quotes
from flyers.statements.body.typography import hold_last_words, set_block, typographic
from flyers.statements.facts.events import event_of
from flyers.statements.facts.metadata import Facts
from flyers.statements.notations.shortcodes import NO_TEMPLATES, Expanded
from flyers.statements.statement import Direction, Event, Statement
from flyers.statements.surroundings import Surroundings
from flyers.statements.wording.language import direction_of, language_of
from flyers.statements.wording.plain import wording

LONGEST_TITLE = 2_000
"""Letters of a title: it fills a page by then, and breaking it into lines takes a second."""


@dataclass(frozen=True, kw_only=True)
class Origin:
    """The source of a statement: its file and the folders of its pictures."""

    source: str
    """The file as the user wrote it; begins each message."""
    name: str
    date: datetime.date | None
    language: str
    """The language that the file's name gives, as ``.fr`` in ``park.fr.md``; empty if none."""
    around: Surroundings
    """The site, as far as it is known."""
    folders: pictures.Folders
    strict: bool
    places: Places


def compose(
    body: Element,
    facts: Facts,
    origin: Origin,
    notes: list[Finding],
    *,
    title: str = "",
    templates: Expanded = NO_TEMPLATES,
    article: str = "",
) -> Statement:
    """Return a statement made of a sanitised body that is otherwise as its author left it.

    ``title`` and ``article`` are what was taken out of the body, and its words before that.
    """
    article = shown(article or tree.text_of(body))
    notes = [*facts.notes, *notes, *webonly.remove_elements(body, origin.places)]
    if tables.depth(body) > tables.DEEPEST:
        raise StatementError(
            f"{origin.source} has tables in tables in tables; take the outer ones apart."
        )
    structure.tidy(body)
    notes += remove_losses(body, templates.losses, origin.source, strict=origin.strict)
    notes += leftovers.findings(body, origin.places)
    notes += webonly.remove_buttons(body, origin.places)
    notes += tables.narrow(body)
    notes += longwords.shorten(body)
    placed = figures.place(body, origin.folders, origin.source, origin.places, strict=origin.strict)
    notes += placed.notes
    asks = len(body) > 0 and body[0].get("class") == "summary"
    sanitise.strict(body)
    title = _titled(body, facts, origin, title or facts.title)
    structure.level_headings(body)
    structure.few_in_a_row(body)
    structure.close_end(body)
    if not any(tree.text_of(block) for block in body):
        raise EmptyStatementError(
            f"{origin.source} has a title but no text to print"
            + (
                f" but what only the website knows: {templates.losses[0].what:.60}"
                if templates.losses
                else ""
            )
            + "; write the text under it."
        )
    own_words = (tree.text_of(block) for block in body if block.tag not in ("pre", "blockquote"))
    words = ". ".join([title, *own_words])
    known = language_of(words, own=facts.language or origin.language, site=origin.around.language)
    language = known.tag
    under = deck.take(facts.deck, body, title, subtitled=not asks)
    structure.promote_bold(body)
    for block in body:
        set_block(block, language)
    title, under = typographic(title, language), typographic(under, language)
    pulled = quotes(list(body), title, under, language)
    for block in body:
        hold_last_words(block)
    notes += tables.measure(body)
    return Statement(
        source=origin.source,
        name=origin.name,
        title=title,
        deck=under,
        blocks=tuple(map(block_of, body)),
        pictures=tuple(placed.pictures),
        language=language,
        language_basis=known.basis,
        translation=origin.language,
        direction=_direction(facts, language),
        date=facts.date or origin.date,
        authors=facts.authors,
        tags=facts.tags,
        draft=facts.draft,
        slug=facts.slug,
        address=facts.address,
        refused=facts.refused,
        event=_set_event(event_of(facts.event, language, notes), language),
        quotes=pulled,
        values=facts.values,
        notes=tuple(dict.fromkeys(notes)),
        article=article,
        sought=tuple(dict.fromkeys([*placed.sought, *templates.files])),
    )


def _titled(body: Element, facts: Facts, origin: Origin, title: str) -> str:
    """Return the title, taken from the first heading if there is no other. Raises NoTitleError, and
    StatementError for a title that is longer than any."""
    title = _take_heading(body, title) or title
    if len(title) > LONGEST_TITLE:
        raise StatementError(
            f"{origin.source}: the title has {len(title):,} letters, and may have"
            f" {LONGEST_TITLE:,}; shorten it, or give another one as `title:` in the front matter."
        )
    if title:
        return title
    if facts.untitled:
        raise NoTitleError(
            f"{origin.source} has the title {facts.untitled!r:.80}, of which nothing is left once"
            " its template tags are taken out; write it in words."
        )
    raise NoTitleError(
        f"{origin.source} has no title; add a `title:` line to its front matter"
        " or begin it with a heading."
    )


def _take_heading(body: Element, title: str) -> str:
    """Take the first heading as the title if there is none yet; remove one that repeats it."""
    for heading in body.iter():
        if heading.tag not in tree.HEADINGS:
            continue
        said = tree.text_of(heading)
        first = len(body) > 0 and heading is body[0]
        if not title or (first and wording(said) == wording(title)):
            tree.remove(tree.parents(body)[heading], heading)
            return "" if title else said
        return ""
    return ""


def _direction(facts: Facts, language: str) -> Direction:
    if facts.direction:
        return "rtl" if facts.direction == "rtl" else "ltr"
    return direction_of(language)


def _set_event(event: Event, language: str) -> Event:
    return replace(
        event,
        title=typographic(event.title, language),
        when=typographic(event.when, language),
        where=typographic(event.where, language),
    )
