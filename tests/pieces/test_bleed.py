"""Fields of colour run off the paper at its outer edges, and at no fold and into no neighbour."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from PIL.Image import Image

from flyers.catalogue.formats import FORMATS
from flyers.catalogue.printers import PRINTERS
from flyers.pieces.piece import Job
from flyers.pieces.workshop import Workshop
from flyers.press.read.raster import rasters
from making import SUNDAYS, URL

DPI = 72
"""A pixel is a point."""

BLEED = round(PRINTERS["shop"].bleed)
WHITE = (255, 255, 255)

Made = Callable[..., list[Image]]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Pictures of the sides of an example, made once for each way."""
    folder, workshop = tmp_path_factory.mktemp("bleed"), Workshop()

    @cache
    def make(layout: str, fmt: str, printer: str = "shop", sheet: str | None = None) -> list[Image]:
        job = Job(
            statement=SUNDAYS,
            layout=layout,
            format=fmt,
            printer=printer,
            sheet=sheet,
            url=URL,
            when="2027-05-12T19:00",
            where="City Hall",
            out=folder / f"{printer}{sheet}",
            previews=False,
        )
        return [side.convert("RGB") for side in rasters(read(workshop, job), dpi=DPI)]

    return make


def read(workshop: Workshop, job: Job) -> bytes:
    return Path(workshop.make(job).file).read_bytes()


def edges(side: Image, inward: int) -> Iterator[list[Any]]:
    """The colours along the four edges, so many pixels from each."""
    right, foot = side.width - 1 - inward, side.height - 1 - inward
    across, down = range(inward, right + 1), range(inward, foot + 1)
    yield [side.getpixel((x, inward)) for x in across]
    yield [side.getpixel((x, foot)) for x in across]
    yield [side.getpixel((inward, y)) for y in down]
    yield [side.getpixel((right, y)) for y in down]


@pytest.mark.parametrize("layout", ["statement", "headline", "event"])
@pytest.mark.parametrize("fmt", ["letter", "tri-fold", "half-sheet"])
def test_what_touches_the_trim_reaches_the_edge_of_the_bleed(
    made: Made, layout: str, fmt: str
) -> None:
    for side in made(layout, fmt):
        for at_trim, at_edge in zip(edges(side, BLEED + 1), edges(side, 0), strict=True):
            # The bleed's corners are beyond the trim, so the line at the edge is the longer one.
            assert at_trim == at_edge[BLEED + 1 : -BLEED - 1]


@pytest.mark.parametrize(
    ("layout", "fmt", "touched"),
    [
        ("statement", "letter", "top left right"),
        ("headline", "letter", "top left right"),
        ("headline", "half-sheet", "top left right"),
        ("event", "letter", "top left right"),
        ("statement", "tri-fold", "top bottom right"),
        ("headline", "tri-fold", "top bottom left right"),
        ("event", "tri-fold", "top bottom right"),
    ],
)
def test_a_front_has_colour_at_its_outer_edges(
    made: Made, layout: str, fmt: str, touched: str
) -> None:
    front = made(layout, fmt)[0]
    names = ("top", "bottom", "left", "right")
    inked = [n for n, line in zip(names, edges(front, 0), strict=True) if set(line) != {WHITE}]
    assert " ".join(inked) == touched


@pytest.mark.parametrize("layout", ["statement", "headline", "event"])
def test_a_cover_ends_at_its_fold(made: Made, layout: str) -> None:
    front = made(layout, "tri-fold")[0]
    fold = BLEED + FORMATS["tri-fold"].folds[1]
    before, after = (
        {front.getpixel((round(fold) + beside, y)) for y in range(front.height)}
        for beside in (-2, 2)
    )
    assert before == {WHITE}
    assert len(after) == 1
    assert after != before


def test_neighbours_on_a_sheet_keep_out_of_one_another(made: Made) -> None:
    """Two covers over one another, each with its bleed in the gutter."""
    front = made("statement", "tri-fold", sheet="12x18")[0]
    fmt = FORMATS["tri-fold"]
    x = (front.width + round(fmt.width)) // 2 - 100
    inked = [y for y in range(front.height) if front.getpixel((x, y)) != WHITE]
    high = 2 * round(fmt.height) + 4 * BLEED
    assert inked[-1] - inked[0] == pytest.approx(high, abs=2)


@pytest.mark.parametrize("layout", ["statement", "headline", "event"])
@pytest.mark.parametrize("fmt", ["tri-fold", "half-sheet"])
def test_a_union_shop_has_its_white_border(made: Made, layout: str, fmt: str) -> None:
    border = round(PRINTERS["union-shop"].border)
    for side in made(layout, fmt, printer="union-shop"):
        for inward in range(border):
            assert {colour for line in edges(side, inward) for colour in line} == {WHITE}
