"""One filling of a layout's template: its composition, its panels, the sizes of its displays."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flyers.catalogue.formats import Panel
from flyers.typesetting import home_slug
from flyers.typesetting.fit.displays import FittedDisplay
from flyers.typesetting.layout import Composition


@dataclass(frozen=True, kw_only=True)
class Art:
    """The composition, the panels and the sizes found so far: all that one filling depends on."""

    composition: Composition
    panels: tuple[Panel, ...]
    displays: Mapping[str, FittedDisplay]
    excerpt: bool
    text_height: float | None = None
    """Height of all frames, in points, where the text does not fill them; None: all there is."""


def page_css(panels: Sequence[Panel], bleed: float) -> str:
    """Return the style sheet with the page size of each panel, bleed included, and of the slug."""
    rules = [
        f"@page panel-{i}{{size:{p.width + 2 * bleed:.3f}pt {p.height + 2 * bleed:.3f}pt;"
        f"margin:{bleed:.3f}pt}}"
        f".panel-{i}{{page:panel-{i};width:{p.width:.3f}pt;height:{p.height:.3f}pt}}"
        for i, p in enumerate(panels)
    ]
    width, height = home_slug.size(panels)
    rules.append(f"@page slug{{size:{width:.3f}pt {height:.3f}pt;margin:0}}")
    return "".join(rules)
