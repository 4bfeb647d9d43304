"""Fills a layout's template: everything on a panel but the running text.

The artwork of a panel is a page of HTML. It has an empty ``frame`` where text is to
run, and a ``display`` where a line is set as large as it goes. The engine reports the
size of both, and ``artwork_fit`` fits the displays and fills the template again.
"""

from dataclasses import dataclass

from flyers.catalogue.formats import Panel
from flyers.catalogue.printers import Setup
from flyers.catalogue.qr import QrCode
from flyers.core.shipped import shipped
from flyers.typesetting import home_slug
from flyers.typesetting.fit.art import Art
from flyers.typesetting.fit.css_values import bleed_of, css_values
from flyers.typesetting.fit.piece_copy import Copy
from flyers.typesetting.fit.template_functions import TemplateFunctions
from flyers.typesetting.layout import Layout
from flyers.typesetting.layout_file import text_of
from flyers.typesetting.layouts import SHARED


class ArtworkTemplate:
    """The template of one layout, in a sandbox: a layout may come from a stranger."""

    def __init__(self, layout: Layout, setup: Setup) -> None:
        from flyers.typesetting.templates import Sandbox

        self._layout = layout
        self._setup = setup
        self._templates = Sandbox([layout.folder, shipped("layouts") / SHARED])

    @property
    def colour(self) -> str:
        """Colour that the printer prints in: rgb, grey or cmyk."""
        return self._setup.printer.colour

    @property
    def bleed(self) -> float:
        """Distance that the artwork runs over the trim of its panels, in points."""
        return bleed_of(self._setup)

    def place(self, art: Art, file: str) -> str:
        """Return the file of the layout and the composition, as messages name them."""
        row = art.composition
        return f"{self._layout.folder / file}, composition {row.name!r} ({row.family})"

    def css(self) -> tuple[str, str]:
        """Return the two style sheets that text and artwork share: the base, then the layout's."""
        folder = self._layout.folder
        base, own = folder / "base.css", folder / "style.css"
        if not base.is_file():
            base = shipped("layouts") / SHARED / "base.css"
        return f"{text_of(base)}\n{css_values(self._layout, self._setup)}", text_of(own)

    def html(self, copy: Copy, art: Art, code: QrCode) -> str:
        """Return the artwork of all panels as HTML, one page each, and the slug on a last page."""
        panels = [_PanelView(panel, i, len(art.panels)) for i, panel in enumerate(art.panels)]
        values = {
            "copy": copy,
            "statement": copy.statement,
            "words": copy.phrases,
            "panels": panels,
            "layout": self._layout.name,
            "composition": art.composition.name,
            "family": art.composition.family,
            "excerpt": art.excerpt,
            "capped": art.text_height is not None,
            "printer": self._setup.printer.name,
            "bleeds": self.bleed > 0,
            "light": self._setup.printer.light,
            "slug": home_slug.home_slug(
                copy.phrases, art.panels, copy.flip, duplex=self._setup.duplex
            ),
            **TemplateFunctions(copy, art, code).by_name(),
        }
        return self._templates.fill("template.html", values, panels=len(panels))


@dataclass(frozen=True)
class _PanelView:
    """A panel as templates see it."""

    panel: Panel
    index: int
    count: int

    @property
    def name(self) -> str:
        return self.panel.name

    @property
    def first(self) -> bool:
        return self.index == 0

    @property
    def last(self) -> bool:
        return self.index == self.count - 1
