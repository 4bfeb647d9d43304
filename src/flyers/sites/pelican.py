"""A Pelican site's own configuration: Python, of which plain assignments are read; none is run."""

import ast
from pathlib import Path
from typing import Any

from flyers.core.errors import ConfigError
from flyers.sites.rules import RuledSite, in_our_tokens
from flyers.sites.site import ContentFolder

FILES = ("pelicanconf.py",)
PUBLISHED = "publishconf.py"
"""Settings of the published site, beside the first file; they override its settings."""

_RULE = "{slug}.html"
"""Pelican's default permalink of an article."""

_TOKENS = {
    "slug": ":slug",
    "date:%Y": ":year",
    "date:%m": ":month",
    "date:%d": ":day",
    "date:%j": ":yearday",
}


def site_of(path: Path) -> RuledSite:
    """Return the site."""
    found = _keys(path)
    folder = path.parent
    return RuledSite(
        generator="Pelican",
        file=path,
        address=found.get("address", ""),
        contents=(ContentFolder(folder=(folder / found["content"]).resolve()),),
        static=(folder / found["static"]).resolve(),
        permalink=found.get("permalink"),
        outputs=("output",),
        files=(path,),
    )


def _keys(path: Path) -> dict[str, str]:
    """Return what the files say."""
    values = {**_assigned(path), **_assigned(path.with_name(PUBLISHED))}
    content = values.get("PATH") or "content"
    site = {"content": str(content), "static": str(content)}
    url = values.get("SITEURL")
    if isinstance(url, str) and url.startswith("http"):
        site["address"] = url
    rule = values.get("ARTICLE_URL", _RULE)
    if isinstance(rule, str) and (ours := in_our_tokens(rule, r"\{([^{}]*)\}", _TOKENS)):
        site["permalink"] = ours
    return site


def _assigned(path: Path) -> dict[str, Any]:
    """Return the names that are set to literal values: texts, numbers, lists of them."""
    if not path.is_file():
        return {}
    try:
        tree = ast.parse(path.read_text("utf-8"))
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise ConfigError(f"{path} cannot be read: {error}; mend that place.") from None
    except OSError as error:
        raise ConfigError(
            f"Cannot read {path} ({error.strerror}); check its permissions."
        ) from None
    found = {}
    for node in tree.body:
        if isinstance(node, ast.Assign):
            for target in node.targets:
                if isinstance(target, ast.Name):
                    found[target.id] = _plain(node.value)
    return found


def _plain(node: ast.expr) -> Any:
    try:
        return ast.literal_eval(node)
    except (ValueError, TypeError, SyntaxError, MemoryError, RecursionError):
        return None
