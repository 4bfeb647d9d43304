"""Fronts and backs as separate files, for a printer that cannot turn sheets over by itself."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from flyers.core.sheets import Imposition, Sheet
from flyers.imposition.assembly.testsheet import test_sheet

FRONTS, BACKS, TEST = "fronts", "backs", "test"


def has_backs(imposition: Imposition) -> bool:
    """Return True if any sheet has a back."""
    return any(sheet.back for sheet in imposition.sheets)


def fronts_and_backs(imposition: Imposition) -> Mapping[str, Imposition]:
    """Return the fronts, the backs, and the test sheet that shows how the stack is put back in."""
    sheets = imposition.sheets
    return {
        FRONTS: replace(imposition, sheets=tuple(replace(sheet, back=None) for sheet in sheets)),
        BACKS: replace(imposition, sheets=tuple(_only_back(sheet) for sheet in sheets)),
        TEST: Imposition(pages=(), sheets=(test_sheet(sheets[0]),)),
    }


def feeding_steps(names: Sequence[str]) -> Iterator[str]:
    """Yield the steps of feeding the paper twice, for the files of those names."""
    fronts, backs, test = names
    yield f"first print {test}; it shows how the stack goes back into your printer;"
    yield f"then print {fronts}, put the stack back that way, and print {backs} on it"


def _only_back(sheet: Sheet) -> Sheet:
    """Return the back as a sheet of its own, empty where there is none: the stack's count stays."""
    empty = replace(sheet.front, placements=(), marks=(), signs=())
    return replace(sheet, front=sheet.back or empty, back=None)
