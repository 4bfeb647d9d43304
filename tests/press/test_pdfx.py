"""Files for print shops keep the rules of their standard, and other programs read them so."""

import re
import subprocess
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf
from PIL import Image

from flyers import Job, make
from making import SUNDAYS, URL, written
from pdfx import broken_rules
from pictures import PICTURES, album

STANDARDS = {"shop": "x-4", "shop-x1a": "x-1a"}

ALBUM = ("rgb.jpg", "rgba.png", "wide.jpg", "grey.png", "cmyk.jpg", "chart.png", "one-bit.png")


@dataclass(frozen=True, kw_only=True)
class Made:
    """A piece with pictures of many kinds, for a print shop."""

    file: Path
    standard: str

    @property
    def data(self) -> bytes:
        return self.file.read_bytes()


@pytest.fixture(scope="module", params=STANDARDS)
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Made:
    folder = tmp_path_factory.mktemp("album")
    job = Job(
        statement=album(folder, *ALBUM, "clear.svg"),
        format="letter",
        printer=request.param,
        overset="pages",
        url=URL,
        out=folder / "out",
        previews=False,
    )
    return Made(file=make(job).file, standard=STANDARDS[request.param])


def said(*command: str | Path) -> str:
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_rules_are_kept(made: Made) -> None:
    assert broken_rules(made.data, made.standard) == []


def test_poppler_finds_every_font_embedded_as_truetype(made: Made) -> None:
    rows = said("pdffonts", made.file).splitlines()[2:]
    assert rows
    assert all(re.search(r"CID TrueType +Identity-H +yes yes", row) for row in rows)


def test_poppler_finds_no_picture_in_rgb(made: Made) -> None:
    kinds = [row.split()[5] for row in said("pdfimages", "-list", made.file).splitlines()[2:]]
    assert len(kinds) >= len(ALBUM)
    assert set(kinds) == {"cmyk", "gray", "index"}


def test_qpdf_finds_nothing_wrong(made: Made) -> None:
    assert "No syntax or stream encoding errors" in said("qpdf", "--check", made.file)


def test_ghostscript_finds_no_more_ink_than_the_bound(made: Made, tmp_path: Path) -> None:
    """On 15 mm², as print shops measure it; at 36 dpi a pixel is half a square millimetre."""
    for page in inks(made.file, tmp_path, dpi=36):
        total = [sum(pixel) / 255 for pixel in zip(*[iter(page.tobytes())] * 4, strict=True)]
        assert max(total) <= 3.0


def inks(file: Path, folder: Path, dpi: int) -> list[Image.Image]:
    """Return each page in CMYK as Ghostscript would print it."""
    gs = ("gs", "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-sDEVICE=tiff32nc", f"-r{dpi}")
    said(*gs, "-o", folder / "%d.tif", file)
    return [opened(page) for page in sorted(folder.glob("*.tif"))]


def opened(path: Path) -> Image.Image:
    with Image.open(path) as picture:
        return picture.copy()


def test_text_lines_and_codes_are_in_black_alone(tmp_path: Path) -> None:
    """The inside of a poster: a title, a summary, rules and no accent."""
    job = Job(
        statement=SUNDAYS,
        layout="headline",
        format="tri-fold",
        printer="shop",
        url=URL,
        out=tmp_path,
        previews=False,
    )
    file = make(job).file
    rows = said("gs", "-q", "-dSAFER", "-o", "-", "-sDEVICE=inkcov", file).splitlines()
    cyan, magenta, yellow, black = map(float, rows[1].split()[:4])
    assert (cyan, magenta, yellow) == (0, 0, 0)
    assert black > 0.1


@pytest.mark.parametrize("printer", STANDARDS)
def test_marks_of_a_press_sheet_keep_the_rules_too(printer: str, tmp_path: Path) -> None:
    job = Job(
        statement=SUNDAYS,
        format="half-sheet",
        printer=printer,
        sheet="12x18",
        url=URL,
        out=tmp_path,
        previews=False,
    )
    assert broken_rules(make(job).file.read_bytes(), STANDARDS[printer]) == []


OWN = """\
[printers.one-ink]
extends = "home-bw"
pdf = "x-1a"

[printers.plain-ink]
extends = "home"
colour = "cmyk"
"""


def by_own(printer: str, folder: Path) -> Path:
    (folder / "flyers.toml").write_text(OWN)
    job = Job(
        statement=album(folder, "rgb.jpg", "rgba.png", "clear.svg"),
        format="letter",
        printer=printer,
        overset="pages",
        url=URL,
        out=folder / "out",
        previews=False,
    )
    return make(job).file


