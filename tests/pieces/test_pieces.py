"""Finished pieces, looked at as those who hold them do.

One example in every layout and every format; then what is over, and a script that reads from
right to left.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from flyers.catalogue.formats import FORMATS, Panel
from flyers.core.boxes import Box
from flyers.core.errors import OversetError
from flyers.core.shipped import shipped
from flyers.core.units import mm
from flyers.pieces.piece import Job, Piece
from flyers.pieces.workshop import Workshop
from flyers.press.read.file_facts import facts
from flyers.press.read.raster import glyph_boxes
from flyers.statements import read
from flyers.typesetting.fit.galley import Galley
from flyers.typesetting.layouts import layout_named, layout_names
from making import EXAMPLES, SUNDAYS, URL, all_letters, letters, long_statement, squeezed, written

LAYOUTS = layout_names((shipped("layouts"),))
TITLE = squeezed("keep the maple street library open on sundays")

WELL_FILLED = {"sheet": 0.95, "tri-fold": 0.90, "half-sheet": 0.90}


@pytest.fixture(scope="session")
def workshop() -> Workshop:
    return Workshop()


MADE: dict[object, Piece] = {}
"""Of the examples, by their options: several tests look at the same piece."""


def make(workshop: Workshop, statement: Path, out: Path, **options: Any) -> tuple[Piece, bytes]:
    shipped_example = statement.parent == EXAMPLES  # which has an address of its own
    job = Job(
        statement=statement,
        out=out,
        **{"url": None if shipped_example else URL, "previews": False, **options},
    )
    key = replace(job, out=EXAMPLES) if shipped_example else job
    if key not in MADE:
        MADE[key] = workshop.make(job)
    return MADE[key], MADE[key].file.read_bytes()


def region(panel: Panel) -> tuple[int, Box]:
    """Return the box in which a panel of a piece that fills its sheet is printed."""
    box = Box(left=panel.x, bottom=panel.y, right=panel.x + panel.width, top=panel.y + panel.height)
    return ("front", "back").index(panel.side), box


# ---- every layout in every format ------------------------------------------------------


@pytest.mark.parametrize("fmt", FORMATS)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_an_example_in_every_layout_and_format(
    workshop: Workshop, tmp_path: Path, layout: str, fmt: str
) -> None:
    piece, pdf = make(workshop, SUNDAYS, tmp_path, layout=layout, format=fmt)
    row = FORMATS[fmt]
    assert piece.qr.url == "https://maplestreet.example/statements/sunday-hours/"
    assert piece.qr.read_back
    assert piece.qr.size >= mm(20)
    assert piece.qr.module >= mm(0.5)
    assert piece.fit.capped or piece.fit.fill >= WELL_FILLED[row.family]
    assert [f for f in piece.findings if f.severity == "error"] == []
    sheet = Box(left=0, bottom=0, right=row.sheet.width, top=row.sheet.height)
    sides = facts(pdf).pages
    assert len(sides) in (piece.sheets, 2 * piece.sheets)
    for side in sides:
        assert side.trim is not None
        assert sheet.contains(side.media)
        assert side.media.contains(sheet)
        assert side.trim.contains(sheet, slack=0.1)
    assert TITLE in all_letters(pdf).casefold()


@pytest.mark.parametrize("fmt", FORMATS)
def test_the_full_text_is_on_paper_in_the_order_of_the_panels(
    workshop: Workshop, tmp_path: Path, fmt: str
) -> None:
    piece, pdf = make(workshop, SUNDAYS, tmp_path, format=fmt)
    row = FORMATS[fmt]
    printed = "".join(
        letters(pdf, *region(panel))
        for panel in row.panels
        if panel.side == "front" or len(facts(pdf).pages) > 1
    )
    places = [
        printed.find(squeezed(words))
        for words in ("From 1 July the Maple Street", "What it costs", "more good than a long one")
    ]
    assert piece.fit.words_set == piece.fit.words
    assert -1 not in places
    assert places == sorted(places)


def test_the_cover_of_a_tri_fold_is_outside_on_the_right(
    workshop: Workshop, tmp_path: Path
) -> None:
    _, pdf = make(workshop, SUNDAYS, tmp_path, format="tri-fold")
    cover = next(panel for panel in FORMATS["tri-fold"].panels if panel.name == "cover")
    assert cover.x > FORMATS["tri-fold"].width / 2
    assert TITLE in letters(pdf, *region(cover)).casefold()


def links(pdf: Path) -> Iterator[tuple[int, str, Box]]:
    """Side, address and place of every link."""
    for number, page in enumerate(PdfReader(pdf).pages):
        for note in page.get("/Annots", []):
            link = note.get_object()
            left, bottom, right, top = map(float, link["/Rect"])
            box = Box(left=left, bottom=bottom, right=right, top=top)
            yield number, str(link["/A"]["/URI"]), box


@pytest.mark.parametrize("fmt", FORMATS)
def test_links_lie_on_their_words(workshop: Workshop, tmp_path: Path, fmt: str) -> None:
    piece, pdf = make(workshop, SUNDAYS, tmp_path, format=fmt)
    under: dict[str, str] = {}
    for side, address, box in links(piece.file):
        under[address] = under.get(address, "") + under_box(pdf, side, box)
    count = FORMATS[fmt].across
    words = {"budget-2028": "draftbudget", "write": "writetothecouncil"}
    for page, text in words.items():
        link = f"https://maplestreet.example/{page}/"
        assert sorted(under[link]) == sorted(text * count)


def under_box(pdf: bytes, side: int, box: Box) -> str:
    def middle(ink: Box) -> Box:
        x, y = (ink.left + ink.right) / 2, (ink.bottom + ink.top) / 2
        return Box(left=x, bottom=y, right=x, top=y)

    return "".join(letter for letter, ink in glyph_boxes(pdf, side) if box.contains(middle(ink), 0))


def test_the_code_is_one_vector_path(workshop: Workshop, tmp_path: Path) -> None:
    piece, _ = make(workshop, SUNDAYS, tmp_path, format="letter")
    assert not any(list(page.images) for page in PdfReader(piece.file).pages)


def test_a_picture_is_printed(workshop: Workshop, tmp_path: Path) -> None:
    piece, _ = make(workshop, EXAMPLES / "orchard-park-plan.md", tmp_path, format="letter")
    assert any(list(page.images) for page in PdfReader(piece.file).pages)


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.[mh]*")), ids=lambda path: path.stem)
@pytest.mark.parametrize("fmt", ["letter", "tri-fold", "half-sheet"])
def test_every_example_passes(workshop: Workshop, tmp_path: Path, path: Path, fmt: str) -> None:
    piece, _ = make(workshop, path, tmp_path, format=fmt)
    assert piece.qr.read_back
    assert piece.fit.capped or piece.fit.fill >= WELL_FILLED[FORMATS[fmt].family]


# ---- from right to left ----------------------------------------------------------------

HEBREW = "---\ntitle: ספריית השכונה\nlang: he\n---\n\n" + "\n\n".join(
    f"{n} {'הספרייה פתוחה לכל תושבי השכונה, גם ביום ראשון. ' * 3}" for n in range(1000, 1030)
)


@pytest.fixture
def hebrew(tmp_path: Path) -> Path:
    return written(tmp_path, "he.md", HEBREW)


def tallest(pdf: bytes, side: int) -> Box:
    """The box of the tallest letter of a side: one of its title."""
    return max((box for _, box in glyph_boxes(pdf, side)), key=lambda box: box.height)


@pytest.mark.parametrize(
    ("path", "left"), [(EXAMPLES / "maktabat-al-hayy.md", True), (SUNDAYS, False)]
)
def test_the_cover_is_where_the_hand_opens_it(
    workshop: Workshop, tmp_path: Path, path: Path, left: bool
) -> None:
    _, pdf = make(workshop, path, tmp_path, format="tri-fold")
    row = FORMATS["tri-fold"].mirrored() if left else FORMATS["tri-fold"]
    title = tallest(pdf, 0)
    assert (title.right < row.folds[0]) if left else (title.left > row.folds[1])


def test_the_inside_is_read_from_right_to_left(
    workshop: Workshop, tmp_path: Path, hebrew: Path
) -> None:
    _, pdf = make(workshop, hebrew, tmp_path / "out", format="tri-fold")
    inside = [panel for panel in FORMATS["tri-fold"].mirrored().panels if panel.side == "back"]
    assert [panel.x for panel in inside] == sorted((panel.x for panel in inside), reverse=True)
    found = [re.findall(r"10[0-2]\d", letters(pdf, *region(panel))) for panel in inside]
    numbers = [number for panel in found for number in panel]
    assert len([panel for panel in found if panel]) >= 2
    assert numbers == sorted(numbers)


# ---- what is over ----------------------------------------------------------------------


WORDS_A_SENTENCE = 11

LONG = 200
"""Sentences: more than any of these formats holds."""


def numbers_in(printed: str) -> list[int]:
    """The numbers of the sentences, in the order in which they are printed."""
    return [int(number) for number in re.findall(r"#(\d+)", printed)]


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("long"), "long.md", long_statement(LONG))


@pytest.mark.parametrize("fmt", ["letter", "half-sheet", "tri-fold"])
def test_an_excerpt_ends_with_a_sentence_and_leads_to_the_rest(
    workshop: Workshop, tmp_path: Path, long: Path, fmt: str
) -> None:
    piece, pdf = make(workshop, long, tmp_path, format=fmt, overset="excerpt")
    assert piece.fit.excerpt
    assert 0 < piece.fit.words_set < piece.fit.words
    printed = all_letters(pdf)
    last = max(numbers_in(printed))
    assert re.search(rf"#{last}of.*long\.", printed)
    assert squeezed("Read the rest") in printed
    assert piece.fit.words_set == (last + 1) * WORDS_A_SENTENCE
    (rest,) = [finding for finding in piece.findings if finding.check == "excerpt"]
    assert rest.severity == "warning"
    assert rest.sentence == (
        f"{piece.fit.words - piece.fit.words_set:,} words left out, from "
        f"“This is sentence #{last + 1} …” on. The code leads to the whole text."
    )
    assert piece.fit.capped or piece.fit.fill >= WELL_FILLED[FORMATS[fmt].family]


@pytest.mark.parametrize(
    ("language", "rest"), [("es", "Lea el resto"), ("de", "Weiterlesen"), ("pl", "Czytaj dalej")]
)
def test_the_rest_is_in_the_statements_language(
    workshop: Workshop, tmp_path: Path, language: str, rest: str
) -> None:
    path = written(tmp_path, "long.md", long_statement(100, language=language))
    _, pdf = make(workshop, path, tmp_path / "out", format="half-sheet")
    assert squeezed(rest) in all_letters(pdf)


def test_a_whole_text_does_not_promise_a_rest(workshop: Workshop, tmp_path: Path) -> None:
    _, pdf = make(workshop, SUNDAYS, tmp_path)
    assert squeezed("Read the rest") not in all_letters(pdf)


@pytest.mark.parametrize("fmt", ["letter", "half-sheet"])
def test_more_pages_hold_the_whole_text(
    workshop: Workshop, tmp_path: Path, long: Path, fmt: str
) -> None:
    piece, pdf = make(workshop, long, tmp_path, format=fmt, overset="pages")
    assert piece.fit.words_set == piece.fit.words
    assert not piece.fit.excerpt
    assert piece.pages > 2
    assert piece.sheets >= 2
    assert piece.qr.read_back
    assert numbers_in(letters_of_one_piece(pdf, fmt)) == list(range(LONG))


ABOVE_THE_SLUG = 28
"""Points: the ruler in it has numbers of its own."""


def letters_of_one_piece(pdf: bytes, fmt: str) -> str:
    """All sides of the first of the pieces that lie on the sheet; their backs lie mirrored."""
    row = FORMATS[fmt]
    printed = ""
    for number in range(len(facts(pdf).pages)):
        turned = number % 2 == 1 and row.across > 1
        left = row.width if turned else 0
        box = Box(left=left, bottom=ABOVE_THE_SLUG, right=left + row.width, top=row.height)
        printed += letters(pdf, number, box)
    return printed


NAMES = [f"Ada{n} Alder{n}" for n in range(500)]
ENDLESS = {
    "names": ", ".join(NAMES),
    "sentence": "We ask the council to keep it open and " * 500,
    "table": "| Name | Vote |\n|---|---|\n" + "".join(f"| {name} | yes |\n" for name in NAMES),
    "links": "".join(f"- [{name}](https://example.org/)\n" for name in NAMES),
    "paragraphs in a list": "".join(f"- Item {n} of the list.\n\n" for n in range(500)),
    "narrow letters": "illili " * 2000,
    "lines": "```\n" + "\n".join(NAMES) + "\n```",
}


@pytest.mark.parametrize("body", ENDLESS.values(), ids=ENDLESS.keys())
def test_an_excerpt_fills_the_page_where_no_sentence_ends(
    workshop: Workshop, tmp_path: Path, body: str
) -> None:
    path = written(tmp_path, "endless.md", f"---\ntitle: Keep the pool open\n---\n\n{body}\n")
    piece, _ = make(workshop, path, tmp_path / "out", format="half-sheet")
    assert piece.fit.excerpt
    assert piece.fit.fill >= 0.9
    assert piece.fit.words_set > 100


def test_an_error_names_the_words_that_do_not_fit_and_the_format_that_holds_them(
    workshop: Workshop, tmp_path: Path
) -> None:
    path = written(tmp_path, "long.md", long_statement(110))
    out = tmp_path / "out"
    with pytest.raises(OversetError) as caught:
        make(workshop, path, out, format="half-sheet", overset="error")
    said = str(caught.value)
    match = re.search(r"half-sheet, home \(.*\): (\d+) of its (\d+) words do not fit; (.*)\.", said)
    assert match, said
    assert 0 < int(match[1]) < int(match[2]) == read(path).words
    named = re.search(r"the format ([\w-]+) would hold it", match[3])
    assert named, said
    assert not out.exists()
    piece, _ = make(workshop, path, out, format=named[1], overset="error")
    assert not piece.fit.excerpt


def test_an_error_for_a_text_that_nothing_holds_says_what_to_do(
    workshop: Workshop, tmp_path: Path
) -> None:
    path = written(tmp_path, "long.md", long_statement(300))
    with pytest.raises(OversetError, match="use --overset excerpt, or --overset pages"):
        make(workshop, path, tmp_path / "out", overset="error")


def test_a_text_for_a_book_is_refused_before_it_is_set(
    workshop: Workshop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path, "long.md", long_statement(5000))
    monkeypatch.setattr(Galley, "pour", None)
    with pytest.raises(OversetError, match=r"needs more than 24 sides; use --overset excerpt\.$"):
        make(workshop, path, tmp_path / "out", overset="pages")
    assert not (tmp_path / "out").exists()


# ---- a workshop ------------------------------------------------------------------------


def test_a_statement_is_read_once_for_all_its_pieces(tmp_path: Path) -> None:
    path = written(tmp_path, "pool.md")
    shop = Workshop()
    first, second = (
        Job(statement=path, url=URL, format=fmt, out=tmp_path) for fmt in ("letter", "a4")
    )
    assert shop.read(first) is shop.read(second)


def test_a_layout_has_what_it_promises(workshop: Workshop, tmp_path: Path) -> None:
    for name in LAYOUTS:
        flow = layout_named(name, (shipped("layouts"),)).flow
        piece, _ = make(workshop, SUNDAYS, tmp_path, layout=name)
        assert piece.fit.excerpt or flow == "statement"


def test_the_narrow_column_keeps_to_the_margin(workshop: Workshop, tmp_path: Path) -> None:
    arabic = EXAMPLES / "maktabat-al-hayy.md"
    _, pdf = make(workshop, arabic, tmp_path / "out", format="letter")
    assert max(box.right for _, box in glyph_boxes(pdf, 0)) < 612 - 41


# ---- the back of a tri-fold ------------------------------------------------------------


@pytest.mark.parametrize("layout", ["statement", "headline"])
@pytest.mark.parametrize(
    ("campaign", "said"),
    [
        ("", "Last year 21,400 visits fell on a Sunday."),
        ('contact = ["3 Mill Lane"]', "Keep the Maple Street Library Open on Sundays"),
    ],
)
def test_the_back_says_what_it_is_about_where_there_is_room(
    workshop: Workshop, tmp_path: Path, layout: str, campaign: str, said: str
) -> None:
    written(tmp_path, "flyers.toml", f"[campaign]\n{campaign}\n")
    path = written(tmp_path, "sundays.md", SUNDAYS.read_text("utf-8"))
    _, pdf = make(workshop, path, tmp_path / "out", layout=layout, format="tri-fold")
    assert squeezed(said) in letters(pdf, *region(FORMATS["tri-fold"].panel("back")))


# ---- addresses -------------------------------------------------------------------------


def test_an_address_is_never_broken_at_its_hyphen(workshop: Workshop, tmp_path: Path) -> None:
    """Nobody could tell it from one that only breaks the line."""
    address = "https://example.org/statements/a-name-with-hyphens-of-a-page/"
    _, pdf = make(workshop, SUNDAYS, tmp_path, format="tri-fold", url=address)
    side, panel = region(FORMATS["tri-fold"].panel("back"))
    boxes = [one for one in glyph_boxes(pdf, side) if panel.contains(one[1], 1)]
    said = "".join(letter for letter, _ in boxes)
    at = said.index("statements/a-name-with-hyphens-of-a-page")
    name = boxes[at + len("statements/") :][: len("a-name-with-hyphens-of-a-page")]
    assert max(box.bottom for _, box in name) - min(box.bottom for _, box in name) < 10
