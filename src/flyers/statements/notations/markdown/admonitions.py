"""Boxes that begin with marks: ``!!! note "Title"`` of Python-Markdown, ``??? tip`` of MkDocs."""

from typing import TYPE_CHECKING

from flyers.statements.body.kinds import is_kind

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore


def plugin(parser: "MarkdownIt") -> None:
    """Add the rules to a parser."""
    from mdit_py_plugins.admon import admon_plugin

    parser.use(admon_plugin)
    parser.core.ruler.before("inline", "admonition_titles", _drop_kinds)


def _drop_kinds(state: "StateCore") -> None:
    """Remove the English title that the plug-in makes of the kind of a box without a title."""
    tokens = state.tokens
    for at, token in enumerate(tokens):
        if token.type == "admonition_title_open":
            # Until its version 0.5 the plug-in left the quotation marks.
            title = tokens[at + 1]
            title.content = title.content.removeprefix('"').removesuffix('"')
    gone = {
        place
        for at, token in enumerate(tokens)
        if token.type == "admonition_title_open" and is_kind(tokens[at + 1].content)
        for place in (at, at + 1, at + 2)
    }
    state.tokens = [token for at, token in enumerate(tokens) if at not in gone]
