"""The report as a web page: a picture of every page with the findings drawn on it.

It is one file without scripts, which can be mailed and printed. Text from a PDF is a stranger's,
and is escaped.
"""

from base64 import b64encode
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from html import escape
from pathlib import Path
from string import Template

from flyers.core.bounded import bounded
from flyers.core.boxes import Box
from flyers.core.errors import PdfError
from flyers.core.findings import SEVERITIES, Finding, Severity
from flyers.core.terminal import bare
from flyers.core.units import to_mm
from flyers.core.version import __version__
from flyers.preflight.checked_file import CheckedFile, Repair
from flyers.preflight.checks import CHECKS
from flyers.preflight.evidence import SideEvidence
from flyers.preflight.gathering import MEMORY, SECONDS
from flyers.press.read import raster

TEMPLATE = Path(__file__).with_suffix(".html")

DPI = 100
"""Enough to recognise what is pointed at."""

MANY, COARSE_DPI = 40, 50
"""With more pages with findings, each is shown coarser, so that the report can be mailed."""

SMALL_DPI = 30
"""For pages that are only shown to be there."""

BESIDE = 7.0
"""Per cent of a picture's width by which a number steps aside for another one."""

RULES = {check.name: f"{check.rule} ({check.source})" for check in CHECKS}

Numbered = tuple[int, Finding]
"""A finding and its number within its file."""


def page(files: Sequence[CheckedFile], printer: str) -> str:
    """Return the report in HTML. Raises PdfError for a file that has changed since it was read."""
    several = len(files) > 1
    counts = [_count(one) for one in files]
    called = f"{len(files)} files" if several else _text(files[0].file)
    return Template(TEMPLATE.read_text("utf-8")).substitute(
        title=f"{called}: would {'they' if several else 'it'} print?",
        lead=_lead(counts, _text(printer)),
        contents=_contents(files, counts) if several else "",
        files="\n".join(
            _file(number, one, named=several) for number, one in enumerate(files, start=1)
        ),
        colophon=f"Checked by flyers {__version__}, for the printer {_text(printer)}.",
    )


# ---- all files ---------------------------------------------------------------------


def _lead(counts: Sequence[Counter[Severity]], printer: str) -> str:
    ready = sum(1 for count in counts if not count["error"])
    if len(counts) > 1:
        if not ready:
            return f"None is ready for {printer}."
        how_many = "All" if ready == len(counts) else str(ready)
        return f"{how_many} of them {'is' if ready == 1 else 'are'} ready for {printer}."
    return f"It is {'' if ready else 'not '}ready for {printer}: {_verdict(counts[0])}."


def _contents(files: Sequence[CheckedFile], counts: Sequence[Counter[Severity]]) -> str:
    rows = (
        f'<li><a href="#file-{number}">{_text(one.file)}</a> {_verdict(count)}</li>'
        for number, (one, count) in enumerate(zip(files, counts, strict=True), start=1)
    )
    return f'<nav aria-label="Files"><ol class="contents">{"".join(rows)}</ol></nav>'


def _count(file: CheckedFile) -> Counter[Severity]:
    return Counter(finding.severity for finding in file.findings)


def _verdict(count: Counter[Severity]) -> str:
    parts = [
        f"{count[one]} {one}{'' if count[one] == 1 else 's'}" for one in SEVERITIES if count[one]
    ]
    gravest = next((one for one in SEVERITIES if count[one]), "clear")
    return f'<span class="verdict {gravest}">{", ".join(parts) or "nothing found"}</span>'


# ---- a file ------------------------------------------------------------------------


