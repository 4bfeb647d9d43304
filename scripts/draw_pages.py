"""Draws the pictures of docs/print-shop.md and docs/events.md by doing what stands there.

::

    python scripts/draw_pages.py          # some twenty seconds

The same version of the tool draws the same bytes.
"""

import re
import tempfile
from pathlib import Path

from PIL import Image
from PIL.Image import Resampling

from flyers.pieces.piece import Job
from flyers.pieces.ticket import write_tickets
from flyers.pieces.workshop import Workshop
from flyers.press.read.raster import rasters, save_png
from flyers.production.kits.run import KitRequest, compare, run

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
STATEMENT = ROOT / "examples" / "statements" / "sunday-hours.md"
WIDTH = 1300
PAGE_DPI = 100
COLOURS = 96

SITE = """\
[site]
address = "https://maplestreet.example"
permalink = "/statements/:slug/"
"""


def main() -> None:
    """Draw all of them, and say how large they are."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        statement = folder / STATEMENT.name
        statement.write_bytes(STATEMENT.read_bytes())
        page = (DOCS / "events.md").read_text("utf-8")
        tables = re.findall(r"```toml\n(.*?)```", page, re.S)
        (folder / "flyers.toml").write_text(SITE + "".join(tables))
        for_the_shop(statement)
        for_an_event(statement)


def for_the_shop(statement: Path) -> None:
    """A proof of a tri-fold, and the ticket that goes with it and half-sheets."""
    workshop = Workshop()
    jobs = [
        Job(
            statement=statement,
            format=fmt,
            printer="shop",
            out=statement.parent / "out",
            previews=False,
            copies=500,
            stock="80 lb text, uncoated, white",
            proof=True,
        )
        for fmt in ("tri-fold", "half-sheet")
    ]
    made = [(job, workshop.make(job)) for job in jobs]
    with Image.open(made[0][1].proofs[0]) as proof:
        keep(proof, "print-shop/proof.png")
    (ticket,) = write_tickets(made)
    keep(rasters(ticket.pdf.read_bytes(), dpi=PAGE_DPI)[0], "print-shop/ticket.png")


def for_an_event(statement: Path) -> None:
    """The event of the page in every layout, and the cover of a packet."""
    out = str(statement.parent / "out")
    request = KitRequest(event="library-rally", statement=statement, out=out)
    with Image.open(compare(request)) as compared:
        keep(compared, "events/compare.png")
    packets = run(request).folder / "packets.pdf"
    keep(rasters(packets.read_bytes(), dpi=PAGE_DPI)[0], "events/packet.png")


def keep(picture: Image.Image, name: str) -> None:
    """No wider than a screen, and in few colours, which is a third of the size."""
    if picture.width > WIDTH:
        high = round(picture.height * WIDTH / picture.width)
        picture = picture.resize((WIDTH, high), Resampling.LANCZOS)
    path = DOCS / name
    path.parent.mkdir(exist_ok=True)
    save_png(picture.convert("RGB").quantize(COLOURS, kmeans=2), path)
    print(f"{name}: {path.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
