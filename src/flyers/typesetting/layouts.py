"""Finds layouts and reads them. A layout is a folder: layout.toml, template.html, style.css.

A layout is a design. For every family of formats it has a list of compositions, the
airiest first: a short statement gets the first, a long one the last. A composition is a
row in layout.toml, so that another design, or another step between short and long, takes
no Python.
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
"""A link on paper: its text alone, or with its address in a numbered note."""

TEXTS = ("title", "deck", "quote")
"""The texts that a display may show."""

LARGEST = 2000
"""Largest type or length, in points: longer than any sheet."""

LINE_ROOM = dict.fromkeys(("ar", "ckb", "fa", "ps", "sd", "ug", "ur"), 1.2)
LINE_ROOM |= dict.fromkeys(("hi", "mr", "ne", "sa"), 1.25) | dict.fromkeys(("he", "yi"), 1.1)
"""Factor by which lines of displays stand farther apart than those of Latin capitals, by
language."""

SHARED = "shared"
"""Name of the folder beside the shipped layouts with the files that they share."""


@dataclass(frozen=True, kw_only=True)
class Display:
    """A text that is set as large as its box allows: the title, a pulled quote.

    ``sizes`` in points, ``height`` the share of the panel's height that it may take, ``grow``
    True if it may also take the height that the text leaves over. ``panel`` and ``inset``
    foretell where it stands, and by how many points it is narrower than its panel: the
    artwork decides, but need not be set twice where they are right.
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

    ``words`` is the length of statement that it is meant for; the fit decides. ``sizes`` in
    points, ``leadings`` in multiples of the size, ``qr`` the wanted side of the code in points.
    ``panels`` are those that show something, in reading order.
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
        """Return the composition with room for marks above and below letters, where the script of
        the language has them."""
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
    """The campaign's fonts, by their use; they go before the layout's own."""
    event: bool = False
    """True if it prints the time and place of an event."""

    def for_family(self, family: str) -> tuple[Composition, ...]:
        """Return its compositions for a family of formats, airiest first."""
        return tuple(c for c in self.compositions if c.family == family)

    @property
    def families(self) -> tuple[str, ...]:
        """Families of formats that it has compositions for."""
        return tuple(dict.fromkeys(c.family for c in self.compositions))


def layout_folders(*beside: Path | None) -> tuple[Path, ...]:
    """Return the folders in which layouts are looked for, nearest first: ``beside`` the statement
    and flyers.toml, $FLYERS_LAYOUTS, the shipped ones."""
    own = [folder / "layouts" for folder in dict.fromkeys(beside) if folder]
    named = os.environ.get("FLYERS_LAYOUTS")
    own += [Path(part) for part in named.split(os.pathsep) if part] if named else []
    return (*(folder for folder in own if folder.is_dir()), shipped("layouts"))


def layout_names(folders: Sequence[Path]) -> tuple[str, ...]:
    """Return the names of all layouts, sorted."""
    return tuple(sorted({p.parent.name for f in folders for p in f.glob("*/layout.toml")}))


def layout_named(name: str, folders: Sequence[Path]) -> Layout:
    """Return the layout of that name from the first folder that has it. Raises LayoutError or
    UnknownNameError."""
    inside = [folder / name for folder in folders if name and name == Path(name).name]
    for folder in inside:
        if (folder / "layout.toml").is_file():
            return _read(folder)
    for folder in inside:
        if folder.exists() and name != SHARED:
            raise LayoutError(
                f"{folder} is no layout, since it has no layout.toml; copy one with "
                f"`flyers layouts new {name}`, or choose another."
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
            raise LayoutError(
                f"The layout {folder} has no {file}; copy that of the layout it is made from."
            )
    try:
        return _layout(folder, tomllib.loads(text_of(path)))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise LayoutError(f"{path} cannot be read as TOML ({error}); mend that place.") from error


def text_of(path: Path) -> str:
    """Return the text of a layout's file. Raises LayoutError."""
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError as error:
        raise LayoutError(f"{path} is not UTF-8 text; save it as UTF-8.") from error
    except OSError as error:
        raise LayoutError(
            f"Cannot read {path} ({error.strerror}); check its name and permissions."
        ) from error


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
"""Names of all panels that formats of a family have, by family."""

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
    """Return the values of all keys of a table; messages call it ``where``. Raises LayoutError."""
    try:
        return Table(keys, "docs/layouts.md lists what belongs there").read(table)
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
    known = _PANELS[row["family"]]
    for panel in panels:
        fault = " twice" if panels.count(panel) > 1 else ", which this family lacks"
        if panel not in known or panels.count(panel) > 1:
            raise LayoutError(
                f"{where}: panels names {panel!r}{fault}; "
                f"name some of {', '.join(known)}, each once."
            )
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
    """Read a display. Its text is the one of its name, and its panel the first, unless given."""
    keys = {
        **_DISPLAY,
        "text": Key(one_of(TEXTS), name if name in TEXTS else REQUIRED),
        "panel": Key(one_of(panels), panels[0]),
    }
    return Display(**_values(table, keys, where))
