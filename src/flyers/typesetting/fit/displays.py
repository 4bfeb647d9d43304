"""Displays: titles and pulled quotes, set as large as their boxes allow."""

from collections.abc import Mapping, Sequence
from html import escape

from flyers.core.errors import LayoutError
from flyers.typesetting.engine import SettingContext
from flyers.typesetting.fit.titlefit import TitleFit, fit_title
from flyers.typesetting.layout import Display

_SHORT = 3
"""Letters of a lower-case word that should not end a line of a title: of, the, a."""

_SLACK = 0.995
"""Share of the box's width that is used; kerning over spaces may add the rest."""


class Displays:
    """The displays of a statement; their words are measured once, each in its own font."""

    def __init__(self, setting: SettingContext, texts: Mapping[str, str]) -> None:
        self._setting = setting
        self._texts = texts
        page = setting.typesetter.style("@page{size:4000pt 4000pt;margin:0}")
        self._styles = (*setting.styles, page)
        self._measured: dict[tuple[str, str], tuple[list[float], float]] = {}

    def fit(
        self, name: str, display: Display, family: str, *, width: float, height: float
    ) -> TitleFit:
        """Return the display's text in lines, at the largest size for a box in points.

        Its words have to be measured before, by ``measure``.
        """
        words = self._words(display)
        widths, space = self._measured[family, name]
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

    def measure(self, displays: Mapping[str, Display], family: str) -> None:
        """Measure the words of these displays, and a space between them, in ems: once and all in
        one setting. Raises LayoutError where the layout's style sheet leaves them no width."""
        new = {name: one for name, one in displays.items() if (family, name) not in self._measured}
        if not new:
            return
        typesetter = self._setting.typesetter
        content = "".join(_measurable(name, self._words(one)) for name, one in new.items())
        html = self._setting.page(f"art {family}", content)
        run = typesetter.set(typesetter.text(html), self._styles)
        width = {id_: box.width / 100 for page in run.pages for id_, box in page.boxes.items()}
        for name, one in new.items():
            widths = [width.get(f"{name}-{i}", 0) for i in range(len(self._words(one)))]
            if not sum(widths) > 0 or f"{name}-pair" not in width or f"{name}-one" not in width:
                raise LayoutError(
                    f"The style.css of the layout {self._setting.layout!r} leaves the display "
                    f"{name!r} no width; let its words be shown, in a size above 0."
                )
            # A space has no box of its own: a pair of letters is wider by it than the letters.
            space = width[f"{name}-pair"] - 2 * width[f"{name}-one"]
            self._measured[family, name] = widths, space

    def _words(self, display: Display) -> list[str]:
        return self._texts[display.text].split(" ")


def _measurable(name: str, words: Sequence[str]) -> str:
    """Return a display as HTML in which each word has an id."""
    name = escape(name)
    spans = "".join(f'<span id="{name}-{i}">{escape(word)}</span> ' for i, word in enumerate(words))
    return (
        f'<div class="display measure {name}" style="font-size:100pt">'
        f'<span id="{name}-pair">n&nbsp;n</span> <span id="{name}-one">n</span> {spans}</div>'
    )


def _leans_on(word: str) -> bool:
    """Return True if a word belongs with the next one: an article, a preposition, a dash."""
    short = len(word) == 1 or (len(word) <= _SHORT and word.islower())
    return short or not any(c.isalnum() for c in word)
