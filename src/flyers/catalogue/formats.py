"""Table of formats: the geometry of a piece, and its places on a sheet.

A format is a flat piece with pages on both sides. A page is one panel or one
side; a folded piece has several pages on each side. Panel widths of the
C-fold: the flap, which is folded in first, is 1/16 in (A4: 3 mm) narrower, and
inner and outer panels mirror each other.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from flyers.catalogue.papers import PAPERS, Paper
from flyers.core.errors import UnknownNameError
from flyers.core.sheets import Flip, Side
from flyers.core.units import inches, mm


@dataclass(frozen=True, kw_only=True)
class Panel:
    """The place of one page on the flat piece, seen with its side up. Lengths in points."""

    name: str
    side: Side
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, kw_only=True)
class Format:
    """One row of the table below.

    ``called`` is the noun for one piece; its plural ends in s. ``panels`` stand in reading
    order. ``across`` is the number of pieces side by side on ``sheet``. ``spread`` names panels
    that may become one page, ``inside``, when the piece lies open. ``fold`` is the kind of fold;
    ``fold_order`` has the numbers of ``folds``, from 1 and the left, in the order in which they
    are made. ``more_sides`` allows a long text to continue on further sheets. ``family`` is the
    key by which layouts choose a composition.
    """

    name: str
    called: str
    family: str
    purpose: str
    width: float
    height: float
    panels: tuple[Panel, ...]
    folds: tuple[float, ...]
    sheet: Paper
    across: int
    flip: Flip
    more_sides: bool
    spread: tuple[str, ...] = ()
    fold: str = ""
    fold_order: tuple[int, ...] = ()

    def mirrored(self) -> "Format":
        """Return the same piece for a script that is read from right to left."""
        return replace(
            self,
            panels=tuple(replace(p, x=self.width - p.x - p.width) for p in self.panels),
            folds=tuple(self.width - x for x in reversed(self.folds)),
            fold_order=tuple(len(self.folds) + 1 - nth for nth in self.fold_order),
        )

    def panel(self, name: str) -> Panel:
        """Return the panel of that name, or the spread as one panel. Raises KeyError."""
        if name == "inside" and self.spread:
            parts = [self.panel(part) for part in self.spread]
            left = min(part.x for part in parts)
            right = max(part.x + part.width for part in parts)
            return replace(parts[0], name=name, x=left, width=right - left)
        return {panel.name: panel for panel in self.panels}[name]

    def with_panels(self, panels: Sequence[Panel]) -> "Format":
        """Return the same piece with these pages, as a composition joins panels into a spread."""
        return self if self.more_sides else replace(self, panels=tuple(panels))


def _flat(
    name: str, called: str, purpose: str, piece: Paper, sheet: Paper, across: int, family: str
) -> Format:
    """Return a piece with a front and a back, ``across`` times on its sheet."""
    return Format(
        name=name,
        called=called,
        family=family,
        purpose=purpose,
        width=piece.width,
        height=piece.height,
        panels=tuple(
            Panel(name=side, side=side, x=0, y=0, width=piece.width, height=piece.height)
            for side in ("front", "back")
        ),
        folds=(),
        sheet=sheet,
        across=across,
        flip="short" if sheet.width > sheet.height else "long",
        more_sides=True,
    )


def _tri_fold(
    name: str, called: str, purpose: str, sheet: Paper, wide: float, flap: float
) -> Format:
    """Return a C-fold: two wide panels and a flap on each side of a sheet lying on its side."""

    def panel(panel_name: str, side: Side, x: float, width: float) -> Panel:
        return Panel(name=panel_name, side=side, x=x, y=0, width=width, height=sheet.height)

    return Format(
        name=name,
        called=called,
        family="tri-fold",
        purpose=purpose,
        width=sheet.width,
        height=sheet.height,
        panels=(
            panel("cover", "front", flap + wide, wide),
            panel("flap", "front", 0, flap),
            panel("inside-1", "back", 0, wide),
            panel("inside-2", "back", wide, wide),
            panel("inside-3", "back", 2 * wide, flap),
            panel("back", "front", flap, wide),
        ),
        folds=(flap, flap + wide),
        sheet=sheet,
        across=1,
        flip="short",
        more_sides=False,
        spread=("inside-1", "inside-2", "inside-3"),
        fold="letter",
        fold_order=(1, 2),
    )


_LETTER, _A4 = PAPERS["letter"], PAPERS["a4"]
_HALF_LETTER = Paper(name="half-letter", width=inches(5.5), height=inches(8.5))
_A5 = Paper(name="a5", width=mm(148.5), height=mm(210))

FORMATS = {
    row.name: row
    for row in (
        _flat("letter", "letter sheet", "US letter, one side or two", _LETTER, _LETTER, 1, "sheet"),
        _flat("a4", "A4 sheet", "A4, one side or two", _A4, _A4, 1, "sheet"),
        _tri_fold(
            "tri-fold",
            "tri-fold leaflet",
            "US letter folded twice, six panels",
            _LETTER.turned(),
            wide=inches(3.6875),
            flap=inches(3.625),
        ),
        _tri_fold(
            "tri-fold-a4",
            "A4 tri-fold leaflet",
            "A4 folded twice, six panels",
            _A4.turned(),
            wide=mm(100),
            flap=mm(97),
        ),
        _flat(
            "half-sheet",
            "half-sheet",
            "half a US letter, two sides, two on a sheet",
            _HALF_LETTER,
            _LETTER.turned(),
            2,
            "half-sheet",
        ),
        _flat(
            "half-sheet-a4",
            "A5 half-sheet",
            "A5, two sides, two on an A4 sheet",
            _A5,
            _A4.turned(),
            2,
            "half-sheet",
        ),
    )
}

DEFAULT_FORMATS = ("letter", "a4", "tri-fold", "half-sheet")


def format_named(name: str) -> Format:
    """Return the format of that name. Raises UnknownNameError with the nearest one."""
    try:
        return FORMATS[name]
    except KeyError:
        raise UnknownNameError.near("format", name, FORMATS) from None
