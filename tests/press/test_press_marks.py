"""Marks around the pieces on a press sheet: none on the bleed, and none on one another."""

from itertools import combinations

import pytest

from flyers.catalogue.marks import MARKS, MarkKind
from flyers.catalogue.papers import paper_named
from flyers.core.boxes import Box, Edges
from flyers.core.sheets import Form, Mark, Page, Patch, Sheet, Sign, Target, Words
from flyers.core.units import inches
from flyers.imposition.assembly.marks import allowances
from flyers.imposition.assembly.press_slug import SIZE
from flyers.imposition.options import Options
from flyers.imposition.planning import plan
from flyers.imposition.schemes.table import scheme_named

BLEED = 9.0
ALL = tuple(mark for mark in MARKS if mark != "collation")


def sheets(scheme: str, sheet: str, shape: tuple[int, float, float], **more: object) -> list[Sheet]:
    """Return the sheets of pages of one shape (number, width, height) with all marks outside
    them."""
    count, width, height = shape
    pages = [Page(name=str(n), width=width, height=height, layers=()) for n in range(count)]
    options = Options(
        sheet=paper_named(sheet),
        bleed=BLEED,
        duplex="sheetwise",
        marks=ALL,
        parts=(2,) * (count // 2),
        quantities=(7,) * (count // 2),
        job="zine",
        **more,  # type: ignore[arg-type]
    )
    return list(plan(pages, scheme_named(scheme), options).sheets)


def around(thing: Mark | Sign) -> Box:
    """Return the box around a mark or sign."""
    if isinstance(thing, Mark):
        (left, right), (bottom, top) = sorted((thing.x1, thing.x2)), sorted((thing.y1, thing.y2))
        return Box(left=left, bottom=bottom, right=right, top=top)
    if isinstance(thing, Patch):
        return thing.box
    if isinstance(thing, Target):
        return Box(left=thing.x, bottom=thing.y, right=thing.x, top=thing.y).inset(Edges.all(-4.5))
    end = thing.x + len(thing.text) * SIZE / 2
    return Box(left=thing.x, bottom=thing.y - 1.5, right=end, top=thing.y + 4.5)


def meet(one: Box, other: Box) -> bool:
    return (
        one.left < other.right - 0.01
        and other.left < one.right - 0.01
        and one.bottom < other.top - 0.01
        and other.bottom < one.top - 0.01
    )


def groups(form: Form) -> list[list[Box]]:
    """Return lines, targets, bar and words; lines are a point wide, for the sake of comparing."""
    kinds: dict[type, list[Box]] = {}
    for thing in (*form.marks, *form.signs):
        box = around(thing)
        box = box.inset(Edges.all(-0.5)) if isinstance(thing, Mark) else box
        kinds.setdefault(type(thing), []).append(box)
    return list(kinds.values())


CASES = [
    ("booklet", "12x18", (16, 396.0, 612.0), {}),
    ("booklet", "13x19", (8, 396.0, 612.0), {"margins": Edges(top=inches(0.25))}),
    ("perfect", "23x35", (16, 396.0, 612.0), {"gutter": 18.0}),
    ("perfect", "25x38", (32, 396.0, 612.0), {"gutter": 0.0}),
    ("gang", "12x18", (4, 252.0, 144.0), {"gutter": 18.0}),
    ("repeat", "13x19", (2, 252.0, 144.0), {"gutter": 18.0}),
    ("repeat", "4.5x3in", (2, 252.0, 144.0), {"up": (1, 1)}),
    ("repeat", "sra3", (2, 72.0, 72.0), {"gutter": 18.0}),
]


@pytest.mark.parametrize(("scheme", "sheet", "shape", "more"), CASES)
def test_nothing_collides_and_all_is_on_the_paper(
    scheme: str, sheet: str, shape: tuple[int, float, float], more: dict[str, object]
) -> None:
    for one in sheets(scheme, sheet, shape, **more):
        assert one.bleed
        paper = Box(left=0, bottom=0, right=one.width, top=one.height)
        for form in one.forms:
            for group in groups(form):
                assert all(paper.contains(box, 0.6) for box in group)
                assert not any(meet(box, one.bleed.inset(Edges.all(0.6))) for box in group)
            for first, second in combinations(groups(form), 2):
                assert not any(meet(a, b) for a in first for b in second)


@pytest.mark.parametrize("width", [72.0, 144.0, 396.0])
def test_the_bar_is_whole(width: float) -> None:
    form = sheets("repeat", "12x18", (2, width, 396.0), up=(1, 1))[0].front
    assert len([sign for sign in form.signs if isinstance(sign, Patch)]) == 11


def slug(sheet: str, job: str) -> str:
    kinds: tuple[MarkKind, ...] = ("slug",)
    options = Options(sheet=paper_named(sheet), marks=kinds, job=job, date="2027-04-19", up=(1, 1))
    page = Page(name="1", width=180, height=144, layers=())
    form = plan([page], scheme_named("repeat"), options).sheets[0].front
    _, line = (sign for sign in form.signs if isinstance(sign, Words))
    return line.text


LONG = "a name of a job that somebody gave for reasons of their own"


def test_a_wide_sheet_says_it_all() -> None:
    said = slug("12x18", LONG)
    assert said == f"{LONG} · sheet 1 of 1, front · 2027-04-19"


def test_a_narrow_sheet_keeps_the_job_and_the_number_of_the_sheet() -> None:
    said = slug("3.1x4in", LONG)
    assert said.startswith("a name")
    assert "… · sheet 1 of 1, front" in said
    assert "2027" not in said


@pytest.mark.parametrize(
    ("x", "y", "free"),
    [
        (100, 100, Edges(top=9, right=0, bottom=9, left=9)),  # corner to corner: one side gives way
        (104, 100, Edges(top=9, right=4, bottom=9, left=9)),
        (104, 107, Edges(top=7, right=9, bottom=9, left=9)),  # the side that gives up less
        (109, 100, Edges.all(9)),  # far enough away
        (100, 50, Edges(top=9, right=0, bottom=9, left=9)),  # beside it
        (106, 50, Edges(top=9, right=3, bottom=9, left=9)),
    ],
)
def test_no_ink_runs_over_a_piece_that_is_past_a_corner(x: float, y: float, free: Edges) -> None:
    piece = Box(left=0, bottom=0, right=100, top=100)
    other = Box(left=x, bottom=y, right=x + 80, top=y + 80)
    first, _ = allowances([piece, other], 9)
    assert first == free
