"""The test sheet for manual duplex: it shows which way a stack goes back into the printer."""

from collections.abc import Iterator

from flyers.core.sheets import Form, Mark, Sheet, Words

FRONT = (
    "1  Print this page alone, at actual size.",
    "2  Put the sheet back into the tray, and remember which way round you put it.",
    "3  Print page 2 on it, and hold the sheet against the light.",
)
BACK = (
    "If both arrows lie on one another: put the stack of fronts back just as you put this sheet.",
    "If they point in opposite directions: put it back turned end for end.",
    "If both pages are on one side of the paper: put it back turned over.",
    "If your printer hands out sheets face up: print the backs from the last to the first.",
)
SIZE, LEADING = 11.0, 16.0


def test_sheet(like: Sheet) -> Sheet:
    """Return a sheet of that size with an arrow on each side. Held against the light, both lie on
    one another if the sheet went in the right way round."""
    return Sheet(
        width=like.width,
        height=like.height,
        trim=like.trim,
        front=_side(like, "Front", FRONT, up=True),
        back=_side(like, "Back", BACK, up=_upright_behind(like)),
        flip=like.flip,
    )


test_sheet.__test__ = False  # type: ignore[attr-defined]


def _upright_behind(sheet: Sheet) -> bool:
    return (sheet.height >= sheet.width) == (sheet.flip == "long")


def _side(like: Sheet, name: str, text: tuple[str, ...], *, up: bool) -> Form:
    middle, height = like.width / 2, like.height
    left = min(72.0, like.width / 8)
    top = height * 0.3
    words = [Words(text=name, x=left, y=top + 2 * LEADING, size=24)]
    words += [
        Words(text=line, x=left, y=top - number * LEADING, size=SIZE)
        for number, line in enumerate(text)
    ]
    return Form(placements=(), marks=tuple(_arrow(middle, height, up)), signs=tuple(words))


def _arrow(x: float, height: float, up: bool) -> Iterator[Mark]:
    """Yield an arrow from the middle of the sheet to near its head, or to its foot."""
    foot, tip = (height * 0.5, height * 0.9) if up else (height * 0.5, height * 0.1)
    barb = (foot - tip) * 0.2
    yield Mark(kind="cut", x1=x, y1=foot, x2=x, y2=tip)
    yield Mark(kind="cut", x1=x, y1=tip, x2=x - abs(barb), y2=tip + barb)
    yield Mark(kind="cut", x1=x, y1=tip, x2=x + abs(barb), y2=tip + barb)