def test_a_printer_of_one_ink_has_one_in_its_pictures_too(tmp_path: Path) -> None:
    file = by_own("one-ink", tmp_path)
    assert broken_rules(file.read_bytes(), "x-1a") == []
    for row in said("gs", "-q", "-dSAFER", "-o", "-", "-sDEVICE=inkcov", file).splitlines():
        assert row.split()[:3] == ["0.00000"] * 3


def test_ink_without_a_standard_claims_none(tmp_path: Path) -> None:
    data = by_own("plain-ink", tmp_path).read_bytes()
    assert {"claim", "no output intent"} <= set(broken_rules(data, "x-4"))
    assert not any("RGB" in rule for rule in broken_rules(data, "x-4"))


CAMPAIGN = """\
[campaign]
name = "Riverside Neighbours"
logo = "logo.svg"

[campaign.palette]
accent = { rgb = "#0b5d3b", cmyk = [80, 0, 70, 40] }
"""


@pytest.mark.parametrize("printer", STANDARDS)
def test_a_campaign_is_printed_in_its_own_inks(printer: str, tmp_path: Path) -> None:
    (tmp_path / "flyers.toml").write_text(CAMPAIGN)
    (tmp_path / "logo.svg").write_bytes(PICTURES["clear.svg"]())
    job = Job(
        statement=written(tmp_path, "pool.md"),
        layout="headline",
        format="tri-fold",
        printer=printer,
        url=URL,
        out=tmp_path / "out",
        previews=False,
    )
    file = make(job).file
    assert broken_rules(file.read_bytes(), STANDARDS[printer]) == []
    outside = inks(file, tmp_path, dpi=36)[0]
    counted = Counter(zip(*[iter(outside.tobytes())] * 4, strict=True))
    # Beside the paper, most of a poster's outside is one field of colour.
    colour = next(ink for ink, _ in counted.most_common(2) if any(ink))
    assert [ink / 2.55 for ink in colour] == pytest.approx([80, 0, 70, 40], abs=0.3)


# ---- the checker itself finds what is wrong -------------------------------------------------


def set_in(name: str, key: str, value: Any, pdf: Pdf) -> None:
    {"root": pdf.Root, "info": pdf.docinfo, "page": pdf.pages[0].obj}[name][key] = value


def drop(name: str, key: str, pdf: Pdf) -> None:
    del {"root": pdf.Root, "info": pdf.docinfo, "page": pdf.pages[0].obj}[name][key]


def draw(operators: bytes, pdf: Pdf) -> None:
    pdf.pages[0].contents_add(pdf.make_stream(operators))


def use_lab(pdf: Pdf) -> None:
    white = Dictionary(WhitePoint=Array([1, 1, 1]))
    pdf.pages[0].obj.Resources["/ColorSpace"] = Dictionary(L=Array([Name.Lab, white]))


def lose_a_font(pdf: Pdf) -> None:
    for thing in pdf.objects:
        if isinstance(thing, Dictionary) and "/FontFile2" in thing:
            del thing["/FontFile2"]


FAULTS: dict[str, tuple[Callable[[Pdf], None], str]] = {
    "claim": (partial(drop, "info", "/GTS_PDFXVersion"), "claim"),
    "title": (partial(drop, "info", "/Title"), "no /Title"),
    "trap": (partial(drop, "info", "/Trapped"), "no /Trapped"),
    "intent": (partial(drop, "root", "/OutputIntents"), "no output intent"),
    "trim": (partial(drop, "page", "/TrimBox"), "no trim"),
    "nested": (
        partial(set_in, "page", "/TrimBox", Array([0, 0, 9999, 10])),
        "boxes are not nested",
    ),
    "tags": (partial(set_in, "root", "/StructTreeRoot", Dictionary()), "/StructTreeRoot in"),
    "note": (partial(set_in, "page", "/Annots", Array([])), "an annotation inside the page"),
    "red": (partial(draw, b"1 0 0 rg 0 0 9 9 re f"), "RGB"),
    "space": (partial(draw, b"/DeviceRGB cs"), "the space /DeviceRGB"),
    "lab": (use_lab, "the space /Lab"),
    "font": (lose_a_font, "a font is not embedded"),
    "title twice": (partial(set_in, "info", "/Title", "Another"), "dc:title is not as in"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_broken_rule_is_found(fault: str, sound: bytes) -> None:
    break_it, name = FAULTS[fault]
    with Pdf.open(BytesIO(sound)) as pdf:
        break_it(pdf)
        broken = BytesIO()
        pdf.save(broken, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    assert any(rule.startswith(name) for rule in broken_rules(broken.getvalue(), "x-4"))


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("sound")
    job = Job(
        statement=SUNDAYS, format="letter", printer="shop", url=URL, out=folder, previews=False
    )
    return make(job).file.read_bytes()
