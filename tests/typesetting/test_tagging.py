"""HTML in a tagged file: types, order, words, and decoration."""

from collections.abc import Callable
from io import BytesIO
from itertools import pairwise
from typing import Any

import pikepdf
import pytest

from flyers.core.sheets import Layer, Page
from flyers.pieces.prepare import font_folders
from flyers.press.write.binding import bind_pages
from flyers.press.write.info import DocumentInfo
from flyers.typesetting.engine import PageRun, Typesetter
from tagged import Tagged, outline

PAGE = "@page{size:300pt 200pt;margin:20pt} html{font:10pt 'Source Serif 4','Noto Sans Arabic'}"
GOOD = """
<h1>Title</h1><p>Some <a href="https://a.example/">words with a link</a> in them.</p>
<ul><li>One</li></ul><table><thead><tr><th>A</th></tr></thead><tr><td>B</td></tr></table>
<img src="picture:0" alt="A square" style="width:20pt">
"""


@pytest.fixture(scope="module")
def typesetter() -> Typesetter:
    return Typesetter(font_folders(None))


@pytest.fixture(scope="module")
def bound(typesetter: Typesetter) -> Callable[..., bytes]:
    square = (
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
    )

    def run(html: str, css: str) -> PageRun:
        page = f'<html lang="en"><body>{html}'
        style = typesetter.style(PAGE + css, keep=False)
        return typesetter.set(typesetter.text(page, {"picture:0": square}), [style])

    def bind(html: str, css: str = "", *, running: str | None = None) -> bytes:
        """Artwork, a page a panel, and text on the first of them."""
        art = run(html, css)
        text = run(running, css) if running else None
        panels = [[number] for number in range(len(art.pages))]
        if text:
            panels[0] += [len(art.pages) + number for number in range(len(text.pages))]
        file = typesetter.write_tagged([art, text] if text else [art], panels)
        pages = [
            Page(
                name=str(panel[0]),
                width=300,
                height=200,
                layers=tuple(Layer(source=source) for source in panel),
            )
            for panel in panels
        ]
        return bind_pages(file, pages, DocumentInfo(title="Title"))

    return bind


@pytest.fixture(scope="module")
def read(bound: Callable[..., bytes]) -> Callable[..., Tagged]:
    def tagged(html: str, css: str = "", *, running: str | None = None) -> Tagged:
        found = Tagged(bound(html, css, running=running))
        assert found.faults() == []
        return found

    return tagged


Read = Callable[..., Tagged]


# What is written, and what it is read as.
SHAPES = {
    "<p>One<p>Two": "P P",
    "<div>Text alone</div>": "P",
    "<div><span>When</span> <b>now</b></div>": "P",
    "<h1>A</h1><h3>B</h3><h3>C</h3><h5>D</h5><h2>E</h2>": "H1 H2 H2 H3 H2",
    "<h2>A</h2><h2>B</h2>": "H1 H1",
    '<div role="heading">A</div>': "H1",
    "<blockquote><p>A</p></blockquote>": "BlockQuote(P)",
    '<div role="blockquote"><span class="line">A</span><span class="line">B</span></div>': (
        "BlockQuote(P)"
    ),
    "<dl><dt>A<dd>B<dd>C<dt>D<dt>E<dd>F</dl>": ("L(LI(Lbl LBody LBody) LI(Lbl Lbl LBody))"),
    "<ol><li>A<ul><li>B</ul></ol>": "L(LI(Lbl LBody(L(LI(Lbl LBody)))))",
    "<ul><li><p>A</p><p>B</p></ul>": "L(LI(Lbl LBody(P P)))",
    '<p>A<a href="https://a.example">b<strong>c</strong></a>': "P(Link)",
    '<img src="picture:0" alt="A">': "P(Figure)",
    '<img src="picture:0" alt="A" style="display:block">': "Figure",
    '<p>A</p>B <img src="picture:0" alt="C"><p>D</p>': "P P(Figure) P",
    "<figure><img src='picture:0' alt='A'><figcaption>B</figcaption></figure>": (
        "Div(Figure Caption)"
    ),
    "<table><tr><td>A<td></tr><tr><td><td></table>": "Table(TBody(TR(TD TD) TR(TD TD)))",
    "<table><caption>A</caption><tr><th>B<td>C</table>": "Table(Caption TBody(TR(TH TD)))",
}


