"""Files that are broken, or made to do harm, end in findings: soon, and in little memory."""

import os
from collections.abc import Mapping
from pathlib import Path
from zlib import compress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awkward import AWKWARD, Awkward
from awkward.building import FONT, document, form, page, stream, written
from flyers.catalogue.printers import PRINTERS
from flyers.core.processes import START
from flyers.preflight import gathering
from flyers.preflight.case import Declared
from flyers.preflight.checked_file import CheckedFile, checked, checked_path
from flyers.press.read.content.tokens import instructions
from tasks import crash, for_ever, without_bound

LOOPS = "/XObject << /F 5 0 R >>"

Objects = Mapping[int, str | bytes]


def looked_at(pdf: bytes, tmp_path: Path, printer: str = "shop") -> CheckedFile:
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf)
    return checked_path(path, PRINTERS[printer], Declared())


def painting(contents: bytes | str, more: Objects | None = None, resources: str = "") -> bytes:
    """A file with one page that paints so."""
    data = contents if isinstance(contents, bytes) else contents.encode()
    one = page(1, resources=f"/Resources << {FONT[3:-3]} {resources} >>", contents=data)
    return written(document(one, more=more))


# ---- what is awkward ---------------------------------------------------------------


@pytest.mark.parametrize("case", [pytest.param(c, id=name) for name, c in AWKWARD.items()])
def test_every_awkward_file_ends_in_findings(case: Awkward, tmp_path: Path) -> None:
    if case.pages > 100:
        pytest.skip("the same as a few pages, but for the time it takes")
    file = looked_at(case.pdf, tmp_path)
    assert file.findings
    if case.expect == "refused":
        assert [one.check for one in file.findings] == ["readable"]
        assert file.findings[0].remedy.endswith(".")
        return
    assert file.evidence
    first = file.evidence.facts.pages[0]
    size = first.finished.width, first.finished.height
    assert (size[::-1] if first.rotate % 180 else size) == pytest.approx(case.trim)


# ---- what is made to take for ever -------------------------------------------------


def nested(levels: int, calls: int) -> Objects:
    """Forms that draw the next one so many times."""
    return {
        5 + n: form("/F Do " * calls, 10, 10, f"/Resources << /XObject << /F {6 + n} 0 R >> >>")
        for n in range(levels)
    } | {5 + levels: form("0 g 0 0 1 1 re f", 10, 10)}


