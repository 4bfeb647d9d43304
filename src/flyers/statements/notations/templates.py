"""Liquid in a text, filled in by a template engine in its sandbox. The only import of liquid.

The engine sees plain values alone and runs nothing of the site's: no includes, no filter that is
not in ``FILTERS``. What it cannot know becomes a ``Loss``. Tags that a site defines itself go
through untouched, with the values of their arguments in place of names.
"""

import datetime
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TextIO

from flyers.statements.body.losses import Loss, mark
from flyers.statements.wording.wordlists import words

if TYPE_CHECKING:
    from liquid import Environment, RenderContext

LONGEST = 2_000_000
"""Letters of output."""
MOST_TURNS = 10_000
"""Turns of all loops together."""
LARGEST_NUMBER = 10**15
_LARGEST_PRODUCT = 5_000_000

_BLOCKS = words("if unless case for capture comment tablerow")
_INSIDE = words("else elsif when break continue assign cycle increment decrement")

TOKEN = re.compile(
    r"(?P<foreign>\{\{[<%].*?[>%]\}\})"
    r"|\{%-?\s*(?P<name>/?[\w.-]+)(?P<rest>(?:(?!\{%).)*?)-?%\}"
    r"|\{\{-?(?P<output>(?:(?!\{\{).)*?)-?\}\}",
    re.DOTALL,
)
# A value by its name behind `=` or `:` in a tag of the site's own.
_NAMED = re.compile(r"([=:]\s*)([A-Za-z_][\w-]*(?:\.[\w-]+)+)(?=[\s,%}]|\Z)")

OPEN, CLOSE = "\ue0f4", "\ue0f5"
"""Stand for the braces of a tag that goes through untouched."""
_STOOD = str.maketrans("", "", OPEN + CLOSE)


@dataclass(kw_only=True)
class Filled:
    """A text whose templates are filled in, with ``losses`` by the numbers of their marks."""

    text: str
    losses: list[Loss] = field(default_factory=list)


class Known(Mapping[str, Any]):
    """A table whose keys are found as front matter spells them; what is not in it is nil.

    ``made`` are names of values that the generator makes, and nobody else knows."""

    def __init__(self, table: Mapping[str, Any], made: frozenset[str] = frozenset()) -> None:
        self._table = {_key(str(key)): value for key, value in table.items()}
        self._made = made

    def __getitem__(self, key: str) -> Any:
        name = _key(str(key))
        if name not in self._table:
            if name in self._made:
                raise KeyError(key)
            return None
        return wrapped(self._table[name])

    def has(self, key: str) -> bool:
        """Return True if the table itself has the key."""
        return _key(key) in self._table

    def __iter__(self) -> Iterator[str]:
        return iter(self._table)

    def __len__(self) -> int:
        return len(self._table)


def wrapped(value: Any) -> Any:
    """Return a value as templates see it: tables as Known, texts that mean a number as one."""
    if isinstance(value, Known):
        return value
    if isinstance(value, Mapping):
        return Known(value)
    if isinstance(value, list | tuple):
        return [wrapped(one) for one in value]
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    if isinstance(value, str):
        if re.fullmatch(r"-?(?:0|[1-9]\d{0,8})", value):
            return int(value)
        return {"true": True, "false": False}.get(value, value)
    return value


def _key(name: str) -> str:
    return re.sub(r"[-\s]+", "_", name.strip().lower())


