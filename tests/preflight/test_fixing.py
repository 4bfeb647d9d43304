"""`flyers check --fix`: what has one right answer is put right in a copy, and nothing else is."""

import hashlib
import json
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from pypdf import PdfReader

from faults import FAULTS, MANNERS, good
from faults.draft import Draft
from faults.good import HEIGHT, WIDTH
from flyers.cli import main
from flyers.press.fixups import Wanted, fixed
from flyers.press.read.pdf_pages import PdfPages
from flyers.press.read.raster import rasters

SHOP = Wanted(bleed=9, still=True, sizes=((WIDTH, HEIGHT),))
HOME = Wanted()


def put_right(pdf: bytes, wanted: Wanted) -> tuple[bytes, tuple[str, ...]]:
    return fixed(PdfPages([("a.pdf", pdf)]), wanted)


def opened(pdf: bytes) -> Any:
    return PdfReader(BytesIO(pdf))


def boxes(pdf: bytes, page: int = 0) -> dict[str, list[float]]:
    entries = opened(pdf).pages[page]
    names = ("/MediaBox", "/CropBox", "/BleedBox", "/TrimBox")
    return {n[1:-3]: [float(e) for e in entries[n]] for n in names if n in entries}


def check(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["check", *map(str, arguments)])


# ---- the boxes ---------------------------------------------------------------------


def without_trim(**boxes: tuple[float, float, float, float]) -> bytes:
    draft = good("shop")
    for side in draft.sides:
        side.boxes = boxes
    return draft.written()


def test_a_trim_in_the_middle_of_a_usual_size_with_bleed() -> None:
    pdf, said = put_right(without_trim(MediaBox=(-9, -9, WIDTH + 9, HEIGHT + 9)), SHOP)
    assert boxes(pdf)["Trim"] == [0, 0, WIDTH, HEIGHT]
    assert boxes(pdf)["Bleed"] == [-9, -9, WIDTH + 9, HEIGHT + 9]
    assert said == (
        "Pages 1–2: TrimBox set to 107.9 x 139.7 mm, a usual size with the bleed around it.",
        "Pages 1–2: BleedBox set to 3.2 mm around the trim.",
    )


def test_a_trim_of_the_size_that_was_declared() -> None:
    media = (0.0, 0.0, 320.0, 218.0)
    wanted = Wanted(bleed=9, finished=(302, 200))
    assert boxes(put_right(without_trim(MediaBox=media), wanted)[0])["Trim"] == [9, 9, 311, 209]


@pytest.mark.parametrize(
    "media", [(0, 0, 500, 500), (0, 0, WIDTH + 9, HEIGHT + 18), (0, 0, WIDTH + 40, HEIGHT + 40)]
)
def test_no_trim_is_guessed(media: tuple[float, float, float, float]) -> None:
    pdf, said = put_right(without_trim(MediaBox=media), SHOP)
    assert "Trim" not in boxes(pdf)
    assert said == ()


def test_where_no_bleed_is_wanted_the_trim_is_what_is_shown() -> None:
    pdf = without_trim(MediaBox=(0, 0, 300, 300), CropBox=(10, 10, 290, 290))
    assert boxes(put_right(pdf, HOME)[0])["Trim"] == [10, 10, 290, 290]


def test_a_page_in_other_units_is_measured_in_them() -> None:
    draft = good("shop")
    for side in draft.sides:
        side.boxes = {"MediaBox": (0, 0, (WIDTH + 18) / 2, (HEIGHT + 18) / 2)}
        side.entries["UserUnit"] = "2"
    pdf, _ = put_right(draft.written(), SHOP)
    assert boxes(pdf)["Trim"] == [4.5, 4.5, 4.5 + WIDTH / 2, 4.5 + HEIGHT / 2]


@pytest.mark.parametrize(
    "name",
    [
        "trim-box-outside-the-bleed-box",
        "bleed-box-outside-the-media-box",
        "no-trim-box",
        "crop-box-that-hides-the-bleed",
    ],
)
def test_boxes_that_were_wrong_are_as_those_of_the_good_file(name: str) -> None:
    pdf, said = put_right(FAULTS[name].pdf(), SHOP)
    assert said
    assert [boxes(pdf, n) for n in (0, 1)] == [boxes(good("shop").written(), n) for n in (0, 1)]


