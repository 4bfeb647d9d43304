"""Layouts are folders of data: shipped ones, and the user's own."""

import os
import re
import shutil
from pathlib import Path

import pytest

from flyers.catalogue.formats import FORMATS
from flyers.catalogue.printers import PRINTERS, Setup
from flyers.core.boxes import Box
from flyers.core.errors import CheckError, FlyersError, LayoutError, UnknownNameError
from flyers.core.shipped import shipped
from flyers.pieces.piece import Job
from flyers.pieces.workshop import Workshop
from flyers.typesetting.engine import PageRun, SetPage
from flyers.typesetting.fit.artwork import ArtworkTemplate
from flyers.typesetting.fit.artwork_fit import slots_of
from flyers.typesetting.layout import Layout
from flyers.typesetting.layout_file import FLOWS, LINKS
from flyers.typesetting.layouts import layout_folders, layout_named, layout_names
from flyers.typesetting.start_layout import PARTS, LayoutRequest
from flyers.typesetting.start_layout import run as new_layout
from making import URL, files_in, written

SHIPPED = layout_names((shipped("layouts"),))


def shipped_layout(name: str) -> Layout:
    return layout_named(name, (shipped("layouts"),))


@pytest.fixture(params=SHIPPED)
def layout(request: pytest.FixtureRequest) -> Layout:
    return shipped_layout(request.param)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A user's layout beside a statement: a copy of a shipped one, to be broken."""
    written(tmp_path, "pool.md")
    return new_layout(LayoutRequest(name="own", into=tmp_path / "layouts")).folder


def refused(own: Path) -> str:
    """Return the error of that layout when a piece is made; no file must be left of it."""
    home = own.parents[1]
    with pytest.raises(LayoutError) as caught:
        Workshop().make(
            Job(statement=home / "pool.md", layout="own", url=URL, out=home / "out", previews=False)
        )
    assert not (home / "out").exists()
    assert "\n" not in str(caught.value)
    return str(caught.value)


# ---- the shipped ones ------------------------------------------------------------------


def test_the_shipped_layouts_are_all_there() -> None:
    assert set(SHIPPED) >= {"statement", "headline", "event"}


def test_a_shipped_layout_serves_every_format(layout: Layout) -> None:
    assert {row.family for row in FORMATS.values()} <= set(layout.families)


def test_a_shipped_layout_uses_only_panels_that_its_formats_have(layout: Layout) -> None:
    for fmt in FORMATS.values():
        for row in layout.for_family(fmt.family):
            assert row.panels
            for name in row.panels:
                fmt.panel(name)


def test_compositions_go_from_airy_to_dense(layout: Layout) -> None:
    for family in layout.families:
        rows = layout.for_family(family)
        assert [row.words for row in rows] == sorted(row.words for row in rows)
        assert len({row.name for row in rows}) == len(rows)


def test_a_shipped_layout_says_what_it_is_for(layout: Layout) -> None:
    assert layout.purpose.endswith(".")
    assert layout.flow in FLOWS
    assert layout.links in LINKS


# ---- the user's own --------------------------------------------------------------------


def test_a_layout_beside_the_statement_is_found_first(own: Path) -> None:
    (own.parent / "statement").mkdir()
    shutil.copytree(own, own.parent / "statement", dirs_exist_ok=True)
    folders = layout_folders(own.parents[1])
    assert layout_named("own", folders).folder == own
    assert layout_named("statement", folders).folder == own.parent / "statement"
    assert set(SHIPPED) < set(layout_names(folders))


