"""A plan in words: what lies where on each side of each sheet, as seen with that side up.

::

    sheet 1 front: flap | back | cover
    sheet 1 back: inside-1 | inside-2 | inside-3

``|`` stands between neighbours, ``/`` between rows, top row first; a rotation
that is not 0 follows the name, and ``-`` is a leaf without a page. Where leaves
form no rows, they are counted: ``6 x 1, 2 x 3``.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from flyers.catalogue.papers import Unit, number, size
from flyers.core.boxes import Box
from flyers.core.matrix import placed_box
from flyers.core.sheets import Form, Imposition, Line, Page, Placement, Sheet
from flyers.core.wording import counted
from flyers.imposition.waste import wasted


def in_words(imposition: Imposition) -> str:
    """Return one line for each side of each sheet."""
    return "\n".join(_sides(imposition))


def described(imposition: Imposition, *, title: str, unit: Unit) -> str:
    """Return the whole plan: the paper, its waste, what lies where, cuts and folds in order."""
    sheets = imposition.sheets
    first = sheets[0]
    pages, papers = len(imposition.pages), sum(sheet.copies for sheet in sheets)
    lines = [
        f"{title}: {counted(pages, 'page')} on {counted(papers, 'sheet')} of "
        f"{size(first.width, first.height, unit)}, {_turning(first)}",
        f"waste: {100 * wasted(imposition):.1f} %",
        *_sides(imposition),
    ]
    for numbers, strokes in groupby(enumerate(sheets, start=1), key=lambda one: one[1].lines):
        found = [n for n, _ in strokes]
        if numbers:
            which = "every sheet" if len(found) == len(sheets) else _run(found)
            lines.append(f"{which}: " + "; ".join(_stroke(line, first, unit) for line in numbers))
    lines += [f"note: {note.message}" for note in imposition.notes]
    return "\n".join(lines)


def _turning(sheet: Sheet) -> str:
    if sheet.both:
        return "one form for both sides"
    if sheet.back is None:
        return "printed on one side"
    return f"printed on both sides, turned on the {sheet.flip} edge"


def _run(numbers: list[int]) -> str:
    return f"sheet {numbers[0]}" if len(numbers) == 1 else f"sheets {numbers[0]} to {numbers[-1]}"


def _stroke(line: Line, sheet: Sheet, unit: Unit) -> str:
    """Return one cut or fold, measured from the left or the foot of the sheet, with both ends if
    it does not run across the whole trim."""
    trim = sheet.trim
    if line.x1 == line.x2:
        way, edge, at, whole = "upright", "from the left", line.x1, (trim.bottom, trim.top)
        low, high = sorted((line.y1, line.y2))
    else:
        way, edge, at, whole = "across", "from the foot", line.y1, (trim.left, trim.right)
        low, high = sorted((line.x1, line.x2))
    short = low > whole[0] + 0.1 or high < whole[1] - 0.1
    extent = f", between {number(low, unit)} and {number(high, unit)} {unit}" if short else ""
    return f"{line.kind} {way} {number(at, unit)} {unit} {edge}{extent}"


def _sides(imposition: Imposition) -> Iterator[str]:
    for count, sheet in enumerate(imposition.sheets, start=1):
        times = f" ({sheet.copies} times)" if sheet.copies > 1 else ""
        for side, form in zip(("front", "back"), sheet.forms, strict=False):
            name = "both sides" if sheet.both else side
            yield f"sheet {count}{times} {name}: {_form(form, imposition.pages)}"


def _form(form: Form, pages: tuple[Page, ...]) -> str:
    """Return the rows from the top down; leaves whose middles are level make a row."""
    things = [(_seen(placement, pages), _page(placement, pages)) for placement in form.placements]
    things += [(box, "-") for box in form.blanks]
    heights = sorted({_middle(box) for box, _ in things}, reverse=True)
    rows = [
        sorted((box.left, word) for box, word in things if _middle(box) == height)
        for height in heights
    ]
    if _are_mixed([box for box, _ in things]):
        counts = Counter(word for _, word in things)
        return ", ".join(f"{count} x {word}" for word, count in counts.items())
    return " / ".join(" | ".join(word for _, word in row) for row in rows)


def _are_mixed(boxes: Sequence[Box]) -> bool:
    """Return True if pieces of different sizes lie side by side, so that they form no rows. A slug
    lies on a page, not beside it."""
    beside = [box for box in boxes if not any(b is not box and b.contains(box) for b in boxes)]
    ordered = sorted(beside, key=lambda box: (box.bottom, -box.top))
    return any(
        two.bottom < one.top - 0.1 and _middle(one) != _middle(two)
        for one, two in pairwise(ordered)
    )


def _middle(box: Box) -> float:
    return round((box.bottom + box.top) / 2, 1)


def _seen(placement: Placement, pages: tuple[Page, ...]) -> Box:
    return placed_box(placement, pages[placement.page])


def _page(placement: Placement, pages: tuple[Page, ...]) -> str:
    turned = f" ({placement.rotation}°)" if placement.rotation else ""
    return pages[placement.page].name + turned
