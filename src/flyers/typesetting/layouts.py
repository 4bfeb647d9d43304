"""Finds layouts and reads them: ``layouts/<name>/layout.toml`` with its template and style.

A layout is a design. For every family of formats it has a list of
compositions, the airiest first: a short statement gets the first, a long one
the last. Everything a composition needs is a row in layout.toml, so that
another design, or another step between short and long, takes no Python.
"""

import os
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from math import inf
from pathlib import Path
from typing import Any

from flyers.catalogue.formats import FORMATS
from flyers.catalogue.inks import Swatch, swatch
from flyers.core.errors import LayoutError, UnknownNameError
from flyers.core.settings import (
    REQUIRED,
    Key,
    Named,
    Plain,
    Some,
    Table,
    Wrong,
    anything,
    distance,
    name_of,
    number,
    one_of,
    span,
    text,
    whole,
    yes_or_no,
)
from flyers.core.shipped import shipped
from flyers.core.units import Range

FLOWS = ("statement", "summary")
LINKS = ("text", "notes")
"""What a link is on paper: its text alone, or with its address in a numbered note."""

TEXTS = ("title", "deck", "quote")
"""What a display may show."""

LARGEST = 2000
"""Points, of any type or length: more than any sheet is long."""

LINE_ROOM = dict.fromkeys(("ar", "ckb", "fa", "ps", "sd", "ug", "ur"), 1.2)
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
    palette: Mapping[str, Swatch]
    compositions: tuple[Composition, ...]
    faces: Mapping[str, str] = field(default_factory=dict)
    """By what is set in them: faces that go before the layout's own."""
    event: bool = False
    """Whether it says when and where to be."""

    def for_family(self, family: str) -> tuple[Composition, ...]:
        """Its compositions for a family of formats, airiest first."""
        return tuple(c for c in self.compositions if c.family == family)

    @property
    def families(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(c.family for c in self.compositions))


def layout_folders(*beside: Path | None) -> tuple[Path, ...]:
    """Where layouts are looked for, nearest first: ``beside`` the statement and flyers.toml,
    $FLYERS_LAYOUTS, ours."""
    own = [folder / "layouts" for folder in dict.fromkeys(beside) if folder]
    named = os.environ.get("FLYERS_LAYOUTS")
    own += [Path(part) for part in named.split(os.pathsep) if part] if named else []
    return (*(folder for folder in own if folder.is_dir()), shipped("layouts"))


def layout_names(folders: Sequence[Path]) -> tuple[str, ...]:
    """Every layout's name, in order of the alphabet."""
    return tuple(sorted({p.parent.name for f in folders for p in f.glob("*/layout.toml")}))


def layout_named(name: str, folders: Sequence[Path]) -> Layout:
    """The layout of that name from the first folder that has it."""
    inside = [folder / name for folder in folders if name and name == Path(name).name]
    for folder in inside:
        if (folder / "layout.toml").is_file():
            return _read(folder)
    for folder in inside:
        if folder.exists() and name != SHARED:
            raise LayoutError(
                f"{folder} is no layout; a layout is a folder with layout.toml, "
                "template.html and style.css."
            )
    raise UnknownNameError.near("layout", name, layout_names(folders))


def forget() -> None:
    """Read every layout anew the next time it is named."""
    _read.cache_clear()


@cache
def _read(folder: Path) -> Layout:
    path = folder / "layout.toml"
    for file in ("template.html", "style.css"):
        if not (folder / file).is_file():
            raise LayoutError(f"{folder} has no {file}; a layout needs one.")
    try:
        return _layout(folder, tomllib.loads(text_of(path)))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise LayoutError(f"{path} is not valid TOML ({error}); mend that place.") from error


def text_of(path: Path) -> str:
    """What a file of a layout says, or a LayoutError."""
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError as error:
        raise LayoutError(f"{path} is not UTF-8 text; save it as UTF-8.") from error
    except OSError as error:
        raise LayoutError(f"Cannot read {path} ({error.strerror}); a layout needs it.") from error


