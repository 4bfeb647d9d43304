"""Front matter: the block of values on top of a file, in the notations of site generators.

==========  =====================  ===========================
first line  ends at                read as
==========  =====================  ===========================
``---``     ``---`` or ``...``     YAML (Hugo, Jekyll, Eleventy)
``+++``     ``+++``                TOML (Hugo, Zola)
``---toml`` ``---``                TOML, likewise ``---json``
``{``       its closing brace      JSON (Hugo)
``Title:``  the first empty line   lines (Pelican, MultiMarkdown)
``<!--``    ``-->``                ``.. title:`` lines (Nikola)
==========  =====================  ===========================

Scalars of YAML stay texts (see ``yamltext``); TOML and JSON come with types.
"""

import json
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from flyers.core.errors import FrontMatterError
from flyers.statements.facts import yamltext
from flyers.statements.wording.wordlists import words

_SURROGATE = re.compile("[\ud800-\udfff]")

LARGEST = 100_000
"""Characters. More is data, not front matter."""


@dataclass(frozen=True, kw_only=True)
class Matter:
    """The values (keys in lower case, ``-`` and spaces as ``_``) and the body under them."""

    body: str
    values: Mapping[str, Any] = field(default_factory=dict)
    source: str = ""
    head: str = ""
    """The front matter as written, its fence included; the line of a key is found in it."""

    def error(self, key: str, what: str) -> FrontMatterError:
        """Return a FrontMatterError that names the file and the line of a key."""
        return FrontMatterError(f"{self.place(key)}: {what}")

    def place(self, key: str) -> str:
        """Return the file and the line of a key, in words."""
        pattern = rf"^\W*{re.escape(key).replace('_', '[-_ ]')}\W*[:=]"
        match = re.search(pattern, self.head, re.MULTILINE | re.IGNORECASE)
        line = self.head.count("\n", 0, match.start()) + 1 if match else 1
        # The pattern may begin in the line break before the key.
        line += match[0].count("\n") if match else 0
        return f"{self.source}, line {line}"


class _MalformedError(Exception):
    """A parser's complaint, and the line of its text (from 0)."""

    def __init__(self, what: str, line: int) -> None:
        super().__init__(what)
        self.line = line


def split(text: str, source: str) -> Matter:
    """Split a file into front matter and body. Halves of letters that YAML and JSON can spell, as
    ``\\ud800``, are replaced: no file and no address takes them."""
    matter = _split(text, source)
    if "\\" not in matter.head:
        return matter
    return replace(matter, values=_whole(matter.values))