def test_a_trim_outside_the_paper_is_left_to_its_author() -> None:
    assert put_right(FAULTS["trim-box-outside-the-media-box"].pdf(), SHOP)[1] == ()


# ---- what lies over the pages, and what acts ---------------------------------------


def noted() -> Draft:
    """A stamp that is printed, and a link."""
    draft = good("shop")
    look = draft.add(
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 10 10] /Length 29 >>\n"
        b"stream\n0 0.9 0.8 0 k 0 0 10 10 re f \nendstream"
    )
    stamp = f"<< /Subtype /Stamp /Rect [40 60 60 80] /F 4 /AP << /N {look} >> >>"
    link = "<< /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (https://orchard.example) >> >>"
    draft.front.entries["Annots"] = f"[{draft.add(stamp)} {draft.add(link)}]"
    return draft


def test_what_is_seen_of_a_stamp_is_drawn_into_the_page() -> None:
    before = noted().written()
    pdf, said = put_right(before, SHOP)
    assert said == (
        "Page 1: 1 annotation, 1 link removed; what could be seen of them is drawn into the page.",
    )
    assert "/Annots" not in opened(pdf).pages[0]
    assert seen(pdf) == seen(before)
    assert seen(pdf) != seen(good("shop").written())


def test_at_home_notes_stay() -> None:
    pdf, said = put_right(noted().written(), HOME)
    assert said == ()
    assert len(opened(pdf).pages[0]["/Annots"]) == 2


@pytest.mark.parametrize("name", [n for n, f in FAULTS.items() if f.check == "scripts"])
def test_nothing_acts_any_more(name: str) -> None:
    fault = FAULTS[name]
    pdf, said = put_right(fault.pdf(), SHOP if fault.printer == "shop" else HOME)
    assert said
    for word in (b"JavaScript", b"Launch", b"EmbeddedFile"):
        assert word not in pdf


def test_links_still_lead_to_their_page() -> None:
    draft = good("home")
    link = draft.add("<< /Subtype /Link /Rect [0 0 9 9] /Dest [1002 0 R /Fit] >>")
    draft.front.entries["Annots"] = f"[{link}]"
    del draft.front.boxes["TrimBox"]
    pdf, _ = put_right(draft.written(), HOME)
    reader = opened(pdf)
    goal = reader.pages[0]["/Annots"][0].get_object()["/Dest"][0]
    assert goal.idnum == reader.pages[1].indirect_reference.idnum
    assert pdf.count(b"/Type /Page\n") + pdf.count(b"/Type /Page>") == 2


def test_tags_still_speak_of_their_page() -> None:
    draft = good("web")
    draft.catalog["OpenAction"] = "<< /S /JavaScript /JS (1) >>"
    pdf, _ = put_right(draft.written(), HOME)
    reader = opened(pdf)
    document = reader.root_object["/StructTreeRoot"]["/K"].get_object()
    pages = {kid.get_object().raw_get("/Pg").idnum for kid in document["/K"]}
    assert pages == {page.indirect_reference.idnum for page in reader.pages}


def test_a_harmed_header_is_written_anew() -> None:
    pdf, _ = put_right(b"junk\n" * 20 + FAULTS["script-by-name"].pdf(), SHOP)
    assert pdf.startswith(b"%PDF-1.")


# ---- what it says of itself --------------------------------------------------------