def test_layouts_in_the_environment_are_found(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FLYERS_LAYOUTS", f"/no/such/folder{os.pathsep}{own.parent}")
    assert layout_named("own", layout_folders(None)).folder == own


def test_a_piece_is_made_in_a_layout_of_ones_own(own: Path) -> None:
    home = own.parents[1]
    piece = Workshop().make(
        Job(statement=home / "pool.md", layout="own", url=URL, out=home / "out", previews=False)
    )
    assert piece.layout == "own"
    assert piece.qr.read_back
    assert files_in(home / "out") == ["pool/pool-own-letter-home.pdf"]


@pytest.mark.parametrize("name", ["statment", "../statement", "shared", "", "."])
def test_an_unknown_layout_is_refused_with_the_known_ones(name: str) -> None:
    with pytest.raises(UnknownNameError, match=r"did you mean|choose from event, headline"):
        layout_named(name, layout_folders())


WRONG_TABLES = {
    "purpose = ": "cannot be read as TOML .*; mend that place",
    "purpose = 'x'": "lacks 'compositions'; docs/layouts.md lists what belongs there",
    "compositions = []": "lacks 'purpose'",
    "purpose = 'x'\ncompositions = 3": "compositions = 3 is not a list",
    "purpose = 'x'\ncompositions = []": r"compositions = \[\] is not a list with something in it",
    "purpose = 'x'\ncompositions = [3]": "composition 1 is not a table; write keys and values",
    "purpose = 3\ncompositions = [1]": "purpose = 3 is not a text; write one in quotation marks",
    "purpose = 'x'\nflow = 'statment'\ncompositions = [1]": "flow = 'statment' is not one of",
    "purpose = 'x'\nlinks = 'none'\ncompositions = [1]": "'none' is not one of text, notes",
    "purpose = 'x'\npalette = 3\ncompositions = [1]": "palette = 3 is not a table",
    "purpose = 'x'\npalette.accent = 'red;}'": 'is not a colour; write one like "#b3261e"',
    "purpsoe = 'x'": "no key 'purpsoe'; did you mean 'purpose'",
    "x = " + "[" * 9999: "cannot be read as TOML",
}


@pytest.mark.parametrize(("text", "said"), WRONG_TABLES.items())
def test_a_broken_table_is_told_in_a_sentence_that_names_it(
    own: Path, text: str, said: str
) -> None:
    path = written(own, "layout.toml", text)
    with pytest.raises(LayoutError, match=said) as caught:
        layout_named("own", (own.parent,))
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)


ROW = """\
purpose = "x"
[[compositions]]
name = "one"
family = "sheet"
panels = ["front"]
words = 200
type = [10, 12]
qr = "30mm"
display.title = { sizes = [20, 60], lines = 3, height = 0.2 }
"""

WRONG_ROWS = [
    ('name = "one"\n', "", "lacks 'name'"),
    ('name = "one"', 'name = "two words"', "is not a name; write one word of letters"),
    ('"sheet"', '"shet"', "family = 'shet' is not one of sheet, tri-fold, half-sheet"),
    ('["front"]', "[]", r"panels = \[\] is not a list with something in it"),
    ('["front"]', "[3]", "is not a text"),
    ('["front"]', '["frnt"]', "panels names 'frnt'.*name some of front, back, each once"),
    ('["front"]', '["back", "back"]', "panels names 'back' twice; .* each once"),
    ('["front"]', '["inside"]', "panels names 'inside'.*name some of front, back"),
    ("type = [10, 12]", "", "lacks 'type'"),
    ("type = [10, 12]", "tpye = [10, 12]", "no key 'tpye'; did you mean 'type'"),
    ("type = [10, 12]", "type = [12, 10]", r"\[12, 10\] is not a range; write the smaller"),
    ("type = [10, 12]", "type = [0, 10]", "two numbers from 1 to 2000"),
    ("type = [10, 12]", "type = [10]", "is not a range"),
    ("type = [10, 12]", "type = 10", "is not a range"),
    ("type = [10, 12]", "type = [10, inf]", "is not a range"),
    ("type = [10, 12]", "type = [nan, 12]", "is not a range"),
    ("type = [10, 12]", "type = [10, nan]", "is not a range"),
    ("type = [10, 12]", "type = [10, 2001]", "is not a range"),
    ("type = [10, 12]", "type = [true, 12]", "is not a range"),
    ("type = [10, 12]", 'type = ["10", 12]', "is not a range"),
    ("type = [10, 12]", "type = [10, 12]\nleading = [1, 99]", "leading = .* from 0.5 to 5"),
    ("words = 200", 'words = "many"', "words = 'many' .* a whole number of 0 or more"),
    ("words = 200", "words = inf", "words = inf .* a whole number of 0 or more"),
    ("words = 200", "words = true", "words = True .* a whole number"),
    ('qr = "30mm"', 'qr = "30 miles"', "'30 miles' is not a length; write one like \"25mm\""),
    ('qr = "30mm"', "qr = 30", "qr = 30 is not a length"),
    ('qr = "30mm"', 'qr = "30in"', "from 1pt to 2000pt"),
    (", height = 0.2", "", "display 'title' lacks 'height'"),
    ("height = 0.2", "height = nan", "display 'title': height = nan .* a number from"),
    ("lines = 3", "lines = 0", "display 'title': lines = 0 .* a whole number from 1 to 30"),
    ("lines = 3", "lines = -1", "display 'title': lines = -1 "),
    ("lines = 3", "lines = 2.5", "display 'title': lines = 2.5 "),
    ("lines = 3", "line_height = 0", "display 'title': line_height = 0 "),
    ("lines = 3", "line_hieght = 1", "display 'title': there is no key .* mean 'line_height'"),
    ("lines = 3", 'grow = "yes"', "grow = 'yes' is neither true nor false"),
    ("lines = 3", 'text = "titel"', "text = 'titel' is not one of title, deck, quote"),
    ("lines = 3", 'panel = "back"', "panel = 'back' is not one of front"),
    ("lines = 3", 'inset = "-3pt"', "inset = '-3pt' is not a length"),
    ("display.title", "display.cover", "display 'cover' lacks 'text'"),
    ("{ sizes", "3 # ", "display 'title' is not a table"),
]


