"""Boxes that are missing, or not one in the other, where there is only one answer.

ISO 32000-1, 14.11.2: the trim lies within the bleed, and that within the media.
"""

from collections import defaultdict
from collections.abc import Iterator

from flyers.core.sheets import Box, Edges
from flyers.core.units import to_mm
from flyers.press.fixups.wanted import Leaf, Patient, Wanted, on_pages
from flyers.press.read.objects import box, followed

SLACK = 0.75
"""Points by which programs round the size of a page."""


def fix(patient: Patient, wanted: Wanted) -> Iterator[str]:
    """Every page by itself; pages of which the same is to be said, together."""
    said: dict[str, list[int]] = defaultdict(list)
    for number, leaf in enumerate(patient.leaves):
        for sentence in _page(leaf, wanted):
            said[sentence].append(number)
    for sentence, numbers in said.items():
        yield f"{on_pages(numbers)}: {sentence}"


def _page(leaf: Leaf, wanted: Wanted) -> Iterator[str]:
    unit = float(leaf.read.user_unit)
    media = _box(leaf, "MediaBox")
    if media is None:
        return
    yield from _within_the_paper(leaf, media)
    trim = _box(leaf, "TrimBox")
    if trim is None:
        trim, why = _certain_trim(leaf, media, wanted, unit)
        if trim is None:
            return
        leaf.entries["/TrimBox"] = trim
        yield f"TrimBox set to {_size(trim, unit)}, {why}."
    yield from _bleed(leaf, media, trim, wanted.bleed / unit, unit)
    crop = _box(leaf, "CropBox")
    if wanted.bleed and crop and not crop.contains(_box(leaf, "BleedBox") or trim):
        del leaf.entries["/CropBox"]
        yield "CropBox removed: it hid the bleed."


def _box(leaf: Leaf, name: str) -> Box | None:
    given = followed(leaf.entries.get(f"/{name}"))
    return given if given is None or isinstance(given, Box) else box(given)


def _within_the_paper(leaf: Leaf, media: Box) -> Iterator[str]:
    """What lies outside the paper is not there; but a trim outside it is somebody's mistake."""
    for name in ("BleedBox", "CropBox"):
        given = _box(leaf, name)
        if given is None or media.contains(given):
            continue
        inside = given.shared(media)
        if inside.width > 0 and inside.height > 0:
            leaf.entries[f"/{name}"] = inside
            yield f"{name} reached beyond the paper and ends with it now."


def _certain_trim(leaf: Leaf, media: Box, wanted: Wanted, unit: float) -> tuple[Box | None, str]:
    """The trim, and why; None where it could be one thing or another."""
    crop = (_box(leaf, "CropBox") or media).shared(media)
    bleed = wanted.bleed / unit
    for size in (wanted.finished,) if wanted.finished else wanted.sizes:
        asked = (size[0] / unit, size[1] / unit)
        for whole in (crop, media):
            if trim := _in_the_middle(whole, asked, bleed, leaf.read.rotation):
                around = " with the bleed around it" if trim.width < whole.width - SLACK else ""
                which = "the size that was declared" if wanted.finished else "a usual size"
                return trim, f"{which}{around}"
    if not wanted.finished and _all_around(crop, media) >= bleed - SLACK:
        return crop, "which is what is shown of it"
    return None, ""


def _in_the_middle(
    whole: Box, size: tuple[float, float], bleed: float, rotation: int
) -> Box | None:
    """A box of that size in the middle of another, with nothing or the bleed around it."""
    width, height = size if rotation % 180 == 0 else size[::-1]
    across, up = (whole.width - width) / 2, (whole.height - height) / 2
    if abs(across - up) > SLACK or not any(abs(across - edge) <= SLACK for edge in {0, bleed}):
        return None
    return whole.inset(Edges(left=across, right=across, top=up, bottom=up))


def _all_around(inner: Box, outer: Box) -> float:
    """How much of the outer box there is beyond the inner one, on the edge where it is least."""
    return min(
        inner.left - outer.left,
        inner.bottom - outer.bottom,
        outer.right - inner.right,
        outer.top - inner.top,
    )


def _bleed(leaf: Leaf, media: Box, trim: Box, bleed: float, unit: float) -> Iterator[str]:
    if not media.contains(trim):
        return
    given = _box(leaf, "BleedBox")
    whole = trim.inset(Edges.all(-bleed)).shared(media)
    if given is None and not trim.contains(whole):
        leaf.entries["/BleedBox"] = whole
        yield f"BleedBox set to {to_mm(_all_around(trim, whole) * unit):.1f} mm around the trim."
    elif given is not None and not given.contains(trim):
        leaf.entries["/BleedBox"] = whole
        yield "BleedBox lay within the trim and lies around it now."


def _size(given: Box, unit: float) -> str:
    return f"{to_mm(given.width * unit):.1f} x {to_mm(given.height * unit):.1f} mm"
