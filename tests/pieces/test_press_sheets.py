"""Press sheets of `flyers make`: a piece as often as its sheet holds it, cut and folded later."""

from pathlib import Path

import pytest
from pypdf import PdfReader

from flyers.catalogue.formats import FORMATS, Format
from flyers.catalogue.printers import PRINTERS
from flyers.core.boxes import Box, Edges
from flyers.core.errors import ConfigError, ImpositionError, UnknownNameError
from flyers.core.sheets import Imposition, Page
from flyers.core.units import inches
from flyers.imposition.format_pieces import impose
from flyers.imposition.plan_in_words import in_words
from flyers.imposition.presets import press_sheet
from flyers.pieces.piece import Job
from flyers.pieces.workshop import Workshop
from flyers.preflight.evidence.barcodes import read_barcodes
from flyers.press.read.raster import rasters
from flyers.production.make import MakeRequest, jobs_of
from making import URL, files_in, written

SLUG = Page(name="slug", width=120, height=8, layers=())


def pages(row: Format) -> list[Page]:
    """A page for every panel, called like it, and then the line for whoever prints at home."""
    panels = [Page(name=p.name, width=p.width, height=p.height, layers=()) for p in row.panels]
    return [*panels, SLUG]


def onto(sheet: str, fmt: str, **preset: object) -> Imposition:
    """A piece of that format on a press sheet, under the words of a preset."""
    row = FORMATS[fmt]
    options = press_sheet("ours", {"ours": {"size": sheet, **preset}}, PRINTERS["home"])
    return impose(pages(row), row, printer_margins=Edges(), slug=len(row.panels), onto=options)


@pytest.mark.parametrize(
    ("sheet", "fmt", "words"),
    [
        ("12x18", "letter", ["front: front | front", "back: back | back"]),
        (
            "12x18",
            "half-sheet",
            ["front: front | front / front | front", "back: back | back / back | back"],
        ),
        (
            "12x18",
            "tri-fold",
            [
                "front: flap | back | cover / flap | back | cover",
                "back: inside-1 | inside-2 | inside-3 / inside-1 | inside-2 | inside-3",
            ],
        ),
        ("sra4", "a4", ["front: front", "back: back"]),
    ],
)
def test_as_many_as_fit(sheet: str, fmt: str, words: list[str]) -> None:
    assert in_words(onto(sheet, fmt)).splitlines() == [f"sheet 1 {line}" for line in words]


def test_a_preset_may_say_how_many_and_how_it_is_turned() -> None:
    said = onto("23x35", "half-sheet", up="1x1", duplex="work-and-turn")
    assert in_words(said) == "sheet 1 both sides: front | back"
    assert said.notes[0].message.startswith("Print the same form on both sides")


def test_bleed_and_gutter_lie_around_every_piece() -> None:
    sheet = onto("23x35", "letter", bleed="9pt", gutter="18pt", up="2x2").sheets[0]
    assert sheet.trim.width == pytest.approx(inches(17) + 18)
    assert sheet.bleed == sheet.trim.inset(Edges.all(-9))
    for placement in sheet.front.placements:
        trim = Box(
            left=placement.x,
            bottom=placement.y,
            right=placement.x + inches(8.5),
            top=placement.y + inches(11),
        )
        assert placement.clip == trim.inset(Edges.all(-9))


def test_marks_stand_outside_the_pieces() -> None:
    sheet = onto("12x18", "tri-fold").sheets[0]
    assert {mark.kind for mark in sheet.front.marks} == {"cut", "fold"}
    for form in sheet.forms:
        for mark in form.marks:
            x, y = (mark.x1 + mark.x2) / 2, (mark.y1 + mark.y2) / 2
            assert not sheet.trim.contains(Box(left=x, bottom=y, right=x, top=y))


@pytest.mark.parametrize(
    ("sheet", "fmt", "numbers"),
    [
        (
            "a5",
            "letter",
            r"format letter need .*mm.*a5 \(148 x 210 mm\) has room for .*; take",
        ),
        ("letter", "letter", r"need 8\.5 x 11 in.*room for 8\.167 x 10\.667 in beside its marks"),
    ],
)
def test_too_small_a_sheet_is_refused_with_the_numbers(sheet: str, fmt: str, numbers: str) -> None:
    with pytest.raises(ImpositionError, match=numbers) as caught:
        onto(sheet, fmt)
    assert "--" not in str(caught.value)  # `flyers make` has none of the options of `impose`
    assert caught.value.exit_code == 19


def test_a_sheet_without_backs_takes_no_piece_that_has_one() -> None:
    with pytest.raises(ImpositionError, match=r"tri-fold has a back, but .* one side only"):
        onto("12x18", "tri-fold", duplex="none")


@pytest.mark.parametrize("sheet", ["11x17", "17x11"])
def test_a_sheet_is_turned_where_it_then_holds_more(sheet: str) -> None:
    said = onto(sheet, "letter", marks="none")
    assert in_words(said).splitlines()[0] == "sheet 1 front: front | front"


# ---- made ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fmt", "printer", "up"),
    [("half-sheet", "home", 4), ("tri-fold", "home", 2), ("tri-fold", "shop", 2)],
)
def test_every_repeat_has_its_code(tmp_path: Path, fmt: str, printer: str, up: int) -> None:
    job = Job(
        statement=written(tmp_path, "pool.md"),
        format=fmt,
        printer=printer,
        url=URL,
        sheet="12x18",
        out=tmp_path,
    )
    piece = Workshop().make(job)
    assert piece.qr.read_back
    assert piece.sheet == "12x18"
    assert piece.file.name == f"pool-statement-{fmt}-{printer}-12x18.pdf"
    codes = [
        code.text
        for picture in rasters(piece.file.read_bytes(), dpi=150, grey=True)
        for code in read_barcodes(picture)
    ]
    assert codes
    assert codes == [URL] * len(codes)
    assert len(codes) % up == 0
    side = PdfReader(piece.file).pages[0]
    assert sorted(map(float, side.mediabox[2:])) == [inches(12), inches(18)]
    assert side.trimbox != side.mediabox


def test_a_preset_of_the_statements_folder_is_taken(tmp_path: Path) -> None:
    preset = '[sheets.shop]\nsize = "13x19"\nmargins = "1in,0,0,0"\nmarks = "crop,fold,slug"\n'
    written(tmp_path, "flyers.toml", preset)
    job = Job(statement=written(tmp_path, "pool.md"), url=URL, sheet="shop", out=tmp_path / "out")
    piece = Workshop().make(job)
    assert piece.qr.read_back
    assert piece.file.name == "pool-statement-letter-home-shop.pdf"


@pytest.mark.parametrize(
    ("preset", "error"), [('size = "13y19"', UnknownNameError), ("size = 13", ConfigError)]
)
def test_what_a_sheet_cannot_be_is_told_before_anything_is_made(
    tmp_path: Path, preset: str, error: type[Exception]
) -> None:
    written(tmp_path, "flyers.toml", f"[sheets.shop]\n{preset}\n")
    path = written(tmp_path, "pool.md")
    out = str(tmp_path / "out")
    with pytest.raises(error):
        jobs_of(MakeRequest(statements=(str(path),), sheet="shop", out=out))
    assert files_in(tmp_path) == ["flyers.toml", "pool.md"]
