"""Finds layouts and reads them: ``layouts/<name>/layout.toml`` with its template and style.

A layout is a design. For every family of formats it has a list of
compositions, the airiest first: a short statement gets the first, a long one
the last. Everything a composition needs is a row in layout.toml, so that
another design, or another step between short and long, takes no Python.
"""

import os
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from flyers.copyfit import Range
from flyers.errors import LayoutError, UnknownNameError
from flyers.shipped import shipped
from flyers.units import length

FLOWS = ("statement", "summary")
LINKS = ("text", "notes")
"""What a link is on paper: its text alone, or with its address in a numbered note."""

LINE_ROOM = dict.fromkeys(("ar", "ckb", "fa", "ps", "sd", "ug", "ur"), 1.35)
LINE_ROOM |= dict.fromkeys(("hi", "mr", "ne", "sa"), 1.25) | dict.fromkeys(("he", "yi"), 1.1)
"""By how much the lines of displays stand farther apart than those of Latin capitals."""

SHARED = "shared"
"""The folder beside the shipped layouts that holds what they have in common."""


@dataclass(frozen=True, kw_only=True)
class Display:
    """A text that is set as large as its box allows: the title, a pulled quote.

    ``sizes`` in points, ``height`` the share of the panel's height it may take,
    ``grow`` whether it may take the height that the text leaves over. ``panel``
    and ``inset`` foretell where it stands and how much narrower than its panel
    it is, in points; the artwork has the last word, but where they are right it
    need not be set twice.
    """

    text: str
    sizes: Range
    lines: int
    height: float
    line_height: float
    grow: bool
    panel: str
    inset: float


@dataclass(frozen=True, kw_only=True)
class Composition:
    """One arrangement of a layout for a family of formats.

    ``words`` is how long a statement it is meant for; the fit has the last
    word. ``sizes`` in points, ``leadings`` in multiples of the size, ``qr`` the
    wanted side of the code in points. ``panels`` are those that show something.
    """

    name: str
    family: str
    panels: tuple[str, ...]
    words: int
    sizes: Range
    leadings: Range
    displays: Mapping[str, Display]
    qr: float

    def for_language(self, language: str) -> "Composition":
        """The same with room for marks above and below the letters, where a script has them."""
        room = LINE_ROOM.get(language.replace("_", "-").partition("-")[0].lower(), 1)
        roomier = {
            name: replace(display, line_height=display.line_height * room)
            for name, display in self.displays.items()
        }
        return replace(self, displays=roomier)


@dataclass(frozen=True, kw_only=True)
class Layout:
    """A design, read and validated."""

    name: str
    folder: Path
    purpose: str
    flow: str
    links: str
    palette: Mapping[str, str]
    compositions: tuple[Composition, ...]

    def for_family(self, family: str) -> tuple[Composition, ...]:
        """Its compositions for a family of formats, airiest first."""
        return tuple(c for c in self.compositions if c.family == family)

    @property
    def families(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(c.family for c in self.compositions))


def layout_folders(beside: Path | None = None) -> tuple[Path, ...]:
    """Where layouts are looked for, nearest first: beside the statement, $FLYERS_LAYOUTS, ours."""
    own = [beside / "layouts"] if beside else []
    named = os.environ.get("FLYERS_LAYOUTS")
    own += [Path(part) for part in named.split(os.pathsep) if part] if named else []
    return (*(folder for folder in own if folder.is_dir()), shipped("layouts"))


def layout_names(folders: Sequence[Path]) -> tuple[str, ...]:
    """Every layout's name, in order of the alphabet."""
    return tuple(sorted({p.parent.name for f in folders for p in f.glob("*/layout.toml")}))


def layout_named(name: str, folders: Sequence[Path]) -> Layout:
    """The layout of that name from the first folder that has it."""
    for folder in folders:
        if Path(name).name == name and (folder / name / "layout.toml").is_file():
            return _read(folder / name)
    raise UnknownNameError.near("layout", name, layout_names(folders))


@cache
def _read(folder: Path) -> Layout:
    path = folder / "layout.toml"
    try:
        table = tomllib.loads(path.read_text("utf-8"))
        return _layout(folder, table)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LayoutError(f"{path} is not valid TOML ({error}); mend that place.") from error
    except KeyError as error:
        raise LayoutError(
            f"{path} lacks {error}; docs/layouts.md lists what belongs in it."
        ) from None
    except (TypeError, ValueError, AttributeError) as error:
        raise LayoutError(f"{path}: {error}; docs/layouts.md says what belongs there.") from None


def _layout(folder: Path, table: Mapping[str, Any]) -> Layout:
    for file in ("template.html", "style.css"):
        if not (folder / file).is_file():
            raise LayoutError(f"{folder} has no {file}; a layout needs one.")
    return Layout(
        name=folder.name,
        folder=folder,
        purpose=str(table["purpose"]),
        flow=_one_of(FLOWS, "flow", table),
        links=_one_of(LINKS, "links", table),
        palette={str(k): str(v) for k, v in table.get("palette", {}).items()},
        compositions=tuple(_composition(row) for row in table["compositions"]),
    )


def _one_of(known: Sequence[str], key: str, table: Mapping[str, Any]) -> str:
    value = str(table.get(key, known[0]))
    if value not in known:
        raise ValueError(f"{key} = {value!r} is not one of {', '.join(known)}")
    return value


def _composition(row: Mapping[str, Any]) -> Composition:
    return Composition(
        name=str(row["name"]),
        family=str(row["family"]),
        panels=tuple(map(str, row["panels"])),
        words=int(row["words"]),
        sizes=_range(row["type"]),
        leadings=_range(row.get("leading", [1.26, 1.5])),
        displays={
            name: _display(name, display, first_panel=str(row["panels"][0]))
            for name, display in row.get("display", {}).items()
        },
        qr=length(row.get("qr", "25mm")),
    )


def _display(name: str, row: Mapping[str, Any], first_panel: str) -> Display:
    return Display(
        text=str(row.get("text", name)),
        sizes=_range(row["sizes"]),
        lines=int(row.get("lines", 6)),
        height=float(row["height"]),
        line_height=float(row.get("line_height", 1.0)),
        grow=bool(row.get("grow", False)),
        panel=str(row.get("panel", first_panel)),
        inset=length(row.get("inset", "50pt")),
    )


def _range(pair: Sequence[float]) -> Range:
    low, high = pair
    if not 0 < low <= high:
        raise ValueError(f"{list(pair)} is not a range: the smaller, then the larger")
    return Range(low=float(low), high=float(high))


def new_layout(name: str, base: str, into: Path) -> Path:
    """Start a layout from another one's folder; raises LayoutError where one is in the way."""
    import shutil

    if not name.replace("-", "").replace("_", "").isalnum():
        raise LayoutError(f"{name!r} cannot name a layout; use letters, digits and hyphens.")
    folder = into / name
    source = layout_named(base, (into, *layout_folders(Path.cwd()))).folder
    if folder.exists():
        raise LayoutError(f"{folder} exists already; choose another name.")
    try:
        shutil.copytree(source, folder)
    except OSError as error:
        raise LayoutError(
            f"Cannot make {folder} ({error.strerror}); choose another --into."
        ) from error
    return folder
