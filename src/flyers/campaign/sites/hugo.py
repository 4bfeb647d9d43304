"""A Hugo site's own configuration: baseURL, permalinks by section, staticDir, contentDir."""

from pathlib import Path

from flyers.campaign.file import read

FILES = tuple(f"{stem}.{kind}" for stem in ("hugo", "config") for kind in ("toml", "yaml", "json"))

PERMALINK = "/:sections/:slugorcontentbasename/"
"""Where Hugo puts a page when its configuration says nothing."""


def site_of(path: Path) -> dict[str, str]:
    """What it says for [site] in flyers.toml; nothing where it has no full address."""
    table = {str(key).lower(): value for key, value in read(path).table.items()}  # keys in any case
    base = table.get("baseurl")
    if not isinstance(base, str) or not base.startswith("http"):
        return {}
    static = table.get("staticdir", "static")
    return {
        "address": base,
        "permalink": _rule(table.get("permalinks")),
        "static": static if isinstance(static, str) else "static",
        "content": str(table.get("contentdir", "content")),
    }


def _rule(rules: object) -> str:
    """The first section's rule; since Hugo 0.115 those of pages have a table of their own."""
    if isinstance(rules, dict) and isinstance(rules.get("page"), dict):
        rules = rules["page"]
    texts = [v for v in rules.values() if isinstance(v, str)] if isinstance(rules, dict) else []
    return texts[0] if texts else PERMALINK
