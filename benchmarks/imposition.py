"""What imposing long files costs, in whole processes that take turns; the ratios travel.

::

    python benchmarks/imposition.py                    # with pdfimpose and pikepdf installed here
    python benchmarks/imposition.py --rivals VENV      # or in another environment

(a) 1,000 pages of text with embedded fonts and some pictures, two-up on letter, against
    ``pdfimpose`` and against the shortest imposer that one would write with pikepdf;
(b) a booklet of 400 pages against ``pdfimpose``;
(c) the size of (a)'s file against its input's;
(d) the most memory that (a) holds, against that pikepdf imposer's;
(e) ten times the pages, against (a).
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from statistics import median
from typing import cast

from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ContentStream, DecodedStreamObject, NameObject

from flyers.reading import font_folders
from flyers.statements import read
from flyers.typeset import Typesetter

EXAMPLES = Path(__file__).resolve().parent.parent / "examples" / "statements"
TYPESET = 40
"""Pages that are really set; the others say the same again, each in a stream of its own."""

BY_HAND = """
import sys
from pikepdf import Dictionary, Name, Pdf, Stream

source, sheets = Pdf.open(sys.argv[1]), Pdf.new()
width, height = 792, 612
for start in range(0, len(source.pages), 2):
    forms, drawn = Dictionary(), []
    for place, page in enumerate(source.pages[start : start + 2]):
        forms[f"/P{place}"] = sheets.copy_foreign(page.as_form_xobject())
        left, bottom, right, top = (float(number) for number in page.trimbox)
        scale = min(width / 2 / (right - left), height / (top - bottom))
        x, y = place * width / 2 - left * scale, -bottom * scale
        drawn.append(f"q {scale:.5f} 0 0 {scale:.5f} {x:.3f} {y:.3f} cm /P{place} Do Q")
    side = sheets.add_blank_page(page_size=(width, height))
    side.Resources = Dictionary(XObject=forms)
    side.Contents = Stream(sheets, "\\n".join(drawn).encode())
sheets.save(sys.argv[2])
"""


MEMORY = """
import resource, subprocess, sys

subprocess.run(sys.argv[1:], check=True, stdout=sys.stderr)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""
"""A process between, for on Linux one counts as its own what its parent held when it began."""

Command = Sequence[str | Path]


def main() -> None:
    """Make the files, let everybody impose them, print the ratios."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--rivals", type=Path, default=Path(sys.prefix), metavar="DIR")
    options = parser.parse_args()
    rivals = options.rivals / "bin" / "python"
    if subprocess.run([rivals, "-c", "import pdfimpose, pikepdf"], capture_output=True).returncode:
        print(
            f"{options.rivals} has nobody to compare with; `pip install pdfimpose pikepdf` into an "
            "environment of their own and name it with --rivals."
        )
        return
    with tempfile.TemporaryDirectory() as folder:
        compare(Path(folder), rivals, options.runs)


def compare(folder: Path, rivals: Path, runs: int) -> None:
    """All contests, (a) to (e). ``rivals`` is the Python that has them."""
    pages = {count: folder / f"{count}.pdf" for count in (400, 1000, 10_000)}
    few = typeset(folder)
    for count, path in pages.items():
        path.write_bytes(repeated(few, count))
    out = folder / "out.pdf"
    impose: Command = [sys.executable, "-m", "flyers", "impose", "-q", "-o", out]
    pdfimpose: Command = [rivals, "-m", "pdfimpose"]
    commands: dict[str, Command] = {
        "two-up": [*impose, pages[1000], "--up", "2x1"],
        "two-up by pdfimpose": [*pdfimpose, "wire", "-s", "2x1", "-o", out, pages[1000]],
        "two-up by pikepdf": [rivals, "-c", BY_HAND, pages[1000], out],
        "booklet": [*impose, pages[400], "-s", "booklet"],
        "booklet by pdfimpose": [*pdfimpose, "saddle", "-s", "2x1", "-o", out, pages[400]],
        "long": [*impose, pages[10_000], "--up", "2x1"],
    }
    costs: dict[str, list[float]] = {name: [] for name in commands}
    for number in range(runs + 1):
        for name, command in commands.items():
            seconds = run(command)
            if number:  # the first round warms the disk
                costs[name].append(seconds)
    took = {name: median(several) for name, several in costs.items()}
    for name, seconds in took.items():
        print(f"{name}: {seconds:.2f} s, median of {runs}")
    held = {name: memory(commands[name]) for name in ("two-up by pikepdf", "two-up")}
    size = out.stat().st_size / pages[1000].stat().st_size
    ours, hand = took["two-up"], took["two-up by pikepdf"]
    for name, ratio, goal in (
        ("(a) against pdfimpose", ours / took["two-up by pdfimpose"], 0.12),
        ("(a) against pikepdf", ours / hand, 1.3),
        ("(b)", took["booklet"] / took["booklet by pdfimpose"], 0.2),
        ("(c)", size, 1.05),
        ("(d)", held["two-up"] / held["two-up by pikepdf"], 2.0),
        ("(e)", took["long"] / ours, 11.0),
    ):
        print(f"{name}: {ratio:.2f} (goal {goal:.2f})")


def run(command: Command) -> float:
    """A whole process, in seconds. Raises CalledProcessError where it fails."""
    started = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, env=compiled())
    return time.perf_counter() - started


def memory(command: Command) -> int:
    """The most that a process holds, in the unit of this system. Raises CalledProcessError."""
    watched = [sys.executable, "-c", MEMORY, *command]
    return int(subprocess.run(watched, check=True, capture_output=True, env=compiled()).stdout)


def compiled() -> dict[str, str]:
    """Installed packages come compiled; ours is compiled by the first round."""
    return {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}


def typeset(folder: Path) -> PdfReader:
    """Half-letter pages with the words of an example, and on every third one a picture."""
    photo = folder / "photo.jpg"
    Image.effect_noise((400, 300), 60).save(photo)
    blocks = [block.html for block in read(EXAMPLES / "orchard-park-plan.md").blocks]
    body = "".join(f'<img src="picture:0">{"".join(blocks[:8])}{"".join(blocks)}' for _ in range(4))
    setter = Typesetter(font_folders(None))
    style = setter.style(
        "@page{size:396pt 612pt;margin:36pt}body{font:10pt/1.4 'Source Serif 4'}"
        "h2{font-family:'Source Sans 3'}img{width:200pt}"
    )
    text = setter.text(f"<title>Pages</title>{body}", {"picture:0": photo})
    return PdfReader(BytesIO(setter.write([setter.set(text, [style])])))


def repeated(few: PdfReader, count: int) -> bytes:
    """So many pages, each an object with a stream of its own; fonts and pictures are shared."""
    writer = PdfWriter()
    pages = [page.clone(writer) for page in few.pages[:TYPESET]]
    said = [cast(ContentStream, page.get_contents()).get_data() for page in few.pages]
    for number in range(count):
        content = DecodedStreamObject()
        content.set_data(said[number % len(said)] + b"%% %d\n" % number)
        page = writer.add_blank_page(396, 612)
        page[NameObject("/Resources")] = pages[number % len(pages)].raw_get("/Resources")
        page[NameObject("/Contents")] = writer._add_object(content.flate_encode())
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


if __name__ == "__main__":
    main()
