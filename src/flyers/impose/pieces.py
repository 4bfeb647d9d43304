"""Which page is which panel: a run of pages cut into pieces."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from flyers.formats import Format, Panel
from flyers.sheets import Page

SIZE_SLACK = 0.05
"""Points by which a page may miss its panel's size: rounding in the typesetter, never an error."""


@dataclass(frozen=True, kw_only=True)
class Side:
    """The panels on one side of a piece, each with the number of the page that fills it."""

    panels: tuple[Panel, ...]
    pages: tuple[int, ...]


@dataclass(frozen=True, kw_only=True)
class Piece:
    """One finished piece. A flat one has no back where the text ends on its front."""

    front: Side
    back: Side | None


def pieces_of(format: Format, pages: Sequence[Page], numbers: Sequence[int]) -> Iterator[Piece]:
    """Deal the numbered pages out to the panels of as many pieces as they fill."""
    run = len(format.panels)
    _check_count(format, len(numbers))
    for start in range(0, len(numbers), run):
        dealt = list(zip(format.panels, numbers[start : start + run], strict=False))
        for panel, number in dealt:
            _check_size(panel, pages[number])
        front, back = (
            Side(
                panels=tuple(panel for panel, _ in dealt if panel.side == side),
                pages=tuple(number for panel, number in dealt if panel.side == side),
            )
            for side in ("front", "back")
        )
        yield Piece(front=front, back=back if back.panels else None)


def _check_count(format: Format, count: int) -> None:
    run = len(format.panels)
    if format.more_sides and count:
        return
    if count != run:
        raise ValueError(f"{format.name} has {run} panels, but {count} pages were given")


def _check_size(panel: Panel, page: Page) -> None:
    if max(abs(panel.width - page.width), abs(panel.height - page.height)) > SIZE_SLACK:
        raise ValueError(
            f"page {page.name!r} is {page.width:g} x {page.height:g} pt, "
            f"but its panel {panel.name!r} is {panel.width:g} x {panel.height:g} pt"
        )
