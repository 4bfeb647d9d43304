"""The case of a file: its evidence beside what was asked for, which is all that a check sees.

Our own pieces are compared with the imposition that they were printed from, files of others with
their own boxes and with what is declared of them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from flyers.catalogue.formats import Format
from flyers.catalogue.printers import Printer, Setup
from flyers.core.boxes import Box, Edges
from flyers.core.matrix import placed_box
from flyers.core.sheets import Imposition
from flyers.preflight.evidence import Evidence, SideEvidence
from flyers.press.read.painted import Paint, PlacedImage

SLUG = "slug"
"""Name of the imposed page with the slug: words for whoever prints."""

SLUG_SLACK = 2.0
"""Points by which the box of a line, from ascent to descent, is higher than its slug."""


@dataclass(frozen=True, kw_only=True)
class ExpectedCode:
    """A QR code on a page of the imposition, by the address that it has to lead to."""

    address: str


@dataclass(frozen=True, kw_only=True)
class ExpectedImprint:
    """The imprint on a page of the imposition: its words and its least type size in points."""

    words: str
    size: float


@dataclass(frozen=True, kw_only=True)
class AnyImprint:
    """An imprint in a name that is not known.

    Each of the ``ways`` is how the lines of one wording begin. ``size`` is the least type size
    in points, and ``source`` the law.
    """

    ways: tuple[tuple[str, ...], ...]
    size: float
    source: str


@dataclass(frozen=True, kw_only=True)
class Declared:
    """Facts that a person declares of a file to be checked; each of them is optional.

    ``width`` and ``height`` are the finished size in points, as a page shows it. The sheets that
    it is to be imposed on hold a multiple of ``pages_multiple`` pages, and pages of different
    sizes may lie on them if ``mixed_sizes``. ``imprint`` has to be on at least one of its pages.
    """

    width: float = 0
    height: float = 0
    format: Format | None = None
    pages_multiple: int = 1
    mixed_sizes: bool = False
    imprint: ExpectedImprint | AnyImprint | None = None


@dataclass(frozen=True, kw_only=True)
class PlacedPage:
    """A finished page where it lies on a side: a panel, a piece, or the whole side.

    Its ink may reach as far as ``clip``. ``codes`` are the QR codes that it must have and no
    others; None if any will do. ``turned`` is True of a page that lies on its side.
    """

    name: str
    trim: Box
    clip: Box
    codes: tuple[ExpectedCode, ...] | None = None
    imprint: ExpectedImprint | None = None
    turned: bool = False


@dataclass(frozen=True, kw_only=True)
class CheckedSide:
    """One page of the PDF, as asked for and as seen.

    ``number`` counts from 1; ``pieces`` are the trims of what is cut out of it. ``media``,
    ``trim`` and ``bleed`` are None if nobody asked for any.
    """

    number: int
    evidence: SideEvidence
    pages: tuple[PlacedPage, ...]
    pieces: tuple[Box, ...]
    media: Box | None = None
    trim: Box | None = None
    bleed: Box | None = None

    @property
    def whole(self) -> Box:
        """The paper's own edges, in points."""
        return self.media or self.evidence.facts.shown

    @property
    def finished(self) -> Box:
        """The trim: what is left of the side after its outer cuts."""
        return self.trim or self.evidence.facts.finished

    @cached_property
    def paints(self) -> tuple[Paint, ...]:
        """All that is painted on the pieces, without marks and the slug."""
        return tuple(
            one
            for one in self.evidence.facts.content.paints
            if self._is_on(one.box) and not _is_mark(one)
        )

    @cached_property
    def images(self) -> tuple[PlacedImage, ...]:
        """The pictures on the piece."""
        return tuple(one for one in self.evidence.facts.content.images if self._is_on(one.box))

    @property
    def everything(self) -> tuple[Paint | PlacedImage, ...]:
        """Paints and pictures."""
        return (*self.paints, *self.images)

    def _is_on(self, box: Box) -> bool:
        facts = self.evidence.facts
        reach = self.bleed or facts.bleed or facts.finished
        outside = (
            box.right < reach.left
            or box.left > reach.right
            or box.top < reach.bottom
            or box.bottom > reach.top
        )
        slugs = (page.trim for page in self.pages if page.name == SLUG)
        return not outside and not any(slug.contains(box, SLUG_SLACK) for slug in slugs)

    def where(self, box: Box) -> str:
        """Return the place of a box as it is seen on the page: ``at the top left``, ``in the
        middle``."""
        left, top, right, bottom = self.evidence.pixels(box)
        across, down = self.evidence.picture.size
        row = ("top", "", "bottom")[_third((top + bottom) / 2, down)]
        column = ("left", "", "right")[_third((left + right) / 2, across)]
        if not row:
            return f"on the {column}" if column else "in the middle"
        return f"at the {row} {column}".rstrip()

    def safe(self, printer: Printer) -> list[Box]:
        """Return the parts of the pieces that may have text and codes on this printer."""
        inward = Edges.all(printer.inside)
        return [piece.inset(inward) for piece in self.pieces]