CLAIMED = "Marked as {} and as not trapped, "


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("no-output-intent-shop", "Output intent set to FOGRA39: ask the author"),
        ("intent-of-a-screen", "set to FOGRA39 in place of a screen's profile"),
        ("claims-nothing", CLAIMED.format("PDF/X-4")),
        ("metadata-that-disagree", CLAIMED.format("PDF/X-4")),
        ("nothing-said-of-trapping", CLAIMED.format("PDF/X-4")),
        ("no-output-intent-shop-x1a", "Output intent set to FOGRA39"),
        ("claims-x4-where-x1a-is-wanted", CLAIMED.format("PDF/X-1a:2001")),
    ],
)
def test_a_declaration_is_made_whole(tmp_path: Path, name: str, said: str) -> None:
    fault = FAULTS[name]
    path = tmp_path / "card.pdf"
    path.write_bytes(fault.pdf())
    done = check(path, "-p", fault.printer, "--fix")
    assert done.exit_code == 0, done.output
    assert said in " ".join(done.output.split())
    copy = path.with_name("card-fixed.pdf").read_bytes()
    assert check(path, "-p", fault.printer, "--fix", "-o", tmp_path / "b.pdf").exit_code == 0
    assert (tmp_path / "b.pdf").read_bytes() == copy


def test_the_intent_of_another_press_is_its_authors(tmp_path: Path) -> None:
    path = tmp_path / "card.pdf"
    path.write_bytes(FAULTS["intent-for-another-press"].pdf())
    assert "nothing in it can be mended" in check(path, "-p", "shop", "--fix").output


def test_a_claim_is_not_made_of_what_is_not_kept(tmp_path: Path) -> None:
    draft = good("shop")
    del draft.xmp["pdfxid:GTS_PDFXVersion"], draft.catalog["OutputIntents"]
    draft.front.parts["more"] = "0.1 w 0 0 0 1 K 40 60 m 100 60 l S"
    path = tmp_path / "card.pdf"
    path.write_bytes(draft.written())
    assert check(path, "-p", "shop", "--fix").exit_code == 7
    assert b"GTS_PDFXVersion" not in path.with_name("card-fixed.pdf").read_bytes()


def test_colours_of_a_screen_are_meant_for_no_press(tmp_path: Path) -> None:
    draft = good("shop")
    del draft.xmp["pdfxid:GTS_PDFXVersion"], draft.catalog["OutputIntents"]
    draft.front.parts["more"] = "1 0 0 rg 40 60 20 20 re f"
    path = tmp_path / "card.pdf"
    path.write_bytes(draft.written())
    done = check(path, "-p", "shop", "--fix")
    assert done.exit_code == 7
    assert "The colours are still those of a screen (RGB)" in done.output
    assert [p.name for p in tmp_path.iterdir()] == ["card.pdf"]


def test_a_claim_that_is_dropped_is_told(tmp_path: Path) -> None:
    draft = good("shop")
    del draft.xmp["pdfxid:GTS_PDFXVersion"]
    draft.xmp["pdfaid:part"] = "2"
    path = tmp_path / "card.pdf"
    path.write_bytes(draft.written())
    done = check(path, "-p", "shop", "--fix")
    shown = " ".join(done.output.split())
    assert "No longer marked as PDF/A, as its metadata are new: its maker" in shown
    assert b"pdfaid:part" not in path.with_name("card-fixed.pdf").read_bytes()


def test_dates_and_makers_are_told_in_both_places_alike(tmp_path: Path) -> None:
    draft = good("shop")
    draft.xmp.clear()
    draft.info["Creator"] = "(A program & its maker)"
    draft.info["CreationDate"] = "(D:20240506070809+02'00')"
    del draft.info["ModDate"]
    path = tmp_path / "card.pdf"
    path.write_bytes(draft.written())
    assert check(path, "-p", "shop", "--fix").exit_code == 0
    reader = opened(path.with_name("card-fixed.pdf").read_bytes())
    packet = reader.root_object["/Metadata"].get_data().decode()
    assert reader.metadata["/ModDate"] == "D:20240506070809+02'00'"
    assert "<xmp:CreateDate>2024-05-06T07:08:09+02:00</xmp:CreateDate>" in packet
    assert "<xmp:CreatorTool>A program &amp; its maker</xmp:CreatorTool>" in packet
    assert reader.metadata["/Producer"] == "by hand"
    assert "<pdf:Producer>by hand</pdf:Producer>" in packet


def test_a_good_file_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "card.pdf"
    path.write_bytes(good("shop").written())
    done = check(path, "-p", "shop", "--fix")
    assert done.output.strip() == f"✓ {path}: ready for shop"
    assert [p.name for p in tmp_path.iterdir()] == ["card.pdf"]


