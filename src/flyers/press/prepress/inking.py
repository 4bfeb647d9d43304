"""Colours of a content stream turned into ink, operator by operator.

ISO 32000-1: 8.6.8 (colour operators), 8.6.4 (device spaces), 8.6.5.4 (Lab).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from flyers.catalogue.inks import Inks, Rgb
from flyers.catalogue.light import level_of, light_of_lightness
from flyers.press.prepress.operations import Operation
from flyers.press.read.objects import CHANNELS
from flyers.press.write.drawing import numbers

Values = list[float]
SpaceName = str
"""The name of a space without its slash; a name of the file's own stands for Lab."""

_DIRECT: Mapping[bytes, tuple[SpaceName, bool]] = {
    b"g": ("DeviceGray", False),
    b"G": ("DeviceGray", True),
    b"rg": ("DeviceRGB", False),
    b"RG": ("DeviceRGB", True),
}
"""Operators that choose a space and a colour at once, each with True if for strokes."""

_CHOOSE = {b"cs": False, b"CS": True}
_SET = {b"sc": False, b"scn": False, b"SC": True, b"SCN": True}

LUMA = (0.3, 0.59, 0.11)
"""Weights of red, green and blue in the luminosity of a mask (11.5.3 and 8.6.4.3)."""


@dataclass(frozen=True, kw_only=True)
class Inker:
    """Conversion of colours: ``flat`` gives inks; where it is None, as in a mask, they become
    brightness."""

    flat: Callable[[Rgb], Inks] | None

    def values(self, space: SpaceName, values: Values) -> tuple[float, ...]:
        """Return the colour in CMYK, or as a brightness in a mask."""
        if self.flat is None:
            return (_brightness(space, values),)
        if space == "DeviceCMYK":
            return tuple(values)
        return self.flat(as_rgb(space, values))

    @property
    def space(self) -> SpaceName:
        return "DeviceGray" if self.flat is None else "DeviceCMYK"

    def operation(self, space: SpaceName, values: Values, *, stroke: bool) -> Operation:
        """Return the operator that chooses the colour."""
        names = (b"g", b"G") if self.flat is None else (b"k", b"K")
        spelled = numbers(*self.values(space, values))
        return Operation(names[stroke], spelled.encode(), list(map(float, spelled.split())))


def inked(operations: Iterable[Operation], inker: Inker) -> Iterator[Operation]:
    """Yield the same operations with every colour as ink. Patterns stay: each is a stream of its
    own."""
    spaces: list[tuple[SpaceName, SpaceName]] = [("DeviceGray", "DeviceGray")]
    for operation in operations:
        name = operation.name
        if name == b"q":
            spaces.append(spaces[-1])
        elif name == b"Q" and len(spaces) > 1:
            spaces.pop()
        if name in _DIRECT:
            space, stroke = _DIRECT[name]
            spaces[-1] = _with(spaces[-1], space, stroke)
            yield inker.operation(space, operation.values, stroke=stroke)
        elif name in _CHOOSE:
            space, stroke = operation.values[0].lstrip("/"), _CHOOSE[name]
            spaces[-1] = _with(spaces[-1], space, stroke)
            if space == "Pattern":
                yield operation
            else:
                # The initial colour of a space is black, or as near to it as there is (8.6.5.1).
                first = [0.0] * CHANNELS.get(space, 3)
                black = [0.0, 0.0, 0.0, 1.0] if space == "DeviceCMYK" else first
                yield inker.operation(space, black, stroke=stroke)
        elif name in _SET and spaces[-1][_SET[name]] != "Pattern":
            stroke = _SET[name]
            yield inker.operation(spaces[-1][stroke], operation.values, stroke=stroke)
        else:
            yield operation


def _with(
    spaces: tuple[SpaceName, SpaceName], space: SpaceName, stroke: bool
) -> tuple[SpaceName, SpaceName]:
    return (spaces[0], space) if stroke else (space, spaces[1])


def as_rgb(space: SpaceName, values: Values) -> Rgb:
    """Return a colour of the typeset file in whole levels of sRGB."""
    if space == "DeviceGray":
        shares = values * 3
    elif space == "DeviceRGB":
        shares = values
    else:
        shares = _srgb_of_lab(values)
    red, green, blue = (min(max(round(share * 255), 0), 255) for share in shares)
    return red, green, blue


def _brightness(space: SpaceName, values: Values) -> float:
    if space == "DeviceCMYK":
        black = values[3]
        values = [1 - min(1, part + black) for part in values[:3]]
    elif space == "DeviceGray":
        values = values * 3
    elif space != "DeviceRGB":
        values = _srgb_of_lab(values)
    return sum(share * part for share, part in zip(LUMA, values, strict=True))


def _srgb_of_lab(values: Values) -> Values:
    """Convert CIE L*a*b* under D50, in which the engine writes lab(), lch() and oklch(), to sRGB.

    CSS Color 4, 10.2: by XYZ and the Bradford matrix to D65, and the curve of sRGB.
    """
    lightness, a, b = values
    fy = (lightness + 16) / 116
    x, y, z = (
        white * light_of_lightness(116 * f - 16)
        for white, f in zip((0.96430, 1.0, 0.82511), (fy + a / 500, fy, fy - b / 200), strict=True)
    )
    linear = (sum(m * part for m, part in zip(row, (x, y, z), strict=True)) for row in _FROM_D50)
    return [min(max(level_of(light), 0), 1) for light in linear]


_FROM_D50 = (
    (3.1341359, -1.6173863, -0.4906620),
    (-0.9787955, 1.9162544, 0.0334427),
    (0.0719554, -0.2289768, 1.4053860),
)
"""From XYZ under D50 to linear sRGB."""