def test_a_row_that_is_right(own: Path) -> None:
    written(own, "layout.toml", ROW)
    assert layout_named("own", (own.parent,)).compositions[0].name == "one"


@pytest.mark.parametrize(("was", "becomes", "said"), WRONG_ROWS)
def test_a_broken_row_is_told_with_what_is_wrong(
    own: Path, was: str, becomes: str, said: str
) -> None:
    path = written(own, "layout.toml", ROW.replace(was, becomes))
    with pytest.raises(LayoutError, match=said) as caught:
        layout_named("own", (own.parent,))
    assert str(caught.value).startswith(f"{path}, composition 1")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("name", ["template.html", "style.css"])
def test_a_layout_lacks_a_file(own: Path, name: str) -> None:
    (own / name).unlink()
    with pytest.raises(LayoutError, match=f"has no {name}"):
        layout_named("own", (own.parent,))


@pytest.mark.parametrize("name", ["layout.toml", "style.css"])
def test_a_file_that_is_not_utf_8_is_named(own: Path, name: str) -> None:
    (own / name).write_bytes(b"/* caf\xe9 */")
    assert f"{own / name} is not UTF-8 text; save it as UTF-8" in refused(own)


STYLES = {
    "* { font-size: 0 }": "leaves the display 'title' no width",
    ".display { display: none }": "leaves the display 'title' no width",
    "* { transform: scale(0) }": "leaves the display 'title' no width",
    ".text * { letter-spacing: 1e9px }": "the typesetter stops at it",
    "@color-profile --x { src: url(file:///dev/null) }": "the typesetter stops at it",
    "@page { margin-left: 1e30px }": "This cannot be set",
    ".qr { display: none }": "no panel shows the QR code",
    ".frame { width: 0; justify-self: start }": "a frame is 8 points wide or less",
}


@pytest.mark.parametrize(("css", "said"), STYLES.items())
def test_an_unusual_style_sheet_is_told_in_a_sentence(own: Path, css: str, said: str) -> None:
    with (own / "style.css").open("a") as file:
        file.write(f"\n{css}\n")
    assert said in refused(own)


