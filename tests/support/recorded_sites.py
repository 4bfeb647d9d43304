"""Sites whose addresses were recorded, held against those that we compute."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from flyers.core.errors import AddressError
from flyers.sites import site_in
from flyers.sites.site import GeneratedSite, WebPage
from flyers.statements.facts import frontmatter
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
        given = {unquote(one or "") for one in self.given}
        return bool(self.ours) and given == {unquote(self.ours)}

    @property
    def is_left_out(self) -> bool:
        """True if every version has the page, none elsewhere, and we refuse it."""
        return bool(self.refused) and None not in self.given and len(set(self.given)) == 1


def versions(generator: str) -> list[str]:
    """Return the versions of a record."""
    found: list[str] = json.loads(_record(generator).read_text("utf-8"))["versions"]
    return found


def compared(
    generator: str, folder: Path, files: Mapping[str, str] | None = None, version: int | None = None
) -> Iterator[Compared]:
    """Yield each page of the generator's record, with the address of one version, by its number, or
    with those of all.

    The sites are written below the folder, with further ``files`` in each.
    """
    for number, recorded in enumerate(sites_in(_record(generator))):
        home = folder / str(number)
        recorded.sample.write(home)
        for name, text in (files or {}).items():
            (home / name).write_text(text, "utf-8")
        site = site_in(home)
        assert site
        for path, given in recorded.addresses.items():
            given = given if version is None else (given[version],)
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


def _record(generator: str) -> Path:
    return ROOT / "tests" / "sites" / "recorded" / f"{generator}.json"


def _address(site: GeneratedSite, path: Path) -> tuple[str, str]:
    try:
        made = site.path_of(web_page(path))
        # A language with a host of its own has whole addresses.
        return made if "://" in made else f"{site.address.rstrip('/')}/{made.lstrip('/')}", ""
    except AddressError as error:
        return "", str(error)
