"""The file of a printed imposition: its objects, boxes, information and bytes."""

import datetime
import os
import subprocess
import sys
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from flyers.core.sheets import Flip, Imposition, Layer, Mark, Placement
from flyers.press.printing import print_sheets
from flyers.press.read.file_facts import count_pages, facts
from flyers.press.write.info import DocumentInfo
from imposed_sheets import PAPER, imposed, opened, printed
from typeset_pages import HandMade, link, pdf_of, quarters

# ---- the file ----------------------------------------------------------------------


def test_each_source_page_is_in_the_file_once() -> None:
    placements = [Placement(page=0, x=20 * n, y=0, scale=0.1) for n in range(10)]
    source = pdf_of(HandMade(content=quarters((0, 0, 200, 100))))
    reader = opened(printed(source, imposed(*placements, back=True)))
    forms = {
        form.idnum for page in reader.pages for form in page["/Resources"]["/XObject"].values()
    }
    assert len(forms) == 1
    (form,) = reader.pages[0]["/Resources"]["/XObject"].values()
    assert form["/Filter"] == "/FlateDecode"


def test_sides_that_look_alike_share_their_operators() -> None:
    page = HandMade(content=quarters((0, 0, 200, 100)))
    pages = tuple(replace(PAPER, layers=(Layer(source=number),)) for number in (0, 1))
    one, other = (imposed(Placement(page=n, x=9, y=9), pages=pages).sheets[0] for n in (0, 1))
    made = printed(pdf_of(page, page), Imposition(pages=pages, sheets=(one, other)))
    front, back = opened(made).pages
    assert front.raw_get("/Contents").idnum == back.raw_get("/Contents").idnum
    first, second = (side["/Resources"]["/XObject"].raw_get("/P0") for side in (front, back))
    assert first.idnum != second.idnum


def test_all_source_pages_share_their_resources() -> None:
    page = HandMade(content=quarters((0, 0, 200, 100)))
    both = replace(PAPER, layers=(Layer(source=0), Layer(source=1)))
    made = printed(pdf_of(page, page), imposed(Placement(page=0, x=0, y=0), pages=(both,)))
    forms = opened(made).pages[0]["/Resources"]["/XObject"]
    assert len({form.raw_get("/Resources").idnum for form in forms.values()}) == 1


def test_the_boxes_are_those_of_the_sheet() -> None:
    sheet = imposed(Placement(page=0, x=0, y=0))
    (side,) = facts(printed(pdf_of(HandMade(content=quarters((0, 0, 200, 100)))), sheet)).pages
    assert side.media == side.trim == sheet.sheets[0].trim
    assert side.crop is None


def test_fronts_and_backs_follow_one_another() -> None:
    made = imposed(Placement(page=0, x=0, y=0), back=True)
    twice = replace(made, sheets=made.sheets * 2)
    assert count_pages(printed(pdf_of(HandMade(content=quarters((0, 0, 200, 100)))), twice)) == 4


@pytest.mark.parametrize(
    ("back", "flip", "duplex"),
    [
        (False, "long", "/Simplex"),
        (True, "long", "/DuplexFlipLongEdge"),
        (True, "short", "/DuplexFlipShortEdge"),
    ],
)
def test_the_print_dialog_comes_up_right(back: bool, flip: Flip, duplex: str) -> None:
    sheet = imposed(Placement(page=0, x=0, y=0), back=back, flip=flip)
    made = printed(pdf_of(HandMade(content=quarters((0, 0, 200, 100)))), sheet)
    assert made.startswith(b"%PDF-1.7")
    preferences = opened(made).root_object["/ViewerPreferences"]
    assert preferences["/Duplex"] == duplex
    assert preferences["/PrintScaling"] == "/None"
    assert preferences["/DisplayDocTitle"] == True  # noqa: E712  a PDF boolean, not Python's


def test_the_file_says_what_it_is() -> None:
    info = DocumentInfo(
        title="Für alle — 為眾人",
        author="The office",
        subject="A subject",
        keywords=("one", "two"),
        language="de",
        date=datetime.date(2024, 2, 29),
    )
    source = pdf_of(HandMade(content=quarters((0, 0, 200, 100))))
    made = print_sheets(source, imposed(Placement(page=0, x=0, y=0)), info=info)
    reader = opened(made)
    assert reader.root_object["/Lang"] == "de"
    assert dict(reader.metadata or {}) == {
        "/Title": "Für alle — 為眾人",
        "/Author": "The office",
        "/Subject": "A subject",
        "/Keywords": "one, two",
        "/Producer": "flyers",
        "/CreationDate": "D:20240229",
    }


def test_without_a_date_there_is_none() -> None:
    source = pdf_of(HandMade(content=quarters((0, 0, 200, 100))))
    reader = opened(printed(source, imposed(Placement(page=0, x=0, y=0))))
    assert set(reader.metadata or {}) == {"/Title", "/Producer"}


REPEATED = """
import hashlib, test_printed_file
print(hashlib.sha256(test_printed_file.example()).hexdigest())
"""


def example() -> bytes:
    """Return a sheet with everything on it that is ever written."""
    page = HandMade(
        content=quarters((0, 0, 200, 100)),
        annotations=[link((0, 0, 50, 20), {"S": "/URI", "URI": "https://example.org/"})],
    )
    mark = Mark(kind="fold", x1=200, y1=18, x2=200, y2=27)
    both = replace(PAPER, layers=(Layer(source=0), Layer(source=1)))
    sheet = imposed(Placement(page=0, x=0, y=0), pages=(both,), marks=(mark,), back=True)
    info = DocumentInfo(title="A statement", keywords=("b", "a"), date=datetime.date(2024, 1, 1))
    return print_sheets(pdf_of(page, page), sheet, info=info)


@pytest.mark.parametrize("seed", ["1", "2"])
def test_the_same_input_gives_the_same_bytes_in_any_process(seed: str) -> None:
    again = subprocess.run(
        [sys.executable, "-c", REPEATED],
        env={
            **os.environ,
            "PYTHONHASHSEED": seed,
            "PYTHONPATH": os.pathsep.join([str(Path(__file__).parent), *sys.path]),
        },
        capture_output=True,
        text=True,
        check=True,
    )
    assert again.stdout.strip() == sha256(example()).hexdigest()


def test_another_title_makes_another_file() -> None:
    source = pdf_of(HandMade(content=quarters((0, 0, 200, 100))))
    sheet = imposed(Placement(page=0, x=0, y=0))
    identifiers = {
        opened(print_sheets(source, sheet, info=DocumentInfo(title=title))).trailer["/ID"][0]
        for title in ("one", "another", "one")
    }
    assert len(identifiers) == 2
