"""Gang run: different pieces in different quantities on the same sheets, cut apart."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from flyers.catalogue.papers import size
from flyers.core.boxes import Box
from flyers.core.errors import ImpositionError
from flyers.core.sheets import Line, Page
from flyers.imposition.assembly.area import PrintArea, does_not_fit, print_areas, refuse_too_many
from flyers.imposition.layup import Layup, Leaf, LeafPage
from flyers.imposition.options import Options

if TYPE_CHECKING:
    from flyers.imposition.packing import GangItem, Pattern


def layups(pages: Sequence[Page], options: Options) -> list[Layup]:
    """Return the fewest sheets that give every piece in its quantity.

    A piece is an input of one page, or of two for a sheet with backs.
    """
    parts = list(_parts(pages, options))
    found = [area for area in print_areas(options) if _holds_all(area, parts, pages, options)]
    if not found:
        raise _unfit(parts, pages, options)
    if all(part.back is None for part in parts):
        options = replace(options, duplex="none")
    packed = [_packed(area, parts, pages, options) for area in found]
    patterns = min(packed, key=lambda one: sum(pattern.sheets for pattern in one))
    return [_layup(pattern, parts, pages, options) for pattern in patterns]


class GangPiece(NamedTuple):
    """A piece: the pages on its two sides, and its quantity."""

    front: int
    back: int | None
    quantity: int


def _parts(pages: Sequence[Page], options: Options) -> Iterator[GangPiece]:
    parts = options.parts or (1,) * len(pages)
    quantities = options.quantities or (1,) * len(parts)
    start = 0
    for count, quantity in zip(parts, quantities, strict=True):
        if count > 2 or (count == 2 and not options.two_sided):
            most = "two pages, front and back" if options.two_sided else "one page"
            more = "" if options.two_sided else ", or use --duplex"
            raise ImpositionError(
                f"Every file of a gang run is one piece with at most {most}, but the one that "
                f"begins with page {pages[start].name} has {count}; split it into files{more}."
            )
        yield GangPiece(front=start, back=start + 1 if count == 2 else None, quantity=quantity)
        start += count


def _holds_all(
    area: PrintArea,
    parts: Sequence[GangPiece],
    pages: Sequence[Page],
    options: Options,
) -> bool:
    def fits(page: Page) -> bool:
        turned = options.turnable and area.holds(page.height, page.width)
        return area.holds(page.width, page.height) or turned

    return all(fits(pages[front]) for front, _, _ in parts)


def _unfit(parts: Sequence[GangPiece], pages: Sequence[Page], options: Options) -> ImpositionError:
    largest = max((pages[front] for front, _, _ in parts), key=lambda p: p.width * p.height)
    unit = options.sheet.unit
    what = f"Pieces such as page {largest.name} ({size(largest.width, largest.height, unit)})"
    # A gang run never scales pieces, so the refusal must not suggest --fit.
    return does_not_fit(largest.width, largest.height, replace(options, sizes="fit"), what)


def _packed(
    area: PrintArea,
    parts: Sequence[GangPiece],
    pages: Sequence[Page],
    options: Options,
) -> "tuple[Pattern, ...]":
    from flyers.imposition.packing import GangItem, pack  # much code, for this scheme alone

    items = [
        GangItem(
            width=pages[front].width,
            height=pages[front].height,
            quantity=ceil(quantity / options.of_a_sheet),
            turnable=options.turnable,
        )
        for front, _, quantity in parts
    ]
    refuse_too_many(_most_on_a_sheet(items, area.box.width * area.box.height))
    return pack(items, width=area.box.width, height=area.box.height, gap=options.gutter)


def _most_on_a_sheet(items: "Sequence[GangItem]", room: float) -> int:
    """Return how many pieces at most have room in that many square points."""
    count = 0
    for item in sorted(items, key=lambda one: one.width * one.height):
        taken = min(item.quantity, int(room / (item.width * item.height)))
        room -= taken * item.width * item.height
        count += taken
    return count


def _layup(
    pattern: "Pattern",
    parts: Sequence[GangPiece],
    pages: Sequence[Page],
    options: Options,
) -> Layup:
    leaves = []
    for spot in pattern.spots:
        front, back, _ = parts[spot.item]
        page = pages[front]
        leaves.append(
            Leaf(
                box=Box(
                    left=spot.x,
                    bottom=spot.y,
                    right=spot.x + page.width,
                    top=spot.y + page.height,
                ),
                front=(LeafPage(page=front),),
                back=_back(back, options),
                rotation=90 if spot.turned else 0,
            )
        )
    lines = tuple(
        Line(kind="cut", x1=cut.at, y1=cut.start, x2=cut.at, y2=cut.end)
        if cut.axis == "x"
        else Line(kind="cut", x1=cut.start, y1=cut.at, x2=cut.end, y2=cut.at)
        for cut in pattern.cuts
    )
    return Layup(leaves=tuple(leaves), lines=lines, copies=pattern.sheets)


def _back(page: int | None, options: Options) -> tuple[LeafPage, ...] | None:
    if not options.two_sided:
        return None
    return () if page is None else (LeafPage(page=page),)
