"""YAML in which every scalar stays the text that was written. The only import of yaml.

YAML 1.1 makes ``no`` a truth value, ``19:00`` the number 1140 and a date that does not exist
an exception. Here the graph of nodes is read, and each field decides later what its text
means. Nothing is constructed, so a tag cannot run anything; one that asks for it is refused.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from yaml import Node

DEEPEST = 20
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_HARMLESS = frozenset(
    f"tag:yaml.org,2002:{name}"
    for name in [
        "str",
        "map",
        "seq",
        "set",
        "null",
        "bool",
        "int",
        "float",
        "timestamp",
        "merge",
        "binary",
        "omap",
    ]
)


class YamlError(Exception):
    """A fault in YAML, and its line (from 0)."""

    def __init__(self, what: str, line: int) -> None:
        super().__init__(what)
        self.line = line


def load(text: str) -> Any:
    """Return texts, lists, dicts and None. An alias is the same object again."""
    import yaml

    try:
        node = yaml.compose(text, Loader=yaml.BaseLoader)
        return None if node is None else _value(node, {}, 0)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise YamlError(_advice(error), mark.line if mark else 0) from None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position)
        raise YamlError("a character that YAML does not allow; remove it.", line) from None
    except (yaml.YAMLError, ValueError):
        raise YamlError('not valid YAML; write it like `title: "…"`.', 0) from None


def _advice(error: Any) -> str:
    problem = error.problem or "it cannot be read"
    if "mapping values are not allowed" in problem:
        return "a colon inside a value; put the value in quotation marks."
    if "cannot start any token" in problem and "\\t" in problem:
        return "a tab; indent with spaces."
    return f"not valid YAML ({problem}); put the value in quotation marks or correct the line."


def _value(node: "Node", seen: dict[int, Any], depth: int) -> Any:
    """Return the value of a node, made once, so that nested aliases cost nothing."""
    import yaml

    line = node.start_mark.line
    if id(node) in seen:
        if seen[id(node)] is _OPEN:
            raise YamlError("a value that contains itself; write it out.", line)
        return seen[id(node)]
    if depth > DEEPEST:
        raise YamlError("values nested too deep; write them plainly.", line)
    if node.tag not in _HARMLESS:
        raise YamlError(f"the tag {node.tag!r} is not allowed; write the value plainly.", line)
    seen[id(node)] = _OPEN
    value: Any
    if isinstance(node, yaml.MappingNode):
        value = {
            str(key.value): _value(inner, seen, depth + 1)
            for key, inner in node.value
            if isinstance(key, yaml.ScalarNode)
        }
    elif isinstance(node, yaml.SequenceNode):
        value = [_value(inner, seen, depth + 1) for inner in node.value]
    else:
        plain = isinstance(node, yaml.ScalarNode) and node.style is None
        value = None if plain and node.value in _NULLS else str(node.value)
    seen[id(node)] = value
    return value


_OPEN = object()
"""Stands for a node that is being read."""