@pytest.mark.parametrize(("html", "shape"), SHAPES.items(), ids=SHAPES)
def test_elements_are_of_standard_types(read: Read, html: str, shape: str) -> None:
    tagged = read(html, ".line{display:block}")
    assert outline(tagged.document) == f"Document({shape})"


# What is seen, and not read.
SILENT = {
    "a rule": "<p>A</p><hr><p>B</p>",
    "a rule's sign": '<style>hr::before{content:"* * *"}</style><p>A</p><hr><p>B</p>',
    "what only adorns": '<p>A</p><p aria-hidden="true">*</p><p>B</p>',
    "a picture without words": "<p>A</p><img src='picture:0'><p>B</p>",
    "what is said again": "<p>A</p><p><b>A</b></p><p>B</p>",
    "the title again": "<p>A</p><p>B</p><div role='heading'>A</div>",
    "what cannot be seen": "<p>A</p><p style='visibility:hidden'>X</p><p>B</p>",
    "borders and areas": "<p style='background:#ddd;border:1pt dashed;outline:1pt solid'>A<p>B",
    "a gradient": "<p style='background:linear-gradient(#eee,#aaa)'>A</p><p>B</p>",
    "a shadow": "<p style='box-shadow:1pt 1pt 2pt #888'>A</p><p>B</p>",
    "a line through": "<p><s>A</s></p><p><u>B</u></p>",
}


@pytest.mark.parametrize("html", SILENT.values(), ids=SILENT)
def test_decoration_is_not_read(read: Read, html: str) -> None:
    assert read(html).whole == "A B"


def test_the_html_is_in_the_order_of_reading(read: Read) -> None:
    html = "<div><p class='last'>A</p><p>B</p><p class='first'>C</p></div>"
    css = "div{display:flex} .first{order:-1} .last{order:1}"
    assert read(html, css).whole == "A B C"


def test_text_is_read_where_the_first_frame_is(read: Read) -> None:
    art = "<p>A</p><div id='frame-1'></div><p>D</p><div id='frame-2'></div><p>E</p>"
    assert read(art, running="<p>B</p><p>C</p>").whole == "A B C D E"


def test_text_is_read_even_in_a_frame_that_is_not(read: Read) -> None:
    art = "<p>A</p><div aria-hidden='true'><div id='frame-1'></div></div>"
    assert sorted(read(art, running="<p>B</p>").whole) == [" ", "A", "B"]


def test_a_quote_that_the_text_has_is_decoration(read: Read) -> None:
    art = "<div role='blockquote'>{}</div><div id='frame-1'></div>"
    text = "<p>It is here. It stays open, and that is that.</p>"
    assert read(art.format("It stays open"), running=text).spoken("BlockQuote") == []
    assert read(art.format("It closes"), running=text).spoken("BlockQuote") == ["It closes"]


# How lines go on: the width is that of some letters.
LINES = {
    "spaces at the ends of lines": ("<p>One two three four five</p>", "One two three four five"),
    "a line's end": ("<p>One<br>two</p>", "One two"),
    "a word broken by a hyphen": (
        "<p style='hyphens:auto;width:30pt'>internationalisation of it</p>",
        "internationalisation of it",
    ),
    "a word broken anywhere": (
        "<p style='overflow-wrap:anywhere'>a.example/abcdefghijklmnop is it</p>",
        "a.example/abcdefghijklmnop is it",
    ),
    "a hyphen of its own": ("<p>grown-up nine-year-old</p>", "grown-up nine-year-old"),
    "spaces between elements": ("<p><b>One</b> <i>two</i>, <b>three</b></p>", "One two, three"),
    "capitals": (
        "<p style='text-transform:uppercase'>Die Straße und der Park</p>",
        "DIE STRASSE UND DER PARK",
    ),
    "a sign that a style adds": ("<p>One <q>two</q> three</p>", "One “two” three"),
}


