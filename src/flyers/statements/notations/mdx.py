"""MDX: Markdown with components and expressions in braces.

Nothing of it is run. Components that other generators know as shortcodes become what those become;
of any other the text stays, within it and in its texts. A value is put in where the file itself
gives it as a text.
"""

import re
from collections.abc import Callable
from html import escape

from flyers.core.findings import Finding
from flyers.statements.body.places import Places
from flyers.statements.notations import codespans, elements
from flyers.statements.statement import noted
from flyers.statements.wording.enclosed import replaced

_PROGRAM = re.compile(
    r"^(?:import\s(?:(?!\nimport\s)[^;\"'])*[\"'][^\"'\n]+[\"'];?[ \t]*(?:\n|\Z)"
    r"|export\s+(?:const|let|var|default|function|async)\b"
    r".*?(?:\n[ \t]*\n|\Z|\n(?=import |export )))",
    re.MULTILINE | re.DOTALL,
)
IN_MARKDOWN = re.compile(r"^import\s+(?:[\w{*][^;\n]*\sfrom\s+)?[\"'][^\"'\n]+[\"'];?[ \t]*$", re.M)
"""A program in a file that is called Markdown: then it is MDX, too."""
_CONSTANT = re.compile(
    r"^export\s+(?:const|let|var)\s+(\w+)\s*=\s*(?:\"([^\"\n]*)\"|'([^'\n]*)'|`([^`$]*)`|(\d[\d.]*))",
    re.MULTILINE,
)
_COMMENT, _END_COMMENT = re.compile(r"\{/\*"), re.compile(r"\*/\}")
_TEXT = re.compile(r"\{\s*(?:\"([^\"\n]*)\"|'([^'\n]*)'|`([^`$]*)`)\s*\}")
_NAME = re.compile(r"\{\s*(?:props\.)?(\w+)\s*\}")
_EXPRESSION = re.compile(r"(?<!\{)\{(?!\{)[^{}]*(?:\{[^{}]*\}[^{}]*)*\}")
_TAG = re.compile(
    r"<(?P<close>/)?(?P<name>[A-Z][\w.]*|[a-z][\w-]*)"
    r"(?P<args>(?:\s+[\w:-]+(?:=(?:\"[^\"]*\"|'[^']*'|\{(?:[^{}]|\{[^{}]*\})*\}))?|\s*\{\.\.\.\w+\})*)"
    r"\s*(?P<alone>/)?>"
)
_ARGUMENT = re.compile(
    r"([\w:-]+)=(?:\"([^\"]*)\"|'([^']*)'|\{\s*(?:\"([^\"]*)\"|'([^']*)'|`([^`$]*)`)\s*\})"
)
_LABELS = ("label", "title", "heading", "header")
_WORDS = ("text", "content", "children", "quote", "caption", "description", "body")


def expand(text: str, places: Places) -> tuple[str, list[Finding]]:
    """Return the source as Markdown and HTML, and notes on what is not printed."""
    text, codes = codespans.hide(text)
    constants = {
        match[1]: next(filter(None, match.groups()[1:]), "") for match in _CONSTANT.finditer(text)
    }
    text = replaced(_COMMENT, _END_COMMENT, _PROGRAM.sub("\n", text), lambda _: "")
    notes: dict[Finding, None] = {}

    def told(what: str, why: str, line: int | None) -> None:
        notes.setdefault(noted(what, why, line=line))

    text = _TAG.sub(lambda match: _component(match, told, places), text)
    text = _TEXT.sub(lambda match: next(filter(None, match.groups()), ""), text)
    text = _NAME.sub(lambda match: constants.get(match[1], match[0]), text)

    def lost(match: re.Match[str]) -> str:
        # An attribute list of Markdown, which is read later.
        if re.match(r"\{\s*[:.#]|\{\s*\w+=", match[0]) or not re.search(r"\w", match[0]):
            return match[0]
        told(_short(match[0]), "the website fills this in", places.line(match[0]))
        return ""

    text = _EXPRESSION.sub(lost, text)
    return codes.show(_flush(text)), list(notes)


def _component(
    match: re.Match[str], told: Callable[[str, str, int | None], None], places: Places
) -> str:
    name, closes = match["name"], bool(match["close"])
    values = {
        found[0].lower(): next(filter(None, found[1:]), "")
        for found in _ARGUMENT.findall(match["args"] or "")
    }
    if name[0].islower():
        kept = "".join(
            f' {"class" if key == "classname" else key}="{escape(value)}"'
            for key, value in values.items()
        )
        return f"<{match['close'] or ''}{name}{kept}{' /' if match['alone'] else ''}>"
    before, after, stays, why = elements.named(
        name.lower(), values, paired=closes or not match["alone"]
    )
    if closes:
        return after or ("\n\n" if stays else "</template>\n\n")
    if why:
        told(f"<{name}>", why, places.line(match[0]))
    if not stays and not match["alone"]:
        # What the sanitiser removes with all that is in it.
        return f"{before}\n\n<template>"
    if before.strip() or not stays:
        return before
    label = next((values[key] for key in _LABELS if values.get(key)), "")
    said = [values[key] for key in _WORDS if values.get(key)]
    if author := values.get("author"):
        said.append(f"— {author}")
    lines = [f"**{label}**"] * bool(label) + said
    return "\n\n" + "".join(f"{line}\n\n" for line in lines)


def _flush(text: str) -> str:
    """Return the text without indents of up to eight spaces before words, as in components."""
    return re.sub(r"^[ \t]{2,8}(?=[^\W\d]|[\"“(])", "", text, flags=re.MULTILINE)


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59].rstrip()}…"
