"""Prepares a statement for print: all that its pieces share. Its text, its address, its code."""

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from html import escape
from pathlib import Path
from urllib.parse import quote
from xml.etree.ElementTree import Element

from flyers.campaign import Campaign, Law, campaign_for
from flyers.catalogue.font_packages import no_letter
from flyers.catalogue.fonts import check_folder, undrawable
from flyers.catalogue.imprints import Imprint, imprint_of
from flyers.catalogue.qr import QrCode, qr_code
from flyers.catalogue.stand_ins import replaced, stand_ins
from flyers.core.errors import FlyersError, ImprintError, NoTitleError, OptionError
from flyers.core.findings import Finding
from flyers.core.sheets import Flip
from flyers.core.shipped import shipped
from flyers.core.terminal import writable
from flyers.pieces.code_address import coded
from flyers.pieces.piece import Job
from flyers.pieces.surroundings import surroundings
from flyers.sites.addresses import PageAddress, page_address, short_address
from flyers.sites.references import file_of
from flyers.sites.site import WebPage
from flyers.sites.tokens import slugify
from flyers.sites.web_address import host, in_words
from flyers.statements import read
from flyers.statements.body.cutting import block_of
from flyers.statements.body.linknotes import with_link_notes
from flyers.statements.body.typography import hold_last_words
from flyers.statements.facts.events import event_of
from flyers.statements.statement import Block, Event, Statement, noted
from flyers.statements.wording.dates import is_false_stamp
from flyers.statements.wording.phrases import clock, long_date, month, phrases, weekday
from flyers.statements.wording.plain import is_visible
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
            phrases=phrases(statement.language),
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
    statement = _with_event(_drawable(statement_of(job, campaign), fonts), job)
    page = _page_of(job, campaign, statement)
    found = _address_of(job, campaign, statement, page)
    slug = slugify(statement.slug.rstrip("/").rpartition("/")[2] or statement.name)
    return PreparedStatement(
        statement=statement,
        campaign=campaign,
        fonts=fonts,
        place=page,
        page=found.url,
        found=found,
        address=found.url,
        code=qr_code(found.url),
        sender=sender_of(campaign, fonts),
        slug=_shortened(slug) or "statement",
        jurisdiction=law.jurisdiction if law else None,
        imprint=imprint,
        unsaid=unsaid,
    )


def address_of(job: Job, campaign: Campaign, statement: Statement | None = None) -> PageAddress:
    """Return the address of the page of a job's statement, without preparing the rest. Raises a
    FlyersError."""
    statement = statement or statement_of(job, campaign)
    return _address_of(job, campaign, statement, _page_of(job, campaign, statement))


def statement_of(job: Job, campaign: Campaign) -> Statement:
    """Read the job's statement as all its pieces do. Raises a StatementError."""
    return read(
        job.statement,
        text=job.text,
        static=campaign.static,
        strict=job.strict,
        around=replace(surroundings(job.statement, campaign), link=partial(_linked, job, campaign)),
    )


def _linked(job: Job, campaign: Campaign, kind: str, name: str) -> str:
    """Return the address of another page of the site that the job's statement refers to; empty if
    it is not found. References of that page are not followed."""
    site = campaign.generated
    page = job.statement.resolve() if job.statement else None
    file = file_of(site, page, kind, name) if site and page else None
    if file is None:
        return ""
    other = Job(statement=file)
    try:
        there = read(file, static=campaign.static, around=surroundings(file, campaign))
        found = _address_of(other, campaign, there, _page_of(other, campaign, there))
    except FlyersError:
        return ""
    _, mark, place = name.partition("#")
    return f"{found.url}{mark}{place}"


def _page_of(job: Job, campaign: Campaign, statement: Statement) -> WebPage:
    """Return the statement as a page of the site; standard input has no name."""
    sections = _sections(job.statement, campaign)
    return WebPage(
        name=statement.name if job.statement else "",
        filename=_filename(job.statement) if job.statement else "",
        title=statement.title,
        slug=statement.slug,
        date=statement.date,
        path=job.statement.resolve() if job.statement else None,
        values=statement.values,
        section=sections[0] if sections else "",
        sections="/".join(sections),
        language=statement.language,
        paragraphs=tuple(block.text for block in statement.blocks),
        refused=statement.refused,
    )


def _address_of(job: Job, campaign: Campaign, statement: Statement, page: WebPage) -> PageAddress:
    """Return the address of the page, or the shorter one that flyers.toml prefers."""
    site = campaign.site
    if site and site.short and campaign.codes.short and job.url is None:
        return short_address(page, site, site.short)
    return page_address(
        page,
        asked=job.url,
        own=statement.address,
        site=site,
        generated=campaign.generated,
        told=job.told,
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


def _filename(path: Path) -> str:
    """Return the name without its suffix; a page in a folder of its own has the folder's name."""
    return path.resolve().parent.name if path.stem == "index" else path.stem


def _sections(path: Path | None, campaign: Campaign) -> tuple[str, ...]:
    """Return the folders from the site's content folder to the page, without the page's own."""
    if path is None or campaign.pages is None:
        return ()
    page = path.resolve()
    page = page.parent if page.stem == "index" else page
    try:
        return page.parent.relative_to(campaign.pages).parts
    except ValueError:
        return ()


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


def _drawable(statement: Statement, fonts: Sequence[Path]) -> Statement:
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
