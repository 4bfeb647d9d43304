"""Pages whose address depends on what flyers does not read, or that Hugo does not make."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from flyers.core.errors import AddressError
from flyers.core.files import from_here
from flyers.sites.hugo.contentfile import cascades, twin
from flyers.sites.hugo.languages import HugoFolder, SiteLanguages
from flyers.sites.scalars import listed

_HANDED_DOWN = frozenset(
    ("url", "slug", "title", "date", "publishdate", "pubdate", "published", "lastmod", "modified")
) | {"build", "_build", "headless", "outputs", "sites"}
"""Keys that change a page's address, or whether it has one."""

_OWN_RULES = ("uglyurls", "disablepathtolower", "removepathaccents", "frontmatter", "outputs")
"""Keys that count for the whole site in some versions, and for a language in others."""


def check_page(
    values: Mapping[str, Any], path: Path, content: HugoFolder, table: Mapping[str, Any], file: Path
) -> None:
    """Refuse a page by its front matter ``values``, its folder, or the configuration in ``file``.
    Raises AddressError."""
    handed = [(path, values.get("cascade")), *cascades(path, content), (file, table.get("cascade"))]
    for source, cascade in handed:
        if keys := _HANDED_DOWN & set(_keys(cascade)) - set(values):
            raise AddressError(
                f"{from_here(source)} hands {min(keys)!r} down to {path.name} by a cascade, which "
                "flyers does not follow; give the page that key itself, build the site, or give "
                "--url."
            )
    parts = path.relative_to(content.folder).parts
    if any(part[0] in ".#" or part.endswith("~") for part in parts):
        raise AddressError(f"{from_here(path)} is left out by Hugo; rename it, or give --url.")
    if table.get("disablepathtolower") is True and (other := twin(path, content)):
        raise AddressError(
            f"{from_here(other)} is the same folder to Hugo as one of {from_here(path)}; rename "
            "one, or give --url."
        )
    if _is_unmade(values):
        raise AddressError(
            f"{from_here(path)} has no page on the site, by its front matter; give --url, or let "
            "Hugo render it as HTML."
        )
    if what := _unread(table, content):
        raise AddressError(
            f"{from_here(file)} {what}, which flyers does not read; build the site, or give --url."
        )


def check_language(key: str, languages: SiteLanguages, path: Path, file: Path) -> None:
    """Refuse a page in a language that the site does not have, or that has rules of its own which
    not all versions heed. Raises AddressError."""
    language = languages.known.get(key) if languages.default else None
    if language is None or language.disabled:
        raise AddressError(
            f"{from_here(path)} is in {key!r}, which is no language of the site, or a disabled "
            f"one; see languages in {from_here(file)}, or give --url."
        )
    hosts = languages.hosts
    if hosts and any(one.disabled or one.key not in hosts for one in languages.known.values()):
        raise AddressError(
            "Some languages of the Hugo site have a baseURL of their own and others none, or are "
            "disabled, which its versions read differently; build the site, or give --url."
        )
    if own := [one for one in _OWN_RULES if one in language.table]:
        raise AddressError(
            f"The language {key!r} has its own {own[0]}, which not all versions of Hugo heed; "
            "build the site, or give --url."
        )


def _keys(cascade: Any) -> Iterator[str]:
    """Yield all keys that a cascade hands down."""
    for row in cascade if isinstance(cascade, list) else [cascade]:
        if isinstance(row, dict):
            for key, value in row.items():
                yield str(key).lower()
                if key in ("params", "fields") or str(key).startswith(("/", "{")):
                    yield from _keys(value)


def _is_unmade(values: Mapping[str, Any]) -> bool:
    build = values.get("build") or values.get("_build")
    render = build.get("render") if isinstance(build, dict) else None
    outputs = values.get("outputs")
    outputs = outputs if isinstance(outputs, list) else [outputs or "html"]
    return (
        str(values.get("headless")).lower() == "true"
        or str(render).lower() in ("never", "link", "false")
        or "html" not in [str(one).lower() for one in outputs]
    )


def _unread(table: Mapping[str, Any], content: HugoFolder) -> str:
    """Return what the configuration has that is not read; empty if there is nothing."""
    own = (table.get(key) for key in ("permalinks", "uglyurls", "languages"))
    module = table.get("module")
    themes = table.get("theme") or (module.get("imports") if isinstance(module, dict) else None)
    if themes and any(_merges(one) for one in (table, *own)):
        return "takes rules from its theme (_merge)"
    if content.partly:
        return f"has pages of {from_here(content.folder)} in part, or in several languages"
    formats, outputs = table.get("outputformats"), table.get("outputs")
    if isinstance(formats, dict) and "html" in formats:
        return "changes outputFormats.html"
    pages = outputs.get("page") if isinstance(outputs, dict) else None
    if isinstance(pages, list) and "html" not in [str(one).lower() for one in pages]:
        return "has outputs of pages without HTML"
    if "page" in [str(one).lower() for one in listed(table.get("disablekinds"))]:
        return "has pages in disableKinds"
    return "has ignoreFiles" if table.get("ignorefiles") else ""


def _merges(table: Any) -> bool:
    return isinstance(table, dict) and table.get("_merge", "none") != "none"
