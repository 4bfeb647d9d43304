"""The site that is published: its folders, its address, and the files that it is to offer."""

import datetime
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path, PurePosixPath
from urllib.parse import quote, urlsplit

from flyers.campaign import Campaign
from flyers.core.belonging import kept_within
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
        """Return the link of a page to a file in the static folder. Raises ConfigError if the
        built site would not have it."""
        generated = self.campaign.generated
        path = generated.path_served(file.resolve()) if generated else None
        return f"{self.root}/{quote(path or file.relative_to(self.static).as_posix())}"

    @property
    def unsure(self) -> str:
        """The reason why it is not known whether the built site has the files, or nothing."""
        generated = self.campaign.generated
        return generated.unsure_served if generated else ""


def site_of(campaign: Campaign) -> PublishedSite:
    """Return the site of a campaign. Raises ConfigError if flyers.toml does not name its folders,
    or if the site as its generator builds it would not have the files."""
    file, row = campaign.file or Path("flyers.toml"), campaign.publishing
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
    site = PublishedSite(campaign=campaign, content=campaign.content, static=campaign.static)
    fixed = takewhile(lambda part: ":" not in part, PurePosixPath(row.path.lstrip("/")).parts)
    folder = campaign.static.joinpath(*fixed)
    kept_within(folder, campaign.static, error=ConfigError)
    site.href(folder / "name.pdf")
    return site


def scope_of(site: PublishedSite, today: datetime.date) -> BuildScope:
    """Return the statements of the site, and the files of those that it shows. Raises
    ConfigError."""
    found = tuple(entries(site.content, today, site.campaign.no_content))
    campaign, row = site.campaign, site.campaign.publishing
    return BuildScope(
        home=campaign.folder or site.static.parent,
        out=site.static,
        memory=campaign.out / FOLDER / "published",
        entries=found,
        jobs=tuple(jobs_of(found, row, out=site.static, path=row.path, previews=False)),
        folders={},
    )
