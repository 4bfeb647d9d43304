"""Faults where only those find them who know all of PDF's ways to say the same."""

from faults.draft import Draft, stream
from faults.good import WIDTH
from faults.icc import screen
from faults.stuff import add_photograph, area, line, shown
from faults.table import fault

PATCH = (40.0, 60.0, 140.0, 90.0)
CMYK_RANGE = "/Domain [0 1] /Range [0 1 0 1 0 1 0 1]"


def _add(draft: Draft, painted: str) -> None:
    draft.front.parts["more"] = f"q {painted} Q"


# ---- colours by other names --------------------------------------------------------


@fault("colour-space")
def fill_with_a_profile_of_a_screen(draft: Draft) -> None:
    """RGB, and said which."""
    draft.name("ColorSpace", "Screen", f"[/ICCBased {draft.add(stream(screen(), '/N 3'))}]")
    _add(draft, area("/Screen cs 0.8 0.1 0.1 scn", *PATCH))


@fault("colour-space", "shop-x1a")
def fill_in_lab(draft: Draft) -> None:
    """A colour as the eye sees it."""
    draft.name("ColorSpace", "Lab", "[/Lab << /WhitePoint [0.9642 1 0.8249] >>]")
    _add(draft, area("/Lab cs 50 40 20 scn", *PATCH))


@fault("colour-space", "shop-x1a")
def grey_with_a_calibration(draft: Draft) -> None:
    """PDF/X-1a has the device's own inks and no others."""
    draft.name("ColorSpace", "Cal", "[/CalGray << /WhitePoint [0.9642 1 0.8249] >>]")
    _add(draft, area("/Cal cs 0.5 scn", *PATCH))


@fault("colour-space")
def mask_painted_in_rgb(draft: Draft) -> None:
    """The picture has no colour, and the brush has."""
    entries = "/Width 400 /Height 400 /ImageMask true /BitsPerComponent 1"
    dots = bytes([0xAA, 0x55] * 25) * 400
    draft.name("XObject", "Ink", stream(dots, f"/Type /XObject /Subtype /Image {entries}"))
    _add(draft, f"0.8 0 0 rg {shown('Ink', 40, 52, 48, 48)}")


@fault("colour-space")
def letters_that_are_drawn_in_rgb(draft: Draft) -> None:
    """A font whose letters are little pages."""
    glyph = draft.add(stream("600 0 d0 0.8 0 0 rg 0 0 500 500 re f"))
    draft.name(
        "Font",
        "D",
        "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 600 600] /FontMatrix [0.001 0 0 0.001 0 0] "
        f"/CharProcs << /a {glyph} >> /Encoding << /Differences [97 /a] >> /FirstChar 97 "
        "/LastChar 97 /Widths [600] /Resources << >> >>",
    )
    _add(draft, f"0 0 0 1 k {line('aaaa', 36, 70, 20, font='D')}")


@fault("colour-space")
def rgb_that_is_set_and_kept(draft: Draft) -> None:
    """The colour was chosen before, and comes back with the state."""
    _add(draft, f"0.8 0.1 0.1 rg q 0 0 0 1 k Q {area('', *PATCH)}")


@fault("spot-colours")
def picture_in_a_spot_colour(draft: Draft) -> None:
    """A duotone: one channel, and an ink of its own."""
    ramp = f"<< /FunctionType 2 {CMYK_RANGE} /C0 [0 0 0 0] /C1 [0 0.9 0.8 0] /N 1 >>"
    entries = "/Width 475 /Height 333 /BitsPerComponent 8"
    space = f"/ColorSpace [/Separation /House#20Red /DeviceCMYK {ramp}]"
    image = f"/Type /XObject /Subtype /Image {entries} {space}"
    draft.name("XObject", "Photo", stream(bytes([90]) * (475 * 333), image))