# ---- all of it ---------------------------------------------------------------------


def seen(pdf: bytes) -> list[str]:
    """What the pages look like."""
    return [hashlib.sha256(page.tobytes()).hexdigest() for page in rasters(pdf, dpi=60)]


@pytest.mark.parametrize("name", [n for n, f in FAULTS.items() if f.check != "encryption"])
def test_no_page_looks_otherwise(name: str) -> None:
    fault = FAULTS[name]
    pdf = fault.pdf()
    wanted = HOME if fault.printer in ("home", "home-bw", "web") else SHOP
    other, said = put_right(pdf, wanted)
    if not said:  # the copy is the same file, written anew, as that of the good one is
        return
    if name != "crop-box-that-hides-the-bleed" and fault.check != "annotations":
        assert seen(other) == seen(pdf)
    assert put_right(pdf, wanted)[0] == other


@pytest.mark.parametrize("printer", MANNERS)
def test_a_good_file_written_anew_looks_the_same(printer: str) -> None:
    pdf = good(printer).written()
    assert seen(put_right(pdf, HOME)[0]) == seen(pdf)


def test_the_command_leaves_the_file_and_looks_at_its_copy(tmp_path: Path) -> None:
    path = tmp_path / "card.pdf"
    path.write_bytes(FAULTS["form-field"].pdf())
    before = path.read_bytes()
    done = check(path, "-p", "shop", "--fix")
    said = " ".join(done.output.split())
    assert done.exit_code == 0
    assert f"✓ {path.with_name('card-fixed.pdf')}: ready for shop" in said
    assert "+ Page 1: 1 form field removed" in said
    assert path.read_bytes() == before
    assert check(path.with_name("card-fixed.pdf"), "-p", "shop").exit_code == 0


def test_what_it_cannot_do_is_said(tmp_path: Path) -> None:
    path = tmp_path / "card.pdf"
    path.write_bytes(FAULTS["no-bleed"].pdf())
    done = check(path, "-p", "shop", "--fix")
    assert done.exit_code == 7
    assert "nothing in it can be mended without whoever made it" in done.output
    assert "✗ bleed" in done.output
    assert [p.name for p in tmp_path.iterdir()] == ["card.pdf"]


@pytest.mark.parametrize("name", ["encryption"])
def test_what_is_sealed_stays_so(tmp_path: Path, name: str) -> None:
    path = tmp_path / "card.pdf"
    path.write_bytes(FAULTS[name].pdf())
    assert check(path, "-p", "shop", "--fix").exit_code == 7
    assert [p.name for p in tmp_path.iterdir()] == ["card.pdf"]


def test_json_tells_of_both_files(tmp_path: Path) -> None:
    path, copy = tmp_path / "card.pdf", tmp_path / "new" / "copy.pdf"
    path.write_bytes(FAULTS["script-by-name"].pdf())
    done = check(path, "-p", "shop", "--fix", "-o", copy, "--json")
    (file,) = json.loads(done.output)["files"]
    assert file["file"] == str(copy)
    assert file["fixed"]["original"] == str(path)
    assert file["fixed"]["changes"] == ["Actions removed: JavaScript."]
    assert file["findings"] == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("a.pdf -o b.pdf", "give that too"),
        ("a.pdf --fix -o a.pdf", "a.pdf would be replaced by what is made of it"),
        ("a.pdf b.pdf --fix -o c.pdf", "-o names one copy"),
        ("a.pdf --fix -o -", "it needs a name"),
        ("a.pdf --html a.pdf", "give --html another name"),
        ("a.pdf --fix --html a-fixed.pdf", "give --html another name"),
    ],
)
def test_what_makes_no_sense_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: str, said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("a.pdf", "b.pdf"):
        Path(name).write_bytes(FAULTS["script-by-name"].pdf())
    before = Path("a.pdf").read_bytes()
    done = check(*arguments.split(), "-p", "shop")
    assert done.exit_code == 2
    assert said in done.output
    assert Path("a.pdf").read_bytes() == before
