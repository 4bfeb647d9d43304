"""The awkward PDFs have the faults that they are made for. Their imposition is tested elsewhere."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from typing import Any

import pypdfium2
import pytest
from PIL.Image import Image
from pypdf import PdfReader

from awkward import AWKWARD, GREEN, MAGENTA, Awkward

LONGEST_SIDE = 120
"""Pixels of a picture: enough to see a corner's square, on a page of any size."""

IMPOSED = [pytest.param(case, id=name) for name, case in AWKWARD.items() if case.pages]
REFUSED = [pytest.param(case, id=name) for name, case in AWKWARD.items() if not case.pages]

UNREADABLE_TO_PYPDF = {"encrypted-with-aes-256", "end-cut-off"}
"""For the one it wants another package, the other it does not repair. PDFium reads both."""

WITHOUT_UNITS = {"user-unit-2"}
"""PDFium does not know of /UserUnit."""


def but(names: set[str]) -> list[Any]:
    """Return the files that can be imposed, apart from these."""
    return [case for case in IMPOSED if case.id not in names]


@contextmanager
def opened(pdf: bytes) -> Iterator[Any]:
    document = pypdfium2.PdfDocument(pdf)
    document.init_forms()
    try:
        yield document
    finally:
        document.close()


def pictures(pdf: bytes) -> list[Image]:
    """Return every page upright, with its annotations drawn."""
    with opened(pdf) as document:
        return [
            page.render(scale=LONGEST_SIDE / max(page.get_size()), rev_byteorder=True)
            .to_pil()
            .convert("RGB")
            for page in document
        ]


def colours(picture: Image) -> set[tuple[int, ...]]:
    counted = picture.getcolors(maxcolors=LONGEST_SIDE**2 + 1) or []
    return {colour for _, colour in counted if isinstance(colour, tuple)}


@pytest.mark.parametrize("case", IMPOSED)
def test_every_page_shows_something_but_those_that_are_blank(case: Awkward) -> None:
    seen = [len(colours(picture)) > 1 for picture in pictures(case.pdf)]
    assert seen == [number not in case.blank for number in range(1, case.pages + 1)]


@pytest.mark.parametrize("case", IMPOSED)
def test_what_is_hidden_is_not_seen_and_what_is_laid_over_is(case: Awkward) -> None:
    first, *others = [colours(picture) for picture in pictures(case.pdf)]
    assert (GREEN in first) == case.green
    assert MAGENTA not in first.union(*others)


@pytest.mark.parametrize("case", IMPOSED)
def test_no_page_looks_the_same_when_it_is_turned_or_mirrored(case: Awkward) -> None:
    picture = pictures(case.pdf)[0]
    looks = {picture.tobytes(), *(picture.transpose(n).tobytes() for n in range(7))}  # type: ignore[arg-type]
    assert len(looks) == 8


@pytest.mark.parametrize("case", but(UNREADABLE_TO_PYPDF))
def test_the_trim_is_what_pypdf_reads(case: Awkward) -> None:
    reader = PdfReader(BytesIO(case.pdf))
    if reader.is_encrypted:
        assert reader.decrypt("")
    page = reader.pages[0]
    assert len(reader.pages) == case.pages
    media, trim = ordered(page.mediabox), ordered(page.trimbox)
    width, height = (
        page.user_unit * (min(media[n + 2], trim[n + 2]) - max(media[n], trim[n])) for n in (0, 1)
    )
    assert ((height, width) if page.rotation % 180 else (width, height)) == case.trim


def ordered(box: Sequence[Any]) -> list[float]:
    """Return left, bottom, right and top, in whichever order the corners are given."""
    left, bottom, right, top = map(float, box)
    return [min(left, right), min(bottom, top), max(left, right), max(bottom, top)]


@pytest.mark.parametrize("case", but(WITHOUT_UNITS))
def test_the_trim_is_within_the_page_that_is_seen(case: Awkward) -> None:
    with opened(case.pdf) as document:
        assert len(document) == case.pages
        width, height = document[0].get_size()
    assert width >= case.trim[0]
    assert height >= case.trim[1]


@pytest.mark.parametrize("case", REFUSED)
def test_from_what_is_refused_nobody_gets_a_page(case: Awkward) -> None:
    with pytest.raises(pypdfium2.PdfiumError), opened(case.pdf) as document:
        for page in document:
            page.render(scale=0.1)


def test_every_case_says_what_is_awkward() -> None:
    assert [name for name, case in AWKWARD.items() if not case.note] == []
