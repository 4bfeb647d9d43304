"""A piece as typeset: its pages, made up of artwork and text."""

from collections.abc import Sequence
from dataclasses import dataclass

from flyers.catalogue.formats import Panel
from flyers.core.boxes import Box
from flyers.core.sheets import Layer, Page
from flyers.statements.statement import Block
from flyers.typesetting.engine import PageRun
from flyers.typesetting.fit.artwork_fit import DrawnArtwork
from flyers.typesetting.fit.copyfit import Fit
from flyers.typesetting.fit.excerpt import LeftOut
from flyers.typesetting.fit.galley import pictures_in, words_in


@dataclass(frozen=True, kw_only=True)
class Composed:
    """A piece as typeset.

    ``runs`` are written into one file, and ``pages`` are made up of their pages: a page for each
    of the ``panels``, and then the slug, whose index is ``slug``. ``codes`` are the boxes of the
    QR codes on each panel, and ``imprints`` is True for a panel with the imprint. ``pictures``
    are the numbers of the statement's pictures that are shown. ``excerpt`` is True where less
    than the whole statement is set; ``left_out`` is the rest of a text that did not fit.
    """

    runs: tuple[PageRun, ...]
    panels: tuple[Panel, ...]
    pages: tuple[Page, ...]
    slug: int
    codes: tuple[tuple[Box, ...], ...]
    imprints: tuple[bool, ...]
    pictures: frozenset[int]
    composition: str
    fit: Fit | None
    words_set: int
    excerpt: bool
    left_out: LeftOut | None = None


def composed_of(
    drawn: DrawnArtwork,
    text: PageRun | None,
    fit: Fit | None,
    blocks: Sequence[Block],
    *,
    excerpt: bool,
) -> Composed:
    """Return the piece whose artwork page i is panel i; then comes the slug, then the text."""
    panels, run = drawn.art.panels, drawn.run
    count = len(panels)
    used = drawn.slots[: len(text.pages)] if text else ()
    pages = [
        Page(
            name=panel.name,
            width=panel.width,
            height=panel.height,
            layers=(
                Layer(source=i, x=-drawn.bleed, y=-drawn.bleed),
                *(
                    Layer(source=count + 1 + j, x=box.left, y=box.bottom)
                    for j, (on, box) in enumerate(used)
                    if on == i
                ),
            ),
        )
        for i, panel in enumerate(panels)
    ]
    foot = run.pages[count]
    pages.append(
        Page(name="slug", width=foot.width, height=foot.height, layers=(Layer(source=count),))
    )
    return Composed(
        runs=(run, text) if text else (run,),
        panels=panels,
        pages=tuple(pages),
        slug=count,
        codes=tuple(
            tuple(box for name, box in page.boxes.items() if name.startswith("qr-"))
            for page in run.pages[:count]
        ),
        imprints=drawn.imprints,
        pictures=pictures_in(blocks) if text else frozenset(),
        composition=drawn.art.composition.name,
        fit=fit,
        words_set=words_in(blocks),
        excerpt=excerpt,
    )
