"""A Jekyll site's own configuration: url, baseurl, permalink, collections."""

import re
from pathlib import Path
from typing import Any

from flyers.core.table_file import table_in
from flyers.sites.rules import RuledSite, in_our_tokens
from flyers.sites.site import ContentFolder

FILES = ("_config.yml", "_config.yaml", "_config.toml")

_STYLES = {
    # jekyllrb.com, "Permalinks": built-in formats
    "none": "/:categories/:title:output_ext",
    "date": "/:categories/:year/:month/:day/:title:output_ext",
    "pretty": "/:categories/:year/:month/:day/:title/",
    "ordinal": "/:categories/:year/:y_day/:title:output_ext",
}
_TOKENS = {
    "year": ":year",
    "month": ":month",
    "day": ":day",
    "y_day": ":yearday",
    "long_month": ":monthname",
    "title": ":slug",
    "slug": ":slug",
    "name": ":slug",
    "output_ext": ".html",
}


def site_of(path: Path) -> RuledSite:
    """Return the site."""
    found = _keys(path)
    folder = path.parent
    return RuledSite(
        generator="Jekyll",
        file=path,
        address=found.get("address", ""),
        contents=(ContentFolder(folder=(folder / found["content"]).resolve()),),
        static=(folder / found["static"]).resolve(),
        permalink=found.get("permalink"),
        outputs=("_site",),
        files=(path,),
    )


def _keys(path: Path) -> dict[str, str]:
    """Return what the file says.

    No rule is returned if it has categories and a post has some, or if ``defaults`` give
    some posts another.
    """
    table = table_in(path)[0]
    site = {"static": str(table.get("source") or ".")}
    url = table.get("url")
    if isinstance(url, str) and url.startswith("http"):
        site["address"] = url.rstrip("/") + _path(table.get("baseurl"))
    collection, rows = _collection(table.get("collections"))
    folder = Path(site["static"], str(table.get("collections_dir") or "."))
    site["content"] = str(folder / f"_{collection or 'posts'}")
    rule = rows.get("permalink") or (f"/{collection}/:title:output_ext" if collection else None)
    rule = rule or table.get("permalink") or "date"
    if isinstance(rule, str) and not _has_other_rules(table.get("defaults")):
        known = {**_TOKENS, "collection": collection}
        if rule in _STYLES and not _has_categories(path.parent / site["content"]):
            known["categories"] = ""
        if ours := in_our_tokens(_STYLES.get(rule, rule), r":([a-z_]+)", known):
            site["permalink"] = ours
    return site


_CATEGORIES = re.compile(
    rb"^categor(y|ies)[ \t]*:[ \t]*[^\s\[]|^categories[ \t]*:\s*(-|\[\s*[^\s\]])", re.MULTILINE
)


def _has_categories(folder: Path) -> bool:
    """Return True if a post has categories in its front matter, or is in a folder, which is one."""
    posts = [file for file in folder.rglob("*.*") if file.is_file()]
    return any(file.parent != folder or _CATEGORIES.search(file.read_bytes()) for file in posts)


def _has_other_rules(defaults: Any) -> bool:
    """Return True if ``defaults`` have a permalink (jekyllrb.com, "Front Matter Defaults")."""
    rows = defaults if isinstance(defaults, list) else []
    values = (row.get("values") for row in rows if isinstance(row, dict))
    return any(isinstance(value, dict) and "permalink" in value for value in values)


def _path(base: Any) -> str:
    return f"/{base.strip('/')}" if isinstance(base, str) and base.strip("/") else ""


def _collection(collections: Any) -> tuple[str, dict[str, Any]]:
    """Return the one collection of pages with its settings; none if there are several, or posts."""
    if not isinstance(collections, dict):
        return "", {}
    written = {
        name: rows
        for name, rows in collections.items()
        if isinstance(rows, dict) and rows.get("output")
    }
    if len(written) != 1 or "posts" in written:
        return "", {}
    return next((str(name), rows) for name, rows in written.items())
