"""Awkward PDFs imposed: every page looks at its planned place as it does in its own file."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import pypdfium2
import pytest
from PIL import ImageChops
from PIL.Image import Image, new
from PIL.ImageStat import Stat

from awkward import AWKWARD, GREEN, MAGENTA, Awkward
from flyers.catalogue.papers import Paper
from flyers.core.errors import FlyersError
from flyers.core.matrix import placed_box
from flyers.imposition.from_pdfs import Planned, planned, printed
from flyers.imposition.inputs import Input
from flyers.imposition.options import Options
from flyers.imposition.schemes.table import scheme_named

PIXELS = 120
"""The longer side of a page in a picture."""

TOLERANCE = 2.0
"""Of 255, in the mean: an edge may be smoothed otherwise, but no stroke may be elsewhere."""

IMPOSED = [
    pytest.param(case, id=name) for name, case in AWKWARD.items() if case.expect == "imposed"
]
REFUSED = [
    pytest.param(case, id=name) for name, case in AWKWARD.items() if case.expect == "refused"
]
SEEN = 4
"""Of a thousand pages the first four sides are enough."""


def imposed(case: Awkward, scheme: str, columns: int) -> tuple[Planned, bytes]:
    """Impose on sheets just that many pages wide."""
    width, height = size_of_a_leaf(case)
    sheet = Paper(name="test", width=width * columns, height=height)
    options = Options(
        sheet=sheet, duplex="none" if scheme == "n-up" else "short", up=(1, 1), sizes="center"
    )
    plan = planned([Input(name="awkward.pdf", pdf=case.pdf)], scheme_named(scheme), options)
    return plan, printed(plan)


def size_of_a_leaf(case: Awkward) -> tuple[float, float]:
    """Return the size of page 1, or of the largest page."""
    return (300, 300) if case is AWKWARD["mixed-sizes"] else case.trim


@contextmanager
def opened(pdf: bytes) -> Iterator[Any]:
    document = pypdfium2.PdfDocument(pdf)
    document.init_forms()
    try:
        yield document
    finally:
        document.close()


def picture(page: Any, scale: float) -> Image:
    """Draw the page at that many pixels a point."""
    shown: Image = page.render(scale=scale, rev_byteorder=True).to_pil()
    return shown.convert("RGB")


def trimmed(document: Any, number: int) -> Any:
    """Crop a page's picture to its trim, as far as there is paper."""
    page = document[number]
    trim, media = ordered(page.get_trimbox()), ordered(page.get_mediabox())
    lower, upper = map(max, trim[:2], media[:2]), map(min, trim[2:], media[2:])
    page.set_cropbox(*lower, *upper)
    page.close()
    return document[number]


def ordered(box: Sequence[float]) -> tuple[float, ...]:
    """Return left, bottom, right and top, in whatever order the corners come."""
    left, bottom, right, top = box
    return min(left, right), min(bottom, top), max(left, right), max(bottom, top)


def pasted(plan: Planned, case: Awkward, scale: float) -> list[Image]:
    """Draw the first sides as they must look: every page's own picture at its planned place."""
    imposition = plan.imposition
    forms = [(sheet, form) for sheet in imposition.sheets for form in sheet.forms]
    sides = []
    with opened(case.pdf) as source:
        # PDFium knows nothing of /UserUnit, so its page may be smaller than the trim.
        unit = case.trim[0] / trimmed(source, 0).get_width()
        for sheet, form in forms[:SEEN]:
            size = round(sheet.width * scale), round(sheet.height * scale)
            side = new("RGB", size, "white")
            for one in form.placements:
                box = placed_box(one, imposition.pages[one.page])
                corner = round(box.left * scale), round((sheet.height - box.top) * scale)
                own = picture(trimmed(source, one.page), scale * unit)
                side.paste(own.rotate(one.rotation), corner)
            sides.append(side)
    return sides


def difference(one: Image, other: Image) -> float:
    return max(Stat(ImageChops.difference(one, other)).mean)


def colours(shown: Image) -> set[Any]:
    return {colour for _, colour in shown.getcolors(maxcolors=1_000_000) or []}


@pytest.mark.parametrize(("scheme", "columns"), [("n-up", 1), ("booklet", 2)])
@pytest.mark.parametrize("case", IMPOSED)
def test_every_page_is_seen_at_its_place(case: Awkward, scheme: str, columns: int) -> None:
    plan, pdf = imposed(case, scheme, columns)
    scale = PIXELS / max(size_of_a_leaf(case))
    wanted = pasted(plan, case, scale)
    with opened(pdf) as document:
        seen = [picture(document[side], scale) for side in range(len(wanted))]
    off = [difference(one, other) for one, other in zip(wanted, seen, strict=True)]
    assert max(off) < TOLERANCE
    assert MAGENTA not in set().union(*map(colours, seen))
    assert any(GREEN in colours(side) for side in seen) == case.green


@pytest.mark.parametrize("scheme", ["n-up", "booklet"])
@pytest.mark.parametrize("case", REFUSED)
def test_what_nobody_can_impose_is_refused_in_a_sentence(case: Awkward, scheme: str) -> None:
    with pytest.raises(FlyersError) as refusal:
        imposed(case, scheme, 1)
    said = str(refusal.value)
    assert "awkward.pdf" in said
    assert said.endswith(".")
    assert "\n" not in said
