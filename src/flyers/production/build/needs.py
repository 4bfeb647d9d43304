"""The needs of a piece: digests of everything that decides its bytes, each by its name."""

import datetime
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from functools import cached_property
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from flyers.campaign import Campaign, campaign_for
from flyers.catalogue.printers import Setup
from flyers.core.errors import FlyersError
from flyers.core.shipped import shipped
from flyers.core.version import __version__
from flyers.pieces.addressing import address_of
from flyers.pieces.piece import Job
from flyers.pieces.prepare import font_folders
from flyers.production.build.digests import LENGTH, Digests
from flyers.sites.addresses import PageAddress
from flyers.sites.built.folder import PAGES, built_site, forget
from flyers.sites.site import Site
from flyers.statements.printbutton import unfilled
from flyers.typesetting.layouts import SHARED, layout_folders

ENGINES = ("weasyprint", "pypdf", "pillow", "qrcode", "pydyf")
"""Packages whose version shows in the bytes of a piece."""

_NOT_INPUTS = {"statement", "text", "told", "out", "copies", "stock"}
"""Fields of a job that change nothing in the piece's bytes."""


class Needs:
    """The needs of one build's pieces. What several pieces share is worked out once."""

    def __init__(self, digests: Digests) -> None:
        self._digests = digests
        self._campaigns: dict[Path, Campaign] = {}
        self._shared: dict[object, str] = {}
        self._addresses: dict[object, PageAddress | None] = {}
        forget()

    def of(self, job: Job) -> dict[str, str]:
        """Return the needs that are known before the statement is read: all but its pictures."""
        assert job.statement
        folder = job.statement.parent
        campaign = self.campaign(folder)
        return {
            "version": self._version,
            "statement": self._digests.of(job.statement, unfilled),
            "fonts": self._fonts(folder, campaign),
            "layout": self._layout(job, folder, campaign),
            "configuration": self._configuration(job, campaign),
            "printer": self._printer(job, campaign),
            "order": digest(_order(job)),
        }

    def pictures(self, sought: Sequence[str]) -> dict[str, str]:
        """Return digests of the paths at which a statement's pictures are sought."""
        return {path: self._digests.of(path) for path in sought}

    def grounds(self, seen: Iterable[str]) -> dict[str, str]:
        """Return digests of files and folders of a built site."""
        return {path: seen_in_site(path, self._digests) for path in seen}

    def rules(self, job: Job) -> str:
        """Return the digest of the rules by which a job's page has its address."""
        assert job.statement
        campaign = self.campaign(job.statement.parent)
        key = ("rules", campaign.read_from)
        if key not in self._shared:
            around = campaign.folder or Path.cwd()
            files = [self._digests.of(file) for file in campaign.read_from if file != campaign.file]
            said = (campaign.site, campaign.generated, files)
            self._shared[key] = digest(said, around)
        return self._shared[key]

    def address(self, job: Job) -> PageAddress | None:
        """Return the address of a job's page as it is now, None if there is none: read from the
        statement once for all of its pieces."""
        assert job.statement
        key = (job.statement, job.url, job.told)
        if key not in self._addresses:
            try:
                found = address_of(job, self.campaign(job.statement.parent))
            except FlyersError:
                found = None
            self._addresses[key] = found
        return self._addresses[key]

    def of_site(self, job: Job) -> Site | None:
        """Return the site that a job's statement is on."""
        assert job.statement
        return self.campaign(job.statement.parent).site

    def ticketed(self, job: Job) -> bool:
        """Return True if a job's piece goes to a shop."""
        assert job.statement
        printer = self.campaign(job.statement.parent).printer(job.printer)
        return Setup.of(printer, sheet=job.sheet, by_hand=job.manual_duplex).ticketed

    def campaign(self, folder: Path) -> Campaign:
        """Return the configuration in force in a folder."""
        if folder not in self._campaigns:
            self._campaigns[folder] = campaign_for(folder)
            for file in self._campaigns[folder].read_from:
                self._digests.of(file)
        return self._campaigns[folder]

    @cached_property
    def _version(self) -> str:
        found = []
        for name in ENGINES:
            try:
                found.append(f"{name} {version(name)}")
            except PackageNotFoundError:
                found.append(name)
        return digest((__version__, *found))

    def _fonts(self, folder: Path, campaign: Campaign) -> str:
        folders = font_folders(folder, campaign.folder)
        key = ("fonts", folders)
        if key not in self._shared:
            self._shared[key] = digest([self._digests.of_folder(one) for one in folders])
        return self._shared[key]

    def _layout(self, job: Job, folder: Path, campaign: Campaign) -> str:
        places = layout_folders(folder, campaign.folder)
        key = ("layout", job.layout, places)
        if key not in self._shared:
            folders = [*(place / job.layout for place in places), shipped("layouts") / SHARED]
            self._shared[key] = digest([self._digests.of_folder(one) for one in folders])
        return self._shared[key]

    def _configuration(self, job: Job, campaign: Campaign) -> str:
        """Return the digest of flyers.toml; for a printer of greys without the palette."""
        printer = campaign.printer(job.printer)
        grey = printer.colour == "grey"
        key = ("configuration", campaign.read_from, grey)
        if key not in self._shared:
            who = replace(campaign.identity, palette={}) if grey else campaign.identity
            logo = who.logo and self._digests.of(who.logo)
            around = campaign.folder or Path.cwd()
            said = (campaign.static, campaign.pages, who, logo, campaign.codes)
            self._shared[key] = digest((*said, campaign.law), around)
        return self._shared[key]

    def _printer(self, job: Job, campaign: Campaign) -> str:
        key = ("printer", campaign.file, job.printer, job.sheet)
        if key not in self._shared:
            printer = campaign.printer(job.printer)
            sheet = campaign.sheets.get(job.sheet or printer.sheet or "")
            icc = printer.icc and self._digests.of(printer.icc)
            bare = replace(printer, purpose="", extends=None, own=frozenset())
            self._shared[key] = digest((bare, sheet, icc), campaign.folder or Path.cwd())
        return self._shared[key]


def seen_in_site(path: str, digests: Digests) -> str:
    """Return the digest of a file of a built site, or of all pages of a folder."""
    built = None if path.lower().endswith(PAGES) else built_site(Path(path))
    if built:
        digests.folders.update(built.stamps)
        return digest(built.stamps, Path(path))
    return digests.of(path)


def _order(job: Job) -> list[tuple[str, Any]]:
    return [
        (one.name, getattr(job, one.name)) for one in fields(job) if one.name not in _NOT_INPUTS
    ]


def digest(value: Any, around: Path | None = None) -> str:
    """Return one digest of a value and all that is in it. Paths are named from the folder
    ``around`` them, so that it stays the same wherever that is moved."""
    said = _said(value, around).encode("utf-8", "surrogateescape")
    return blake2b(said, digest_size=LENGTH).hexdigest()


def _said(value: Any, around: Path | None) -> str:
    if is_dataclass(value) and not isinstance(value, type):
        value = {one.name: getattr(value, one.name) for one in fields(value)}
    if isinstance(value, Mapping):
        inside = (f"{key}={_said(inner, around)}" for key, inner in value.items())
        return f"{{{','.join(inside)}}}"
    if isinstance(value, set | frozenset):
        value = sorted(value)
    if isinstance(value, list | tuple):
        return f"[{','.join(_said(inner, around) for inner in value)}]"
    if isinstance(value, Path):
        return repr(os.path.relpath(value, around) if around else str(value))
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    return repr(value)
