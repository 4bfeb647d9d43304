"""Page boxes that are missing or not nested, where there is only one answer.

ISO 32000-1, 14.11.2: the trim lies within the bleed, and that within the media.
"""

from collections.abc import Iterator

from flyers.core.boxes import Box, Edges
from flyers.core.units import to_mm
from flyers.press.fixups.editing import FileEdit, PageEdit, page_by_page
from flyers.press.fixups.wanted import Wanted
from flyers.press.read.boxes import rotation_of
from flyers.press.read.objects import box, followed

SLACK = 0.75
"""Points by which programs round the size of a page."""


def fix(file: FileEdit, wanted: Wanted) -> Iterator[str]:
    """Set the boxes of every page."""
    yield from page_by_page(file, lambda page: _page(page, wanted))


def _page(page: PageEdit, wanted: Wanted) -> Iterator[str]:
    unit = float(page.read.user_unit)
    media = _box(page, "MediaBox")
    if media is None:
        return
    yield from _within_the_paper(page, media)
    trim = _box(page, "TrimBox")
    if trim is None:
        trim, why = _certain_trim(page, media, wanted, unit)
        if trim is None:
            return
        page.entries["/TrimBox"] = trim
        yield f"TrimBox set to {_size(trim, unit)}, {why}."
    yield from _bleed(page, media, trim, wanted.bleed / unit, unit)
    crop = _box(page, "CropBox")
    if wanted.bleed and crop and not crop.contains(_box(page, "BleedBox") or trim):
        del page.entries["/CropBox"]
        yield "CropBox removed: it hid the bleed."


def _box(page: PageEdit, name: str) -> Box | None:
    given = followed(page.entries.get(f"/{name}"))
    return given if given is None or isinstance(given, Box) else box(given)


def _within_the_paper(page: PageEdit, media: Box) -> Iterator[str]:
    """Cut boxes off at the paper's edge; a trim beyond it is a mistake that only its maker can
    mend."""
    for name in ("BleedBox", "CropBox"):
        given = _box(page, name)
        if given is None or media.contains(given):
            continue
        inside = given.shared(media)
        if inside.width > 0 and inside.height > 0:
            page.entries[f"/{name}"] = inside
            yield f"{name} reached beyond the MediaBox; it ends there now."


def _certain_trim(
    page: PageEdit, media: Box, wanted: Wanted, unit: float
) -> tuple[Box | None, str]:
    """Return the trim and the reason for it; None where there are several possible ones."""
    crop = (_box(page, "CropBox") or media).shared(media)
    bleed = wanted.bleed / unit
    for size in (wanted.finished,) if wanted.finished else wanted.sizes:
        asked = (size[0] / unit, size[1] / unit)
        for whole in (crop, media):
            if trim := _in_the_middle(whole, asked, bleed, rotation_of(page.read)):
                around = " with the bleed around it" if trim.width < whole.width - SLACK else ""
                which = "the size given with --trim" if wanted.finished else "a usual size"
                return trim, f"{which}{around}"
    if not wanted.finished and _all_around(crop, media) >= bleed - SLACK:
        return crop, "the size that viewers show"
    return None, ""


def _in_the_middle(
    whole: Box, size: tuple[float, float], bleed: float, rotation: int
) -> Box | None:
    """Return a box of that size in the middle of another, with nothing or the bleed around it, else
    None."""
    width, height = size if rotation % 180 == 0 else size[::-1]
    across, up = (whole.width - width) / 2, (whole.height - height) / 2
    if abs(across - up) > SLACK or not any(abs(across - edge) <= SLACK for edge in {0, bleed}):
        return None
    return whole.inset(Edges(left=across, right=across, top=up, bottom=up))


def _all_around(inner: Box, outer: Box) -> float:
    """Return the least distance from an inner box to an outer one."""
    return min(
        inner.left - outer.left,
        inner.bottom - outer.bottom,
        outer.right - inner.right,
        outer.top - inner.top,
    )


def _bleed(page: PageEdit, media: Box, trim: Box, bleed: float, unit: float) -> Iterator[str]:
    if not media.contains(trim):
        return
    given = _box(page, "BleedBox")
    whole = trim.inset(Edges.all(-bleed)).shared(media)
    if given is None and not trim.contains(whole):
        page.entries["/BleedBox"] = whole
        yield f"BleedBox set to {to_mm(_all_around(trim, whole) * unit):.1f} mm around the trim."
    elif given is not None and not given.contains(trim):
        page.entries["/BleedBox"] = whole
        yield "BleedBox did not enclose the TrimBox; it lies around it now."


def _size(given: Box, unit: float) -> str:
    return f"{to_mm(given.width * unit):.1f} x {to_mm(given.height * unit):.1f} mm"
