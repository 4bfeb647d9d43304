"""Documents of word processors."""

import sys
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from documents import docx, odt, zipped
from examples import html
from flyers.core.errors import NoTitleError, NotTextError
from flyers.statements import read
from flyers.statements.statement import Statement

TITLE = '<text:p text:style-name="T1">The hall</text:p>'


def put(folder: Path, name: str, raw: bytes) -> Path:
    """A file in a folder."""
    (folder / name).write_bytes(raw)
    return folder / name


def open_text(folder: Path, body: str, **entries: str | bytes) -> Statement:
    """A statement of an OpenDocument text with a title."""
    return read(put(folder, "hall.odt", odt(TITLE + body, **entries)))


def png() -> bytes:
    """A picture."""
    out = BytesIO()
    Image.new("RGB", (90, 60), "green").save(out, "PNG")
    return out.getvalue()


BODIES = {
    '<text:p>We ask <text:span text:style-name="B">now</text:span> for H'
    '<text:span text:style-name="L">2</text:span>O<text:s/>and<text:tab/>'
    '<text:a xlink:href="https://a.example/">it</text:a>.</text:p>': (
        '<p>We ask <strong>now</strong> for H<sub>2</sub>O and <a href="https://a.example/">it</a>.</p>'
    ),
    '<text:h text:outline-level="1">Hours</text:h><text:p>Ten.</text:p>': (
        "<h2>Hours</h2>\n<p>Ten.</p>"
    ),
    '<text:list text:style-name="N"><text:list-item><text:p>one</text:p><text:list><text:list-item>'
    "<text:p>dot</text:p></text:list-item></text:list></text:list-item></text:list>": (
        "<ol><li><p>one</p><ul><li><p>dot</p></li></ul></li></ol>"
    ),
    '<text:p text:style-name="Q1">It is late.</text:p><text:p>Yes.</text:p>': (
        "<blockquote><p>It is late.</p></blockquote>\n<p>Yes.</p>"
    ),
    '<text:p>True<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
    "<text:note-body><text:p>By the mill.</text:p></text:note-body></text:note>.</text:p>": (
        '<p>True<sup class="fn">1</sup>.</p>\n'
        '<section class="footnotes"><ol><li><p>By the mill.</p></li></ol></section>'
    ),
    "<table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>Day</text:p>"
    "</table:table-cell></table:table-row></table:table-header-rows><table:table-row>"
    "<table:table-cell><text:p>Sun</text:p></table:table-cell></table:table-row></table:table>": (
        "<table><thead><tr><th><p>Day</p></th></tr></thead>"
        "<tbody><tr><td><p>Sun</p></td></tr></tbody></table>"
    ),
    "<text:tracked-changes><text:p>Old.</text:p></text:tracked-changes><text:p>New."
    "<office:annotation><text:p>Sure?</text:p></office:annotation></text:p>": "<p>New.</p>",
}


@pytest.mark.parametrize(("given", "expected"), BODIES.items())
def test_an_open_document(tmp_path: Path, given: str, expected: str) -> None:
    made = open_text(tmp_path, given)
    assert made.title == "The hall"
    assert html(made) == expected


def test_a_picture_in_a_document_can_be_printed(tmp_path: Path) -> None:
    frame = (
        '<text:p><draw:frame><draw:image xlink:href="Pictures/1.png"/>'
        "<svg:desc>The mill</svg:desc></draw:frame></text:p><text:p>Text.</text:p>"
    )
    made = open_text(tmp_path, frame, **{"Pictures/1.png": png()})
    (picture,) = made.pictures
    assert (picture.width, picture.height, picture.alt) == (90, 60, "The mill")
    assert picture.path.read_bytes() == png()
    assert tmp_path not in picture.path.parents


def test_a_word_document(tmp_path: Path) -> None:
    body = (
        '<w:p><w:pPr><w:pStyle w:val="T"/></w:pPr><w:r><w:t>The hall</w:t></w:r></w:p>'
        '<w:p><w:pPr><w:pStyle w:val="H"/></w:pPr><w:r><w:t>Hours</w:t></w:r></w:p>'
        "<w:p><w:r><w:t>We ask </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>now</w:t></w:r></w:p>"
    )
    made = read(put(tmp_path, "hall.docx", docx(body)))
    assert made.title == "The hall"
    assert html(made) == "<h2>Hours</h2>\n<p>We ask <strong>now</strong></p>"


def test_a_bold_first_line_is_the_title(tmp_path: Path) -> None:
    bold = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>The hall</w:t></w:r></w:p>"
    text = "<w:p><w:r><w:t>We meet.</w:t></w:r></w:p>"
    assert read(put(tmp_path, "hall.docx", docx(bold + text))).title == "The hall"
    with pytest.raises(NoTitleError):
        read(put(tmp_path, "other.docx", docx(text)))


def test_without_the_extra_a_sentence_names_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "mammoth", None)
    with pytest.raises(NotTextError, match=r"pip install 'flyers\[office\]'"):
        read(put(tmp_path, "hall.docx", docx("")))


def _locked() -> bytes:
    raw = bytearray(odt(TITLE))
    for at in (raw.find(b"PK\x01\x02") + 8, raw.find(b"PK\x03\x04") + 6):
        raw[at] |= 1
    return bytes(raw)


HOSTILE = {
    "no zip": (b"PK\x03\x04 and then nothing", "no document that can be read"),
    "another zip": (zipped({"a.txt": "a"}), "no document that can be read"),
    "a bomb": (zipped({"content.xml": b"<a>" + b" " * 30_000_000}), "too large to be read"),
    "many entries": (zipped({f"{n}.xml": "" for n in range(3_001)}), "more than any text has"),
    "entities": (
        zipped({"content.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}),
        "declares entities",
    ),
    "broken XML": (zipped({"content.xml": "<a>"}), "no document that can be read"),
    "a password": (_locked(), "it has a password"),
}


@pytest.mark.parametrize(("raw", "said"), HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("suffix", ["odt", "docx"])
def test_a_hostile_file_is_refused(tmp_path: Path, raw: bytes, said: str, suffix: str) -> None:
    if suffix == "docx":
        said = f"{said}|no document that can be read"
    with pytest.raises(NotTextError, match=said):
        read(put(tmp_path, f"hall.{suffix}", raw))


def test_a_picture_of_a_document_leaves_its_folder_nowhere(tmp_path: Path) -> None:
    frame = (
        '<text:p><draw:frame><draw:image xlink:href="../../etc/passwd"/></draw:frame>Text.</text:p>'
    )
    made = open_text(tmp_path, frame, **{"../../etc/passwd": b"x"})
    assert made.pictures == ()
    assert html(made) == "<p>Text.</p>"
