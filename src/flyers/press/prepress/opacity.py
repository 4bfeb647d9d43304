"""Transparency: tests for it, and the removal of groups from files without any.

ISO 32000-1: 11.6.4 (constant opacity, soft masks, blend modes), 11.6.6 (groups).
"""

from typing import Any

from flyers.core.boxes import Box
from flyers.core.errors import PdfError
from flyers.core.matrix import Matrix
from flyers.press.read.content.graphics import GraphicsState
from flyers.press.read.pdf_pages import TYPESET, PdfPages
from flyers.press.read.resources import all_resources, inside

_KEYS = ("/ca", "/CA", "/SMask", "/BM", "/AIS", "/TK")


def is_opaque(state: Any) -> bool:
    """Return True if a graphics state leaves everything opaque."""
    graphics = GraphicsState(matrix=Matrix(), clip=Box(left=0, bottom=0, right=0, top=0))
    graphics.take(state)
    return graphics.opaque


def is_transparent(source: PdfPages) -> bool:
    """Return True if there is any transparency on its pages."""
    return any(
        not is_opaque(state)
        for resources in all_resources(source)
        for state in inside(resources, "/ExtGState")
    ) or any(
        "/SMask" in thing
        for resources in all_resources(source)
        for thing in inside(resources, "/XObject")
    )


def shows_through(pdf: bytes) -> bool:
    """Return True if there is any transparency in a typeset file."""
    return is_transparent(PdfPages([(TYPESET, pdf)]))


def without_groups(source: PdfPages) -> None:
    """Remove transparency groups and opaque settings. Raises PdfError where there is
    transparency."""
    if is_transparent(source):
        raise PdfError(
            "The layout's style has transparency (an opacity, or a colour with alpha), which "
            'PDF/X-1a does not allow; use full colours, or a printer with pdf = "x-4".'
        )
    for number in range(len(source)):
        source.page(number).pop("/Group", None)
    for resources in all_resources(source):
        for state in inside(resources, "/ExtGState"):
            for key in _KEYS:
                state.pop(key, None)
        for thing in inside(resources, "/XObject"):
            thing.pop("/Group", None)
