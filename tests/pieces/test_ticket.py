"""Job tickets: what a shop asks is on them, and is what the files really are."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from flyers.core.boxes import Box
from flyers.core.errors import GlyphError
from flyers.pieces.piece import Job
from flyers.pieces.plates import plates_of
from flyers.pieces.ticket import Ticket, as_json, write_tickets
from flyers.pieces.ticket.page import typeset
from flyers.pieces.ticket.ticket import MadePiece, tickets_of
from flyers.pieces.workshop import Workshop
from flyers.press.read.painted import Colour, Content, Paint, PlacedImage
from making import DATED, URL, all_letters, files_in, invoke, squeezed, written

PAGE = Path(__file__).parents[2] / "docs" / "print-shop.md"
CONFIG = """\
[campaign]
name = "Friends of the Pool"
contact = ["3 Mill Lane, Riverside", "555 0142"]

[imprint]
jurisdiction = "none"
union_label = true
"""


@pytest.fixture(scope="module")
def workshop() -> Workshop:
    return Workshop()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("shop")
    written(folder, "flyers.toml", CONFIG)
    written(folder, "pool.md", DATED)
    return folder


@pytest.fixture(scope="module")
def made(folder: Path, workshop: Workshop) -> list[MadePiece]:
    """A tri-fold and half-sheets for a shop, half-sheets on press sheets, and one for home."""
    job = Job(statement=folder / "pool.md", url=URL, out=folder / "out", previews=False)
    jobs = [
        replace(job, format="tri-fold", printer="shop", copies=500),
        replace(job, format="half-sheet", printer="shop"),
        replace(job, format="half-sheet", printer="home-bw", sheet="12x18", copies=501),
        replace(job, format="letter", printer="home"),
    ]
    return [(job, workshop.make(job)) for job in jobs]


@pytest.fixture(scope="module")
def tickets(made: list[MadePiece]) -> list[Ticket]:
    return tickets_of(made)


@pytest.fixture(scope="module")
def data(tickets: list[Ticket]) -> dict[str, Any]:
    return dict(as_json(tickets[0]))


# ---- what is on a ticket ---------------------------------------------------------------


def test_a_ticket_has_all_pieces_of_a_statement_for_one_printer(tickets: list[Ticket]) -> None:
    assert [[item.format for item in ticket.items] for ticket in tickets] == [
        ["tri-fold", "half-sheet"],
        ["half-sheet"],
    ]
    assert [ticket.pdf.name for ticket in tickets] == [
        "pool-shop-ticket.pdf",
        "pool-home-bw-12x18-ticket.pdf",
    ]


def test_the_customer_is_whom_flyers_toml_names(data: dict[str, Any]) -> None:
    assert data["customer"] == "Friends of the Pool"
    assert data["contact"] == ["3 Mill Lane, Riverside", "555 0142"]
    assert data["union_label"] is True
    assert data["date"] == "2027-04-19"


def test_sizes_are_the_finished_ones_and_the_flat_ones(data: dict[str, Any]) -> None:
    tri_fold, half = data["items"]
    assert (tri_fold["trim_mm"], tri_fold["flat_mm"]) == ([93.662, 215.9], [279.4, 215.9])
    assert half["trim_mm"] == half["flat_mm"] == [139.7, 215.9]


def test_panels_are_named_left_to_right_and_folded_in_order(data: dict[str, Any]) -> None:
    fold = data["items"][0]["fold"]
    assert fold["kind"] == "letter"
    assert [(p["name"], p["width_mm"]) for p in fold["outside"]] == [
        ("flap", 92.075),
        ("back", 93.662),
        ("cover", 93.662),
    ]
    assert [p["width_mm"] for p in fold["inside"]] == [93.662, 93.662, 92.075]
    assert fold["between"] == [["flap", "back"], ["back", "cover"]]
    assert data["items"][1]["fold"] is None


def test_a_piece_that_reads_from_the_right_is_folded_from_the_other_side(
    tmp_path: Path, workshop: Workshop
) -> None:
    path = written(tmp_path, "pool.md", "---\ntitle: المكتبة\nlang: ar\n---\n\nنص قصير هنا.\n")
    job = Job(
        statement=path, format="tri-fold", printer="shop", url=URL, out=tmp_path, previews=False
    )
    fold = workshop.make(job).spec.fold
    assert fold
    assert [panel.name for panel in fold.outside] == ["cover", "back", "flap"]
    assert fold.order == (("back", "flap"), ("cover", "back"))


def test_files_are_told_by_what_is_in_them(tickets: list[Ticket], folder: Path) -> None:
    for ticket in tickets:
        for item in as_json(ticket)["items"]:
            path = folder / "out" / "pool" / item["file"]["name"]
            assert item["file"]["sha256"] == sha256(path.read_bytes()).hexdigest()
            assert item["file"]["bytes"] == path.stat().st_size
            assert item["file"]["pages"] == len(PdfReader(path).pages)


def test_a_press_sheet_says_how_many_go_through_the_press(tickets: list[Ticket]) -> None:
    (item,) = as_json(tickets[1])["items"]
    sheet = item["sheet"]
    assert (sheet["name"], sheet["up"]) == ("12x18", 4)
    assert sheet["count"] == 126  # 501 pieces
    assert 0 < sheet["waste"] < 0.2


def test_marks_are_those_that_are_on_the_sheet(
    tickets: list[Ticket], folder: Path, workshop: Workshop
) -> None:
    """The profile asks for none, and still a press sheet has to be cut and folded."""
    assert [item["marks"] for one in tickets for item in as_json(one)["items"]] == [
        [],
        [],
        ["crop"],
    ]
    job = Job(statement=folder / "pool.md", url=URL, out=folder / "sheets", previews=False)
    onto = replace(job, format="tri-fold", printer="shop", sheet="12x18")
    (ticket,) = tickets_of([(onto, workshop.make(onto))])
    assert as_json(ticket)["items"][0]["marks"] == ["crop", "fold"]
    assert "Markscrop,fold" in all_letters(typeset(ticket))


def test_what_nobody_said_is_open(tickets: list[Ticket], data: dict[str, Any]) -> None:
    assert [item["quantity"] for item in data["items"]] == [500, None]
    assert data["stock"] is None
    assert {"quantity", "stock", "folding"} <= set(data["open"])
    assert tickets[1].missing == ("stock",)
    assert data["needed_before"] is None
    assert "needed_by" in data["open"]
    assert "folding" not in tickets[1].open


def keys_of(value: Any, at: str = "") -> Iterator[str]:
    """Yield the path of each value, such as ``items.file.name``."""
    for one in value if isinstance(value, list) else [value]:
        for key, inner in one.items() if isinstance(one, dict) else ():
            path = f"{at}.{key}".removeprefix(".")
            if not isinstance(inner, dict):
                yield path
            yield from keys_of(inner, path)


def test_a_computed_address_is_open_until_somebody_opens_it(tickets: list[Ticket]) -> None:
    assert "address" not in tickets[0].open
    computed = replace(tickets[0], proved=False)
    assert computed.open[0] == "address"
    assert computed.missing == tickets[0].missing
    letters = all_letters(typeset(computed))
    assert squeezed("Open before printing") in letters
    assert letters.count(squeezed(URL)) == all_letters(typeset(tickets[0])).count(squeezed(URL)) + 1


def test_programs_are_told_of_every_key(tickets: list[Ticket]) -> None:
    _, _, page = PAGE.read_text().partition("## The ticket for programs")
    told = set(re.findall(r"^\| `([a-z_0-9.]+)` \|", page, re.M))
    found = {key for ticket in tickets for key in keys_of(as_json(ticket))}
    assert found == told


# ---- inks ------------------------------------------------------------------------------

BOX = Box(left=0, bottom=0, right=9, top=9)


def painted(*colours: Colour) -> Content:
    return Content(paints=tuple(Paint(use="path", colour=c, box=BOX) for c in colours))


@pytest.mark.parametrize(
    ("content", "plates"),
    [
        (painted(), set()),
        (painted(Colour(space="cmyk", values=(0, 0, 0, 1))), {"Black"}),
        (painted(Colour(space="cmyk", values=(0, 0, 0, 0))), set()),
        (painted(Colour(space="cmyk", values=(0, 0.9, 0.8, 0))), {"Magenta", "Yellow"}),
        (painted(Colour(space="grey", values=(0.4,))), {"Black"}),
        (painted(Colour(space="grey", values=(1,))), set()),
        (painted(Colour(space="rgb", values=(0, 0, 0))), {"Black"}),
        (painted(Colour(space="rgb", values=(0.7, 0.1, 0.1))), {"RGB"}),
        (painted(Colour(space="spot", values=(1,), spots=("Gold",))), {"Gold"}),
        (painted(Colour(space="cmyk", values=(1, 1, 1, 1), registration=True)), set()),
    ],
)
def test_inks_are_those_that_are_painted(content: Content, plates: set[str]) -> None:
    assert plates_of(content) == plates


@pytest.mark.parametrize(
    ("space", "plates"),
    [
        ("grey", {"Black"}),
        ("cmyk", {"Cyan", "Magenta", "Yellow", "Black"}),
        ("rgb", {"RGB"}),
    ],
)
def test_a_picture_takes_all_inks_of_its_space(space: Any, plates: set[str]) -> None:
    image = PlacedImage(box=BOX, width=9, height=9, ppi=72, space=space)
    assert plates_of(Content(images=(image,))) == plates


# ---- the page --------------------------------------------------------------------------


@pytest.fixture(scope="module")
def pdf(tickets: list[Ticket]) -> bytes:
    return typeset(tickets[0])


def words_of(ticket: Ticket) -> Iterator[str]:
    """Yield the words that have to be on the page."""
    yield from (ticket.title, ticket.customer, *ticket.contact, "PDF/X-4", "1/8 in (3.2 mm)")
    for item in ticket.items:
        yield from (item.file.name, item.sha256, item.colours)
    yield from ("500 copies", "quantity: please fill in", "11 × 8 1/2 in (279.4 × 215.9 mm)")
    yield from ("first between flap and back, then between back and cover", "3 5/8 in")
    yield "April 19, 2027"


def test_the_page_has_all_of_it(tickets: list[Ticket], pdf: bytes) -> None:
    letters = all_letters(pdf)
    assert [words for words in words_of(tickets[0]) if squeezed(words) not in letters] == []


def test_two_items_are_one_page(pdf: bytes) -> None:
    (page,) = PdfReader(BytesIO(pdf)).pages
    assert [float(n) for n in page.mediabox] == [0, 0, 612, 792]


def test_a_desktop_printer_prints_all_of_it(tickets: list[Ticket], tmp_path: Path) -> None:
    without_a_space = "Vorstadtbibliotheksöffnungszeitenverlängerungsantragsformular" * 3
    pdf = typeset(replace(tickets[0], title=without_a_space, customer=without_a_space))
    (tmp_path / "ticket.pdf").write_bytes(pdf)
    said = invoke("check", "ticket.pdf", "-p", "home", cwd=tmp_path).stdout
    assert "ticket.pdf" in said
    assert "printable-area" not in said
    assert "safe-area" not in said


def test_the_same_ticket_is_the_same_bytes(tickets: list[Ticket], pdf: bytes) -> None:
    assert typeset(tickets[0]) == pdf


def test_a_letter_that_cannot_be_drawn_is_named(tickets: list[Ticket]) -> None:
    with pytest.raises(GlyphError, match="U\\+518D"):
        typeset(replace(tickets[1], stock="再生紙 80 g"))


# ---- by the command --------------------------------------------------------------------


def test_make_writes_a_ticket_for_a_shop_and_says_what_to_fill_in(tmp_path: Path) -> None:
    written(tmp_path, "pool.md")
    given = ("make", "pool.md", "--url", URL, "-f", "half-sheet", "-p", "shop", "--no-preview")
    done = invoke(*given, "--stock", "80 lb text", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    said = "  job ticket: out/pool/pool-shop-ticket.pdf (please fill in: quantity)"
    assert said in done.stdout.splitlines()
    assert files_in(tmp_path / "out" / "pool") == [
        "pool-shop-ticket.json",
        "pool-shop-ticket.pdf",
        "pool-statement-half-sheet-shop.pdf",
    ]
    ticket = json.loads((tmp_path / "out" / "pool" / "pool-shop-ticket.json").read_text())
    assert ticket["stock"] == "80 lb text"


def test_a_desktop_printer_needs_no_ticket(made: list[MadePiece]) -> None:
    assert write_tickets([made[-1]]) == []
