"""There are as many pages as wanted, all of one size.

A booklet is folded from sheets of four pages; a shop's price is for a number of sides. Pages
that are to be imposed together have to fit on one sheet.
"""

from collections import Counter
from collections.abc import Iterator

from flyers.core.findings import Finding
from flyers.preflight.case import Case
from flyers.preflight.check import Check, everywhere
from flyers.preflight.checks.size import MADE_ELSEWHERE, measures


def find(case: Case) -> Iterator[Finding]:
    """Count the pages, then compare their sizes."""
    yield from _count(case)
    read_one_by_one = case.printer.for_screen
    if not case.ours and not read_one_by_one and not case.declared.mixed_sizes:
        yield from _sizes(case)


def _count(case: Case) -> Iterator[Finding]:
    got = len(case.evidence.facts.pages)
    pages = f"{got} page{'s' if got != 1 else ''}"
    if case.wanted is not None and got != case.wanted:
        yield Finding(
            message=f"The PDF has {pages}, but the job has {case.wanted} sides.",
            remedy="Build the piece again; another program may have changed its pages.",
        )
    multiple = case.declared.pages_multiple
    blank = -got % multiple
    if blank:
        yield Finding(
            message=f"{pages} cannot fill sheets of {multiple} pages: {blank} will be blank.",
            remedy=f"Make it {got + blank} pages, or leave them blank on purpose.",
            severity="warning",
        )
    if case.declared.format and not case.declared.format.more_sides and got != 2:
        yield Finding(
            message=f"The format {case.declared.format.name!r} has 2 sides, the PDF {pages}.",
            remedy="Give a PDF of its two sides, outside first.",
        )


def _sizes(case: Case) -> Iterator[Finding]:
    sizes: Counter[tuple[int, int]] = Counter()
    first: dict[tuple[int, int], int] = {}
    for side in case.sides:
        trim = side.evidence.facts.finished
        size = (round(trim.width / MADE_ELSEWHERE), round(trim.height / MADE_ELSEWHERE))
        if side.evidence.facts.rotate % 180:
            size = size[1], size[0]
        size = next((one for one in sizes if _near(one, size)), size)
        sizes[size] += 1
        first.setdefault(size, side.number)
    (usual, _), *others = sizes.most_common() or [((0, 0), 0)]
    for size, count in others:
        which = f"This page and {count - 1} more measure" if count > 1 else "This page measures"
        yield Finding(
            page=first[size],
            message=f"{which} {_said(size)}, but the others {_said(usual)}.",
            remedy="Give all pages one size, or put the others into a file of their own.",
        )


def _near(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return all(abs(a - b) <= 1 for a, b in zip(one, other, strict=True))


def _said(size: tuple[int, int]) -> str:
    return measures(size[0] * MADE_ELSEWHERE, size[1] * MADE_ELSEWHERE)


CHECK = Check(
    name="pages",
    rule="There are as many pages as the job, the format or the scheme wants, all of one size.",
    source="what a print shop quotes for; flyers impose",
    severity=everywhere("error"),
    find=find,
)
