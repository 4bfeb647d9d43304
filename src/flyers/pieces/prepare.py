"""Prepares a statement for print: all that its pieces share. Its text, its address, its code."""

import os
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from urllib.parse import quote
from xml.etree.ElementTree import Element

from flyers.campaign import Campaign, Law, campaign_for
from flyers.catalogue.font_packages import no_letter
from flyers.catalogue.fonts import check_folder, undrawable
from flyers.catalogue.imprints import Imprint, imprint_of
from flyers.catalogue.qr import QrCode, qr_code
from flyers.core.errors import ImprintError, OptionError
from flyers.core.sheets import Flip
from flyers.core.shipped import shipped
from flyers.core.terminal import writable
from flyers.pieces.addressing import page_address_of, page_of, statement_of
from flyers.pieces.code_address import coded
from flyers.pieces.letters import drawable
from flyers.pieces.piece import Job
from flyers.pieces.surroundings import translation_of
from flyers.sites.addresses import PageAddress
from flyers.sites.site import WebPage
from flyers.sites.tokens import slugify
from flyers.sites.web_address import host, in_words
from flyers.statements.body.cutting import block_of
from flyers.statements.body.linknotes import with_link_notes
from flyers.statements.body.typography import hold_last_words
from flyers.statements.facts.events import event_of
from flyers.statements.statement import Block, Event, Statement
from flyers.statements.wording.dates import is_false_stamp
from flyers.statements.wording.phrases import Phrases, clock, long_date, month, phrases, weekday
from flyers.typesetting.fit.dressing import sender_of
from flyers.typesetting.fit.piece_copy import Copy, Sender
from flyers.typesetting.layout import Layout

SHORT_DECK = 260
"""Letters that a summary on a poster may have."""


LONGEST_NAME = 80
"""Letters of a slug that go into the names of files."""

LONGEST_IN_BYTES = 120
"""Bytes of it: a name has 255 in all, with layout, format, printer and a temporary ending."""


@dataclass(frozen=True, kw_only=True)
class PreparedStatement:
    """A statement ready to be set.

    ``found`` is the address of its page, or the shorter one, and ``page`` the text of it;
    ``address`` is the one in its code.
    ``place`` has the values for names of files, ``slug`` is the usual one. ``jurisdiction`` is the
    one that flyers.toml names, ``none`` included, or None.
    """

    statement: Statement
    campaign: Campaign
    fonts: tuple[Path, ...]
    place: WebPage
    page: str
    found: PageAddress
    address: str
    code: QrCode
    slug: str
    sender: Sender
    jurisdiction: str | None = None
    imprint: Imprint | None = None
    unsaid: ImprintError | None = None
    """Error of an imprint that lacks something: only pieces for a screen are made then."""

    def copy(self, flip: Flip) -> Copy:
        """Return the words for the artwork."""
        statement = self.statement
        date = long_date(statement.date, statement.language) if statement.date else ""
        return Copy(
            statement=statement,
            texts={
                "title": statement.title,
                "deck": statement.deck,
                "quote": statement.quotes[0] if statement.quotes else "",
            },
            place=self.sender.name or host(self.page),
            date=date,
            address=self._printed_address(),
            phrases=self._phrases(),
            flip=flip,
            event=_event_words(statement.event, statement.language),
            imprint=self.imprint,
            sender=self._sender(),
        )

    def _sender(self) -> Sender:
        """Return the sender, its lines isolated: a telephone number goes from left to right."""
        if self.statement.direction == "ltr":
            return self.sender
        lines = (f"\u2068{line}\u2069" for line in self.sender.contact)
        return replace(self.sender, contact=tuple(lines))

    def _phrases(self) -> Phrases:
        """Return our own phrases in the statement's language, or in English if no font has it."""
        own = phrases(self.statement.language)
        words = "".join(getattr(own, field.name) for field in fields(own))
        return phrases("en") if undrawable(words, self.fonts) else own

    def _printed_address(self) -> str:
        """Return the address in readable letters, unless no font has them."""
        text = in_words(self.page)
        return quote(text) if undrawable(text, self.fonts) else text

    def leads_to(self, job: Job) -> str:
        """Return the address in the code of a job's piece."""
        return coded(self.page, self.campaign.codes, job)

    def coded_as(self, address: str) -> "PreparedStatement":
        """Return the statement with another address in its code."""
        if address == self.address:
            return self
        return replace(self, address=address, code=qr_code(address))

    def blocks(self, layout: Layout) -> tuple[Block, ...]:
        """Return the blocks for a layout's frames: the whole text, or the summary alone."""
        if layout.flow == "statement":
            blocks = self.statement.blocks
            return with_link_notes(blocks) if layout.links == "notes" else blocks
        text = self.statement.deck or _opening(self.statement)
        paragraph = Element("p")
        paragraph.text = text
        hold_last_words(paragraph)
        return (block_of(paragraph),)


