"""Composes a piece: chooses a composition, fits its titles and its text, cuts what does not fit.

The artwork of every panel is set once or twice; the text alone is set again
and again until it fits, each column or panel as a page of its own size.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import escape
from typing import Any

from flyers.artwork import Art, Artist, Copy, page_css
from flyers.copyfit import (
    TYPICAL_K,
    Fit,
    Frame,
    Mass,
    Poured,
    TitleFit,
    balanced_height,
    fit_text,
    fit_title,
)
from flyers.errors import LayoutError, OversetError
from flyers.formats import Format, Panel
from flyers.layouts import Composition, Display, Layout
from flyers.pieces import Overset
from flyers.qr import QrCode
from flyers.sheets import Box, Layer, Page
from flyers.statements.cutting import cut, marked, paragraph_ends
from flyers.statements.model import Block, Picture
from flyers.typeset import Run, Typesetter

MOST_SIDES = 24
"""How far ``pages`` goes on before it gives up; a longer text wants a booklet."""

_WHOLE_PARAGRAPH_WORTH = 0.08
"""An excerpt ends with a paragraph if that loses no more than this share of its words."""


@dataclass(frozen=True, kw_only=True)
class Slot:
    """A frame of the artwork: which panel it is on, and where. In points."""

    panel: int
    box: Box


@dataclass(frozen=True, kw_only=True)
class Composed:
    """A piece as typeset: the runs to write into one file, and how they make up its pages."""

    runs: tuple[Run, ...]
    panels: tuple[Panel, ...]
    pages: tuple[Page, ...]
    slug: int
    codes: tuple[tuple[Box, ...], ...]
    """Per page, where its QR codes are."""
    composition: str
    fit: Fit | None
    words_set: int
    excerpt: bool


class Composer:
    """Composes one statement in one layout, in any number of formats."""

    def __init__(
        self,
        *,
        typesetter: Typesetter,
        artist: Artist,
        layout: Layout,
        copy: Copy,
        code: QrCode,
        blocks: tuple[Block, ...],
        pictures: Sequence[Picture],
    ) -> None:
        self._typesetter = typesetter
        self._artist = artist
        self._layout = layout
        self._copy = copy
        self._code = code
        self._blocks = blocks
        self._pictures = {f"picture:{i}": picture.path for i, picture in enumerate(pictures)}
        self._ratios = {f"picture:{i}": p.height / p.width for i, p in enumerate(pictures)}
        self._styles = [typesetter.style(css) for css in artist.css()]
        self._texts: dict[str, Any] = {}
        self._words: dict[tuple[str, str], tuple[list[float], float]] = {}
        self._images: dict[str, Any] = {}
        self._k = TYPICAL_K

    def compose(self, fmt: Format, overset: Overset) -> Composed:
        """The piece in a format. Raises OversetError where the text may not be cut and must be."""
        rows = self._layout.for_family(fmt.family)
        if not rows:
            raise LayoutError(
                f"The layout {self._layout.name!r} has nothing for {fmt.name}; "
                f"it is made for {', '.join(self._layout.families)}."
            )
        volume = sum(len(block.text) for block in self._blocks) / 6
        start = next((i for i, row in enumerate(rows) if volume <= row.words), len(rows) - 1)
        for row in rows[start:]:
            art = self._art(row, fmt)
            if (done := self._try(art, self._blocks)) is not None:
                return done
        if overset == "pages" and fmt.more_sides:
            return self._go_on(art, fmt)
        return self._cut(art, overset)

    # -- one attempt ---------------------------------------------------------------

    def _try(self, art: Art, blocks: tuple[Block, ...]) -> Composed | None:
        """The text fitted into this artwork, or None if it is overset at the smallest size."""
        run, slots, art = self._draw(art)
        if not slots:
            return self._composed(art, run, [], None, None, blocks)
        frames = [Frame(width=s.box.width, height=s.box.height) for s in slots]
        text = self._text("".join(block.html for block in blocks))
        fit = self._fit(text, blocks, frames, art.composition)
        if fit is None:
            return None
        self._k = fit.k
        if fit.capped and fit.fill < 0.97:
            art, run, slots, frames = self._settle(art, text, fit, frames)
        poured = self._pour(text, frames, fit.type_size, fit.leading)
        if len(poured.pages) > len(frames):
            raise LayoutError("The text no longer fits the frames it was fitted to.")
        return self._composed(art, run, slots, poured, fit, blocks)

    def _fit(
        self, text: Any, blocks: Sequence[Block], frames: Sequence[Frame], row: Composition
    ) -> Fit | None:
        def set_at(size: float, leading: float) -> Poured:
            run = self._pour(text, frames, size, leading)
            last = run.pages[-1]
            flow = last.boxes.get("flow")
            return Poured(frames=len(run.pages), last=last.height - flow.bottom if flow else 0)

        return fit_text(
            set_at,
            [self._mass(block) for block in blocks],
            frames,
            sizes=row.sizes,
            leadings=row.leadings,
            k=self._k,
        )

    def _settle(
        self, art: Art, text: Any, fit: Fit, frames: Sequence[Frame]
    ) -> tuple[Art, Run, list[Slot], list[Frame]]:
        """Where the type stopped at its ceiling: even columns, and the rest of the space to the
        artwork, whose title may grow into it."""
        used = fit.fill * sum(frame.height for frame in frames)
        height = balanced_height(used, frames, fit.leading)
        tallest = min(frame.height for frame in frames)
        while height < tallest:
            even = [replace(frame, height=height) for frame in frames]
            if len(self._pour(text, even, fit.type_size, fit.leading).pages) <= len(frames):
                break
            height = min(height + fit.leading, tallest)
        run, slots, art = self._draw(
            replace(art, text_height=height), spare=max(0.0, tallest - height)
        )
        return art, run, slots, [Frame(width=s.box.width, height=s.box.height) for s in slots]

    # -- what does not fit -----------------------------------------------------------

    def _go_on(self, art: Art, fmt: Format) -> Composed:
        """Further sides until the whole text is set."""
        while len(art.panels) + 1 <= MOST_SIDES:
            panels = (*art.panels, fmt.panels[len(art.panels) % len(fmt.panels)])
            art = replace(art, panels=panels)
            if (done := self._try(art, self._blocks)) is not None:
                return done
        return self._cut(art, "excerpt")

    def _cut(self, art: Art, overset: Overset) -> Composed:
        """The text up to the end of a paragraph or sentence, with the code leading to the rest."""
        art = replace(art, excerpt=True)
        _, slots, art = self._draw(art)
        frames = [Frame(width=s.box.width, height=s.box.height) for s in slots]
        best = self._last_mark(art.composition, frames)
        whole = sum(len(block.text.split()) for block in self._blocks)
        if overset == "error":
            fitting = _words(cut(self._blocks, best)) if best >= 0 else 0
            raise OversetError(f"{whole - fitting} of its {whole} words are over")
        while best >= 0:
            blocks = cut(self._blocks, best)
            if blocks and (done := self._try(art, blocks)) is not None:
                return done
            best -= 1
        raise OversetError("not even its first sentence fits")

    def _last_mark(self, row: Composition, frames: Sequence[Frame]) -> int:
        """The last place to end at which the text still fits at the smallest size; -1 if none."""
        html, count = marked(self._blocks)
        size = row.sizes.low
        run = self._pour(self._text(html), frames, size, size * row.leadings.low)
        over = {name for page in run.pages[len(frames) :] for name in page.boxes}
        on = [
            n
            for n in range(count)
            if f"cut-{n}" not in over and any(f"cut-{n}" in p.boxes for p in run.pages)
        ]
        if not on:
            return -1
        best = on[-1]
        ends = [n for n in paragraph_ends(self._blocks) if n <= best]
        if ends:
            end = max(ends)
            lost = 1 - _words(cut(self._blocks, end)) / max(_words(cut(self._blocks, best)), 1)
            best = end if lost <= _WHOLE_PARAGRAPH_WORTH else best
        return best

    # -- setting -----------------------------------------------------------------------

    def _art(self, row: Composition, fmt: Format) -> Art:
        try:
            chosen = tuple(fmt.panel(name) for name in row.panels)
        except KeyError as error:
            names = ", ".join(panel.name for panel in fmt.panels)
            raise LayoutError(
                f"The layout {self._layout.name!r} names a panel {error} that {fmt.name} "
                f"does not have; it has {names}."
            ) from None
        displays = {
            name: self._display(name, display, chosen[0].width * 0.8, chosen[0].height, 0)
            for name, display in row.displays.items()
            if self._copy.texts.get(display.text)
        }
        return Art(composition=row, panels=chosen, displays=displays, excerpt=False)

    def _draw(self, art: Art, spare: float = 0) -> tuple[Run, list[Slot], Art]:
        """Set the artwork; fit its displays to the widths they turn out to have."""
        styles = [*self._styles, self._typesetter.style(page_css(art.panels))]
        run = None
        for _ in range(3):
            html = self._artist.html(self._copy, art, self._code)
            run = self._typesetter.set(self._typesetter.text(html), styles)
            fitted = self._fitted(art, run, spare)
            if fitted == art.displays:
                break
            art = replace(art, displays=fitted)
        assert run is not None
        if len(run.pages) != len(art.panels) + 1:
            raise LayoutError(
                f"The artwork of the layout {self._layout.name!r} is too high for its panels; "
                "lower the sizes of its displays."
            )
        slots = [
            (int(name.removeprefix("frame-")), Slot(panel=i, box=box))
            for i, page in enumerate(run.pages[:-1])
            for name, box in page.boxes.items()
            if name.startswith("frame-")
        ]
        return run, [slot for _, slot in sorted(slots, key=lambda pair: pair[0])], art

    def _fitted(self, art: Art, run: Run, spare: float) -> dict[str, TitleFit]:
        fitted = dict(art.displays)
        for page, panel in zip(run.pages, art.panels, strict=False):
            for name in art.displays:
                if box := page.boxes.get(f"display-{name}"):
                    display = art.composition.displays[name]
                    fitted[name] = self._display(name, display, box.width, panel.height, spare)
        return fitted

    def _display(
        self, name: str, display: Display, width: float, panel_height: float, spare: float
    ) -> TitleFit:
        text = self._copy.texts[display.text]
        widths, space = self._measured(name, text)
        height = panel_height * display.height + (spare if display.grow else 0)
        return fit_title(
            widths,
            space,
            width=width * 0.995,
            height=height,
            sizes=display.sizes,
            line_height=display.line_height,
            most_lines=display.lines,
            short_words=frozenset(
                i for i, word in enumerate(text.split(" ")) if len(word) <= 3 and word.islower()
            ),
        )

    def _measured(self, name: str, text: str) -> tuple[list[float], float]:
        """The widths of a display's words and of its space, in ems, in its own face."""
        if (name, text) not in self._words:
            words = text.split(" ")
            spans = "".join(f'<span id="w{i}">{escape(word)}</span> ' for i, word in enumerate(words))
            statement = self._copy.statement
            html = (
                f'<html lang="{statement.language}" dir="{statement.direction}">'
                f'<body class="art {self._layout.name}"><div class="display {name} measure" '
                f'style="font-size:100pt"><span id="pair">n&nbsp;n</span> <span id="one">n</span> '
                f"{spans}</div>"
            )
            sheet = self._typesetter.style("@page{size:4000pt 4000pt;margin:0}")
            run = self._typesetter.set(self._typesetter.text(html), [*self._styles, sheet])
            boxes = {k: box for page in run.pages for k, box in page.boxes.items()}
            space = (boxes["pair"].width - 2 * boxes["one"].width) / 100
            widths = [boxes[f"w{i}"].width / 100 for i in range(len(words))]
            self._words[name, text] = widths, space
        return self._words[name, text]

    def _text(self, html: str) -> Any:
        if html not in self._texts:
            statement = self._copy.statement
            self._texts[html] = self._typesetter.text(
                f'<html lang="{statement.language}" dir="{statement.direction}">'
                f'<body class="text {self._layout.name}"><article id="flow">{html}</article></body></html>',
                self._pictures,
            )
        return self._texts[html]

    def _pour(self, text: Any, frames: Sequence[Frame], size: float, leading: float) -> Run:
        css = f"html{{font-size:{size:.3f}pt;line-height:{leading:.4f}pt}}" + self._picture_css(
            frames, leading
        )
        pages = [
            f"@page :nth({i}){{size:{f.width:.3f}pt {f.height:.3f}pt}}"
            for i, f in enumerate(frames, 1)
        ]
        rest = f"@page{{size:{frames[-1].width:.3f}pt {frames[-1].height:.3f}pt}}"
        sheet = self._typesetter.style(rest + "".join(pages) + css, keep=False)
        return self._typesetter.set(text, [*self._styles, sheet], self._images)

    def _picture_css(self, frames: Sequence[Frame], leading: float) -> str:
        """Every picture a whole number of lines high, so that columns keep their grid."""
        width = min(frame.width for frame in frames)
        tallest = max(frame.height for frame in frames) * 0.45
        rules = []
        for source, ratio in self._ratios.items():
            lines = max(3, int(min(width * ratio, tallest) / leading))
            rules.append(
                f'img[src="{source}"]{{height:{lines * leading:.3f}pt;width:{lines * leading / ratio:.3f}pt}}'
            )
        return "".join(rules)

    def _mass(self, block: Block) -> Mass:
        extra = {"h2": 1.0, "h3": 1.0, "h4": 1.0, "blockquote": 1.0, "figure": 12.0, "table": 2.0}
        return Mass(characters=len(block.text), extra_lines=extra.get(block.tag, 0))

    def _composed(
        self,
        art: Art,
        run: Run,
        slots: Sequence[Slot],
        text: Run | None,
        fit: Fit | None,
        blocks: Sequence[Block],
    ) -> Composed:
        count = len(art.panels)
        used = len(text.pages) if text else 0
        pages = tuple(
            Page(
                name=panel.name,
                width=panel.width,
                height=panel.height,
                layers=(
                    Layer(source=i),
                    *(
                        Layer(source=count + 1 + j, x=slot.box.left, y=slot.box.bottom)
                        for j, slot in enumerate(slots[:used])
                        if slot.panel == i
                    ),
                ),
            )
            for i, panel in enumerate(art.panels)
        )
        slug = run.pages[count]
        codes = tuple(
            tuple(box for name, box in page.boxes.items() if name.startswith("qr-"))
            for page in run.pages[:count]
        )
        return Composed(
            runs=(run, text) if text else (run,),
            panels=art.panels,
            pages=(
                *pages,
                Page(name="slug", width=slug.width, height=slug.height, layers=(Layer(source=count),)),
            ),
            slug=count,
            codes=codes,
            composition=art.composition.name,
            fit=fit,
            words_set=_words(blocks),
            excerpt=art.excerpt or self._layout.flow == "summary",
        )


def _words(blocks: Sequence[Block]) -> int:
    return sum(len(block.text.split()) for block in blocks)

