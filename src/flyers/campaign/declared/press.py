"""[printers.NAME] and [sheets.NAME]: printers and press sheets of the campaign's own."""

from dataclasses import replace
from typing import Any

from flyers.catalogue.marks import DUPLEXES
from flyers.catalogue.printer_keys import KEYS as PRINTER
from flyers.core.settings import Key, Plain, Table, one_of, text, yes_or_no

_PRESS = {
    "sheet": "sra3",
    "margins": "8mm",
    "bleed": "3mm",
    "safe": "5mm",
    "marks": ["crop"],
    "tac": 280,
    "pdf": "x-1a",
    "icc": "icc/house.icc",
}
"""Examples of values that a print shop asks for."""

PRINTERS = Table(
    {
        "extends": Key(
            text, purpose="The printer that it is like but for the values below.", example="shop"
        ),
        **{key: replace(row, example=_PRESS.get(key)) for key, row in PRINTER.items()},
    },
    'add {key} = "{example}"',
)


def _spoken(value: Any) -> Any:
    """Read an option as the command line takes it. A bare 0 is a length."""
    if not isinstance(value, str) and not (value == 0 and value is not False):
        raise ValueError("has to be a text in quotation marks")
    return value


def _spoken_marks(value: Any) -> Any:
    for one in value if isinstance(value, list) else [value]:
        _spoken(one)
    return value


_WORD_SHAPE = {"anyOf": [{"type": "string"}, {"const": 0}]}
_WORD = Plain("a text", _spoken, _WORD_SHAPE)
_MARKS = Plain(
    "a text, or a list of them",
    _spoken_marks,
    {"anyOf": [*_WORD_SHAPE["anyOf"], {"type": "array", "items": _WORD_SHAPE}]},
)

SHEET = Table(
    {
        "size": Key(_WORD, purpose="The paper: a name or a size.", example="12x18"),
        "margins": Key(
            _WORD, None, "Edges that the press leaves white: one length, or four.", "5mm"
        ),
        "bleed": Key(_WORD, None, "How far pictures and areas run over the trim.", "1/8in"),
        "gutter": Key(_WORD, None, "Room between pieces.", "1/4in"),
        "marks": Key(_MARKS, None, "Marks around the trim.", ["crop", "fold"]),
        "duplex": Key(
            one_of(DUPLEXES), None, "How the back of the sheet is printed.", "work-and-turn"
        ),
        "up": Key(_WORD, None, "Columns x rows; else as many as fit.", "2x2"),
        "order": Key(one_of(("across", "down")), None, "Which way pages run.", "across"),
        "stock": Key(one_of(("text", "cover")), None, "The paper's weight, for folds.", "text"),
        "allowance": Key(_WORD, None, "How much narrower a folded-in panel is.", "1/16in"),
        "creep": Key(_WORD, None, "The paper's thickness, for booklets.", "0.1mm"),
        "fit": Key(yes_or_no, None, "Whether pages of another size are scaled.", True),
        "center": Key(yes_or_no, None, "Whether pages of another size are centred.", True),
        "binding": Key(one_of(("left", "right")), None, "Where the spine is.", "left"),
        "grain": Key(yes_or_no, None, "Whether pieces all lie along the grain.", True),
        "overlap": Key(_WORD, None, "How far the sheets of a poster overlap.", "10mm"),
    },
    'add one like {key} = "{example}"',
)
