"""Paper that is folded, cut and laid together in thought, to see in which order its pages come.

A pile lies on the table and is seen from above. It is a grid of cells, row 0 at
the top; in every cell lie leaves, the topmost first. A leaf has a face up and a
face down; the face down is told as it is seen when the pile is turned over like
the leaf of a book. Nothing here knows how pages are imposed: it only folds.

>>> told(sheet("4 | 1", "2 | 3").fold("left", under=True).reading_order())
'1 2 3 4'
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise, zip_longest
from typing import Literal, NamedTuple

Edge = Literal["left", "bottom", "right", "top"]
Row = tuple["Cell", ...]
Cell = tuple["Leaf", ...]

AROUND: tuple[Edge, ...] = ("left", "bottom", "right", "top")
"""Counter-clockwise: a quarter turn takes each edge to the next."""

HEADS: dict[int, str] = {0: "", 90: "←", 180: "↓", 270: "→"}
"""Where the head of a page points, by its turn; an upright page is just a number."""


class Face(NamedTuple):
    """One side of a leaf: its page ("" where nothing is printed), turned counter-clockwise."""

    page: str
    turn: int = 0

    def __str__(self) -> str:
        return (self.page or "–") + HEADS[self.turn]

    def turned(self, degrees: int) -> "Face":
        return Face(self.page, (self.turn + degrees) % 360)


BLANK = Face("")


@dataclass(frozen=True, kw_only=True)
class Leaf:
    """Paper of one cell. At the edges in ``joined`` it goes on, flat or round a fold."""

    up: Face
    down: Face
    joined: frozenset[Edge] = frozenset()

    def turned_over(self) -> "Leaf":
        other: dict[Edge, Edge] = {"left": "right", "right": "left"}
        joined = frozenset(other.get(edge, edge) for edge in self.joined)
        return Leaf(up=self.down, down=self.up, joined=joined)

    def rotated(self) -> "Leaf":
        """A quarter turn counter-clockwise; seen from behind that is clockwise."""
        joined = frozenset(AROUND[(AROUND.index(edge) + 1) % 4] for edge in self.joined)
        return Leaf(up=self.up.turned(90), down=self.down.turned(-90), joined=joined)


@dataclass(frozen=True, kw_only=True)
class Pile:
    """What lies on the table. ``opened`` is what one sees of it when its folds are undone.

    That is, for every fold from the first to the last, the paper as it lay
    before the fold, with the side up that the fold has hidden.
    """

    grid: tuple[Row, ...]
    opened: tuple["Pile", ...] = ()

    @property
    def columns(self) -> int:
        return len(self.grid[0])

    @property
    def rows(self) -> int:
        return len(self.grid)

    # ---- what hands do -------------------------------------------------------------

    def turned_over(self) -> "Pile":
        """Like the leaf of a book: left and right change places."""
        grid = tuple(
            tuple(tuple(leaf.turned_over() for leaf in reversed(cell)) for cell in reversed(row))
            for row in self.grid
        )
        return replace(self, grid=grid)

    def rotated(self, degrees: int) -> "Pile":
        """Counter-clockwise on the table, by a multiple of 90 degrees."""
        pile = self
        for _ in range(degrees % 360 // 90):
            grid = tuple(
                tuple(tuple(leaf.rotated() for leaf in cell) for cell in column)
                for column in reversed(list(zip(*pile.grid, strict=True)))
            )
            pile = Pile(grid=grid, opened=tuple(one.rotated(90) for one in pile.opened))
        return pile

    def fold(self, part: Edge, *, at: int | None = None, under: bool = False) -> "Pile":
        """Fold the left, right, top or bottom part over the rest, or under it.

        ``at`` counts the columns left of the crease, or the rows above it;
        None: the middle. ValueError: there is no such boundary.
        """
        if part != "left":  # turned until it is
            degrees = {"top": 90, "right": 180, "bottom": 270}[part]
            across = self.columns if part == "right" else self.rows
            at = at if at is None or part == "top" else across - at
            return self.rotated(degrees).fold("left", at=at, under=under).rotated(-degrees)
        if at is None and self.columns % 2:
            raise ValueError(f"{self.columns} columns or rows have no middle to fold at")
        at = self.columns // 2 if at is None else at
        if not 0 < at < self.columns:
            raise ValueError(f"no fold at {at}: there are {self.columns} columns or rows")
        moved = Pile(grid=tuple(row[:at] for row in self.grid)).turned_over()
        grid = tuple(
            _laid(still[at:], over, under)
            for still, over in zip(self.grid, moved.grid, strict=True)
        )
        # Into a fold that goes under one looks from behind.
        hidden = replace(self.turned_over() if under else self, opened=())
        return Pile(grid=grid, opened=(*self.opened, hidden))

    def cut(self, *, columns: Sequence[int] = (), rows: Sequence[int] = ()) -> tuple["Pile", ...]:
        """Cut before these columns and rows; the piles as one reads, from the upper left."""
        across = list(pairwise((0, *columns, self.columns)))
        down = list(pairwise((0, *rows, self.rows)))
        return tuple(
            self._part(top, bottom, left, right) for top, bottom in down for left, right in across
        )

    def _part(self, top: int, bottom: int, left: int, right: int) -> "Pile":
        """The cells from a row and column up to others; where it is cut the paper ends."""
        cuts: dict[Edge, tuple[int, int]] = {"top": (top, 0), "bottom": (bottom, self.rows)}
        cuts |= {"left": (left, 0), "right": (right, self.columns)}

        def torn(leaf: Leaf, r: int, c: int) -> Leaf:
            at: dict[Edge, int] = {"top": r, "bottom": r + 1, "left": c, "right": c + 1}
            ends = {edge for edge, (cut, rim) in cuts.items() if at[edge] == cut != rim}
            return replace(leaf, joined=leaf.joined - ends)

        return Pile(
            grid=tuple(
                tuple(
                    tuple(torn(leaf, r, c) for leaf in self.grid[r][c]) for c in range(left, right)
                )
                for r in range(top, bottom)
            )
        )

    # ---- what one sees -------------------------------------------------------------

    def leaves_in_order(self) -> Cell:
        """The leaves from the topmost down. ValueError: it is not folded up yet."""
        if (self.rows, self.columns) != (1, 1):
            raise ValueError(f"still {self.rows} x {self.columns} cells: fold or cut it first")
        return self.grid[0][0]

    def bound_at(self, spine: Edge) -> bool:
        """Is every leaf held by a fold at this edge, so that staples there hold the piece?"""
        return all(spine in leaf.joined for leaf in self.leaves_in_order())

    def reading_order(self, spine: Edge = "left") -> tuple[Face, ...]:
        """The faces as one turns the leaves of the finished piece, trimmed open, round its spine.

        A leaf that is turned over the spine at its head or foot shows its back upside down.
        """
        half = 180 if spine in ("top", "bottom") else 0
        return tuple(
            chain.from_iterable(
                (leaf.up, leaf.down.turned(half)) for leaf in self.leaves_in_order()
            )
        )

    def opening_order(self) -> tuple[Face, ...]:
        """The faces as they come up when an unbound piece is opened fold by fold, then its back.

        Every page comes once, where it is first seen; blanks are left out.
        """
        finished = replace(self, opened=())
        views = [finished, *reversed(self.opened), finished.turned_over()]
        if self.opened:
            views += [self.opened[0].turned_over()]
        seen: dict[str, Face] = {}
        for face in chain.from_iterable(view.on_top() for view in views):
            seen.setdefault(face.page, face)
        return tuple(face for page, face in seen.items() if page)

    def on_top(self) -> tuple[Face, ...]:
        """What can be seen from above, row by row."""
        return tuple(cell[0].up for row in self.grid for cell in row if cell)

    def __str__(self) -> str:
        return " / ".join(
            " | ".join(str(cell[0].up) if cell else " " for cell in row) for row in self.grid
        )


# ---- how paper comes to the table ------------------------------------------------------


def sheet(front: str, back: str = "", *, head_over: bool = False) -> Pile:
    """A sheet as drawn: cells between ``|``, rows between ``/`` or on lines of their own.

    A cell is a page's name, an arrow where its head points if not upwards (or
    the turn, ``5 (180°)``); a dash or nothing is a blank. The back is drawn as
    it is seen when the sheet is turned like the leaf of a book; with
    ``head_over``, as it is seen when the sheet is turned over its upper edge.
    """
    fronts = _drawn(front)
    blank = [[BLANK] * len(row) for row in fronts]
    backs = _drawn(back) if back.strip() else blank
    if [len(row) for row in backs] != [len(row) for row in fronts] or len(
        set(map(len, fronts))
    ) > 1:
        raise ValueError("front and back of a sheet are grids of the same size")
    if head_over:
        backs = [[face.turned(180) for face in reversed(row)] for row in reversed(backs)]
    last = (len(fronts) - 1, len(fronts[0]) - 1)
    return Pile(
        grid=tuple(
            tuple(
                (Leaf(up=up, down=backs[r][-1 - c], joined=_inner(r, c, *last)),)
                for c, up in enumerate(row)
            )
            for r, row in enumerate(fronts)
        )
    )


def stack(*piles: Pile) -> Pile:
    """Piles of one shape laid on one another, the first on top."""
    if len({(pile.rows, pile.columns) for pile in piles}) != 1:
        raise ValueError("only piles of the same rows and columns can be stacked")
    rows = zip(*(pile.grid for pile in piles), strict=True)
    return Pile(
        grid=tuple(
            tuple(tuple(chain.from_iterable(cells)) for cells in zip(*row, strict=True))
            for row in rows
        )
    )


def zine(sheet: Pile, *, spine: Literal["left", "right"] = "left") -> Pile:
    """One sheet of 2 x 4, slit along the middle of its inner columns and folded round the slit.

    It is told by its leaves, as no fold of the whole paper makes it: what was
    printed lies back to back in pairs, and the upper row is folded behind.
    """
    if (sheet.rows, sheet.columns) != (2, 4):
        raise ValueError(f"a zine is folded of 2 x 4 cells, not {sheet.rows} x {sheet.columns}")
    t1, t2, t3, t4 = (cell[0].up.turned(180) for cell in sheet.grid[0])
    b1, b2, b3, b4 = (cell[0].up for cell in sheet.grid[1])
    pairs = {
        "left": [(b4, t4), (t3, t2), (t1, b1), (b2, b3)],
        "right": [(b1, t1), (t2, t3), (t4, b4), (b3, b2)],
    }
    leaves = [Leaf(up=up, down=down, joined=frozenset({spine})) for up, down in pairs[spine]]
    return Pile(grid=((tuple(leaves),),))


def told(faces: Sequence[Face]) -> str:
    """Faces in a line: ``1 2 3↓ 4``."""
    return " ".join(map(str, faces))


def _laid(still: Row, moved: Row, under: bool) -> Row:
    """The cells of a row, with those that were folded laid on them from the crease on."""
    above, below = (still, moved) if under else (moved, still)
    return tuple(top + rest for top, rest in zip_longest(above, below, fillvalue=()))


def _inner(r: int, c: int, last_row: int, last_column: int) -> frozenset[Edge]:
    """The edges of a cell at which the sheet goes on."""
    goes_on: dict[Edge, bool] = {"left": c > 0, "right": c < last_column}
    goes_on |= {"top": r > 0, "bottom": r < last_row}
    return frozenset(edge for edge, there in goes_on.items() if there)


_CELL = re.compile(r"(?P<page>[^←↓→()]*?)\s*(?:(?P<arrow>[←↓→])|\((?P<degrees>\d+)°\))?")


def _drawn(picture: str) -> list[list[Face]]:
    rows = re.split(r"[/\n]", picture.strip())
    return [[_face(cell.strip()) for cell in row.split("|")] for row in rows]


def _face(cell: str) -> Face:
    read = _CELL.fullmatch(cell)
    if read is None:
        raise ValueError(f"cannot read the cell {cell!r}")
    turns = {arrow: turn for turn, arrow in HEADS.items()}
    turn = int(read["degrees"]) if read["degrees"] else turns[read["arrow"] or ""]
    return Face("" if read["page"] in ("-", "–") else read["page"], turn)
