"""Draws the artwork of a composition, its displays fitted to their boxes.

How wide a display's box is, is known once the artwork is drawn. It is remembered, so
that most artwork is drawn once.
"""

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from flyers.catalogue.formats import Format
from flyers.catalogue.qr import QrCode
from flyers.core.boxes import Box
from flyers.core.errors import LayoutError
from flyers.core.matrix import Matrix
from flyers.typesetting.engine import PageRun, SetPage, SettingContext
from flyers.typesetting.fit.art import Art, page_css
from flyers.typesetting.fit.artwork import ArtworkTemplate
from flyers.typesetting.fit.copymodel import Frame
from flyers.typesetting.fit.displays import Displays, FittedDisplay
from flyers.typesetting.fit.piece_copy import Copy
from flyers.typesetting.layout import Composition

_FRAME = re.compile(r"frame-([0-9]{1,6})")
_IMPRINT = "imprint-"
"""Beginning of the ids of imprints."""


LINE = 8.0
"""Height in points of the lowest frame that still has room for text, and width of the narrowest."""

_SHARES = (1.0, 0.85, 0.7, 0.55)
"""Shares of the displays' own heights, tried one after the other where artwork is too high."""


@dataclass(frozen=True, kw_only=True)
class DrawnArtwork:
    """Artwork as set: its pages, and the frames that it leaves for text, in reading order."""

    art: Art
    run: PageRun
    slots: tuple[tuple[int, Box], ...]
    """Panel and box of each frame."""

    bleed: float
    """Distance by which its pages reach beyond their panels, on all sides."""

    @property
    def frames(self) -> list[Frame]:
        """Sizes of the frames."""
        return [Frame(width=box.width, height=box.height) for _, box in self.slots]

    @property
    def is_apart(self) -> bool:
        """True if no box that the template names ``apart-…`` overlaps another such box."""
        for page in self.run.pages:
            named = [box for name, box in page.boxes.items() if name.startswith("apart-")]
            ordered = sorted(named, key=lambda box: -box.top)
            if any(above.bottom < below.top - 0.5 for above, below in pairwise(ordered)):
                return False
        return True

    @property
    def lowest(self) -> float:
        """Distance of the artwork from the foot of its panel, in points.

        Without the imprint, which always stands there: a thing that ran into it would not count.
        """
        return min(
            box.bottom
            for page in self.run.pages[:-1]
            for name, box in page.boxes.items()
            if not name.startswith(_IMPRINT)
        )

    @property
    def imprints(self) -> tuple[bool, ...]:
        """True for each panel that has the imprint."""
        return tuple(_imprinted(page) for page in self.run.pages[: len(self.art.panels)])


def _within_trim(run: PageRun, bleed: float) -> PageRun:
    """Return the run with its boxes measured from the corner of the trim, not of the bleed."""
    move = Matrix.move(-bleed, -bleed)
    pages = [
        replace(page, boxes={name: move.box(box) for name, box in page.boxes.items()})
        for page in run.pages
    ]
    return replace(run, pages=tuple(pages)) if bleed else run


def slots_of(run: PageRun) -> tuple[tuple[int, Box], ...]:
    """Return panel and box of each frame, in reading order."""
    found = {
        int(number[1]): (panel, box)
        for panel, page in enumerate(run.pages)
        for name, box in page.boxes.items()
        if (number := _FRAME.fullmatch(name))
    }
    return tuple(found[number] for number in sorted(found))


def _imprinted(page: SetPage) -> bool:
    return any(name.startswith(_IMPRINT) for name in page.boxes)


