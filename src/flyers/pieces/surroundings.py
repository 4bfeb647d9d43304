"""The site around a statement, from flyers.toml and the generator's configuration."""

from functools import cache
from pathlib import Path

from flyers.campaign import Campaign
from flyers.sites.folder_language import folder_language
from flyers.sites.values import include_of, values_of
from flyers.statements.surroundings import Surroundings
from flyers.statements.wording.language import language_tag


def surroundings(path: Path | None, campaign: Campaign) -> Surroundings:
    """Return what the site says of a statement's file; None is standard input."""
    language = language_tag(_language(path, campaign))
    site = campaign.generated
    if site is None:
        return Surroundings(language=language)
    page = path.resolve() if path else None
    return Surroundings(
        generator=site.generator,
        language=language,
        values=cache(lambda: values_of(site, page)),
        include=lambda name, beside: include_of(site, page, name, beside=beside),
    )


def translation_of(path: Path | None, campaign: Campaign, named: str) -> str:
    """Return the language that a file is a translation into, by its name, which has the language
    ``named``, or by its folder; empty for the site's main language."""
    language = named or _of_folder(path, campaign)
    return "" if language == language_tag(_main_language(campaign)) else language


def _language(path: Path | None, campaign: Campaign) -> str:
    """Return the language of the file's own folder, else the campaign's."""
    return _of_folder(path, campaign) or _main_language(campaign)


def _main_language(campaign: Campaign) -> str:
    """Return the first language of flyers.toml, else the site's."""
    site = campaign.generated
    return next(iter(campaign.identity.languages), site.language if site else "")


def _of_folder(path: Path | None, campaign: Campaign) -> str:
    """Return the language of the file's own folder; empty if it is the site's usual one."""
    if path is None:
        return ""
    site, file = campaign.generated, path.resolve()
    here = site.language_of(file) if site else ""
    if site and here and here != site.language:
        return here
    top = site.folder if site else campaign.folder
    return folder_language(file, top.resolve()) if top else ""
