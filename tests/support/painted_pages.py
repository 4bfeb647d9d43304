"""One page of 200 x 100 points, painted by a few operators, and read back.

Besides the resources that are named it has two fonts, Helvetica as /F and a composite one as /C.
"""

from awkward.building import document, page, written
from flyers.core.boxes import Box
from flyers.press.read.file_facts import facts
from flyers.press.read.painted import Content, Paint

FONT = (
    "<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Some-Face /Encoding /Identity-H "
    "/DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /DW 1000 /W [1 [500 250]] >>] >>"
)
"""Two letters, of half an em and a quarter."""

WHOLE = Box(left=0, bottom=0, right=200, top=100)


def content(
    operators: str | bytes, resources: str = "", entries: str = "", **objects: str | bytes
) -> Content:
    """Return the content that a page paints with these operators. ``o5``, ``o6`` … are objects of
    the file."""
    data = operators if isinstance(operators, bytes) else operators.encode()
    one = page(
        1,
        entries,
        media="/MediaBox [0 0 200 100]",
        resources=f"/Resources << /Font << /F 3 0 R /C 9 0 R >> {resources} >>",
        contents=data,
    )
    more = {9: FONT} | {int(name[1:]): body for name, body in objects.items()}
    (found,) = facts(written(document(one, more=more))).pages
    return found.content


def paint(operators: str, resources: str = "", **objects: str | bytes) -> Paint:
    (one,) = content(operators, resources, "", **objects).paints
    return one


def box(left: float, bottom: float, right: float, top: float) -> Box:
    return Box(left=left, bottom=bottom, right=right, top=top)
