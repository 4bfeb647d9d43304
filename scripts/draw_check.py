"""Draws the picture of docs/preflight.md: the report on a card with three faults.

::

    python scripts/draw_check.py          # some ten seconds

The card and its faults are those of the tests. The report is laid out by the
engine that sets the pieces, which has no grid that suits it: hence the styles.
"""

import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests" / "support"))

from faults import codes, edges, good, pictures  # noqa: E402 - found by the line above
from flyers.core.shipped import shipped  # noqa: E402
from flyers.preflight.request import CheckRequest  # noqa: E402
from flyers.preflight.run import run  # noqa: E402
from flyers.press.read.raster import rasters, save_png  # noqa: E402
from flyers.typesetting.engine import Typesetter  # noqa: E402

PICTURE = ROOT / "docs" / "preflight" / "page.png"
WIDTH, HEIGHT = 1000, 770
COLOURS = 96

STYLES = """
@page { size: 1000px 1200px; margin: 0 }
.page { display: block !important }
.page > h3 { margin-bottom: 16px }
figure { float: left !important; width: 43% }
.sight { position: static !important }
.findings { margin-left: 48% !important }
.number {
  display: block !important; width: 24px; min-width: 0 !important; padding: 0 !important;
  line-height: 24px !important; text-align: center; border-radius: 12px;
}
"""


def main() -> None:
    """Draw the top of the report, and print how large the picture is."""
    card = good("shop")
    edges.text_a_millimetre_from_the_trim(card)
    pictures.picture_of_100_ppi(card)
    codes.code_under_a_logo(card)
    Typesetter([shipped("fonts")])  # makes the shipped fonts the only ones
    import weasyprint

    with tempfile.TemporaryDirectory() as name:
        os.chdir(name)  # the report has the name of the file as it was given
        Path("leaflet.pdf").write_bytes(card.written())
        run(CheckRequest(files=("leaflet.pdf",), printer="shop", html=Path("leaflet.html")))
        report = weasyprint.HTML("leaflet.html", media_type="screen")
        pdf = report.write_pdf(stylesheets=[weasyprint.CSS(string=STYLES)])
        os.chdir(ROOT)
    assert pdf is not None
    page = rasters(pdf, dpi=96)[0].crop((0, 0, WIDTH, HEIGHT))
    save_png(page.quantize(COLOURS), PICTURE)
    print(f"{PICTURE.name}: {PICTURE.stat().st_size // 1000} kB")


if __name__ == "__main__":
    main()
