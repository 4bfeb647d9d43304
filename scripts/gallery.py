"""Hangs everything that `make demo` made on one page: out/index.html.

::

    python scripts/gallery.py out
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from pypdf import PdfReader

from flyers.production.gallery import Exhibit, Wall, page

CAMPAIGNS = {"riverside": "Riverside Neighbours", "hill-end": "Hill End Growers"}
NOTE = (
    "Two made-up groups, the same layouts, made by one command each from Markdown files. "
    "A picture leads to its PDF."
)


def main() -> None:
    """Write the page into the folder that is named on the command line."""
    out = Path(sys.argv[1])
    walls = [wall for folder, name in CAMPAIGNS.items() for wall in walls_of(out / folder, name)]
    walls += published(out / "site")
    (out / "index.html").write_text(page("What flyers makes", NOTE, walls, out), "utf-8")
    print(f"Look at {out / 'index.html'}: {sum(len(wall.exhibits) for wall in walls)} files.")


def walls_of(folder: Path, name: str) -> Iterator[Wall]:
    """The statements of a campaign, then the kits of its events."""
    for place in sorted(path for path in folder.glob("*/") if path.name != "kits"):
        exhibits = tuple(exhibit(file, place.name) for file in sorted(place.glob("*.pdf")))
        if exhibits:
            about = PdfReader(exhibits[0].file)
            metadata, language = about.metadata, str(about.root_object.get("/Lang", "en"))
            title = str(metadata.title) if metadata else place.name
            yield Wall(title=title, exhibits=exhibits, language=language, note=name)
    for kit in sorted((folder / "kits").glob("*/")):
        picture = kit / "contact-sheet.png"
        whole = Exhibit(
            label="the whole kit, as a zip", file=kit.with_suffix(".zip"), pictures=(picture,)
        )
        papers = [
            Exhibit(label=file.stem, file=file)
            for file in sorted(kit.rglob("*.pdf"))
            if file.stem in ("event", "packets") or "ticket" in file.stem
        ]
        yield Wall(title=f"Kit: {kit.name}", exhibits=(whole, *papers), note=name)


def exhibit(file: Path, slug: str) -> Exhibit:
    """A piece with the pictures of its sides."""
    sides = re.compile(rf"{re.escape(file.stem)}-\d+\.png")
    pictures = [path for path in sorted(file.parent.iterdir()) if sides.fullmatch(path.name)]
    label = file.stem.removeprefix(f"{slug}-").replace("-", " ")
    return Exhibit(label=label, file=file, pictures=tuple(pictures))


def published(site: Path) -> list[Wall]:
    """What the site of the first campaign offers to print."""
    files = sorted((site / "static" / "pdfs").rglob("*.pdf"))
    exhibits = tuple(Exhibit(label=file.stem, file=file) for file in files)
    return [
        Wall(title="Files to print, on the site", exhibits=exhibits, note="tagged, for reading")
    ]


if __name__ == "__main__":
    main()
