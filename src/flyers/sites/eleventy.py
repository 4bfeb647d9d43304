"""An Eleventy site. Its configuration is a program, which is searched with simple patterns."""

import json
import re
from pathlib import Path
from typing import Any

from flyers.sites.rules import RuledSite, in_our_tokens
from flyers.sites.site import ContentFolder

FILES = (
    ".eleventy.js",
    "eleventy.config.js",
    "eleventy.config.mjs",
    "eleventy.config.cjs",
)

_INPUT = re.compile(r"""\binput\s*:\s*(["'`])(?P<value>[^"'`$]+)\1""")
_PREFIX = re.compile(r"""\bpathPrefix\s*:\s*(["'`])(?P<value>[^"'`$]+)\1""")
_COPIED = re.compile(r"""addPassthroughCopy\(\s*(["'`])(?P<value>[^"'`$*]+)\1""")
_URL = re.compile(r"""\burl\s*:\s*(["'`])(?P<value>https?://[^"'`$]+)\1""")
_COMMENT = re.compile(r"(?<!:)//[^\n]*|/\*.*?\*/", re.DOTALL)

_TOKEN = r"\{\{\s*([^{}]*?)\s*\}\}"
_TOKENS = {
    "page.fileSlug": ":slug",
    "page.filePathStem": ":sections/:slug",
    "slug": ":slug",
    "title | slugify": ":title",
    "title | slug": ":title",
}
_RULE = "/:sections/:slug/"
"""Eleventy's default permalink: the page's folders and file."""


def site_of(path: Path) -> RuledSite:
    """Return the site."""
    found = _keys(path)
    folder = path.parent
    return RuledSite(
        generator="Eleventy",
        file=path,
        address=found.get("address", ""),
        contents=(ContentFolder(folder=(folder / found["content"]).resolve()),),
        static=(folder / found["static"]).resolve(),
        permalink=found.get("permalink"),
        outputs=("_site",),
        files=(path,),
    )


def _keys(path: Path) -> dict[str, str]:
    """Return what is written out in the site's files."""
    program = _COMMENT.sub("", _text(path))
    content = _found(_INPUT, program) or "."
    site = {"content": content, "static": _found(_COPIED, program) or content}
    if address := _address(path.parent, content):
        prefix = (_found(_PREFIX, program) or "").strip("/")
        site["address"] = f"{address.rstrip('/')}/{prefix}".rstrip("/")
    rules = _rules(path.parent / content)
    if not rules:
        site["permalink"] = _RULE
    elif len(rules) == 1 and (ours := in_our_tokens(rules.pop(), _TOKEN, _TOKENS)):
        site["permalink"] = ours
    return site


def _address(folder: Path, content: str) -> str:
    """Return the address in the data files that most sites have, or in package.json."""
    for name in ("metadata", "site"):
        data = folder / content / "_data" / name
        if found := _json(data.with_suffix(".json")).get("url"):
            return str(found)
        if found := _found(_URL, _COMMENT.sub("", _text(data.with_suffix(".js")))):
            return found
    home = _json(folder / "package.json").get("homepage")
    return home if isinstance(home, str) and home.startswith("http") else ""


def _rules(folder: Path) -> set[str]:
    """Return the permalink rules that data files of folders set."""
    files = [file for file in folder.rglob("*.json") if "node_modules" not in file.parts]
    rules = {_json(file).get("permalink") for file in files if _is_data(file)}
    return {rule for rule in rules if isinstance(rule, str)}


def _is_data(file: Path) -> bool:
    return file.stem.removesuffix(".11tydata") == file.parent.name


def _found(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.search(text)
    return match["value"] if match else ""


def _json(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(_text(path) or "{}")
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8", errors="replace")
    except OSError:
        return ""
