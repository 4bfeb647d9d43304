"""Draws docs/floors.svg, the packages floor by floor, from the table in CONTRIBUTING.md.

::

    python scripts/draw_floors.py
"""

import re
from html import escape
from itertools import groupby
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE, PICTURE = ROOT / "CONTRIBUTING.md", ROOT / "docs" / "floors.svg"

WIDTH, FLOOR, GAP, LEFT = 900, 62, 8, 64
"""Pixels: of the picture, the height of a floor, between rooms, and of the column of numbers."""


def rooms(page: str) -> list[tuple[int, str, str]]:
    """Return floor, package and contents of each row of the table, lowest floor first."""
    rows = re.findall(r"^\| (\d+) \| `(\w+)` \| (.+?) \|$", page, re.M)
    return [(int(floor), name, holds) for floor, name, holds in rows]


def drawn(page: str) -> str:
    """Return the picture as SVG, the lowest floor at the bottom."""
    floors = [list(row) for _, row in groupby(rooms(page), key=lambda room: room[0])]
    height = len(floors) * (FLOOR + GAP) + GAP
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" '
        'font-family="system-ui, sans-serif">',
        f'<rect width="{WIDTH}" height="{height}" fill="#fff"/>',
    ]
    for up, row in enumerate(floors):
        top = height - (up + 1) * (FLOOR + GAP)
        parts.append(
            f'<text x="{LEFT / 2}" y="{top + FLOOR / 2 + 7}" font-size="20" fill="#8a8f98" '
            f'text-anchor="middle">{up + 1}</text>'
        )
        wide = (WIDTH - LEFT - GAP - GAP * (len(row) - 1)) / len(row)
        for n, (_, name, holds) in enumerate(row):
            parts += _room(LEFT + n * (wide + GAP), top, wide, name, holds)
    return "\n".join([*parts, "</svg>", ""])


def _room(left: float, top: float, wide: float, name: str, holds: str) -> list[str]:
    middle = left + wide / 2
    lines = _broken(holds, int(wide / 6.2))
    first = top + (27 if len(lines) > 1 else 30)
    return [
        f'<rect x="{left:g}" y="{top}" width="{wide:g}" height="{FLOOR}" rx="6" fill="#eef3f8" '
        'stroke="#5b7c99"/>',
        f'<text x="{middle:g}" y="{first - 5}" font-size="16" font-weight="600" fill="#16324a" '
        f'text-anchor="middle">{name}</text>',
        *(
            f'<text x="{middle:g}" y="{first + 12 + 14 * n}" font-size="12" fill="#3c4650" '
            f'text-anchor="middle">{escape(line)}</text>'
            for n, line in enumerate(lines)
        ),
    ]


def _broken(text: str, most: int) -> list[str]:
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + len(word) >= most:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def main() -> None:
    """Draw the picture anew."""
    PICTURE.write_text(drawn(PAGE.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