def test_words_in_the_margin_of_a_page_are_told_by_the_check_alone(own: Path) -> None:
    with (own / "style.css").open("a") as file:
        file.write("\n@page { @top-left { content: 'x'; width: 9pt } }\n")
    home = own.parents[1]
    job = Job(
        statement=home / "pool.md",
        layout="own",
        printer="web",
        url=URL,
        out=home / "out",
        previews=False,
    )
    with pytest.raises(CheckError, match="Text runs over the edge of its panel"):
        Workshop().make(job)


def test_an_element_that_only_seems_to_be_a_frame_is_none() -> None:
    box = Box(left=0, bottom=0, right=9, top=9)
    small = Box(left=0, bottom=0, right=8, top=8)
    names = ("frame-2", "frame-x", "frame-", "frame-1e9", "frame-٣", "frame--1", "frame-10")
    page = SetPage(width=99, height=99, boxes={**dict.fromkeys(names, box), "frame-10": small})
    assert slots_of(PageRun(pages=(page,), document=None)) == ((0, box), (0, small))


def test_a_number_of_five_thousand_digits_is_told_like_other_wrong_values(own: Path) -> None:
    with (own / "layout.toml").open("a") as file:
        file.write(f"\nx = {'9' * 5000}\n")
    assert "layout.toml cannot be read as TOML" in refused(own)


@pytest.mark.parametrize("name", ["layout.toml", "template.html", "notes.html", "sub/deep.css"])
def test_a_link_out_of_the_layout_is_refused_whatever_it_is_for(own: Path, name: str) -> None:
    (own / "sub").mkdir()
    written(own.parent, "diary.txt", "nobody's business")
    (own / name).unlink(missing_ok=True)
    (own / name).symlink_to(own.parent / "diary.txt")
    assert f"{own / name} leads out of {own}, and nothing is read there" in refused(own)


def test_a_link_within_the_layout_is_as_good_as_the_file(own: Path) -> None:
    (own / "style.css").rename(own / "plain.css")
    (own / "style.css").symlink_to("plain.css")
    assert layout_named("own", (own.parent,)).name == "own"


@pytest.mark.parametrize("name", ["layouts", "layouts/other"])
def test_a_folder_of_layouts_may_not_be_a_link_out(own: Path, tmp_path: Path, name: str) -> None:
    home = tmp_path / "home"
    (home / name).parent.mkdir(parents=True)
    (home / name).symlink_to(own.parent if name == "layouts" else own)
    with pytest.raises(LayoutError, match=f"{name} leads out of"):
        layout_named("other", layout_folders(home))


def test_a_file_that_is_no_text_of_a_layout_by_its_size(own: Path) -> None:
    (own / "style.css").write_text("/* */" * 300_000)
    assert "style.css is larger than 1 MB; take out what is data." in refused(own)


@pytest.mark.parametrize("name", ["file", "folder"])
def test_what_is_no_layout_is_told_what_one_is(own: Path, name: str) -> None:
    (own.parent / "file").touch()
    (own.parent / "folder").mkdir()
    with pytest.raises(LayoutError, match=f"{name} is no layout, since it has no layout.toml"):
        layout_named(name, (own.parent,))


TEMPLATES = {
    "{{ qr() }}{{ frame() }}{% nonsense %}": "template.html, line 2: .*nonsense",
    "{{ qr() }}{{ frame() }}{{ nonsense }}": "'nonsense' is undefined; mend the template",
    "{{ qr() }}{{ frame() }}{{ display('nope') }}": "line 2: .*no display 'nope'.*'title'",
    "{{ qr() }}{{ frame() }}{{ 1 / 0 }}": "template.html, line 2: division by zero",
    "{{ qr('large') }}{{ frame() }}": r"line 2: qr\(\) is 'large'; give a number of points",
    "{{ qr(99999) }}{{ frame() }}": r"line 2: qr\(\) is 99999; give a number of points up to 612",
    "{{ qr(-1) }}{{ frame() }}": "qr\\(\\) is -1",
    "{{ qr(('na' ~ 'n')|float) }}{{ frame() }}": "line 2: .* number that is too large",
    "{{ qr() }}{% for i in range(99) %}{{ frame() }}{% endfor %}": "more than 12 frames on a panel",
    "{{ qr() }}{{ frame() }}" + "<div>" * 1500: "nested too deeply",
    "{{ qr() }}{{ frame() }}{{ ''.__class__.mro() }}": "template.html.*unsafe",
    "{{ frame() }}": "no panel shows the QR code; put {{ qr\\(\\) }} on the panel front",
    "{{ qr() }}": "no panel shows the text; put {{ frame",
}


