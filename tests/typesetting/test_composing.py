"""Text and titles set by the engine: small pieces of the way from a statement to its pages."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from flyers.core.units import Range
from flyers.pieces.prepare import font_folders
from flyers.press.read.raster import rasters
from flyers.statements import read
from flyers.statements.statement import Block, Picture
from flyers.typesetting.engine import SettingContext, Typesetter
from flyers.typesetting.fit.copymodel import GRID, Frame
from flyers.typesetting.fit.displays import Displays, FittedDisplay
from flyers.typesetting.fit.galley import Galley, masses_of, words_in
from flyers.typesetting.layout import Composition
from flyers.typesetting.layouts import layout_folders, layout_named
from making import SUNDAYS

ROW = Composition(
    name="test",
    family="sheet",
    panels=("front",),
    words=1000,
    sizes=Range(low=8, high=16),
    leadings=Range(low=1.25, high=1.5),
    displays={},
    qr=70,
)


@cache
def typesetter() -> Typesetter:
    return Typesetter(font_folders(None))


@cache
def setting() -> SettingContext:
    from flyers.catalogue.printers import PRINTERS, Setup
    from flyers.typesetting.fit.artwork import ArtworkTemplate

    template = ArtworkTemplate(
        layout_named("statement", layout_folders()), Setup.of(PRINTERS["home"])
    )
    return SettingContext(
        typesetter=typesetter(),
        styles=tuple(typesetter().style(css) for css in template.css()),
        layout="statement",
        language="en",
        direction="ltr",
    )


def galley_with(pictures: Sequence[Picture]) -> Galley:
    return Galley(setting(), pictures)


@pytest.fixture
def galley() -> Galley:
    return galley_with(())


def paragraphs(count: int) -> tuple[Block, ...]:
    text = "The pool costs the town less than its flower beds, and it opens every morning at six."
    return tuple(Block(tag="p", html=f"<p>{text * 2}</p>", text=text * 2) for _ in range(count))


def html_of(blocks: tuple[Block, ...]) -> str:
    return "".join(block.html for block in blocks)


COLUMNS = [Frame(width=220, height=300), Frame(width=220, height=280)]


def test_running_text_is_set_as_large_as_it_fits(galley: Galley) -> None:
    blocks = paragraphs(10)
    fit = galley.fit(blocks, COLUMNS, ROW)
    assert fit is not None
    assert not fit.capped
    size, html = fit.type_size, html_of(blocks)
    assert len(galley.pour(html, COLUMNS, size, fit.leading).pages) == 2
    larger = round(size + GRID, 2)
    assert len(galley.pour(html, COLUMNS, larger, larger * ROW.leadings.low).pages) > 2


def test_running_text_that_is_over_has_no_fit(galley: Galley) -> None:
    assert galley.fit(paragraphs(60), COLUMNS, ROW) is None


def test_the_pages_of_running_text_are_its_frames(galley: Galley) -> None:
    run = galley.pour(html_of(paragraphs(30)), COLUMNS, 10, 12.5)
    assert len(run.pages) > 2
    heights = [round(page.height) for page in run.pages]
    assert heights == [300, *[280] * (len(run.pages) - 1)]


def test_a_short_text_shares_its_columns_evenly(galley: Galley) -> None:
    blocks = paragraphs(3)
    fit = galley.fit(blocks, COLUMNS, ROW)
    assert fit is not None
    assert fit.capped
    height = galley.even(blocks, COLUMNS, fit)
    assert height is not None
    assert height < 280
    frames = [Frame(width=220, height=height)] * 2
    assert len(galley.pour(html_of(blocks), frames, fit.type_size, fit.leading).pages) == 2


def test_the_estimate_knows_how_far_a_text_goes(galley: Galley) -> None:
    blocks = paragraphs(60)
    count, share = galley.reach(blocks, COLUMNS, ROW, 1.0)
    assert 0 < count < 60
    assert (
        galley.over(blocks[:count], COLUMNS, ROW)
        <= 1
        < galley.over(blocks[: count + 1], COLUMNS, ROW)
    )
    assert 0 <= share < 1
    assert galley.reach(blocks, COLUMNS, ROW, 100) == (60, 0.0)


def test_the_model_looks_no_further_than_it_must(galley: Galley) -> None:
    class Counted(tuple[Block, ...]):
        seen = 0

        def __iter__(self) -> Iterator[Block]:
            for block in super().__iter__():
                self.seen += 1
                yield block

    blocks = Counted(paragraphs(5000))
    count, _ = galley.reach(blocks, COLUMNS, ROW, 2.0)
    assert blocks.seen == count + 1 < 100


def test_no_word_of_a_timetable_breaks_in_a_narrow_frame(galley: Galley) -> None:
    head = "|Line|Weekday|First|Last|Saturday|Sunday|Every|"
    row = "|5|Mon–Fri|05:15|23:45|06:15|08:15|none|"
    blocks = read(None, text=f"# Bus\n\n{head}\n{'|-' * 7}|\n{row}\n".encode()).blocks
    html = html_of(blocks).replace("<table", '<table id="table"')
    for width in (220, 480):
        run = galley.pour(html, (Frame(width=width, height=400),), 14, 20)
        table = run.pages[0].boxes["table"]
        assert table.width == pytest.approx(width, abs=0.5)
        assert table.height == pytest.approx(2 * 20, abs=1)


@pytest.mark.parametrize("width", [60, 150, 480])
@pytest.mark.parametrize(
    "first", ["", "<caption>Stops</caption>", "<tr><td colspan=4>All</td></tr>"]
)
def test_a_table_with_a_lot_to_read_is_as_wide_as_its_frame(
    galley: Galley, width: float, first: str
) -> None:
    cells = ("Town hall", "17 May", "The stop moves. " * 12, "The pavement is wide. " * 20)
    row = "".join(f"<td>{cell}</td>" for cell in cells)
    body = f"# Bus\n\n<table>{first}<tr>{row}</tr></table>\n"
    html = html_of(read(None, text=body.encode()).blocks)
    marked = html.replace("<table", '<table id="table"').replace("<td>17", '<td id="date">17')
    run = galley.pour(marked, (Frame(width=width, height=2000),), 10, 12)
    boxes = run.pages[0].boxes
    assert boxes["table"].width == pytest.approx(width, abs=0.5)
    assert boxes["date"].width < width / 4 + 1


def test_the_model_counts_characters_and_words() -> None:
    blocks = read(SUNDAYS).blocks
    assert sum(mass.characters for mass in masses_of(blocks)) == sum(len(b.text) for b in blocks)
    assert words_in(blocks) == read(SUNDAYS).words


@pytest.mark.parametrize(
    ("pixels", "printed"),
    [
        ((16, 16), (16, 16)),
        ((200, 40), (200, 40)),
        ((3000, 400), (220, 29.3)),
        ((3000, 200), (220, 14.7)),
        ((60, 1200), (9.3, 186)),
        ((3000, 2000), (220, 146.7)),
    ],
)
def test_a_picture_keeps_its_shape_and_is_no_larger_than_its_pixels(
    tmp_path: Path, pixels: tuple[int, int], printed: tuple[float, float]
) -> None:
    path = tmp_path / "lake.png"
    Image.new("RGB", pixels, "red").save(path)
    picture = Picture(path=path, alt="", width=pixels[0], height=pixels[1])
    galley = galley_with([picture])
    html = '<p>Text.</p><figure id="figure"><img src="picture:0" alt="" /></figure>'
    run = galley.pour(html, COLUMNS, 10, 12.5)
    box = run.pages[0].boxes["figure"]
    assert box.height / 12.5 == pytest.approx(round(box.height / 12.5), abs=0.01)
    assert ink_of(typesetter().write([run])) == pytest.approx(printed, abs=1)


def test_a_picture_keeps_its_size_where_a_short_text_makes_columns_short(tmp_path: Path) -> None:
    path = tmp_path / "lake.png"
    Image.new("RGB", (3000, 2000), "red").save(path)
    galley = galley_with([Picture(path=path, alt="", width=3000, height=2000)])
    figure = '<figure><img src="picture:0" alt="" /></figure>'
    blocks = (Block(tag="figure", html=figure, text=""), *paragraphs(1))
    fit = galley.fit(blocks, COLUMNS, ROW)
    assert fit is not None
    height = galley.even(blocks, COLUMNS, fit)
    assert height is not None
    assert height < COLUMNS[0].height
    short = [replace(frame, height=height) for frame in COLUMNS]
    run = galley.pour(html_of(blocks), short, fit.type_size, fit.leading)
    assert ink_of(typesetter().write([run])) == pytest.approx((220, 146.7), abs=1)


def test_a_picture_may_fill_a_column_so_that_none_stays_empty(tmp_path: Path) -> None:
    path = tmp_path / "lake.png"
    Image.new("RGB", (3000, 2000), "red").save(path)
    galley = galley_with([Picture(path=path, alt="", width=3000, height=2000)])
    figure = '<figure><img src="picture:0" alt="" /></figure>'
    blocks = (Block(tag="figure", html=figure, text=""), *paragraphs(3))
    three = [Frame(width=214, height=400)] * 3
    fit = galley.fit(blocks, three, ROW)
    assert fit is not None
    height = galley.even(blocks, three, fit)
    assert height is not None
    assert height < 142.7 / 0.62  # where a picture never fills more of a column than that
    short = [replace(frame, height=height) for frame in three]
    run = galley.pour(html_of(blocks), short, fit.type_size, fit.leading)
    assert len(run.pages) == 3
    assert ink_of(typesetter().write([run])) == pytest.approx((214, 142.7), abs=1)


def test_columns_are_not_too_short_for_a_tables_head(galley: Galley) -> None:
    cell = "one<br />two<br />three"
    html = f"<table><thead><tr><th>{cell}</th></tr></thead><tr><td>{cell}</td></tr></table>"
    blocks = (Block(tag="table", html=html, text="one two three one two three"),)
    fit = galley.fit(blocks, COLUMNS, ROW)
    assert fit is not None
    height = galley.even(blocks, COLUMNS, fit)
    assert height is not None
    assert height >= 6 * fit.leading


def ink_of(pdf: bytes) -> tuple[float, float]:
    """Width and height in points of what is red on the first page."""
    page = rasters(pdf, dpi=4 * 72)[0]
    box = page.convert("HSV").getchannel("S").point(lambda value: 255 * (value > 128)).getbbox()
    assert box is not None
    return (box[2] - box[0]) / 4, (box[3] - box[1]) / 4


TITLE = "Keep the Maple Street Library Open on Sundays"


@pytest.mark.parametrize("width", [150, 250, 500])
@pytest.mark.parametrize("height", [60, 200, 400])
def test_a_title_set_by_the_engine_is_no_wider_than_its_box(width: float, height: float) -> None:
    displays = Displays(setting(), {"title": TITLE})
    (first, *_) = layout_named("statement", layout_folders()).for_family("sheet")
    row = replace(first.displays["title"], sizes=Range(low=8, high=120), line_height=0.95)
    displays.measure({"title": row}, "sheet")
    fit = displays.fit("title", row, "sheet", width=width, height=height)
    assert " ".join(line.text for line in fit.lines) == TITLE
    assert len(fit.lines) * fit.size * fit.line_height <= height
    # Each line set alone on a page that is too wide for it: its box has its width.
    for line in fit.lines:
        html = (
            '<html lang="en"><body class="art statement sheet">'
            f'<div class="display title" style="font-size:{fit.size}pt">'
            f'<span id="line" style="white-space:nowrap">{line.text}</span></div>'
        )
        page = typesetter().style("@page{size:4000pt 4000pt;margin:0}")
        run = typesetter().set(typesetter().text(html), [*setting().styles, page])
        assert run.pages[0].boxes["line"].width <= width


def shown_in(text: str, language: str, width: float, *, low: float = 8) -> FittedDisplay:
    """A title as it is fitted into a box 300 points high."""
    displays = Displays(replace(setting(), language=language), {"title": text})
    (first, *_) = layout_named("statement", layout_folders()).for_family("sheet")
    row = replace(first.displays["title"], sizes=Range(low=low, high=120), line_height=0.94)
    return displays.fit("title", row, "sheet", width=width, height=300)


@pytest.mark.parametrize(
    ("text", "language", "parts"),
    [
        ("Verkehrsinfrastrukturausschuss", "de", "Verkehrs-|infra-|struk-|turaus-|schuss"),
        ("example.org/who/reads/this", "en", "example.|org/who/|reads/this"),
        ("Aaaaaaaaaaaaaaaaaaaaaaaa", "qaa", None),
    ],
)
def test_a_word_too_wide_at_the_smallest_size_is_divided(
    text: str, language: str, parts: str | None
) -> None:
    whole, divided = (shown_in(text, language, 100, low=low) for low in (1, 20))
    assert [line.text for line in whole.lines] == [text]
    assert divided.size > 1.4 * whole.size
    assert "".join(line.text for line in divided.lines) == text
    assert not any(line.spaced for line in divided.lines[:-1])
    if parts:
        said = "|".join(line.text + "-" * line.hyphenated for line in divided.lines)
        assert said == parts


def test_a_script_without_spaces_has_lines_and_none_begins_with_a_stop() -> None:
    lines = [
        line.text for line in shown_in("星期天也要开放图书馆，让孩子们学习。", "zh", 150).lines
    ]
    assert len(lines) > 2
    assert "".join(lines) == "星期天也要开放图书馆，让孩子们学习。"
    assert not any(line.startswith(("，", "。")) for line in lines)


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("OPEN THE HALL NOW", False),
        ("ÉGALITÉ À L’HÔPITAL ÉLU", True),
        ("ÅPNE ÅSEN FOR ÅSE", True),
        ("CHẾ ĐỘ MỚI CHO ẾCH", True),
    ],
)
def test_only_letters_that_would_touch_move_lines_apart(text: str, apart: bool) -> None:
    fit = shown_in(text, "fr", 110)
    assert len(fit.lines) > 1
    assert (fit.line_height > 0.94) is apart
    assert (fit.above > 0) is apart


def test_displays_are_measured_once_and_together_as_wide_as_alone() -> None:
    texts = {"title": TITLE, "deck": "Sign by 12 May, at any branch", "quote": "We open the door."}
    (row, *_) = layout_named("statement", layout_folders()).for_family("tri-fold")
    shown = {name: one for name, one in row.displays.items() if one.text in texts}
    assert len(shown) > 1
    setter: Any = Counting(typesetter())
    together = Displays(replace(setting(), typesetter=setter), texts)
    together.measure(shown, "tri-fold")
    together.measure(shown, "tri-fold")
    assert setter.count == 1
    for name, one in shown.items():
        alone = Displays(setting(), texts)
        alone.measure({name: one}, "tri-fold")
        box = {"width": 300.0, "height": 200.0}
        assert together.fit(name, one, "tri-fold", **box) == alone.fit(name, one, "tri-fold", **box)


class Counting:
    """A typesetter that counts how often it sets."""

    def __init__(self, setter: Any) -> None:
        self._setter, self.count = setter, 0

    def __getattr__(self, name: str) -> Any:
        return getattr(self._setter, name)

    def set(self, *args: Any) -> Any:
        self.count += 1
        return self._setter.set(*args)

    def words(self, *args: Any) -> Any:
        self.count += 1
        return self._setter.words(*args)


def test_what_is_not_a_picture_of_the_statement_is_not_fetched() -> None:
    html = '<p id="p">Text <img id="i" src="file:///etc/hosts" alt=""> <img src="picture:0">'
    run = typesetter().set(typesetter().text(html), [])
    assert "p" in run.pages[0].boxes
    assert typesetter().write([run]).startswith(b"%PDF-")
