"""What can be seen on a printed PDF, gathered once and shared by all checks."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import ceil, floor
from typing import TYPE_CHECKING, cast

from flyers.affine import Matrix, upright
from flyers.facts import FileFacts, PageFacts
from flyers.preflight.barcodes import Barcode, read_barcodes
from flyers.preflight.finders import find_codes
from flyers.sheets import Box, Edges

if TYPE_CHECKING:
    from PIL.Image import Image

QUIET_MODULES = 4
"""Modules of white that a reader needs around a QR code (ISO/IEC 18004, 5.3.8)."""


@dataclass(frozen=True, kw_only=True)
class ReadCode:
    """A QR code as it was read from the picture. Lengths in points, without the quiet zone."""

    text: str
    box: Box
    modules: int
    sound: bool
    """Whether every module could be read, so that nothing lies over the code."""

    @property
    def module(self) -> float:
        return (self.box.width + self.box.height) / 2 / self.modules

    @property
    def quiet_zone(self) -> Box:
        return self.box.inset(Edges.all(-QUIET_MODULES * self.module))

    def has(self, box: Box) -> bool:
        """Whether the middle of a box lies on the code."""
        x, y = (box.left + box.right) / 2, (box.bottom + box.top) / 2
        return self.box.contains(Box(left=x, bottom=y, right=x, top=y))


@dataclass(frozen=True, kw_only=True)
class SideEvidence:
    """One page: its picture in grey, its letters and codes, its facts. ``tint`` is how far its
    most colourful spot is from grey, 0 to 255. ``codes`` are dark on light, and
    ``light_codes`` are not; ``unread`` is where there are others that nothing reads."""

    picture: "Image"
    glyphs: tuple[tuple[str, Box], ...]
    codes: tuple[ReadCode, ...]
    facts: PageFacts
    light_codes: tuple[ReadCode, ...] = ()
    unread: tuple[Box, ...] = ()
    tint: int = 0

    @property
    def pixel(self) -> float:
        """The size of a pixel in points."""
        shown = self.facts.shown
        return (shown.width + shown.height) / (self.picture.width + self.picture.height)

    @cached_property
    def _to_picture(self) -> Matrix:
        return _to_picture(self.picture, self.facts)

    def pixels(self, box: Box) -> tuple[int, int, int, int]:
        """The pixels that a box in points touches: left, top, right, bottom."""
        seen = self._to_picture.box(box)
        return floor(seen.left), floor(seen.bottom), ceil(seen.right), ceil(seen.top)


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """All pages in the order of the PDF, and what the file says as a whole."""

    sides: tuple[SideEvidence, ...]
    facts: FileFacts


def gather(
    *,
    pictures: Sequence["Image"],
    glyphs: Sequence[Sequence[tuple[str, Box]]],
    facts: FileFacts,
    in_colour: Sequence["Image"] = (),
) -> Evidence:
    """The evidence of a PDF from its pictures in grey at PICTURE_DPI, its letters and its facts.

    ``in_colour`` are small pictures of the sides, where it matters what colours they have.
    """
    tints = [_tint(picture) for picture in in_colour] or [0] * len(pictures)
    each = zip(pictures, glyphs, facts.pages, tints, strict=True)
    return Evidence(sides=tuple(_side(*one) for one in each), facts=facts)


def _side(
    picture: "Image", letters: Sequence[tuple[str, Box]], facts: PageFacts, tint: int
) -> SideEvidence:
    back = _to_picture(picture, facts).back()
    read = [(code.light, _on_page(code, back)) for code in read_barcodes(picture)]
    seen = [_from_picture(corners, back) for corners in find_codes(picture)]
    return SideEvidence(
        picture=picture,
        glyphs=tuple(letters),
        codes=tuple(code for light, code in read if not light),
        light_codes=tuple(code for light, code in read if light),
        unread=tuple(box for box in seen if not any(code.has(box) for _, code in read)),
        facts=facts,
        tint=tint,
    )


def _tint(picture: "Image") -> int:
    """The greatest difference between two channels of any pixel."""
    from PIL import ImageChops

    red, green, blue = picture.convert("RGB").split()
    pairs = ((red, green), (green, blue), (blue, red))
    return max(cast(int, ImageChops.difference(*pair).getextrema()[1]) for pair in pairs)


def darkest(picture: "Image") -> int:
    """The darkest grey in a grey picture: 0 is black, 255 white."""
    return cast(int, picture.getextrema()[0])


def _on_page(code: Barcode, back: Matrix) -> ReadCode:
    box = _from_picture((code.left, code.top, code.right, code.bottom), back)
    return ReadCode(text=code.text, box=box, modules=code.modules, sound=code.sound)


def _from_picture(corners: tuple[int, int, int, int], back: Matrix) -> Box:
    """A box on the page by its left, top, right and bottom in pixels."""
    left, top, right, bottom = corners
    return back.box(Box(left=left, bottom=top, right=right, top=bottom))


def _to_picture(picture: "Image", facts: PageFacts) -> Matrix:
    """Takes points on the page to pixels of its picture, whose y grows downward. Across and down
    differ by a hair, since a picture has whole pixels."""
    turned = upright(facts.shown, rotate=facts.rotate)
    seen = turned.box(facts.shown)
    across, down = picture.width / seen.width, picture.height / seen.height
    return turned.then(Matrix(a=across, d=-down, f=picture.height))
