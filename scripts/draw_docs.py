"""Draws the pictures of docs/imposition.md by doing what stands there.

::

    python scripts/draw_docs.py          # some ten seconds

Every picture shows the sheets of the `flyers impose` commands in the block above
it, made of the PDFs below. The same version of the tool draws the same bytes.
"""

import re
import shlex
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from math import hypot
from pathlib import Path

from PIL import Image, ImageDraw

from flyers.cli.impose import impose
from flyers.core.matrix import Matrix
from flyers.core.sheets import Sheet
from flyers.core.shipped import shipped
from flyers.core.units import inches
from flyers.imposition.assembly.turn import turned_over
from flyers.imposition.from_pdfs import planned, printed
from flyers.imposition.inputs import Input, quantity_of, read
from flyers.imposition.lettering import SHEET_FONT
from flyers.imposition.option_words import options_of
from flyers.imposition.schemes.fold import FOLDS
from flyers.imposition.schemes.table import DEFAULT, scheme_named
from flyers.press.read.raster import contact_sheet, rasters, save_png
from flyers.typesetting.engine import Typesetter

PAGE = Path(__file__).resolve().parent.parent / "docs" / "imposition.md"
TINTS = ("#cfe3ee", "#f6e3b8", "#d5e8cf", "#f3d3cb")
COLOURS = 64
CELL = {1: 720, 2: 400, 3: 290, 4: 232}
"""Pixels of a sheet's longer side, by how many stand in a row."""

FOLDING = "zine-folding"
"""The picture that shows no sheets, but what is done with one."""

INKS = {"cut": "#c1121f", "fold": "#1d4e89"}
DASHES = {"cut": None, "fold": (7, 5)}
FOLDED = {"front": "outside", "back": "inside"}

Size = tuple[float, float]
"""Width and height of a page, in inches."""


def folded(name: str) -> list[Size]:
    """Pages as wide as the panels of a fold of letter paper, in the order of reading."""
    fold = FOLDS[name]
    wide: dict[int, float] = {}
    for side, way in ((fold.outside, 1), (fold.inside, -1)):
        for row in side.replace("^", "").split("/"):
            widths = fold.widths(inches(11), inches(1 / 16))[::way]
            wide |= {int(n): w / 72 for n, w in zip(row.split(), widths, strict=True)}
    tall = 8.5 / (1 + fold.outside.count("/"))
    return [(wide[number], tall) for number in sorted(wide)]


PIECES: Mapping[str, Sequence[Size]] = {
    "card.pdf": [(3.5, 2)] * 2,
    "flyer.pdf": [(5.5, 8.5)] * 2,
    "hanger.pdf": [(4.25, 11)] * 2,
    "history.pdf": [(5.5, 8.5)] * 32,
    "minutes.pdf": [(8.5, 11)] * 4,
    "newsletter.pdf": [(5.5, 8.5)] * 8,
    "postcard.pdf": [(6, 4)] * 2,
    "poster.pdf": [(8.5, 11)],
    "sign.pdf": [(6, 4)],
    "tickets.pdf": [(4.25, 2.75)] * 24,
    "zine.pdf": [(2.75, 4.25)] * 8,
    **{f"{name}.pdf": folded(name) for name in FOLDS},
}
"""Files that docs/imposition.md puts on sheets: the size of every page."""


FIRST = {"flyer.pdf": 3}
"""The number of a file's first page where it stands behind another, as in the gang run."""


def main() -> None:
    """Draw all pictures of the page, and say how large they are."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        setter = Typesetter([shipped("fonts")])
        for tint, (file, sizes) in enumerate(PIECES.items()):
            (folder / file).write_bytes(numbered(setter, sizes, tint, FIRST.get(file, 1)))
        for commands, picture in pictures(PAGE.read_text("utf-8")):
            target = PAGE.parent / picture
            draw(commands, folder, target)
            print(f"{picture}: {target.stat().st_size / 1000:.0f} kB", flush=True)


def pictures(text: str) -> Iterator[tuple[list[str], str]]:
    """Each picture's path, and the commands of the last block above it that has any."""
    commands: list[str] = []
    for block, picture in re.findall(r"```sh\n(.*?)```|!\[[^]]*\]\((imposition/\S+)\)", text, re.S):
        if picture:
            yield commands, picture
        elif found := [line for line in block.splitlines() if line.startswith("flyers impose")]:
            commands = found