def filled(text: str, values: Mapping[str, Any], lines: Sequence[int]) -> Filled:
    """Return the text with its templates filled in.

    ``lines`` are the lines of the file of each of its tags, as ``tokens`` yields them.
    """
    if all(match["foreign"] for match in TOKEN.finditer(text)):
        return Filled(text=foreign(text, lines))
    result = Filled(text="")
    parts: list[str] = []
    opened: list[tuple[str, int]] = []
    broken: list[tuple[int, str, int]] = []
    cursor = 0
    text = text.translate(_STOOD)
    places: dict[int, int] = {}
    length = 0
    for number, match in enumerate(TOKEN.finditer(text)):
        line = lines[number] if number < len(lines) else 0
        before = text[cursor : match.start()]
        cursor = match.end()
        written = _written(match, line)
        name = match["name"] or ""
        core = name.removeprefix("end") if name.startswith("end") else name
        if core in _BLOCKS and name == core:
            opened.append((name, len(parts) + 1))
            if not _parses(f"{match[0]}{{% end{name} %}}", name):
                broken.append((len(parts) + 1, match[0], line))
        elif core in _BLOCKS:
            if not opened or opened[-1][0] != core:
                written = ""
            else:
                start = opened.pop()[1]
                if broken and broken[-1][0] == start:
                    at, what, where = broken.pop()
                    inside = "".join(parts[at + 1 :]) + before
                    del parts[at:]
                    before = ""
                    written = mark(result.losses, what, where, block="\n" in inside.strip(" \t"))
        elif name in ("else", "elsif", "when") and not opened:
            written = ""
        elif written[:1] == "{" and not _parses(written, name):
            written = mark(result.losses, match[0], line, block=False)
        parts += [before, written]
    # A block that is never closed: its tag alone goes.
    for _, start in opened:
        parts[start] = ""
    parts.append(text[cursor:])
    for number, part in enumerate(parts):
        if number % 2:
            places[length] = lines[number // 2] if number // 2 < len(lines) else 0
        length += len(part)
    result.text = _rendered("".join(parts), values, result.losses, places)
    return result


def tokens(text: str) -> Iterator[str]:
    """Yield the tags of a text, in the order of the lines that ``filled`` takes."""
    return (match[0] for match in TOKEN.finditer(text))


def foreign(text: str, lines: Sequence[int]) -> str:
    """Return a text that has no Liquid with its shortcodes as ``filled`` leaves them."""
    text = text.translate(_STOOD)
    found = iter(lines)
    return TOKEN.sub(lambda match: _through(match, next(found, 0)), text)


def _through(match: re.Match[str], line: int) -> str:
    return f"{OPEN}{line}{match['foreign'][2:-2]}{CLOSE}" if match["foreign"] else match[0]


def _written(match: re.Match[str], line: int) -> str:
    """Return a tag as the engine is to see it: its own ones as they are, others as text."""
    name = match["name"]
    if match["foreign"]:
        return _through(match, line)
    if name is None:
        # Zola's shortcodes look like functions.
        called = re.fullmatch(r"\s*([\w.]+)\((.*)\)\s*", match["output"], re.DOTALL)
        return f"{OPEN}{line}% {called[1]} {called[2]} %{CLOSE}" if called else match[0]
    if name == "set":  # Nunjucks
        return f"{{% assign {match['rest']} %}}"
    core = name.removeprefix("end")
    if name in _INSIDE or core in _BLOCKS:
        return match[0]
    rest = _NAMED.sub(r'\1"{{ \2 | flyers_argument }}"', match["rest"].rstrip())
    rest = re.sub(r"\{\{-?((?!.*flyers_argument).*?)-?\}\}", r"{{\1| flyers_argument }}", rest)
    return f"{OPEN}{line}% {name} {rest} %{CLOSE}"


def _parses(template: str, name: str) -> bool:
    """Return True if a tag is Liquid; others of that look are Nunjucks or Jinja."""
    import liquid

    if name in ("else", "break", "continue"):
        return True
    if name in ("elsif", "when"):
        head = "{% if a %}" if name == "elsif" else "{% case a %}"
        template = f"{head}{template}{{% end{'if' if name == 'elsif' else 'case'} %}}"
    try:
        _environment().from_string(template)
    except (liquid.exceptions.LiquidError, RecursionError):
        return False
    return not any(used not in FILTERS for used in _FILTER.findall(_no_texts(template)))


_FILTER = re.compile(r"(?<!\|)\|\s*(\w+)")
FILTERS = words(
    "abs append at_least at_most capitalize ceil compact concat date default divided_by downcase"
    " escape escape_once first floor join last lstrip map minus modulo newline_to_br plus prepend"
    " remove remove_first replace replace_first reverse round rstrip size slice sort sort_natural"
    " split strip strip_html strip_newlines times truncate truncatewords uniq upcase url_encode"
    " where sum relative_url absolute_url markdownify smartify xml_escape date_to_string"
    " date_to_long_string array_to_sentence_string number_of_words url safe flyers_argument"
)
"""Filters that may be used: Liquid's own without those that need another format, and Jekyll's."""


def _no_texts(template: str) -> str:
    return re.sub(r"\"[^\"]*\"|'[^']*'", '""', template)


def _rendered(
    template: str, values: Mapping[str, Any], lost: list[Loss], places: Mapping[int, int]
) -> str:
    """Return what the engine makes of the whole; without any of it if it comes to its bounds."""
    import liquid

    try:
        bound = _environment().from_string(template)
        made = bound.render({**values, _LOST: lost, _PLACES: places, _SOURCE: template})
    except (liquid.exceptions.LiquidError, RecursionError, ArithmeticError, ValueError):
        rest = TOKEN.sub("", template)
        return rest + mark(lost, "the templates of this text", 0, block=True)
    return str(made)


_LOST, _PLACES, _SOURCE = "\ue0f6lost", "\ue0f6places", "\ue0f6source"


@lru_cache(maxsize=1)
def _environment() -> "Environment":
    """Return the engine with bounds, whose nodes note what they cannot know."""
    import liquid
    from liquid.builtin import output
    from liquid.builtin.tags import case_tag, for_tag, if_tag, tablerow_tag, unless_tag
    from liquid.exceptions import LiquidError, ResourceLimitError, UndefinedError
    from liquid.undefined import Undefined

    class Unknown(Undefined):
        """A name that no value has: an error wherever it is used."""

        def __init__(self, name: str, **_: Any) -> None:
            super().__init__(name)
            # The engine itself asks for this one, in each loop.
            if name != "parentloop":
                raise UndefinedError(f"{name} is not known", token=None)

    class Bounded(liquid.Environment):
        """The engine with an end to its work."""

        loop_iteration_limit = MOST_TURNS
        output_stream_limit = LONGEST
        local_namespace_limit = LONGEST

    def caught(node: Any) -> type:
        """Return a class of nodes that leave a mark where they meet what is not known."""

        class Caught(node):  # type: ignore[misc]
            """A node that cannot fail but by its bounds."""

            def render_to_output(self, context: "RenderContext", buffer: TextIO) -> int:
                inner = context.get_buffer(buffer)
                try:
                    if isinstance(self, output.OutputNode):
                        value = self.expression.evaluate(context)
                        if value is None:
                            raise UndefinedError("nil", token=None)
                    count = int(super().render_to_output(context, inner))
                except ResourceLimitError:
                    raise
                except (LiquidError, TypeError, ValueError, ArithmeticError, KeyError):
                    return buffer.write(_lost(self, context))
                buffer.write(inner.getvalue())
                return count

        return Caught

    def _lost(node: Any, context: "RenderContext") -> str:
        found: Any = context.globals
        lost, places, source = found[_LOST], found[_PLACES], found[_SOURCE]
        behind = node.token.start_index + 2
        start = max(source.rfind(brace, 0, behind) for brace in ("{%", "{{"))
        tag = TOKEN.match(source, start)
        block = not isinstance(node, output.OutputNode) and "\n" in str(node)
        line = places.get(start, 0)
        return mark(lost, tag[0] if tag else str(node), line, block=block)

    environment = Bounded(undefined=Unknown, strict_filters=True)
    for name in ("include", "render", "liquid", "echo", "ifchanged", "doc", "#"):
        environment.tags.pop(name, None)
    environment.filters = {
        name: _careful(do, nil=name == "default")
        for name, do in environment.filters.items()
        if name in FILTERS
    }
    environment.filters |= {name: _careful(do) for name, do in _OWN.items()}
    for tag in (
        *(if_tag.IfTag, unless_tag.UnlessTag, case_tag.CaseTag, for_tag.ForTag),
        *(tablerow_tag.TablerowTag, output.Output),
    ):
        name = tag.name
        environment.tags[name].node_class = caught(tag.node_class)  # type: ignore[attr-defined]
    return environment


def _careful(do: Callable[..., Any], *, nil: bool = False) -> Callable[..., Any]:
    """Return a filter that refuses what would take long or grow large, and nil unless told."""

    def bounded(value: Any, *arguments: Any, **named: Any) -> Any:
        if (value is None and not nil) or value in ("now", "today"):
            raise ValueError("nil")
        product = 1
        for one in (value, *arguments):
            if isinstance(one, int | float) and abs(one) > LARGEST_NUMBER:
                raise ValueError("a number too large")
            if isinstance(one, str | list):
                product *= max(1, len(one))
        if product > _LARGEST_PRODUCT:
            raise ValueError("a text too long")
        return do(value, *arguments, **named)

    for flag in ("with_context", "with_environment"):
        if hasattr(do, flag):
            setattr(bounded, flag, getattr(do, flag))
    return bounded


def _same(value: Any, *_: Any) -> Any:
    return value


def _sentence(value: Any, connector: str = "and", *_: Any) -> str:
    parts = [str(one) for one in value]
    if len(parts) < 3:
        return f" {connector} ".join(parts)
    return f"{', '.join(parts[:-1])}, {connector} {parts[-1]}"


def _dated(pattern: str) -> Callable[..., str]:
    def date(value: Any, *_: Any) -> str:
        return datetime.datetime.fromisoformat(str(value)[:10]).strftime(pattern)

    return date


def _argument(value: Any) -> str:
    """Return a value as it stands between quotation marks."""
    if value is None:
        raise ValueError("nil")
    return str(value).replace('"', "”").translate(_STOOD)


_OWN: dict[str, Callable[..., Any]] = {
    # jekyllrb.com, "Liquid Filters"; an address stays the path that the site's folder knows.
    **dict.fromkeys(("relative_url", "absolute_url", "url", "safe"), _same),
    **dict.fromkeys(("markdownify", "smartify", "xml_escape"), _same),
    "array_to_sentence_string": _sentence,
    "date_to_string": _dated("%d %b %Y"),
    "date_to_long_string": _dated("%d %B %Y"),
    "number_of_words": lambda value, *_: len(str(value).split()),
    "flyers_argument": _argument,
}
