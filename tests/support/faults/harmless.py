"""Things that look like faults and are none: nothing may be said of them."""

from collections.abc import Callable
from dataclasses import dataclass
from inspect import cleandoc

from faults.draft import Draft, stream
from faults.good import HEIGHT, TITLE, WIDTH, good
from faults.icc import press
from faults.stuff import add_photograph, area, jpeg, line, shown

Change = Callable[[Draft], None]


@dataclass(frozen=True, kw_only=True)
class Harmless:
    """A change that leaves a good file good, for that printer."""

    name: str
    printer: str
    change: Change
    note: str

    def __str__(self) -> str:
        return self.name

    def pdf(self) -> bytes:
        draft = good(self.printer)
        self.change(draft)
        return draft.written()


HARMLESS: dict[str, Harmless] = {}

PATCH = (40.0, 60.0, 140.0, 90.0)


def harmless(*printers: str) -> Callable[[Change], Change]:
    """Put what the function does into the table, for each of the printers."""

    def entered(change: Change) -> Change:
        for printer in printers or ("shop",):
            name = f"{change.__name__.replace('_', '-')}-{printer}"
            note = cleandoc(change.__doc__ or "")
            HARMLESS[name] = Harmless(name=name, printer=printer, change=change, note=note)
        return change

    return entered


def _add(draft: Draft, painted: str) -> None:
    draft.front.parts["more"] = f"q {painted} Q"


# ---- inks --------------------------------------------------------------------------


@harmless("shop", "shop-x1a")
def black_as_grey(draft: Draft) -> None:
    """DeviceGray is black ink."""
    _add(draft, f"0 g {line('Come on Monday.', 36, 70)}")


@harmless("shop", "shop-x1a")
def black_by_its_name(draft: Draft) -> None:
    """Separation Black is no spot colour."""
    ramp = "<< /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [0 0 0 1] /N 1 >>"
    draft.name("ColorSpace", "K", f"[/Separation /Black /DeviceCMYK {ramp}]")
    _add(draft, f"/K cs 1 scn {line('Come on Monday.', 36, 70)}")


@harmless("shop", "shop-x1a")
def two_process_inks_by_name(draft: Draft) -> None:
    """DeviceN of Cyan and Black wants no plate of its own."""
    ramp = stream("{ 0 0 3 -1 roll }", "/FunctionType 4 /Domain [0 1 0 1] /Range [0 1 0 1 0 1 0 1]")
    space = f"[/DeviceN [/Cyan /Black] /DeviceCMYK {draft.add(ramp)}]"
    draft.name("ColorSpace", "Duo", space)
    _add(draft, area("/Duo cs 0.3 0.2 scn", *PATCH))


@harmless()
def rich_black_in_an_area(draft: Draft) -> None:
    """That is what it is for."""
    _add(draft, area("0.6 0.4 0.4 1 k", *PATCH))


@harmless()
def rich_black_in_a_headline(draft: Draft) -> None:
    """Forty points are an area as well."""
    draft.back.parts["text"] = f"0.6 0.4 0.4 1 k {line('Orchard', 36, 330, 40)}"


@harmless()
def inks_with_a_profile_of_a_press(draft: Draft) -> None:
    """CMYK, and said which."""
    draft.name("ColorSpace", "Press", f"[/ICCBased {draft.add(stream(press(), '/N 4'))}]")
    _add(draft, area("/Press cs 0.2 0.3 0.1 0 scn", *PATCH))


@harmless("shop", "shop-x1a")
def a_gradient_of_inks(draft: Draft) -> None:
    """From one tint to another."""
    ramp = "<< /FunctionType 2 /Domain [0 1] /C0 [0.1 0 0 0] /C1 [0.6 0.2 0 0.1] /N 1 >>"
    shading = f"<< /ShadingType 2 /ColorSpace /DeviceCMYK /Coords [40 0 140 0] /Function {ramp} >>"
    draft.name("Shading", "Ramp", shading)
    _add(draft, "40 60 100 30 re W n /Ramp sh")


