"""Kinds of input that come from strangers: good examples of each, odd words, and commands."""

import random
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path

from flyers.core.shipped import shipped

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"

Command = tuple[str, ...]

MAKE: Command = ("make", "s.md", "-f", "half-sheet", "--no-preview", "-q", "-o", "out")
URL: Command = ("--url", "https://maplestreet.example/sundays/")

STATEMENT = (
    "# Sunday hours\n\nThe library on Maple Street opens on Sundays again, from noon to five.\n"
)
SITE = '[site]\naddress = "https://maplestreet.example"\n'


@dataclass(frozen=True, kw_only=True)
class Target:
    """A kind of input. ``seeds`` are good ones; ``words`` mean something in such a file. ``laid``
    writes an input into a folder, with all that belongs to it, and returns the command to run."""

    seeds: Callable[[], Sequence[bytes]]
    words: tuple[bytes, ...]
    laid: Callable[[random.Random, Path, bytes], Command]


def words(name: str) -> tuple[bytes, ...]:
    """Return the odd words of a file, one a line, in which ``\\n`` and such are written out."""
    lines = (Path(__file__).parent / "words" / f"{name}.txt").read_text("utf-8").splitlines()
    return tuple(line.encode().decode("unicode_escape").encode() for line in lines if line)


# ---- statements ----------------------------------------------------------------------


def _examples(*suffixes: str) -> Callable[[], Sequence[bytes]]:
    def read() -> Sequence[bytes]:
        found = [path for path in sorted(EXAMPLES.rglob("*")) if path.suffix in suffixes]
        return [path.read_bytes() for path in found if path.stat().st_size < 100_000]

    return read


def _statement(suffix: str) -> Callable[[random.Random, Path, bytes], Command]:
    def laid(rng: random.Random, folder: Path, data: bytes) -> Command:
        (folder / f"s{suffix}").write_bytes(data)
        made = tuple(f"s{suffix}" if part == "s.md" else part for part in MAKE)
        return (*made, *URL) if rng.random() < 0.25 else ("read", f"s{suffix}")

    return laid


MARKDOWN = words("markdown")

# ---- flyers.toml ---------------------------------------------------------------------

TOML = words("toml")


def _configuration(rng: random.Random, folder: Path, data: bytes) -> Command:
    (folder / "flyers.toml").write_bytes(data)
    (folder / "s.md").write_text(STATEMENT, "utf-8")
    return rng.choice([("config",), ("build", "--dry-run"), ("printers",), MAKE])


# ---- layouts -------------------------------------------------------------------------

LAYOUT = words("layout")
LAYOUT_FILES = ("style.css", "template.html", "layout.toml")


@cache
def _layouts() -> Sequence[bytes]:
    # The first line names the file, for a layout is three of them.
    return [
        f"{name}\n".encode() + (shipped("layouts") / layout / name).read_bytes()
        for layout in ("statement", "headline", "event")
        for name in LAYOUT_FILES
    ]


def _layout(rng: random.Random, folder: Path, data: bytes) -> Command:
    first, _, text = data.partition(b"\n")
    name = first.decode("ascii", "replace")
    odd = folder / "layouts" / "odd"
    shutil.copytree(shipped("layouts") / "statement", odd)
    (odd / (name if name in LAYOUT_FILES else rng.choice(LAYOUT_FILES))).write_bytes(text)
    (folder / "s.md").write_text(STATEMENT, "utf-8")
    return (*MAKE, "-l", "odd", *URL)


# ---- fonts and pictures --------------------------------------------------------------


@cache
def _fonts() -> Sequence[bytes]:
    """Return faces of few letters, which are read as fast as they are changed."""
    from fontTools import subset, ttLib

    found = []
    for name in ("SourceSans3-Regular.ttf", "SourceSerif4-Regular.ttf"):
        face = ttLib.TTFont(shipped("fonts") / name)
        options = subset.Options(name_IDs=["*"], notdef_outline=True)
        small = subset.Subsetter(options)
        small.populate(text="Sunday hours library opens again")
        small.subset(face)
        written = BytesIO()
        face.save(written)
        found.append(written.getvalue())
    return found


def _font(rng: random.Random, folder: Path, data: bytes) -> Command:
    (folder / "fonts").mkdir()
    (folder / "fonts" / f"odd{rng.choice(['.ttf', '.otf', '.ttc'])}").write_bytes(data)
    (folder / "s.md").write_text(STATEMENT, "utf-8")
    faces = '[campaign]\nname = "Library"\nfaces.title = "Source Sans 3"\n'
    (folder / "flyers.toml").write_text(SITE + faces, "utf-8")
    return MAKE


@cache
def _pictures() -> Sequence[bytes]:
    from PIL import Image

    picture = Image.linear_gradient("L").resize((90, 60))
    found = []
    for mode, kind in (
        ("RGB", "PNG"),
        ("P", "PNG"),
        ("RGB", "JPEG"),
        ("CMYK", "JPEG"),
        ("L", "PNG"),
    ):
        written = BytesIO()
        picture.convert("RGB").convert(mode).save(written, kind)
        found.append(written.getvalue())
    return [*found, *_examples(".svg")()]


SVG = words("svg")


def _picture(rng: random.Random, folder: Path, data: bytes) -> Command:
    kinds = {b"\x89": ".png", b"\xff": ".jpg", b"<": ".svg"}
    suffix = kinds.get(data[:1], rng.choice([".png", ".jpg", ".svg"]))
    (folder / f"p{suffix}").write_bytes(data)
    (folder / "s.md").write_text(f"{STATEMENT}\n![Map](p{suffix})\n", "utf-8")
    return (*MAKE, *URL, "-p", rng.choice(["home", "home-bw", "shop"]))


# ---- PDFs ----------------------------------------------------------------------------

PDF = words("pdf")


@cache
def _pdfs() -> Sequence[bytes]:
    import fpdf

    from flyers.press.read.raster import png  # noqa: F401 - what all of them share is loaded once
    from producers import PRODUCERS

    small = fpdf.FPDF(format="letter")
    small.compress = False
    small.add_page()
    small.set_font("helvetica", size=20)
    small.cell(text="Sunday hours")
    return [bytes(small.output()), *(one.home() for one in PRODUCERS.values())]


def _pdf(rng: random.Random, folder: Path, data: bytes) -> Command:
    (folder / "a.pdf").write_bytes(data)
    return rng.choice(
        [
            ("check", "a.pdf", "-p", rng.choice(["home", "shop"])),
            ("check", "a.pdf", "-p", "shop", "--fix"),
            ("impose", "a.pdf", "-o", "sheets.pdf", "--sheet", "tabloid"),
        ]
    )


TARGETS: Mapping[str, Target] = {
    "markdown": Target(seeds=_examples(".md"), words=MARKDOWN, laid=_statement(".md")),
    "html": Target(seeds=_examples(".html", ".md"), words=MARKDOWN, laid=_statement(".html")),
    "flyers.toml": Target(seeds=_examples(".toml"), words=TOML, laid=_configuration),
    "layout": Target(seeds=_layouts, words=LAYOUT, laid=_layout),
    "font": Target(seeds=_fonts, words=PDF, laid=_font),
    "picture": Target(seeds=_pictures, words=SVG, laid=_picture),
    "pdf": Target(seeds=_pdfs, words=PDF, laid=_pdf),
}