@pytest.mark.parametrize(("html", "words"), LINES.values(), ids=LINES)
def test_words_are_whole_and_apart(read: Read, html: str, words: str) -> None:
    tagged = read(html, "p{width:50pt}")
    assert tagged.spoken("P") == [words]


def test_what_shows_through_is_read_too(read: Read) -> None:
    html = "<p>A</p><div style='opacity:.5'><p>B c</p><p>D</p></div><p>E</p>"
    assert read(html).whole.split() == ["A", "B", "c", "D", "E"]


def test_a_link_over_lines_is_one_with_an_area_on_each(read: Read) -> None:
    html = "<p>One <a href='https://a.example/'>two <em>three four</em> five</a></p>"
    tagged = read(html, "p{width:50pt}")
    (link,) = [element for element in tagged.elements if element.role == "Link"]
    assert len(link.links) > 1
    assert {str(area.Contents) for area in link.links} == {"two three four five"}
    areas = [tuple(map(float, area.Rect)) for area in link.links]
    assert all(below[3] <= above[1] + 1 for above, below in pairwise(areas))


def test_spans_of_cells_and_scopes_of_heads_are_told(read: Read) -> None:
    tagged = read(
        "<table><thead><tr><th colspan='2'>A</th></tr></thead>"
        "<tr><th>B</th><td rowspan='2'>C</td></tr><tr><th>D</th></tr></table>"
    )
    heads = [element.attribute("/Scope") for element in tagged.elements if element.role == "TH"]
    assert heads == ["/Column", "/Row", "/Column"]
    corner = read("<table><thead><tr><td><th>A</thead><tr><th>B<td>C</table>")
    heads = [element.attribute("/Scope") for element in corner.elements if element.role == "TH"]
    assert heads == ["/Column", "/Row"]
    (cell,) = [element for element in tagged.elements if element.role == "TD"]
    assert int(cell.attribute("/RowSpan")) == 2
    assert int(next(e for e in tagged.elements if e.role == "TH").attribute("/ColSpan")) == 2


def test_words_in_another_language_say_so(read: Read) -> None:
    tagged = read("<p>The <i lang='de'>Bad</i> and <i>bath</i></p><p lang='fr'>Le bain</p>")
    document, *others = (element for element in tagged.elements if "/Lang" in element.entry)
    assert document.entry.Lang == "en"
    said = {tagged.text(element).strip(): str(element.entry.Lang) for element in others}
    assert said == {"Bad": "de", "Le bain": "fr"}


def test_arabic_words_tell_their_letters_on_the_page_and_in_the_tree(read: Read) -> None:
    tagged = read("<p lang='ar' dir='rtl'>مكتبة الحي</p>")
    assert tagged.spoken("P") == ["مكتبة الحي"]
    page = b"".join(part.read_bytes() for part in tagged.pages[0].Contents)
    assert page.count(b"/Span <</ActualText") == 2
    from_left_to_right = "مكتبة"[::-1].encode("utf-16-be").hex().encode()
    assert from_left_to_right in page


# -- the reader of these tests finds what is wrong -----------------------------------------------


def _first(pdf: pikepdf.Pdf, role: str) -> Any:
    def walk(entry: Any) -> Any:
        if entry.get("/S") == role:
            return entry
        kids = entry.get("/K")
        for kid in kids if isinstance(kids, pikepdf.Array) else ():
            if isinstance(kid, pikepdf.Dictionary) and (found := walk(kid)) is not None:
                return found
        return None

    return walk(pdf.Root.StructTreeRoot.K[0])


def _content(pdf: pikepdf.Pdf, old: bytes, new: bytes) -> None:
    page = pdf.pages[0]
    page.contents_coalesce()
    data = page.Contents.read_bytes()
    assert old in data
    page.Contents = pdf.make_stream(data.replace(old, new, 1))


