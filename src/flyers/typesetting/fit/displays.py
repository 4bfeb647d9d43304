"""Displays: titles and pulled quotes, set as large as their boxes allow."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from flyers.core.errors import LayoutError
from flyers.typesetting.engine import SettingContext
from flyers.typesetting.fit.letterink import Ink
from flyers.typesetting.fit.titlefit import TitleFit, TitlePiece, fit_title
from flyers.typesetting.fit.titlepieces import TitlePart, anywhere, in_syllables, parts_of
from flyers.typesetting.layout import Display
from flyers.typesetting.set_words import SetWord

_SHORT = 3
"""Letters of a lower-case word that should not end a line of a title: of, the, a."""

_SLACK = 0.995
"""Share of the box's width that is used; kerning over spaces may add the rest."""

_EM = 100.0
"""Size in points at which words are measured."""


@dataclass(frozen=True, kw_only=True)
class DisplayLine:
    """One line of a display, and True if it ends inside a word and gets a hyphen."""

    text: str
    hyphenated: bool = False
    spaced: bool = True
    """True if a space is behind it in the text."""


@dataclass(frozen=True, kw_only=True)
class FittedDisplay:
    """A display in lines. ``size`` in points, the other lengths in ems: line height, space above
    and below for ink that would stand out of the box, and the height of all of it."""

    lines: tuple[DisplayLine, ...]
    size: float
    line_height: float
    above: float
    below: float
    height: float


class Displays:
    """The displays of a statement; their words are measured once, each in its own font."""

    def __init__(self, setting: SettingContext, texts: Mapping[str, str]) -> None:
        self._setting = setting
        self._texts = texts
        page = setting.typesetter.style("@page{size:4000pt 4000pt;margin:0}")
        self._styles = (*setting.styles, page)
        self._measured: dict[tuple[str, str, str], SetWord] = {}
        self._parts: dict[str, list[TitlePart]] = {}

    def fit(
        self, name: str, display: Display, family: str, *, width: float, height: float
    ) -> FittedDisplay:
        """Return the display's text in lines, at the largest size for a box in points.

        A word that is too wide at the smallest size is hyphenated, or broken where it has no
        syllables. Raises LayoutError for a box without a width.
        """

        def fitted(parts: Sequence[TitlePart]) -> TitleFit:
            self.measure({name: display}, family, parts)
            return fit_title(
                [self._piece(part, family, name) for part in parts],
                width=width * _SLACK,
                height=height,
                sizes=display.sizes,
                line_height=display.line_height,
                most_lines=display.lines,
                strut=self._measured[family, name, _ONE].middle / _EM,
            )

        if width <= 0:
            raise self._no_width(name)
        parts = self._words(display)
        fit = fitted(parts)
        for divided in (self._syllables, anywhere):
            if fit.size >= display.sizes.low:
                break
            widest = width * _SLACK / display.sizes.low
            finer = self._divided(parts, divided, widest, family, name)
            if len(finer) > len(parts):
                parts, fit = finer, fitted(finer)
        return FittedDisplay(
            lines=tuple(_line([parts[i] for i in line]) for line in fit.lines),
            size=fit.size,
            line_height=round(fit.line_height, 4),
            above=fit.above,
            below=fit.below,
            height=fit.height,
        )

    def measure(
        self, displays: Mapping[str, Display], family: str, parts: Sequence[TitlePart] = ()
    ) -> None:
        """Measure the words of these displays, or these ``parts`` of them: once and all in one
        setting. Raises LayoutError where the layout's style sheet leaves them no width."""
        new = {
            name: [
                text
                for text in (_PAIR, _ONE, _HYPHEN, *wanted)
                if (family, name, text) not in self._measured
            ]
            for name, one in displays.items()
            for wanted in (dict.fromkeys(part.text for part in parts or self._words(one)),)
        }
        if not any(new.values()):
            return
        typesetter = self._setting.typesetter
        content = "".join(_measurable(name, texts) for name, texts in new.items())
        html = self._setting.page(f"art {family}", content)
        found = typesetter.words(typesetter.text(html), self._styles)
        for name, texts in new.items():
            words = [found.get(f"{name}-{number}", _NOTHING) for number in range(len(texts))]
            if texts and not sum(word.width for word in words) > 0:
                raise self._no_width(name)
            self._measured |= {
                (family, name, text): word for text, word in zip(texts, words, strict=True)
            }

    def _no_width(self, name: str) -> LayoutError:
        return LayoutError(
            f"The style.css of the layout {self._setting.layout!r} leaves the display "
            f"{name!r} no width; let its words be shown, in a size above 0."
        )

    def _syllables(self, part: TitlePart) -> list[TitlePart]:
        return in_syllables(part, self._setting.language)

    def _divided(
        self,
        parts: Sequence[TitlePart],
        divided: Callable[[TitlePart], list[TitlePart]],
        widest: float,
        family: str,
        name: str,
    ) -> list[TitlePart]:
        """Return the parts, those wider than ``widest`` ems divided."""
        return [
            finer
            for part in parts
            for wide in (self._measured[family, name, part.text].width / _EM > widest,)
            for finer in (divided(part) if wide else [part])
        ]

    def _piece(self, part: TitlePart, family: str, name: str) -> TitlePiece:
        def measured(text: str) -> SetWord:
            return self._measured[family, name, text]

        word = measured(part.text)
        # A space has no box of its own: a pair of letters is wider by it than the letters.
        space = (measured(_PAIR).width - 2 * measured(_ONE).width) / _EM
        return TitlePiece(
            width=word.width / _EM,
            gap=space if part.spaced else 0.0,
            hyphen=measured(_HYPHEN).width / _EM if part.hyphenated else 0.0,
            leans=part.spaced and _leans_on(part.text),
            middle=word.middle / _EM,
            ink=tuple(Ink(*(length / _EM for length in box)) for box in word.ink),
        )

    def _words(self, display: Display) -> list[TitlePart]:
        if display.text not in self._parts:
            setting = self._setting
            self._parts[display.text] = parts_of(
                self._texts[display.text],
                lambda word: setting.typesetter.breaks(word, setting.language),
            )
        return self._parts[display.text]


_PAIR, _ONE, _HYPHEN = "n\u00a0n", "n", "\u2010"
"""What is measured beside the words."""

_NOTHING = SetWord(width=0.0, middle=0.0, ink=())
"""A word that the style sheet does not show."""


def _line(parts: Sequence[TitlePart]) -> DisplayLine:
    text = "".join(f"{part.text} " if part.spaced else part.text for part in parts)
    return DisplayLine(
        text=text.rstrip(" "), hyphenated=parts[-1].hyphenated, spaced=parts[-1].spaced
    )


def _measurable(name: str, texts: Sequence[str]) -> str:
    """Return texts of a display as HTML in which each has an id."""
    name = escape(name)
    spans = "".join(f'<span id="{name}-{i}">{escape(text)}</span> ' for i, text in enumerate(texts))
    return f'<div class="display measure {name}" style="font-size:{_EM:g}pt">{spans}</div>'


def _leans_on(word: str) -> bool:
    """Return True if a word belongs with the next one: an article, a preposition, a dash."""
    short = len(word) == 1 or (len(word) <= _SHORT and word.islower())
    return short or not any(c.isalnum() for c in word)
