"""Composes a piece: chooses a composition, fits its displays and its text, cuts what does not fit.

The artwork of the panels is set once or twice. The text alone is set again and again,
each of its columns or panels as a page of its own size.
"""

import math
from collections.abc import Callable
from dataclasses import replace

from flyers.catalogue.formats import Format
from flyers.catalogue.qr import QrCode
from flyers.core.errors import LayoutError, OversetError
from flyers.statements.body.cutting import Kind, beginning, cut, marked
from flyers.statements.statement import Block
from flyers.typesetting.engine import SettingContext, Typesetter
from flyers.typesetting.fit.artwork import ArtworkTemplate
from flyers.typesetting.fit.artwork_fit import ArtworkFitter, DrawnArtwork
from flyers.typesetting.fit.composed import Composed, composed_of
from flyers.typesetting.fit.copyfit import Fit
from flyers.typesetting.fit.copymodel import GRID
from flyers.typesetting.fit.excerpt import left_out, places_to_end
from flyers.typesetting.fit.galley import Galley, html_of, words_in
from flyers.typesetting.fit.overset import Overset
from flyers.typesetting.fit.piece_copy import Copy
from flyers.typesetting.layout import Composition, Layout

MOST_SIDES = 24
"""Sides that ``--overset pages`` goes on to; a longer text wants a booklet."""

CHARACTERS_PER_WORD = 6
"""Letters and space that count as a word of a layout's ``words``, in any language."""

_WELL_FILLED = 0.95
"""Share of the frames' height from which a piece looks full."""
_FULL_ENOUGH = 0.9
"""Share of the frames' height from which no sentence is broken to fill more of it."""
_FAR_ENOUGH = 2.0
"""Times the frames' height: the model's error is never as large as that."""


