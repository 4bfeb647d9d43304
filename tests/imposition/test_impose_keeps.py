"""Parts of a PDF besides its drawing: links, layers and metadata."""

from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from awkward import AWKWARD, many
from flyers.catalogue.papers import Paper
from flyers.imposition.from_pdfs import planned, printed
from flyers.imposition.inputs import Input
from flyers.imposition.options import Options
from flyers.imposition.schemes.table import scheme_named

SPREAD = Paper(name="spread", width=400, height=300)


def imposed(pdf: bytes, scheme: str = "n-up", **asked: Any) -> bytes:
    """Impose on spreads of two pages of 200 x 300 points, or as asked."""
    options = Options(**{"sheet": SPREAD, **asked})
    return printed(planned([Input(name="awkward.pdf", pdf=pdf)], scheme_named(scheme), options))


def opened(pdf: bytes) -> Any:
    return PdfReader(BytesIO(pdf))


def links(side: Any) -> list[Any]:
    return [one.get_object() for one in side.get("/Annots", [])]


def rect(link: Any) -> list[float]:
    return [round(float(number), 3) for number in link["/Rect"]]


# ---- links -------------------------------------------------------------------------


def test_links_land_on_their_words() -> None:
    """In a booklet page 1 is on the right of the outer sheet."""
    booklet = opened(imposed(AWKWARD["links"].pdf, "booklet", duplex="short"))
    to_pool = links(booklet.pages[0])[0]
    assert rect(to_pool) == [220, 20, 380, 40]
    assert to_pool["/A"]["/URI"] == "https://millford.example/pool"


def test_a_link_round_the_end_of_a_line_takes_both_its_parts_along() -> None:
    booklet = opened(imposed(AWKWARD["links"].pdf, "booklet", duplex="short"))
    points = [float(number) for number in links(booklet.pages[0])[1]["/QuadPoints"]]
    assert points[:8] == pytest.approx([220, 90, 380, 90, 220, 80, 380, 80])
    assert points[8:] == pytest.approx([220, 78, 290, 78, 220, 68, 290, 68])


def test_a_link_is_turned_with_its_page() -> None:
    """The back of a lying sheet that is turned on its long edge is upside down."""
    pdf = AWKWARD["links"].pdf
    folded = Options(sheet=SPREAD, duplex="long", fold="half")
    plan = planned(
        [Input(name="back.pdf", pdf=pdf), Input(name="links.pdf", pdf=pdf)],
        scheme_named("fold"),
        folded,
    )
    back = opened(printed(plan)).pages[1]
    # Page 3, the first of the second file, lies on the left of the back, upside down.
    assert [20, 260, 180, 280] in [rect(link) for link in links(back)]


def test_a_link_to_a_page_leads_to_the_side_on_which_it_lies() -> None:
    booklet = opened(imposed(AWKWARD["links"].pdf, "booklet", duplex="short"))
    front, back = booklet.pages
    to_page_2 = next(link for link in links(front) if rect(link) == [220, 100, 380, 120])
    assert to_page_2["/Dest"][0] == back.indirect_reference


def test_a_link_to_a_named_place_leads_to_its_side() -> None:
    booklet = opened(imposed(AWKWARD["links"].pdf, "booklet", duplex="short"))
    front, back = booklet.pages
    named = next(link for link in links(front) if rect(link) == [220, 130, 380, 150])
    assert named["/Dest"][0] == back.indirect_reference


# ---- what the file says ------------------------------------------------------------


def test_a_layer_that_is_off_stays_off() -> None:
    root = opened(imposed(AWKWARD["hidden-layer"].pdf)).root_object
    layers = root["/OCProperties"]
    (off,) = layers["/D"]["/OFF"]
    assert off.get_object()["/Name"] == "Draft"
    assert [one.get_object()["/Name"] for one in layers["/OCGs"]] == ["Draft"]


def test_a_press_file_goes_on_saying_what_it_is_printed_with() -> None:
    file = opened(imposed(AWKWARD["for-the-printer"].pdf))
    (intent,) = file.root_object["/OutputIntents"]
    assert intent.get_object()["/OutputConditionIdentifier"] == "FOGRA51"


def test_xmp_and_information_survive() -> None:
    file = opened(imposed(AWKWARD["for-the-printer"].pdf))
    assert b"Keep the pool open" in file.root_object["/Metadata"].get_data()
    assert file.metadata.title == "Keep the pool open"
    assert file.metadata.author == "Friends of the Millford Pool"
    assert file.metadata["/CreationDate"] == "D:20250401120000Z"


def test_the_first_half_of_the_id_says_where_it_comes_from() -> None:
    one, other = opened(imposed(AWKWARD["for-the-printer"].pdf)).trailer["/ID"]
    assert one.original_bytes.hex() == "00112233445566778899aabbccddeeff"
    assert other.original_bytes.hex() != "ffeeddccbbaa99887766554433221100"


# ---- size and sameness -------------------------------------------------------------


def test_a_page_that_is_placed_a_hundred_times_is_in_the_file_once() -> None:
    sheet = Paper(name="broadsheet", width=2000, height=3000)
    file = opened(imposed(many(1), "repeat", sheet=sheet, up=(10, 10)))
    (side,) = file.pages
    assert side.get_contents().get_data().count(b" Do") == 100
    forms = [file.get_object(number) for number in range(1, len(file.xref_objStm) + 40)]
    assert sum(one is not None and one.get("/Subtype") == "/Form" for one in forms) == 1


@pytest.mark.parametrize("name", ["links", "for-the-printer", "hidden-layer", "form-fields"])
def test_the_same_input_gives_the_same_bytes(name: str) -> None:
    assert imposed(AWKWARD[name].pdf) == imposed(AWKWARD[name].pdf)


def test_another_plan_gives_another_id() -> None:
    pdf = AWKWARD["for-the-printer"].pdf
    first, other = (opened(imposed(pdf, gutter=gutter)).trailer["/ID"] for gutter in (0, 0.01))
    assert first[0].original_bytes == other[0].original_bytes
    assert first[1].original_bytes != other[1].original_bytes
