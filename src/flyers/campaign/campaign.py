"""Values of flyers.toml, a class for each section."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from flyers.campaign.reach import check_reach
from flyers.catalogue.imprints import NONE
from flyers.catalogue.inks import Swatch
from flyers.catalogue.printers import Printer, printer_named
from flyers.sites.site import GeneratedSite, Site


@dataclass(frozen=True, kw_only=True)
class Law:
    """[imprint]: the law that the imprint has to satisfy, and the fields of its words."""

    jurisdiction: str
    fields: Mapping[str, str]
    union_label: bool = False

    @property
    def unprinted(self) -> tuple[str, ...]:
        """Names of fields that are given, though no imprint is printed."""
        return tuple(self.fields) if self.jurisdiction == NONE else ()


@dataclass(frozen=True, kw_only=True)
class Build:
    """[build]: the pieces that are made unless the command line asks for others. ``statements`` are
    patterns of files from the folder of flyers.toml; None for all of the site's content. With
    ``held_back``, statements that the site does not show are made too."""

    statements: tuple[str, ...] | None
    held_back: bool
    layouts: tuple[str, ...]
    formats: tuple[str, ...]
    printers: tuple[str, ...]
    out: Path


@dataclass(frozen=True, kw_only=True)
class Publishing:
    """[publish]: the files that the site offers. ``path`` is the rule of their paths below the
    static folder, ``button`` the form of the link to one, ``label`` its text."""

    layouts: tuple[str, ...]
    formats: tuple[str, ...]
    printers: tuple[str, ...]
    path: str
    button: str
    label: str | None


@dataclass(frozen=True, kw_only=True)
class Codes:
    """[qr]: the addresses in QR codes. With ``short``, they are the site's short ones; ``path`` is
    the rule of what ``tracking = "path"`` adds."""

    short: bool
    tracking: Literal["none", "utm", "path"]
    path: str


@dataclass(frozen=True, kw_only=True)
class Identity:
    """[campaign]: the group's name, logo, contact and languages; colours and fonts by their use."""

    name: str | None
    logo: Path | None
    contact: tuple[str, ...]
    languages: tuple[str, ...]
    palette: Mapping[str, Swatch]
    faces: Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class Handout:
    """One piece that is handed out at an event; ``copies`` is None if the kit counts them."""

    layout: str
    format: str
    copies: int | None = None
    printer: str | None = None
    sheet: str | None = None


@dataclass(frozen=True, kw_only=True)
class Occasion:
    """[events.NAME]: an event that pieces are made for. ``kit`` names the ready-made kit that it
    starts from; times are as written, which may be words."""

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
    """The whole configuration.

    ``file`` is the flyers.toml, if there is one, and ``read_from`` all files that it was read from.
    ``generated`` is the site as its generator's configuration describes it. ``static`` and
    ``content`` are the site's folders; the folders in ``pages`` are its sections.
    ``sheets`` are presets of press sheets, in the options of the command line; ``printers`` are the
    campaign's own.
    """

    file: Path | None
    read_from: tuple[Path, ...]
    site: Site | None
    generated: GeneratedSite | None
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
    reach: tuple[Path, ...] = ()
    """Folders that all files lie in which the configuration names; none if it may name any."""

    @property
    def out(self) -> Path:
        """Folder that [build] makes files in. Raises ConfigError if it leads where it may not."""
        check_reach(self.build.out, self.reach, f"{self.file}: [build] out")
        return self.build.out

    @property
    def folder(self) -> Path | None:
        """Folder of flyers.toml; the campaign's own fonts and layouts are beside it."""
        return self.file.parent if self.file else None

    @property
    def no_content(self) -> tuple[Path, ...]:
        """Folders without statements, even below ``content``: of what is built and what is served
        as it is."""
        site = self.generated
        built = [site.folder / name for name in site.outputs] if site else []
        static = [self.static] if self.static and self.static != self.content else []
        return (*built, *static, self.build.out)

    def printer(self, name: str) -> Printer:
        """Return the printer of that name, shipped or the campaign's own. Raises
        UnknownNameError."""
        return printer_named(name, self.printers)