def _whole(value: Any) -> Any:
    """Return a value with U+FFFD in place of lone surrogates."""
    if isinstance(value, str):
        return _SURROGATE.sub("\ufffd", value)
    if isinstance(value, Mapping):
        return {_whole(key): _whole(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_whole(inner) for inner in value]
    return value


def _split(text: str, source: str) -> Matter:
    start = len(text) - len(text.lstrip("\n"))
    lines = text[start:].split("\n", 1)
    first = lines[0].rstrip()
    if first in _FENCES and len(lines) == 2:
        return _fenced(text, start, first, source)
    if re.match(r"\s*\{\s*[\"}]", text):
        return _json_first(text, source)
    return _nikola(text, source) or _metadata_lines(text, source)


def _fenced(text: str, start: int, fence: str, source: str) -> Matter:
    end, parse = _FENCES[fence]
    opened = text.index("\n", start) + 1
    closing = re.compile(rf"^(?:{end})[ \t]*(?:\n|\Z)", re.MULTILINE)
    match = closing.search(text, opened)
    inner = text[opened : match.start() if match else len(text)]
    if fence == "---" and not _has_key(inner):
        # A rule above plain text, or an empty block.
        if match and not inner.strip():
            return Matter(body=text[match.end() :], source=source)
        return Matter(body=text, source=source)
    if not match:
        raise FrontMatterError(
            f"{source}, line {text.count(chr(10), 0, start) + 1}: the front matter is never closed;"
            f" put {fence[:3]} on a line of its own behind the last value."
        )
    lead = text.count("\n", 0, opened)
    values = _mapping(inner, parse, source, lead)
    return Matter(
        values=values, body=text[match.end() :], source=source, head=text[: match.start()]
    )


def _mapping(inner: str, parse: Callable[[str], Any], source: str, lead: int) -> dict[str, Any]:
    if len(inner) > LARGEST:
        raise FrontMatterError(
            f"{source}, line 1: the front matter is longer than {LARGEST:,} characters;"
            " close it where the text begins."
        )
    try:
        values = parse(inner)
    except _MalformedError as error:
        raise FrontMatterError(f"{source}, line {lead + error.line + 1}: {error}") from None
    except RecursionError:
        raise FrontMatterError(
            f"{source}, line {lead + 1}: the values are nested too deep; write them plainly."
        ) from None
    if values is None:
        return {}
    if not isinstance(values, dict):
        raise FrontMatterError(
            f"{source}, line {lead + 1}: the front matter has no keys; write it like `title: …`."
        )
    return {_key(name): value for name, value in values.items()}


def _key(name: object) -> str:
    return re.sub(r"[-\s]+", "_", str(name).strip().lower())


def _has_key(text: str) -> bool:
    return bool(re.search(r"^[ \t]*[\"']?[\w-]+[\"']?[ \t]*:(?:\s|\Z)|^\s*\{", text, re.MULTILINE))


def _json_first(text: str, source: str) -> Matter:
    start = text.index("{")
    end_of_head = text[: start + LARGEST]
    ends: list[int] = []

    def parse(inner: str) -> Any:
        value, end = _decode_json(inner, whole=False)
        ends.append(end)
        return value

    values = _mapping(end_of_head[start:], parse, source, text.count("\n", 0, start))
    end = start + ends[0]
    return Matter(values=values, body=text[end:], source=source, head=text[:end])


def _decode_json(text: str, *, whole: bool) -> tuple[Any, int]:
    try:
        value, end = json.JSONDecoder().raw_decode(text)
    except ValueError as error:
        line = getattr(error, "lineno", 1) - 1
        what = getattr(error, "msg", "a number is too long")
        raise _MalformedError(
            f"not valid JSON ({what}); correct it or close the braces.", line
        ) from None
    if whole and text[end:].strip():
        raise _MalformedError("text behind the closing brace; remove it.", text.count("\n", 0, end))
    return value, end


def _json(text: str) -> Any:
    blank = len(text) - len(text.lstrip())
    try:
        return _decode_json(text[blank:], whole=True)[0]
    except _MalformedError as error:
        raise _MalformedError(str(error), error.line + text.count("\n", 0, blank)) from None


def _toml(text: str) -> Any:
    try:
        return tomllib.loads(text)
    except ValueError as error:
        found = re.search(r"at line (\d+)", str(error))
        line = int(found[1]) - 1 if found else max(0, text.count("\n") - 1)
        what = re.sub(r"\s*\(at [^()]*\)$", "", str(error))
        advice = 'put texts in quotation marks, as in title = "…".'
        raise _MalformedError(f"not valid TOML ({what}); {advice}", line) from None


def _yaml(text: str) -> Any:
    try:
        return yamltext.load(text)
    except yamltext.YamlError as error:
        raise _MalformedError(str(error), error.line) from None


_FENCES: dict[str, tuple[str, Callable[[str], Any]]] = {
    "---": (r"---|\.\.\.", _yaml),
    "---yaml": (r"---", _yaml),
    "---toml": (r"---", _toml),
    "---json": (r"---", _json),
    "+++": (r"\+\+\+", _toml),
    ";;;": (r";;;", _json),
}

_LINE_KEYS = words(
    "title subtitle date modified author authors tags keywords category categories slug lang"
    " language summary description status url save_as template copyright email"
)
_META_LINE = re.compile(r"([A-Za-z][\w -]{0,30}):[ \t]*(.*)")


_NIKOLA = re.compile(
    r"\s*(?:<!--[ \t]*\n)?((?:[ \t]*\.\. [\w-]+:[ \t]*.*(?:\n|\Z))+)(?:[ \t]*-->)?"
)
_NIKOLA_LINE = re.compile(r"[ \t]*\.\. ([\w-]+):[ \t]*(.*)")


def _nikola(text: str, source: str) -> Matter | None:
    """Read lines such as ``.. title: …``, in a comment of HTML or of reStructuredText."""
    match = _NIKOLA.match(text[:LARGEST])
    if not match:
        return None
    lines = filter(None, map(_NIKOLA_LINE.match, match[1].split("\n")))
    values = {_key(line[1]): line[2].strip() for line in lines}
    if not values.keys() & _LINE_KEYS:
        return None
    return Matter(values=values, body=text[match.end() :], source=source, head=match[0])


def _metadata_lines(text: str, source: str) -> Matter:
    """Read ``Key: value`` lines and their indented continuations; unknown keys are body text."""
    head, _, body = text.lstrip("\n").partition("\n\n")
    values: dict[str, str] = {}
    last = ""
    for line in head[:LARGEST].split("\n"):
        match = _META_LINE.fullmatch(line.rstrip())
        if match:
            last = _key(match[1])
            values[last] = match[2]
        elif last and line[:1] in (" ", "\t") and line.strip():
            values[last] = f"{values[last]} {line.strip()}".strip()
        else:
            return Matter(body=text, source=source)
    known = [key in _LINE_KEYS for key in values]
    if not known or not known[0] or ("title" not in values and not all(known)):
        return Matter(body=text, source=source)
    return Matter(values=values, body=body, source=source, head=head)