# ---- what layout.toml may hold -----------------------------------------------------------


_PANELS = {
    family: tuple(
        dict.fromkeys(
            name
            for fmt in FORMATS.values()
            if fmt.family == family
            for name in (*(panel.name for panel in fmt.panels), *(["inside"] if fmt.spread else []))
        )
    )
    for family in dict.fromkeys(fmt.family for fmt in FORMATS.values())
}
"""By family: every panel that a piece of its formats has."""

_LAYOUT = {
    "purpose": Key(text),
    "flow": Key(one_of(FLOWS), FLOWS[0]),
    "links": Key(one_of(LINKS), LINKS[0]),
    "palette": Key(Named(Plain("a colour", swatch), name_of), {}),
    "compositions": Key(Some(anything)),
}
_COMPOSITION = {
    "name": Key(name_of),
    "family": Key(one_of(_PANELS)),
    "panels": Key(Some(text)),
    "words": Key(whole(0, inf)),
    "type": Key(span(1, LARGEST)),
    "leading": Key(span(0.5, 5), [1.26, 1.5]),
    "qr": Key(distance(1, LARGEST), "25mm"),
    "display": Key(Named(anything, name_of), {}),
}
_DISPLAY = {
    "sizes": Key(span(1, LARGEST)),
    "lines": Key(whole(1, 30), 6),
    "height": Key(number(0.01, 5)),
    "line_height": Key(number(0.1, 5), 1.0),
    "grow": Key(yes_or_no, False),
    "inset": Key(distance(0, LARGEST), "50pt"),
}


def _values(table: object, keys: Mapping[str, Key], where: str) -> dict[str, Any]:
    """The values of all keys of the table that is called ``where``, or a LayoutError."""
    try:
        return Table(keys, "docs/layouts.md says what belongs there").read(table)
    except Wrong as wrong:
        inside = "".join(f", {step}" for step in wrong.at)
        raise LayoutError(wrong.sentence(where + inside)) from None
    except ValueError as error:
        raise LayoutError(f"{where} {error}.") from None


def _layout(folder: Path, table: object) -> Layout:
    where = str(folder / "layout.toml")
    row = _values(table, _LAYOUT, where)
    return Layout(
        event="copy.event" in text_of(folder / "template.html"),
        name=folder.name,
        folder=folder,
        purpose=row["purpose"],
        flow=row["flow"],
        links=row["links"],
        palette=row["palette"],
        compositions=tuple(
            _composition(part, f"{where}, composition {n}")
            for n, part in enumerate(row["compositions"], 1)
        ),
    )


def _composition(table: Any, where: str) -> Composition:
    if isinstance(table, dict):
        where += "".join(f", {key} {table[key]!r}" for key in ("name", "family") if key in table)
    row = _values(table, _COMPOSITION, where)
    panels = row["panels"]
    for panel in panels:
        if panel not in _PANELS[row["family"]] or panels.count(panel) > 1:
            known = ", ".join(_PANELS[row["family"]])
            raise LayoutError(f"{where}: panels has {panel!r}; write some of {known}, each once.")
    return Composition(
        name=row["name"],
        family=row["family"],
        panels=panels,
        words=row["words"],
        sizes=row["type"],
        leadings=row["leading"],
        displays={
            name: _display(name, display, panels, f"{where}, display {name!r}")
            for name, display in row["display"].items()
        },
        qr=row["qr"],
    )


def _display(name: str, table: Any, panels: Sequence[str], where: str) -> Display:
    """Its text is the one of its name, and its panel the first, where it does not say another."""
    keys = {
        **_DISPLAY,
        "text": Key(one_of(TEXTS), name if name in TEXTS else REQUIRED),
        "panel": Key(one_of(panels), panels[0]),
    }
    return Display(**_values(table, keys, where))
