"""Sets HTML into pages. The only import of weasyprint.

Nothing of the machine gets in: fonts come from the folders named here by a
private fontconfig file, and the only addresses that can be fetched are the
pictures that the statement's reader has checked (``picture:N``). Everything
that is shared by all pieces of a run (fonts, parsed style sheets) is kept.
"""

import io
import logging
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from flyers.core.errors import OutputError, SystemLibraryError
from flyers.core.machine import show_libraries_to_python
from flyers.core.sheets import Box
from flyers.core.units import px

if TYPE_CHECKING:
    from flyers.core.tags import TaggedFile

_CSS_PIXELS_PER_POINT = 1 / px(1)


@dataclass(frozen=True, kw_only=True)
class SetPage:
    """One page as set: its size, and the boxes of the elements that have an id. In points."""

    width: float
    height: float
    boxes: Mapping[str, Box]


@dataclass(frozen=True, kw_only=True)
class PageRun:
    """Pages set in one go. ``document`` is the engine's own and nobody else's business."""

    pages: tuple[SetPage, ...]
    document: Any = field(repr=False)


class Typesetter:
    """The engine with one set of fonts. Making one costs some 50 ms; make one a process."""

    def __init__(self, font_folders: Sequence[Path]) -> None:
        _use_fonts(tuple(font_folders))
        self._weasyprint = _engine()
        from weasyprint.text.fonts import FontConfiguration

        self._fonts = FontConfiguration()
        self._styles: dict[str, Any] = {}

    def style(self, css: str, *, keep: bool = True) -> Any:
        """A parsed style sheet; ``keep`` those that serve again."""
        if css in self._styles:
            return self._styles[css]
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
        """A parsed document, to be set many times. ``pictures`` are all it may show, as
        ``converted``."""
        return self._weasyprint.HTML(
            string=html, base_url="layout:/", url_fetcher=_fetcher(pictures or {}, converted)
        )

    def set(self, text: Any, styles: Sequence[Any], cache: dict[str, Any] | None = None) -> PageRun:
        """Lay the text out into pages. ``cache`` keeps decoded pictures between settings."""
        document = text.render(font_config=self._fonts, stylesheets=list(styles), cache=cache)
        return PageRun(pages=tuple(_set_page(page) for page in document.pages), document=document)

    def drawing(self, drawing: bytes, *, longest: float) -> bytes:
        """A drawing (SVG) as the one page of a PDF whose longer side is ``longest`` points."""
        page = '<html><body style="margin:0"><img id="drawing" src="drawing:">'
        text = self.text(page, {"drawing:": drawing})

        def drawn(width: float, paper: float) -> PageRun:
            """As wide as that, on paper as high as that."""
            css = f"@page{{size:{width:.3f}pt {paper:.3f}pt;margin:0}}"
            css += f"img{{display:block;width:{width:.3f}pt}}"
            return self.set(text, [self.style(css, keep=False)])

        # No picture is longer than 20 times its width.
        box = drawn(longest, longest * 21).pages[0].boxes["drawing"]
        width = longest * min(1, box.width / box.height)
        return self.write([drawn(width, width * box.height / box.width)])

    def write(self, runs: Sequence[PageRun]) -> bytes:
        """All pages of all runs as one PDF, each font embedded once. Pictures keep their pixels:
        how finely they may be drawn, the engine would have to know when they are set."""
        pages = [page for run in runs for page in run.document.pages]
        target = io.BytesIO()
        runs[0].document.copy(pages).write_pdf(target, pdf_identifier=b"flyers")
        return target.getvalue()

    def write_tagged(
        self, runs: Sequence[PageRun], panels: Sequence[Sequence[int]]
    ) -> "TaggedFile":
        """The pages of each panel, one panel after the other, with tags.

        The first run is artwork, and the other, if there is one, the text that is
        read where the artwork's first frame is. A panel's pages are counted from
        the first run's to the other's.
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
        target = io.BytesIO()
        document = runs[0].document.copy([page for _, page in flat])
        document.write_pdf(target, pdf_identifier=b"flyers")
        return TaggedFile(
            pdf=target.getvalue(), document=finished(tree), profile=_srgb(), pictures=pictures
        )


@dataclass(frozen=True, kw_only=True)
class SettingContext:
    """What everything shares that is set of one statement in one layout. Pictures are printed as
    ``converted``."""

    typesetter: Typesetter
    styles: tuple[Any, ...]
    layout: str
    language: str
    direction: str
    converted: Callable[[bytes], bytes] = bytes

    def page(self, kind: str, content: str) -> str:
        """A document of that kind (``text`` or ``art``, and more names for the style sheet)."""
        return (
            f'<html lang="{self.language}" dir="{self.direction}">'
            f'<body class="{kind} {self.layout}">{content}'
        )


def _set_page(page: Any) -> SetPage:
    """Turn the engine's pixels from the top left into points from the lower left."""
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
    return SetPage(width=px(page.width), height=height, boxes=boxes)


def _srgb() -> bytes:
    """The profile of the colours that style sheets name, which may be given to anyone."""
    return (resources.files("weasyprint.pdf") / "sRGB2014.icc").read_bytes()


def cache_folder() -> Path:
    """Where fontconfig may keep what it found out about the fonts; made if missing."""
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    folder = Path(base) / "flyers"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if os.access(folder, os.W_OK):
            return folder
    except OSError:
        pass
    import tempfile

    return Path(tempfile.gettempdir())


def _use_fonts(folders: tuple[Path, ...]) -> None:
    """Make these folders the only fonts there are, by a fontconfig file of our own."""
    from hashlib import sha256

    cache_in = cache_folder()
    lines = [f"<dir>{escape(str(folder))}</dir>" for folder in folders]
    text = (
        '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig>'
        + "".join(lines)
        + f"<cachedir>{escape(str(cache_in / 'fontconfig'))}</cachedir></fontconfig>\n"
    )
    path = cache_in / f"fonts-{sha256(text.encode()).hexdigest()[:12]}.conf"
    if not path.exists():
        from flyers.core.files import write_whole

        try:
            write_whole(path, text.encode())
        except OSError as error:
            raise OutputError(
                f"Cannot write {path} ({error.strerror}); "
                "set XDG_CACHE_HOME to a folder that can be written."
            ) from error
    os.environ["FONTCONFIG_FILE"] = str(path)


@cache
def _engine() -> Any:
    """Import weasyprint, without the parts of its import that only cost time."""
    logging.getLogger("weasyprint").handlers = [logging.NullHandler()]
    logging.getLogger("weasyprint").propagate = False
    show_libraries_to_python()
    with _QuickImports():
        try:
            import weasyprint
        except OSError as error:
            raise SystemLibraryError(
                "The system library Pango is missing; `flyers doctor` says how to install it."
            ) from error
    return weasyprint


class _QuickImports:
    """While weasyprint is imported: no searching for libraries by running compilers.

    It asks ``ctypes.util.find_library`` for each of some twenty names, and on
    Linux each question forks ldconfig, gcc and ld, half the cost of a cold
    start. The names it falls back on (``libpango-1.0.so.0`` …) are what the
    dynamic linker finds at once.
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
    """What the engine may fetch: the pictures named here, and nothing else at all."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class Locked(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: object = None) -> Any:
            if url not in pictures:
                raise ValueError(f"{url} is not a picture of the statement")
            picture = pictures[url]
            data = picture if isinstance(picture, bytes) else picture.read_bytes()
            return URLFetcherResponse(url, body=converted(data))

    return Locked()
