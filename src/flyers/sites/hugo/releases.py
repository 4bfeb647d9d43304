"""Versions of Hugo, by what they do differently to addresses.

A site need not say which version builds it. So an address is made by the rules of each version that
may build it, and counts if all of them agree.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any


@dataclass(frozen=True, kw_only=True)
class Release:
    """The rules of Hugo up to, and without, version 0.``before``.

    ``alone``: a single language has a prefix too, if the default language is in a folder.
    ``normal``: paths of files are kept in lower case, with hyphens for blanks.
    ``tokens``: ``url`` in front matter may have tokens.
    ``inside``: a language may stand anywhere among the dots of a file's name.
    ``paths``: rules are for paths below a folder, and cleaned before they are used.
    """

    before: int
    alone: bool = True
    normal: bool = True
    tokens: bool = True
    inside: bool = True
    paths: bool = False


RELEASES = (
    Release(before=112, alone=False, normal=False, tokens=False, inside=False),
    Release(before=123, normal=False, tokens=False, inside=False),
    Release(before=131, tokens=False, inside=False),
    Release(before=146, inside=False),
    Release(before=161),
    Release(before=10_000, paths=True),
)


_SAID = re.compile(r"hugo[-_]version[\"']?\s*[:=]\s*[\"']?v?0\.(\d+)", re.IGNORECASE)
_PIPELINES = ("netlify.toml", ".gitlab-ci.yml", ".github/workflows/*.y*ml")
_LARGEST = 200_000


def releases_for(table: Mapping[str, Any], folder: Path) -> tuple[Release, ...]:
    """Return the versions that may build the site in a folder: the one that the files of its
    pipeline name, if they agree; else those from ``module.hugoVersion.min`` on."""
    module = table.get("module")
    wanted = module.get("hugoversion") if isinstance(module, dict) else None
    least = wanted.get("min") if isinstance(wanted, dict) else None
    found = re.match(r"v?0\.(\d+)", str(least or ""))
    number = int(found[1]) if found else 0
    said = {_release(one) for one in _said(folder)}
    if len(said) == 1:
        return tuple(said)
    return tuple(release for release in RELEASES if release.before > number)


def _release(number: int) -> Release:
    return next(release for release in RELEASES if release.before > number)


@cache
def _said(folder: Path) -> frozenset[int]:
    """Return the versions that a site's pipeline names, for the time of a run."""
    numbers = set()
    for pattern in _PIPELINES:
        for file in filter(Path.is_file, folder.glob(pattern)):
            try:
                with file.open(encoding="utf-8", errors="replace") as opened:
                    numbers |= {int(one) for one in _SAID.findall(opened.read(_LARGEST))}
            except OSError:
                continue
    return frozenset(numbers)
