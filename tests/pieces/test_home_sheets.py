"""The words on the sheets for people who print them at home."""

from pathlib import Path
from typing import Any

import pytest
from PIL.Image import Image

from flyers.catalogue.formats import FORMATS
from flyers.catalogue.printers import PRINTERS
from flyers.pieces.piece import Job, Piece
from flyers.pieces.workshop import Workshop
from flyers.preflight.case import Declared
from flyers.preflight.checks import check_file
from flyers.preflight.gathering import evidence_of
from flyers.press.read.file_facts import count_pages
from flyers.press.read.raster import rasters
from flyers.typesetting.home_slug import INSET
from making import URL, all_letters, invoke, written

LANGUAGES = ("en", "es", "fr", "de", "pt", "it", "nl", "pl", "ar", "he", "hi")


@pytest.fixture(scope="module")
def workshop() -> Workshop:
    return Workshop()


def made(workshop: Workshop, folder: Path, fmt: str, language: str = "en", **asked: Any) -> Piece:
    """A short statement for a desktop printer."""
    text = "---\ntitle: A title\nlang: {}\n---\n\nA short text.\n\nAnother.\n"
    statement = written(folder, f"{language}.md", text.format(language))
    out = folder / "out"
    job = Job(statement=statement, format=fmt, url=URL, out=out, previews=False, **asked)
    return workshop.make(job)


def foot(piece: Piece, left: float, right: float, scale: int) -> Image:
    """The ink on the first side below its text, between two uprights in points, in so many pixels
    to the point."""
    side = rasters(piece.file.read_bytes(), dpi=72 * scale, grey=True)[0]
    box = (round(left * scale), side.height - 34 * scale, round(right * scale), side.height)
    return side.crop(box).point(lambda grey: 255 if grey < 200 else 0)


def test_no_letter_at_the_foot_is_smaller_than_a_stranger_would_have_it(
    workshop: Workshop, tmp_path: Path
) -> None:
    pdf = made(workshop, tmp_path, "half-sheet").file.read_bytes()
    told = check_file(evidence_of(pdf), PRINTERS["home"], Declared())
    assert [one.message for one in told if one.check == "type-size"] == []


def ticks(picture: Image, y: int) -> list[int]:
    """Return the places at which ink begins along a line."""
    row = [picture.getpixel((x, y)) for x in range(picture.width)]
    return [x for x in range(1, len(row)) if row[x] and not row[x - 1]]


def test_the_ruler_measures_an_inch_and_two_centimetres(workshop: Workshop, tmp_path: Path) -> None:
    picture = foot(made(workshop, tmp_path, "letter"), 0, 612, scale=6)
    rows = [
        picture.crop((0, y, picture.width, y + 1)).histogram()[255] for y in range(picture.height)
    ]
    line = max(range(len(rows)), key=rows.__getitem__)
    start = ticks(picture, line)[0]
    above = [x - start for x in ticks(picture, line - 8) if x < start + 444]
    below = [x - start for x in ticks(picture, line + 8) if x < start + 348]
    assert above == pytest.approx([0, 432], abs=2)
    assert below == pytest.approx([0, 170.1, 340.2], abs=2)


@pytest.mark.parametrize(
    ("fmt", "language"),
    [
        *(("tri-fold", language) for language in LANGUAGES),
        ("half-sheet", "pl"),
        ("half-sheet", "ar"),
    ],
)
def test_the_words_fit_in_every_language(
    workshop: Workshop, tmp_path: Path, fmt: str, language: str
) -> None:
    """A slug that is too long would be cut off at the edges of its page, which is in the middle."""
    wide = FORMATS[fmt].panels[1 if fmt == "tri-fold" else 0].width
    room = FORMATS[fmt].panels[0].width - 2 * INSET
    left = 792 - wide if fmt == "tri-fold" and language in ("ar", "he") else 0
    inked = foot(
        made(workshop, tmp_path, fmt, language), left + 1, left + wide - 1, scale=3
    ).getbbox()
    assert inked
    assert 72 < (inked[2] - inked[0]) / 3 < room - 1


def test_fronts_and_backs_come_apart_for_a_printer_that_is_fed_by_hand(
    workshop: Workshop, tmp_path: Path
) -> None:
    whole = made(workshop, tmp_path, "tri-fold").file.read_bytes()
    piece = made(workshop, tmp_path, "tri-fold", manual_duplex=True)
    fronts, backs, test = (path.read_bytes() for path in piece.apart)
    assert [path.stem.rpartition("-")[2] for path in piece.apart] == ["fronts", "backs", "test"]
    assert piece.file == piece.apart[0]
    front, back = (picture.tobytes() for picture in rasters(whole, dpi=50))
    assert [picture.tobytes() for picture in rasters(backs, dpi=50)] == [back]
    assert count_pages(fronts) == 1
    assert count_pages(test) == 2
    # Which edge to flip on is for printers that flip.
    assert "shortedge" in all_letters(whole)
    assert "actualsize" in all_letters(fronts)
    assert "shortedge" not in all_letters(fronts)
    assert rasters(fronts, dpi=50)[0].tobytes() != front


def test_what_has_no_back_is_one_file(workshop: Workshop, tmp_path: Path) -> None:
    piece = made(workshop, tmp_path, "letter", manual_duplex=True)
    assert not piece.apart
    assert piece.file.name == "en-statement-letter-home.pdf"


def test_a_profile_may_say_that_the_printer_is_fed_by_hand(
    workshop: Workshop, tmp_path: Path
) -> None:
    written(tmp_path, "flyers.toml", '[printers.inkjet]\nextends = "home"\nduplex = false\n')
    piece = made(workshop, tmp_path, "half-sheet", printer="inkjet")
    assert [path.name for path in piece.apart] == [
        f"en-statement-half-sheet-inkjet-{part}.pdf" for part in ("fronts", "backs", "test")
    ]


def test_the_command_says_what_to_print_in_turn(tmp_path: Path) -> None:
    written(tmp_path, "pool.md")
    asked = ("make", "pool.md", "-f", "tri-fold", "--url", URL, "--no-preview", "--manual-duplex")
    said = invoke(*asked, cwd=tmp_path).stdout
    assert "first print pool-statement-tri-fold-home-test.pdf" in said
    refused = invoke(*asked, "-p", "shop", cwd=tmp_path)
    assert refused.returncode == 2
    assert "fed by hand, and shop is not; leave it out" in refused.stderr
