"""Properties of every scheme, however it is printed: no page is lost, nothing overlaps or leaves
the printable part, and fronts and backs coincide to a millionth of a point."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flyers.catalogue.marks import DUPLEXES, Duplex
from flyers.catalogue.papers import Paper
from flyers.core.boxes import Box, Edges
from flyers.core.matrix import placed_box
from flyers.core.sheets import Form, Imposition, Line, Mark, Page, Sheet
from flyers.imposition.assembly.turn import behind
from flyers.imposition.layup import Grid
from flyers.imposition.options import Options
from flyers.imposition.planning import plan
from flyers.imposition.schemes.fold import FOLDS
from flyers.imposition.schemes.table import SCHEMES
from schemes import laid_out, pages_of

EXACT = 1e-6
ONE_FORM = ("work-and-turn", "work-and-tumble")


@dataclass(frozen=True, kw_only=True)
class Case:
    """A request and its plan."""

    scheme: str
    pages: list[Page]
    options: Options

    @cached_property
    def plan(self) -> Imposition:
        return plan(self.pages, SCHEMES[self.scheme], self.options)

    @property
    def one_form(self) -> bool:
        return self.options.duplex in ONE_FORM


@st.composite
def cases(draw: st.DrawFn, *, moved: bool = True) -> Case:
    """Draw any scheme in any duplex, with bleed, gutters and four different margins.

    Unless ``moved``, pages lie just where their leaves are: no creep, and panels of one width.
    """
    scheme = draw(st.sampled_from(list(SCHEMES)))
    duplex = draw(st.sampled_from(SCHEMES[scheme].duplexes or DUPLEXES))
    pages = pages_for(draw, scheme, duplex)
    paper = SMALL if scheme == "gang" else LARGE
    length = st.floats(0, 40)
    options = Options(
        sheet=draw(st.sampled_from([paper, paper.turned()])),
        margins=Edges(top=draw(length), right=draw(length), bottom=draw(length), left=draw(length)),
        bleed=draw(st.floats(0, 12)),
        gutter=draw(st.floats(0, 30)),
        duplex=duplex,
        up=draw(st.tuples(st.integers(1, 3), st.integers(1, 3))),
        right_to_left=draw(st.booleans()),
        marks=tuple(draw(st.sets(st.sampled_from(["cut", "crop", "fold", "registration", "bar"])))),
        creep=draw(st.floats(-1, 1)) if moved else 0,
        allowance=draw(st.floats(0, 10)) if moved else 0,
        signature=draw(st.sampled_from([4, 8, 16, 32])),
        fold=draw(st.sampled_from(list(FOLDS) if moved else ["half", "z", "french"])),
        sizes="center" if scheme == "fold" else "refuse",
        parts=(1,) * len(pages) if scheme == "gang" else (),
        quantities=tuple(draw(st.integers(1, 9)) for _ in pages) if scheme == "gang" else (),
    )
    return Case(scheme=scheme, pages=pages, options=options)


LARGE = Paper(name="broadsheet", width=6400, height=9000)
"""For nine signatures of 32 pages beside one another, and fronts beside backs."""

SMALL = Paper(name="press sheet", width=800, height=1000)


def pages_for(draw: st.DrawFn, scheme: str, duplex: Duplex) -> list[Page]:
    """Make pages of one size, or each of its own size for a gang run."""
    if scheme != "gang":
        return pages_of(draw(st.integers(1, 20)))
    side = st.sampled_from([60, 100, 140, 200, 260])
    return [
        Page(name=str(number), width=draw(side), height=draw(side), layers=())
        for number in range(draw(st.integers(1, 4)))
    ]


def clips(form: Form) -> list[Box]:
    """Return where ink may be; on some sheets of a poster there may be none."""
    found = [one.clip for one in form.placements if one.clip]
    return [clip for clip in found if clip.width > 0 and clip.height > 0]


def leaves(form: Form, plan: Imposition) -> list[Box]:
    """Return the leaves of a form, blank ones included."""
    trims = [placed_box(one, plan.pages[one.page]) for one in form.placements]
    return [*trims, *form.blanks]


def printable(sheet: Sheet, options: Options) -> Box:
    """Return the printable part of a sheet, whose margins turn with it."""
    edges = options.margins
    if sheet.width != options.sheet.width:
        edges = Edges(top=edges.left, right=edges.top, bottom=edges.right, left=edges.bottom)
    return Box(left=0, bottom=0, right=sheet.width, top=sheet.height).inset(edges)


def through(box: Box, sheet: Sheet) -> Box:
    """Return the box as seen from the other side."""
    return behind(box, sheet.width, sheet.height, sheet.flip)


def line_of(mark: Mark) -> Box:
    x, y = sorted((mark.x1, mark.x2)), sorted((mark.y1, mark.y2))
    return Box(left=x[0], bottom=y[0], right=x[1], top=y[1])


def rounded(boxes: list[Box]) -> list[tuple[float, ...]]:
    return sorted(
        tuple(round(edge, 6) for edge in (box.left, box.bottom, box.right, box.top))
        for box in boxes
    )


@given(case=cases())
def test_every_page_is_printed_as_often_as_it_is_asked_for(case: Case) -> None:
    printed: Counter[int] = Counter()
    for sheet in case.plan.sheets:
        for form in sheet.forms:
            for one in form.placements:
                printed[one.page] += sheet.copies * (2 if sheet.both else 1)
    pages = range(len(case.plan.pages))
    columns, rows = case.options.up or (1, 1)
    twice = 2 if case.one_form else 1
    match case.scheme:
        case "gang":
            for page, wanted in enumerate(case.options.quantities):
                assert printed[page] >= wanted
        case "repeat":
            assert {printed[page] for page in pages} <= {columns * rows, 2 * columns * rows}
        case "poster":
            assert set(printed) == set(pages)
            assert max(printed.values()) <= columns * rows
        case "n-up":
            assert set(printed) == set(pages)
            assert set(printed.values()) <= {1, twice}
        case _:
            steps = columns * rows if SCHEMES[case.scheme].folded else 1
            assert printed == dict.fromkeys(pages, twice * steps)


@given(case=cases())
def test_leaves_do_not_bleed_into_one_another(case: Case) -> None:
    for sheet in case.plan.sheets:
        for form in sheet.forms:
            if case.scheme == "gang":
                # Pieces that stand corner to corner may share waste, but no ink is on another.
                trims = [box for _, box in placed(form, case.plan)]
                shared = [
                    (c, t) for n, c in enumerate(clips(form)) for t in trims[:n] + trims[n + 1 :]
                ]
            else:
                shared = list(combinations(clips(form), 2))
            for one, other in shared:
                across = min(one.right, other.right) - max(one.left, other.left)
                up = min(one.top, other.top) - max(one.bottom, other.bottom)
                assert min(across, up) < EXACT


@given(case=cases())
def test_no_crop_mark_is_on_a_leaf(case: Case) -> None:
    """Where neighbours touch there is no room for a crop mark. Ticks for cuts are left out here:
    they may stand at the edge of the sheet, where a leaf can reach."""
    for sheet in case.plan.sheets:
        for form in sheet.forms:
            crops = [mark for mark in form.marks if mark.ink == "registration"]
            for mark, clip in product(crops, clips(form)):
                assert not overlap(line_of(mark), clip)


@given(case=cases())
def test_nothing_is_where_the_press_cannot_print(case: Case) -> None:
    for sheet in case.plan.sheets:
        inside = printable(sheet, case.options)
        for form in sheet.forms:
            assert [clip for clip in clips(form) if not inside.contains(clip, EXACT)] == []
            marks = [line_of(mark) for mark in form.marks]
            assert [mark for mark in marks if not inside.contains(mark, EXACT)] == []


@given(case=cases(moved=False))
def test_fronts_and_backs_coincide(case: Case) -> None:
    for sheet in case.plan.sheets:
        if sheet.back or sheet.both:
            front = leaves(sheet.front, case.plan)
            back = leaves(sheet.back or sheet.front, case.plan)
            assert rounded([through(box, sheet) for box in front]) == rounded(back)


@given(case=cases(moved=False))
def test_a_leaf_has_one_page_and_the_next_one_behind_it(case: Case) -> None:
    """In a book and in a pile of cards, behind an odd page is the even page after it."""
    if case.scheme not in ("booklet", "perfect", "cut-stack", "repeat") or case.one_form:
        return
    for sheet in case.plan.sheets:
        if sheet.back:
            there = {key(box): page for page, box in placed(sheet.back, case.plan)}
            for page, box in placed(sheet.front, case.plan):
                assert abs(there.get(key(through(box, sheet)), page + 1) - page) == 1


def placed(form: Form, plan: Imposition) -> list[tuple[int, Box]]:
    return [(one.page, placed_box(one, plan.pages[one.page])) for one in form.placements]


def key(box: Box) -> tuple[int, int]:
    return round(box.left + box.right), round(box.bottom + box.top)


def test_ticks_of_a_form_for_both_sides_are_outside_of_both_its_halves() -> None:
    (sheet,) = laid_out(
        "repeat", 2, duplex="work-and-turn", up=(2, 2), marks=("cut", "crop")
    ).sheets
    assert sheet.both
    inner = sheet.trim.inset(Edges.all(1))
    assert [mark for mark in sheet.front.marks if overlap(line_of(mark), inner)] == []


def overlap(one: Box, other: Box) -> bool:
    return (
        one.left <= other.right
        and other.left <= one.right
        and one.bottom <= other.top
        and other.bottom <= one.top
    )


# ---- creep -------------------------------------------------------------------------

THICKNESS = 0.25


@pytest.mark.parametrize(
    ("creep", "moves"),
    [
        (THICKNESS, [0, THICKNESS, 2 * THICKNESS]),  # inner pages to the spine
        (-THICKNESS, [-2 * THICKNESS, -THICKNESS, 0]),  # outer pages away from it
    ],
)
@pytest.mark.parametrize("right_to_left", [False, True])
@pytest.mark.parametrize("duplex", ["long", "short"])
def test_creep_moves_pages_by_the_paper_around_them(
    creep: float, moves: list[float], right_to_left: bool, duplex: str
) -> None:
    """Twelve pages on three sheets, the outermost first."""
    asked = {"right_to_left": right_to_left, "duplex": duplex}
    still = laid_out("booklet", 12, **asked)
    crept = laid_out("booklet", 12, creep=creep, **asked)
    for sheet, before, move in zip(crept.sheets, still.sheets, moves, strict=True):
        for form, form_before in zip(sheet.forms, before.forms, strict=True):
            for one, there in zip(form.placements, form_before.placements, strict=True):
                to_spine = 1 if there.x < sheet.width / 2 - 100 else -1
                assert (one.x - there.x) * to_spine == pytest.approx(move, abs=EXACT)
                assert one.clip == there.clip  # the leaf stays where it is


def test_every_signature_creeps_by_itself() -> None:
    crept = laid_out("booklet", 16, creep=1, signature=2)
    lefts = [min(one.x for one in sheet.front.placements) for sheet in crept.sheets]
    assert [left - lefts[0] for left in lefts] == pytest.approx([0, 1, 0, 1])


# ---- cuts and folds ----------------------------------------------------------------


def test_a_fold_between_leaves_that_stand_apart_is_halfway() -> None:
    """Otherwise the heads of a folded signature would miss one another by the gutter."""
    plan = laid_out("perfect", 8, signature=8, gutter=20)
    (sheet,) = plan.sheets
    across = [line for line in sheet.lines if line.kind == "fold" and line.y1 == line.y2]
    rows = sorted({(box.bottom, box.top) for box in leaves(sheet.front, plan)})
    assert [line.y1 for line in across] == pytest.approx([(rows[0][1] + rows[1][0]) / 2])


@pytest.mark.parametrize("size", [4, 8, 16, 32])
@pytest.mark.parametrize("gutter", [0.0, 18.0])
def test_the_first_fold_halves_the_sheet(size: int, gutter: float) -> None:
    (sheet,) = laid_out("perfect", size, signature=size, gutter=gutter).sheets
    first = next(line for line in sheet.lines if line.kind == "fold")
    assert halfway(first) in (
        pytest.approx((sheet.trim.left + sheet.trim.right) / 2),
        pytest.approx((sheet.trim.bottom + sheet.trim.top) / 2),
    )


def halfway(line: Line) -> float:
    return line.x1 if line.x1 == line.x2 else line.y1


def test_cuts_are_at_the_edges_of_the_leaves() -> None:
    """One cut where they touch, one for each where they stand apart."""
    touching = Grid.even(2, 1, 100, 50)
    apart = Grid.even(2, 1, 100, 50, 10)
    assert [line.x1 for line in touching.cuts()] == [100]
    assert sorted(line.x1 for line in apart.cuts()) == [100, 110]