@harmless()
def small_black_type_over_a_picture(draft: Draft) -> None:
    """Overprinting is right for black."""
    _add(draft, f"/Over gs 0 0 0 1 k {line('Photo: a neighbour', 40, 124, 7)}")


@harmless()
def a_speck_of_all_inks(draft: Draft) -> None:
    """A few square millimetres dry."""
    _add(draft, area("0.9 0.9 0.9 0.9 k", 40, 60, 50, 68))


@harmless()
def something_seen_through_in_inks(draft: Draft) -> None:
    """PDF/X-4 is made for that."""
    draft.name("ExtGState", "Half", "<< /Type /ExtGState /ca 0.5 >>")
    draft.front.entries["Group"] = "<< /S /Transparency /CS /DeviceCMYK >>"
    _add(draft, f"/Half gs {area('0 0.5 0.5 0 k', *PATCH)}")


@harmless("home", "web")
def colours_of_a_screen(draft: Draft) -> None:
    """No desktop printer minds RGB, nor transparency."""
    draft.name("ExtGState", "Half", "<< /Type /ExtGState /ca 0.5 >>")
    marked = f"/Half gs {area('0.8 0.1 0.1 rg', *PATCH)}"
    draft.front.parts["more"] = f"/Artifact BMC q {marked} Q EMC"


# ---- pictures ----------------------------------------------------------------------


@harmless()
def a_picture_on_its_side(draft: Draft) -> None:
    """Its pixels are as many as before."""
    draft.front.parts["photo"] = "q 0 114 -80 0 140 95 cm /Photo Do Q"


@harmless()
def a_picture_aslant(draft: Draft) -> None:
    """Turned by thirty degrees and put smaller."""
    draft.front.parts["photo"] = "q 69.3 40 -28 48.5 70 95 cm /Photo Do Q"


@harmless()
def a_mirrored_picture(draft: Draft) -> None:
    """From right to left."""
    draft.front.parts["photo"] = "q -114 0 0 80 150 120 cm /Photo Do Q"


@harmless()
def a_picture_that_bleeds_and_is_cropped(draft: Draft) -> None:
    """Larger than the page, of which a window is shown."""
    draft.front.parts["photo"] = "q 36 120 60 60 re W n 150 0 0 105 20 100 cm /Photo Do Q"
    add_photograph(draft, width=950, height=666)


@harmless()
def a_drawing_of_one_bit(draft: Draft) -> None:
    """600 pixels to the inch, painted in black through a mask."""
    entries = "/Width 400 /Height 400 /ImageMask true /BitsPerComponent 1"
    dots = bytes([0xAA, 0x55] * 25) * 400
    draft.name("XObject", "Ink", stream(dots, f"/Type /XObject /Subtype /Image {entries}"))
    _add(draft, f"0 0 0 1 k {shown('Ink', 40, 52, 48, 48)}")


@harmless("shop", "shop-x1a")
def a_palette_of_inks(draft: Draft) -> None:
    """Indexed, but over CMYK."""
    palette = "".join(f"{n // 2:02x}20400a" for n in range(256))
    data = (bytes(range(256)) * 620)[: 475 * 333]
    entries = f"/Width 475 /Height 333 /ColorSpace [/Indexed /DeviceCMYK 255 <{palette}>]"
    image = f"/Type /XObject /Subtype /Image {entries} /BitsPerComponent 8"
    draft.name("XObject", "Photo", stream(data, image))


@harmless()
def a_picture_in_grey(draft: Draft) -> None:
    """Black ink alone."""
    add_photograph(draft, space="DeviceGray")


@harmless()
def a_dark_picture(draft: Draft) -> None:
    """Shadows of 290 %."""
    from PIL import Image

    shade = Image.new("CMYK", (475, 333), (190, 170, 170, 200))
    add_photograph(draft, data=jpeg(shade, 92))


# ---- type, lines -------------------------------------------------------------------