def _file(number: int, file: CheckedFile, *, named: bool) -> str:
    """Return the section of a file: the whole file first, pages with findings, then the others."""
    in_order = sorted(file.findings, key=lambda f: (f.page or 0, SEVERITIES.index(f.severity)))
    numbered = list(enumerate(in_order, start=1))
    sides = file.evidence.sides if file.evidence else ()
    of_page = {
        n: [pair for pair in numbered if pair[1].page == n] for n in range(1, len(sides) + 1)
    }
    elsewhere = [pair for pair in numbered if pair[1].page not in of_page]
    label = f'aria-labelledby="name-{number}"' if named else 'aria-label="Findings"'
    parts = [f'<section class="file" id="file-{number}" {label}>']
    if named:
        parts.append(f'<h2 id="name-{number}">{_text(file.file)}</h2>')
        parts.append(f"<p>{_verdict(_count(file))}</p>")
    if file.repair and file.findings + file.repair.changes:
        parts.append(_repair(file.repair))
    if elsewhere:
        listed = _list(number, elsewhere)
        parts.append(f'<section class="rest"><h3>The whole file</h3>{listed}</section>')
    found = [n for n, own in of_page.items() if own]
    dpi = DPI if len(found) <= MANY else COARSE_DPI
    parts += [_page(number, sight, of_page[sight.number]) for sight in _sights(file, found, dpi)]
    if clean := [n for n, own in of_page.items() if not own]:
        heading = "Pages on which nothing was found" if found else "Its pages"
        parts.append(_others(_sights(file, clean, SMALL_DPI), heading))
    return "\n".join([*parts, "</section>"])


def _repair(repair: Repair) -> str:
    """List what was mended in this copy."""
    if not repair.changes:
        return '<p class="soft rest">Nothing in it can be mended without whoever made it.</p>'
    items = "".join(f"<li>{_text(change)}</li>" for change in repair.changes)
    return (
        f'<section class="rest"><h3>Mended in this copy of {_text(repair.original)}</h3>'
        f'<ul class="changes">{items}</ul></section>'
    )


def _sights(file: CheckedFile, pages: Sequence[int], dpi: float) -> Iterator["_ShownPage"]:
    if not file.evidence or not pages:
        return
    try:
        with bounded(partial(_pngs, file.pdf, dpi, pages), seconds=SECONDS, memory=MEMORY) as drawn:
            pngs = drawn()
    except ChildProcessError:
        raise PdfError(
            f"{file.file} cannot be drawn for a report within {SECONDS} seconds; "
            "leave out --html, or export it again from where it was made."
        ) from None
    for n, png in zip(pages, pngs, strict=True):
        yield _ShownPage(number=n, png=png, side=file.evidence.sides[n - 1])


def _pngs(pdf: bytes, dpi: float, pages: Sequence[int]) -> list[bytes]:
    pictures = raster.drawn(pdf, dpi=dpi, only=[n - 1 for n in pages])
    return [raster.small_png(picture, dpi=dpi) for picture in pictures]


# ---- a page ------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class _ShownPage:
    """A picture of a page, and the scale between its points and the picture."""

    number: int
    png: bytes
    side: SideEvidence

    def place(self, box: Box) -> tuple[float, float, float, float]:
        """Return left, top, width and height of a box in per cent of the picture, cut to the
        picture."""
        across, down = self.side.picture.size
        left, top, right, bottom = self.side.pixels(box)
        x1, x2 = (min(max(x / across, 0), 1) * 100 for x in (left, right))
        y1, y2 = (min(max(y / down, 0), 1) * 100 for y in (top, bottom))
        return x1, y1, x2 - x1, y2 - y1

    @property
    def image(self) -> str:
        data = b64encode(self.png).decode("ascii")
        across, down = self.side.picture.size
        size = f'width="{across}" height="{down}"'
        return f'<img src="data:image/png;base64,{data}" alt="Page {self.number}" {size}>'

    @property
    def cut(self) -> Box | None:
        """The trim, if it is not the page's own edge."""
        facts = self.side.facts
        return None if facts.finished.contains(facts.shown, 1) else facts.finished

    @property
    def size(self) -> str:
        facts = self.side.facts
        sizes = [f"{_size(facts.finished, facts.rotate)} finished"]
        if self.cut:
            sizes.append(f"{_size(facts.shown, facts.rotate)} in all")
        return ", ".join(sizes)


def _size(box: Box, rotate: int) -> str:
    width, height = to_mm(box.width), to_mm(box.height)
    if rotate % 180:
        width, height = height, width
    return f"{width:.0f} × {height:.0f} mm"


