"""What a file is to be made fit for, and the file while that is done to it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from flyers.catalogue.conditions import Condition
from flyers.catalogue.printers import Standard
from flyers.press.read.objects import followed
from flyers.press.read.pdf_pages import Source
from flyers.press.write.writer import Reference, Writer

if TYPE_CHECKING:
    from pypdf import PageObject


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What a printer asks of a file. Lengths in points.

    ``finished`` is the size that was declared, width first, and ``sizes`` are
    those that pieces usually have. ``still`` says that nothing may lie over
    the pages nor happen by itself, as in PDF/X. ``in_inks`` says that the file
    has no colours but inks, and ``claims`` that it was found to keep the
    ``standard``.
    """

    bleed: float = 0
    finished: tuple[float, float] | None = None
    sizes: tuple[tuple[float, float], ...] = ()
    still: bool = False
    standard: Standard = "plain"
    condition: Condition | None = None
    in_inks: bool = False
    claims: bool = False
    shows_title: bool = False


@dataclass(frozen=True, kw_only=True)
class Leaf:
    """A page as it was read, and its entries as they are to be written."""

    read: "PageObject"
    at: Reference
    entries: dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Patient:
    """The file: its pages, catalog and information, to be changed in place, and where the rest of
    it goes."""

    writer: Writer
    leaves: tuple[Leaf, ...]
    catalog: dict[str, Any]
    information: dict[str, Any]


def admitted(source: Source, writer: Writer) -> Patient:
    """The one file of the source, its pages known by their new places."""
    (reader,) = source.readers
    leaves = []
    for number in range(len(source)):
        page = source.page(number)
        at = writer.reserve()
        if page.indirect_reference is not None:
            writer.stands_for(page.indirect_reference, at)
        entries = {key: value for key, value in page.items() if key not in ("/Type", "/Parent")}
        leaves.append(Leaf(read=page, at=at, entries=entries))
    root = reader.root_object
    catalog = {key: value for key, value in root.items() if key not in ("/Type", "/Pages")}
    return Patient(
        writer=writer,
        leaves=tuple(leaves),
        catalog=catalog,
        information=without(reader.trailer.get("/Info")),
    )


def without(holder: Any, *keys: str) -> dict[str, Any]:
    """A dictionary of the file, but for these entries."""
    return {key: value for key, value in (followed(holder) or {}).items() if key not in keys}


def on_pages(numbers: Iterable[int]) -> str:
    """Pages counted from 0, as people count them: ``Page 3``, ``Pages 1–4, 7``."""
    runs = list(_runs(sorted(set(numbers))))
    said = ", ".join(str(a + 1) if a == b else f"{a + 1}–{b + 1}" for a, b in runs)
    return f"Page {said}" if said.isdigit() else f"Pages {said}"


def _runs(numbers: list[int]) -> Iterator[tuple[int, int]]:
    """First and last of each run of numbers that follow on one another."""
    first = last = numbers[0]
    for number in numbers[1:]:
        if number > last + 1:
            yield first, last
            first = number
        last = number
    yield first, last
