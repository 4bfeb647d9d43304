"""Draws docs/identities.png: one statement, as three made-up campaigns hand it out.

::

    python scripts/draw_identities.py          # some twenty seconds
"""

import shutil
import tempfile
from itertools import product
from pathlib import Path

from PIL import Image

from flyers import Job
from flyers.core.shipped import shipped
from flyers.pieces.workshop import Workshop
from flyers.press.read.raster import contact_sheet, save_png

ROOT = Path(__file__).resolve().parent.parent
STATEMENT = ROOT / "examples" / "riverside" / "content" / "statements" / "sunday-reading-room.md"
TARGET = ROOT / "docs" / "identities.png"

WIDTH = 1400
"""Pixels."""

PIECES = (("statement", "letter"), ("headline", "tri-fold"), ("event", "half-sheet"))

SITE = '[site]\naddress = "https://riverside.example"\n'
CAMPAIGNS = {
    "neighbours": (
        """
        [campaign]
        name = "Riverside Neighbours"
        logo = "logo.svg"
        contact = ["3 Mill Lane, Riverside", "hello@riverside.example"]
        palette = { accent = "#0b5d3b", title = "#0b3d2e" }
        """,
        '<path d="M4 44C24 20 40 60 60 36S96 20 116 40" fill="none" stroke="#0b5d3b" '
        'stroke-width="8"/><circle cx="60" cy="16" r="11" fill="#e0a100"/>',
    ),
    "riders": (
        """
        [campaign]
        name = "Hill End Bus Riders"
        logo = "logo.svg"
        contact = ["9 Station Road, Hill End", "555 0142"]
        palette = { accent = "#8a1538", plate = "#f2c230" }
        faces = { title = "Anton", text = "Source Sans 3" }
        """,
        '<circle cx="60" cy="30" r="28" fill="#f2c230"/>'
        '<path d="M42 38h36v6H42zM46 18h28v16H46z" fill="#111"/>',
    ),
    "friends": (
        """
        [campaign]
        name = "Friends of the Library"
        contact = ["friends@weirstreet.example"]
        palette = { accent = "#274690", plate = "#1b2a57", title = "#1b2a57" }
        faces = { title = "Source Serif 4" }
        """,
        "",
    ),
}


def main() -> None:
    workshop = Workshop()
    pictures, labels = [], []
    with tempfile.TemporaryDirectory() as folder:
        for name, (layout, fmt) in product(CAMPAIGNS, PIECES):
            home = _laid(Path(folder) / name, *CAMPAIGNS[name])
            job = Job(statement=home / "statement.md", layout=layout, format=fmt, out=home / "out")
            for number, path in enumerate(workshop.make(job).previews, 1):
                with Image.open(path) as picture:
                    pictures.append(picture.copy())
                labels.append(f"{name}: {layout}, {fmt}, side {number}")
    font = shipped("fonts") / "SourceSans3-Regular.ttf"
    sheet = contact_sheet(pictures, labels, font=font, columns=5)
    high = round(sheet.height * WIDTH / sheet.width)
    small = sheet.resize((WIDTH, high), Image.Resampling.LANCZOS)
    save_png(small.quantize(64, kmeans=2), TARGET)


def _laid(home: Path, campaign: str, drawing: str) -> Path:
    """A campaign's folder, with the statement in it."""
    home.mkdir(exist_ok=True)
    shutil.copyfile(STATEMENT, home / "statement.md")
    lines = (line.strip() for line in campaign.splitlines())
    (home / "flyers.toml").write_text(SITE + "\n".join(lines))
    if drawing:
        svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 60">{drawing}</svg>'
        (home / "logo.svg").write_text(svg)
    return home


if __name__ == "__main__":
    main()
