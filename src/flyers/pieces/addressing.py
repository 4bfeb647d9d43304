"""The statement of a job as a page of its site, and the address of that page."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from flyers.campaign import Campaign
from flyers.core.errors import FlyersError
from flyers.pieces.piece import Job
from flyers.pieces.surroundings import surroundings
from flyers.sites.addresses import PageAddress, page_address, short_address
from flyers.sites.references import file_of
from flyers.sites.site import WebPage
from flyers.statements import read
from flyers.statements.statement import Statement


def address_of(job: Job, campaign: Campaign, statement: Statement | None = None) -> PageAddress:
    """Return the address of the page of a job's statement, without preparing the rest. Raises a
    FlyersError."""
    statement = statement or statement_of(job, campaign)
    return page_address_of(job, campaign, statement, page_of(job, campaign, statement))


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
        found = page_address_of(other, campaign, there, page_of(other, campaign, there))
    except FlyersError:
        return ""
    _, mark, place = name.partition("#")
    return f"{found.url}{mark}{place}"


def page_of(job: Job, campaign: Campaign, statement: Statement) -> WebPage:
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


def page_address_of(
    job: Job, campaign: Campaign, statement: Statement, page: WebPage
) -> PageAddress:
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
