"""Preflight: a clean sheet passes, and every fault that is put on a sheet is found.

The sheets are set by weasyprint in a shipped font, from a few absolutely placed
elements, and printed on one side of a letter sheet or twice on half-sheets.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
import qrcode
import weasyprint

from flyers.catalogue.formats import FORMATS
from flyers.catalogue.printers import PRINTERS, Printer, Setup
from flyers.core.boxes import Edges
from flyers.core.findings import Finding
from flyers.core.sheets import Imposition, Layer, Page
from flyers.core.units import mm
from flyers.imposition.format_pieces import impose
from flyers.preflight.case import ExpectedCode, ExpectedImprint
from flyers.preflight.checks import CHECKS, check
from flyers.preflight.evidence import PICTURE_DPI, Evidence, gather
from flyers.press.printing import print_sheets
from flyers.press.read.file_facts import facts
from flyers.press.read.raster import glyph_boxes, rasters
from flyers.press.write.info import DocumentInfo
from typeset_pages import HandMade, pdf_of, quarters, with_trim_box

FONT = Path(__file__).parents[2] / "fonts" / "SourceSans3-Regular.ttf"
HOME = PRINTERS["home"]
AT_HOME = Setup.of(HOME)

ADDRESS = "https://example.org/statements/a-thing"
OTHER = "https://example.org/statements/another"
# Both make a code of 29 modules, which is 23.2 mm wide with modules of 0.8 mm.

IMPRINT = ExpectedImprint(words="Paid for by Riverside Neighbours", size=12)

STYLE = f"""
@font-face {{ font-family: shipped; src: url({FONT.as_uri()}) }}
@page {{ margin: 0 }}
body {{ margin: 0; font: 12pt shipped }}
body > * {{ position: absolute; margin: 0 }}
"""


# ---- what stands on a sheet --------------------------------------------------------


def code(
    address: str = ADDRESS,
    *,
    left: float = 60,
    top: float = 100,
    module: float = 0.8,
    ink: str = "black",
    paper: str = "none",
) -> str:
    """A QR code at that place, its quiet zone not counted. Millimetres."""
    made = qrcode.QRCode(border=0, error_correction=qrcode.constants.ERROR_CORRECT_M)
    made.add_data(address)
    made.make(fit=True)
    rows = made.get_matrix()
    path = "".join(
        f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, dark in enumerate(row) if dark
    )
    side = len(rows) * module
    return (
        f'<svg style="left:{left}mm; top:{top}mm; width:{side}mm; height:{side}mm;'
        f' background:{paper}" viewBox="0 0 {len(rows)} {len(rows)}">'
        f'<path fill="{ink}" d="{path}"/></svg>'
    )


def words(text: str = "A clean sheet", *, left: float = 60, top: float = 40) -> str:
    """A line of text at that place in millimetres."""
    return f'<p style="left:{left}mm; top:{top}mm; white-space:nowrap">{text}</p>'


def patch(*, left: float, top: float, width: float, height: float, colour: str = "black") -> str:
    """A filled rectangle. Millimetres."""
    place = f"left:{left}mm; top:{top}mm; width:{width}mm; height:{height}mm"
    return f'<div style="{place}; background:{colour}"></div>'


# ---- from elements to findings -----------------------------------------------------


@cache
def font_configuration() -> object:
    return weasyprint.text.fonts.FontConfiguration()


def imposition_of(name: str) -> Imposition:
    row = FORMATS[name]
    page = Page(name="front", width=row.width, height=row.height, layers=(Layer(source=0),))
    return impose([page], row, printer_margins=HOME.margins)


def printed(*elements: str, name: str = "letter") -> bytes:
    """The elements on the one side of a sheet of that format."""
    row = FORMATS[name]
    style = f"@page {{ size: {row.width}pt {row.height}pt }} {STYLE}"
    fonts = font_configuration()
    source = weasyprint.HTML(string=f'<html lang="en"><body>{"".join(elements)}').write_pdf(
        stylesheets=[weasyprint.CSS(string=style, font_config=fonts)], font_config=fonts
    )
    return print_sheets(source, imposition_of(name), info=DocumentInfo(title="A test"))


def evidence_of(pdf: bytes) -> Evidence:
    pictures = rasters(pdf, dpi=PICTURE_DPI, grey=True)
    return gather(
        pictures=pictures,
        glyphs=[glyph_boxes(pdf, number) for number in range(len(pictures))],
        facts=facts(pdf),
        in_colour=rasters(pdf, dpi=36),
    )


def findings(
    pdf: bytes,
    *,
    name: str = "letter",
    codes: Sequence[str] = (ADDRESS,),
    printer: Printer = HOME,
    imprint: ExpectedImprint | None = None,
) -> tuple[Finding, ...]:
    expected = [[ExpectedCode(address=address) for address in codes]]
    return check(evidence_of(pdf), imposition_of(name), Setup.of(printer), expected, [imprint])


def only(found: tuple[Finding, ...], name: str) -> str:
    """The message of the one finding, which is an error of the check of that name."""
    assert [(one.check, one.severity) for one in found] == [(name, "error")], found
    assert found[0].remedy.endswith(".")
    return found[0].message


def texts(found: tuple[Finding, ...]) -> str:
    """All messages, one to a line."""
    return "\n".join(one.message for one in found)


# ---- a clean sheet -----------------------------------------------------------------


@pytest.mark.parametrize("name", ["letter", "half-sheet", "a4"])
def test_a_clean_sheet_passes(name: str) -> None:
    assert findings(printed(words(), code(), name=name), name=name) == ()


def test_the_caller_gets_the_codes_that_were_read() -> None:
    (side,) = evidence_of(printed(words(), code(module=0.8), name="half-sheet")).sides
    assert [read.text for read in side.codes] == [ADDRESS, ADDRESS]
    first, second = sorted(side.codes, key=lambda read: read.box.left)
    assert first.box.left == pytest.approx(mm(60), abs=0.5)
    assert first.module == pytest.approx(mm(0.8), rel=0.02)
    assert second.box.left - first.box.left == pytest.approx(FORMATS["half-sheet"].width, abs=0.5)


def test_the_table_names_the_checks_as_they_name_themselves() -> None:
    bad = printed(
        words("\u0378", left=1),  # not assigned to any letter, so in no font
        patch(left=0, top=0, width=2, height=2, colour="red"),
    )
    bad_sheet = with_trim_box(bad, (0, 0, 100, 100))
    found = findings(bad_sheet, printer=PRINTERS["home-bw"], imprint=IMPRINT)
    names = [one.name for one in CHECKS]
    assert len(set(names)) == len(names)
    assert [name for name in names if name in {one.check for one in found}] == list(
        dict.fromkeys(one.check for one in found)
    )


# ---- the imprint -------------------------------------------------------------------


@pytest.mark.parametrize("name", ["letter", "half-sheet"])
def test_an_imprint_is_read_on_every_copy(name: str) -> None:
    sheet = printed(words(), words(IMPRINT.words, top=60), code(), name=name)
    assert findings(sheet, name=name, imprint=IMPRINT) == ()


def test_an_imprint_with_a_word_left_out() -> None:
    sheet = printed(words("Paid for by Neighbours"), code())
    assert "cannot be read on the page 'front'" in only(findings(sheet, imprint=IMPRINT), "imprint")


def test_each_copy_without_its_imprint_is_told_of() -> None:
    found = findings(
        printed(words(), code(), name="half-sheet"), name="half-sheet", imprint=IMPRINT
    )
    assert [one.check for one in found] == ["imprint", "imprint"]


@pytest.mark.parametrize("size", [6, 9, 10.5])
def test_an_imprint_in_small_type(size: float) -> None:
    small = f'<span style="font-size:{size}pt">{IMPRINT.words}</span>'
    message = only(findings(printed(words(small), code()), imprint=IMPRINT), "imprint")
    assert "smaller than 12 pt" in message


def test_an_imprint_in_grey() -> None:
    grey = f'<span style="color:#999">{IMPRINT.words}</span>'
    message = only(findings(printed(words(grey), code()), imprint=IMPRINT), "imprint")
    assert "hardly stands out" in message


def test_imprints_for_other_pages_than_there_are() -> None:
    with pytest.raises(ValueError, match="imprints for 2 pages, but 1"):
        check(
            evidence_of(printed(words())), imposition_of("letter"), AT_HOME, [()], [None, IMPRINT]
        )


# ---- QR codes ----------------------------------------------------------------------


def test_a_code_for_another_address() -> None:
    message = only(findings(printed(code(OTHER))), "qr-codes")
    assert ADDRESS in message
    assert f"reads as {OTHER}" in message


def test_a_missing_code() -> None:
    message = only(findings(printed(words())), "qr-codes")
    assert message == f"The QR code for {ADDRESS} cannot be read on the page 'front'."


def test_a_code_too_many() -> None:
    both = printed(code(), code(OTHER, top=200))
    assert OTHER in only(findings(both), "qr-codes")


def test_the_same_code_twice_where_one_is_wanted() -> None:
    both = printed(code(), code(top=200))
    assert "not asked for" in only(findings(both), "qr-codes")
    assert findings(both, codes=[ADDRESS, ADDRESS]) == ()


def test_a_code_where_none_is_wanted() -> None:
    assert "not asked for" in only(findings(printed(code()), codes=()), "qr-codes")


def test_a_code_covered_by_a_patch() -> None:
    covered = printed(code(), patch(left=68, top=108, width=12, height=12))
    assert "cannot be read" in only(findings(covered), "qr-codes")


def test_a_code_covered_a_little_still_reads_but_is_reported() -> None:
    covered = printed(code(), patch(left=72, top=112, width=2.4, height=2.4))
    assert "lies over" in only(findings(covered), "qr-codes")


def test_a_light_code_on_dark_paper() -> None:
    inverted = printed(
        patch(left=50, top=90, width=50, height=50), code(ink="white", paper="black")
    )
    assert "cannot be read" in only(findings(inverted), "qr-codes")


@pytest.mark.parametrize(
    ("left", "top", "width", "height"),
    [
        (57.5, 95, 0.3, 30),  # a rule three modules to the left
        (60, 97.2, 23.2, 0.3),
        (86, 100, 10, 23.2),
        (58, 124.5, 1, 1),
    ],
    ids=["left", "above", "right", "a corner"],
)
def test_ink_within_four_modules_of_a_code(
    left: float, top: float, width: float, height: float
) -> None:
    near = printed(code(), patch(left=left, top=top, width=width, height=height))
    assert "less white around it" in only(findings(near), "qr-codes")


def test_ink_five_modules_from_a_code_is_no_fault() -> None:
    beside = patch(left=60 - 5 * 0.8, top=100, width=0.3, height=30)
    assert findings(printed(code(), beside)) == ()


def test_a_code_on_a_tint() -> None:
    tinted = printed(patch(left=40, top=80, width=80, height=80, colour="#ddd"), code())
    assert "less white around it" in only(findings(tinted), "qr-codes")


def test_a_code_with_small_modules() -> None:
    message = only(findings(printed(code(module=0.42))), "qr-codes")
    assert "0.42 mm" in message


# ---- edges -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("left", "top", "edge"),
    [(2, 60, "left"), (60, 2, "top"), (211, 60, "right"), (60, 275, "bottom")],
)
def test_ink_where_the_printer_leaves_none(left: float, top: float, edge: str) -> None:
    inked = printed(code(), patch(left=left, top=top, width=2, height=2))
    assert f"within 6.3 mm of the {edge} edge" in only(findings(inked), "printable-area")


def test_ink_up_to_the_printable_area_is_no_fault() -> None:
    page = FORMATS["letter"]
    inside = f"left:18pt; top:18pt; width:{page.width - 36}pt; height:{page.height - 36}pt"
    frame = f'<div style="{inside}; box-sizing:border-box; border:1pt solid black"></div>'
    assert findings(printed(code(), frame)) == ()


def test_a_printer_with_other_margins() -> None:
    wide = replace(AT_HOME, margins=Edges(bottom=mm(20)))
    evidence = evidence_of(printed(patch(left=60, top=262, width=5, height=5)))
    message = only(check(evidence, imposition_of("letter"), wide, [()]), "printable-area")
    assert "within 20.0 mm of the bottom edge" in message


def test_text_that_runs_over_the_cut_between_two_half_sheets() -> None:
    over = printed(words("much-too-long-a-word", left=120), code(), name="half-sheet")
    assert "Text runs over the edge of its panel" in texts(findings(over, name="half-sheet"))


def test_text_a_hair_from_the_cut() -> None:
    near = printed(words("to", left=135.4), code(), name="half-sheet")
    assert "Text runs over the edge of its panel, or too near it: 'to'" in texts(
        findings(near, name="half-sheet")
    )


def test_text_where_the_printer_cannot_print() -> None:
    found = findings(printed(words(left=4), code()))
    assert [one.check for one in found] == ["printable-area", "safe-area"]
    assert "cannot print: 'A clean sheet'" in texts(found)


def test_text_beside_a_code() -> None:
    found = findings(printed(code(), words("scan me", left=61, top=122)))
    assert {one.check for one in found} == {"qr-codes", "safe-area"}
    assert "'scan me'" in found[0].message


# ---- the file ----------------------------------------------------------------------


def test_a_wrong_trim_box() -> None:
    wrong = with_trim_box(printed(code()), (9, 9, 603, 783))
    message = only(findings(wrong), "size")
    assert "209.5 x 273.0 mm off the corner instead of 215.9 x 279.4 mm" in message


def test_a_sheet_of_another_size() -> None:
    found = findings(printed(code(), name="a4"), name="letter")
    assert [one.message for one in found if one.check == "size"] == [
        "The sheet measures 210.0 x 297.0 mm instead of 215.9 x 279.4 mm.",
        "The TrimBox measures 210.0 x 297.0 mm instead of 215.9 x 279.4 mm.",
    ]


def test_a_page_without_a_trim_box_and_with_all_that_viewers_obey() -> None:
    page = HandMade(
        content=quarters((100, 100, 200, 200)), media=(0, 0, 612, 792), rotate=180, user_unit=2
    )
    found = texts(findings(pdf_of(page), codes=()))
    assert "no TrimBox" in found
    assert "turned or scaled" in found


def test_a_side_too_few() -> None:
    one_sided = printed(code())
    both = imposition_of("letter")
    wanted = replace(both, sheets=(replace(both.sheets[0], back=both.sheets[0].front),))
    found = check(evidence_of(one_sided), wanted, AT_HOME, [[ExpectedCode(address=ADDRESS)]])
    assert only(found, "pages") == "The PDF has 1 page, but the job has 2 sides."


def test_a_font_that_is_not_in_the_file() -> None:
    page = HandMade(
        content="BT /F 12 Tf\n100 100 Td (Hello) Tj ET",
        media=(0, 0, 612, 792),
        trim=(0, 0, 612, 792),
    )
    assert "Helvetica" in only(findings(pdf_of(page), codes=()), "fonts")


def test_a_letter_that_no_font_has() -> None:
    missing = printed(words("here: \u0378"), code())  # not assigned to any letter
    assert (
        only(findings(missing), "missing-letters") == "An empty box is printed instead of: \u0378"
    )


# ---- the call ----------------------------------------------------------------------


def test_codes_are_given_for_every_page() -> None:
    with pytest.raises(ValueError, match="codes for 0 pages, but 1 pages"):
        check(evidence_of(printed(code())), imposition_of("letter"), AT_HOME, [])


def test_nothing_is_printed_while_checking(capfd: pytest.CaptureFixture[str]) -> None:
    findings(printed(words(), code()))
    assert capfd.readouterr() == ("", "")


def test_a_piece_of_ours_is_looked_at_whole() -> None:
    evidence = evidence_of(printed(words(), code()))
    (side,) = evidence.facts.pages
    cut = replace(side, content=replace(side.content, cut_short="part of it is damaged"))
    half = replace(evidence, sides=(replace(evidence.sides[0], facts=cut),))
    found = check(half, imposition_of("letter"), AT_HOME, [[ExpectedCode(address=ADDRESS)]])
    assert "Part of the page" in only(found, "readable")
