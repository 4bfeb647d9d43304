"""The template engine in its sandbox. The only import of liquid.

The engine sees plain values alone and runs nothing of the site's: no includes, no filter that is
not in ``FILTERS``. What it cannot know becomes a ``Loss``.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TextIO

from flyers.statements.body.losses import Loss, mark
from flyers.statements.notations.liquid_filters import FILTERS, OWN, careful

if TYPE_CHECKING:
    from liquid import Environment, RenderContext

LONGEST = 2_000_000
"""Letters of output."""
MOST_TURNS = 10_000
"""Turns of all loops together."""

TOKEN = re.compile(
    r"(?P<foreign>\{\{[<%](?:(?!\{\{[<%]).)*?[>%]\}\})"
    r"|\{%-?\s*(?P<name>/?[\w.-]+)(?P<rest>(?:(?!\{%).)*?)-?%\}"
    r"|\{\{-?(?P<output>(?:(?!\{\{).)*?)-?\}\}",
    re.DOTALL,
)
_FILTER = re.compile(r"(?<!\|)\|\s*(\w+)")


def parses(template: str, name: str) -> bool:
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


def _no_texts(template: str) -> str:
    return re.sub(r"\"[^\"]*\"|'[^']*'", '""', template)


def rendered(
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
        name: careful(do, nil=name == "default")
        for name, do in environment.filters.items()
        if name in FILTERS
    }
    environment.filters |= {name: careful(do) for name, do in OWN.items()}
    for tag in (
        *(if_tag.IfTag, unless_tag.UnlessTag, case_tag.CaseTag, for_tag.ForTag),
        *(tablerow_tag.TablerowTag, output.Output),
    ):
        name = tag.name
        environment.tags[name].node_class = caught(tag.node_class)  # type: ignore[attr-defined]
    return environment
