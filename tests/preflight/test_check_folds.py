"""Folds of a file: by its marks, by the format that is asked for, and what lies on them."""

from pathlib import Path
from typing import Any

import pytest

from awkward.building import document, page, written
from flyers.catalogue.formats import FORMATS
from flyers.catalogue.printers import PRINTERS
from flyers.core.findings import Finding
from flyers.preflight.checked_file import checked_path
from flyers.preflight.declared import declared
from flyers.preflight.request import CheckRequest

TRI_FOLD = FORMATS["tri-fold"]
WIDTH, HEIGHT = TRI_FOLD.width, TRI_FOLD.height
FLAP, WIDE = 261.0, 265.5
OUTSIDE, INSIDE = (FLAP, FLAP + WIDE), (WIDE, 2 * WIDE)

Folds = tuple[float, ...]


def marked(folds: Folds, *, text_at: float | None = None, target: bool = False) -> bytes:
    """What a side paints: ticks 2 pt above and below the trim, for folds and for the knife."""
    drawn = ["0.5 w"]
    for x in (0.0, *folds, WIDTH):
        for y in (-11, HEIGHT + 2):
            drawn.append(f"{x} {y} m {x} {y + 9} l S")
    if target:
        x, y = WIDTH / 2, -7
        drawn.append(f"{x} {y - 4} m {x} {y + 4} l S {x - 4} {y} m {x + 4} {y} l S")
    if text_at is not None:
        drawn.append(f"BT /F1 12 Tf {text_at} 300 Td (Sundays) Tj ET")
    return "\n".join(drawn).encode()


def findings(tmp_path: Path, *sides: bytes, **asked: Any) -> list[Finding]:
    boxes = f"/TrimBox [0 0 {WIDTH} {HEIGHT}] /BleedBox [0 0 {WIDTH} {HEIGHT}]"
    media = f"/MediaBox [-12 -12 {WIDTH + 12} {HEIGHT + 12}]"
    pages = [
        page(number, boxes, media=media, contents=side) for number, side in enumerate(sides, 1)
    ]
    path = tmp_path / "leaflet.pdf"
    path.write_bytes(written(document(*pages)))
    printer = PRINTERS["shop"]
    found = checked_path(path, printer, declared(CheckRequest(files=(), **asked), printer)).findings
    return [one for one in found if one.check == "panels"]


def test_a_leaflet_that_folds(tmp_path: Path) -> None:
    sides = marked(OUTSIDE, text_at=300), marked(INSIDE, text_at=20)
    assert findings(tmp_path, *sides) == []
    assert findings(tmp_path, *sides, format="tri-fold") == []


def test_marks_that_are_not_where_the_format_folds(tmp_path: Path) -> None:
    (finding,) = findings(tmp_path, marked((264, 528)), marked(INSIDE), format="tri-fold")[:1]
    assert finding.severity == "error"
    assert finding.message == (
        "The fold marks make panels of 93.1 | 93.1 | 93.1 mm; the format has 92.1 | 93.7 | 93.7 mm."
    )


def test_a_back_that_is_not_mirrored(tmp_path: Path) -> None:
    (finding,) = findings(tmp_path, marked(OUTSIDE), marked(OUTSIDE))
    assert (finding.page, finding.severity) == (2, "error")
    assert "do not lie behind those of the front" in finding.message


@pytest.mark.parametrize(
    ("folds", "what", "severity"),
    [
        ((264.0, 528.0), "equally wide", "warning"),
        ((270.0, 522.0), "middle panel is the narrowest", "error"),
    ],
)
def test_three_panels_that_do_not_fold_into_one_another(
    folds: Folds, what: str, severity: str, tmp_path: Path
) -> None:
    (finding,) = findings(tmp_path, marked(folds))
    assert what in finding.message
    assert finding.severity == severity


def test_text_on_a_fold_that_only_the_format_knows(tmp_path: Path) -> None:
    unmarked = b"BT /F1 12 Tf 250 300 Td (Sundays) Tj ET"
    assert findings(tmp_path, unmarked, b"") == []
    (finding,) = findings(tmp_path, unmarked, b"", format="tri-fold")
    assert finding.message.startswith("Text lies on the fold 92.1 mm from the left: ")


def test_a_target_for_the_register_is_no_fold(tmp_path: Path) -> None:
    assert findings(tmp_path, marked((), target=True), marked((), target=True)) == []


def test_marks_for_the_knife_between_two_pieces_are_no_folds(tmp_path: Path) -> None:
    assert findings(tmp_path, marked((390, 402), text_at=380)) == []
