"""Sets HTML into pages. The only import of weasyprint.

Nothing of the machine gets in: a private fontconfig file names the folders of fonts,
and only pictures that were checked when the statement was read can be fetched
(``picture:N``). Fonts and parsed style sheets are kept for all pieces of a run.

A layout or a drawing of a stranger may have lengths that no engine was made for. Whatever the
engine raises becomes UnsettableError here.
"""

import io
import logging
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from copy import copy
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

from flyers.core.boxes import Box
from flyers.core.errors import FlyersError, LayoutError, SystemLibraryError
from flyers.core.machine import show_libraries_to_python
from flyers.core.units import px
from flyers.typesetting.font_settings import use_fonts
from flyers.typesetting.set_words import SetWord, words_of

if TYPE_CHECKING:
    from flyers.core.tags import TaggedFile

_CSS_PIXELS_PER_POINT = 1 / px(1)


MOST_PAGES = 2_000
"""Pages that one text is set into. A rule such as a margin wider than the page makes them without
end."""

FARTHEST = 1e6
"""Points from the corner of a page within which an element lies: 350 m."""

_NO_NUMBER = re.compile(rb"(?<![\w/(<])-?(?:nan|inf)(?!\w)")
_LONGEST_OPERATOR = 200
"""Bytes of the longest drawing operator; longer parts of a stream are pictures and fonts."""


class UnsettableError(LayoutError):
    """A text or a drawing that the engine cannot set."""


@contextmanager
def _engine_errors() -> Iterator[None]:
    """Turn whatever the engine raises into UnsettableError; its memory and stack are not its
    own."""
    try:
        yield
    except (FlyersError, MemoryError, RecursionError):
        raise
    except Exception as error:
        what = " ".join(f"{type(error).__name__}: {error}".split())
        raise _unsettable(f"the typesetter stops at it ({what:.100})") from error


def _unsettable(why: str) -> UnsettableError:
    return UnsettableError(
        f"This cannot be set: {why}; take out of the layout's style.css, or of the picture, "
        "what is unusual."
    )


@dataclass(frozen=True, kw_only=True)
class SetPage:
    """One page as set: its size, and the boxes of the elements that have an id, in points."""

    width: float
    height: float
    boxes: Mapping[str, Box]


@dataclass(frozen=True, kw_only=True)
class PageRun:
    """Pages set in one go. ``document`` is the engine's own; only this module touches it."""

    pages: tuple[SetPage, ...]
    document: Any = field(repr=False)


class Typesetter:
    """The engine with one set of fonts. Making one takes some 50 ms: one a process is enough."""

    def __init__(self, font_folders: Sequence[Path]) -> None:
        use_fonts(tuple(font_folders))
        self._weasyprint = _engine()
        from weasyprint.text.fonts import FontConfiguration

        self._fonts = FontConfiguration()
        self._styles: dict[str, Any] = {}

    def style(self, css: str, *, keep: bool = True) -> Any:
        """Parse a style sheet; ``keep`` one that serves again."""
        if css in self._styles:
            return self._styles[css]
        with _engine_errors():
            sheet = self._weasyprint.CSS(
                string=css, font_config=self._fonts, url_fetcher=_fetcher({}), base_url="layout:/"
            )
        if keep:
            self._styles[css] = sheet
        return sheet

    def text(
        self,
        html: str,
        pictures: Mapping[str, Path | bytes] | None = None,
        converted: Callable[[bytes], bytes] = bytes,
    ) -> Any:
        """Parse a document, to be set many times.

        ``pictures`` are all that it may show; each is passed through ``converted``.
        """
        with _engine_errors():
            return self._weasyprint.HTML(
                string=html, base_url="layout:/", url_fetcher=_fetcher(pictures or {}, converted)
            )

    def set(self, text: Any, styles: Sequence[Any], cache: dict[str, Any] | None = None) -> PageRun:
        """Set a text into pages. ``cache`` keeps decoded pictures between settings. Raises
        UnsettableError."""
        with _engine_errors():
            document = text.render(font_config=self._fonts, stylesheets=list(styles), cache=cache)
            pages = tuple(_set_page(page) for page in document.pages)
        return PageRun(pages=pages, document=document)

    def words(self, text: Any, styles: Sequence[Any]) -> Mapping[str, SetWord]:
        """Set a text and return its inline elements that have an id and are in one line, by id."""
        pages = self.set(text, styles).document.pages
        with _engine_errors():
            from weasyprint.text import ffi

            return words_of([page._page_box for page in pages], ffi)

    def breaks(self, text: str, language: str) -> list[int]:
        """Return the offsets in a text at which its language lets a line end (UAX 14)."""
        from weasyprint.text.line_break import get_log_attrs

        found = get_log_attrs(text, language)
        return [at for at in range(1, len(text)) if found[at].is_line_break]

    def drawing(self, drawing: bytes, *, longest: float) -> bytes:
        """Return a drawing (SVG) as a PDF of one page, whose longer side is ``longest`` points."""
        page = '<html><body style="margin:0"><img id="drawing" src="drawing:">'
        text = self.text(page, {"drawing:": drawing})

        def drawn(width: float, paper: float) -> PageRun:
            """Set the drawing as wide as that, on paper as high as that."""
            css = f"@page{{size:{width:.3f}pt {paper:.3f}pt;margin:0}}"
            css += f"img{{display:block;width:{width:.3f}pt}}"
            return self.set(text, [self.style(css, keep=False)])

        # No drawing is accepted that is higher than 20 times its width.
        box = drawn(longest, longest * 21).pages[0].boxes["drawing"]
        width = longest * min(1, box.width / box.height)
        return self.write([drawn(width, width * box.height / box.width)])

    def write(self, runs: Sequence[PageRun]) -> bytes:
        """Write all pages of all runs as one PDF, each font embedded once. Pictures keep all their
        pixels."""
        pages = [page for run in runs for page in run.document.pages]
        return _written(runs[0].document, pages)

    def write_tagged(
        self, runs: Sequence[PageRun], panels: Sequence[Sequence[int]]
    ) -> "TaggedFile":
        """Write the pages of each panel, one panel after the other, with tags.

        The first run is artwork; the other, if there is one, is text, which is read at the place of
        the artwork's first frame. ``panels`` counts the pages of both in a row.
        """
        from flyers.core.tags import TaggedFile
        from flyers.typesetting.tagging import finished, mark, tree_of

        pages = [page for run in runs for page in run.document.pages]
        used = [[copy(pages[number]) for number in panel] for panel in panels]
        flat = list(enumerate(page for panel in used for page in panel))
        order = [number for panel in panels for number in panel]
        art = [
            page for page, number in zip(flat, order, strict=True) if number < len(runs[0].pages)
        ]
        text = [page for page in flat if page not in art]
        tree = tree_of(art, text, language=runs[0].document.metadata.lang or "")
        pictures: dict[str, tuple[float, float]] = {}
        for panel in used:
            mark(panel, tree, pictures)
        pdf = _written(runs[0].document, [page for _, page in flat])
        return TaggedFile(pdf=pdf, document=finished(tree), profile=_srgb(), pictures=pictures)


