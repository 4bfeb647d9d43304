"""Texts set as large as their boxes allow: titles and pulled quotes."""

from collections.abc import Mapping, Sequence
from html import escape

from flyers.composing.titlefit import TitleFit, fit_title
from flyers.layouts import Display
from flyers.typeset import Setting

_SHORT = 3
"""A line of a title should not end in a lower-case word of so few letters: of, the, a."""

_SLACK = 0.995
"""Of the box's width, for what kerning over spaces adds."""


class Displays:
    """Fits a piece's display texts; measures their words once, in their own faces."""

    def __init__(self, setting: Setting, texts: Mapping[str, str]) -> None:
        self._setting = setting
        self._texts = texts
        page = setting.typesetter.style("@page{size:4000pt 4000pt;margin:0}")
        self._styles = (*setting.styles, page)
        self._measured: dict[str, tuple[list[float], float]] = {}

    def fit(
        self, name: str, display: Display, family: str, *, width: float, height: float
    ) -> TitleFit:
        """The display's text in lines, at the largest size for a box in points."""
        words = self._texts[display.text].split(" ")
        widths, space = self._measure(name, words, family)
        return fit_title(
            widths,
            space,
            width=width * _SLACK,
            height=height,
            sizes=display.sizes,
            line_height=display.line_height,
            most_lines=display.lines,
            short_words=frozenset(i for i, word in enumerate(words) if _leans_on(word)),
        )

    def _measure(self, name: str, words: Sequence[str], family: str) -> tuple[list[float], float]:
        """The widths of the words and of the space between them, in ems."""
        key = f"{family} {name}"
        if key not in self._measured:
            spans = "".join(
                f'<span id="w{i}">{escape(word)}</span> ' for i, word in enumerate(words)
            )
            # A space has no box of its own: it is what a pair has more than its two letters.
            probe = '<span id="pair">n&nbsp;n</span> <span id="one">n</span> '
            display = f'<div class="display measure {escape(name)}" style="font-size:100pt">'
            html = self._setting.page(f"art {family}", f"{display}{probe}{spans}</div>")
            typesetter = self._setting.typesetter
            run = typesetter.set(typesetter.text(html), self._styles)
            boxes = {id_: box for page in run.pages for id_, box in page.boxes.items()}
            widths = [boxes[f"w{i}"].width / 100 for i in range(len(words))]
            self._measured[key] = widths, (boxes["pair"].width - 2 * boxes["one"].width) / 100
        return self._measured[key]


def _leans_on(word: str) -> bool:
    """Whether a word belongs with the next one: an article, a preposition, a dash."""
    short = len(word) == 1 or (len(word) <= _SHORT and word.islower())
    return short or not any(c.isalnum() for c in word)
