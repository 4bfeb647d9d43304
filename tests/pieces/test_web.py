"""Files for the website: tagged pages in the order of reading (flyers make -p web)."""

import re
import subprocess
from functools import cache, reduce
from io import BytesIO
from pathlib import Path
from random import Random
from typing import Any, cast

import pikepdf
import pytest
from pikepdf.pdfa import validate_written
from PIL import Image, ImageChops, ImageStat

from flyers.core.errors import ImprintError, OptionError
from flyers.pieces.piece import Job, Piece
from flyers.pieces.workshop import Workshop
from flyers.press.read.raster import rasters
from making import EXAMPLES, SUNDAYS, URL, all_letters, long_statement, written
from tagged import Tagged, outline

LAYOUTS = ("statement", "headline", "event")
FORMATS = ("letter", "tri-fold", "half-sheet")


@pytest.fixture(scope="module")
def workshop() -> Workshop:
    return Workshop()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("web")


def made(
    workshop: Workshop,
    statement: Path,
    out: Path,
    layout: str = "statement",
    format: str = "letter",
    printer: str = "web",
) -> Piece:
    return workshop.make(
        Job(
            statement=statement,
            layout=layout,
            format=format,
            printer=printer,
            url=URL,
            out=out,
            previews=False,
        )
    )


@pytest.fixture(scope="module", params=[(one, f) for one in LAYOUTS for f in FORMATS], ids="-".join)
def sundays(request: pytest.FixtureRequest, workshop: Workshop, folder: Path) -> Piece:
    """The example in each layout and format."""
    return made(workshop, SUNDAYS, folder, *request.param)


def read(piece: Piece) -> Tagged:
    return _opened(piece.file)


@cache
def _opened(file: Path) -> Tagged:
    return Tagged(file.read_bytes())


# -- every layout in every format ------------------------------------------------------------


def test_nothing_of_pdf_ua_is_missed(sundays: Piece) -> None:
    assert read(sundays).faults() == []


def test_it_is_read_in_order(sundays: Piece) -> None:
    tagged = read(sundays)
    title, *_ = tagged.spoken("H1")
    assert title.casefold() == sundays.title.casefold()
    whole = tagged.whole.casefold()
    parts = ["keep the maple street library open", "the city’s draft budget closes"]
    if sundays.layout != "headline":
        parts += ["from 1 july the maple street", "what a sunday is for", "on 50 sundays"]
    parts += ["read the rest" if "read the rest" in whole else "read it online", "scan the code"]
    places = [whole.index(part) for part in parts if part in whole]
    assert places == sorted(places) and len(places) >= len(parts) - 1


def test_the_title_is_a_heading_once(sundays: Piece) -> None:
    assert len(read(sundays).spoken("H1")) == 1


def test_pages_are_panels_at_their_size(sundays: Piece) -> None:
    tagged = read(sundays)
    sizes = [float(page.MediaBox[2]) for page in tagged.pages]
    widths: dict[str, set[float]] = {
        "letter": {612},
        "half-sheet": {396},
        "tri-fold": {265.5, 261, 792},
    }
    assert len(sizes) == sundays.pages and sundays.sheets == 0
    assert set(sizes) <= widths[sundays.format]


def test_an_independent_reader_finds_pdf_a(sundays: Piece) -> None:
    report = validate_written(_as_level_b(sundays.file), "2b")
    assert report.passed, [str(finding) for finding in report.findings]


def test_it_is_small(sundays: Piece) -> None:
    assert sundays.file.stat().st_size < 100_000  # the bound is 300,000


def test_the_code_is_read_back(sundays: Piece) -> None:
    assert sundays.qr.read_back


def test_poppler_reads_it_in_order(sundays: Piece) -> None:
    tagged = read(sundays)
    plain = _letters(_poppler("pdftotext", sundays.file, "-"))
    at = 0
    for text in tagged.spoken("P"):
        if len(text) > 80:
            at = plain.index(_letters(text)[:40], at)
    assert at > 0


def test_poppler_reads_its_tree_in_order(sundays: Piece) -> None:
    # It takes its time; each layout and each format once.
    if LAYOUTS.index(sundays.layout) != FORMATS.index(sundays.format):
        return
    tagged = read(sundays)
    tree = _poppler("pdfinfo", "-struct-text", sundays.file)
    shown = _letters("".join(re.findall(r'"(.*)"', tree)))
    pictures = map(_letters, tagged.spoken("Figure"))
    whole = reduce(lambda text, alt: text.replace(alt, ""), pictures, _letters(tagged.whole))
    assert shown == whole


def _letters(text: str) -> str:
    """A text without what readers see in different ways: spaces, hyphens and other signs."""
    return re.sub(r"[\W_]", "", text)


