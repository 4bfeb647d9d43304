"""The content of a page, within the bounds: every operator, and what it paints."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from flyers.core.boxes import Box
from flyers.core.errors import PdfError
from flyers.core.matrix import Matrix
from flyers.press.read.content import (
    object_operators,
    path_operators,
    path_painting,
    state_operators,
    text_operators,
    text_painting,
)
from flyers.press.read.content.bounds import Budget, TooMuchError
from flyers.press.read.content.canvas import Canvas
from flyers.press.read.content.graphics import GraphicsState
from flyers.press.read.content.layers import Layers
from flyers.press.read.content.painter import Painter, Painting
from flyers.press.read.damage import naming_damage
from flyers.press.read.painted import Content

if TYPE_CHECKING:
    from pypdf import PageObject

OPERATORS: Mapping[bytes, Painting] = {
    **state_operators.OPERATORS,
    **path_operators.OPERATORS,
    **path_painting.OPERATORS,
    **text_operators.OPERATORS,
    **text_painting.OPERATORS,
    **object_operators.OPERATORS,
}


def content_of(
    page: "PageObject", shown: Box, piece: Box, unit: float, layers: Layers, budget: Budget
) -> Content:
    """Return all that a page paints within ``shown``, a box in points.

    ``piece`` is the finished page with its bleed; what lies beside it is kept apart. ``unit`` is
    the page's /UserUnit.
    """
    graphics = GraphicsState(matrix=Matrix.scale(unit), clip=shown)
    painter = Painter(graphics, OPERATORS, Canvas(piece), layers, budget)
    budget.turn()
    why = ""
    try:
        with naming_damage("the page"):
            painter.page(page)
    except TooMuchError as error:
        why = str(error)
    except (PdfError, MemoryError):
        why = "part of it is damaged"
    return painter.canvas.content(why)
