"""Colour spaces of a page, by the inks that they print (ISO 32000-1, 8.6)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from flyers.press.read.filters import data_of
from flyers.press.read.objects import followed
from flyers.press.read.painted import PROCESS, Colour, Space

PLACES = 4
"""Decimals of a colour's values; a printer has 8 bits."""

DEEPEST = 4
"""Levels of spaces that are based on others, such as the palette of a separation."""

MOST_INKS = 32
"""Colorants of a DeviceN space (annex C.2)."""


@dataclass(frozen=True, kw_only=True)
class ColourSpace:
    """A space by what its values mean.

    ``inks`` are the places of the values among cyan, magenta, yellow and black, where it names
    process inks one by one; ``under`` is the base of an uncoloured pattern, or of a palette.
    """

    space: Space
    parts: int
    spots: tuple[str, ...] = ()
    inks: tuple[int, ...] = ()
    profile: bool = False
    under: "ColourSpace | None" = None
    palette: bytes = b""

    def colour(self, values: Sequence[float]) -> Colour:
        """Return a colour of this space; values that are missing are 0."""
        if self.palette and self.under:
            return self.under.colour(self._looked_up(values))
        plain = [round(min(1.0, max(0.0, value)), PLACES) for value in values[: self.parts]]
        plain += [0.0] * (self.parts - len(plain))
        if self.inks:
            on_plates = [0.0] * 4
            for place, value in zip(self.inks, plain, strict=False):
                if place < 0:
                    on_plates = [value] * 4
                else:
                    on_plates[place] = value
            plain = on_plates
        if self.space == "lab":
            plain = [round(value, PLACES) for value in values[:3]]
        return Colour(
            space=self.space,
            values=tuple(plain),
            spots=self.spots,
            profile=self.profile,
            registration=-1 in self.inks,
        )

    @property
    def initial(self) -> Colour:
        """The initial colour of the space (8.6.8, operator CS)."""
        full = 1.0 if self.spots or self.inks else 0.0
        values = [full] * self.parts
        if self.space == "cmyk" and not self.inks:
            values = [0.0, 0.0, 0.0, 1.0]
        return self.colour(values)

    def _looked_up(self, values: Sequence[float]) -> list[float]:
        assert self.under is not None
        at = int(values[0]) * self.under.parts if values else 0
        return [byte / 255 for byte in self.palette[at : at + self.under.parts]]


GREY = ColourSpace(space="grey", parts=1)
RGB = ColourSpace(space="rgb", parts=3)
CMYK = ColourSpace(space="cmyk", parts=4)
PATTERN = ColourSpace(space="pattern", parts=0)

NAMED = {
    "/DeviceGray": GREY,
    "/G": GREY,
    "/CalGray": ColourSpace(space="grey", parts=1, profile=True),
    "/DeviceRGB": RGB,
    "/RGB": RGB,
    "/CalRGB": ColourSpace(space="rgb", parts=3, profile=True),
    "/DeviceCMYK": CMYK,
    "/CMYK": CMYK,
    "/Lab": ColourSpace(space="lab", parts=3, profile=True),
    "/Pattern": PATTERN,
}

BY_PARTS = {1: GREY, 3: RGB, 4: CMYK}


def colour_space(value: Any, resources: Any, depth: int = 0) -> ColourSpace:
    """Return the space of that name or definition; an unknown one counts as grey, of which only the
    first value is known."""
    value = followed(value)
    if isinstance(value, str):
        own = (followed(resources.get("/ColorSpace")) or {}) if depth == 0 else {}
        if value in NAMED and value not in own:
            return NAMED[value]
        return colour_space(own[value], resources, depth + 1) if value in own else GREY
    if not isinstance(value, list) or not value or depth > DEEPEST:
        return GREY
    family = str(followed(value[0]))
    if family == "/ICCBased":
        return _with_profile(followed(value[1]))
    if family in ("/Separation", "/DeviceN"):
        names = followed(value[1])
        return _inks([names] if family == "/Separation" else list(names)[:MOST_INKS])
    if family in ("/Indexed", "/I"):
        under = colour_space(value[1], resources, depth + 1)
        return ColourSpace(
            space=under.space,
            parts=1,
            spots=under.spots,
            profile=under.profile,
            under=under,
            palette=_palette(followed(value[3])) if len(value) > 3 else b"",
        )
    if family == "/Pattern" and len(value) > 1:
        return ColourSpace(
            space="pattern", parts=0, under=colour_space(value[1], resources, depth + 1)
        )
    return NAMED.get(family, GREY)


def _with_profile(profile: Any) -> ColourSpace:
    plain = BY_PARTS.get(int(followed(profile.get("/N", 3))), RGB)
    return ColourSpace(space=plain.space, parts=plain.parts, profile=True)


def _inks(names: list[Any]) -> ColourSpace:
    """Return a space of named inks. All is every ink there is, None is no ink at all."""
    plain = [str(followed(name)).lstrip("/") for name in names]
    if plain == ["All"]:
        return ColourSpace(space="cmyk", parts=1, inks=(-1,))
    real = [name for name in plain if name != "None"]
    if real and all(name in PROCESS for name in real) and len(real) == len(plain):
        return ColourSpace(
            space="cmyk", parts=len(plain), inks=tuple(PROCESS.index(name) for name in plain)
        )
    spots = tuple(name for name in real if name not in PROCESS)
    return ColourSpace(space="spot", parts=len(plain), spots=spots)


def _palette(table: Any) -> bytes:
    if hasattr(table, "get_data"):
        return data_of(table)
    if hasattr(table, "original_bytes"):
        return bytes(table.original_bytes)
    return bytes(table) if isinstance(table, (bytes, bytearray)) else b""
