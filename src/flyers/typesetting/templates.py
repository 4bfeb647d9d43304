"""Fills templates, which may come from strangers. The only import of jinja2.

Jinja's sandbox keeps a template from the insides of Python. Here nothing else may be
called than what is named below, so that no file is within reach, and each filling has
one bound on its time and one on the size of whatever it makes. For that the tree of a
template is changed in two places before it is compiled: loops look at the clock at
every turn, and texts and lists that are put together are measured.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import wraps
from pathlib import Path, PurePath
from time import thread_time
from traceback import extract_tb
from typing import Any

from jinja2 import (
    Environment,
    FileSystemLoader,
    StrictUndefined,
    Template,
    TemplateNotFound,
    TemplateSyntaxError,
    nodes,
)
from jinja2.exceptions import SecurityError
from jinja2.filters import FILTERS as JINJAS_FILTERS
from jinja2.runtime import BlockReference, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.visitor import NodeTransformer

from flyers.core.errors import LayoutError

SECONDS = 3.0
"""Of the processor, for one filling; a template of ours takes a few thousandths."""

LARGEST = 100_000
"""Letters of a text or a template, or parts of a list; letters drawn on a panel."""

MOST_TAGS = 2_000
"""Elements on a panel, each of which the typesetter has to lay out."""

FILTERS = (  # noqa: SIM905
    "abs capitalize count d default e escape first float int join last length list lower max min "
    "replace reverse safe sort string title trim truncate unique upper wordcount"
).split()

METHODS = frozenset(
    "changed cycle endswith get items keys lower lstrip partition removeprefix removesuffix "  # noqa: SIM905
    "rpartition rsplit rstrip split startswith strip title upper values".split()
)
"""Methods that may be called: none that reads files, or makes much of little."""

_MEASURED = "measured"
_TURNS = "turns"


class Sandbox(ImmutableSandboxedEnvironment):
    """The templates in some folders, the nearest first."""

    intercepted_binops = frozenset(ImmutableSandboxedEnvironment.default_binop_table)

    def __init__(self, folders: Sequence[Path]) -> None:
        super().__init__(
            loader=_Files(folders),
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=StrictUndefined,
        )
        self._own = folders[0]
        self._panels = 1
        self._end = 0.0
        self.globals = {"range": range}
        self.filters = {name: self._bounded(name) for name in FILTERS}
        self.filters |= {_MEASURED: self._measured, _TURNS: self._turns}
        self.concat = self._joined  # type: ignore[method-assign]

    def fill(self, name: str, values: Mapping[str, Any], *, panels: int) -> str:
        """Return the template's text for so many panels. Raises LayoutError, which names the place
        in the template."""
        self._panels = panels
        self._end = thread_time() + SECONDS
        try:
            text = self.get_template(name).render(values)
            if text.count("<") > MOST_TAGS * panels:
                raise SecurityError(f"it draws more than {MOST_TAGS} elements on a panel")
        except Exception as error:  # whatever a template does is the template's fault
            raise LayoutError(self._sentence(self._own / name, error)) from error
        return text

    def _sentence(self, path: Path, error: Exception) -> str:
        frames = [
            f for f in extract_tb(error.__traceback__) if Path(f.filename).parent == self._own
        ]
        line = frames[-1].lineno if frames else None
        path = Path(frames[-1].filename) if frames else path
        what = str(error.args[0] if error.args else type(error).__name__)
        if isinstance(error, TemplateSyntaxError):
            path, line = Path(error.filename or path), error.lineno
        elif isinstance(error, TemplateNotFound):
            what = f"there is no template {error.name!r}"
        elif isinstance(error, RecursionError):
            what = "it includes, extends or calls itself without end"
        place = f", line {line}" if line else ""
        return f"{path}{place}: {' '.join(what.split()).rstrip('.')}; mend the template."

    # -- the door: what a template may reach ---------------------------------------------

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Return False for files, and for all methods but those named above."""
        if isinstance(obj, PurePath) or isinstance(value, PurePath):
            return False
        if callable(value) and not isinstance(value, Macro | BlockReference):
            return attr in METHODS
        return super().is_safe_attribute(obj, attr, value)

    def wrap_str_format(self, value: Any) -> None:
        """Refuse ``"".format``, which Jinja lets pass and which can fill the memory."""

    # -- the bound on time and size ------------------------------------------------------

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Calculate with numbers, and join texts; templates need no other use of an operator."""
        numbers = all(isinstance(value, int | float) for value in (left, right))
        if operator == "**" or not (numbers or operator == "+"):
            raise SecurityError(f"a template may not use {operator} on these values")
        return self._measured(super().call_binop(context, operator, left, right))

    def call(__self, __context: Any, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: N805
        """Call what may be called, while there is time."""
        __self._look_at_the_clock()
        return __self._measured(super().call(__context, __obj, *args, **kwargs))

    def get_template(self, *args: Any, **kwargs: Any) -> Template:
        """Return a template that is included or extended, while there is time."""
        self._look_at_the_clock()
        return super().get_template(*args, **kwargs)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        if len(source) > LARGEST:
            raise TemplateSyntaxError("it is too long for a template", 1, name, filename)
        tree = _Bounded().visit(super()._parse(source, name, filename))
        tree.set_environment(self)
        assert isinstance(tree, nodes.Template)
        return tree

    def _look_at_the_clock(self) -> None:
        if thread_time() > self._end:
            raise SecurityError(f"it is not done after {SECONDS:g} seconds")

    def _measured(self, value: Any) -> Any:
        self._look_at_the_clock()
        if _size(value) > LARGEST:
            raise SecurityError("it makes a text, list or number that is too large")
        return value

    def _turns(self, values: Iterable[Any]) -> Iterator[Any]:
        for value in values:
            self._look_at_the_clock()
            yield value

    def _joined(self, parts: Iterable[str]) -> str:
        """Return the parts of a block, a macro or the whole as one text."""
        joined, size = [], 0
        for part in parts:
            size += len(part)
            if size > LARGEST * self._panels:
                raise SecurityError(f"it makes a text that is too large: over {LARGEST:,} letters")
            joined.append(part)
        return "".join(joined)

    def _bounded(self, name: str) -> Callable[..., Any]:
        """Return Jinja's filter of that name, kept to the bound."""
        rule = JINJAS_FILTERS[name]

        @wraps(rule)
        def filtered(*given: Any, **named: Any) -> Any:
            if name in ("join", "replace"):
                # What is put in between stands there as often as there are parts or letters.
                context, value, *put = given
                value = list(value) if isinstance(value, Iterator) else value
                given = (context, value, *put)
                longest = max(map(_size, (*put, *named.values())), default=0)
                if _size(value) * longest > LARGEST:
                    raise SecurityError(f"{name} makes a text that is too large")
            return self._measured(rule(*given, **named))

        return filtered


