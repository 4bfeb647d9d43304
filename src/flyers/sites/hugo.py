"""A Hugo site's own configuration: baseURL, permalinks by section, staticDir, contentDir."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from flyers.core.errors import ConfigError
from flyers.core.table_file import table_in
from flyers.sites.rules import RuledSite
from flyers.sites.site import ContentFolder

FILES = tuple(f"{stem}.{kind}" for stem in ("hugo", "config") for kind in ("toml", "yaml", "json"))

PERMALINK = "/:sections/:slugorcontentbasename/"
"""Hugo's permalink for sections without a rule of their own."""


def site_of(path: Path) -> RuledSite | None:
    """Return the site; None if the file is no site's. Raises ConfigError."""
    found = _keys(path)
    if not found:
        return None
    folder = path.parent
    return RuledSite(
        generator="Hugo",
        file=path,
        address=found.get("address", ""),
        contents=(ContentFolder(folder=(folder / found["content"]).resolve()),),
        static=(folder / found["static"]).resolve(),
        permalink=found.get("permalink"),
        sections=rules_of(path),
        outputs=("public",),
        files=(path,),
    )


def _keys(path: Path) -> dict[str, str]:
    """Return what the file says: nothing if it is no site's, and no address if that is not a whole
    one."""
    table = _table(path)
    if "baseurl" not in table and path.stem != "hugo":
        return {}
    base, static = table.get("baseurl"), table.get("staticdir", "static")
    return {
        **({"address": base} if isinstance(base, str) and base.startswith("http") else {}),
        "permalink": _ours(PERMALINK, table, path),
        "static": static if isinstance(static, str) else "static",
        "content": str(table.get("contentdir", "content")),
    }


def rules_of(path: Path) -> dict[str, str]:
    """Return the permalink rules of sections, by section in lower case.

    Since Hugo 0.115 rules for pages may stand in a table of their own, which overrides the others
    (gohugo.io, "Permalinks"). Raises ConfigError for rules that cannot be read.
    """
    table = _table(path)
    rules = table.get("permalinks", {})
    pages = rules.get("page", {}) if isinstance(rules, dict) else None
    if not isinstance(pages, dict | str):
        raise ConfigError(
            f"{path}: its permalinks are not a table of rules by section; "
            "set [site] permalink in flyers.toml."
        )
    both = {**rules, **(pages if isinstance(pages, dict) else {})}
    return {
        str(section).strip("/").lower(): _ours(rule, table, path)
        for section, rule in both.items()
        if isinstance(rule, str)
    }


def _ours(rule: str, table: Mapping[str, Any], path: Path) -> str:
    """Return the rule in our tokens. Hugo's :slug falls back to the title; it is taken from a dated
    file's name only if dates are (gohugo.io, "Front matter"). Raises ConfigError."""
    if part := re.search(r":\w+\[|\\:|:_", rule):
        raise ConfigError(
            f"{path}: the permalink {rule!r} has {part[0]!r}, which flyers cannot read; "
            "set [site] permalink in flyers.toml."
        )
    front = table.get("frontmatter", {})
    if isinstance(front, dict) and ":filename" in str(front.get("date")):
        return re.sub(r":slugor(filename|contentbasename)\b", ":slug", rule)
    return re.sub(r":slug\b", ":slugortitle", rule)


def _table(path: Path) -> dict[str, Any]:
    return {str(key).lower(): value for key, value in table_in(path)[0].items()}  # keys in any case
