"""Where a site is, on disk and on the web."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlsplit

from flyers.campaign import Campaign


@dataclass(frozen=True, kw_only=True)
class Site:
    """The folders of a site and the address that it is under, all of them there."""

    campaign: Campaign
    content: Path
    static: Path

    @property
    def root(self) -> str:
        """What the path of every address on the site begins with: nothing, or ``/blog``."""
        site = self.campaign.site
        return urlsplit(site.address).path.rstrip("/") if site else ""

    def href(self, file: Path) -> str:
        """A file of the static folder as a page links to it."""
        return f"{self.root}/{quote(file.relative_to(self.static).as_posix())}"