def prepare_statement(job: Job) -> PreparedStatement:
    """Read the job's statement and all that depends on it alone. Raises a FlyersError."""
    folder = job.statement.parent if job.statement else None
    campaign = campaign_for(folder)
    law = campaign.law
    fonts = font_folders(folder, campaign.folder)
    imprint, unsaid = None, None
    try:
        imprint = _imprint(law, fonts) if law else None
    except ImprintError as lack:
        unsaid = lack
    statement = _with_event(drawable(statement_of(job, campaign), fonts), job)
    page = page_of(job, campaign, statement)
    found = page_address_of(job, campaign, statement, page)
    slug = slugify(statement.slug.rstrip("/").rpartition("/")[2] or statement.name)
    tongue = translation_of(job.statement, campaign, statement.translation).lower()
    return PreparedStatement(
        statement=statement,
        campaign=campaign,
        fonts=fonts,
        place=_translated(page, tongue),
        page=found.url,
        found=found,
        address=found.url,
        code=qr_code(found.url),
        sender=sender_of(campaign, fonts),
        slug="-".join(filter(None, (_shortened(slug) or "statement", tongue))),
        jurisdiction=law.jurisdiction if law else None,
        imprint=imprint,
        unsaid=unsaid,
    )


def _translated(page: WebPage, tongue: str) -> WebPage:
    """Return a page whose name and slug have the language of a translation behind them, so that its
    files are not those of the page that it was made from."""
    if not tongue:
        return page
    slug = f"{page.slug}-{tongue}" if page.slug else ""
    return replace(
        page, name=f"{page.name}-{tongue}", filename=f"{page.filename}-{tongue}", slug=slug
    )


def _shortened(slug: str) -> str:
    """Return the beginning of a slug that goes into names of files."""
    whole = slug[:LONGEST_NAME].encode()[:LONGEST_IN_BYTES].decode("utf-8", "ignore")
    return whole.rstrip("-")


def font_folders(*beside: Path | None) -> tuple[Path, ...]:
    """Return the folders of fonts: the shipped one, then the user's ``beside`` the statement and
    flyers.toml, and those of $FLYERS_FONTS. Raises GlyphError."""
    own = [folder / "fonts" for folder in dict.fromkeys(beside) if folder]
    named = os.environ.get("FLYERS_FONTS")
    own += [Path(part) for part in named.split(os.pathsep) if part] if named else []
    ours = shipped("fonts")
    found = dict.fromkeys(folder.resolve() for folder in own if folder.is_dir())
    theirs = tuple(folder for folder in found if folder != ours)
    for folder in theirs:
        check_folder(folder)
    return (ours, *theirs)


def _imprint(law: Law, fonts: Sequence[Path]) -> Imprint | None:
    """Return the imprint. Raises GlyphError for a letter that no font has."""
    imprint = imprint_of(law.jurisdiction, law.fields, label=law.union_label)
    lines = imprint.lines if imprint else ()
    if missing := undrawable("\n".join(lines), fonts):
        raise no_letter(missing[0], lines)
    return imprint


def _with_event(statement: Statement, job: Job) -> Statement:
    """Return the statement with --what, --when and --where in place of its front matter's.

    Raises OptionError for a date that does not exist.
    """
    if job.what is None and job.when is None and job.where is None:
        return statement
    if job.when and is_false_stamp(job.when):
        raise OptionError(
            f"--when {job.when!r:.60} is a date that does not exist; "
            "write it like 2027-10-04T14:00, or in words."
        )
    own = statement.event
    given_words = {"title": job.what or "", "when": job.when or "", "where": job.where or ""}
    # A shell hands on bytes that are no UTF-8 as lone surrogates, which no PDF has.
    given_words = {name: writable(words) for name, words in given_words.items()}
    asked = event_of(given_words, statement.language, [])
    given = own if job.when is None else asked
    return replace(
        statement,
        event=Event(
            title=own.title if job.what is None else asked.title,
            when=given.when,
            date=given.date,
            time=given.time,
            one_day=given.one_day,
            where=own.where if job.where is None else asked.where,
        ),
    )


def _event_words(event: Event, language: str) -> dict[str, str]:
    """Return the event as layouts print it; a text is empty if it was not given."""
    date, time = event.date, event.time
    return {
        "title": event.title,
        "when": event.when,
        "where": event.where,
        "weekday": weekday(date, language) if date else "",
        "day": str(date.day) if date else "",
        "month": month(date, language) if date else "",
        "time": clock(time, language) if time else "",
    }


def _opening(statement: Statement) -> str:
    """Return the first sentences of the text, for a statement without a summary."""
    from flyers.statements.wording.sentences import ends

    for block in statement.blocks:
        if block.tag == "p":
            fitting = [end for end in ends(block.text) if end <= SHORT_DECK]
            return block.text[: fitting[-1]] if fitting else block.text
    return statement.blocks[0].text
