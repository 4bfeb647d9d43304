"""Everything that a page paints, read from a few operators: colours, sizes, widths, places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awkward.building import stream
from flyers.press.read.content.paths import Path, filled
from flyers.press.read.content.tokens import StrayError, instructions
from painted_pages import WHOLE, box, content, paint

# ---- operators ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (b"1 -.5 +2. rg", [(b"rg", [1, -0.5, 2])]),
        (b"(a(b)c\\)\\101\\\nd) Tj", [(b"Tj", [b"a(b)c)Ad"])]),
        (b"<48 6> Tj", [(b"Tj", [b"H\x60"])]),
        (b"[<0041>-20<0042>5] TJ", [(b"TJ", [[b"\x00A\x00B", -15]])]),
        (b"[(a) -20 (b)] TJ", [(b"TJ", [[b"a", -20, b"b"]])]),
        (b"[3 1] 0 d", [(b"d", [[3, 1], 0])]),
        (b"/Span <</MCID 4/A[1 2]>> BDC", [(b"BDC", ["/Span", {"/MCID": 4, "/A": [1, 2]}])]),
        (b"q%a comment (\nQ", [(b"q", []), (b"Q", [])]),
        (b"true false null x", [(b"x", [True, False, None])]),
        (
            b"BI /W 2 /H 1 /BPC 8 /CS /RGB ID \x00 EI \x01 EI Q",
            [(b"BI", [{"/W": 2, "/H": 1, "/BPC": 8, "/CS": "/RGB"}, b"\x00 EI \x01"]), (b"Q", [])],
        ),
        (b"[1 2 re f", [(b"re", []), (b"f", [])]),
    ],
)
def test_a_content_stream_is_its_operators(text: bytes, expected: list[object]) -> None:
    assert [(name, operands) for name, operands, _, _ in instructions(text)] == expected


WORDS = (
    *(b"q", b"Tj", b"1", b"-.5", b"/N", b"true", b"[", b"]", b"[1 2]", b"<<", b">>", b"<41>"),
    *(b"(a", b"(a(b))", b")", b"BI", b"ID x EI", b"ID", b"%c\n", b"}"),
)


@given(st.lists(st.sampled_from(WORDS)).map(b" ".join))
def test_a_strict_reading_is_the_same_or_none(content: bytes) -> None:
    try:
        strict = list(instructions(content, strict=True))
    except StrayError:
        return
    assert strict == list(instructions(content))


# ---- colours -----------------------------------------------------------------------

TINT = "<< /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [0 1 0.5 0] /N 1 >>"
SPACES = (
    f"/ColorSpace << /Spot [/Separation /Brand#20Red /DeviceCMYK {TINT}]"
    f" /All [/Separation /All /DeviceCMYK {TINT}]"
    f" /Key [/Separation /Black /DeviceCMYK {TINT}]"
    f" /Two [/DeviceN [/Cyan /Black] /DeviceCMYK {TINT}]"
    f" /Mix [/DeviceN [/Cyan /Gold] /DeviceCMYK {TINT}]"
    " /Icc [/ICCBased 5 0 R] /Cal [/CalRGB << /WhitePoint [1 1 1] >>]"
    " /Lab [/Lab << /WhitePoint [1 1 1] >>] /Few [/Indexed /DeviceRGB 1 <000000ff8000>] >>"
)


@pytest.mark.parametrize(
    ("operators", "space", "values"),
    [
        ("", "grey", (0,)),
        ("0.5 g", "grey", (0.5,)),
        ("1 0 0 rg", "rgb", (1, 0, 0)),
        ("0 .9 .8 0 k", "cmyk", (0, 0.9, 0.8, 0)),
        ("/DeviceCMYK cs", "cmyk", (0, 0, 0, 1)),
        ("/DeviceCMYK cs 1 0 0 0 sc", "cmyk", (1, 0, 0, 0)),
        ("/Spot cs .4 scn", "spot", (0.4,)),
        ("/Key cs .4 scn", "cmyk", (0, 0, 0, 0.4)),
        ("/All cs", "cmyk", (1, 1, 1, 1)),
        ("/Two cs .2 .3 scn", "cmyk", (0.2, 0, 0, 0.3)),
        ("/Mix cs .2 .3 scn", "spot", (0.2, 0.3)),
        ("/Icc cs .2 .3 .4 .5 scn", "cmyk", (0.2, 0.3, 0.4, 0.5)),
        ("/Cal cs 1 1 0 scn", "rgb", (1, 1, 0)),
        ("/Lab cs 50 10 -10 scn", "lab", (50, 10, -10)),
        ("/Few cs 1 sc", "rgb", (1, 0.502, 0)),
        ("0 9 -3 2 k", "cmyk", (0, 1, 0, 1)),
    ],
)
def test_a_colour_is_told_by_what_is_printed(
    operators: str, space: str, values: tuple[float, ...]
) -> None:
    profile = stream(b"", "/N 4")
    colour = paint(f"{operators} 10 10 20 20 re f", SPACES, o5=profile).colour
    assert colour.space == space
    assert colour.values == pytest.approx(values, abs=1e-3)


def test_spots_have_names_and_process_inks_have_none() -> None:
    assert paint("/Spot cs 10 10 20 20 re f", SPACES).colour.spots == ("Brand Red",)
    assert paint("/Mix cs 10 10 20 20 re f", SPACES).colour.spots == ("Gold",)
    assert paint("/Two cs 10 10 20 20 re f", SPACES).colour.spots == ()


def test_strokes_have_a_colour_of_their_own() -> None:
    assert paint("1 0 0 rg 0 1 0 RG 10 10 m 90 10 l S").colour.values == (0, 1, 0)


def test_a_state_is_come_back_to() -> None:
    red, grey = content("q 1 0 0 rg 0 0 5 5 re f Q 20 0 5 5 re f").paints
    assert (red.colour.space, grey.colour.space) == ("rgb", "grey")


# ---- where, and how wide -----------------------------------------------------------


@pytest.mark.parametrize(
    ("operators", "line"),
    [
        ("2 w 10 10 m 90 10 l S", 2),
        ("2 w .1 0 0 .1 0 0 cm 100 100 m 900 100 l S", 0.2),
        ("0 w 10 10 m 90 10 l S", 0),
        ("10 10 80 .2 re f", 0.2),
        ("10 10 m 90 10 l 90 10.2 l 10 10.2 l f", 0.2),
        ("10 10 80 40 re 10.3 10.3 79.4 39.4 re f*", 0.3),
        # A border below alone, as a frame that has lost its other sides; the clip is all of it.
        ("10 10 80 3 re W n 10 10 80 40 re 10 10.5 80 39.5 re f*", 0.5),
        ("10 10 80 40 re f", None),
        ("10 10 80 .2 re 10 40 80 40 re f", None),
    ],
)
def test_the_width_of_a_line_whatever_draws_it(operators: str, line: float | None) -> None:
    found = paint(operators).line
    assert found == (None if line is None else pytest.approx(line, abs=0.02))


def test_an_area_that_the_clip_makes_a_line() -> None:
    one = paint("q 10 10 80 .1 re W n 0 0 200 100 re f Q")
    assert one.line == pytest.approx(0.1)
    assert one.box == box(10, 10, 90, 10.1)


def test_what_the_clip_hides_is_not_painted() -> None:
    assert content("q 0 0 5 5 re W n 50 50 5 5 re f Q").paints == ()
    assert content("300 300 5 5 re f").paints == ()


def test_areas_add_up_and_go_together_while_they_look_alike() -> None:
    one, other = content("0 0 10 10 re f 20 20 5 4 re f 1 g 30 30 5 5 re f").paints
    assert (one.area, one.box) == (120, box(0, 0, 25, 24))
    assert other.area == 25


@pytest.mark.parametrize("even_odd", [True, False])
def test_the_area_of_a_square_with_a_hole(even_odd: bool) -> None:
    path = Path()
    for low, high in ((0.0, 10.0), (2.0, 8.0)):
        path.rectangle([(low, low), (high, low), (high, high), (low, high)])
    assert filled(path, WHOLE, even_odd=even_odd)[0] == (64 if even_odd else 136)


def test_ticks_are_kept_one_by_one() -> None:
    found = content("1 w 50 0 m 50 8 l S 80 0 m 80 8 l S 0 50 m 90 50 l S 10 10 m 20 20 l S")
    assert found.ticks == (box(50, 0, 50, 8), box(80, 0, 80, 8))


# ---- text --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("operators", "size"),
    [
        ("BT /F 9 Tf 10 10 Td (Hello) Tj ET", 9),
        ("BT /F 1 Tf 9 0 0 9 10 10 Tm (Hello) Tj ET", 9),
        (".5 0 0 .5 0 0 cm BT /F 18 Tf 10 10 Td (Hello) Tj ET", 9),
        ("BT /F 9 Tf 0 1 -1 0 50 10 Tm (Hello) Tj ET", 9),
    ],
)
def test_the_size_of_type_as_it_is_printed(operators: str, size: float) -> None:
    one = paint(operators)
    assert (one.use, one.size, one.letters) == ("text", size, 5)


def test_a_line_of_text_is_as_wide_as_its_letters() -> None:
    one = paint("BT /C 10 Tf 20 50 Td [<00010002>500<0001>] TJ ET")
    # 5 and 2.5 points, then 5 back, then 5 more.
    assert (one.box.left, one.font) == (20, "Some-Face")
    assert one.box.right == pytest.approx(27.5)


def test_a_letter_without_a_glyph_is_counted() -> None:
    found = content("BT /C 10 Tf 20 50 Td <00010000> Tj ET")
    assert found.letters_missing == 1


def test_text_that_is_not_to_be_seen_is_not_painted() -> None:
    assert content("BT 3 Tr /F 9 Tf 10 10 Td (Hello) Tj ET").paints == ()


def test_outlined_text_is_a_stroke() -> None:
    one = paint("BT 1 Tr .1 w /F 9 Tf 10 10 Td (Hello) Tj ET")
    assert (one.use, one.stroked) == ("text", True)
    assert one.line == pytest.approx(0.1)