@harmless()
def a_line_of_a_quarter_of_a_point(draft: Draft) -> None:
    """Just the thinnest."""
    _add(draft, "0.25 w 0 0 0 1 K 36 70 m 270 70 l S")


@harmless()
def a_clip_as_thin_as_a_hair(draft: Draft) -> None:
    """What is clipped by it is not painted as a line."""
    _add(draft, "36 70 100 0.05 re W n")


@harmless()
def a_figure_of_a_footnote(draft: Draft) -> None:
    """One small letter is no text."""
    draft.front.parts["more"] = f"q 0 0 0 1 k {line('2', 250, 224, 5.2)} Q"


@harmless()
def text_that_is_not_printed(draft: Draft) -> None:
    """As readers of scanned pages put it over the picture, in a font of nobody's."""
    draft.name("Font", "H", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    _add(draft, f"3 Tr {line('Keep the orchard open', 36, 200, 4, font='H')}")


@harmless()
def a_font_that_nothing_is_set_in(draft: Draft) -> None:
    """Programs list Helvetica whether they need it or not."""
    draft.name("Font", "H", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")


@harmless()
def a_soft_hyphen_and_a_tab(draft: Draft) -> None:
    """Letters that are not seen."""
    _add(draft, r"0 0 0 1 k BT /T 9 Tf 36 70 Td (Come\255 on\011Monday) Tj ET")


# ---- pages, edges ------------------------------------------------------------------


@harmless("shop", "shop-x1a")
def crop_marks_around_the_bleed(draft: Draft) -> None:
    """Registration colour, beyond the bleed, where it is right."""
    wide = (-36, -36, WIDTH + 36, HEIGHT + 36)
    for side in draft.sides:
        side.boxes["MediaBox"] = wide
        side.parts["marks"] = (
            "q 1 1 1 1 K 0.25 w -32 0 m -14 0 l S 0 -32 m 0 -14 l S "
            f"{WIDTH + 14:g} {HEIGHT:g} m {WIDTH + 32:g} {HEIGHT:g} l S Q "
            f"q 0 0 0 1 k {line(f'{TITLE}, 2 pages, 5 May', 20, -30, 5)} Q"
        )


@harmless()
def more_bleed_than_is_asked_for(draft: Draft) -> None:
    """Five millimetres, where an eighth of an inch would do."""
    for side in draft.sides:
        side.boxes |= dict.fromkeys(("MediaBox", "BleedBox"), (-14, -14, WIDTH + 14, HEIGHT + 14))
        side.parts["ground"] = area("0.04 0 0.12 0 k", -14, -14, WIDTH + 14, HEIGHT + 14)
    band = area("0.9 0.3 0.4 0.1 k", -14, 310, WIDTH + 14, HEIGHT + 14)
    draft.front.parts["band"] = band


@harmless()
def a_page_that_begins_elsewhere(draft: Draft) -> None:
    """Boxes far from the origin."""
    for side in draft.sides:
        side.boxes = {
            name: (left + 1000, bottom - 500, right + 1000, top - 500)
            for name, (left, bottom, right, top) in side.boxes.items()
        }
        side.parts = {"moved": f"q 1 0 0 1 1000 -500 cm {' '.join(side.parts.values())} Q"}


@harmless("home", "home-bw", "union-shop")
def a_frame_within_the_margins(draft: Draft) -> None:
    """Three tenths of an inch from the edge."""
    black = "0 0 0 1 K" if "0 0 0 1 k" in draft.front.parts["text"] else "0 G"
    frame = f"{black} 1 w 22 22 {WIDTH - 44:g} {HEIGHT - 44:g} re S"
    draft.back.parts["frame"] = f"q {frame} Q"


@harmless("shop", "home")
def a_link_of_the_table_of_contents(draft: Draft) -> None:
    """Outlines lie on no page."""
    item = draft.add("<< /Title (Front) /Parent 99 0 R /Dest [1000 0 R /Fit] >>")
    draft.catalog["Outlines"] = draft.add(f"<< /Type /Outlines /First {item} /Last {item} >>")