@fault("rich-black", also=("total-ink",))
def text_on_every_plate_by_name(draft: Draft) -> None:
    """Separation All is for marks."""
    ramp = f"<< /FunctionType 2 {CMYK_RANGE} /C0 [0 0 0 0] /C1 [1 1 1 1] /N 1 >>"
    draft.name("ColorSpace", "All", f"[/Separation /All /DeviceCMYK {ramp}]")
    _add(draft, f"/All cs 1 scn {line('Come on Monday.', 36, 70)}")


@fault("overprint")
def white_as_grey_that_overprints(draft: Draft) -> None:
    """1 g is paper too, in a shape that would cover something."""
    _add(draft, f"/Over gs {area('1 g', 60, 140, 120, 180)}")


@fault("transparency", severity="warning")
def page_that_blends_in_rgb(draft: Draft) -> None:
    """Inks become light and inks again."""
    draft.front.entries["Group"] = "<< /S /Transparency /CS /DeviceRGB >>"
    draft.name("ExtGState", "Half", "<< /Type /ExtGState /ca 0.5 >>")
    _add(draft, f"/Half gs {area('0 0.5 0.5 0 k', *PATCH)}")


@fault("transparency", "shop-x1a")
def strokes_seen_through(draft: Draft) -> None:
    """The constant of strokes, not of fills."""
    draft.name("ExtGState", "Half", "<< /Type /ExtGState /CA 0.5 >>")
    _add(draft, "/Half gs 4 w 0 0.5 0.5 0 K 40 70 m 200 70 l S")


# ---- type, lines, edges ------------------------------------------------------------


@fault("thin-type", severity="warning")
def letters_as_outlines_of_a_hair(draft: Draft) -> None:
    """Stroked, not filled."""
    _add(draft, f"1 Tr 0.1 w 0 0 0 1 K {line('Come on Monday.', 36, 70, 20)}")


@fault("type-size")
def small_type_in_a_form_that_is_scaled(draft: Draft) -> None:
    """Half of eight points."""
    words = stream(
        f"0 0 0 1 k {line('Come on Monday, all of you, and bring a friend.', 0, 5, 8)}",
        "/Type /XObject /Subtype /Form /BBox [0 0 400 30] "
        f"/Resources << /Font << /T {draft.resources['Font']['T']} >> >>",
    )
    draft.name("XObject", "Words", words)
    _add(draft, "0.5 0 0 0.5 36 70 cm /Words Do")


@fault("type-size")
def small_type_by_a_state_of_graphics(draft: Draft) -> None:
    """The font is set where nobody looks for it."""
    face = draft.resources["Font"]["T"]
    draft.name("ExtGState", "Tiny", f"<< /Type /ExtGState /Font [{face} 4] >>")
    _add(draft, "/Tiny gs 0 0 0 1 k BT 36 70 Td (Come on Monday, all of you.) Tj ET")


@fault("bleed")
def picture_that_ends_at_the_cut(draft: Draft) -> None:
    """All else runs over it."""
    add_photograph(draft, width=950, height=666)
    draft.front.parts["photo"] = shown("Photo", WIDTH - 100, 10, 100, 70)
    draft.front.parts["ground"] = area("0 0 0 0 k", -9, -9, WIDTH + 9, 405)


# ---- the document ------------------------------------------------------------------


@fault("scripts", also=("annotations",))
def script_after_a_link(draft: Draft) -> None:
    """The link leads to a page, and then on to a program."""
    then = "/Next << /S /JavaScript /JS (1) >>"
    action = f"/A << /S /URI /URI (https://orchard.example) {then} >>"
    note = draft.add(f"<< /Type /Annot /Subtype /Link /Rect [40 40 90 60] {action} >>")
    draft.front.entries["Annots"] = f"[{note}]"


@fault("layers", "shop-x1a")
def picture_on_a_layer(draft: Draft) -> None:
    """The picture itself says that it may be off."""
    layer = draft.add("<< /Type /OCG /Name (Photo) >>")
    draft.catalog["OCProperties"] = f"<< /OCGs [{layer}] /D << /ON [{layer}] >> >>"
    add_photograph(draft, entries=f"/OC {layer}")
