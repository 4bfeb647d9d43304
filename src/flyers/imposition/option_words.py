"""Options read from words, of the command line or of a preset in flyers.toml.

A word that cannot be read is an OptionError that shows how to write it.
"""

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from flyers.catalogue.marks import DUPLEXES, MARKS, Duplex, MarkKind
from flyers.catalogue.papers import LARGEST, paper_named
from flyers.core.boxes import Edges
from flyers.core.errors import OptionError, UnknownNameError
from flyers.core.findings import Finding
from flyers.core.units import inches, length, mm
from flyers.imposition.options import Options
from flyers.imposition.schemes.fold import fold_named
from flyers.imposition.schemes.table import SCHEMES, Scheme

if TYPE_CHECKING:
    pass

ALLOWANCES = {
    ("in", "text"): inches(1 / 16),
    ("in", "cover"): inches(1 / 8),
    ("mm", "text"): mm(3),
    ("mm", "cover"): inches(1 / 8),
}
"""How much narrower a folded-in panel is, by the sheet's unit and the stock."""

MOST_UP = 100
"""Most columns or rows; more is a slip of the key."""

SHOP_DUPLEXES: Mapping[str, Duplex] = {
    "perfecting-long": "long",
    "perfecting-short": "short",
    "work-and-back": "sheetwise",
    "work-and-roll": "work-and-tumble",
    "work-and-flop": "work-and-tumble",
}
"""What else print shops write for ``--duplex``. A perfecting press turns the sheet head over
foot by itself; where a shop names the edge, the edge is what counts."""

FILLERS = {"with", "on", "the", "edge", "flip", "binding"}
"""Words that change nothing: ``perfecting with long edge flip`` is ``perfecting-long``."""

THICKEST = mm(1)
"""Thickness of a paper that can still be folded into a booklet: twice that of card."""


def options_of(scheme: Scheme, given: Mapping[str, Any]) -> Options:
    """Return the options for a scheme; for what is None or missing, the scheme's defaults.

    Keys are the command line's, without dashes. Raises OptionError or UnknownNameError.
    """
    chosen = {key: value for key, value in given.items() if value is not None}
    sheet = paper_named(str(chosen.get("sheet", "letter")))
    stock = str(chosen.get("stock", "text"))
    allowance = chosen.get("allowance")
    duplex = _duplex(chosen.get("duplex", "sheetwise" if scheme.two_sided else "none"))
    if scheme.needs_backs and duplex == "none":
        raise OptionError(
            f"The scheme {scheme.name} prints both sides of a sheet; leave out --duplex none."
        )
    return Options(
        sheet=sheet,
        margins=_margins(str(chosen.get("margins", "0"))),
        bleed=_length("bleed", chosen.get("bleed", "0")),
        gutter=_length("gutter", chosen.get("gutter", "0")),
        duplex=duplex,
        up=_up(chosen["up"]) if "up" in chosen else None,
        order="down" if chosen.get("order") == "down" else "across",
        sizes="fit" if chosen.get("fit") else "center" if chosen.get("center") else "refuse",
        right_to_left=chosen.get("binding") == "right",
        marks=_marks(chosen["marks"]) if "marks" in chosen else scheme.marks,
        creep=_creep(chosen.get("creep", "0")),
        signature=_signature(scheme, chosen),
        back_cover=bool(chosen.get("back_cover")),
        fold=fold_named(str(chosen.get("fold", "letter"))).name,
        allowance=(
            ALLOWANCES[sheet.unit, stock] if allowance is None else _length("allowance", allowance)
        ),
        turnable=not chosen.get("grain"),
        overlap=_length("overlap", chosen.get("overlap", "10mm")),
        job=str(chosen.get("job", "")),
        date=str(chosen.get("date", "")),
    )


