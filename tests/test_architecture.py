"""The shape of the code: each engine in one place, and imports that go one way."""

import ast
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import flyers

PACKAGE = Path(flyers.__file__).parent

ENGINES = {
    # who is imported: by whom
    "weasyprint": {"typesetting.engine"},
    "pypdf": {"press.printing"},
    "qrcode": {"catalogue.qr"},
    "pypdfium2": {"press.read.raster"},
    "zxingcpp": {"preflight.evidence.barcodes"},
    "click": {"cli"},
    "fontTools": {"catalogue.fonts"},
    "jinja2": {"typesetting.templates"},
    "markdown_it": {"statements"},
    "yaml": {"statements", "campaign"},
    "babel": {"statements", "statements.phrases"},
    "nh3": {"statements"},
    "tinyhtml5": {"statements"},
    "tinycss2": {"colour"},
}

PURE = [
    "core.units",
    "catalogue.papers",
    "core.sheets",
    "catalogue.formats",
    "catalogue.printers",
    "typesetting.fit.copyfit",
    "typesetting.fit.copymodel",
    "typesetting.fit.titlefit",
    "core.matrix",
    "imposition.planning",
    "catalogue.imprints",
    "core.tags",
]
"""Numbers only: no engine, no files."""

PLAIN = {"collections", "dataclasses", "functools", "itertools", "math", "re", "typing"}

SETTING = ["statements", "typesetting.layouts", "typesetting.fit", "pieces.workshop"]
"""What a statement becomes a piece by; whoever looks at any PDF has no part in that."""

FORBIDDEN = [
    # who: must not know of whom
    (
        "statements",
        [
            "typesetting.layouts",
            "typesetting.fit",
            "pieces.workshop",
            "press.printing",
            "press.read.raster",
            "typesetting.engine",
            "pieces.piece",
        ],
    ),
    ("press.printing", [*SETTING, "typesetting.engine", "pieces.piece", "preflight.checks"]),
    ("preflight.checks", [*SETTING, "typesetting.engine", "press.read.raster", "press.printing"]),
    (
        "preflight.evidence",
        [*SETTING, "typesetting.engine", "press.read.raster", "press.printing", "preflight.checks"],
    ),
    ("press.read.raster", [*SETTING, "typesetting.engine", "press.printing", "preflight.checks"]),
    ("typesetting.engine", [*SETTING, "press.printing", "preflight.checks"]),
    ("imposition.planning", [*SETTING, "press.printing", "preflight.checks"]),
    ("typesetting.tagging", [*SETTING, "press.printing", "preflight.checks", "typesetting.engine"]),
    ("typesetting.fit", ["pieces.workshop", "press.printing", "preflight.checks", "preflight"]),
    ("preflight", [*SETTING, "typesetting.engine", "pieces.piece"]),
    ("pieces.workshop", ["pieces.batch", "cli", "cli.report"]),
]


@cache
def modules() -> dict[str, Path]:
    """Every module by its name below the package: ``press.sides``."""
    found = {}
    for path in PACKAGE.rglob("*.py"):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


@cache
def imports(module: str) -> frozenset[str]:
    """What a module imports when it runs, in full names; not what only its types name."""
    tree = ast.parse(modules()[module].read_text("utf-8"))
    return frozenset(_imported(tree))


def _imported(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
        return
    if isinstance(node, ast.Import):
        yield from (name.name for name in node.names)
    if isinstance(node, ast.ImportFrom) and node.module:
        for name in node.names:
            inner = f"{node.module}.{name.name}"
            ours = inner.removeprefix("flyers.") in modules()
            yield inner if ours else node.module
    for child in ast.iter_child_nodes(node):
        yield from _imported(child)


def ours(module: str) -> set[str]:
    """The modules of this package that a module imports."""
    names = {name for name in imports(module) if name.partition(".")[0] == "flyers"}
    return {name.partition(".")[2] for name in names} - {""}


def within(module: str, part: str) -> bool:
    return module == part or module.startswith(f"{part}.")


@pytest.mark.parametrize(("engine", "homes"), ENGINES.items())
def test_each_engine_is_named_in_one_place(engine: str, homes: set[str]) -> None:
    users = {m for m in modules() if any(within(name, engine) for name in imports(m))}
    assert users
    strangers = {m for m in users if not any(within(m, home) for home in homes)}
    assert strangers == set()


@pytest.mark.parametrize("part", PURE)
def test_geometry_and_copyfitting_are_pure(part: str) -> None:
    for module in (m for m in modules() if within(m, part)):
        foreign = {name.partition(".")[0] for name in imports(module)} - {"flyers"}
        assert foreign <= {
            "bisect",
            "collections",
            "dataclasses",
            "math",
            "re",
            "typing",
            "itertools",
            "functools",
        }
        friends = {*PURE, "errors"}
        assert all(any(within(m, friend) for friend in friends) for m in ours(module))


@pytest.mark.parametrize(("part", "strangers"), FORBIDDEN)
def test_the_parts_do_not_know_of_one_another(part: str, strangers: list[str]) -> None:
    for module in (m for m in modules() if within(m, part)):
        met = {m for m in ours(module) for stranger in strangers if within(m, stranger)}
        assert met == set(), module


def test_imports_go_one_way() -> None:
    # A package's own modules may lean on each other and on what its __init__ says.
    graph = {m: {n for n in ours(m) if n in modules() and n != m} for m in modules() if m}
    TopologicalSorter(graph).prepare()


def test_nothing_but_the_command_line_knows_of_it() -> None:
    users = {m for m in modules() if ours(m) & {"cli", "report"}}
    assert {user for user in users if not within(user, "cli")} <= {"__main__"}
