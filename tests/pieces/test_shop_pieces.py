"""Files for a shop: one page for each side of the flat piece, with its bleed and its boxes."""

from pathlib import Path

import pytest
from pypdf import PdfReader

from flyers.catalogue.formats import FORMATS, Format
from flyers.catalogue.marks import MarkKind
from flyers.catalogue.printers import PRINTERS
from flyers.core.boxes import Box, Edges
from flyers.core.sheets import Imposition, Page
from flyers.core.units import inches, mm
from flyers.imposition.format_pieces import impose, sheet_for_one_piece
from flyers.imposition.plan_in_words import in_words
from flyers.imposition.presets import press_sheet
from flyers.pieces.piece import Job, Piece
from flyers.pieces.workshop import Workshop
from flyers.press.read.raster import glyph_boxes
from making import URL, letters, written

SHOP = PRINTERS["shop"]


def one(fmt: Format, *, bleed: float = SHOP.bleed, marks: tuple[MarkKind, ...] = ()) -> Imposition:
    """One piece of that format by itself."""
    pages = [Page(name=p.name, width=p.width, height=p.height, layers=()) for p in fmt.panels]
    onto = sheet_for_one_piece(fmt, bleed=bleed, marks=marks)
    return impose(pages, fmt, printer_margins=Edges(), onto=onto)


@pytest.mark.parametrize("name", FORMATS)
def test_a_page_is_a_side_with_its_bleed_around_it(name: str) -> None:
    fmt = FORMATS[name]
    [sheet] = one(fmt).sheets
    assert (sheet.width, sheet.height) == (fmt.width + 18, fmt.height + 18)
    assert sheet.trim == Box(left=9, bottom=9, right=fmt.width + 9, top=fmt.height + 9)
    assert sheet.bleed == Box(left=0, bottom=0, right=sheet.width, top=sheet.height)
    assert [form.leaves for form in sheet.forms] == [(sheet.trim,)] * 2
    assert not sheet.front.marks


def test_both_sides_of_a_folded_piece_read_upright() -> None:
    said = in_words(one(FORMATS["tri-fold"])).splitlines()
    assert said == [
        "sheet 1 front: flap | back | cover",
        "sheet 1 back: inside-1 | inside-2 | inside-3",
    ]


def test_panels_bleed_on_their_outer_edges_alone() -> None:
    fmt = FORMATS["tri-fold"]
    [sheet] = one(fmt).sheets
    cover, flap, back = sheet.front.placements
    top, fold = fmt.height + 18, [9 + at for at in fmt.folds]
    assert flap.clip == Box(left=0, bottom=0, right=fold[0], top=top)
    assert back.clip == Box(left=fold[0], bottom=0, right=fold[1], top=top)
    assert cover.clip == Box(left=fold[1], bottom=0, right=fmt.width + 18, top=top)


@pytest.mark.parametrize("marks", [("crop",), ("fold",), ("crop", "fold", "registration", "bar")])
def test_marks_stand_outside_the_bleed(marks: tuple[MarkKind, ...]) -> None:
    [sheet] = one(FORMATS["tri-fold"], marks=marks).sheets
    assert sheet.bleed == sheet.trim.inset(Edges.all(-9))
    assert len(sheet.front.marks) == 8 * ("crop" in marks) + 4 * ("fold" in marks)
    whole = Box(left=0, bottom=0, right=sheet.width, top=sheet.height)
    for mark in sheet.front.marks:
        ends = Box(
            left=min(mark.x1, mark.x2),
            bottom=min(mark.y1, mark.y2),
            right=max(mark.x1, mark.x2),
            top=max(mark.y1, mark.y2),
        )
        assert whole.contains(ends)
        shared = ends.shared(sheet.bleed)
        assert shared.width == shared.height == 0


def test_on_a_press_sheet_neighbours_keep_all_of_their_bleed() -> None:
    options = press_sheet("sra3", {}, SHOP)
    assert (options.bleed, options.gutter, options.marks) == (9, 18, ("crop", "fold"))
    own = press_sheet("ours", {"ours": {"size": "sra3", "bleed": "3mm", "marks": "none"}}, SHOP)
    assert (own.bleed, own.gutter, own.marks) == (mm(3), 2 * mm(3), ())


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Piece]:
    """The same statement for two shops, as a half-sheet."""
    folder = tmp_path_factory.mktemp("shop")
    statement = written(folder, "pool.md")
    workshop = Workshop()
    return {
        printer: workshop.make(
            Job(
                statement=statement,
                format="half-sheet",
                printer=printer,
                url=URL,
                out=folder / "out",
                previews=False,
            )
        )
        for printer in ("shop", "union-shop")
    }


@pytest.mark.parametrize(("printer", "bleed"), [("shop", inches(1 / 8)), ("union-shop", 0)])
def test_the_file_has_the_boxes_of_one_piece(
    made: dict[str, Piece], printer: str, bleed: float
) -> None:
    sides = PdfReader(made[printer].file).pages
    assert len(sides) == 2
    for side in sides:
        width, height = inches(5.5) + 2 * bleed, inches(8.5) + 2 * bleed
        trim = [bleed, bleed, width - bleed, height - bleed]
        assert [float(number) for number in side.mediabox] == [0, 0, width, height]
        assert [float(number) for number in side.trimbox] == trim
        assert [float(number) for number in side.bleedbox] == [0, 0, width, height]


def test_nothing_is_said_to_whoever_prints_at_home(made: dict[str, Piece]) -> None:
    for piece in made.values():
        pdf = Path(piece.file).read_bytes()
        assert "actualsize" not in letters(pdf, 0) + letters(pdf, 1)


@pytest.mark.parametrize(
    ("printer", "trim"),
    [
        ("foot", Box(left=9, bottom=9, right=405, top=621)),  # a class of the layouts, too
        ("inkjet", Box(left=0, bottom=0, right=792, top=612)),
    ],
)
def test_margins_widen_for_whoever_keeps_more_free(tmp_path: Path, printer: str, trim: Box) -> None:
    written(
        tmp_path,
        "flyers.toml",
        '[printers.foot]\nextends = "shop"\nsafe = "11mm"\n'
        '[printers.inkjet]\nextends = "home"\nmargins = "11mm"\n',
    )
    statement = written(tmp_path, "pool.md")
    job = Job(statement=statement, format="half-sheet", printer=printer, url=URL, out=tmp_path)
    pdf = Workshop().make(job).file.read_bytes()
    inside = trim.inset(Edges.all(mm(11)))
    assert all(inside.contains(box) for _, box in glyph_boxes(pdf, 0))
