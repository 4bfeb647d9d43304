"""What flyers.toml says, as the rest of the tool uses it."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from flyers.catalogue.imprints import NONE
from flyers.catalogue.inks import Swatch
from flyers.catalogue.printers import Printer, printer_named
from flyers.statements.addresses import Site


@dataclass(frozen=True, kw_only=True)
class Law:
    """[imprint]: under whose law pieces are printed, and what their imprint is made of."""

    jurisdiction: str
    fields: Mapping[str, str]
    union_label: bool = False

    @property
    def unprinted(self) -> tuple[str, ...]:
        """Fields that are given, though no imprint is printed."""
        return tuple(self.fields) if self.jurisdiction == NONE else ()


@dataclass(frozen=True, kw_only=True)
class Build:
    """[build]: what is made where nothing else is asked for. ``statements`` are patterns of
    files from the folder of flyers.toml; None for all of the site's content. ``held_back`` is
    whether what the site does not show is made as well."""

    statements: tuple[str, ...] | None
    held_back: bool
    layouts: tuple[str, ...]
    formats: tuple[str, ...]
    printers: tuple[str, ...]
    out: Path


@dataclass(frozen=True, kw_only=True)
class Publishing:
    """[publish]: the files that the site offers. ``path`` is the rule for where they are below
    the static folder, ``button`` the form of its link, ``label`` what that says."""

    layouts: tuple[str, ...]
    formats: tuple[str, ...]
    printers: tuple[str, ...]
    path: str
    button: str
    label: str | None


@dataclass(frozen=True, kw_only=True)
class Codes:
    """[qr]: what the codes lead to. ``short`` whether by the site's short way, ``tracking`` none,
    utm or path, and ``path`` the rule for that."""

    short: bool
    tracking: Literal["none", "utm", "path"]
    path: str


@dataclass(frozen=True, kw_only=True)
class Identity:
    """[campaign]: who speaks, and how that looks. Colours and faces by what they are for."""

    name: str | None
    logo: Path | None
    contact: tuple[str, ...]
    languages: tuple[str, ...]
    palette: Mapping[str, Swatch]
    faces: Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class Handout:
    """One thing that is handed out at an event; ``copies`` None where the kit reckons them."""

    layout: str
    format: str
    copies: int | None = None
    printer: str | None = None
    sheet: str | None = None


@dataclass(frozen=True, kw_only=True)
class Occasion:
    """[events.NAME]: an event that pieces are made for. ``kit`` names ready-made uses to start
    from; times are as written, in words too."""

    name: str
    title: str | None
    when: datetime.datetime | datetime.date | str | None
    until: datetime.datetime | datetime.date | str | None
    where: str | None
    kit: str | None
    volunteers: int | None
    use: tuple[Handout, ...]


@dataclass(frozen=True, kw_only=True)
class Campaign:
    """What the configuration says. ``file`` is the flyers.toml, if there is one, and ``read_from``
    all files that said something; ``static`` and ``content`` are the site's folders, ``pages`` that
    which its sections are folders of; ``sheets`` the presets for press sheets, by name, in words;
    ``law`` what the imprint is to be; ``printers`` the user's own."""

    file: Path | None
    read_from: tuple[Path, ...]
    site: Site | None
    static: Path | None
    content: Path | None
    pages: Path | None
    build: Build
    publishing: Publishing
    identity: Identity
    codes: Codes
    sheets: Mapping[str, Mapping[str, Any]]
    printers: Mapping[str, Printer]
    events: Mapping[str, Occasion]
    law: Law | None

    @property
    def folder(self) -> Path | None:
        """Where flyers.toml is; fonts and layouts of the campaign's own are beside it."""
        return self.file.parent if self.file else None

    def printer(self, name: str) -> Printer:
        """The printer of that name, shipped or the campaign's own; or UnknownNameError."""
        return printer_named(name, self.printers)