class Composer:
    """Composes one statement in one layout, in any number of formats."""

    def __init__(
        self,
        *,
        typesetter: Typesetter,
        template: ArtworkTemplate,
        layout: Layout,
        copy: Copy,
        code: QrCode,
        blocks: tuple[Block, ...],
        converted: Callable[[bytes], bytes] = bytes,
    ) -> None:
        statement = copy.statement
        setting = SettingContext(
            typesetter=typesetter,
            styles=tuple(typesetter.style(css) for css in template.css()),
            layout=layout.name,
            language=statement.language,
            direction=statement.direction,
            converted=converted,
        )
        self._layout = layout
        self._language = statement.language
        self._blocks = blocks
        self._artwork = ArtworkFitter(setting, template, copy, code)
        self._galley = Galley(setting, statement.pictures)

    def compose(self, fmt: Format, overset: Overset) -> Composed:
        """Return the piece in a format. Raises OversetError if the text does not fit and may not be
        cut, LayoutError if the layout lacks something."""
        rows = [row.for_language(self._language) for row in self._layout.for_family(fmt.family)]
        if not rows:
            raise LayoutError(
                f"The layout {self._layout.name!r} has no composition for {fmt.name}; choose a "
                f"format of the family {' or '.join(self._layout.families)}, or add a composition "
                f"for the family {fmt.family} to {self._layout.folder / 'layout.toml'}."
            )
        words = sum(len(block.text) for block in self._blocks) / CHARACTERS_PER_WORD
        start = next((i for i, row in enumerate(rows) if words <= row.words), len(rows) - 1)
        for row in rows[start:]:
            drawn = self._artwork.draw(self._artwork.art(row, fmt))
            # Artwork that runs together asks for the next composition, which is denser.
            if (row is rows[-1] or drawn.is_apart) and (
                done := self._filled(drawn, self._blocks)
            ) is not None:
                return done
        if overset == "pages" and fmt.more_sides:
            return self._on_more_sides(drawn, fmt)
        return self._cut(drawn, overset)

    def _filled(
        self, drawn: DrawnArtwork, blocks: tuple[Block, ...], row: Composition | None = None
    ) -> Composed | None:
        """Return the piece with the text fitted into this artwork, or None if it is overset at the
        smallest size. ``row`` has other sizes than the artwork's own composition."""
        if not drawn.slots and self._layout.flow == "statement":
            raise self._artwork.lack(drawn.art, "the text", "frame()")
        if not drawn.slots:
            return composed_of(drawn, None, None, blocks, excerpt=self._is_excerpt(drawn))
        # An excerpt's end was found by setting it, so the model, which errs, is not asked.
        at, believe = row or drawn.art.composition, not drawn.art.excerpt
        fit = self._galley.fit(blocks, drawn.frames, at, believe=believe)
        if fit is None:
            return None
        if fit.type_size < drawn.art.composition.sizes.high:
            fit = replace(fit, capped=False)
        if fit.fill < _WELL_FILLED:
            drawn, fit = self._settled(drawn, blocks, fit)
        if fit.fill < _WELL_FILLED and not fit.capped and row is None:
            fit = self._opened(drawn, blocks, fit)
        text = self._galley.pour(html_of(blocks), drawn.frames, fit.type_size, fit.leading)
        return composed_of(drawn, text, fit, blocks, excerpt=self._is_excerpt(drawn))

    def _opened(self, drawn: DrawnArtwork, blocks: tuple[Block, ...], fit: Fit) -> Fit:
        """Return the fit of slightly smaller type if it fills the frames and the largest does not.

        In short columns the rule against widows and orphans can leave lines empty.
        """
        row = drawn.art.composition
        for step in range(1, 4):
            high = round(fit.type_size - step * GRID, 4)
            if high < row.sizes.low:
                break
            smaller = replace(row, sizes=replace(row.sizes, high=high))
            opened = self._galley.fit(blocks, drawn.frames, smaller)
            if opened and opened.fill >= _WELL_FILLED:
                return replace(opened, capped=False)
        return fit

    def _settled(
        self, drawn: DrawnArtwork, blocks: tuple[Block, ...], fit: Fit
    ) -> tuple[DrawnArtwork, Fit]:
        """Return columns of one height, the space that is left given to displays that may grow.

        Mostly this is a short text whose type is as large as the layout allows.
        """
        height = self._galley.even(blocks, drawn.frames, fit)
        if height is None:
            return drawn, fit
        spare = min(frame.height for frame in drawn.frames) - height
        # Things beside the text may need the space that the text leaves.
        for share in (spare, spare / 2, 0.0):
            try:
                settled = self._artwork.draw(replace(drawn.art, text_height=height), share)
            except LayoutError:
                continue
            filled = self._galley.fill(blocks, settled.frames, fit)
            stands = settled.lowest >= drawn.lowest - 0.5 and settled.is_apart
            if filled is not None and stands:
                return settled, replace(fit, fill=filled)
        return drawn, fit

    # -- what does not fit -------------------------------------------------------------

    def _on_more_sides(self, drawn: DrawnArtwork, fmt: Format) -> Composed:
        """Return the whole text on further sides. Raises OversetError if these are too many."""
        count = len(drawn.art.panels)
        while count < MOST_SIDES:
            over = self._galley.over(self._blocks, drawn.frames, drawn.art.composition)
            needed = count * over
            if needed > MOST_SIDES * _FAR_ENOUGH:
                break
            count = min(max(count + 1, math.floor(needed * 0.9)), MOST_SIDES)
            panels = tuple(fmt.panels[i % len(fmt.panels)] for i in range(count))
            drawn = self._artwork.draw(replace(drawn.art, panels=panels))
            if (done := self._filled(drawn, self._blocks)) is not None:
                return done
        raise OversetError(f"it needs more than {MOST_SIDES} sides")

    def _cut(self, drawn: DrawnArtwork, overset: Overset) -> Composed:
        """Return the text up to the end of a paragraph or sentence; the code leads to the rest."""
        drawn = self._artwork.draw(replace(drawn.art, excerpt=True))
        blocks, fitting = self._fitting(drawn)
        if overset == "error":
            whole = words_in(self._blocks)
            over = whole - (words_in(cut(blocks, len(fitting) - 1)) if fitting else 0)
            raise OversetError(f"{over} of its {whole} words do not fit")
        row = drawn.art.composition
        smallest = replace(row, sizes=replace(row.sizes, high=row.sizes.low))
        wholes, parts = places_to_end(blocks, fitting)
        # A picture or a table may keep larger type from filling the frames, and not the smallest.
        tries = [
            *((mark, row, _WELL_FILLED) for mark in wholes[:2]),
            *((mark, smallest, _WELL_FILLED) for mark in wholes[-1:]),
            *((mark, row, _FULL_ENOUGH) for mark in parts[:2]),
            *((mark, smallest, _FULL_ENOUGH) for mark in parts[:1]),
            *((mark, row, 0.0) for mark in wholes[2:]),
        ]
        best: Composed | None = None
        for mark, at, enough in tries:
            if best and _fill(best) >= enough:
                break
            kept = cut(blocks, mark)
            done = self._filled(drawn, kept, at)
            if done and (best is None or _fill(done) > _fill(best)):
                best = replace(done, left_out=left_out(self._blocks, kept))
        if best is None:
            raise OversetError("its first sentence does not fit")
        return best

    def _fitting(self, drawn: DrawnArtwork) -> tuple[tuple[Block, ...], tuple[Kind, ...]]:
        """Return blocks, somewhat more than fit at the smallest size, and the cuts that do fit."""
        row, frames = drawn.art.composition, drawn.frames
        size = row.sizes.low
        count, share = self._galley.reach(self._blocks, frames, row, _FAR_ENOUGH)
        blocks = self._blocks[:count]
        if count < len(self._blocks):
            blocks = (*blocks, beginning(self._blocks[count], share))
        html, kinds = marked(blocks)
        run = self._galley.pour(html, frames, size, size * row.leadings.low)
        over = {name for page in run.pages[len(frames) :] for name in page.boxes}
        on = {name for page in run.pages for name in page.boxes} - over
        last = max((n for n in range(len(kinds)) if f"cut-{n}" in on), default=-1)
        return blocks, kinds[: last + 1]

    def _is_excerpt(self, drawn: DrawnArtwork) -> bool:
        return drawn.art.excerpt or self._layout.flow == "summary"


def _fill(composed: Composed) -> float:
    fit = composed.fit
    return 1.0 if fit is None or fit.capped else fit.fill
