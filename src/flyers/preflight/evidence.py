"""What can be seen on a printed PDF, gathered once and shared by all checks."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor
from typing import TYPE_CHECKING, cast

from flyers.facts import FontFacts, SheetFacts, SideFacts
from flyers.preflight.barcodes import Barcode, read_barcodes
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


@dataclass(frozen=True, kw_only=True)
class SideEvidence:
    """One side of a sheet: its picture in grey, its letters and codes, its boxes. ``tint`` is
    how far its most colourful spot is from grey, 0 to 255."""

    picture: "Image"
    glyphs: tuple[tuple[str, Box], ...]
    codes: tuple[ReadCode, ...]
    facts: SideFacts
    tint: int = 0

    @property
    def pixel(self) -> float:
        """The size of a pixel in points."""
        return self.facts.media.width / self.picture.width

    def pixels(self, box: Box) -> tuple[int, int, int, int]:
        """The pixels that a box in points touches: left, top, right, bottom."""
        across, down = _pixels_per_point(self.picture, self.facts.media)
        media = self.facts.media
        return (
            floor((box.left - media.left) * across),
            floor((media.top - box.top) * down),
            ceil((box.right - media.left) * across),
            ceil((media.top - box.bottom) * down),
        )


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """All sides of all sheets in the order of the PDF, and the fonts they use."""

    sides: tuple[SideEvidence, ...]
    fonts: tuple[FontFacts, ...]


def gather(
    *,
    pictures: Sequence["Image"],
    glyphs: Sequence[Sequence[tuple[str, Box]]],
    facts: SheetFacts,
    in_colour: Sequence["Image"] = (),
) -> Evidence:
    """The evidence of a PDF from its pictures in grey at PICTURE_DPI, its letters and its facts.

    ``in_colour`` are small pictures of the sides, where it matters what colours they have.
    """
    tints = [_tint(picture) for picture in in_colour] or [0] * len(pictures)
    return Evidence(
        sides=tuple(
            SideEvidence(
                picture=picture,
                glyphs=tuple(letters),
                codes=tuple(
                    _on_sheet(code, picture, side.media) for code in read_barcodes(picture)
                ),
                facts=side,
                tint=tint,
            )
            for picture, letters, side, tint in zip(
                pictures, glyphs, facts.sides, tints, strict=True
            )
        ),
        fonts=facts.fonts,
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


def _on_sheet(code: Barcode, picture: "Image", media: Box) -> ReadCode:
    across, down = _pixels_per_point(picture, media)
    return ReadCode(
        text=code.text,
        box=Box(
            left=media.left + code.left / across,
            bottom=media.top - code.bottom / down,
            right=media.left + code.right / across,
            top=media.top - code.top / down,
        ),
        modules=code.modules,
        sound=code.sound,
    )


def _pixels_per_point(picture: "Image", media: Box) -> tuple[float, float]:
    """Across and down; they differ by a hair, since a picture has whole pixels."""
    return picture.width / media.width, picture.height / media.height
