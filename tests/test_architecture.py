"""The shape of the code: each engine in one place, and imports that go one way."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import flyers
from draw_floors import rooms

PACKAGE = Path(flyers.__file__).parent
ROOT = Path(__file__).parents[1]

FLOORS = {name: floor for floor, name, _ in rooms((ROOT / "CONTRIBUTING.md").read_text("utf-8"))}
"""The packages and their floors, the lowest 1: a package imports only from floors below its own."""

ENGINES = {
    # what is imported: by whom
    "weasyprint": {"typesetting.engine"},
    "pypdf": {"press"},
    "qrcode": {"catalogue.qr"},
    "pypdfium2": {"press.read.raster"},
    "zxingcpp": {"preflight.evidence.barcodes"},
    "click": {"cli"},
    "fontTools": {"catalogue.fonts"},
    "pyphen": {"typesetting.fit.titlepieces"},
    "jinja2": {"typesetting.templates"},
    "markdown_it": {"statements"},
    "yaml": {"statements", "core.table_file"},
    "babel": {"statements"},
    "py3langid": {"statements.wording.detector"},
    "liquid": {"statements.notations.liquid_engine"},
    "docutils": {"statements.notations.rst"},
    "mammoth": {"statements.notations.office.word"},
    "nh3": {"statements"},
    "tinyhtml5": {"statements"},
    "tinycss2": {"colour"},
}

PURE = [
    "core.units",
    "core.boxes",
    "core.sheets",
    "core.matrix",
    "core.tags",
    "catalogue.papers",
    "catalogue.formats",
    "catalogue.printers",
    "catalogue.marks",
    "catalogue.imprints",
    "imposition.planning",
    "imposition.format_pieces",
    "imposition.assembly",
    "imposition.schemes",
    "imposition.packing",
    "typesetting.fit.copyfit",
    "typesetting.fit.copymodel",
    "typesetting.fit.titlefit",
]
"""Numbers only: no engine, no files."""

PLAIN = {"bisect", "collections", "dataclasses", "functools", "itertools", "math", "re", "typing"}


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
    found = [module for module in modules() if within(module, part)]
    assert found
    for module in found:
        foreign = {name.partition(".")[0] for name in imports(module)} - {"flyers"}
        assert foreign <= PLAIN, module


def floor_of(module: str) -> int:
    """Return the floor of a module's package; 0 for the front door, ``flyers`` itself."""
    return FLOORS.get(module.partition(".")[0], 0)


def test_no_module_lies_loose() -> None:
    assert {path.name for path in PACKAGE.iterdir() if path.is_file()} == {
        "__init__.py",
        "__main__.py",
        "py.typed",
    }
    packages = {path.name for path in PACKAGE.iterdir() if path.is_dir() and path.name[0] != "_"}
    assert packages - {"data"} == set(FLOORS)  # data: the profile, and templates of paperwork


@pytest.mark.parametrize("package", FLOORS)
def test_imports_lead_only_to_lower_floors(package: str) -> None:
    arrows = {
        (module, other)
        for module in modules()
        if within(module, package)
        for other in ours(module)
        if not within(other, package)
    }
    up = {(a, b) for a, b in arrows if not 0 < floor_of(b) < floor_of(a)}
    assert up == set()


def test_imports_within_a_package_go_one_way() -> None:
    # A package's own modules may lean on each other and on what its __init__ says.
    graph = {m: {n for n in ours(m) if n in modules() and n != m} for m in modules() if m}
    TopologicalSorter(graph).prepare()


ROOMS = {
    "press": ("read", "write", "prepress", "fixups"),
    "statements": ("wording", "body", "facts", "notations"),
}
"""The packages of a package, lowest first. What only reads a PDF loads nothing that writes one."""

TOPS = {"press": ["printing"], "statements": ["reading", "assembly", "published"]}
"""Modules beside them, which put them together."""


@pytest.mark.parametrize(
    ("package", "room"), [(package, room) for package, rooms in ROOMS.items() for room in rooms]
)
def test_rooms_of_a_package_go_one_way_too(package: str, room: str) -> None:
    own = [module for module in modules() if within(module, f"{package}.{room}")]
    above = ROOMS[package][ROOMS[package].index(room) + 1 :]
    higher = [f"{package}.{name}" for name in (*above, *TOPS[package])]
    assert own
    for module in own:
        assert not [n for n in ours(module) if any(within(n, name) for name in higher)], module


def definitions() -> Iterator[tuple[str, ast.AST]]:
    """Yield every node of every module, with the module's name."""
    for module, path in modules().items():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            yield module, node


def test_one_name_means_one_thing() -> None:
    homes: dict[str, set[str]] = {}
    for module, node in definitions():
        if isinstance(node, ast.ClassDef):
            homes.setdefault(node.name, set()).add(module)
    assert {name: found for name, found in homes.items() if len(found) > 1} == {}


def test_a_docstring_says_what_it_is_or_does() -> None:
    documented = (ast.FunctionDef, ast.ClassDef, ast.Module)
    riddles = {
        (module, getattr(node, "name", ""))
        for module, node in definitions()
        if isinstance(node, documented)
        and re.match(r"(What|Whether|Where|How|Who|That)\b", ast.get_docstring(node) or "")
    }
    assert riddles == set()
