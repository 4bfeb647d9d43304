"""CONTRIBUTING.md shows the plan as it is."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from draw_floors import PAGE, PICTURE, ROOT, drawn, rooms

TEXT = PAGE.read_text("utf-8")

TO_ADD = re.findall(r"^\| (an? .+?) \| (.+?) \| `([\w-]+)` \|$", TEXT, re.M)
"""What is added, the files to touch, and an example."""

SHOWN = {"campaign/ready_kits.py", "campaign/declared/events.py"}
"""Ready-made kits and example values name formats and layouts; a new one need not be among them."""


def test_the_picture_shows_the_table() -> None:
    assert PICTURE.read_text("utf-8") == drawn(TEXT)


def test_floors_stand_in_their_order() -> None:
    floors = [floor for floor, _, _ in rooms(TEXT)]
    assert floors == sorted(floors)
    assert set(floors) == set(range(1, max(floors) + 1))


def names_in(path: Path) -> Iterator[str]:
    """Yield what a module names: its texts, the modules it imports, and itself."""
    yield path.parent.name if path.name == "__init__.py" else path.stem
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
        if isinstance(node, ast.alias):
            yield node.name.rpartition(".")[2]


@cache
def modules() -> dict[str, frozenset[str]]:
    """Return the names in each module, by its path below the package."""
    package = ROOT / "src" / "flyers"
    return {
        path.relative_to(package).as_posix(): frozenset(names_in(path))
        for path in package.rglob("*.py")
    }


@pytest.mark.parametrize(("what", "touch", "example"), TO_ADD)
def test_a_thing_is_added_where_the_table_says(what: str, touch: str, example: str) -> None:
    wanted = set(re.findall(r"`([\w/]+(?:\.py|/))`", touch))
    found = {path for path, names in modules().items() if example in names}
    if (ROOT / "layouts" / example).is_dir():
        found.add(f"layouts/{example}/")
    assert found - (SHOWN - wanted) == wanted


def test_every_kind_of_thing_is_in_the_table() -> None:
    assert len(TO_ADD) == TEXT.partition("## To add")[2].partition("## How we write")[0].count(
        "\n| a"
    )