def _as_level_b(file: Path) -> BytesIO:
    """The file without what the validator does not know: level U, and that it is PDF/UA."""
    with pikepdf.open(file) as pdf:
        xmp = pdf.Root.Metadata.read_bytes().decode()
        xmp = xmp.replace("conformance>U<", "conformance>B<")
        xmp = re.sub(r"<pdfuaid:part>1</pdfuaid:part>\n| xmlns:pdfuaid=\"[^\"]+\"", "", xmp)
        xmp = re.sub(
            r"<rdf:Description[^>]+pdfaExtension=.*?</rdf:Description>", "", xmp, flags=re.S
        )
        pdf.Root.Metadata.write(xmp.encode())
        copy = BytesIO()
        pdf.save(copy, static_id=True)
    return copy


def _poppler(*command: str | Path) -> str:
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True, check=True)
    assert not done.stderr
    return done.stdout


# -- one statement with all there is -------------------------------------------------------------

EVERYTHING = """\
---
title: The pool, and what it costs
lang: en
date: 2027-04-19
description: The pool on Mill Lane is to close in May. We ask for one more year.
---

We wrote to [the council](https://council.example/pool) and got *no* answer.

## What we ask

- one more year,
- a lifeguard:
    1. on Sundays,
    2. in August.

### What it costs

| Item | A year |
|------|--------|
| Water | $4,000 |
| Heat | $9,000 |

> It is the best place in town.
>
> --- a swimmer

<figure><img src="lanes.png" alt="Lanes one to five from above">
<figcaption>Seen in May</figcaption></figure>

![](plan.png)

<p lang="de">Das Bad bleibt offen.</p>

---

Deep end
:   where it is four metres deep

The end.[^1]

[^1]: Not of the pool.
"""


@pytest.fixture(scope="module")
def everything(workshop: Workshop, tmp_path_factory: pytest.TempPathFactory) -> Piece:
    folder = tmp_path_factory.mktemp("everything")
    for name in ("lanes.png", "plan.png"):
        Image.new("RGB", (400, 120), "#2a6f97").save(folder / name)
    return made(workshop, written(folder, "pool.md", EVERYTHING), folder / "out")


def test_everything_is_what_it_is(everything: Piece) -> None:
    tagged = read(everything)
    assert tagged.faults() == []
    assert outline(tagged.document).removeprefix("Document(").split(" ", 3)[:3] == ["P", "H1", "P"]
    shape = outline(tagged.document)
    for part in (
        "P(Link) H2",
        "L(LI(Lbl LBody) LI(Lbl LBody(L(LI(Lbl LBody) LI(Lbl LBody)))))",
        "H3 Table(THead(TR(TH TH)) TBody(TR(TD TD) TR(TD TD)))",
        "BlockQuote(P P)",
        "Div(Figure Caption) Div(Figure)",
        "L(LI(Lbl LBody)) P L(LI(Lbl LBody(P))) P P(Link) P(Link(Figure))",
    ):
        assert part in shape


def test_lists_and_heads_say_how(everything: Piece) -> None:
    elements = read(everything).elements
    lists = [e.attribute("/ListNumbering") for e in elements if e.role == "L"]
    assert lists == ["/None", "/Decimal", "/None", "/Decimal"]
    assert {e.attribute("/Scope") for e in elements if e.role == "TH"} == {"/Column"}


def test_pictures_have_words_and_one_without_is_asked_for(everything: Piece) -> None:
    tagged = read(everything)
    alts = [element.alt for element in tagged.elements if element.role == "Figure"]
    assert alts == ["Lanes one to five from above", "plan.png", f"QR code to {URL}"]
    asked = [remark for remark in everything.findings if remark.check == "alt-text"]
    assert len(asked) == 1 and "plan.png" in asked[0].message
    assert "![…](plan.png)" in asked[0].remedy


def test_paper_asks_for_no_words(workshop: Workshop, everything: Piece, tmp_path: Path) -> None:
    piece = made(workshop, Path(everything.statement), tmp_path, printer="home")
    assert not [remark for remark in piece.findings if remark.check == "alt-text"]


def test_languages_that_differ_are_said(everything: Piece) -> None:
    tagged = read(everything)
    assert tagged.pdf.Root.Lang == "en"
    (german,) = [e for e in tagged.elements if e.entry.get("/Lang") == "de"]
    assert tagged.text(german).strip() == "Das Bad bleibt offen."


def test_links_are_live_and_have_words(everything: Piece) -> None:
    tagged = read(everything)
    links = [(str(a.A.URI), str(a.Contents)) for a in tagged.pages[0].Annots]
    assert links == [
        ("https://council.example/pool", "the council"),
        (URL, "example.org/pool"),
        (URL, f"QR code to {URL}"),
    ]
    areas = [tuple(map(float, annotation.Rect)) for annotation in tagged.pages[0].Annots]
    for left, bottom, right, top in areas:
        assert 0 <= left < right <= 612 and 0 <= bottom < top <= 792
    code = areas[2]
    assert code[2] - code[0] == pytest.approx(everything.qr.size, abs=0.1)