def numbered(setter: Typesetter, sizes: Sequence[Size], tint: int, first: int = 1) -> bytes:
    """Pages with their numbers, a frame at the trim, and lines of text that show what is up.

    A leaf of a book has one tint on both its sides; the first has the one of that number.
    """
    css = [
        "@page{margin:0;bleed:9pt}body{margin:0}"
        "section{position:relative;border:.7pt solid #555;box-sizing:border-box;overflow:hidden}"
        "b{position:absolute;left:0;right:0;text-align:center;font-family:'Source Sans 3';"
        "font-weight:600;line-height:1;color:#222}"
        "i{position:absolute;background:#8a8a86}"
    ]
    pages = []
    for number, (width, height) in enumerate(sizes, start=first):
        w, h = inches(width), inches(height)
        unit = min(w, h)
        # One that stands alone is to be seen from afar.
        digit = unit * (0.5 if len(sizes) > 1 else 1)
        colour = TINTS[(tint + (number - first) // 2) % len(TINTS)]
        css.append(
            f"@page p{number}{{size:{w}pt {h}pt;background:{colour}}}"
            f"#p{number}{{page:p{number};width:{w}pt;height:{h}pt}}"
            f"#p{number} b{{font-size:{digit}pt;top:{(h - digit) / 2 + unit * 0.06}pt}}"
        )
        lines = ((0.1, 0.42, 0.05, "#333"), (0.19, 0.3, 0.025, ""), (0.25, 0.3, 0.025, ""))
        text = "".join(
            f'<i style="left:{unit * 0.1}pt;top:{unit * top}pt;width:{unit * wide}pt;'
            f'height:{unit * high}pt;{f"background:{ink}" if ink else ""}"></i>'
            for top, wide, high, ink in lines
        )
        pages.append(f'<section id="p{number}">{text}<b>{number}</b></section>')
    html = f'<html lang="en"><title>Pages</title>{"".join(pages)}'
    return setter.write([setter.set(setter.text(html), [setter.style("".join(css), keep=False)])])


def sides(command: str, folder: Path, cell: int) -> Iterator[tuple[str, Image.Image]]:
    """The sides that a command prints, so many pixels long, each under the name that its plan has
    for it, with what is cut and folded drawn in."""
    given = impose.make_context("flyers impose", shlex.split(command)[2:]).params
    scheme = scheme_named(given["scheme"] or DEFAULT)
    inputs = [
        Input(name=name, pdf=read(folder / name), quantity=quantity)
        for name, quantity in map(quantity_of, given["inputs"])
    ]
    plan = planned(inputs, scheme, options_of(scheme, {**given, "job": Path(inputs[0].name).stem}))
    sheets = plan.imposition.sheets
    dpi = 72 * cell / max(sheets[0].width, sheets[0].height)
    pictures = iter(rasters(printed(plan), dpi=dpi))
    for number, sheet in enumerate(sheets, start=1):
        over = turned_over(sheet.width, sheet.height, sheet.flip)
        times = f" ({sheet.copies} times)" if sheet.copies > 1 else ""
        for way, side in zip((Matrix(), over), ("front", "back"), strict=True):
            if side == "back" and sheet.back is None:
                continue
            picture = next(pictures).convert("RGB")
            strokes(picture, sheet, way, dpi / 72)
            side = "both sides" if sheet.both else side
            if scheme.name == "fold":
                yield f"{given['fold']}, {FOLDED[side]}", picture
            else:
                yield f"sheet {number}{times} {side}", picture


def strokes(picture: Image.Image, sheet: Sheet, way: Matrix, scale: float) -> None:
    """Cuts drawn through and folds dashed, over the picture of a side."""
    pen = ImageDraw.Draw(picture)
    for line in sheet.lines:
        ends = [way.point(x, y) for x, y in ((line.x1, line.y1), (line.x2, line.y2))]
        (x1, y1), (x2, y2) = sorted((x * scale, (sheet.height - y) * scale) for x, y in ends)
        length = hypot(x2 - x1, y2 - y1)
        dash, gap = DASHES[line.kind] or (length, 0)
        at = 0.0
        while at < length:
            until = min(at + dash, length)
            along = [
                (x1 + (x2 - x1) * t / length, y1 + (y2 - y1) * t / length) for t in (at, until)
            ]
            pen.line(along, fill=INKS[line.kind], width=2)
            at = until + gap


def folding(command: str, folder: Path) -> list[tuple[str, Image.Image]]:
    """What becomes of a zine's sheet in one's hands."""
    from draw_zine import steps  # beside this script, which is on the path where it is run

    ((_, flat),) = sides(command, folder, 960)
    return list(steps(flat))


def draw(commands: Sequence[str], folder: Path, target: Path) -> None:
    """All sides of some commands on one picture, up to four in a row."""
    count = sum(1 for command in commands for _ in sides(command, folder, 10))
    columns = {1: 1, 2: 2, 3: 3, 4: 2}.get(count, 4)
    cell = CELL[columns]
    if target.stem == FOLDING:
        columns, cell = 3, 330
        drawn = folding(commands[0], folder)
    else:
        drawn = [side for command in commands for side in sides(command, folder, cell)]
    sheet = contact_sheet(
        [picture for _, picture in drawn],
        [name for name, _ in drawn],
        font=shipped("fonts") / SHEET_FONT,
        columns=columns,
        cell=cell,
    )
    target.parent.mkdir(exist_ok=True)
    save_png(sheet.quantize(COLOURS, kmeans=2), target)


if __name__ == "__main__":
    main()