@dataclass(frozen=True, kw_only=True)
class SettingContext:
    """The engine, style sheets and language for all texts of one statement in one layout.

    Each picture is passed through ``converted`` before it is set.
    """

    typesetter: Typesetter
    styles: tuple[Any, ...]
    layout: str
    language: str
    direction: str
    converted: Callable[[bytes], bytes] = bytes

    def page(self, kind: str, content: str) -> str:
        """Return a document whose body has the classes ``kind``: ``text`` or ``art``, and more."""
        return (
            f'<html lang="{self.language}" dir="{self.direction}">'
            f'<body class="{kind} {self.layout}">{content}'
        )


def _set_page(page: Any) -> SetPage:
    """Convert the engine's pixels from the top left into points from the lower left."""
    height = px(page.height)
    boxes = {
        name: Box(
            left=px(area[0]),
            bottom=height - px(area[3]),
            right=px(area[2]),
            top=height - px(area[1]),
        )
        for name, area in page.anchors.items()
    }
    for box in boxes.values():
        # Not `>`: it is false of what is no number, too.
        if not max(map(abs, (box.left, box.bottom, box.right, box.top))) < FARTHEST:
            raise _unsettable("it has a length beyond all paper")
    return SetPage(width=px(page.width), height=height, boxes=boxes)


def _written(document: Any, pages: Sequence[Any]) -> bytes:
    """Return pages of the engine's documents as a PDF.

    Raises UnsettableError for one with an infinite length, which a PDF has no number for.
    """
    target = io.BytesIO()

    def look(_: object, pdf: Any) -> None:
        for one in pdf.objects:
            for part in getattr(one, "stream", ()):
                if (
                    isinstance(part, bytes)
                    and len(part) < _LONGEST_OPERATOR
                    and (b"nan" in part or b"inf" in part)
                    and _NO_NUMBER.search(part)
                ):
                    raise _unsettable("it has a length that is no number")

    with _engine_errors():
        document.copy(pages).write_pdf(target, pdf_identifier=b"flyers", finisher=look)
    return target.getvalue()


def _srgb() -> bytes:
    """Return the ICC profile of the colours that style sheets name; its licence is free."""
    return (resources.files("weasyprint.pdf") / "sRGB2014.icc").read_bytes()


@cache
def _engine() -> Any:
    """Import weasyprint, without the parts of its import that only take time."""
    logging.getLogger("weasyprint").handlers = [logging.NullHandler()]
    logging.getLogger("weasyprint").propagate = False
    show_libraries_to_python()
    with _QuickImports():
        try:
            import weasyprint
        except OSError as error:
            raise SystemLibraryError(
                "The system library Pango is missing; `flyers doctor` prints how to install it."
            ) from error
    _end_at_last()
    return weasyprint


def _end_at_last() -> None:
    """Have the engine stop making pages at MOST_PAGES."""
    from weasyprint import layout

    make = layout.make_all_pages

    def some(*given: Any) -> Iterator[Any]:
        for number, page in enumerate(make(*given)):
            if number >= MOST_PAGES:
                raise _unsettable(f"it runs over more than {MOST_PAGES:,} pages")
            yield page

    layout.make_all_pages = some


class _QuickImports:
    """A context for the import of weasyprint, without a search for libraries by compilers.

    weasyprint asks ``ctypes.util.find_library`` for some twenty names, and on Linux each call
    forks ldconfig, gcc and ld: half the time of a cold start. The dynamic linker finds the
    names that it falls back on (``libpango-1.0.so.0`` …) at once.
    """

    def __enter__(self) -> None:
        import ctypes.util

        self._real = ctypes.util.find_library
        if sys.platform.startswith("linux"):
            ctypes.util.find_library = lambda name: None

    def __exit__(self, *_: object) -> None:
        import ctypes.util

        ctypes.util.find_library = self._real


def _fetcher(
    pictures: Mapping[str, Path | bytes], converted: Callable[[bytes], bytes] = bytes
) -> Any:
    """Return the engine's fetcher: of the pictures named here, and of nothing else."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class Locked(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: object = None) -> Any:
            if url not in pictures:
                raise ValueError(f"{url} is no picture of the statement")
            picture = pictures[url]
            data = picture if isinstance(picture, bytes) else picture.read_bytes()
            return URLFetcherResponse(url, body=converted(data))

    return Locked()