HARMFUL = {
    "a form within itself": painting(
        "/F Do", {5: form("/F Do 0 0 5 5 re f", 10, 10, f"/Resources << {LOOPS} >>")}, LOOPS
    ),
    "forms by the million": painting("/F Do", nested(9, 10), LOOPS),
    "a stream that swells": written(
        document(page(1, contents=()), more={})
        | {
            20: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 300] /Contents 21 0 R >>",
            21: stream(compress(b" " * 90_000_000, 9), "/Filter /FlateDecode"),
        }
    ),
    "arrays within arrays": painting("[" * 200_000 + " 0 0 5 5 re f"),
    "dictionaries within dictionaries": painting("/a <<" * 100_000 + " 0 0 5 5 re f"),
    "states within states": painting("q " * 200_000 + "0 0 5 5 re f"),
    "brackets that are never closed": painting("BT (" + "a(" * 300_000 + ") Tj ET"),
    "numbers beyond all bounds": painting(
        f"{'9' * 400} 0 0 {'9' * 400} 0 0 cm 1 0 0 -{'9' * 30} 5 5 cm "
        "0 0 5 5 re f 0 w 1 1 m 5 5 l S"
    ),
    "operands by the thousand": painting("1 " * 500_000 + "re f"),
    "an image without an end": painting("BI /W 9 /H 9 /BPC 8 /CS /G ID " + "x" * 100_000),
    "an image larger than the world": painting(
        "q 9 0 0 9 0 0 cm /F Do Q",
        {
            5: stream(
                b"",
                "/Type /XObject /Subtype /Image /Width 999999999 /Height 999999999 "
                "/ColorSpace /DeviceCMYK /BitsPerComponent 8",
            )
        },
        LOOPS,
    ),
    "a colour space made of itself": painting(
        "/C cs 0 sc 0 0 5 5 re f",
        {5: "[/Indexed 5 0 R 1 <000000ffffff>]"},
        "/ColorSpace << /C 5 0 R >>",
    ),
    "a function made of itself": painting(
        "/S sh",
        {
            5: "<< /ShadingType 2 /ColorSpace /DeviceRGB /Coords [0 0 1 1] /Function 6 0 R >>",
            6: "<< /FunctionType 3 /Domain [0 1] /Functions [6 0 R 6 0 R] /Bounds [0.5] "
            "/Encode [0 1 0 1] >>",
        },
        "/Shading << /S 5 0 R >>",
    ),
    "a pattern that paints with itself": painting(
        "/Pattern cs /P scn 0 0 99 99 re f",
        {
            5: stream(
                b"/Pattern cs /P scn 0 0 9 9 re f",
                "/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 9 /YStep 9 "
                "/Resources << /Pattern << /P 5 0 R >> >>",
            )
        },
        "/Pattern << /P 5 0 R >>",
    ),
    "a font that descends from itself": painting(
        "BT /L 9 Tf 9 9 Td <0001> Tj ET",
        {5: "<< /Type /Font /Subtype /Type0 /DescendantFonts [5 0 R] /BaseFont /A >>"},
        "/Font << /L 5 0 R >>",
    ),
    "actions that follow one another in a ring": written(
        document(
            page(1),
            catalog="/OpenAction 5 0 R",
            more={5: "<< /S /GoTo /Next [5 0 R 5 0 R 5 0 R] >>"},
        )
    ),
    "tags in a ring": written(
        document(
            page(1),
            catalog="/StructTreeRoot 5 0 R /MarkInfo << /Marked true >>",
            more={5: "<< /K [5 0 R 5 0 R] /S /Figure >>"},
        )
    ),
    "attachments in a ring": written(
        document(
            page(1),
            catalog="/Names << /EmbeddedFiles 5 0 R >>",
            more={5: "<< /Kids [5 0 R 5 0 R] /Names [(a) 5 0 R] >>"},
        )
    ),
    "layers that belong to one another": written(
        document(
            page(
                1, resources="/Resources << /Properties << /L 5 0 R >> >>", contents=b"/OC /L BDC"
            ),
            catalog="/OCProperties << /OCGs [5 0 R] /D << /OFF [5 0 R] >> >>",
            more={5: "<< /Type /OCMD /OCGs [5 0 R 5 0 R] >>"},
        )
    ),
    "things that are not what they should be": written(
        document(
            page(
                1,
                "/Annots (none) /Group [1 2] /UserUnit /Large /Rotate (up) /TrimBox [1 2] "
                "/BleedBox [(a) /b null 4]",
                resources="/Resources [1 2 3]",
            ),
            catalog="/OCProperties 5 /Names [] /AcroForm (no) /OutputIntents << >> /Lang 7 "
            "/ViewerPreferences 1 /MarkInfo 2 /Metadata 3 /StructTreeRoot 4",
        )
    ),
}


