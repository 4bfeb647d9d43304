"""The site around a statement, as plain values."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


@dataclass(frozen=True, kw_only=True)
class SiteValues:
    """Values of the whole site, by the names that templates use, and the files that they are of."""

    values: Mapping[str, Any] = field(default_factory=dict)
    files: tuple[Path, ...] = ()


@dataclass(frozen=True, kw_only=True)
class SiteText:
    """A file that a page includes, if its text is plain; empty if it is a template."""

    text: str = ""
    file: Path | None = None


@dataclass(frozen=True, kw_only=True)
class Surroundings:
    """Facts of the site that reading a statement needs; all are empty where there is no site."""

    generator: str = ""
    language: str = ""
    """The language of a page that gives none itself."""
    values: Callable[[], SiteValues] = SiteValues
    """Reads the values of the whole site, when a template asks for one."""
    include: Callable[[str, bool], SiteText] = lambda _name, _beside: SiteText()
    """Reads a file that a page includes, by its name: from beside the page, or the site's."""
    link: Callable[[str, str], str] = lambda _kind, _name: ""
    """Finds the address of another page, by a reference's kind and name; empty if it cannot."""


NOTHING = Surroundings()
"""Around standard input and loose files."""
