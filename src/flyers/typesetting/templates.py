"""Fills templates, which strangers may have written. The only import of jinja2.

Jinja's sandbox keeps a template from the insides of Python. This one also keeps it
from files, since nothing may be called but what is named here, and from working
without end: every filling has an allowance, and pays for each step and for each
value it makes. So a template's tree is changed before it is compiled: templates,
blocks, macros and loops pay for every turn, and expressions for what they give.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import wraps
from pathlib import Path
from traceback import extract_tb
from typing import Any

from jinja2 import (
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateNotFound,
    TemplateSyntaxError,
    nodes,
    pass_context,
)
from jinja2.exceptions import SecurityError
from jinja2.filters import FILTERS as JINJAS_FILTERS
from jinja2.runtime import BlockReference, Context, Macro
from jinja2.sandbox import SandboxedEnvironment
from jinja2.visitor import NodeTransformer

from flyers.core.errors import LayoutError

ALLOWANCE = 2_000_000
"""Letters that may be made for one panel, or a tenth as many steps. Ours take a tenth of it,
mostly for the code, which may be long and is passed through macros."""

LARGEST = 100_000
"""Letters of a text, of a template, and on a panel; parts of a list."""

MOST_TAGS = 2_000
"""Elements on a panel."""

FILTERS = (  # noqa: SIM905
    "abs capitalize count d default e escape first float int join last length list lower max min "
    "replace reverse safe sort string title trim truncate unique upper wordcount"
).split()

METHODS = frozenset(
    "changed cycle endswith get items keys lower lstrip partition removeprefix removesuffix "  # noqa: SIM905
    "rpartition rsplit rstrip split startswith strip title upper values".split()
)
"""What may be called on a value: nothing that reads files, or makes much of little."""

_STEP = 10
_GIVES = "pay for it"
_PRINTS = "pay for its print"
_EACH = "pay for each"
_TURN = "pay for a turn"


class Sandbox(SandboxedEnvironment):
    """The templates in some folders, the nearest first."""

    intercepted_binops = frozenset(SandboxedEnvironment.default_binop_table)

    def __init__(self, folders: Sequence[Path]) -> None:
        super().__init__(
            loader=_Files(folders),
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=StrictUndefined,
        )
        self._own = folders[0]
        self._left = 0
        self.globals = {"range": range}
        self.filters = {name: JINJAS_FILTERS[name] for name in FILTERS}
        self.filters |= {name: _with_little(name) for name in ("join", "replace")}
        self.filters |= {
            _GIVES: self._give,
            _PRINTS: self._print,
            _EACH: self._each,
            _TURN: self._turn,
        }

    def fill(self, name: str, values: Mapping[str, Any], *, panels: int) -> str:
        """The template's text for so many panels, or a LayoutError that names the place."""
        self._left = ALLOWANCE * panels
        try:
            text = self.get_template(name).render(values)
            if len(text) > LARGEST * panels or text.count("<") > MOST_TAGS * panels:
                raise SecurityError("it draws too much on its panels")
        except Exception as error:  # whatever a template does is the template's fault
            raise LayoutError(self._told(self._own / name, error)) from error
        return text

    def _told(self, path: Path, error: Exception) -> str:
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

    # -- what a template may do ------------------------------------------------------------

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        if callable(value) and not isinstance(value, Macro | BlockReference):
            return attr in METHODS
        return super().is_safe_attribute(obj, attr, value)

    def wrap_str_format(self, value: Any) -> None:
        """Jinja's own would let ``"".format`` pass, which can fill the memory."""

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        numbers = all(isinstance(value, int | float) for value in (left, right))
        if operator == "**" or not (numbers or operator == "+"):
            raise SecurityError(f"a template cannot reckon {operator} with these")
        return self._give(context, super().call_binop(context, operator, left, right))

    def call(__self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: N805
        __self._pay(_STEP)
        return __self._give(__context, super().call(__context, __obj, *args, **kwargs))

    # -- what it pays ------------------------------------------------------------------------

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        if len(source) > LARGEST:
            raise TemplateSyntaxError("it is too long for a template", 1, name, filename)
        tree = _Priced().visit(super()._parse(source, name, filename))
        tree.set_environment(self)
        assert isinstance(tree, nodes.Template)
        return tree

    def _pay(self, price: int) -> None:
        self._left -= price
        if self._left < 0:
            raise SecurityError("it works without end, or makes too much")

    @pass_context
    def _give(self, _: Context, value: Any) -> Any:
        size = _size(value)
        if size > LARGEST:
            raise SecurityError("it makes a text, list or number that is too large")
        self._pay(size)
        return value

    @pass_context
    def _print(self, context: Context, value: Any) -> Any:
        return self._give(context, value if hasattr(value, "__html__") else str(value))

    @pass_context
    def _each(self, _: Context, values: Iterable[Any]) -> Iterator[Any]:
        for value in values:
            self._pay(_STEP)
            yield value

    @pass_context
    def _turn(self, _: Context, price: int) -> None:
        self._pay(price)


class _Files(FileSystemLoader):
    def get_source(self, environment: Environment, template: str) -> Any:
        try:
            return super().get_source(environment, template)
        except UnicodeDecodeError as error:
            path = str(Path(self.searchpath[0]) / template)
            raise TemplateSyntaxError(
                "it is not UTF-8 text; save it as UTF-8", 1, template, path
            ) from error


class _Priced(NodeTransformer):
    """Puts a price on everything in a template that repeats, and on everything that is made."""

    def _body(self, node: Any) -> Any:
        self.generic_visit(node)
        price = sum(
            len(part.data) if isinstance(part, nodes.TemplateData) else _STEP
            for part in node.find_all(nodes.Node)
        )
        turn = nodes.ExprStmt(_paid(nodes.Const(price), _TURN), lineno=node.lineno)
        node.body.insert(0, turn)
        return node

    visit_Template = visit_Block = visit_Macro = visit_CallBlock = _body  # noqa: N815

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802
        self._body(node)
        node.iter = _paid(node.iter, _EACH)
        return node

    def visit_Output(self, node: nodes.Output) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        node.nodes = [
            part if isinstance(part, nodes.TemplateData) else _paid(part, _PRINTS)
            for part in node.nodes
        ]
        return node

    def _made(self, node: nodes.Expr) -> nodes.Node:
        self.generic_visit(node)
        return _paid(node, _GIVES)

    visit_Concat = visit_List = visit_Dict = _made  # noqa: N815

    def visit_Tuple(self, node: nodes.Tuple) -> nodes.Node:  # noqa: N802
        return self._made(node) if node.ctx == "load" else self.generic_visit(node)

    def visit_Getitem(self, node: nodes.Getitem) -> nodes.Node:  # noqa: N802
        return self._made(node) if isinstance(node.arg, nodes.Slice) else self.generic_visit(node)

    def visit_Filter(self, node: nodes.Filter) -> nodes.Node:  # noqa: N802
        if node.name not in FILTERS:
            known = ", ".join(FILTERS)
            raise TemplateSyntaxError(f"there is no filter {node.name!r}, but {known}", node.lineno)
        return self._made(node)


def _paid(node: Any, how: str) -> nodes.Filter:
    return nodes.Filter(node, how, [], [], None, None, lineno=node.lineno)


def _with_little(name: str) -> Callable[..., Any]:
    """A filter that puts its arguments in many places: they have to be short."""
    rule = JINJAS_FILTERS[name]

    @wraps(rule)
    def filtered(context: Any, value: Any, *given: Any, **named: Any) -> Any:
        if any(_size(part) > _STEP for part in (*given, *named.values())):
            raise SecurityError(f"{name} takes texts of {_STEP} letters at most")
        return rule(context, value, *given, **named)

    return filtered


def _size(value: object) -> int:
    """How many letters and parts a value has, or somewhat more than the largest it may have."""
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
