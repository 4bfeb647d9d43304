"""Colours that a press has no ink for, too much ink, and what may not be seen through."""

from faults.draft import Draft, stream
from faults.good import PLATE
from faults.stuff import add_photograph, area, line
from faults.table import fault

PATCH = (40.0, 60.0, 140.0, 90.0)


def _patch(draft: Draft, colour: str) -> None:
    draft.front.parts["more"] = area(colour, *PATCH)


# ---- RGB ---------------------------------------------------------------------------


@fault("colour-space", "shop", "shop-x1a", "union-shop")
def area_in_rgb(draft: Draft) -> None:
    """The red of a website."""
    _patch(draft, "0.8 0.1 0.1 rg")


@fault("colour-space")
def text_in_rgb_black(draft: Draft) -> None:
    """Looks black, and is printed in four inks."""
    draft.front.parts["caption"] = f"0 0 0 rg {line('Read it all and sign:', 36, 98)}"


@fault("colour-space")
def stroke_in_rgb(draft: Draft) -> None:
    """A blue line."""
    draft.front.parts["more"] = "q 1 w 0.1 0.2 0.8 RG 36 70 m 200 70 l S Q"


@fault("colour-space")
def space_of_rgb_by_name(draft: Draft) -> None:
    """Set as a colour space, as some typesetters do."""
    _patch(draft, "/DeviceRGB cs 0.8 0.1 0.1 sc")


@fault("colour-space")
def calibrated_rgb(draft: Draft) -> None:
    """RGB by another name."""
    draft.name("ColorSpace", "Cal", "[/CalRGB << /WhitePoint [0.9505 1 1.089] >>]")
    _patch(draft, "/Cal cs 0.8 0.1 0.1 sc")


@fault("colour-space")
def shading_in_rgb(draft: Draft) -> None:
    """A gradient from a web page."""
    ramp = "<< /FunctionType 2 /Domain [0 1] /C0 [1 0 0] /C1 [0 0 1] /N 1 >>"
    shading = f"<< /ShadingType 2 /ColorSpace /DeviceRGB /Coords [40 0 140 0] /Function {ramp} >>"
    draft.name("Shading", "Ramp", shading)
    draft.front.parts["more"] = "q 40 60 100 30 re W n /Ramp sh Q"


@fault("colour-space")
def pattern_in_rgb(draft: Draft) -> None:
    """A gradient again, but as a pattern that fills."""
    ramp = "<< /FunctionType 2 /Domain [0 1] /C0 [1 0 0] /C1 [0 0 1] /N 1 >>"
    shading = f"<< /ShadingType 2 /ColorSpace /DeviceRGB /Coords [40 0 140 0] /Function {ramp} >>"
    draft.name("Pattern", "Fade", f"<< /Type /Pattern /PatternType 2 /Shading {shading} >>")
    _patch(draft, "/Pattern cs /Fade scn")


@fault("colour-space")
def tiles_in_rgb(draft: Draft) -> None:
    """Stripes: a little page that is repeated."""
    tile = (
        "/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 6 6] /XStep 6 /YStep 6"
    )
    draft.name("Pattern", "Tile", stream("1 0 0 rg 0 0 3 6 re f", f"{tile} /Resources << >>"))
    _patch(draft, "/Pattern cs /Tile scn")


@fault("colour-space")
def rgb_in_a_form_in_a_form(draft: Draft) -> None:
    """Where only those find it who go all the way down."""
    box = "/Type /XObject /Subtype /Form /BBox [0 0 400 400]"
    inner = draft.add(stream(area("0.8 0.1 0.1 rg", *PATCH), box))
    outer = f"{box} /Resources << /XObject << /Inner {inner} >> >>"
    draft.name("XObject", "Outer", stream("/Inner Do", outer))
    draft.front.parts["more"] = "q /Outer Do Q"


@fault("grey", "home-bw", severity="warning")
def area_in_colour_for_black_ink(draft: Draft) -> None:
    """The printer turns it into whatever grey it likes."""
    _patch(draft, "0.8 0.1 0.1 rg")


# ---- spots, overmuch ink -----------------------------------------------------------


@fault("spot-colours", also=("colour-space",))
def spot_colour(draft: Draft) -> None:
    """A fifth plate that nobody ordered."""
    ramp = "<< /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [0 0.9 0.8 0] /N 1 >>"
    draft.name("ColorSpace", "Spot", f"[/Separation /House#20Red /DeviceCMYK {ramp}]")
    _patch(draft, "/Spot cs 1 scn")


