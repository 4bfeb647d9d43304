"""Table of a printer profile's keys: how each value is read, and what it means.

A profile in flyers.toml starts from another printer and gives what is different;
the same table reads it and explains it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from math import inf
from pathlib import Path
from typing import Any, get_args

from flyers.catalogue.marks import MARKS
from flyers.catalogue.printers import SHIPPED, ColourMode, Laid, PdfKind, Printer
from flyers.core.boxes import Edges
from flyers.core.errors import ConfigError
from flyers.core.settings import (
    LENGTH,
    Key,
    Plain,
    Table,
    ValueKind,
    Wrong,
    distance,
    each_once,
    name_of,
    number,
    one_of,
    span,
    text,
    yes_or_no,
)
from flyers.core.units import inches

_AROUND = tuple(mark for mark in MARKS if mark != "collation")
"""Marks around a piece; collation marks stand on the spines of a book."""


@dataclass(frozen=True, kw_only=True)
class Value:
    """One key of a profile: its reader, and its meaning for people."""

    reader: ValueKind
    meaning: str


def _margins(value: object) -> Edges:
    """Read one length for all edges, or four from the top clockwise."""
    reader = distance(0, inches(2))
    parts = [part.strip() for part in value.split(",")] if isinstance(value, str) else [value]
    if len(parts) not in (1, 4):
        raise ValueError("is not right; write one length, or four as top,right,bottom,left")
    top, right, bottom, left = (reader.read(part) for part in parts * (4 // len(parts)))
    return Edges(top=top, right=right, bottom=bottom, left=left)


def _ppi(value: object) -> tuple[float, float]:
    """Read two bounds: a picture is refused below the first and warned of below the second."""
    bounds = _PPI.read(value)
    return bounds.low, bounds.high


def _bound(value: object) -> float:
    """Read a bound on ink. One below 100 % would not even allow solid black."""
    return 0.0 if value == 0 and value is not False else float(_TAC.read(value))


_PPI, _TAC = span(1, 2400), number(100, 400)
_FOUR = {"type": "string", "pattern": f"^(?:{LENGTH}|0)(,(?:{LENGTH}|\\s*0\\s*)){{3}}$"}
MARGINS = Plain(
    "a length, or four as top,right,bottom,left",
    _margins,
    {"anyOf": [distance(0, inches(2)).schema(), _FOUR]},
)

VALUES: Mapping[str, Value] = {
    "purpose": Value(reader=text, meaning="what it is, in a few words"),
    "laid": Value(
        reader=one_of(get_args(Laid)),
        meaning="what a page of the file is: a whole sheet, a piece that the shop lays out, "
        "or a page for a screen",
    ),
    "sheet": Value(reader=text, meaning="press sheet that is filled with copies of the piece"),
    "margins": Value(reader=MARGINS, meaning="edges of the sheet that stay without ink"),
    "border": Value(reader=distance(0, inches(1)), meaning="white all around inside the trim"),
    "bleed": Value(
        reader=distance(0, inches(1)), meaning="how far pictures and areas run over the trim"
    ),
    "safe": Value(
        reader=distance(0, inches(1)),
        meaning="safe area: how far inside the trim text and codes stay",
    ),
    "marks": Value(
        reader=each_once(_AROUND), meaning="printer's marks around the trim, outside the bleed"
    ),
    "duplex": Value(reader=yes_or_no, meaning="whether it turns sheets over by itself"),
    "colour": Value(
        reader=one_of(get_args(ColourMode)),
        meaning="what it prints in",
    ),
    "light": Value(reader=yes_or_no, meaning="frames in place of areas of colour, to save ink"),
    "tac": Value(
        reader=Plain(f"{_TAC.words}, or 0", _bound, {"anyOf": [{"const": 0}, _TAC.schema()]}),
        meaning="total area coverage: the most ink on one spot, in per cent of all inks together; "
        "0: no bound",
    ),
    "overprint": Value(
        reader=yes_or_no, meaning="small black type is printed over colours, not knocked out"
    ),
    "rich_from": Value(
        reader=distance(0, inf),
        meaning="rich black: type size from which black may be made of several inks",
    ),
    "smallest_type": Value(
        reader=distance(1, 72), meaning="smallest type that can still be read in print"
    ),
    "thinnest_line": Value(
        reader=distance(0, 12), meaning="hairline: thinnest line that does not break up"
    ),
    "ppi": Value(
        reader=Plain(_PPI.words, _ppi, _PPI.schema()),
        meaning="resolution of pictures in pixels to the inch: below the first a picture is "
        "refused, below the second warned of",
    ),
    "pdf": Value(reader=one_of(get_args(PdfKind)), meaning="kind of PDF"),
    "condition": Value(
        reader=text, meaning="output intent: the printing condition that CMYK is meant for"
    ),
    "icc": Value(reader=text, meaning="colour profile of that condition"),
}
"""In the order in which they are explained."""

KEYS: Mapping[str, Key] = {
    key: Key(row.reader, None, f"{row.meaning[0].upper()}{row.meaning[1:]}.")
    for key, row in VALUES.items()
}
"""The same as keys of flyers.toml."""


def extended(
    base: Printer, name: str, values: Mapping[str, Any], *, where: str, folder: Path | None = None
) -> Printer:
    """Return a printer that is like ``base`` but for ``values``, as TOML has them: "3mm", ["crop"].

    ``where`` begins every error, and ``folder`` is the one that the path of an ``icc`` starts from.
    Raises ConfigError for a value that cannot be used, by itself or beside the others.
    """
    try:
        name_of.read(name)
    except ValueError as error:
        raise ConfigError(f"{where}: {name!r} {error}.") from None
    try:
        said = Table(KEYS).read(values)
    except Wrong as wrong:
        raise ConfigError(wrong.sentence(where)) from None
    given = {key: value for key, value in said.items() if key in values}
    screen = given.get("laid", base.laid) == "pages"
    if "pdf" in given and (given["pdf"] == "tagged") != screen:
        raise ConfigError(
            f'{where}: a tagged PDF is for a screen, and so are pages; pdf = "tagged" and '
            'laid = "pages" go together, so set both or neither.'
        )
    given["standard"] = "plain" if screen else given.pop("pdf", base.standard)
    given.pop("pdf", None)
    if "icc" in given:
        given["icc"] = (folder or Path()) / given["icc"]
        # Only the user knows for which condition a profile of theirs was made.
        given.setdefault("condition", "")
    given.setdefault("purpose", f"{base.name}, with settings of its own")
    printer = replace(base, name=name, extends=base, own=frozenset(values), **given)
    for contradicts, sentence in _CONTRADICTIONS:
        if contradicts(printer):
            raise ConfigError(f"{where}: {sentence}")
    return printer


_CONTRADICTIONS: tuple[tuple[Callable[[Printer], bool], str], ...] = (
    (
        lambda printer: bool(printer.border and printer.bleed),
        "a white border leaves nothing to bleed; set border or bleed to 0.",
    ),
    (
        lambda printer: printer.standard != "plain" and printer.colour == "rgb",
        'a PDF/X is not printed in rgb; set colour = "cmyk", or pdf = "plain".',
    ),
    (
        lambda printer: printer.for_screen and printer.sheet is not None,
        "pages are for a screen and lie on no sheet; leave sheet out, or extend another printer.",
    ),
    (
        lambda printer: printer.laid == "sheets" and bool(printer.bleed) and not printer.sheet,
        'a sheet of the size of the piece has no room for bleed; set bleed to 0, laid = "pieces", '
        "or sheet to a larger one.",
    ),
    (
        lambda printer: printer.condition not in ("", SHIPPED) and not printer.icc,
        f"the profile that comes with the tool is for {SHIPPED}; "
        "give that of your condition as icc.",
    ),
)
"""Values that exclude each other, and what to do about them."""
