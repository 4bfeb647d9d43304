"""The running text, set into the frames of the artwork again and again until it fits."""

import math
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from flyers.statements.statement import Block, Picture
from flyers.typesetting.engine import PageRun, SettingContext
from flyers.typesetting.fit.copyfit import Fit, Poured, balanced_height, fit_text, height_of
from flyers.typesetting.fit.copymodel import (
    TYPICAL_K,
    Frame,
    Mass,
    modelled_height,
    modelled_heights,
)
from flyers.typesetting.layouts import Composition

_SPACE = {
    **dict.fromkeys(("h2", "h3", "h4"), 1.0),
    **dict.fromkeys(("blockquote", "aside"), 2.0),
    "figure": 12.0,
    "table": 3.0,
}
"""Lines of space that the style sheet puts beside a block, for the model."""

_PICTURE = re.compile(r'src="picture:(\d+)"')
_TABLE = re.compile(r'\bclass="needs-(\d+)"')
_HELD = re.compile(r'<span class="hold">([^<]*)</span>')

_LINE_ENDS = re.compile(r"<(?:li|dd)><p\b|<(?:li|p|tr|dd|dt|br)\b")
_HALF_A_LINE = 0.5
"""What a line's end inside a block leaves empty on average."""

_DOUBT, _DOUBT_UNMEASURED = 1.12, 1.3
"""How far over the model must be before it is believed without a setting."""

_TRIES_TO_EVEN = 4
"""A line more each time; what needs more lines than that does not divide."""

_LINES_FOR_A_TABLE = 6
"""A head that does not go into a frame with the row under it would not be set at all."""

_TALLEST_PICTURE, _LYING_PICTURE = 0.62, 0.75
"""Of a frame's height; but one no higher than so much of the measure may fill a low column."""

_COLUMN = 280.0
"""Points: a wider measure is that of a page, on which text stands under its picture."""

_TABLE_TYPE, _SMALLEST_TABLE_TYPE = 0.84, 6.5
"""A table's type as a share of the text's, and in points the smallest that it may become."""

_INTO_THE_MARGIN = 0.5
"""Of a line: by so much a picture may stand in the white line below it."""


class Galley:
    """One statement's text for one layout. It learns the text's k from every setting."""

    def __init__(self, setting: SettingContext, pictures: Sequence[Picture]) -> None:
        self._setting = setting
        self._files = {f"picture:{i}": picture.path for i, picture in enumerate(pictures)}
        self._pictures = {f"picture:{i}": picture for i, picture in enumerate(pictures)}
        self._parsed: dict[str, Any] = {}
        self._set: dict[object, PageRun] = {}
        self._decoded: dict[str, Any] = {}
        self._k: float | None = None

    def fit(
        self,
        blocks: Sequence[Block],
        frames: Sequence[Frame],
        row: Composition,
        *,
        believe: bool = True,
    ) -> Fit | None:
        """The largest type at which the blocks fill the frames, or None if they are overset.

        Where the model is not to be believed, only a setting says that they are.
        """
        most = _DOUBT if self._k else _DOUBT_UNMEASURED
        if believe and self.over(blocks, frames, row) > most:
            return None
        html = html_of(blocks)

        def set_at(size: float, leading: float) -> Poured:
            return _poured(self.pour(html, frames, size, leading))

        fit = fit_text(
            set_at,
            masses_of(blocks),
            frames,
            sizes=row.sizes,
            leadings=row.leadings,
            k=self._k or TYPICAL_K,
            grows=not pictures_in(blocks),
        )
        self._k = fit.k if fit else self._k
        return fit

    def over(self, blocks: Sequence[Block], frames: Sequence[Frame], row: Composition) -> float:
        """How many times the frames' height the model thinks the smallest text needs."""
        size = row.sizes.low
        height = modelled_height(
            masses_of(blocks), frames, size, size * row.leadings.low, self._k or TYPICAL_K
        )
        return height / max(sum(frame.height for frame in frames), 1)

    def reach(
        self, blocks: Sequence[Block], frames: Sequence[Frame], row: Composition, times: float
    ) -> tuple[int, float]:
        """How far the smallest text goes by the model in so many times the frames' height.

        So many whole blocks, and what share of the next one, 0 to 1.
        """
        size, goal = row.sizes.low, times * sum(frame.height for frame in frames)
        masses = map(_mass, blocks)
        heights = modelled_heights(
            masses, frames, size, size * row.leadings.low, self._k or TYPICAL_K
        )
        before = 0.0
        for count, height in enumerate(heights):
            if height > goal:
                return count, (goal - before) / (height - before)
            before = height
        return len(blocks), 0.0

    def even(self, blocks: Sequence[Block], frames: Sequence[Frame], fit: Fit) -> float | None:
        """The height at which a short text fills all its frames alike; None if there is none."""
        height = balanced_height(fit.fill * sum(f.height for f in frames), frames, fit.leading)
        html = html_of(blocks)
        shortest = min(frame.height for frame in frames)
        height = max(height, self._for_pictures(blocks, frames, fit.leading))
        if any(block.tag == "table" for block in blocks):
            height = max(height, _LINES_FOR_A_TABLE * fit.leading)
        for _ in range(_TRIES_TO_EVEN):
            if height >= shortest:
                break
            frames = [replace(frame, height=height) for frame in frames]
            if len(self.pour(html, frames, fit.type_size, fit.leading).pages) <= len(frames):
                return height
            height += fit.leading
        return None

    def _for_pictures(
        self, blocks: Sequence[Block], frames: Sequence[Frame], leading: float
    ) -> float:
        """The least height, in whole lines, of frames in which no picture is drawn smaller."""
        measure, tallest = _room_for_pictures(frames)
        least = 0.0
        for block in blocks:
            for number in pictures_in([block]):
                picture = self._pictures[f"picture:{number}"]
                height = min(_natural_height(picture, measure), tallest)
                alone = height <= _lying(measure) and "<figcaption" not in block.html
                least = max(least, height if alone else height / _TALLEST_PICTURE)
        return math.ceil(least / leading) * leading

    def fill(self, blocks: Sequence[Block], frames: Sequence[Frame], fit: Fit) -> float | None:
        """How full the text of that fit makes other frames, 0 to 1; None if it is over."""
        html = html_of(blocks)
        run = self.pour(html, frames, fit.type_size, fit.leading)
        if len(run.pages) > len(frames):
            return None
        return height_of(_poured(run), frames) / sum(frame.height for frame in frames)

    def pour(self, html: str, frames: Sequence[Frame], size: float, leading: float) -> PageRun:
        """The text at a size and a leading, in points, on as many pages as it takes."""
        key = (html, tuple(frames), size, leading)
        if key not in self._set:
            if len(self._set) > 16:
                self._set.clear()
            sheet = self._setting.typesetter.style(
                self._css(html, frames, size, leading), keep=False
            )
            self._set[key] = self._setting.typesetter.set(
                self._text(html), [*self._setting.styles, sheet], self._decoded
            )
        return self._set[key]

    def _text(self, html: str) -> Any:
        if html not in self._parsed:
            # An element at a line's end can cost the setter its place, and a word then stands
            # alone; a space that does not break holds words together as well.
            held = _HELD.sub(lambda match: match[1].replace(" ", "\u00a0"), html)
            page = self._setting.page("text", f'<article id="flow">{held}</article>')
            self._parsed[html] = self._setting.typesetter.text(
                page, self._files, self._setting.converted
            )
        return self._parsed[html]

    def _css(self, html: str, frames: Sequence[Frame], size: float, leading: float) -> str:
        """The frames as pages in a row; the last one repeats for what is over."""
        width, height = frames[-1].width, frames[-1].height
        rules = [
            f"@page{{size:{width:.3f}pt {height:.3f}pt}}",
            *(
                f"@page :nth({i}){{size:{f.width:.3f}pt {f.height:.3f}pt}}"
                for i, f in enumerate(frames, 1)
            ),
            f"html{{font-size:{size:.3f}pt;line-height:{leading:.4f}pt}}",
            *self._picture_rules(frames, leading),
            *_table_rules(html, min(frame.width for frame in frames), size),
        ]
        return "".join(rules)

    def _picture_rules(self, frames: Sequence[Frame], leading: float) -> list[str]:
        """Every picture takes a whole number of lines, so that columns keep their grid.

        It is as wide as the measure unless it would be too tall; what is over a line, or a little
        less than one, is white below it. No picture is drawn larger than its pixels allow.
        """
        measure, tallest = _room_for_pictures(frames)
        rules = []
        for source, picture in self._pictures.items():
            height = min(_natural_height(picture, measure), tallest)
            lines = max(math.ceil(height / leading - _INTO_THE_MARGIN), 1)
            rules.append(
                f'img[src="{source}"]{{height:{height:.3f}pt;width:{height / picture.ratio:.3f}pt;'
                f"margin-bottom:{lines * leading - height:.3f}pt}}"
            )
        return rules


