"""Draws the pictures of docs/print-shop.md by doing what stands there.

::

    python scripts/draw_shop.py          # some five seconds

The same version of the tool draws the same bytes.
"""

import tempfile
from pathlib import Path

from PIL import Image
from PIL.Image import Resampling

from flyers.pieces import Job
from flyers.pipeline import Workshop
from flyers.preview import rasters, save_png
from flyers.ticket import write_tickets

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "print-shop"
WIDTH = 1500
TICKET_DPI = 100
COLOURS = 96

CONFIG = """\
[site]
address = "https://maplestreet.example"
permalink = "/statements/:slug/"

[campaign]
name = "Friends of the Maple Street Library"
contact = ["3 Mill Lane, Riverside", "print@maplestreet.example"]
"""


def main() -> None:
    """Make a tri-fold and half-sheets for a shop, and draw a proof and their ticket."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        statement = folder / "sunday-hours.md"
        statement.write_bytes((ROOT / "examples" / "statements" / statement.name).read_bytes())
        (folder / "flyers.toml").write_text(CONFIG)
        workshop = Workshop()
        jobs = [
            Job(
                statement=statement,
                format=fmt,
                printer="shop",
                out=folder / "out",
                previews=False,
                copies=500,
                stock="80 lb text, uncoated, white",
                proof=True,
            )
            for fmt in ("tri-fold", "half-sheet")
        ]
        made = [(job, workshop.make(job)) for job in jobs]
        with Image.open(made[0][1].proofs[0]) as proof:
            high = round(proof.height * WIDTH / proof.width)
            keep(proof.resize((WIDTH, high), Resampling.LANCZOS), "proof.png")
        (ticket,) = write_tickets(made)
        keep(rasters(ticket.pdf.read_bytes(), dpi=TICKET_DPI)[0], "ticket.png")


def keep(picture: Image.Image, name: str) -> None:
    """In few colours, which is a third of the size."""
    PICTURES.mkdir(exist_ok=True)
    save_png(picture.quantize(COLOURS, kmeans=2), PICTURES / name)
    print(f"{name}: {(PICTURES / name).stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
