"""Streams are decoded here, by no other program; what is packed as a picture is refused."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pypdf._configuration import CURRENT_CONFIGURATION, DEFAULT_CONFIGURATION

from awkward.building import document, page, stream, written
from flyers.core.errors import FlyersError, PdfError
from flyers.imposition.run import ImposeRequest
from flyers.imposition.run import run as impose
from flyers.preflight.evidence.barcodes import read_barcodes
from flyers.preflight.request import CheckRequest
from flyers.preflight.run import run as check
from flyers.press.read import raster
from flyers.press.read.file_facts import count_pages, facts, producer

JBIG2 = "/Filter /JBIG2Decode"
PACKED = stream(b"\0" * 30, JBIG2)
GLOBALS = "/Filter /JBIG2Decode /DecodeParms << /JBIG2Globals 9 0 R >>"


def with_contents(packed: bytes) -> bytes:
    """A file whose page has that stream as its content."""
    plain = written(document(page(1, contents=b"0 0 9 9 re f")))
    return plain.replace(stream(b"0 0 9 9 re f"), packed)


def placed(packed: bytes, where: str) -> bytes:
    """A file with a stream in another place."""
    resources, contents, catalog = "", b"/F Do", ""
    more: dict[int, str | bytes] = {9: packed}
    if where == "form":
        resources = "/XObject << /F 9 0 R >>"
        more[9] = packed.replace(b"<<", b"<< /Subtype /Form /BBox [0 0 9 9]", 1)
    elif where == "image":
        resources = "/XObject << /F 9 0 R >>"
        shape = b"<< /Subtype /Image /Width 9 /Height 9 /BitsPerComponent 8 /ColorSpace /DeviceCMYK"
        more[9] = packed.replace(b"<<", shape, 1)
    elif where == "palette":
        resources = "/ColorSpace << /C [/Indexed /DeviceCMYK 3 9 0 R] >>"
        contents = b"/C cs 1 sc 0 0 9 9 re f"
    elif where == "letter":
        font = (
            "<< /Type /Font /Subtype /Type3 /FontMatrix [1 0 0 1 0 0] /FontBBox [0 0 1 1] "
            "/FirstChar 65 /LastChar 65 /Widths [1] /CharProcs << /a 9 0 R >> "
            "/Encoding << /Differences [65 /a] >> /Resources << >> >>"
        )
        more[8] = font
        resources, contents = "/Font << /T 8 0 R >>", b"BT /T 9 Tf 9 9 Td (A) Tj ET"
    elif where == "metadata":
        catalog = "/Metadata 9 0 R"
    elif where == "profile":
        catalog = "/OutputIntents [<< /S /GTS_PDFX /DestOutputProfile 9 0 R >>]"
    one = page(1, resources=f"/Resources << {resources} >>", contents=contents)
    return written(document(one, more=more, catalog=catalog))


PLACES = ("form", "image", "palette", "letter", "metadata", "profile")


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Yield the file that the programs write which an engine might start; PATH has them first."""
    started, folder = tmp_path / "started.txt", tmp_path / "bin"
    folder.mkdir()
    for name in ("jbig2dec", "gs", "djpeg", "cjpeg", "opj_decompress", "qpdf", "mutool"):
        program = folder / name
        program.write_text(f"#!/bin/sh\necho {name} >> {started}\n")
        program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    # pypdf has looked for its program already, when it was imported.
    there = DEFAULT_CONFIGURATION.with_overwrites(jbig2dec_binary=str(folder / "jbig2dec"))
    before = CURRENT_CONFIGURATION.set(there)
    yield started
    CURRENT_CONFIGURATION.reset(before)


@pytest.mark.parametrize("where", ["contents", *PLACES])
def test_no_program_is_started_by_a_file(where: str, programs: Path, tmp_path: Path) -> None:
    pdf = with_contents(PACKED) if where == "contents" else placed(PACKED, where)
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf)
    check(CheckRequest(files=(str(path),), printer="shop", fix=True))
    try:
        impose(ImposeRequest(inputs=(str(path),), out=str(tmp_path / "sheets.pdf"), options={}))
    except FlyersError as error:
        assert "packed as a picture" in str(error)
    assert not programs.exists()


