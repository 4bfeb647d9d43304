"""The galley: the running text, set into the frames of the artwork until it fits."""

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
from flyers.typesetting.layout import Composition

_SPACE = {
    **dict.fromkeys(("h2", "h3", "h4"), 1.0),
    **dict.fromkeys(("blockquote", "aside"), 2.0),
    "figure": 12.0,
    "table": 3.0,
    "hr": 1.0,
}
"""Lines of space that the style sheet puts around a block, for the estimate of its height."""

_PICTURE = re.compile(r'src="picture:(\d+)"')
_TABLE = re.compile(r'\bclass="needs-(\d+)"')
_HELD = re.compile(r'<span class="hold">([^<]*)</span>')

_LINE_ENDS = re.compile(r"<(?:li|dd)><p\b|<(?:li|p|tr|dd|dt|br|hr)\b")
_HALF_A_LINE = 0.5
"""Share of a line that a line's end inside a block leaves empty on average."""

_DOUBT, _DOUBT_UNMEASURED = 1.12, 1.3
"""Times the frames' height from which an estimate is enough to call a text overset."""

_TRIES_TO_EVEN = 4
"""Settings, each a line higher, before columns of one height are given up."""

_LINES_FOR_A_TABLE = 6
"""Least lines of a frame with a table: the engine drops a head without a row under it."""

_TALLEST_PICTURE, _LYING_PICTURE = 0.62, 0.75
"""Greatest height of a picture: as a share of a frame's height, and, for a picture that may fill a
low column, as a share of the measure."""

_COLUMN = 280.0
"""Measure in points above which a picture always leaves room for text under it."""

_TABLE_TYPE, _SMALLEST_TABLE_TYPE = 0.84, 6.5
"""Type of tables: as a share of the text's, and the smallest in points."""

_INTO_THE_MARGIN = 0.5
"""Share of a line by which a picture may reach into the white line below it."""


class Galley:
    """The text of one statement in one layout. Each setting measures its average character anew."""

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
        """Return the largest type at which the blocks fill the frames, or None if they are overset.

        Without ``believe`` the estimate alone does not decide that.
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
        """Return the estimated height of the text at its smallest, in times the frames' height."""
        size = row.sizes.low
        height = modelled_height(
            masses_of(blocks), frames, size, size * row.leadings.low, self._k or TYPICAL_K
        )
        return height / max(sum(frame.height for frame in frames), 1)

    def reach(
        self, blocks: Sequence[Block], frames: Sequence[Frame], row: Composition, times: float
    ) -> tuple[int, float]:
        """Return how much of the text, at its smallest, is estimated to fit ``times`` the frames'
        height: the number of whole blocks, and the share of the next one, 0 to 1."""
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
        """Return the height at which a short text fills all its frames alike; None without one."""
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
        """Return the least height, in whole lines, of frames in which no picture gets smaller."""
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
        """Return how full other frames are with the text of that fit, 0 to 1; None if overset."""
        html = html_of(blocks)
        run = self.pour(html, frames, fit.type_size, fit.leading)
        if len(run.pages) > len(frames):
            return None
        return height_of(_poured(run), frames) / sum(frame.height for frame in frames)

    def pour(self, html: str, frames: Sequence[Frame], size: float, leading: float) -> PageRun:
        """Set the text at a size and a leading, in points, on as many pages as it takes."""
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
            # An inline element at a line's end can make WeasyPrint break it too early, and leave a
            # word alone; no-break spaces hold words together as well.
            held = _HELD.sub(lambda match: match[1].replace(" ", "\u00a0"), html)
            page = self._setting.page("text", f'<article id="flow">{held}</article>')
            self._parsed[html] = self._setting.typesetter.text(
                page, self._files, self._setting.converted
            )
        return self._parsed[html]

    def _css(self, html: str, frames: Sequence[Frame], size: float, leading: float) -> str:
        """Return the frames as pages in a row; the last one repeats for overset text."""
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
        """Return rules by which every picture takes a whole number of lines, so that columns keep
        their baseline grid.

        A picture is as wide as the measure, unless it would be too tall or its pixels too few. The
        rest of its last line is white.
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
    """Return the measure, and the height of the tallest picture."""
    measure, high = min(f.width for f in frames), max(f.height for f in frames)
    return measure, max(high * _TALLEST_PICTURE, min(high, _lying(measure)))


def _lying(measure: float) -> float:
    """Return the height of the tallest picture that may fill a low frame."""
    return measure * _LYING_PICTURE if measure < _COLUMN else 0.0


def _natural_height(picture: Picture, measure: float) -> float:
    """Return the height of a picture as wide as the measure, or as its pixels allow."""
    return min(measure, picture.widest) * picture.ratio


def _table_rules(html: str, measure: float, size: float) -> list[str]:
    """Return smaller type for tables whose words would break in this measure."""
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
    """Return the blocks as the estimate takes them."""
    return [_mass(block) for block in blocks]


def _mass(block: Block) -> Mass:
    ends = max(len(_LINE_ENDS.findall(block.html)) - 1, 0)
    space = _SPACE.get(block.tag, 0) + _HALF_A_LINE * ends
    return Mass(characters=len(block.text), extra_lines=space)


def html_of(blocks: Sequence[Block]) -> str:
    """Return the markup of the blocks."""
    return "".join(block.html for block in blocks)


def pictures_in(blocks: Sequence[Block]) -> frozenset[int]:
    """Return the numbers of the statement's pictures in the blocks."""
    return frozenset(map(int, _PICTURE.findall(html_of(blocks))))


def words_in(blocks: Sequence[Block]) -> int:
    """Return the number of words in the blocks."""
    return sum(len(block.text.split()) for block in blocks)
