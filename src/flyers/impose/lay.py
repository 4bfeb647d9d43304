"""What the schemes share: pieces laid on a sheet, the backs behind the fronts."""

from collections.abc import Sequence

from flyers.formats import Format
from flyers.impose.pieces import Piece, Side
from flyers.impose.ticks import ticks
from flyers.impose.turn import back_rotation, behind
from flyers.sheets import Box, Edges, Form, Mark, Placement, Sheet


def lay(
    piece: Piece, format: Format, at: Sequence[Box], cuts: Sequence[float], margins: Edges
) -> Sheet:
    """A sheet with one copy of the piece in each box of its front.

    ``cuts`` are positions across the front; folds are known from the format.
    """
    width, height = format.sheet.width, format.sheet.height
    folds = [box.left + fold for box in at for fold in format.folds]

    def seen_from_behind(x: float) -> float:
        line = Box(left=x, bottom=0, right=x, top=height)
        return behind(line, width, height, format.flip).left

    def marks(cut_at: Sequence[float], fold_at: Sequence[float]) -> tuple[Mark, ...]:
        return ticks("cut", cut_at, height, margins) + ticks("fold", fold_at, height, margins)

    front = Form(
        placements=tuple(one for box in at for one in _upright(piece.front, box)),
        marks=marks(cuts, folds),
    )
    back = None
    if piece.back is not None:
        turned = [behind(box, width, height, format.flip) for box in at]
        put = _upright if back_rotation(width, height, format.flip) == 0 else _upside_down
        back = Form(
            placements=tuple(one for box in turned for one in put(piece.back, box)),
            marks=marks([seen_from_behind(x) for x in cuts], [seen_from_behind(x) for x in folds]),
        )
    return Sheet(
        width=width,
        height=height,
        trim=Box(left=0, bottom=0, right=width, top=height),
        front=front,
        back=back,
        flip=format.flip,
    )


def _upright(side: Side, box: Box) -> tuple[Placement, ...]:
    """The panels of one side, where they lie on a piece whose flat size is ``box``."""
    return tuple(
        Placement(page=page, x=box.left + panel.x, y=box.bottom + panel.y)
        for panel, page in zip(side.panels, side.pages, strict=True)
    )


def _upside_down(side: Side, box: Box) -> tuple[Placement, ...]:
    """The same, after half a turn of the whole piece about the middle of ``box``."""
    return tuple(
        Placement(
            page=page,
            x=box.right - panel.x - panel.width,
            y=box.top - panel.y - panel.height,
            rotation=180,
        )
        for panel, page in zip(side.panels, side.pages, strict=True)
    )
