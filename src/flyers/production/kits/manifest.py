"""The manifest of a kit, with checksums, and the kit as one zip."""

import json
import zipfile
from collections.abc import Mapping
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

from flyers.production.kits.kit import Kit, KitPiece

FILE = "manifest.json"
VERSION = 1
"""Version of the keys: it changes when one goes or changes its meaning."""

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip can hold; the same on every day."""


def manifest(kit: Kit, folder: Path) -> bytes:
    """Return the JSON of all files in the folder but itself."""
    occasion = kit.plan.occasion
    answer = {
        "kit": VERSION,
        "event": occasion.name,
        "title": kit.title,
        "when": kit.when or None,
        "where": kit.where or None,
        "statement": Path(kit.reading.statement.source).name,
        "volunteers": kit.plan.volunteers or None,
        "pieces": [_piece(made, kit.plan.volunteers) for made in kit.made],
        "files": [
            {
                "file": path.relative_to(folder).as_posix(),
                "bytes": path.stat().st_size,
                "sha256": sha256(path.read_bytes()).hexdigest(),
            }
            for path in _files(folder)
        ],
    }
    return (json.dumps(answer, ensure_ascii=False, indent=2) + "\n").encode()


def _piece(made: KitPiece, volunteers: int) -> Mapping[str, Any]:
    lot, sheet = made.lot, made.piece.spec.sheet
    return {
        "file": f"{lot.printer}/{made.piece.file.name}",
        "layout": lot.layout,
        "format": lot.format,
        "printer": lot.printer,
        "copies": lot.copies,
        "each": lot.each if volunteers else None,
        "left_over": lot.left(volunteers) if volunteers else None,
        "sheet": sheet
        and {
            "name": sheet.paper.name,
            "up": sheet.up,
            "count": made.sheets,
            "waste": round(sheet.waste, 4),
        },
        "code": made.piece.qr.url,
        "code_basis": made.piece.qr.page.basis,
    }


def files_of(folder: Path) -> set[str]:
    """Return the files of the kit in a folder, by its manifest; empty if there is none."""
    try:
        table = json.loads((folder / FILE).read_text("utf-8"))
        return {FILE, *(row["file"] for row in table["files"])}
    except (OSError, ValueError, KeyError, TypeError):
        return set()


def zipped(folder: Path) -> bytes:
    """Return the folder as a zip, the same bytes on every day and machine. Nothing is compressed:
    PDF and PNG are already."""
    data = BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_STORED) as archive:
        for path in _files(folder):
            entry = zipfile.ZipInfo(f"{folder.name}/{path.relative_to(folder).as_posix()}", EPOCH)
            entry.external_attr = 0o644 << 16
            entry.create_system = 3  # where file permissions are Unix's
            archive.writestr(entry, path.read_bytes())
    return data.getvalue()


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())
