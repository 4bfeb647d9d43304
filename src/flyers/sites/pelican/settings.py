"""The settings of a Pelican site: what its Python files set to plain values, read and never run."""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from flyers.core.belonging import kept_within
from flyers.core.errors import AddressError, ConfigError

LONGEST = 100_000
"""Letters, or items, that a value may grow to by additions."""

_MOST_FILES = 20
"""Files that are followed."""

_HIDDEN_WAYS = frozenset(("exec", "eval", "globals", "locals", "vars", "setattr", "__import__"))
"""Functions that may set any name without naming it."""


class _ComputedError(Exception):
    """A value that only running the file would tell."""


@dataclass(frozen=True, kw_only=True)
class Settings:
    """Settings by name. Those in ``computed`` have values that only running the files would tell;
    with ``all_computed`` that is so of every setting that has no value here."""

    file: Path
    values: Mapping[str, Any] = field(default_factory=dict)
    computed: frozenset[str] = frozenset()
    all_computed: bool = False
    files: tuple[Path, ...] = ()

    def is_computed(self, name: str) -> bool:
        """Return True if only running the files would tell the setting."""
        return name in self.computed or (self.all_computed and name not in self.values)

    def known(self, name: str, usual: Any = None) -> Any:
        """Return a setting, or ``usual`` if it is not set or computed."""
        value = self.values.get(name)
        return usual if value is None or self.is_computed(name) else value

    def get(self, name: str, usual: Any) -> Any:
        """Return a setting, or ``usual`` if it is not set. Raises AddressError for one that is
        computed or of another kind."""
        if self.is_computed(name):
            raise AddressError(
                f"{self.file.name} computes {name}, and flyers runs nothing of a site; "
                "give --url, or set [site] permalink in flyers.toml."
            )
        value = self.values.get(name, usual)
        kinds = (list, tuple) if isinstance(usual, list | tuple) else type(usual)
        if usual is not None and not isinstance(value, kinds):
            raise AddressError(
                f"{self.file.name}: {name} = {value!r:.60} is not of the kind that Pelican wants; "
                "correct it, or give --url."
            )
        return value


def settings_of(*files: Path) -> Settings:
    """Return what settings files set, with what they import from files beside them; what a later
    one sets counts. Raises ConfigError."""
    program = _Program(files[0].parent)
    for file in files:
        program.run(file)
    return Settings(
        file=files[-1],
        values=program.values,
        computed=frozenset(program.computed),
        all_computed=program.all_computed,
        files=tuple(dict.fromkeys(program.files)),
    )


