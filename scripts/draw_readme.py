"""Draws the pictures of README.md: the two made-up groups of examples/, a kit, and all layouts.

::

    python scripts/draw_readme.py          # some fifteen seconds

Pieces of one row are drawn to one scale. The same version of the tool draws the same bytes.
"""

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from PIL import Image, ImageDraw
from PIL.Image import Resampling

from flyers.pieces.piece import Job, Piece
from flyers.pieces.thumbnails import thumbnails
from flyers.pieces.workshop import Workshop
from flyers.press.read.raster import rasters, save_png
from flyers.production.contact_sheet import contact_sheet
from flyers.production.kits.run import KitRequest, run
from flyers.typesetting.layouts import layout_folders, layout_names

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
RIVERSIDE = ROOT / "examples" / "riverside" / "content" / "statements"
HILL_END = ROOT / "examples" / "hill-end" / "content" / "statements"

PIECES = (("headline", "a4"), ("statement", "tri-fold-a4"), ("event", "half-sheet-a4"))
GROUPS = (RIVERSIDE / "sunday-reading-room.md", HILL_END / "weekly-market.md")
KIT = "library-rally"

WALL, EDGE, SHADOW = "#ecebe6", "#c9c7bf", "#dad8d0"
WIDTH, SMALLER, GAP = 1400, 1250, 26
"""Pixels: of a picture, and of that of all layouts; between pieces and around them."""

DPI = 90
COLOURS = 40

Row = Sequence[Image.Image]


def main() -> None:
    """Draw all of them, and say how large they are."""
    with tempfile.TemporaryDirectory() as name:
        out = Path(name)
        keep(hung([list(group(statement, out)) for statement in GROUPS]), "groups.png")
        keep(hung(list(kit(out))), "kit.png")
        sheet = out / "layouts.png"
        contact_sheet(layout_names(layout_folders()), sheet)
        with Image.open(sheet) as picture:
            high = round(picture.height * SMALLER / picture.width)
            small = picture.convert("RGB").resize((SMALLER, high), Resampling.LANCZOS)
        keep(small, "layouts.png", colours=24)


def group(statement: Path, out: Path) -> Iterator[Image.Image]:
    """A group's statement in every layout, each in another format, as a shop prints it."""
    workshop = Workshop()
    for layout, fmt in PIECES:
        job = Job(
            statement=statement, layout=layout, format=fmt, printer="shop", out=out, previews=False
        )
        yield from seen(workshop.make(job))


def kit(out: Path) -> Iterator[Row]:
    """What one command makes for an event: the pieces, and the papers that go with them."""
    finished = run(KitRequest(event=KIT, statement=GROUPS[0], out=str(out)))
    folder, made = finished.folder, finished.kit.pieces
    pieces = [folder / piece.printer / piece.file.name for piece in made]
    yield [
        picture
        for piece, file in zip(made, pieces, strict=True)
        for picture in thumbnails([file], piece.spec, dpi=DPI)
    ]
    papers = [folder / "event.pdf", *sorted(folder.glob("*/*ticket.pdf")), folder / "packets.pdf"]
    pages = [rasters(paper.read_bytes(), dpi=DPI)[0] for paper in papers]
    with Image.open(folder / "contact-sheet.png") as sheet:
        pages.append(sheet.convert("RGB"))
    yield pages


def seen(piece: Piece) -> list[Image.Image]:
    return thumbnails(piece.files, piece.spec, dpi=DPI)


def hung(rows: Sequence[Row]) -> Image.Image:
    """Rows of pictures on a wall, each row as wide as all."""
    small = [list(scaled(row)) for row in rows]
    height = GAP + sum(max(one.height for one in row) + GAP for row in small)
    wall = Image.new("RGB", (WIDTH, height), WALL)
    pen = ImageDraw.Draw(wall)
    top = GAP
    for row in small:
        tall, left = max(one.height for one in row), GAP
        for one in row:
            box = (left, top + tall - one.height, left + one.width, top + tall)
            pen.rectangle((box[0] + 3, box[1] + 4, box[2] + 3, box[3] + 4), SHADOW)
            wall.paste(one, box[:2])
            pen.rectangle((box[0] - 1, box[1] - 1, box[2], box[3]), outline=EDGE)
            left += one.width + GAP
        top += tall + GAP
    return wall


def scaled(row: Row) -> Iterator[Image.Image]:
    room = WIDTH - GAP * (len(row) + 1)
    scale = room / sum(one.width for one in row)
    for one in row:
        size = int(one.width * scale), int(one.height * scale)
        yield one.convert("RGB").resize(size, Resampling.LANCZOS)


def keep(picture: Image.Image, name: str, colours: int = COLOURS) -> None:
    save_png(picture.quantize(colours, kmeans=2), DOCS / name)
    print(f"{name}: {(DOCS / name).stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