def _page(file: int, sight: _ShownPage, findings: Sequence[Numbered]) -> str:
    number = sight.number
    return "\n".join(
        [
            f'<section class="page" aria-label="Page {number}">'
            f'<h3>Page {number} <span class="soft">{sight.size}</span></h3>',
            _figure(file, sight, findings),
            _list(file, findings),
            "</section>",
        ]
    )


def _figure(file: int, sight: _ShownPage, findings: Sequence[Numbered]) -> str:
    """Return the picture with the places of findings over it, and their numbers on top."""
    cut = (
        f'<span class="trim" style="{_style(sight.place(sight.cut))}"></span>' if sight.cut else ""
    )
    places = "".join(
        f'<span class="place {finding.severity}" id="place-{file}-{n}" '
        f'style="{_style(sight.place(finding.box))}"></span>'
        for n, finding in findings
        if finding.box
    )
    numbers = "".join(
        f'<a class="number tag {finding.severity}" href="#finding-{file}-{n}" '
        f'aria-label="Finding {n}: {finding.severity}" style="left:{x:.2f}%;top:{y:.2f}%">{n}</a>'
        for (n, finding), (x, y) in zip(findings, _corners(sight, findings), strict=True)
    )
    caption = '<figcaption><span class="key"></span>where it is cut</figcaption>' if cut else ""
    across, down = (length * DPI / 150 for length in sight.side.picture.size)
    # No larger than on paper, and no higher than what can be seen at once.
    widest = f"min({across:.0f}px, {80 * across / down:.1f}vh)"
    return (
        f'<figure><div class="sight"><div style="max-width:{widest}">'
        f"{sight.image}{cut}{places}{numbers}</div></div>{caption}</figure>"
    )


def _style(place: tuple[float, float, float, float]) -> str:
    edges = zip(("left", "top", "width", "height"), place, strict=True)
    return ";".join(f"{edge}:{share:.2f}%" for edge, share in edges)


def _corners(sight: _ShownPage, findings: Iterable[Numbered]) -> Iterator[tuple[float, float]]:
    """Yield where each number stands: at the upper left of its place, or beside one that is there;
    at the upper right of the page if the finding has no place."""
    taken: list[tuple[float, float]] = []
    for _, finding in findings:
        x, y, *_ = sight.place(finding.box) if finding.box else (100.0, 0.0)
        step = BESIDE if finding.box else -BESIDE
        while any(abs(x - a) < BESIDE and abs(y - b) < BESIDE / 2 for a, b in taken):
            x += step
            if not 0 <= x <= 100:
                x, y = (0.0 if step > 0 else 100.0), y + BESIDE
        taken.append((x, y))
        yield x, y


def _list(file: int, findings: Iterable[Numbered]) -> str:
    return f'<ol class="findings">{"".join(_item(file, n, one) for n, one in findings)}</ol>'


def _item(file: int, n: int, finding: Finding) -> str:
    number = f'<span class="number">{n}</span>'
    if finding.box:
        place = f'href="#place-{file}-{n}" aria-label="Show {n} on the page"'
        number = f'<a class="number" {place}>{n}</a>'
    return (
        f'<li class="{finding.severity}" id="finding-{file}-{n}"><div>{number}</div><div>'
        f'<p class="severity">{finding.severity.capitalize()} '
        f"<span>{_text(finding.check)}</span></p>"
        f'<p class="what">{_text(finding.message)}</p>'
        f'<p class="remedy">{_text(finding.remedy)}</p>'
        f'<p class="rule">{_text(RULES.get(finding.check, ""))}</p></div></li>'
    )


def _others(sights: Iterable[_ShownPage], heading: str) -> str:
    """Return small pictures of pages without findings."""
    items = "".join(f"<li>{sight.image}<p>Page {sight.number}</p></li>" for sight in sights)
    return f'<section class="rest"><h3>{heading}</h3><ul class="others">{items}</ul></section>'


def _text(text: str) -> str:
    """Escape text for HTML, without characters that turn or hide the text around them."""
    return escape(bare(text))
