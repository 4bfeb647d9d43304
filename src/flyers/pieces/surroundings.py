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


def _language(path: Path | None, campaign: Campaign) -> str:
    """Return the language of the file's own folder, else flyers.toml's first, else the site's."""
    site = campaign.generated
    here = site.language_of(path.resolve()) if site and path else ""
    if site and here and here != site.language:
        return here
    top = site.folder if site else campaign.folder
    if path and top and (named := folder_language(path.resolve(), top.resolve())):
        return named
    return next(iter(campaign.identity.languages), here or (site.language if site else ""))
