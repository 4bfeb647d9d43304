"""Every QR code is read back from the picture of the sheet, as a phone would read it."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate

from flyers.catalogue.contrast import contrast
from flyers.core.boxes import Box, Edges
from flyers.core.findings import Finding
from flyers.core.units import mm, to_mm
from flyers.preflight.case import Case, CheckedSide
from flyers.preflight.check import Check, everywhere
from flyers.preflight.evidence import ReadCode, darkest

WHITE = 248
"""The darkest grey in a quiet zone, of 255."""

CONTRAST = 3.0
"""Between a code's light and dark modules, as the eye sees light (WCAG 2.1, relative luminance):
less is not enough for a camera in dim light."""

LEAST_MODULE = mm(0.5)
"""Size that phones read on a hand-held flyer; GS1 allows 0.396 mm on labels."""

MODULE_SLACK = mm(0.01)

COVERED = "Take away what lies over the code, or make the code larger."
SURPLUS = "Take the code out of the layout or the picture that it comes from."


def find(case: Case) -> Iterator[Finding]:
    """Compare the codes that were read with those expected, and check how well they can be read."""
    for side in case.sides:
        if all(page.codes is None for page in side.pages):
            yield from _unread(side)
        else:
            yield from _wrong_codes(side)
        for code in side.evidence.codes:
            yield from _poor_code(side, code)


def _unread(side: CheckedSide) -> Iterator[Finding]:
    """Yield the codes of a stranger's page that are seen but cannot be read."""
    for box in side.evidence.unread:
        yield _finding(side, f"The QR code {side.where(box)} cannot be read.", COVERED, box)
    for code in side.evidence.light_codes:
        yield _finding(
            side,
            f"The QR code for {code.text} is light on dark, which many phones do not read.",
            "Make it dark on light.",
            code.box,
        )


def _wrong_codes(side: CheckedSide) -> Iterator[Finding]:
    """Yield the differences between the codes expected on a page and those read there."""
    found: dict[int | None, Counter[str]] = {}
    for code in side.evidence.codes:
        found.setdefault(_home(side, code.box), Counter())[code.text] += 1
    for text in found.pop(None, Counter()):
        yield _finding(side, f"A QR code for {text} lies outside all pages of the piece.", SURPLUS)
    for index, page in enumerate(side.pages):
        wanted = Counter(code.address for code in page.codes or ())
        got = found.get(index, Counter())
        strangers = ", ".join((got - wanted).elements())
        for address in (wanted - got).elements():
            instead = f"; what is there reads as {strangers}" if strangers else ""
            yield _finding(
                side,
                f"The QR code for {address} cannot be read on the page {page.name!r}{instead}.",
                COVERED,
            )
        if strangers and not wanted - got:
            yield _finding(
                side,
                f"The page {page.name!r} has a QR code that was not asked for: {strangers}.",
                SURPLUS,
            )


def _home(side: CheckedSide, box: Box) -> int | None:
    """Return the index of the page that a code lies on: the largest, since a slug may lie there
    too."""
    middle_x, middle_y = (box.left + box.right) / 2, (box.bottom + box.top) / 2
    middle = Box(left=middle_x, bottom=middle_y, right=middle_x, top=middle_y)
    below = [
        (page.trim.width * page.trim.height, index)
        for index, page in enumerate(side.pages)
        if page.trim.contains(middle)
    ]
    return max(below)[1] if below else None


def _poor_code(side: CheckedSide, code: ReadCode) -> Iterator[Finding]:
    """Yield what will keep a phone from reading a code that was read here, from a perfect
    picture."""
    if not _is_quiet(side, code):
        yield _finding(
            side,
            f"The QR code for {code.text} has less white around it than the width of four of its "
            "squares (modules).",
            "Move what stands next to the code, or take the colour from under it.",
            code.box,
        )
    if code.module < LEAST_MODULE - MODULE_SLACK:
        yield _finding(
            side,
            f"The squares of the QR code for {code.text} measure {to_mm(code.module):.2f} mm; "
            f"phones need {to_mm(LEAST_MODULE):.1f} mm.",
            "Make the code larger, or the address shorter.",
            code.box,
        )
    if _contrast(side, code) < CONTRAST:
        yield _finding(
            side,
            f"The QR code for {code.text} hardly stands out from what is under it.",
            "Make it black on white, or nearly so.",
            code.box,
        )
    if not code.sound:
        yield _finding(
            side,
            f"Something lies over part of the QR code for {code.text}.",
            COVERED,
            code.box,
        )


def _contrast(side: CheckedSide, code: ReadCode) -> float:
    """Return the contrast between light and dark squares. Half of any code is dark, so the greys at
    a fifth and four fifths of its histogram stand for both."""
    counts = side.evidence.picture.crop(side.evidence.pixels(code.box)).histogram()
    sums = list(accumulate(counts))
    dark, light = (bisect_left(sums, share * sums[-1]) for share in (0.2, 0.8))
    return contrast((dark, dark, dark), (light, light, light))


def _is_quiet(side: CheckedSide, code: ReadCode) -> bool:
    """Return True if the quiet zone around the code is white paper."""
    zone = code.quiet_zone
    if not side.whole.contains(zone):
        return False
    left, top, right, bottom = side.evidence.pixels(zone.inset(Edges.all(side.evidence.pixel)))
    frame = side.evidence.picture.crop((left, top, right, bottom))
    # A reader finds the corners to within a pixel or two, so the nearest half module is spared.
    spared = max(code.module / 2, 2 * side.evidence.pixel)
    x1, y1, x2, y2 = side.evidence.pixels(code.box.inset(Edges.all(-spared)))
    frame.paste(255, (x1 - left, y1 - top, x2 - left, y2 - top))
    return darkest(frame) >= WHITE


def _finding(side: CheckedSide, message: str, remedy: str, box: Box | None = None) -> Finding:
    return Finding(page=side.number, message=message, remedy=remedy, box=box)


CHECK = Check(
    name="qr-codes",
    rule="Every QR code can be read, is dark on light, has white around it as wide as four of its "
    "squares, and squares of half a millimetre.",
    source="ISO/IEC 18004, 5.3.8 and 6.2; read as a phone does",
    severity=everywhere("error"),
    find=find,
)