@pytest.mark.parametrize("name", ["JBIG2Decode", "DCTDecode", "DCT", "JPXDecode", "CCF"])
def test_content_that_is_packed_as_a_picture_is_not_read(name: str) -> None:
    pdf = with_contents(stream(b"0 0 9 9 re f", f"/Filter [/{name}]"))
    (seen,) = facts(pdf).pages
    assert seen.content.cut_short == "part of it is damaged"
    assert not seen.content.paints


@pytest.mark.parametrize("names", ["/Fl", "[/A85 /Fl]", "[/AHx]", "[/A85]"])
def test_short_names_of_filters_are_those_of_the_long_ones(names: str) -> None:
    from base64 import a85encode
    from zlib import compress

    data = b"0 0 9 9 re f"
    data = compress(data) if "/Fl" in names else data
    data = a85encode(data) + b"~>" if "/A85" in names else data
    data = data.hex().encode() + b">" if "/AHx" in names else data
    (seen,) = facts(with_contents(stream(data, f"/Filter {names}"))).pages
    assert not seen.content.cut_short
    assert len(seen.content.paints) == 1


# ---- the engines' edges ----------------------------------------------------------------


class NewError(Exception):
    """An error of a kind that no engine had before."""


def failing(*_: Any, **__: Any) -> Any:
    raise NewError("unheard of")


GOOD = with_contents(stream(b"0 0 9 9 re f"))


@pytest.mark.parametrize(
    "place", ["PdfReader.__init__", "_page_labels.index2label", "generic.StreamObject.get_data"]
)
def test_any_error_of_the_reader_is_one_of_ours_or_a_note(
    place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(f"pypdf.{place}", failing)
    try:
        (seen,) = facts(GOOD).pages
    except PdfError as error:
        assert "unheard of" in str(error)
    else:
        assert seen.content.cut_short == "part of it is damaged" or seen.content.paints


@pytest.mark.parametrize("ask", [count_pages, facts])
def test_a_reader_that_cannot_open_is_one_error(ask: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pypdf.PdfReader.__init__", failing)
    with pytest.raises(PdfError, match="unheard of"):
        ask(GOOD)
    assert producer(GOOD) == ""


@pytest.mark.parametrize("place", ["PdfDocument.__init__", "PdfPage.render", "PdfPage.get_size"])
def test_any_error_of_the_drawing_engine_is_one_of_ours(
    place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(f"pypdfium2.{place}", failing)
    for ask in (raster.rasters, raster.rendered_pages):
        with pytest.raises(PdfError, match=r"cannot be drawn \(unheard of\); save it again"):
            ask(GOOD, dpi=36)


def test_a_file_that_the_drawing_engine_cannot_open_is_not_saved_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("pypdfium2.PdfDocument.__init__", failing)
    assert raster.resaved(GOOD) is None


def test_any_error_of_the_reader_of_codes_is_one_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("zxingcpp.read_barcodes", failing)
    with pytest.raises(PdfError, match="cannot be searched for codes"):
        read_barcodes(Image.new("L", (9, 9)))


# ---- pages of odd sizes ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("entries", "turned"),
    [("45", 0), ("100", 90), ("-90", 270), ("450", 90), ("90.0", 90), ("(up)", 0), ("[1]", 0)],
)
def test_a_page_is_turned_by_right_angles_alone(entries: str, turned: int) -> None:
    (seen,) = facts(written(document(page(1, f"/Rotate {entries}")))).pages
    assert seen.rotate == turned


@pytest.mark.parametrize(
    "box", ["0 0 0 0", "0 0 300 0", "0 0 1 99999999", "0 0 .000001 9", f"0 0 {'9' * 400} 9"]
)
@pytest.mark.parametrize("more", ["", "/CropBox [900 900 950 950]", "/UserUnit 1000", "/Rotate 45"])
def test_a_page_of_an_odd_size_ends_in_findings(box: str, more: str, tmp_path: Path) -> None:
    one = page(1, more, media=f"/MediaBox [{box}]", contents=b"0 0 9 9 re f")
    path = tmp_path / "a.pdf"
    path.write_bytes(written(document(one)))
    report = tmp_path / "report.html"
    (file,) = check(CheckRequest(files=(str(path),), printer="shop", html=report)).files
    assert file.findings
    assert report.is_file()


def test_a_crop_box_beside_the_paper_counts_for_nothing() -> None:
    pdf = written(document(page(1, "/CropBox [900 900 950 950]", contents=b"0 0 9 9 re f")))
    (picture,) = raster.rasters(pdf, dpi=72)
    assert picture.size == (200, 300)
