"""Type that is too small, badly made, or made of the wrong inks; lines that are too thin."""

from faults.draft import FIRST, Draft, stream
from faults.stuff import add_faces, area, line
from faults.table import fault

SMALL_PRINT = "Offer of help: come on Monday to the library."


def _add(draft: Draft, painted: str, **names: str) -> None:
    draft.front.parts["more"] = f"q {painted} Q"


# ---- fonts -------------------------------------------------------------------------


@fault("fonts")
def font_that_is_not_in_the_file(draft: Draft) -> None:
    """Helvetica, which is in no shop's file unless it was put there."""
    draft.name("Font", "H", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    _add(draft, f"0 0 0 1 k {line(SMALL_PRINT, 36, 70, font='H')}")


@fault("fonts")
def fonts_without_their_programs(draft: Draft) -> None:
    """Described to the last width, but not there."""
    add_faces(draft, embedded=False)


@fault("fonts")
def font_in_a_form_that_is_not_in_the_file(draft: Draft) -> None:
    """The form has resources of its own."""
    face = draft.add("<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>")
    form = (
        f"/Type /XObject /Subtype /Form /BBox [0 0 300 30] /Resources << /Font << /R {face} >> >>"
    )
    words = f"0 0 0 1 k BT /R 10 Tf 36 5 Td ({SMALL_PRINT}) Tj ET"
    draft.name("XObject", "Words", stream(words, form))
    _add(draft, "1 0 0 1 0 70 cm /Words Do")


@fault("missing-letters")
def letter_that_its_font_lacks(draft: Draft) -> None:
    """Glyph 0 is the empty box."""
    _add(draft, "0 0 0 1 k BT /C 12 Tf 36 70 Td <0000> Tj ET")


@fault("missing-letters")
def letter_that_a_simple_font_lacks(draft: Draft) -> None:
    """A Euro sign, which the subset was made without."""
    face = draft.objects[int(draft.resources["Font"]["T"].split()[0]) - FIRST].decode()
    lacking = "<< /BaseEncoding /WinAnsiEncoding /Differences [128 /.notdef] >>"
    draft.name("Font", "E", face.replace("/WinAnsiEncoding", lacking))
    _add(draft, r"0 0 0 1 k BT /E 12 Tf 36 70 Td (\200 5) Tj ET")


# ---- sizes -------------------------------------------------------------------------


@fault("type-size")
def type_of_four_points(draft: Draft) -> None:
    """Nobody can read it."""
    _add(draft, f"0 0 0 1 k {line(SMALL_PRINT, 36, 70, 4)}")


@fault("type-size")
def type_scaled_to_four_points(draft: Draft) -> None:
    """Ten points by name, and four by the matrix."""
    _add(draft, f"0.4 0 0 0.4 36 70 cm 0 0 0 1 k {line(SMALL_PRINT, 0, 0, 10)}")


@fault("type-size")
def type_of_one_unit_scaled_to_four_points(draft: Draft) -> None:
    """As typesetters write it: the size is all in the text matrix."""
    _add(draft, f"0 0 0 1 k BT /T 1 Tf 4 0 0 4 36 70 Tm ({SMALL_PRINT}) Tj ET")


@fault("type-size", "home", "home-bw", severity="warning")
def small_print_at_home(draft: Draft) -> None:
    """A desktop printer prints it no better."""
    _add(draft, f"0 g {line(SMALL_PRINT, 36, 70, 4.5)}")


@fault("reversed-type", severity="warning")
def reversed_type_of_six_points(draft: Draft) -> None:
    """White letters fill with the ink around them."""
    _add(draft, f"/Out gs 0 0 0 0 k {line(SMALL_PRINT, 36, 318, 6.2)}")


@fault("coloured-type", severity="warning")
def type_of_eight_points_in_three_inks(draft: Draft) -> None:
    """Three plates never fit so well."""
    _add(draft, f"0.6 0.7 0.5 0 k {line(SMALL_PRINT, 36, 70, 8)}")


@fault("thin-type", severity="warning")
def thin_face_of_eight_points(draft: Draft) -> None:
    """Strokes of a fifth of a point."""
    draft.objects[:] = [
        body.replace(b"SourceSans3-Regular /Encoding /Id", b"SourceSans3-Thin /Encoding /Id")
        for body in draft.objects
    ]
    _add(draft, f"0 0 0 1 k {line(SMALL_PRINT, 36, 70, 8, font='C')}")


# ---- black, white ------------------------------------------------------------------


@fault("rich-black")
def body_text_in_rich_black(draft: Draft) -> None:
    """Four inks in every letter, as office programs write black."""
    draft.front.parts["text"] = draft.front.parts["text"].replace("0 0 0 1 k", "0.6 0.4 0.4 1 k")


@fault("rich-black", also=("total-ink",))
def body_text_in_registration(draft: Draft) -> None:
    """All plates at once."""
    draft.front.parts["text"] = draft.front.parts["text"].replace("0 0 0 1 k", "1 1 1 1 k")


@fault("rich-black", also=("total-ink",))
def code_in_rich_black(draft: Draft) -> None:
    """A code whose edges blur as soon as a plate is off."""
    draft.front.parts["code"] = draft.front.parts["code"].replace("0 0 0 1 k", "0.5 0.4 0.4 1 k")


@fault("overprint")
def white_type_that_overprints(draft: Draft) -> None:
    """It leaves what is under it as it is: the title is gone."""
    draft.front.parts["title"] = draft.front.parts["title"].replace("/Out", "/Over")


@fault("overprint", "shop", "shop-x1a")
def white_area_that_overprints(draft: Draft) -> None:
    """The plate under the code would not be white."""
    draft.front.parts["plate"] = f"q /Over gs {draft.front.parts['plate']} Q"


# ---- lines -------------------------------------------------------------------------


@fault("hairlines")
def stroke_of_a_tenth_of_a_point(draft: Draft) -> None:
    """Gone, where the plate has no dot for it."""
    _add(draft, "0.1 w 0 0 0 1 K 36 70 m 270 70 l S")


@fault("hairlines")
def stroke_of_no_width(draft: Draft) -> None:
    """As thin as the device can: invisible on a plate of 2,400 dpi."""
    _add(draft, "0 w 0 0 0 1 K 36 70 m 270 70 l S")


@fault("hairlines")
def stroke_scaled_to_a_hairline(draft: Draft) -> None:
    """A point by name, an eighth by the matrix."""
    _add(draft, "0.125 0 0 0.125 36 70 cm 1 w 0 0 0 1 K 0 0 m 1800 0 l S")


@fault("hairlines")
def stroke_whose_width_is_in_its_state(draft: Draft) -> None:
    """A graphics state says /LW."""
    draft.name("ExtGState", "Thin", "<< /Type /ExtGState /LW 0.1 >>")
    _add(draft, "/Thin gs 0 0 0 1 K 36 70 m 270 70 l S")


@fault("hairlines")
def filled_rule_of_a_tenth_of_a_point(draft: Draft) -> None:
    """As web typesetters draw lines: a rectangle."""
    _add(draft, area("0 0 0 1 k", 36, 70, 270, 70.1))


@fault("hairlines")
def frame_of_a_tenth_of_a_point(draft: Draft) -> None:
    """A border: what is between two rectangles."""
    _add(draft, "0 0 0 1 k 36 60 234 25 re 36.1 60.1 233.8 24.8 re f*")
