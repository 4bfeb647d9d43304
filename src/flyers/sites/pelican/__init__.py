"""A Pelican site: the addresses of its articles and pages, by docs.getpelican.com, "Settings".

``settings`` reads its Python files, ``slugs`` makes slugs as Pelican does, ``address`` puts an
address together.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from flyers.core.errors import AddressError
from flyers.sites.pelican.address import address_of
from flyers.sites.pelican.metadata import KINDS, PelicanFacts, facts_of
from flyers.sites.pelican.settings import Settings, settings_of
from flyers.sites.site import ContentFolder, GeneratedSite, ServedFolder, WebPage

PUBLISHED = "publishconf.py"
"""The settings of the published site, beside the first file, which it usually imports whole."""


@dataclass(frozen=True, kw_only=True)
class PelicanSite(GeneratedSite):
    """A site with the settings that its address is made by."""

    settings: Settings

    def path_of(self, page: WebPage) -> str:
        """Return the path of an article or a page. Raises AddressError."""
        return address_of(self._facts(page), self.settings)

    def language_of(self, path: Path) -> str:
        """Return the language in a file's name or path, else the site's."""
        try:
            page = WebPage(name="", filename="", title="", slug="", date=None, path=path)
            return self._facts(page).metadata.get("lang") or self.language
        except AddressError:
            return self.language

    def rules(self) -> Iterator[tuple[str, str]]:
        """Yield the rules of articles and of pages."""
        for kind in KINDS.values():
            yield kind.called, str(self.settings.known(f"{kind.setting}_URL", kind.url))

    def what_serves(self, file: Path) -> str:
        """Return the line that makes the site serve a file."""
        try:
            folder = file.relative_to(self.contents[0].folder).parts[0]
        except (ValueError, IndexError):
            return f"Pelican serves nothing outside of {self.contents[0].folder}; set static to it"
        return f'add {folder!r} to STATIC_PATHS in {self.file.name}, as in ["images", {folder!r}]'

    def _facts(self, page: WebPage) -> PelicanFacts:
        return facts_of(page, self.contents[0].folder, self.settings)


def site_of(path: Path) -> PelicanSite:
    """Return the site. Raises ConfigError if its files cannot be read."""
    published = path.with_name(PUBLISHED)
    settings = settings_of(path, *([published] if published.is_file() else []))
    content = (path.parent / _content(settings, path.parent)).resolve()
    url = settings.known("SITEURL", "")
    language = settings.known("DEFAULT_LANG", "" if settings.is_computed("DEFAULT_LANG") else "en")
    output = settings.known("OUTPUT_PATH", "output")
    return PelicanSite(
        generator="Pelican",
        file=path,
        address=url.rstrip("/") if isinstance(url, str) and url.startswith("http") else "",
        contents=(ContentFolder(folder=content),),
        static=content,
        served=tuple(_served(content, settings)),
        unsure_served=_unsure(settings),
        language=language if isinstance(language, str) else "",
        outputs=(output.rstrip("/") if isinstance(output, str) else "output",),
        files=settings.files,
        settings=settings,
    )


def _content(settings: Settings, folder: Path) -> str:
    """Return PATH; `pelican-quickstart` once left it to the command line, as ``content``."""
    path = settings.known("PATH")
    if isinstance(path, str):
        return path
    return "content" if (folder / "content").is_dir() else "."


_MOVING = ("STATIC_PATHS", "STATIC_URL", "STATIC_SAVE_AS", "EXTRA_PATH_METADATA")


def _unsure(settings: Settings) -> str:
    """Return why it is not known where the site has its static files, or nothing."""
    computed = next((name for name in _MOVING if settings.is_computed(name)), "")
    if computed:
        return f"{settings.file.name} computes {computed}"
    moved = any(settings.known(name, "{path}") != "{path}" for name in _MOVING[1:3])
    return f"{settings.file.name} moves static files by STATIC_URL" if moved else ""


def _served(content: Path, settings: Settings) -> Iterator[ServedFolder]:
    """Yield the static folders and files, which keep their paths below the content."""
    paths = settings.known("STATIC_PATHS", ["images"])
    if _unsure(settings) or not isinstance(paths, list | tuple):
        return
    moved = settings.known("EXTRA_PATH_METADATA", {})
    for one, facts in moved.items() if isinstance(moved, dict) else ():
        if isinstance(one, str) and isinstance(facts, dict) and "path" in facts:
            path = content / one
            yield ServedFolder(
                folder=path.resolve(), at=str(facts["path"]) if path.is_file() else None
            )
    for one in paths:
        if isinstance(one, str):
            yield ServedFolder(folder=(content / one).resolve(), at=one.strip("/"))
