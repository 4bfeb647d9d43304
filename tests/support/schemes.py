"""What tests of the schemes share: plain pages, a plan of them, and its sheets as paper."""

from dataclasses import replace
from typing import Any

from flyers.catalogue.papers import Paper
from flyers.core.sheets import Imposition, Page, Sheet
from flyers.imposition.options import Options
from flyers.imposition.plan_in_words import in_words
from flyers.imposition.planning import plan
from flyers.imposition.schemes.table import scheme_named
from paper import Pile, sheet

BROADSHEET = Paper(name="broadsheet", width=2400, height=3600)
"""Large enough for whatever a test lays on it."""


def pages_of(count: int, width: float = 200, height: float = 300) -> list[Page]:
    """Pages called 1, 2, 3 and so on."""
    return [
        Page(name=str(number), width=width, height=height, layers=())
        for number in range(1, count + 1)
    ]


def laid_out(scheme: str, pages: int | list[Page], **options: Any) -> Imposition:
    """So many pages by that scheme, on both sides where it has two and nothing else is said."""
    row = scheme_named(scheme)
    asked = Options(sheet=BROADSHEET, duplex="sheetwise" if row.two_sided else "none")
    pages = pages_of(pages) if isinstance(pages, int) else pages
    return plan(pages, row, replace(asked, **options))


def words(scheme: str, pages: int | list[Page], **options: Any) -> str:
    return in_words(laid_out(scheme, pages, **options))


def papers(imposition: Imposition) -> list[Pile]:
    """The sheets as they come out of the printer, for hands to fold and cut."""
    sides: dict[str, list[str]] = {}
    for line in in_words(imposition).splitlines():
        name, drawn = line.split(": ", 1)
        sides.setdefault(name.split()[1], []).append(drawn)
    return [
        sheet(*drawn, head_over=not turned_side_over_side(one))
        for drawn, one in zip(sides.values(), imposition.sheets, strict=True)
    ]


def turned_side_over_side(sheet: Sheet) -> bool:
    """Whether the back is seen by turning the sheet like the leaf of a book."""
    return (sheet.height >= sheet.width) == (sheet.flip == "long")


def in_order(count: int) -> str:
    """``1 2 3 4``, all upright."""
    return " ".join(map(str, range(1, count + 1)))