class ArtworkFitter:
    """The artwork of one statement in one layout."""

    def __init__(
        self, setting: SettingContext, template: ArtworkTemplate, copy: Copy, code: QrCode
    ) -> None:
        self._setting = setting
        self._template = template
        self._copy = copy
        self._code = code
        self._displays = Displays(setting, copy.texts)
        self._insets: dict[tuple[str, str, str], tuple[str, float]] = {}
        self._taken: dict[tuple[str, str, str], float] = {}

    def art(self, row: Composition, fmt: Format) -> Art:
        """Return what the artwork of a composition is drawn by, its displays foretold."""
        panels = tuple(fmt.panel(name) for name in row.panels)
        shown = [name for name, d in row.displays.items() if self._copy.texts.get(d.text)]
        art = Art(composition=row, panels=panels, displays={}, excerpt=False)
        self._displays.measure({name: row.displays[name] for name in shown}, row.family)
        return replace(art, displays={name: self._display(art, name) for name in shown})

    def draw(self, art: Art, spare: float = 0) -> DrawnArtwork:
        """Draw the artwork; if it is too high for its panels, with lower displays.

        ``spare`` points of height are added to the displays that may grow. Raises LayoutError.
        """
        for share in (1.0,) if spare else _SHARES:
            drawn = self._drawn(art, spare, share)
            if drawn:
                return drawn
        shorten = "shorten the imprint in flyers.toml, or " if self._copy.imprint else ""
        displays = ", ".join(art.displays) or "none"
        raise LayoutError(
            f"{self._template.place(art, 'layout.toml')}: the artwork is higher than its panel; "
            f"{shorten}lower height or sizes of its displays ({displays}), or take something out "
            "of the template."
        )

    def _drawn(self, art: Art, spare: float, share: float) -> DrawnArtwork | None:
        """Return the artwork, drawn again if its displays turn out to have another width; None if
        it is too high with displays of that ``share`` of their height."""
        pages = page_css(art.panels, self._template.bleed)
        styles = [*self._setting.styles, self._setting.typesetter.style(pages)]
        grown = {
            name: fit.height * fit.size + spare
            for name, fit in art.displays.items()
            if spare and art.composition.displays[name].grow
        }
        for name, height in grown.items():
            art = replace(art, displays={**art.displays, name: self._display(art, name, height)})
        for _ in range(3):
            html = self._template.html(self._copy, art, self._code)
            try:
                text = self._setting.typesetter.text(
                    html, self._copy.pictures, self._setting.converted
                )
                run = self._setting.typesetter.set(text, styles)
            except RecursionError:
                raise LayoutError(
                    f"{self._template.place(art, 'template.html')}: its elements are nested too "
                    "deeply; close each of them."
                ) from None
            run = _within_trim(run, self._template.bleed)
            self._learn(art, run)
            fitted = {
                name: self._display(art, name, grown.get(name), share) for name in art.displays
            }
            if fitted == art.displays:
                break
            art = replace(art, displays=fitted)
        if len(run.pages) != len(art.panels) + 1:
            return None
        self._refuse_incomplete(art, run)
        slots = slots_of(run)
        if any(box.width < LINE for _, box in slots):
            raise LayoutError(
                f"{self._template.place(art, 'style.css')}: a frame is {LINE:g} points wide or "
                "less; give it the room for a line of text."
            )
        if slots and max(box.height for _, box in slots) < LINE:
            return None
        return DrawnArtwork(art=art, run=run, slots=slots, bleed=self._template.bleed)

    def _refuse_incomplete(self, art: Art, run: PageRun) -> None:
        panels = run.pages[: len(art.panels)]  # behind them there is the slug
        codes = [box for page in panels for name, box in page.boxes.items() if name[:3] == "qr-"]
        if not codes or min(box.width for box in codes) <= 0:
            raise self.lack(art, "the QR code", "qr()")
        if self._copy.imprint and not any(_imprinted(page) for page in run.pages):
            raise self.lack(art, "the imprint that flyers.toml asks for", "imprint()")

    def lack(self, art: Art, what: str, call: str) -> LayoutError:
        """Return the error of a template that does not show what it has to show."""
        panels = " or ".join(panel.name for panel in art.panels)
        return LayoutError(
            f"{self._template.place(art, 'template.html')}: no panel shows {what}; "
            f"put {{{{ {call} }}}} on the panel {panels}."
        )

    def _learn(self, art: Art, run: PageRun) -> None:
        """Remember each display's panel, how much narrower than it the display is, and how much
        of a panel's height the imprint takes: all formats of a family share these."""
        row = art.composition
        for panel, page in zip(art.panels, run.pages, strict=False):
            taken = [box.height for name, box in page.boxes.items() if name.startswith(_IMPRINT)]
            self._taken[row.family, row.name, panel.name] = sum(taken)
            for name in art.displays:
                if box := page.boxes.get(f"display-{name}"):
                    self._insets[row.family, row.name, name] = panel.name, panel.width - box.width

    def _display(
        self, art: Art, name: str, height: float | None = None, share: float = 1
    ) -> FittedDisplay:
        row = art.composition
        display = row.displays[name]
        foretold = display.panel, display.inset
        on, inset = self._insets.get((row.family, row.name, name), foretold)
        panel = next((panel for panel in art.panels if panel.name == on), art.panels[0])
        taken = self._taken.get((row.family, row.name, panel.name), 0)
        return self._displays.fit(
            name,
            display,
            row.family,
            width=panel.width - inset,
            height=height or (panel.height - taken) * display.height * share,
        )
