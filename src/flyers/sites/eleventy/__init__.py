"""An Eleventy site: the addresses of its pages, by 11ty.dev, "Permalinks" and "Data cascade".

``program`` reads the configuration, with the help of ``sites.script``; ``cascade`` has the data of
pages; ``permalink`` fills simple templates, ``addresses`` puts an address together.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from flyers.sites.eleventy.addresses import EleventyRules, path_of
from flyers.sites.eleventy.cascade import Cascade, cascade_of
from flyers.sites.eleventy.program import (
    EleventyCopies,
    Program,
    below,
    json_of,
    version_of,
)
from flyers.sites.site import ContentFolder, GeneratedSite, ServedFolder, WebPage

_HOSTS = re.compile(r"(^|\.)(github|gitlab|bitbucket|codeberg)\.(com|org)$")
"""Where `npm init` says that the homepage of any project is."""


@dataclass(frozen=True, kw_only=True)
class EleventySite(GeneratedSite):
    """A site with the rules and the data that its addresses are made by."""

    site_rules: EleventyRules
    cascade: Cascade
    copies: EleventyCopies

    def path_of(self, page: WebPage) -> str:
        """Return the path of a page. Raises AddressError."""
        return path_of(page, self.site_rules, self.cascade)

    def language_of(self, path: Path) -> str:
        """Return the language that data files give a page, or its folder's, else the site's."""
        for layer in self.cascade.of_folder(path.parent):
            for key in _LANGUAGES:
                if isinstance(layer.values.get(key), str):
                    return str(layer.values[key])
        return super().language_of(path)

    def rules(self) -> Iterator[tuple[str, str]]:
        """Yield the rules of data files, and that of other pages."""
        for folder, layers in self.cascade.local.items():
            if rule := next((x.values["permalink"] for x in layers if "permalink" in x.values), ""):
                yield f"pages in {folder.parent.name}", str(rule)
        yield "pages", "/{{ page.filePathStem }}/"

    def what_serves(self, file: Path) -> str:
        """Return the line that makes the site serve a file's folder."""
        inside = file.relative_to(self.folder).parts
        root = self.contents[0].folder.relative_to(self.folder).parts
        depth = len(root) + 1 if inside[: len(root)] == root else 1
        name = "/".join(inside[:depth])
        line = f'{self.copies.receiver}.addPassthroughCopy("{name}");'
        return f"add {line} to {self.file.name}"


_LANGUAGES = ("lang", "language", "locale")


def site_of(path: Path) -> EleventySite:
    """Return the site."""
    folder, program = path.parent, Program(path)
    folders = program.folders()
    root = (folder / below(folders.input or ".")).resolve()
    data = root / folders.data
    layouts = tuple((root / name).resolve() for name in (folders.layouts, folders.includes) if name)
    out = (folder / below(folders.output)).resolve()
    cascade = cascade_of(root, data, layouts, out)
    copies = program.copies()
    facts = _facts(cascade)
    served = tuple(_served(folder, root, copies))
    prefix = program.prefix()
    address = _address(folder, facts)
    return EleventySite(
        generator="Eleventy",
        file=path,
        address=_joined(address, prefix) if prefix is not None else "",
        contents=(ContentFolder(folder=root), *_languages(root, cascade, program)),
        static=_static(root, served, folder),
        served=served,
        unsure_served=f"{path.name} computes what it copies" if copies.computed else "",
        language=next((str(facts[key]) for key in _LANGUAGES if key in facts), ""),
        outputs=(below(folders.output),),
        files=tuple(dict.fromkeys((*program.files, *_packages(folder), *cascade.files))),
        site_rules=EleventyRules.of(
            program, root, version_of(folder), [root / folders.data, out, *layouts]
        ),
        cascade=cascade,
        copies=copies,
    )


def _packages(folder: Path) -> Iterator[Path]:
    """Yield the files that say what the site is built with."""
    for place in (folder, folder / "node_modules" / "@11ty" / "eleventy"):
        if (place / "package.json").is_file():
            yield place / "package.json"


def _facts(cascade: Cascade) -> dict[str, Any]:
    """Return the plain values of the site in the data files that most sites have."""
    found: dict[str, Any] = {}
    for name in ("metadata", "site"):
        for layer in cascade.everywhere:
            value = layer.values.get(name)
            if isinstance(value, dict):
                plain = {key: one for key, one in value.items() if isinstance(one, str)}
                found = {**plain, **found}
    return found


def _address(folder: Path, facts: dict[str, Any]) -> str:
    """Return the address in the site's data, or the homepage that package.json gives."""
    url = str(facts.get("url", ""))
    if url.startswith("http"):
        return url.rstrip("/")
    home = json_of(folder / "package.json").get("homepage")
    home = home if isinstance(home, str) and home.startswith("http") and "#" not in home else ""
    return "" if _HOSTS.search(urlsplit(home).hostname or "") else home.rstrip("/")


def _joined(address: str, prefix: str) -> str:
    """Return the address with the path that the site's root has; it may have it already."""
    if not address or not prefix:
        return address
    path = urlsplit(address).path.strip("/")
    if path:
        return address if path == prefix else ""
    return f"{address}/{prefix}"


def _languages(root: Path, cascade: Cascade, program: Program) -> Iterator[ContentFolder]:
    """Yield the folders of one language each."""
    for path, layers in cascade.local.items():
        if path.name == path.parent.name and path.parent != root:
            words = (layer.values.get(key) for layer in layers for key in _LANGUAGES)
            if word := next((one for one in words if isinstance(one, str)), ""):
                yield ContentFolder(folder=path.parent, language=word)
    if program.sorts_languages():
        for folder in sorted(root.glob("*")):
            if folder.is_dir() and re.fullmatch(r"[a-z]{2}(-[A-Za-z]{2,4})?", folder.name):
                yield ContentFolder(folder=folder, language=folder.name)


def _served(folder: Path, root: Path, copies: EleventyCopies) -> Iterator[ServedFolder]:
    """Yield what is copied, by its path on the site (11ty.dev, "Passthrough file copy")."""
    for source, target in copies.pairs:
        path = Path(re.split(r"/?[^/]*[*?{\[]", below(source))[0])
        if path.as_posix() != below(source) and not re.search(r"\*\*/\*(\.pdf)?$", source):
            continue  # a pattern that may leave a PDF out
        home = (folder / path).resolve()
        if target is not None:
            at = below(target)
            yield ServedFolder(folder=home, at="" if at == "." else at)
        else:
            near = home.relative_to(root) if home.is_relative_to(root) else path
            yield ServedFolder(folder=home, at="" if near == Path() else near.as_posix())
    if ".pdf" in copies.suffixes:
        yield ServedFolder(folder=root)


def _static(root: Path, served: tuple[ServedFolder, ...], folder: Path) -> Path:
    """Return the folder whose files have their own paths on the site, as far as it copies them."""
    at_root = next((one.folder for one in served if one.at == ""), None)
    if at_root or not served or any(one.folder.is_relative_to(root) for one in served):
        return at_root or root
    first = served[0]
    return folder if first.folder == folder / str(first.at) else root
