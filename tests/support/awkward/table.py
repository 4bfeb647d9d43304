"""The table of awkward PDFs, and how a function that makes one gets into it."""

from collections.abc import Callable
from dataclasses import dataclass
from inspect import cleandoc
from typing import Literal

Expect = Literal["imposed", "refused"]
Maker = Callable[[], bytes]


@dataclass(frozen=True, kw_only=True)
class Awkward:
    """A PDF, and what a tool that imposes it should do."""

    pdf: bytes
    expect: Expect
    pages: int
    """0 where it is refused."""
    trim: tuple[float, float]
    """Width and height of page 1 in points, upright, as its reader holds it."""
    note: str
    """What is awkward about it."""
    blank: frozenset[int] = frozenset()
    """The pages, counted from 1, on which there is nothing to see."""
    green: bool = False
    """Whether page 1 has an annotation whose appearance is to be seen."""


AWKWARD: dict[str, Awkward] = {}


def awkward(
    *,
    pages: int = 2,
    trim: tuple[float, float] = (200, 300),
    blank: frozenset[int] = frozenset(),
    green: bool = False,
) -> Callable[[Maker], Maker]:
    """Put what the function makes into the table, as something that can be imposed."""
    return _into_the_table("imposed", pages=pages, trim=trim, blank=blank, green=green)


def refused(make: Maker) -> Maker:
    """Put what the function makes into the table, as something nobody can impose."""
    return _into_the_table("refused", pages=0, trim=(0, 0))(make)


def _into_the_table(
    expect: Expect,
    *,
    pages: int,
    trim: tuple[float, float],
    blank: frozenset[int] = frozenset(),
    green: bool = False,
) -> Callable[[Maker], Maker]:
    def entered(make: Maker) -> Maker:
        AWKWARD[make.__name__.replace("_", "-")] = Awkward(
            pdf=make(),
            expect=expect,
            pages=pages,
            trim=trim,
            note=cleandoc(make.__doc__ or ""),
            blank=blank,
            green=green,
        )
        return make

    return entered
