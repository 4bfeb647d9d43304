"""Pictures of too few pixels, of the wrong colours, or spoiled by compression."""

from faults.draft import Draft, stream
from faults.icc import screen
from faults.stuff import add_photograph, jpeg, photograph, shown
from faults.table import fault

PLACE = (36, 120, 114, 80)


@fault("image-resolution")
def picture_of_100_ppi(draft: Draft) -> None:
    """A third of what a press shows."""
    add_photograph(draft, width=158, height=111)


@fault("image-resolution", severity="warning")
def picture_of_200_ppi(draft: Draft) -> None:
    """A little soft."""
    add_photograph(draft, width=317, height=222)


@fault("image-resolution")
def picture_that_is_blown_up(draft: Draft) -> None:
    """Enough pixels for a stamp, printed over half the card."""
    add_photograph(draft, "Stamp", width=240, height=170)
    draft.front.parts["photo"] = "q 2 0 0 2 0 0 cm 67 0 0 40 18 60 cm /Stamp Do Q"
    draft.front.parts["plate"] = "0 0 0 0 k 170 111 92 92 re f"


@fault("image-resolution")
def picture_that_is_stretched(draft: Draft) -> None:
    """Enough pixels across, too few up."""
    add_photograph(draft, width=475, height=80)


@fault("image-resolution", "home")
def picture_of_50_ppi_at_home(draft: Draft) -> None:
    """A thumbnail from a website."""
    add_photograph(draft, width=79, height=55, space="DeviceRGB")


@fault("image-compression", severity="warning")
def picture_compressed_to_nothing(draft: Draft) -> None:
    """Quality 5: blocks of eight by eight pixels."""
    add_photograph(draft, quality=5)


# ---- colours -----------------------------------------------------------------------


@fault("colour-space", "shop", "shop-x1a")
def picture_in_rgb(draft: Draft) -> None:
    """As every camera gives it."""
    add_photograph(draft, space="DeviceRGB")


@fault("colour-space")
def picture_with_a_profile_of_a_screen(draft: Draft) -> None:
    """RGB all the same, though it says which."""
    icc = draft.add(stream(screen(), "/N 3"))
    _picture(draft, f"[/ICCBased {icc}]", photograph(475, 333, "DeviceRGB"))


@fault("colour-space")
def picture_with_a_palette_in_rgb(draft: Draft) -> None:
    """A PNG of 256 colours."""
    palette = "".join(f"{n:02x}{255 - n:02x}80" for n in range(256))
    indices = bytes(range(256)) * 620
    _pixels(draft, f"[/Indexed /DeviceRGB 255 <{palette}>]", indices[: 475 * 333])


@fault("colour-space")
def picture_in_lab(draft: Draft) -> None:
    """No plate has its name."""
    lab = "[/Lab << /WhitePoint [0.9642 1 0.8249] /Range [-100 100 -100 100] >>]"
    _pixels(draft, lab, bytes([128, 140, 120]) * (475 * 333))


@fault("colour-space", also=("image-resolution",))
def picture_in_the_page_itself(draft: Draft) -> None:
    """An inline image of four pixels, in RGB."""
    dots = b"\xff\x00\x00\x00\xff\x00\x00\x00\xff\xff\xff\x00".decode("latin-1")
    head = "BI /W 2 /H 2 /CS /RGB /BPC 8 ID "
    draft.front.parts["more"] = f"q 0.6 0 0 0.6 36 70 cm {head}{dots} EI Q"


@fault("grey", "home-bw", severity="warning")
def picture_in_colour_for_black_ink(draft: Draft) -> None:
    """It comes out as some grey or other."""
    add_photograph(draft, space="DeviceRGB")


@fault("total-ink")
def picture_with_too_much_ink(draft: Draft) -> None:
    """Shadows of 380 %, as a careless conversion leaves them."""
    from PIL import Image

    dark = Image.new("CMYK", (475, 333), (245, 240, 235, 250))
    add_photograph(draft, data=jpeg(dark, 92))


def _picture(draft: Draft, space: str, data: bytes) -> None:
    entries = f"/Width 475 /Height 333 /ColorSpace {space} /BitsPerComponent 8"
    image = f"/Type /XObject /Subtype /Image {entries} /Filter /DCTDecode"
    draft.name("XObject", "Photo", stream(data, image, packed=False))
    draft.front.parts["photo"] = shown("Photo", *PLACE)


def _pixels(draft: Draft, space: str, data: bytes) -> None:
    entries = f"/Width 475 /Height 333 /ColorSpace {space} /BitsPerComponent 8"
    draft.name("XObject", "Photo", stream(data, f"/Type /XObject /Subtype /Image {entries}"))
