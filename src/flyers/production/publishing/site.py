"""The site that is published: its folders, its address, and the files that it is to offer."""

import datetime
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlsplit

from flyers.campaign import Campaign
from flyers.core.errors import ConfigError, NoConfigError
from flyers.production.build.memory import FOLDER
from flyers.production.build.scope import BuildScope, jobs_of
from flyers.statements.published import entries


@dataclass(frozen=True, kw_only=True)
class PublishedSite:
    """A site with its folders for statements and for static files, both of which exist."""

    campaign: Campaign
    content: Path
    static: Path

    @property
    def root(self) -> str:
        """The beginning of every path on the site: nothing, or ``/blog``."""
        site = self.campaign.site
        return urlsplit(site.address).path.rstrip("/") if site else ""

    def href(self, file: Path) -> str:
        """Return the link of a page to a file in the static folder."""
        return f"{self.root}/{quote(file.relative_to(self.static).as_posix())}"


def site_of(campaign: Campaign) -> PublishedSite:
    """Return the site of a campaign. Raises ConfigError if flyers.toml does not name its
    folders."""
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
    return PublishedSite(campaign=campaign, content=campaign.content, static=campaign.static)


def scope_of(site: PublishedSite, today: datetime.date) -> BuildScope:
    """Return the statements of the site, and the files of those that it shows. Raises
    ConfigError."""
    found = tuple(entries(site.content, today))
    campaign, row = site.campaign, site.campaign.publishing
    return BuildScope(
        home=campaign.folder or site.static.parent,
        out=site.static,
        memory=campaign.build.out / FOLDER / "published",
        entries=found,
        jobs=tuple(jobs_of(found, row, out=site.static, path=row.path, previews=False)),
        folders={},
    )