def _xmp(pdf: pikepdf.Pdf, old: bytes, new: bytes) -> None:
    data = pdf.Root.Metadata.read_bytes()
    assert old in data
    pdf.Root.Metadata.write(data.replace(old, new))


FAULTS: dict[str, Callable[[pikepdf.Pdf], object]] = {
    "01-003": lambda pdf: _content(pdf, b"BDC\n", b"BDC /Artifact BMC EMC\n"),
    "01-004": lambda pdf: _content(pdf, b"/Span\n", b"/Artifact BMC\n/Span\n"),
    "01-005": lambda pdf: _content(pdf, b"q", b"q 0 0 9 9 re f"),
    "01-007": lambda pdf: pdf.Root.MarkInfo.__setitem__("/Suspects", True),
    "02-001": lambda pdf: _first(pdf, "/P").__setitem__("/S", pikepdf.Name.Paragraph),
    "06-001": lambda pdf: pdf.Root.__delitem__("/Metadata"),
    "06-002": lambda pdf: _xmp(pdf, b"<pdfuaid:part>1<", b"<pdfuaid:part>7<"),
    "06-003": lambda pdf: _xmp(pdf, b"dc:title", b"dc:rights"),
    "07-001": lambda pdf: pdf.Root.__delitem__("/ViewerPreferences"),
    "07-002": lambda pdf: pdf.Root.ViewerPreferences.__setitem__("/DisplayDocTitle", False),
    "09-004": lambda pdf: _first(pdf, "/TR").__setitem__("/S", pikepdf.Name.P),
    "09-005": lambda pdf: _first(pdf, "/LBody").__setitem__("/S", pikepdf.Name.P),
    "10-001": lambda pdf: _content(pdf, b"[<00", b"[<fffc><00"),
    "11-001": lambda pdf: pdf.Root.__setitem__("/Lang", ""),
    "11-006": lambda pdf: _xmp(pdf, b"dc:language", b"dc:format"),
    "13-004": lambda pdf: _first(pdf, "/Figure").__delitem__("/Alt"),
    "14-002": lambda pdf: _first(pdf, "/H1").__setitem__("/S", pikepdf.Name.H2),
    "14-003": lambda pdf: _first(pdf, "/P").__setitem__("/S", pikepdf.Name.H3),
    "14-007": lambda pdf: _first(pdf, "/P").__setitem__("/S", pikepdf.Name.H),
    "15-003": lambda pdf: _first(pdf, "/TH").__delitem__("/A"),
    "28-008": lambda pdf: pdf.pages[0].obj.__delitem__("/Tabs"),
    "28-009": lambda pdf: pdf.pages[0].obj.__setitem__("/Tabs", pikepdf.Name.R),
    "28-011": lambda pdf: _first(pdf, "/Link").__setitem__("/S", pikepdf.Name.Span),
    "28-012": lambda pdf: pdf.pages[0].Annots[0].__delitem__("/Contents"),
    "31-030": lambda pdf: _content(pdf, b"[<00", b"[<0000><00"),
    "tree: (0, 0) is owned, and not drawn": lambda pdf: _content(pdf, b"MCID 0", b"MCID 90"),
    "tree: (0, 1) is owned twice": lambda pdf: _first(pdf, "/H1").K.append(1),
    "tree: in H1": lambda pdf: _first(pdf, "/H1").__setitem__("/K", _first(pdf, "/P").K),
    "tree: a link": lambda pdf: pdf.pages[0].Annots[0].__setitem__("/StructParent", 0),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_one_thing_is_wrong_and_found(bound: Callable[..., bytes], fault: str) -> None:
    good = bound(GOOD)
    assert Tagged(good).faults() == []
    with pikepdf.open(BytesIO(good)) as pdf:
        FAULTS[fault](pdf)
        broken = BytesIO()
        pdf.save(broken, fix_metadata_version=False)
    assert any(found.startswith(fault) for found in Tagged(broken.getvalue()).faults())
