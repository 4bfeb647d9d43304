"""Reads a layout from its folder, and declares all keys that layout.toml may have."""

import tomllib
from collections.abc import Mapping, Sequence
from math import inf
from pathlib import Path
from typing import Any

from flyers.catalogue.formats import FORMATS
from flyers.catalogue.inks import swatch
from flyers.core.errors import LayoutError
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
from flyers.typesetting.layout import Composition, Display, Layout

FLOWS = ("statement", "summary")
LINKS = ("text", "notes")
"""A link on paper: its text alone, or with its address in a numbered note."""

TEXTS = ("title", "deck", "quote")
"""The texts that a display may show."""

LARGEST = 2000
"""Largest type or length, in points: longer than any sheet."""

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


def read_layout(folder: Path) -> Layout:
    """Read the layout in a folder: layout.toml, template.html and style.css. Raises LayoutError."""
    path = folder / "layout.toml"
    for file in ("template.html", "style.css"):
        if not (folder / file).is_file():
            raise LayoutError(
                f"The layout {folder} has no {file}; copy that of the layout it is made from."
            )
    try:
        return _layout(folder, tomllib.loads(text_of(path)))
    except (ValueError, RecursionError) as error:  # among them a number of 5,000 digits
        raise LayoutError(f"{path} cannot be read as TOML ({error}); mend that place.") from error


LARGEST_FILE = 1_000_000
"""Bytes of a layout's file; the longest of ours has a thirtieth."""


def text_of(path: Path) -> str:
    """Return the text of a layout's file. Raises LayoutError."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise LayoutError(
                f"{path} is larger than {LARGEST_FILE // 1_000_000} MB; take out what is data."
            )
        return path.read_text("utf-8")
    except UnicodeDecodeError as error:
        raise LayoutError(f"{path} is not UTF-8 text; save it as UTF-8.") from error
    except OSError as error:
        raise LayoutError(
            f"Cannot read {path} ({error.strerror}); check its name and permissions."
        ) from error


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