@pytest.mark.parametrize(("panel", "said"), TEMPLATES.items())
def test_a_broken_template_is_told_with_the_place(own: Path, panel: str, said: str) -> None:
    body = "{% extends 'base.html' %}{% block panel %}\n" + panel + "\n{% endblock %}\n"
    written(own, "template.html", body)
    assert re.search(said, refused(own))


def test_a_layout_without_the_family_says_what_it_is_made_for(own: Path) -> None:
    written(own, "layout.toml", ROW.replace('"sheet"', '"half-sheet"'))
    assert "has no composition for letter; choose a format of the family half-sheet" in refused(own)


def test_a_code_larger_than_its_panel_is_told_with_its_composition(own: Path) -> None:
    written(own, "layout.toml", ROW.replace("30mm", "300mm"))
    said = "qr of the composition 'one' in layout.toml is 850.4; give a number of points up to 612"
    assert said in refused(own)


def test_displays_too_high_for_the_panel_are_told(own: Path) -> None:
    tall = "sizes=[9,900], height=3, line_height=3"
    row = ROW.replace("sizes = [20, 60], lines = 3, height = 0.2", tall)
    written(own, "layout.toml", row)
    said = "layout.toml, composition 'one' (sheet): the artwork is higher than its panel; "
    assert said in refused(own)


# ---- a new one -------------------------------------------------------------------------


def test_a_new_layout_is_a_copy_that_works(tmp_path: Path) -> None:
    made = new_layout(
        LayoutRequest(name="bulletin", base="headline", into=tmp_path / "mine")
    ).folder
    assert made == tmp_path / "mine" / "bulletin"
    new = layout_named("bulletin", (tmp_path / "mine",))
    assert new.compositions == shipped_layout("headline").compositions
    assert files_in(made) == sorted([*PARTS, "layout.toml", "style.css", "template.html"])


def test_a_new_layout_stands_on_its_own_copy_of_what_the_shipped_ones_share(own: Path) -> None:
    written(own, "base.css", "/* mine */")
    assert (
        "mine"
        in ArtworkTemplate(layout_named("own", (own.parent,)), Setup.of(PRINTERS["home"])).css()[0]
    )
    written(own, "parts.html", "{% nonsense %}")
    assert f"{own / 'parts.html'}, line 1: " in refused(own)


def test_a_layout_without_its_own_parts_takes_the_shared_ones(own: Path) -> None:
    for part in PARTS:
        (own / part).unlink()
    assert Workshop().make(
        Job(statement=own.parents[1] / "pool.md", layout="own", url=URL, out=own / "out")
    )


@pytest.mark.parametrize(
    ("name", "base", "said"),
    [
        ("../mine", "statement", "cannot be the name of a layout; use letters"),
        ("", "statement", "cannot be the name of a layout"),
        ("a b", "statement", "cannot be the name of a layout"),
        ("a" * 300, "statement", r"Cannot make .* \(File name too long\)"),
        ("own", "statement", "exists already; choose another name"),
        ("mine", "headlin", "did you mean 'headline'"),
    ],
)
def test_a_new_layout_that_cannot_be_made(own: Path, name: str, base: str, said: str) -> None:
    before = files_in(own.parent)
    with pytest.raises(FlyersError, match=said):
        new_layout(LayoutRequest(name=name, base=base, into=own.parent))
    assert files_in(own.parent) == before


def test_a_new_layout_where_nothing_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(LayoutError, match=r"Cannot make .*; choose another --into"):
        new_layout(LayoutRequest(name="mine", into=tmp_path / "file"))