@fault("spot-colours", also=("colour-space",))
def two_spots_in_one_space(draft: Draft) -> None:
    """Two plates that nobody ordered."""
    ramp = stream("{ 0 0 }", "/FunctionType 4 /Domain [0 1 0 1] /Range [0 1 0 1 0 1 0 1]")
    space = f"[/DeviceN [/Gold /Silver] /DeviceCMYK {draft.add(ramp)}]"
    draft.name("ColorSpace", "Metals", space)
    _patch(draft, "/Metals cs 0.5 0.5 scn")


@fault("total-ink")
def area_of_360_per_cent(draft: Draft) -> None:
    """Ink that does not dry before the next sheet lies on it."""
    _patch(draft, "0.9 0.9 0.9 0.9 k")


@fault("total-ink")
def area_of_360_per_cent_in_a_form(draft: Draft) -> None:
    """The same, one level down."""
    box = "/Type /XObject /Subtype /Form /BBox [0 0 400 400]"
    draft.name("XObject", "Dark", stream(area("0.9 0.9 0.9 0.9 k", *PATCH), box))
    draft.front.parts["more"] = "q /Dark Do Q"


@fault("total-ink")
def shading_with_too_much_ink(draft: Draft) -> None:
    """A gradient from paper to 400 %."""
    ramp = "<< /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [1 1 1 1] /N 1 >>"
    shading = f"<< /ShadingType 2 /ColorSpace /DeviceCMYK /Coords [40 0 140 0] /Function {ramp} >>"
    draft.name("Shading", "Ramp", shading)
    draft.front.parts["more"] = "q 40 60 100 30 re W n /Ramp sh Q"


# ---- transparency ------------------------------------------------------------------


@fault("transparency", "shop-x1a")
def half_seen_through(draft: Draft) -> None:
    """A constant of one half."""
    draft.name("ExtGState", "Half", "<< /Type /ExtGState /ca 0.5 >>")
    draft.front.parts["more"] = f"q /Half gs {area('0 0.5 0.5 0 k', *PATCH)} Q"


@fault("transparency", "shop-x1a")
def soft_mask(draft: Draft) -> None:
    """Seen through where another picture is light."""
    group = "/Group << /S /Transparency /CS /DeviceGray >>"
    form = f"/Type /XObject /Subtype /Form /BBox [0 0 300 300] {group}"
    mask = draft.add(stream(area("0.5 g", *PATCH), form))
    state = f"<< /Type /ExtGState /SMask << /S /Luminosity /G {mask} >> >>"
    draft.name("ExtGState", "Mask", state)
    draft.front.parts["more"] = f"q /Mask gs {area('0 0.5 0.5 0 k', *PATCH)} Q"


@fault("transparency", "shop-x1a")
def blend_mode(draft: Draft) -> None:
    """Multiplied with what is under it."""
    draft.name("ExtGState", "Blend", "<< /Type /ExtGState /BM /Multiply >>")
    draft.front.parts["more"] = f"q /Blend gs {area('0 0.5 0.5 0 k', *PATCH)} Q"


@fault("transparency", "shop-x1a")
def transparency_group(draft: Draft) -> None:
    """The page is one, as many a program writes without need."""
    draft.front.entries["Group"] = "<< /S /Transparency /CS /DeviceCMYK >>"


@fault("transparency", "shop-x1a")
def picture_with_a_soft_mask(draft: Draft) -> None:
    """A PNG with an edge that fades."""
    fade = "/Type /XObject /Subtype /Image /Width 16 /Height 16 /ColorSpace /DeviceGray"
    mask = draft.add(stream(bytes(range(256)), f"{fade} /BitsPerComponent 8"))
    add_photograph(draft, entries=f"/SMask {mask}")


@fault("layers", "shop-x1a")
def layers(draft: Draft) -> None:
    """A layer with a note to the printer, which may or may not be printed."""
    layer = draft.name("Properties", "Note", "<< /Type /OCG /Name (Note to the printer) >>")
    draft.catalog["OCProperties"] = f"<< /OCGs [{layer}] /D << /Order [{layer}] /ON [{layer}] >> >>"
    note = line("please do not cut", 36, 70)
    draft.front.parts["more"] = f"/OC /Note BDC q 0 0 0 1 k {note} Q EMC"


@fault("layers")
def layer_that_is_off(draft: Draft) -> None:
    """Off on the screen; on a plate, who knows."""
    layer = draft.name("Properties", "Off", "<< /Type /OCG /Name (Old imprint) >>")
    draft.catalog["OCProperties"] = f"<< /OCGs [{layer}] /D << /OFF [{layer}] /BaseState /ON >> >>"
    old = f"q 0 0 0 1 k {line('Paid for by nobody', 36, 70)} Q"
    draft.front.parts["more"] = f"/OC /Off BDC {old} EMC"


@fault("colour-space")
def rgb_under_something_else(draft: Draft) -> None:
    """The plate covers it, but it is on the plates all the same."""
    draft.front.over("photo", hidden=area("1 0 0 rg", *PLATE))
