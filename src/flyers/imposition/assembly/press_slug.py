"""The slug of a press sheet: job, sheet and side, date, the way it is turned, a ruler."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from flyers.core.sheets import Form, Mark, Sheet, Sign, Words
from flyers.core.units import inches, mm
from flyers.imposition.assembly.marks import OFFSET, SLUG, TICK
from flyers.imposition.options import Options

SIZE = 6.0
"""Type size of the slug in points."""

LETTER = SIZE * 0.5
"""Average width of a letter, rounded up."""

DESCENT = 2.0
"""Points that letters reach below the baseline."""

LEAST_JOB = 8
"""Letters to which a job's name is shortened before other parts are left out."""

DOT = " \u00b7 "

RULERS = {"in": (inches(1), "1 in"), "mm": (mm(20), "2 cm")}
"""By the sheet's unit, a length that shows whether a print came out at actual size."""


def with_slugs(sheets: Sequence[Sheet], options: Options) -> tuple[Sheet, ...]:
    """Return the sheets with a slug below the block on each side, if the marks include it."""
    if "slug" not in options.marks:
        return tuple(sheets)
    return tuple(
        _with_slug(sheet, number, len(sheets), options)
        for number, sheet in enumerate(sheets, start=1)
    )


def _with_slug(sheet: Sheet, number: int, count: int, options: Options) -> Sheet:
    front = "both sides" if sheet.both else "front"
    back = sheet.back and _marked(sheet.back, sheet, "back", number, count, options)
    return replace(
        sheet, front=_marked(sheet.front, sheet, front, number, count, options), back=back
    )


def _marked(form: Form, sheet: Sheet, side: str, number: int, count: int, options: Options) -> Form:
    y = sheet.trim.bottom - options.bleed - OFFSET - TICK - SLUG + DESCENT
    length, name = RULERS[options.sheet.unit]
    left = sheet.trim.left
    start = left + length + 24
    most = int((sheet.width - max(options.margins.left, options.margins.right) - start) / LETTER)
    parts = [
        f"sheet {number} of {count}, {side}",
        options.date,
        f"turn on the {sheet.flip} edge" if sheet.back else "",
    ]
    signs: tuple[Sign, ...] = (
        Words(text=name, x=left + length + 3, y=y, size=SIZE),
        Words(text=_line(options.job, list(filter(None, parts)), most), x=start, y=y, size=SIZE),
    )
    return replace(form, marks=(*form.marks, *_ruler(left, y, length)), signs=(*form.signs, *signs))


def _line(job: str, parts: list[str], most: int) -> str:
    """Return the job and the parts in at most that many letters: the last part is left out
    first, and the job's name is shortened in the end."""
    kept = list(parts)
    while kept and len(DOT.join([job[:LEAST_JOB], *kept])) > most:
        kept.pop()
    room = most - len(DOT.join(["", *kept]))
    name = job if len(job) <= room else f"{job[: room - 1]}\u2026" if room > 1 else ""
    return DOT.join(filter(None, (name, *kept)))


def _ruler(x: float, y: float, length: float) -> Iterator[Mark]:
    top = y + SIZE * 0.7
    yield Mark(kind="cut", x1=x, y1=y, x2=x + length, y2=y)
    for end in (x, x + length / 2, x + length):
        yield Mark(kind="cut", x1=end, y1=y, x2=end, y2=top)
