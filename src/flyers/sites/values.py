"""Plain values of a whole site, by the names that its templates use for them.

==========  ========================================================================
Jekyll      ``site``: _config.yml, and ``site.data``: ``_data`` in YAML, JSON and CSV
Eleventy    files of ``_data`` in JSON and YAML, ``pkg``, and data files of the folders
            from the content's to the page's
Hugo        ``params``
==========  ========================================================================

Files are read only where they belong, and no further than ``LARGEST`` and ``MOST``.
"""

import csv
import json
import tomllib
from collections.abc import Callable, Iterator, Mapping
from io import StringIO
from pathlib import Path
from typing import Any

from flyers.core.errors import ConfigError
from flyers.core.table_file import table_in
from flyers.sites.hugo.site import HugoSite
from flyers.sites.site import GeneratedSite
from flyers.statements.facts import yamltext
from flyers.statements.surroundings import SiteText, SiteValues

LARGEST = 1_000_000
"""Bytes of one file of data."""
MOST = 200
"""Files of data of one site."""
_KINDS = frozenset({".json", ".yml", ".yaml", ".csv", ".tsv", ".toml"})


def values_of(site: GeneratedSite, page: Path | None) -> SiteValues:
    """Return the values that a page of the site may have put in; none of them is made here."""
    read = _READERS.get(site.generator)
    return read(site, page) if read else SiteValues()


def include_of(site: GeneratedSite, page: Path | None, name: str, *, beside: bool) -> SiteText:
    """Return a file that a page includes, if it is no template; nothing of it is run."""
    content = site.contents[0].folder if site.contents else site.folder
    folders = {"Jekyll": site.folder / "_includes", "Eleventy": content / "_includes"}
    folder = page.parent if beside and page else folders.get(site.generator)
    if folder is None:
        return SiteText()
    file = folder / name
    if file.suffix.lower() not in _PLAIN or not _is_read(file, folder):
        return SiteText()
    try:
        text = file.read_text("utf-8-sig")
    except (OSError, ValueError):
        return SiteText()
    is_plain = "{{" not in text and "{%" not in text
    return SiteText(text=text.strip() if is_plain else "", file=file)


_PLAIN = frozenset({".md", ".markdown", ".html", ".htm", ".txt"})


def _jekyll(site: GeneratedSite, _page: Path | None) -> SiteValues:
    table = _config(site.file)
    folder = site.folder / str(table.get("data_dir") or "_data")
    files = list(_files(folder, site.folder))
    data: dict[str, Any] = {}
    for file in files:
        inner = data
        for part in file.relative_to(folder).parent.parts:
            inner = inner.setdefault(part, {})
            if not isinstance(inner, dict):
                break
        else:
            inner[file.stem] = _value(file)
    values = {"site": {**table, "data": data}}
    return SiteValues(values=values, files=(site.file, *files))


def _hugo(site: GeneratedSite, page: Path | None) -> SiteValues:
    if not isinstance(site, HugoSite):
        return SiteValues()
    languages = site.table.get("languages")
    tag = site.language_of(page).lower() if page else ""
    own = languages.get(tag) if isinstance(languages, Mapping) else None
    tables = (site.table.get("params"), own.get("params") if isinstance(own, Mapping) else None)
    params: dict[str, Any] = {}
    for table in tables:
        params |= table if isinstance(table, Mapping) else {}
    return SiteValues(values={"params": params}, files=site.files)


def _eleventy(site: GeneratedSite, page: Path | None) -> SiteValues:
    content = site.contents[0].folder if site.contents else site.folder
    files = list(_files(content / "_data", site.folder))
    values = {file.stem: _value(file) for file in files}
    package = site.folder / "package.json"
    if package.is_file():
        values["pkg"] = _value(package)
    for file in _beside(page, content):
        found = _value(file)
        if isinstance(found, dict):
            values |= found
            files.append(file)
    return SiteValues(values=values, files=tuple(files))


def _beside(page: Path | None, content: Path) -> Iterator[Path]:
    """Yield the data files of a page's folders, then its own (11ty.dev, "Template and directory
    data files")."""
    if page is None or not page.is_relative_to(content):
        return
    folders = [folder for folder in page.parents if folder.is_relative_to(content)]
    named = [(folder, folder.name) for folder in reversed(folders)]
    for folder, name in (*named, (page.parent, page.stem)):
        for suffix in (".json", ".11tydata.json"):
            if _is_read(file := folder / f"{name}{suffix}", content):
                yield file


_READERS: Mapping[str, Callable[[GeneratedSite, Path | None], SiteValues]] = {
    "Jekyll": _jekyll,
    "Hugo": _hugo,
    "Eleventy": _eleventy,
}


def _config(file: Path) -> Mapping[str, Any]:
    try:
        return table_in(file)[0]
    except ConfigError:
        return {}


def _files(folder: Path, site: Path) -> Iterator[Path]:
    """Yield the data files of a folder in the order of their names."""
    if not folder.is_dir():
        return
    found = (file for file in sorted(folder.rglob("*")) if file.suffix.lower() in _KINDS)
    for number, file in enumerate(found):
        if number < MOST and _is_read(file, site):
            yield file


def _is_read(file: Path, site: Path) -> bool:
    """Return True for a file of the site's own that is no larger than data may be."""
    try:
        inside = file.resolve().is_relative_to(site.resolve())
        return inside and file.is_file() and file.stat().st_size <= LARGEST
    except OSError:
        return False


def _value(file: Path) -> Any:
    """Return the value of a data file; None if it cannot be read."""
    try:
        text = file.read_text("utf-8-sig")
        return _DECODERS[file.suffix.lower()](text)
    except (OSError, ValueError, RecursionError, csv.Error, yamltext.YamlError):
        return None


def _rows(delimiter: str) -> Callable[[str], Any]:
    return lambda text: list(csv.DictReader(StringIO(text), delimiter=delimiter))


_DECODERS: Mapping[str, Callable[[str], Any]] = {
    ".json": json.loads,
    ".toml": tomllib.loads,
    ".yml": yamltext.load,
    ".yaml": yamltext.load,
    ".csv": _rows(","),
    ".tsv": _rows("\t"),
}