class _Program:
    """Follows the assignments of files, in their order."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.values: dict[str, Any] = {}
        self.computed: set[str] = set()
        self.all_computed = False
        self.files: list[Path] = []
        self._running: list[Path] = []

    def run(self, file: Path) -> None:
        if file in self._running or len(self.files) > _MOST_FILES:
            return self._doubt_all()
        self.files.append(file)
        self._running.append(file)
        tree = _parsed(file)
        named = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
        for node in tree.body:
            try:
                self._follow(node)
            except (_ComputedError, RecursionError):
                self._doubt(_named(node))
        if named & _HIDDEN_WAYS:
            self._doubt_all()
        self._running.pop()
        return None

    def _follow(self, node: ast.stmt) -> None:
        """Take what a statement sets; names that it may set otherwise are computed."""
        match node:
            case ast.Assign(targets=targets):
                value = self._value(node.value)
                for target in targets:
                    self._assign(target, value)
            case ast.AnnAssign(target=ast.Name() as target, value=ast.expr() as given):
                self._assign(target, self._value(given))
            case ast.AugAssign(target=ast.Name() as target, op=ast.Add()):
                self._assign(target, _sum(self._value(target), self._value(node.value)))
            case ast.Expr(value=ast.Call(func=ast.Attribute(value=ast.Name() as target) as method)):
                self._grow(target, method.attr, node.value)
            case ast.Expr(value=ast.Constant()):
                pass
            case ast.ImportFrom():
                self._import(node)
            case ast.Import() | ast.Pass():
                pass
            case ast.FunctionDef() | ast.ClassDef() | ast.AsyncFunctionDef():
                self._doubt(
                    {
                        name
                        for one in ast.walk(node)
                        if isinstance(one, ast.Global)
                        for name in one.names
                    }
                )
            case ast.If() | ast.Try() | ast.With() | ast.For() | ast.While() | ast.Match():
                self._doubt(set(self._set_inside(node)))
            case _:
                raise _ComputedError

    def _assign(self, target: ast.expr, value: Any) -> None:
        match target:
            case ast.Name(id=name):
                self.values[name] = value
                self.computed.discard(name)
            case ast.Subscript(value=ast.Name(id=name), slice=key):
                held = self._value(target.value)
                if not isinstance(held, dict):
                    raise _ComputedError
                self.values[name] = {**held, self._value(key): value}
            case ast.Tuple(elts=parts) | ast.List(elts=parts):
                if not isinstance(value, list | tuple) or len(parts) != len(value):
                    raise _ComputedError
                for part, one in zip(parts, value, strict=True):
                    self._assign(part, one)
            case _:
                raise _ComputedError

    def _grow(self, target: ast.Name, method: str, call: ast.expr) -> None:
        """Follow ``NAME.append(…)`` and the like."""
        assert isinstance(call, ast.Call)
        if target.id not in self.values and target.id not in self.computed:
            return  # `sys.path.append`
        held, given = self._value(target), [self._value(one) for one in call.args]
        if isinstance(held, list) and method in ("append", "extend") and len(given) == 1:
            more = given if method == "append" else list(given[0])
            self.values[target.id] = _sum(held, more)
        elif isinstance(held, dict) and method == "update" and len(given) == 1:
            if not isinstance(given[0], dict) or call.keywords:
                raise _ComputedError
            self.values[target.id] = {**held, **given[0]}
        else:
            raise _ComputedError

    def _import(self, node: ast.ImportFrom) -> None:
        file = self._beside(node)
        names = [(one.name, one.asname or one.name) for one in node.names]
        if file is None:
            if names[0][0] == "*":
                self._doubt_all()
            self._doubt({name for _, name in names})
        elif names[0][0] == "*":
            self.run(file)
        else:
            other = _Program(self.folder)
            other.files, other._running = self.files, list(self._running)
            other.run(file)
            for name, called in names:
                if name in other.values and name not in other.computed:
                    self.values[called] = other.values[name]
                    self.computed.discard(called)
                else:
                    self._doubt({called})

    def _beside(self, node: ast.ImportFrom) -> Path | None:
        """Return the file of a module that lies in the site's folder, or None."""
        path = self.folder.joinpath(*(node.module or "").split(".")).with_suffix(".py")
        if node.level > 1 or not node.module or not path.is_file():
            return None
        return kept_within(path, self.folder, error=ConfigError)

    def _set_inside(self, node: ast.stmt) -> Iterator[str]:
        """Yield the names that are set on a condition, or several times."""
        for one in ast.walk(node):
            if isinstance(one, ast.ImportFrom):
                yield from (name.asname or name.name for name in one.names)
                file = self._beside(one) if one.names[0].name == "*" else None
                if file:
                    self.files.append(file)
                    for inside in _parsed(file).body:
                        yield from _named(inside)
            elif isinstance(one, ast.Name) and one.id.isupper():
                yield one.id

    def _doubt(self, names: set[str]) -> None:
        self.computed.update(names)

    def _doubt_all(self) -> None:
        self.computed.update(self.values)
        self.values.clear()
        self.all_computed = True

    def _value(self, node: ast.expr) -> Any:
        """Return a plain value. Raises _ComputedError."""
        match node:
            case ast.Constant(value=value):
                return value
            case ast.Name(id=name):
                if name in self.values and name not in self.computed:
                    return self.values[name]
            case ast.List(elts=parts):
                return [self._value(part) for part in parts]
            case ast.Tuple(elts=parts):
                return tuple(self._value(part) for part in parts)
            case ast.Dict(keys=keys, values=values) if None not in keys:
                pairs = zip(keys, values, strict=True)
                return {self._key(key): self._value(value) for key, value in pairs if key}
            case ast.BinOp(left=left, op=ast.Add(), right=right):
                return _sum(self._value(left), self._value(right))
            case ast.JoinedStr(values=parts):
                return "".join(self._text(part) for part in parts)
            case ast.FormattedValue(value=inner, conversion=-1, format_spec=None):
                return self._value(inner)
        raise _ComputedError

    def _key(self, node: ast.expr) -> Any:
        key = self._value(node)
        if not isinstance(key, str | int | None):
            raise _ComputedError
        return key

    def _text(self, node: ast.expr) -> str:
        value = self._value(node)
        if not isinstance(value, str):
            raise _ComputedError
        return value


def _sum(left: Any, right: Any) -> Any:
    if type(left) is not type(right) or not isinstance(left, str | list | tuple):
        raise _ComputedError
    if len(left) + len(right) > LONGEST:
        raise _ComputedError
    return left + right


def _named(node: ast.AST) -> set[str]:
    """Return the names in a statement that may be settings, which are in capitals."""
    return {one.id for one in ast.walk(node) if isinstance(one, ast.Name) and one.id.isupper()}


def _parsed(file: Path) -> ast.Module:
    try:
        return ast.parse(file.read_bytes())
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise ConfigError(f"{file} cannot be read: {error!s:.120}; mend that place.") from None
    except OSError as error:
        raise ConfigError(
            f"Cannot read {file} ({error.strerror}); check its permissions."
        ) from None
