"""Fronts and backs apart, for a printer that cannot turn sheets over by itself."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from flyers.core.sheets import Imposition, Sheet
from flyers.imposition.assembly.testsheet import test_sheet

FRONTS, BACKS, TEST = "fronts", "backs", "test"


def has_backs(imposition: Imposition) -> bool:
    """Whether anything is printed on the other side of any sheet."""
    return any(sheet.back for sheet in imposition.sheets)


def apart(imposition: Imposition) -> Mapping[str, Imposition]:
    """The fronts, the backs, and the sheet that tells which way round the stack goes back."""
    sheets = imposition.sheets
    return {
        FRONTS: replace(imposition, sheets=tuple(replace(sheet, back=None) for sheet in sheets)),
        BACKS: replace(imposition, sheets=tuple(_only_back(sheet) for sheet in sheets)),
        TEST: Imposition(pages=(), sheets=(test_sheet(sheets[0]),)),
    }


def in_turn(names: Sequence[str]) -> Iterator[str]:
    """What to do with the files of those names, two sentences."""
    fronts, backs, test = names
    yield f"first print {test}, which tells how the stack goes back into your printer;"
    yield f"then {fronts}, put the stack back so, and print {backs} on it"


def _only_back(sheet: Sheet) -> Sheet:
    """The back as a sheet of its own; an empty one where there is none, to keep the count."""
    empty = replace(sheet.front, placements=(), marks=(), signs=())
    return replace(sheet, front=sheet.back or empty, back=None)
