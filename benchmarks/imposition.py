"""The cost of imposing long files, in whole processes that take turns; the ratios travel.

::

    python benchmarks/imposition.py                    # with pdfimpose and pikepdf installed here
    python benchmarks/imposition.py --rivals VENV      # or in another environment

(a) 1,000 pages of text, fonts and pictures, two-up on letter, against ``pdfimpose`` and
    against the shortest imposer that one would write with pikepdf;
(b) a booklet of 400 pages against ``pdfimpose``;
(c) the size of (a)'s file against its input's;
(d) the most memory that (a) holds, against that pikepdf imposer's;
(e) ten times the pages, against (a).

The pages are ours: the example statements, set in four styles of two families, on every
fourth or so one of twelve photographs. As most programs write them, each page names just
the fonts and pictures that are on it, in a dictionary of its own. What is set once is said
again and again, each time in a stream of its own, until there are enough pages.
"""

import argparse
import os
import re
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
from pypdf.generic import (
    ContentStream,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
)

from flyers.pieces.prepare import font_folders
from flyers.statements import read
from flyers.typesetting.engine import Typesetter

EXAMPLES = Path(__file__).resolve().parent.parent / "examples" / "statements"
STATEMENTS = ("orchard-park-plan.md", "sunday-hours.md", "horario-domingos.md", "bus-line-4.md")
PHOTOGRAPHS = 12

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
    """Half-letter pages with the words of the examples, each of which comes three times, and
    begins with another photograph."""
    photographs = {f"picture:{n}": photograph(folder, n) for n in range(PHOTOGRAPHS)}
    texts = ["".join(block.html for block in read(EXAMPLES / name).blocks) for name in STATEMENTS]
    body = "".join(
        f'<img src="{name}">{texts[number % len(texts)]}' for number, name in enumerate(photographs)
    )
    setter = Typesetter(font_folders(None))
    style = setter.style(
        "@page{size:396pt 612pt;margin:36pt}body{font:10pt/1.4 'Source Serif 4'}"
        "h2{font-family:'Source Sans 3'}img{width:300pt}"
    )
    text = setter.text(f"<title>Pages</title>{body}", photographs)
    return PdfReader(BytesIO(setter.write([setter.set(text, [style])])))


def photograph(folder: Path, number: int) -> Path:
    """A picture that packs as badly as a photograph does: soft shapes under grain."""
    size = (1200, 900)
    soft = [Image.effect_noise((64, 48), 90).resize(size) for _ in range(3)]
    grain = Image.effect_noise(size, 20).convert("RGB")
    path = folder / f"{number}.jpg"
    Image.blend(Image.merge("RGB", soft), grain, 0.3).save(path, quality=85)
    return path


def repeated(few: PdfReader, count: int) -> bytes:
    """So many pages, each an object with a stream of its own; fonts and pictures are shared."""
    writer = PdfWriter()
    pages = [page.clone(writer) for page in few.pages]
    said = [cast(ContentStream, page.get_contents()).get_data() for page in few.pages]
    for number in range(count):
        words = said[number % len(said)]
        content = DecodedStreamObject()
        content.set_data(words + b"%% %d\n" % number)
        page = writer.add_blank_page(396, 612)
        resources = cast(DictionaryObject, pages[number % len(pages)]["/Resources"])
        page[NameObject("/Resources")] = used(resources, words)
        page[NameObject("/Contents")] = writer._add_object(content.flate_encode())
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


def used(resources: DictionaryObject, content: bytes) -> DictionaryObject:
    """What the content names of the resources."""
    names = {f"/{name.decode()}" for name in re.findall(rb"/([\w.-]+)", content)}
    kinds = {kind: cast(DictionaryObject, resources[kind]).items() for kind in resources}
    return DictionaryObject(
        {
            kind: DictionaryObject({key: one for key, one in things if key in names})
            for kind, things in kinds.items()
            if not names.isdisjoint(key for key, _ in things)
        }
    )


if __name__ == "__main__":
    main()