def test_headings_are_bookmarks(everything: Piece) -> None:
    def titles(items: Any) -> list[Any]:
        return [
            (item.title, titles(item.children)) if item.children else item.title for item in items
        ]

    with read(everything).pdf.open_outline() as marks:
        assert titles(marks.root) == [
            ("The pool, and what it costs", [("What we ask", ["What it costs"])])
        ]


def test_it_says_what_it_is(everything: Piece) -> None:
    tagged = read(everything)
    info = tagged.pdf.docinfo
    with tagged.pdf.open_metadata() as metadata:
        assert metadata["dc:title"] == str(info.Title) == "The pool, and what it costs"
        assert metadata["dc:description"] == str(info.Subject)
        assert metadata["xmp:CreateDate"] == "2027-04-19" and info.CreationDate == "D:20270419"
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "U")
    (intent,) = tagged.pdf.Root.OutputIntents
    assert intent.S == "/GTS_PDFA1" and intent.DestOutputProfile.N == 3


def test_rules_and_slugs_are_not_read(everything: Piece) -> None:
    whole = read(everything).whole
    assert "* * *" not in whole
    assert "actual size" not in all_letters(everything.file.read_bytes())


# -- pictures -------------------------------------------------------------------------------------


def test_photos_are_small_and_in_the_colours_they_are_meant_in(
    workshop: Workshop, tmp_path: Path
) -> None:
    noise = Image.frombytes("RGB", (300, 200), Random(1).randbytes(300 * 200 * 3))
    photo = noise.resize((1800, 1200), Image.Resampling.BICUBIC)
    photo.save(tmp_path / "photo.jpg", quality=95)
    photo.convert("CMYK").save(tmp_path / "inks.jpg", quality=95)
    photo.convert("RGBA").resize((900, 600)).save(tmp_path / "clear.png")
    Image.new("P", (1200, 800), 3).save(tmp_path / "chart.png")
    names = ("photo.jpg", "inks.jpg", "clear.png", "chart.png")
    text = "\n\n".join(f"![{name}]({name})\n\nSome words." for name in names)
    statement = written(tmp_path, "photos.md", f"---\ntitle: Photos\n---\n\n{text}\n")
    weight = sum((tmp_path / name).stat().st_size for name in names)
    piece = made(workshop, statement, tmp_path / "out")
    assert read(piece).faults() == []
    assert piece.file.stat().st_size < weight / 4
    rows = [line.split() for line in _poppler("pdfimages", "-list", piece.file).splitlines()[2:]]
    images = [row for row in rows if row[2] == "image"]
    assert [row[5] for row in images] == ["rgb"] * 4
    assert max(int(row[12]) for row in images) <= 250
    assert validate_written(_as_level_b(piece.file), "2b").passed
    on_paper = made(workshop, statement, tmp_path / "out", printer="home").file.read_bytes()
    seen = (rasters(pdf, dpi=36)[0].reduce(12) for pdf in (piece.file.read_bytes(), on_paper))
    differences = ImageStat.Stat(ImageChops.difference(*seen)).mean
    assert max(differences) < 6


# -- the same piece as on paper ------------------------------------------------------------------


@pytest.mark.parametrize("name", ["sunday-hours.md", "maktabat-al-hayy.md"])
def test_it_looks_as_on_paper(tmp_path: Path, name: str) -> None:
    """A shop that wants neither bleed nor marks gets the same page, put there in another way."""
    written(
        tmp_path,
        "flyers.toml",
        '[printers.plain]\nextends = "web"\nlaid = "pieces"\npdf = "plain"\n',
    )
    statement = written(tmp_path, name, (EXAMPLES / name).read_text("utf-8"))
    both = (
        made(Workshop(), statement, tmp_path, "headline", printer=printer)
        for printer in ("web", "plain")
    )
    # Letters fall on whole pixels, now and then on others.
    (screen,), (paper,) = (rasters(one.file.read_bytes(), dpi=72, grey=True) for one in both)
    assert screen.size == paper.size == (612, 792)
    difference = ImageChops.difference(screen.reduce(8), paper.reduce(8))
    assert cast(tuple[int, int], difference.getextrema())[1] < 36


def test_the_same_input_gives_the_same_bytes(everything: Piece, tmp_path: Path) -> None:
    again = made(Workshop(), Path(everything.statement), tmp_path)
    assert again.file.read_bytes() == everything.file.read_bytes()


