"""`flyers doctor`: everything that making a flyer needs, and the command that installs what is
missing on this very machine.
"""

import operator
import os
import platform
import re
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from importlib import metadata
from itertools import groupby

from flyers.core import machine
from flyers.core.errors import FlyersError
from flyers.core.shipped import shipped
from flyers.core.version import __version__
from flyers.typesetting.font_settings import cache_folder


class State(StrEnum):
    """The state of one requirement."""

    OK = "ok"
    WARNING = "warning"  # works, though not as well as it could
    OUTDATED = "outdated"
    MISSING = "missing"


@dataclass(frozen=True, kw_only=True)
class Requirement:
    """One thing that was looked for. ``found`` is a version or a folder."""

    part: str
    name: str
    state: State = State.OK
    found: str = ""
    remedy: str = ""


@dataclass(frozen=True, kw_only=True)
class Examination:
    """An installation as it was found."""

    items: tuple[Requirement, ...]

    @property
    def ok(self) -> bool:
        """True if flyers can be made here, warnings or not."""
        return all(item.state in (State.OK, State.WARNING) for item in self.items)


def run() -> Examination:
    """Look at everything, in the order in which it would have to be put right."""
    return Examination(items=(*_python(), *_packages(), *_libraries(), *_folders()))


# --- Python and its packages ---------------------------------------------------------


def _python() -> Iterator[Requirement]:
    yield Requirement(part="Python", name="Python", found=platform.python_version())
    yield Requirement(part="Python", name="flyers", found=__version__)


def _packages() -> Iterator[Requirement]:
    part = "Python packages"
    try:
        requirements = metadata.requires("flyers") or []
    except metadata.PackageNotFoundError:
        remedy = f"{sys.executable} -m pip install ."
        yield Requirement(part=part, name="flyers", state=State.MISSING, remedy=remedy)
        return
    for requirement in requirements:
        if "extra ==" not in requirement:
            yield _package(part, requirement)


def _package(part: str, requirement: str) -> Requirement:
    """Look at one package as our own metadata asks for it: ``weasyprint<71,>=70``."""
    match = re.match(r"[\w.-]+", requirement)
    name = match[0] if match else requirement
    remedy = f"{sys.executable} -m pip install '{requirement}'"
    try:
        found = metadata.version(name)
    except metadata.PackageNotFoundError:
        return Requirement(part=part, name=name, state=State.MISSING, remedy=remedy)
    if is_met(requirement, found):
        return Requirement(part=part, name=name, found=found)
    return Requirement(part=part, name=name, state=State.OUTDATED, found=found, remedy=remedy)


_COMPARISONS = {">=": operator.ge, "<": operator.lt, "==": operator.eq}


def is_met(requirement: str, version: str) -> bool:
    """Return True if a version meets a requirement of the kinds that pyproject.toml has."""
    bounds = re.findall(r"(>=|==|<)\s*([\d.]+)", requirement)
    return all(
        _COMPARISONS[comparison](_release(version), _release(bound)) for comparison, bound in bounds
    )


def _release(version: str) -> tuple[int, ...]:
    """Return a version's numbers without trailing zeros, so that 8 and 8.0 are the same."""
    match = re.match(r"\d+(?:\.\d+)*", version)
    numbers = [int(number) for number in match[0].split(".")] if match else []
    while numbers and numbers[-1] == 0:
        numbers.pop()
    return tuple(numbers)


# --- what is not Python --------------------------------------------------------------


def _libraries() -> Iterator[Requirement]:
    part = "System libraries"
    for library in machine.LIBRARIES:
        version = machine.version_of(library)
        if version is None:
            remedy = machine.remedy("pango")
            yield Requirement(part=part, name=library.name, state=State.MISSING, remedy=remedy)
        else:
            yield Requirement(part=part, name=library.name, found=version)


def _folders() -> Iterator[Requirement]:
    part = "Folders"
    for name, pattern in (("fonts", "*.ttf"), ("layouts", "*/layout.toml")):
        yield _shipped_folder(part, name, pattern)
    try:
        cache = cache_folder()
    except FlyersError as error:
        yield Requirement(part=part, name="cache", state=State.MISSING, remedy=str(error))
        return
    if str(cache.parent) == tempfile.gettempdir():
        remedy = "set XDG_CACHE_HOME to a folder that can be written, to start faster"
        yield Requirement(
            part=part, name="cache", state=State.WARNING, found=str(cache), remedy=remedy
        )
    else:
        yield Requirement(part=part, name="cache", found=str(cache))


def _shipped_folder(part: str, name: str, pattern: str) -> Requirement:
    """Look for readable files of a kind in a folder that travels with the code."""
    try:
        folder = shipped(name)
    except FlyersError as error:
        return Requirement(part=part, name=name, state=State.MISSING, remedy=str(error))
    files = list(folder.glob(pattern))
    if files and all(os.access(file, os.R_OK) for file in files):
        return Requirement(part=part, name=name, found=f"{folder} ({len(files)})")
    remedy = f"make {folder}/{pattern} readable, or install flyers again"
    return Requirement(part=part, name=name, state=State.MISSING, found=str(folder), remedy=remedy)


# --- in words -----------------------------------------------------------------------


def as_text(report: Examination) -> str:
    """Return the examination as a table, and under it what to do, each command once."""
    wide = max(len(item.name) for item in report.items)
    lines = []
    for part, items in groupby(report.items, key=lambda item: item.part):
        lines.append(part)
        lines += [f"  {i.state:<8}  {i.name:<{wide}}  {i.found}".rstrip() for i in items]
    remedies = dict.fromkeys(item.remedy for item in report.items if item.remedy)
    if remedies:
        lines += ["", "What to do", *(f"  {remedy}" for remedy in remedies)]
    else:
        lines += ["", "Everything is here."]
    return "\n".join(lines)