def _room_for_pictures(frames: Sequence[Frame]) -> tuple[float, float]:
    """The measure, and the height of the tallest picture."""
    measure, high = min(f.width for f in frames), max(f.height for f in frames)
    return measure, max(high * _TALLEST_PICTURE, min(high, _lying(measure)))


def _lying(measure: float) -> float:
    """How high a picture may be that fills a low frame."""
    return measure * _LYING_PICTURE if measure < _COLUMN else 0.0


def _natural_height(picture: Picture, measure: float) -> float:
    """As wide as the measure, or as its pixels allow."""
    return min(measure, picture.widest) * picture.ratio


def _table_rules(html: str, measure: float, size: float) -> list[str]:
    """Smaller type for tables whose words would break in this measure; lines keep their height."""
    rules = []
    for needed in dict.fromkeys(_TABLE.findall(html)):
        table, fitting = f".text table.needs-{needed}", measure / int(needed)
        if fitting < _SMALLEST_TABLE_TYPE:
            rules.append(f"{table}{{table-layout:fixed}}{table} col{{width:auto!important}}")
        if fitting < size * _TABLE_TYPE:
            rules.append(f"{table}{{font-size:{max(fitting, _SMALLEST_TABLE_TYPE):.3f}pt}}")
    return rules


def _poured(run: PageRun) -> Poured:
    last = run.pages[-1]
    return Poured(frames=len(run.pages), last=last.height - last.boxes["flow"].bottom)


def masses_of(blocks: Sequence[Block]) -> list[Mass]:
    """What the model has to know of the blocks."""
    return [_mass(block) for block in blocks]


def _mass(block: Block) -> Mass:
    ends = max(len(_LINE_ENDS.findall(block.html)) - 1, 0)
    space = _SPACE.get(block.tag, 0) + _HALF_A_LINE * ends
    return Mass(characters=len(block.text), extra_lines=space)


def html_of(blocks: Sequence[Block]) -> str:
    """The blocks' markup, as it is poured."""
    return "".join(block.html for block in blocks)


def pictures_in(blocks: Sequence[Block]) -> frozenset[int]:
    """The numbers of the statement's pictures that are set."""
    return frozenset(map(int, _PICTURE.findall(html_of(blocks))))


def words_in(blocks: Sequence[Block]) -> int:
    """How many words are set."""
    return sum(len(block.text.split()) for block in blocks)
