"""The scope of a build: the statements that flyers.toml asks for, and a job for each piece."""

import datetime
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import product, takewhile
from pathlib import Path
from typing import Any

from flyers.campaign import Campaign
from flyers.campaign.campaign import Build, Publishing
from flyers.campaign.reach import check_reach
from flyers.catalogue.formats import format_named
from flyers.core.errors import ConfigError, NoConfigError
from flyers.core.files import from_here
from flyers.pieces.piece import Job
from flyers.production.build.log import PieceName, named, ticket_of
from flyers.production.build.memory import FOLDER, Stamps, seen
from flyers.statements.published import Entry, entries, entry_of
from flyers.typesetting.layouts import layout_folders, layout_named


@dataclass(frozen=True, kw_only=True)
class BuildScope:
    """``home`` is the folder of flyers.toml, ``out`` that of the finished files, ``memory`` that of
    what the next build has to know. ``entries`` are all statements, ``jobs`` the pieces of those
    that the site does not hold back."""

    home: Path
    out: Path
    memory: Path
    entries: tuple[Entry, ...]
    jobs: tuple[Job, ...]
    folders: Stamps
    """Every folder in which another statement or flyers.toml could turn up, as it was before it was
    searched."""

    @property
    def pieces(self) -> tuple[PieceName, ...]:
        """The names of all pieces in the log."""
        return tuple(self.name(job) for job in self.jobs)

    @property
    def names(self) -> tuple[PieceName, ...]:
        """The names of all pieces and of their tickets."""
        return (*self.pieces, *dict.fromkeys(map(ticket_of, self.pieces)))

    def name(self, job: Job) -> PieceName:
        """Return the name of a job's piece in the log."""
        return self.called(job), job.layout, job.format, job.printer

    def called(self, job: Job) -> str:
        """Return a job's statement as named from the folder of flyers.toml."""
        assert job.statement
        return self.named(job.statement)

    def named(self, path: Path) -> str:
        """Return a file as named from there."""
        return named(path, self.home)

    @property
    def refused(self) -> tuple[Entry, ...]:
        """Statements that are not read."""
        return tuple(entry for entry in self.entries if entry.refused)

    @property
    def held(self) -> tuple[Entry, ...]:
        """Statements that are not made, since the site does not show them."""
        return tuple(entry for entry in self.entries if entry.withheld)


def scope_of(campaign: Campaign, today: datetime.date) -> BuildScope:
    """Return the scope that [build] asks for. Raises ConfigError, UnknownNameError or
    LayoutError."""
    if campaign.folder is None:
        raise NoConfigError
    build = campaign.build
    for name in build.formats:
        format_named(name)
    for name in build.printers:
        campaign.printer(name)
    for name in build.layouts:
        layout_named(name, layout_folders(campaign.folder))
    folders = {path: seen(path) for path in _folders(campaign, campaign.folder)}
    found = tuple(_entries(campaign, campaign.folder, today))
    if build.held_back:
        found = tuple(replace(entry, withheld="") for entry in found)
    return BuildScope(
        home=campaign.folder,
        out=campaign.out,
        memory=campaign.out / FOLDER,
        entries=found,
        jobs=tuple(jobs_of(found, build, out=from_here(campaign.out))),
        folders=folders,
    )


def _entries(campaign: Campaign, home: Path, today: datetime.date) -> Iterator[Entry]:
    patterns = campaign.build.statements
    if patterns is None:
        if campaign.content is None:
            raise ConfigError(
                f"{campaign.file} does not say what to build; "
                'add statements = ["posts/*.md"] to [build], or content to [site].'
            )
        yield from entries(campaign.content, today, campaign.no_content)
        return
    for pattern in patterns:
        try:
            found = (path for path in home.glob(pattern) if path.name[0] not in "._")
            paths = sorted(path for path in found if path.is_file())
        except (ValueError, NotImplementedError, IndexError):
            paths = []
        if not paths:
            raise ConfigError(
                f"{campaign.file}: [build] statements has {pattern!r}, which no file here is like."
            )
        for path in paths:
            check_reach(path, campaign.reach, f"{campaign.file}: [build] statements")
            yield entry_of(path, today)


def jobs_of(found: Iterable[Entry], wanted: Build | Publishing, **same: Any) -> Iterator[Job]:
    """Yield a job for each wanted piece of every statement that the site shows. ``same`` are fields
    that all jobs share."""
    shown = dict.fromkeys(one.path for one in found if not one.withheld and not one.refused)
    for path, layout, fmt, printer in product(
        shown, wanted.layouts, wanted.formats, wanted.printers
    ):
        yield Job(statement=from_here(path), layout=layout, format=fmt, printer=printer, **same)


def _folders(campaign: Campaign, home: Path) -> set[str]:
    """Return the folders below the fixed beginning of each pattern, and those up to flyers.toml."""
    patterns = campaign.build.statements
    tops = [campaign.content] if patterns is None and campaign.content else []
    for pattern in patterns or ():
        sure = takewhile(lambda part: not set(part) & set("*?["), Path(pattern).parts[:-1])
        tops.append(home.joinpath(*sure))
    found = {str(home)}
    for top in tops:
        for folder, inside, _ in os.walk(top):
            inside[:] = [name for name in inside if name[0] != "."]
            found.add(folder)
        found.update(str(one) for one in top.parents if one.is_relative_to(home))
    out = str(campaign.build.out)
    return {one for one in found if one != out and not one.startswith(out + os.sep)}
