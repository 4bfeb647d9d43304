"""The files that a site offers to print: made of what it publishes, and linked where it wants them.

The content folder says which statements there are, [publish] which files of
each; they go into the static folder. A page gets its button only where its
source has a place for it (``statements.printbutton``). Files are made as
``building`` makes them, only where they are stale; what that has to know is
kept in the folder of [build], since the static folder is for everyone to see.
"""

import datetime
from pathlib import Path

from flyers.campaign import Campaign
from flyers.core.errors import ConfigError, NoConfigError
from flyers.production.build.memory import FOLDER
from flyers.production.build.scope import Asked, jobs_of
from flyers.production.publishing.buttons import Link, links_of, written
from flyers.production.publishing.messages import as_json, as_lines
from flyers.production.publishing.site import Site
from flyers.production.publishing.strays import pruned, strays
from flyers.statements.published import entries

__all__ = [
    "Link",
    "Site",
    "as_json",
    "as_lines",
    "asked_of",
    "links_of",
    "pruned",
    "site_of",
    "strays",
    "written",
]


def site_of(campaign: Campaign) -> Site:
    """Raises ConfigError where the configuration does not say where the site is."""
    file = campaign.file or Path("flyers.toml")
    if not campaign.read_from:
        raise NoConfigError
    if campaign.content is None:
        raise ConfigError(
            f'{file} does not say where the statements are; add content = "content" to [site].'
        )
    if campaign.static is None:
        raise ConfigError(
            f'{file} does not say where the site\'s files are; add static = "static" to [site].'
        )
    return Site(campaign=campaign, content=campaign.content, static=campaign.static)


def asked_of(site: Site, today: datetime.date) -> Asked:
    """The statements of the site, and the files of those that it shows. Raises ConfigError."""
    found = tuple(entries(site.content, today))
    campaign, row = site.campaign, site.campaign.publishing
    return Asked(
        home=campaign.folder or site.static.parent,
        out=site.static,
        memory=campaign.build.out / FOLDER / "published",
        entries=found,
        jobs=tuple(jobs_of(found, row, out=site.static, path=row.path, previews=False)),
        folders={},
    )