@pytest.fixture
def bounds(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Two seconds of a processor are enough for all files here that come to an end."""
    monkeypatch.setattr(gathering, "SECONDS", 2)
    return monkeypatch


@pytest.mark.usefixtures("bounds")
@pytest.mark.parametrize("name", HARMFUL)
def test_a_harmful_file_ends_in_findings(name: str, tmp_path: Path) -> None:
    file = looked_at(HARMFUL[name], tmp_path)
    assert file.findings
    assert all(one.message.endswith(".") and one.remedy.endswith(".") for one in file.findings)


def test_what_was_not_looked_at_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gathering, "OPERATORS", 400)
    file = looked_at(painting("0 0 5 5 re f " * 51), tmp_path)
    assert file.evidence
    (page,) = file.evidence.facts.pages
    assert page.content.cut_short == "it has more on it than is checked"
    assert "Part of the page could not be checked" in {
        one.message.partition(":")[0] for one in file.findings
    }


def test_a_form_within_itself_is_painted_once(tmp_path: Path) -> None:
    file = looked_at(HARMFUL["a form within itself"], tmp_path)
    assert file.evidence
    (paint,) = file.evidence.facts.pages[0].content.paints
    assert paint.box.width == 5


# ---- what brings an engine down ----------------------------------------------------

GOOD = painting("0 g 0 0 5 5 re f")


@pytest.mark.parametrize("do", [for_ever, without_bound, crash])
@pytest.mark.parametrize(
    ("half", "start"), [("_facts", "fork"), ("_pictures", "fork"), ("_facts", "spawn")]
)
def test_an_engine_that_goes_astray_is_one_finding(
    monkeypatch: pytest.MonkeyPatch, half: str, start: str, do: object, tmp_path: Path
) -> None:
    monkeypatch.setenv(START, start)
    seconds = 1 if start == "fork" else 2  # in which what is spawned loads too
    monkeypatch.setattr(gathering, "SECONDS", seconds)
    monkeypatch.setattr(gathering, "MEMORY", 1 << 30)
    monkeypatch.setattr(gathering, half, do)
    file = looked_at(GOOD, tmp_path)
    (finding,) = file.findings
    assert (finding.check, finding.severity) == ("readable", "error")
    assert "cannot be checked within" in finding.message


def test_nothing_is_left_aside_when_nobody_waits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(GOOD)
    children: list[int] = []
    fork = os.fork

    def noted() -> int:
        children.append(fork())
        return children[-1]

    monkeypatch.setattr(os, "fork", noted)
    monkeypatch.setattr("flyers.core.bounded.may_fork", lambda: True)
    with gathering.Strangers([str(path)]):
        assert len(children) == 2
    for child in children:
        with pytest.raises(ChildProcessError):
            os.waitpid(child, os.WNOHANG)


@pytest.mark.parametrize("name", ["nothing.pdf", "."])
def test_what_is_no_file_is_a_finding(name: str, tmp_path: Path) -> None:
    (finding,) = checked_path(tmp_path / name, PRINTERS["home"], Declared()).findings
    assert finding.check == "readable"


# ---- any bytes at all --------------------------------------------------------------

SHREDS = st.lists(
    st.sampled_from(
        b"( ) < > [ ] << >> /N BI ID EI q 1 TJ re f -.5 -- \x00 \xff { } \\ % \n  ".split(b" ")
    ),
    max_size=60,
).flatmap(lambda shreds: st.sampled_from([b"", b" "]).map(lambda gap: gap.join(shreds)))


@given(SHREDS | st.binary(max_size=200))
def test_any_bytes_are_some_operators(content: bytes) -> None:
    for operator, operands, start, end in instructions(content):
        assert 0 <= start <= end <= len(content)
        assert operator
        assert len(operands) <= 5_001


# ---- many of them ------------------------------------------------------------------


def test_of_many_pages_the_first_are_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gathering, "PIXELS", 600_000)  # of 200 x 300 points, two pages
    pages = [page(n) for n in range(1, 6)]
    file = looked_at(written(document(*pages)), tmp_path, "home")
    (told,) = [one for one in file.findings if one.check == "readable"]
    assert told.message == "Only 2 of the 5 pages could be checked."
    assert told.severity == "warning"


def test_pictures_do_not_pile_up(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(GOOD)
    with gathering.Stranger(path) as stranger:
        assert checked(stranger, PRINTERS["home"], Declared(), keep=False).evidence is None
    with gathering.Stranger(path) as stranger:
        assert checked(stranger, PRINTERS["home"], Declared()).evidence