def test_text_that_runs_over_pages_is_one(workshop: Workshop, tmp_path: Path) -> None:
    text = long_statement(150)
    piece = made(workshop, written(tmp_path, "long.md", text), tmp_path, format="half-sheet")
    tagged = read(piece)
    assert tagged.faults() == []
    paragraphs = [element for element in tagged.elements if element.role == "P"]
    pages = [{kid[0] for kid in p.kids if isinstance(kid, tuple)} for p in paragraphs]
    assert [on for on in pages if len(on) > 1] == [{0, 1}]
    numbers = [int(n) for n in re.findall(r"#(\d+)", tagged.whole)]
    assert numbers == list(range(numbers[-1] + 1)) and numbers[-1] > 60


def test_a_table_that_runs_over_pages_has_one_head(workshop: Workshop, tmp_path: Path) -> None:
    rows = "".join(f"| Day {n} | {n} visits |\n" for n in range(110))
    text = f"---\ntitle: Visits\n---\n\nAll days.\n\n| Day | Visits |\n|--|--|\n{rows}"
    piece = made(workshop, written(tmp_path, "table.md", text), tmp_path, format="half-sheet")
    tagged = read(piece)
    assert tagged.faults() == []
    assert tagged.spoken("TH") == ["Day", "Visits"]
    assert tagged.spoken("TD")[:4] == ["Day 0", "0 visits", "Day 1", "1 visits"]
    assert all_letters(piece.file.read_bytes()).count("DayVisits") > 1


def test_broken_words_are_read_whole(sundays: Piece) -> None:
    tagged = read(sundays)
    broken = [element for element in tagged.elements if "/ActualText" in element.entry]
    assert all(str(element.entry.ActualText).endswith("\u00ad") for element in broken)
    source = {*re.findall(r"\b[a-z]{4,}\b", SUNDAYS.read_text("utf-8"))}
    heard = {*re.findall(r"\b[a-z]{4,}\b", tagged.whole)} - source
    assert heard <= {"code", "example", "https", "online", "pass", "pool", "rest"}


def test_right_to_left_is_read_as_it_is_written(workshop: Workshop, tmp_path: Path) -> None:
    source = EXAMPLES / "maktabat-al-hayy.md"
    tagged = read(made(workshop, source, tmp_path, format="tri-fold"))
    assert tagged.faults() == []
    assert tagged.pdf.Root.Lang == "ar"
    assert tagged.spoken("H1") == ["لتبقَ مكتبة الحي مفتوحة في المساء"]
    body = " ".join(source.read_text("utf-8").split())
    for paragraph in tagged.spoken("P"):
        if len(paragraph) > 120:
            assert re.sub(r"[\u00a0 ]+", " ", paragraph)[:80] in body


def test_readers_that_go_by_the_page_find_arabic_words(workshop: Workshop, tmp_path: Path) -> None:
    source = EXAMPLES / "maktabat-al-hayy.md"
    piece = made(workshop, source, tmp_path)
    known = {*re.findall(r"[\u0621-\u0652]+", source.read_text("utf-8"))}
    found = re.findall(r"[\u0621-\u0652]+", _poppler("pdftotext", piece.file, "-"))
    assert len(found) > 200
    assert sum(word in known for word in found) / len(found) > 0.85


def test_pages_lie_on_no_sheet(tmp_path: Path) -> None:
    job = Job(statement=SUNDAYS, printer="web", sheet="12x18", url=URL, out=tmp_path)
    with pytest.raises(
        OptionError, match=r"web: pages for a screen are not put on sheets; leave out --sheet"
    ):
        Workshop().make(job)


# -- the imprint ---------------------------------------------------------------------------------


def law(folder: Path, **fields: str) -> Path:
    lines = "".join(f'{key} = "{value}"\n' for key, value in fields.items())
    written(folder, "flyers.toml", f'[imprint]\njurisdiction = "uk"\n{lines}')
    return written(folder, "pool.md")


def test_a_screen_needs_no_imprint(tmp_path: Path) -> None:
    statement = law(tmp_path, promoter="A. Swimmer")
    with pytest.raises(ImprintError, match="lacks promoter_address, printer and printer_address"):
        made(Workshop(), statement, tmp_path / "out", printer="home")
    piece = made(Workshop(), statement, tmp_path / "out")
    assert piece.imprint is None and "Promoted by" not in read(piece).whole


def test_an_imprint_that_is_whole_is_read_last(tmp_path: Path) -> None:
    statement = law(
        tmp_path,
        promoter="A. Swimmer",
        promoter_address="1 Mill Lane",
        printer="B. Press",
        printer_address="2 Mill Lane",
    )
    tagged = read(made(Workshop(), statement, tmp_path / "out"))
    assert tagged.faults() == []
    assert tagged.whole.endswith("Printed by B. Press, 2 Mill Lane.")
