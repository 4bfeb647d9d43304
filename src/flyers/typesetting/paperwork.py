"""Typesets the paperwork that goes with pieces: tickets, covers of packets, an event's page.

Each is a template and a style sheet of its name in the shipped folder ``paperwork``.
"""

import re
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any

from flyers.catalogue.papers import Unit
from flyers.catalogue.stand_ins import replaced, stand_ins
from flyers.core.shipped import shipped
from flyers.typesetting.engine import Typesetter
from flyers.typesetting.templates import Sandbox

FOLDER = "paperwork"
PAPER: Mapping[Unit, str] = {"in": "letter", "mm": "A4"}


def typeset(
    name: str,
    values: Mapping[str, Any],
    *,
    unit: Unit,
    fonts: Sequence[Path],
    pictures: Mapping[str, bytes] | None = None,
    parts: int = 1,
) -> bytes:
    """Fill the template of that name and return it as a PDF, on letter or A4 as the unit has it.

    ``pictures`` are all that it may show, by their addresses; ``parts`` is the number of panels
    whose bound on size it gets. Raises GlyphError for a letter that no font has.
    """
    folder = shipped(FOLDER)
    html = Sandbox([folder]).fill(f"{name}.html", values, panels=parts)
    words = re.sub(r"<[^>]*>", " ", html)
    html = replaced(html, {sign: escape(new) for sign, new in stand_ins([words], fonts).items()})
    base, own = ((folder / f"{sheet}.css").read_text("utf-8") for sheet in ("base", name))
    css = f"@page{{size:{PAPER[unit]}}}\n{base}\n{own}"
    setter = Typesetter(fonts)
    return setter.write([setter.set(setter.text(html, pictures), [setter.style(css, keep=False)])])
