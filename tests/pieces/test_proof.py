"""Proofs: guides are where the imposition has them, and can be distinguished."""

from dataclasses import replace
from fractions import Fraction
from itertools import combinations
from pathlib import Path

import pytest
from PIL import Image, ImageColor

from flyers.catalogue.formats import FORMATS
from flyers.catalogue.papers import in_both, measured
from flyers.catalogue.printers import Printer, Setup
from flyers.core.boxes import Box, Edges
from flyers.core.sheets import Imposition, Page
from flyers.core.units import inches, mm
from flyers.imposition.format_pieces import impose
from flyers.imposition.presets import press_sheet
from flyers.pieces.piece import Job
from flyers.pieces.proof import fineness, proofs
from flyers.pieces.proof.board import Board
from flyers.pieces.proof.drawing import LOOKS
from flyers.pieces.proof.guides import ProofSide, sides
from flyers.pieces.proof.legend import legend
from flyers.pieces.workshop import Workshop
from making import URL, files_in, invoke, written

HOME = Setup.of(Printer(name="home", purpose="", margins=Edges.all(18)))
SAFE = Setup.of(replace(HOME.printer, safe=9))
SHOP = Setup.of(Printer(name="shop", purpose="", bleed=9, safe=12))
INCH = 72.0


def laid(fmt: str, sheet: str | None = None, **preset: object) -> tuple[Imposition, int]:
    """A piece of the format, on its own sheet or a press sheet, and the number of its slug."""
    row = FORMATS[fmt]
    pages = [Page(name=p.name, width=p.width, height=p.height, layers=()) for p in row.panels]
    pages.append(Page(name="slug", width=120, height=8, layers=()))
    onto = press_sheet("ours", {"ours": {"size": sheet, **preset}}, HOME.printer) if sheet else None
    slug = len(row.panels)
    return impose(pages, row, printer_margins=HOME.margins, slug=slug, onto=onto), slug


def of_a(fmt: str, setup: Setup, sheet: str | None = None, **preset: object) -> list[ProofSide]:
    imposition, slug = laid(fmt, sheet, **preset)
    return sides(imposition, setup, slug=slug)


def at(side: ProofSide, kind: str) -> list[Box]:
    return [guide.box for guide in side.guides if guide.kind == kind]


# ---- what is drawn ---------------------------------------------------------------------


def test_a_folded_piece_is_one_piece_with_its_panels_and_folds() -> None:
    front, back = of_a("tri-fold", HOME)
    whole = Box(left=0, bottom=0, right=inches(11), top=inches(8.5))
    assert front.pieces == back.pieces == (whole,)
    assert [round(box.left / INCH, 4) for box in at(front, "fold")] == [3.625, 7.3125]
    # Seen from behind, the flap is on the right.
    assert sorted(round(box.left / INCH, 4) for box in at(back, "fold")) == [3.6875, 7.375]
    lying = sorted(front.parts, key=lambda part: part.box.left)
    assert [(part.number, part.name) for part in lying] == [(2, "flap"), (6, "back"), (1, "cover")]
    assert at(front, "white") == [whole.inset(Edges.all(18))]


def test_pieces_that_are_cut_apart_each_have_their_trim_and_safe_area() -> None:
    for side in of_a("half-sheet", SAFE):
        assert len(side.pieces) == 2
        assert at(side, "trim") == list(side.pieces)
        assert at(side, "safe") == [piece.inset(Edges.all(9)) for piece in side.pieces]
        assert {box.width for box in side.pieces} == {inches(5.5)}


def test_bleed_is_drawn_where_ink_may_run_and_not_between_neighbours() -> None:
    (side, _) = of_a("tri-fold", SHOP, "23x35", bleed="9pt", gutter="0", up="1x2")
    assert len(side.pieces) == 2
    upper, lower = sorted(side.pieces, key=lambda piece: -piece.bottom)
    assert at(side, "bleed") == [
        upper.inset(Edges(top=-9, right=-9, left=-9)),
        lower.inset(Edges(bottom=-9, right=-9, left=-9)),
    ]
    assert len(at(side, "fold")) == 2  # one stroke folds both


def test_a_press_sheet_says_how_large_the_paper_is() -> None:
    (side, _) = of_a("letter", SHOP, "12x18")
    assert (side.width, side.height) == (inches(18), inches(12))
    assert side.trim.width == inches(17)


def test_a_white_border_takes_the_place_of_the_safe_area() -> None:
    union = Setup.of(Printer(name="union", purpose="", border=18, safe=18))
    (side, _) = of_a("letter", union)
    assert at(side, "white") == [side.pieces[0].inset(Edges.all(18))]
    assert at(side, "safe") == []


# ---- in words --------------------------------------------------------------------------


def test_the_legend_has_what_is_drawn_with_its_amount_in_both_units() -> None:
    entries = legend(of_a("tri-fold", SHOP, "23x35", bleed="9pt"), SHOP, "in")
    assert {entry.name: entry.amount for entry in entries} == {
        "Bleed": "1/8 in (3.2 mm)",
        "Trim": "11 × 8 1/2 in (279.4 × 215.9 mm)",
        "Safe area": "0.167 in (4.2 mm)",
        "Fold": "",
    }


@pytest.mark.parametrize(
    ("length", "unit", "said"),
    [
        (inches(3.6875), "in", "3 11/16 in"),
        (inches(1 / 32), "in", "1/32 in"),
        (inches(11), "in", "11 in"),
        (0, "in", "0 in"),
        (mm(97), "in", "3.819 in"),
        (mm(97), "mm", "97 mm"),
        (inches(0.5), "mm", "12.7 mm"),
    ],
)
def test_lengths_are_said_as_on_a_ruler(length: float, unit: str, said: str) -> None:
    assert measured(length, unit) == said  # type: ignore[arg-type]


