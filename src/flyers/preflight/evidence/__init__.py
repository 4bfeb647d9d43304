"""All that can be seen on a PDF, gathered once and shared by the checks."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import ceil, floor
from typing import TYPE_CHECKING, cast

from flyers.core.boxes import Box, Edges
from flyers.core.matrix import Matrix, upright
from flyers.preflight.evidence.barcodes import Barcode, read_barcodes
from flyers.preflight.evidence.finders import Corners, find_codes
from flyers.press.read.facts import FileFacts, PageFacts

if TYPE_CHECKING:
    from PIL.Image import Image

PICTURE_DPI = 150
"""Dots per inch: three to a module of half a millimetre, the least that reads for sure."""

QUIET_MODULES = 4
"""Modules of white that a reader needs around a QR code (ISO/IEC 18004, 5.3.8)."""


@dataclass(frozen=True, kw_only=True)
class ReadCode:
    """A QR code as it was read from the picture. Lengths in points, without the quiet zone."""

    text: str
    box: Box
    modules: int
    sound: bool
    """True if every module could be read, so nothing lies over the code."""

    @property
    def module(self) -> float:
        return (self.box.width + self.box.height) / 2 / self.modules

    @property
    def quiet_zone(self) -> Box:
        return self.box.inset(Edges.all(-QUIET_MODULES * self.module))

    def has(self, box: Box) -> bool:
        """Return True if the middle of a box lies on the code."""
        x, y = (box.left + box.right) / 2, (box.bottom + box.top) / 2
        return self.box.contains(Box(left=x, bottom=y, right=x, top=y))


@dataclass(frozen=True, kw_only=True)
class SideEvidence:
    """One page: its picture in grey, its letters and codes, and its facts.

    ``tint`` is how far its most colourful spot is from grey, 0 to 255. ``codes`` are dark on
    light, ``light_codes`` light on dark; ``unread`` are the places of codes that cannot be read.
    """

    picture: "Image"
    glyphs: tuple[tuple[str, Box], ...]
    codes: tuple[ReadCode, ...]
    facts: PageFacts
    light_codes: tuple[ReadCode, ...] = ()
    unread: tuple[Box, ...] = ()
    tint: int = 0

    @property
    def pixel(self) -> float:
        """Size of a pixel in points."""
        shown = self.facts.shown
        return (shown.width + shown.height) / (self.picture.width + self.picture.height)

    @cached_property
    def _to_picture(self) -> Matrix:
        return _to_picture(self.picture, self.facts)

    def pixels(self, box: Box) -> tuple[int, int, int, int]:
        """Return the pixels that a box in points touches: left, top, right, bottom."""
        seen = self._to_picture.box(box)
        return floor(seen.left), floor(seen.bottom), ceil(seen.right), ceil(seen.top)


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """All pages in the order of the PDF, with facts on the file as a whole."""

    sides: tuple[SideEvidence, ...]
    facts: FileFacts


@dataclass(frozen=True, kw_only=True)
class PictureEvidence:
    """All that is seen in the picture of one page: in pixels, but for letters in points."""

    picture: "Image"
    letters: tuple[tuple[str, Box], ...]
    barcodes: tuple[Barcode, ...]
    eyes: tuple[Corners, ...]
    tint: int = 0


def picture_evidence(
    picture: "Image",
    letters: Sequence[tuple[str, Box]],
    in_colour: "Image | None" = None,
    *,
    eyes: bool = True,
) -> PictureEvidence:
    """Read the codes in a picture in grey.

    With ``eyes``, codes that are hard to read are tried too, and those that cannot be read are
    found.
    """
    return PictureEvidence(
        picture=picture,
        letters=tuple(letters),
        barcodes=tuple(read_barcodes(picture, soft=eyes)),
        eyes=tuple(find_codes(picture)) if eyes else (),
        tint=_tint(in_colour) if in_colour else 0,
    )


def joined(sights: Sequence[PictureEvidence], facts: FileFacts) -> Evidence:
    """Return what is seen beside the facts, page by page, as far as both go."""
    return Evidence(
        sides=tuple(map(_side, sights, facts.pages)),
        facts=facts,
    )


def gather(
    *,
    pictures: Sequence["Image"],
    glyphs: Sequence[Sequence[tuple[str, Box]]],
    facts: FileFacts,
    in_colour: Sequence["Image"] = (),
) -> Evidence:
    """Return the evidence of a PDF from its pictures in grey at PICTURE_DPI, its letters and its
    facts.

    ``in_colour`` are small pictures of the sides, needed where their colours matter.
    """
    colours = in_colour or (None,) * len(pictures)
    return joined(
        [picture_evidence(*one) for one in zip(pictures, glyphs, colours, strict=True)], facts
    )


def _side(seen: PictureEvidence, facts: PageFacts) -> SideEvidence:
    back = _to_picture(seen.picture, facts).back()
    unit = Matrix.scale(facts.user_unit)
    read = [(code.light, _on_page(code, back)) for code in seen.barcodes]
    eyes = [_from_picture(corners, back) for corners in seen.eyes]
    plain = facts.user_unit == 1
    return SideEvidence(
        picture=seen.picture,
        glyphs=seen.letters
        if plain
        else tuple((letter, unit.box(box)) for letter, box in seen.letters),
        codes=tuple(code for light, code in read if not light),
        light_codes=tuple(code for light, code in read if light),
        unread=tuple(box for box in eyes if not any(code.has(box) for _, code in read)),
        facts=facts,
        tint=seen.tint,
    )


def _tint(picture: "Image") -> int:
    """Return the greatest difference between two channels of any pixel."""
    from PIL import ImageChops

    red, green, blue = picture.convert("RGB").split()
    pairs = ((red, green), (green, blue), (blue, red))
    return max(cast(int, ImageChops.difference(*pair).getextrema()[1]) for pair in pairs)


def darkest(picture: "Image") -> int:
    """Return the darkest grey of a picture in grey: 0 is black, 255 white."""
    return cast(int, picture.getextrema()[0])


def _on_page(code: Barcode, back: Matrix) -> ReadCode:
    box = _from_picture((code.left, code.top, code.right, code.bottom), back)
    return ReadCode(text=code.text, box=box, modules=code.modules, sound=code.sound)


def _from_picture(corners: tuple[int, int, int, int], back: Matrix) -> Box:
    """Return a box on the page by its left, top, right and bottom in pixels."""
    left, top, right, bottom = corners
    return back.box(Box(left=left, bottom=top, right=right, top=bottom))


def _to_picture(picture: "Image", facts: PageFacts) -> Matrix:
    """Return the matrix from points on the page to pixels of its picture, whose y grows downward.

    A picture has whole pixels, so its scale differs a little between across and down.
    """
    turned = upright(facts.shown, rotate=facts.rotate)
    seen = turned.box(facts.shown)
    across, down = picture.width / seen.width, picture.height / seen.height
    return turned.then(Matrix(a=across, d=-down, f=picture.height))