class _Files(FileSystemLoader):
    def get_source(self, environment: Environment, template: str) -> Any:
        try:
            return super().get_source(environment, template)
        except UnicodeDecodeError as error:
            path = str(Path(self.searchpath[0]) / template)
            raise TemplateSyntaxError(
                "it is not UTF-8 text; save it as UTF-8", 1, template, path
            ) from error


class _Bounded(NodeTransformer):
    """Has loops look at the clock, and texts and lists that are put together measured."""

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        node.iter = _passed(node.iter, _TURNS)
        return node

    def _made(self, node: nodes.Expr) -> nodes.Node:
        self.generic_visit(node)
        return _passed(node, _MEASURED)

    visit_List = visit_Dict = _made  # noqa: N815

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        return _passed(nodes.List(node.nodes, lineno=node.lineno), "join")

    def visit_Tuple(self, node: nodes.Tuple) -> nodes.Node:  # noqa: N802
        return self._made(node) if node.ctx == "load" else self.generic_visit(node)

    def visit_Filter(self, node: nodes.Filter) -> nodes.Node:  # noqa: N802
        if node.name not in FILTERS:
            known = ", ".join(FILTERS)
            raise TemplateSyntaxError(f"there is no filter {node.name!r}, but {known}", node.lineno)
        return self.generic_visit(node)


def _passed(node: Any, name: str) -> nodes.Filter:
    return nodes.Filter(node, name, [], [], None, None, lineno=node.lineno)


def _size(value: object) -> int:
    """Return the letters and parts that a value has, or a little more than the bound."""
    if isinstance(value, str):
        return len(value)
    if isinstance(value, int | float):
        return 1 if abs(value) < 1e15 else LARGEST + 1
    if isinstance(value, range):
        return min(len(value), LARGEST + 1)
    if isinstance(value, Mapping):
        value = [*value, *value.values()]
    size = 1
    if isinstance(value, list | tuple):
        for part in value:
            size += _size(part)
            if size > LARGEST:
                break
    return size