def test_a_size_is_said_in_both_units() -> None:
    assert in_both("mm", mm(210), mm(297)) == "210 × 297 mm (8.268 × 11.693 in)"
    assert in_both("in", mm(3)) == "3 mm (0.118 in)"
    assert in_both("mm", inches(0.125)) == "1/8 in (3.2 mm)"
    assert in_both("in", 12) == "0.167 in (4.2 mm)"


# ---- in the picture --------------------------------------------------------------------


def pictured(setup: Setup, fmt: str, sheet: str | None = None) -> list[Image.Image]:
    """Proofs over white paper, so that all colour is the proof's."""
    imposition, slug = laid(fmt, sheet)
    dpi = fineness(imposition)
    white = [
        Image.new("RGB", (round(s.width * dpi / 72), round(s.height * dpi / 72)), "white")
        for s in imposition.sheets
        for _ in s.forms
    ]
    return proofs(white, imposition, setup, heading="Proof", unit="in", slug=slug)


def columns_of(picture: Image.Image, colour: str) -> list[int]:
    """The pixels across at which a line of that colour runs down the picture."""
    rows = range(200, 800, 7)
    pixels = picture.load()
    assert pixels is not None
    wanted = tuple(int(colour[n : n + 2], 16) for n in (1, 3, 5))
    hits = [x for x in range(picture.width) if sum(pixels[x, y] == wanted for y in rows) > 30]
    return [x for x in hits if x - 1 not in hits]


def test_lines_lie_where_they_are_to_scale() -> None:
    (picture,) = pictured(SAFE, "tri-fold")
    trims = columns_of(picture, LOOKS["trim"].colour)
    assert len(trims) == 4  # both edges of both sides
    front, back = trims[0], trims[2]
    assert trims[1] - front == pytest.approx(1100, abs=1)
    folds = columns_of(picture, LOOKS["fold"].colour)
    assert [x - front for x in folds[:2]] == pytest.approx([362.5, 731.25], abs=1)
    assert [x - back for x in folds[2:]] == pytest.approx([368.75, 737.5], abs=1)


@pytest.mark.parametrize(
    ("fmt", "sheet", "said"),
    [
        ("tri-fold", None, {"3 5/8 in", "3 11/16 in", "11 in"}),
        ("letter", "12x18", {"8 1/2 in", "17 in", "18 in paper"}),
    ],
)
def test_every_measure_is_as_long_as_it_says(
    fmt: str, sheet: str | None, said: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[tuple[int, str]] = []

    def across(_: Board, left: int, right: int, __: int, *labels: str) -> None:
        drawn.append((right - left, labels[0].rpartition(", ")[2]))

    monkeypatch.setattr(Board, "across", across)
    monkeypatch.setattr(Board, "upright", lambda *_: None)
    pictured(SHOP, fmt, sheet)
    dots = fineness(laid(fmt, sheet)[0])
    assert {words for _, words in drawn} == said
    for pixels, words in drawn:
        inches_said = sum(map(Fraction, words.partition(" in")[0].split()))
        assert pixels == pytest.approx(float(inches_said) * dots, abs=1.5)


def test_a_large_sheet_is_drawn_small_enough_to_be_looked_at() -> None:
    (picture,) = pictured(SHOP, "letter", "23x35")
    assert picture.width < 3200
    assert picture.height < 1600


def test_the_name_of_a_page_covers_no_line() -> None:
    """Upper pieces have theirs outside, lower ones inside: all lines across are as long."""
    (picture,) = pictured(SHOP, "half-sheet", "12x18")
    pixels, colour = picture.load(), ImageColor.getrgb(LOOKS["trim"].colour)
    assert pixels is not None
    counts = [
        sum(pixels[x, y] == colour for x in range(picture.width)) for y in range(picture.height)
    ]
    long = [count for count in counts if count > picture.width / 3]
    assert len(long) >= 3
    assert max(long) - min(long) < 20


def test_lines_are_told_apart_without_their_colours() -> None:
    greys = [Image.new("RGB", (1, 1), look.colour).convert("L") for look in LOOKS.values()]
    for (one, a), (two, b) in combinations(zip(LOOKS.values(), greys, strict=True), 2):
        assert one.dash != two.dash or abs(a.getpixel((0, 0)) - b.getpixel((0, 0))) > 20  # type: ignore[operator]


# ---- made ------------------------------------------------------------------------------


def test_make_draws_a_proof_of_every_sheet_and_takes_away_old_ones(tmp_path: Path) -> None:
    written(tmp_path, "pool.md")
    given = ("make", "pool.md", "--url", URL, "-f", "tri-fold", "--no-preview")
    done = invoke(*given, "--proof", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    proof = "out/pool/pool-statement-tri-fold-home-proof-1.png"
    assert f"  proof: {proof}" in done.stdout
    with Image.open(tmp_path / proof) as picture:
        assert picture.width > 2200
    first = (tmp_path / proof).read_bytes()
    job = Job(
        statement=tmp_path / "pool.md",
        format="tri-fold",
        url=URL,
        out=tmp_path / "out",
        previews=False,
        proof=True,
    )
    workshop = Workshop()
    assert workshop.make(job).as_json()["proofs"] == [str(tmp_path / proof)]
    assert (tmp_path / proof).read_bytes() == first
    workshop.make(replace(job, proof=False))
    assert files_in(tmp_path / "out") == ["pool/pool-statement-tri-fold-home.pdf"]
