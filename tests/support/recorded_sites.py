"""Sites whose addresses were recorded, held against those that we compute."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from flyers.core.errors import AddressError
from flyers.sites import site_in
from flyers.sites.site import GeneratedSite, WebPage
from flyers.statements import frontmatter
from recording.sample import sites_in

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, kw_only=True)
class Compared:
    """A page: the addresses that the versions of its generator gave, None for no page, and ours, or
    why there is none."""

    site: str
    path: str
    given: tuple[str | None, ...]
    ours: str
    refused: str

    @property
    def is_right(self) -> bool:
        """True if ours is that of every version."""
        return bool(self.ours) and {unquote(self.ours)} == {
            unquote(one or "") for one in self.given
        }


def compared(generator: str, folder: Path) -> Iterator[Compared]:
    """Yield each page of the generator's record; its sites are written below the folder."""
    record = ROOT / "tests" / "sites" / "recorded" / f"{generator}.json"
    for number, recorded in enumerate(sites_in(record)):
        home = folder / str(number)
        recorded.sample.write(home)
        site = site_in(home)
        assert site
        for path, given in recorded.addresses.items():
            ours, refused = _address(site, home / path)
            yield Compared(
                site=recorded.sample.name, path=path, given=given, ours=ours, refused=refused
            )


def web_page(path: Path) -> WebPage:
    """Return a file with front matter as a page."""
    values = frontmatter.split(path.read_text("utf-8"), str(path)).values
    return WebPage(
        name=path.stem,
        filename=path.stem,
        title=str(values.get("title", "")),
        slug=str(values.get("slug", "")),
        date=None,
        path=path.resolve(),
        values=values,
    )


def _address(site: GeneratedSite, path: Path) -> tuple[str, str]:
    try:
        made = site.path_of(web_page(path))
        # A language with a host of its own has whole addresses.
        return made if "://" in made else f"{site.address.rstrip('/')}/{made.lstrip('/')}", ""
    except AddressError as error:
        return "", str(error)