def _third(at: float, whole: float) -> int:
    return min(2, max(0, int(3 * at / whole)))


def _is_mark(paint: Paint) -> bool:
    """Return True for marks, those between pieces that lie side by side too."""
    return paint.beside or (paint.stroked and paint.colour.registration)


@dataclass(frozen=True, kw_only=True)
class Case:
    """The sides that were asked for, as far as the PDF has them.

    ``wanted`` is how many there should be, None if that is not known. ``ours`` is True of a file
    that this tool has just made; ``pictures`` are then the names of the statement's pictures by
    their width and height in pixels.
    """

    setup: Setup
    evidence: Evidence
    sides: tuple[CheckedSide, ...]
    wanted: int | None = None
    ours: bool = False
    declared: Declared = field(default_factory=Declared)
    pictures: Mapping[tuple[int, int], str] = field(default_factory=dict)

    @property
    def printer(self) -> Printer:
        return self.setup.printer


def case_of_piece(
    evidence: Evidence,
    imposition: Imposition,
    setup: Setup,
    expected: Sequence[Sequence[ExpectedCode]],
    imprints: Sequence[ExpectedImprint | None],
    pictures: Mapping[tuple[int, int], str],
) -> Case:
    """Return the case of a file that was just printed from the imposition.

    ``expected[k]`` are the codes of its page k, as often as that is placed, and ``imprints[k]`` is
    the page's imprint, if it has to have one. Raises ValueError where these are of another
    imposition.
    """
    for what, given in (("codes", expected), ("imprints", imprints)):
        if len(given) != len(imposition.pages):
            raise ValueError(
                f"{what} for {len(given)} pages, but {len(imposition.pages)} pages imposed"
            )
    asked = [(sheet, form) for sheet in imposition.sheets for form in sheet.forms]
    sides = []
    for number, ((sheet, form), seen) in enumerate(zip(asked, evidence.sides, strict=False), 1):
        pages = []
        for placement in form.placements:
            page = imposition.pages[placement.page]
            trim = placed_box(placement, page)
            pages.append(
                PlacedPage(
                    name=page.name,
                    trim=trim,
                    clip=placement.clip or trim,
                    codes=tuple(expected[placement.page]),
                    imprint=imprints[placement.page],
                    turned=placement.rotation % 180 != 0,
                )
            )
        sides.append(
            CheckedSide(
                number=number,
                evidence=seen,
                pages=tuple(pages),
                pieces=form.leaves,
                media=Box(left=0, bottom=0, right=sheet.width, top=sheet.height),
                trim=sheet.trim,
                bleed=sheet.bleed or sheet.trim,
            )
        )
    return Case(
        setup=setup,
        evidence=evidence,
        sides=tuple(sides),
        wanted=len(asked),
        ours=True,
        pictures=pictures,
    )


def case_of_file(evidence: Evidence, printer: Printer, declared: Declared) -> Case:
    """Return the case of a file of unknown origin: each page is one piece, as large as its boxes
    say."""
    sides = []
    for number, seen in enumerate(evidence.sides, start=1):
        facts = seen.facts
        page = PlacedPage(
            name=f"page {number}",
            trim=facts.finished,
            clip=facts.bleed or facts.shown,
        )
        sides.append(CheckedSide(number=number, evidence=seen, pages=(page,), pieces=(page.trim,)))
    setup = Setup.of(printer)
    return Case(setup=setup, evidence=evidence, sides=tuple(sides), declared=declared)
