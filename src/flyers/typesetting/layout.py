"""A layout: a design, with its compositions for each family of formats, the airiest first.

A short statement gets the first composition, a long one the last. A composition is a row
in layout.toml, so that another design, or another step between short and long, takes no
Python.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from flyers.catalogue.inks import Swatch
from flyers.core.units import Range

LINE_ROOM = dict.fromkeys(("ar", "ckb", "fa", "ps", "sd", "ug", "ur"), 1.2)
LINE_ROOM |= dict.fromkeys(("hi", "mr", "ne", "sa"), 1.25) | dict.fromkeys(("he", "yi"), 1.1)
"""Factor by which lines of displays stand farther apart than those of Latin capitals, by
language."""


@dataclass(frozen=True, kw_only=True)
class Display:
    """A text that is set as large as its box allows: the title, a pulled quote.

    ``sizes`` in points, ``height`` the share of the panel's height that it may take, ``grow``
    True if it may also take the height that the text leaves over. ``panel`` and ``inset``
    foretell where it stands, and by how many points it is narrower than its panel: the
    artwork decides, but need not be set twice where they are right.
    """

    text: str
    sizes: Range
    lines: int
    height: float
    line_height: float
    grow: bool
    panel: str
    inset: float


@dataclass(frozen=True, kw_only=True)
class Composition:
    """One arrangement of a layout for a family of formats.

    ``words`` is the length of statement that it is meant for; the fit decides. ``sizes`` in
    points, ``leadings`` in multiples of the size, ``qr`` the wanted side of the code in points.
    ``panels`` are those that show something, in reading order.
    """

    name: str
    family: str
    panels: tuple[str, ...]
    words: int
    sizes: Range
    leadings: Range
    displays: Mapping[str, Display]
    qr: float

    def for_language(self, language: str) -> "Composition":
        """Return the composition with room for marks above and below letters, where the script of
        the language has them."""
        room = LINE_ROOM.get(language.replace("_", "-").partition("-")[0].lower(), 1)
        roomier = {
            name: replace(display, line_height=display.line_height * room)
            for name, display in self.displays.items()
        }
        return replace(self, displays=roomier)


@dataclass(frozen=True, kw_only=True)
class Layout:
    """A design, read and validated."""

    name: str
    folder: Path
    purpose: str
    flow: str
    links: str
    palette: Mapping[str, Swatch]
    compositions: tuple[Composition, ...]
    faces: Mapping[str, str] = field(default_factory=dict)
    """The campaign's fonts, by their use; they go before the layout's own."""
    event: bool = False
    """True if it prints the time and place of an event."""

    def for_family(self, family: str) -> tuple[Composition, ...]:
        """Return its compositions for a family of formats, airiest first."""
        return tuple(c for c in self.compositions if c.family == family)

    @property
    def families(self) -> tuple[str, ...]:
        """Families of formats that it has compositions for."""
        return tuple(dict.fromkeys(c.family for c in self.compositions))
