"""Pages whose boxes, sizes or number are wrong, and ink that does not reach the bleed's edge."""

from copy import deepcopy

from faults.draft import Draft
from faults.good import BLEED, HEIGHT, WIDTH
from faults.stuff import area
from faults.table import fault

TINT = "0.04 0 0.12 0 k"


@fault("boxes", also=("bleed",))
def no_trim_box(draft: Draft) -> None:
    """Nobody can know where to cut."""
    for side in draft.sides:
        del side.boxes["TrimBox"]


@fault("size", said="trim")
def trim_box_of_another_size(draft: Draft) -> None:
    """2 mm less than was ordered, at the right."""
    for side in draft.sides:
        side.boxes["TrimBox"] = (0, 0, WIDTH - 5.7, HEIGHT)


@fault("boxes", also=("bleed", "pages"))
def trim_box_outside_the_media_box(draft: Draft) -> None:
    """Cut outside the paper."""
    draft.front.boxes["TrimBox"] = (0, 0, WIDTH + 20, HEIGHT)


@fault("boxes", also=("bleed",))
def trim_box_outside_the_bleed_box(draft: Draft) -> None:
    """The boxes are not one in the other."""
    draft.front.boxes["BleedBox"] = (10, 10, WIDTH - 10, HEIGHT - 10)


@fault("boxes")
def bleed_box_outside_the_media_box(draft: Draft) -> None:
    """More bleed is promised than there is paper."""
    draft.back.boxes["BleedBox"] = (-20, -20, WIDTH + 20, HEIGHT + 20)


@fault("boxes")
def crop_box_that_hides_the_bleed(draft: Draft) -> None:
    """What a viewer shows is what many a shop takes."""
    draft.front.boxes["CropBox"] = (0, 0, WIDTH, HEIGHT)


@fault("boxes", severity="warning")
def pages_that_are_rotated(draft: Draft) -> None:
    """Upright in a viewer and on its side on the plate."""
    for side in draft.sides:
        side.entries["Rotate"] = "90"


@fault("boxes", severity="warning", also=("bleed", "image-resolution"))
def pages_in_other_units(draft: Draft) -> None:
    """Twice the size, to those programs that know of /UserUnit."""
    for side in draft.sides:
        side.entries["UserUnit"] = "2"


@fault("pages")
def pages_of_mixed_sizes(draft: Draft) -> None:
    """The back is half an inch shorter than the front."""
    less = 36
    bleed = (-BLEED, less - BLEED, WIDTH + BLEED, HEIGHT + BLEED)
    draft.back.boxes |= {"MediaBox": bleed, "BleedBox": bleed, "TrimBox": (0, less, WIDTH, HEIGHT)}


@fault("pages")
def pages_upright_and_across(draft: Draft) -> None:
    """The same card, but its back lies on its side."""
    bleed = (-BLEED, -BLEED, HEIGHT + BLEED, WIDTH + BLEED)
    draft.back.boxes |= {"MediaBox": bleed, "BleedBox": bleed, "TrimBox": (0, 0, HEIGHT, WIDTH)}
    draft.back.parts = {"ground": area(TINT, *bleed)}


@fault("pages", severity="warning", said="scheme")
def pages_that_make_no_booklet(draft: Draft) -> None:
    """Three pages: a stapled booklet has four to a sheet."""
    draft.sides.append(deepcopy(draft.back))


# ---- bleed -------------------------------------------------------------------------


@fault("bleed")
def no_bleed(draft: Draft) -> None:
    """Colour up to the cut and no further."""
    for side in draft.sides:
        side.boxes |= dict.fromkeys(("MediaBox", "BleedBox"), (0, 0, WIDTH, HEIGHT))


@fault("bleed")
def no_bleed_box(draft: Draft) -> None:
    """As word processors write it: all boxes are the sheet."""
    for side in draft.sides:
        side.boxes = dict.fromkeys(("MediaBox", "TrimBox"), (0, 0, WIDTH, HEIGHT))


@fault("bleed")
def bleed_of_a_millimetre(draft: Draft) -> None:
    """There, but no cutter is that exact."""
    for side in draft.sides:
        side.boxes |= dict.fromkeys(("MediaBox", "BleedBox"), (-3, -3, WIDTH + 3, HEIGHT + 3))


@fault("bleed")
def bleed_on_three_edges(draft: Draft) -> None:
    """None at the foot, where the page was made one piece with another."""
    box = (-BLEED, 0, WIDTH + BLEED, HEIGHT + BLEED)
    for side in draft.sides:
        side.boxes |= dict.fromkeys(("MediaBox", "BleedBox"), box)


@fault("bleed")
def ink_that_stops_at_the_trim(draft: Draft) -> None:
    """The box is there, but nothing was drawn in it at the right."""
    for side in draft.sides:
        side.parts["ground"] = area(TINT, -BLEED, -BLEED, WIDTH, HEIGHT + BLEED)
    draft.front.parts["band"] = area("0.9 0.3 0.4 0.1 k", -BLEED, 310, WIDTH, HEIGHT + BLEED)


@fault("bleed")
def ink_that_stops_short_of_the_trim(draft: Draft) -> None:
    """A hair of white would show along the foot."""
    for side in draft.sides:
        side.parts["ground"] = area(TINT, -BLEED, 1, WIDTH + BLEED, HEIGHT + BLEED)


@fault("bleed", severity="warning")
def band_that_stops_at_the_trim(draft: Draft) -> None:
    """The tint goes on, but the dark band over it does not."""
    draft.front.parts["band"] = area("0.9 0.3 0.4 0.1 k", -BLEED, 310, WIDTH + BLEED, HEIGHT)


@fault("border", "union-shop")
def ink_in_the_white_border(draft: Draft) -> None:
    """A union shop prints no bleed: nothing may come near the cut."""
    draft.front.parts["band"] = area("0.9 0.3 0.4 0.1 k", 0, 310, WIDTH, HEIGHT)


@fault("printable-area", "home", "home-bw")
def ink_where_no_desktop_printer_prints(draft: Draft) -> None:
    """A band up to the edge of the paper."""
    draft.front.parts["band"] = area("0.35 g", 0, 310, WIDTH, HEIGHT)