def ignored_options(
    scheme: Scheme, options: Options, given: Mapping[str, Any]
) -> Iterator[Finding]:
    """Yield a warning for each given option that changes nothing."""
    reads = set(scheme.reads)
    if scheme.folded and (options.steps > 1 or options.one_form):
        reads.add("gutter")
    others = {name for row in SCHEMES.values() for name in row.reads} - reads
    for name, value in given.items():
        option = f"--{name.replace('_', '-')}"
        if name in others and value:
            yield _unread(f"{option} changes nothing in the scheme {scheme.name}.")
        if name in ("job", "date") and value and "slug" not in options.marks:
            yield _unread(f"{option} is printed in the slug only; add it with --marks slug.")


def _unread(message: str) -> Finding:
    return Finding(check="option", severity="warning", message=message)


def _length(option: str, value: Any, *, signed: bool = False) -> float:
    """Return a length in points; a bare 0 needs no unit."""
    text = str(value).strip()
    sign = -1 if signed and text.startswith("-") else 1
    bare = text.removeprefix("-") if signed else text
    if re.fullmatch(r"0+(\.0*)?", bare):
        return 0
    try:
        points = length(bare)
    except ValueError as error:
        raise OptionError(f"--{option}: {error}.") from error
    if points > LARGEST:
        raise OptionError(f"--{option}: {text:.20} is longer than the largest sheet, 200 inches.")
    return sign * points


def _creep(value: Any) -> float:
    creep = _length("creep", value, signed=True)
    if abs(creep) > THICKEST:
        raise OptionError(
            f"--creep {value} is thicker than any paper that folds; give that of one sheet, "
            "such as 0.1mm, up to 1mm."
        )
    return creep


def _margins(text: str) -> Edges:
    """Read one length for all edges, or four from the top clockwise: ``0,5mm,12mm,5mm``."""
    parts = [_length("margins", part) for part in re.split(r"[,\s]+", text.strip())]
    if len(parts) == 1:
        return Edges.all(parts[0])
    if len(parts) == 4:
        top, right, bottom, left = parts
        return Edges(top=top, right=right, bottom=bottom, left=left)
    raise OptionError(
        f"--margins {text!r} has {len(parts)} lengths; give one, or four as top,right,bottom,left."
    )


def _up(text: Any) -> tuple[int, int]:
    match = re.fullmatch(r"\s*(\d{1,3})\s*[x\u00d7]\s*(\d{1,3})\s*", str(text))
    if match:
        columns, rows = int(match[1]), int(match[2])
        if 0 < columns <= MOST_UP and 0 < rows <= MOST_UP:
            return columns, rows
    raise OptionError(
        f"--up {str(text)!r} is not columns x rows; write it like 2x1, up to {MOST_UP} each way."
    )


def _duplex(name: Any) -> Duplex:
    words = re.findall(r"[a-z]+", str(name).lower().replace("&", " and "))
    asked = "-".join(word for word in words if word not in FILLERS)
    names: dict[str, Duplex] = {**{duplex: duplex for duplex in DUPLEXES}, **SHOP_DUPLEXES}
    if asked not in names:
        raise UnknownNameError.near("duplex", str(name), names)
    return names[asked]


def _marks(value: Any) -> tuple[MarkKind, ...]:
    """Read kinds between commas, or ``none``, or ``all``."""
    names = value if isinstance(value, list) else re.split(r"[,\s]+", str(value).strip())
    if list(names) == ["all"]:
        return MARKS
    chosen = []
    for name in names:
        if name in ("none", ""):
            continue
        found = [mark for mark in MARKS if mark == name]
        if not found:
            raise UnknownNameError.near("mark", str(name), [*MARKS, "none", "all"])
        chosen += found
    return tuple(dict.fromkeys(chosen))


def _signature(scheme: Scheme, chosen: Mapping[str, Any]) -> int:
    """Return the sheets or pages folded together, by whichever option the scheme reads."""
    keys = [key for key in scheme.reads if key.endswith("_per_signature")]
    return int(next((chosen[key] for key in keys if key in chosen), 0))
