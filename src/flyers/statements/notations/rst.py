"""reStructuredText to HTML, as Pelican and Nikola publish it. The only import of docutils.

docutils parses; the writer below gives the little HTML that statements are made of. Nothing is read
but the text: no file is put in, no raw HTML, no settings of the machine.
"""

import re
from collections.abc import Callable
from html import escape
from typing import TYPE_CHECKING, Any

from flyers.core.findings import Finding
from flyers.statements.facts import frontmatter
from flyers.statements.facts.frontmatter import Matter
from flyers.statements.statement import noted
from flyers.statements.wording.wordlists import words

if TYPE_CHECKING:
    from docutils import nodes

SETTINGS: dict[str, Any] = {
    "_disable_config": True,
    "file_insertion_enabled": False,
    "raw_enabled": False,
    # What docutils complains of is read from its tree; it prints and stops at nothing.
    "report_level": 5,
    "halt_level": 6,
    "warning_stream": False,
    "doctitle_xform": False,
    "docinfo_xform": False,
    "sectsubtitle_xform": False,
    "syntax_highlight": "none",
    "smart_quotes": False,
    "toc_backlinks": False,
    "math_output": "LaTeX",
}
_UNDERLINE = re.compile(r"([=\-`:.'\"~^_*+#<>!$%&(),/;?@\[\]\\{|}])\1{1,}[ \t]*")
_FIELD = re.compile(r":([\w -]+):[ \t]*(.*)")
# Roles of Sphinx, Nikola and Pelican: the words of a link within the site.
_ROLE = re.compile(
    r":(?:[\w-]+:)?(?:doc|ref|term|download|any|envvar|option|file|guilabel|menuselection|kbd|slug"
    r"|abbr)(?::[\w-]+)?:`([^`<]*?)\s*(?:<[^`]*>)?`"
)
_COMMENT = re.compile(r"\.\.(?:\s+(?![\w-]+::|[_|\[])|$)")
_UNKNOWN = re.compile(r'Unknown directive type "([\w:-]+)"|"([\w-]+)" directive disabled')


def split(text: str, source: str) -> Matter:
    """Split a source into its title and fields, which are its metadata, and the text under them."""
    nikola = frontmatter.split(text, source)
    values, body = dict(nikola.values), nikola.body
    lines = body.split("\n")
    at = _skip_blank(lines, 0)
    title, after = _title(lines, at)
    if title and "title" not in values:
        values["title"], at = _plain(title), after
    fields, after = _fields(lines, _skip_blank(lines, at))
    if fields:
        values, at = {**fields, **values}, after
    head = text[: len(text) - len("\n".join(lines[at:]))]
    return Matter(values=values, body="\n".join(lines[at:]), source=source, head=head)


def _skip_blank(lines: list[str], at: int) -> int:
    """Return the first line from there on that is neither blank nor a comment."""
    while at < len(lines) and (not lines[at].strip() or _COMMENT.match(lines[at])):
        is_comment = lines[at].startswith("..")
        at += 1
        while is_comment and at < len(lines) and lines[at][:1] in (" ", "\t"):
            at += 1
    return at


def _title(lines: list[str], at: int) -> tuple[str, int]:
    """Return the title with a line under it, or under and over it, and the line behind."""
    over = at + 2 < len(lines) and bool(_UNDERLINE.fullmatch(lines[at]))
    words = at + over
    if words + 1 < len(lines) and lines[words].strip() and _UNDERLINE.fullmatch(lines[words + 1]):
        return lines[words].strip(), words + 2
    return "", at


def _fields(lines: list[str], at: int) -> tuple[dict[str, str], int]:
    values: dict[str, str] = {}
    last = ""
    while at < len(lines):
        match = _FIELD.fullmatch(lines[at].rstrip())
        if match:
            last = re.sub(r"[-\s]+", "_", match[1].strip().lower())
            values[last] = _plain(match[2])
        elif last and lines[at][:1] in (" ", "\t") and lines[at].strip():
            values[last] = f"{values[last]} {_plain(lines[at].strip())}".strip()
        else:
            break
        at += 1
    return values, at


def _plain(text: str) -> str:
    """Return a title or field without marks of links, code and escapes."""
    text = re.sub(r"`{1,2}([^`<]*?)\s*(?:<[^`]*>)?`{1,2}_{0,2}", r"\1", text)
    return re.sub(r"\\(.)", r"\1", text)


def to_html(text: str, source: str, above: int) -> tuple[str, list[Finding]]:
    """Return a text as HTML, and notes on directives that are left out. ``above`` is the number of
    lines of the file above it."""
    from docutils.core import publish_doctree

    tree = publish_doctree(_ROLE.sub(r"\1", text), source_path=source, settings_overrides=SETTINGS)
    writer = _TreeWriter(above)
    writer.write(tree)
    return "".join(writer.parts) + writer.footnotes(), writer.notes


PLAIN = {
    "paragraph": "p", "emphasis": "em", "strong": "strong", "literal": "code", "superscript": "sup",
    "subscript": "sub", "title_reference": "em", "bullet_list": "ul", "list_item": "li",
    "definition_list": "dl", "term": "dt", "definition": "dd", "block_quote": "blockquote",
    "literal_block": "pre", "doctest_block": "pre", "figure": "figure", "caption": "figcaption",
    "legend": "p", "table": "table", "thead": "thead", "tbody": "tbody", "row": "tr",
    "field_list": "dl", "field_name": "dt", "field_body": "dd", "option_list": "dl",
    "option_group": "dt", "description": "dd", "sidebar": "aside", "math": "span",
    "math_block": "p", "attribution": "p", "abbreviation": "span", "acronym": "span",
}  # fmt: skip
"""Elements of docutils that are one of HTML."""

BOXES = words(
    "attention caution danger error hint important note tip warning admonition sidebar topic"
)
SKIPPED = words(
    "comment system_message substitution_definition target raw pending colspec docinfo"
    " decoration meta generated label"
)


class _TreeWriter:
    """The HTML of a tree, in parts, with its footnotes and notes."""

    def __init__(self, above: int) -> None:
        self.parts: list[str] = []
        self.notes: list[Finding] = []
        self._above = above
        self._level = 1
        self._notes: list[str] = []

    def write(self, node: "nodes.Node") -> None:
        """Write one node and those in it."""
        name = type(node).__name__
        special: Callable[[Any], None] | None = getattr(self, f"_{name.lower()}", None)
        if name == "system_message":
            self._complaint(node)
        if name in SKIPPED:
            return
        if special:
            special(node)
        elif name in BOXES:
            self._wrap(node, "aside", ' class="callout"')
        elif name in PLAIN:
            self._wrap(node, PLAIN[name], _class(node))
        else:
            self._inside(node)

    def footnotes(self) -> str:
        """Return the footnotes as a section, empty if there are none."""
        if not self._notes:
            return ""
        items = "".join(f"<li>{note}</li>" for note in self._notes)
        return f'<section class="footnotes"><ol>{items}</ol></section>'

    def _inside(self, node: "nodes.Node") -> None:
        for child in node.children:
            self.write(child)

    def _wrap(self, node: "nodes.Node", tag: str, attributes: str = "") -> None:
        self.parts.append(f"<{tag}{attributes}>")
        self._inside(node)
        self.parts.append(f"</{tag}>")

    def _text(self, node: "nodes.Text") -> None:
        self.parts.append(escape(node.astext(), quote=False))

    def _section(self, node: "nodes.section") -> None:
        self._level += 1
        self._inside(node)
        self._level -= 1

    def _title(self, node: "nodes.title") -> None:
        parent = type(node.parent).__name__
        if parent in BOXES:
            self._wrap(node, "p", ' class="admonition-title"')
        else:
            self._wrap(node, "caption" if parent == "table" else f"h{min(6, self._level)}")

    def _subtitle(self, node: "nodes.subtitle") -> None:
        self._wrap(node, "p")

    def _rubric(self, node: "nodes.rubric") -> None:
        self._wrap(node, f"h{min(6, self._level + 1)}")

    def _topic(self, node: "nodes.topic") -> None:
        if "contents" not in node["classes"]:
            self._wrap(node, "aside", ' class="callout"')

    def _container(self, node: "nodes.container") -> None:
        self._wrap(node, "div", _class(node))

    def _enumerated_list(self, node: "nodes.enumerated_list") -> None:
        start = f' start="{int(node["start"])}"' if "start" in node else ""
        kind = {"loweralpha": "a", "upperalpha": "A", "lowerroman": "i", "upperroman": "I"}
        letters = kind.get(node.get("enumtype", ""), "")
        self._wrap(node, "ol", start + (f' type="{letters}"' if letters else ""))

    def _line_block(self, node: "nodes.line_block") -> None:
        inner = type(node.parent).__name__ == "line_block"
        self.parts.append("" if inner else "<p>")
        for at, child in enumerate(node.children):
            self.parts.append("<br>" if at else "")
            self.write(child)
        self.parts.append("" if inner else "</p>")

    def _attribution(self, node: "nodes.attribution") -> None:
        self.parts.append("<p>— ")
        self._inside(node)
        self.parts.append("</p>")

    def _reference(self, node: "nodes.reference") -> None:
        address = node.get("refuri", "")
        self._wrap(node, "a", f' href="{escape(address)}"') if address else self._inside(node)

    def _image(self, node: "nodes.image") -> None:
        alt = node.get("alt", "")
        self.parts.append(f'<img src="{escape(node.get("uri", ""))}" alt="{escape(alt)}">')

    def _entry(self, node: "nodes.entry") -> None:
        tag = "th" if type(node.parent.parent).__name__ == "thead" else "td"
        spans = {"colspan": node.get("morecols"), "rowspan": node.get("morerows")}
        given = "".join(f' {name}="{int(more) + 1}"' for name, more in spans.items() if more)
        self._wrap(node, tag, given)

    def _transition(self, _node: "nodes.transition") -> None:
        self.parts.append("<hr>")

    def _problematic(self, node: "nodes.problematic") -> None:
        # An unknown role: its words are what the author wrote between the backquotes.
        words = node.astext()
        match = re.fullmatch(r":[\w:-]+:`([^`<]*?)\s*(?:<[^`]*>)?`", words)
        self.parts.append(escape(match[1] if match else words.strip("`_|"), quote=False))

    def _footnote_reference(self, node: "nodes.footnote_reference") -> None:
        number = escape(node.astext())
        if self.parts:
            # The space that the notation wants before the mark.
            self.parts[-1] = self.parts[-1].rstrip(" ")
        self.parts.append(f'<sup><a href="#fn-{number}">{number}</a></sup>')

    def _citation_reference(self, node: "nodes.citation_reference") -> None:
        self.parts.append(f"[{escape(node.astext())}]")

    def _footnote(self, node: "nodes.footnote") -> None:
        self._notes.append(self._apart(node))

    def _citation(self, node: "nodes.citation") -> None:
        label = escape(node.children[0].astext())
        self.parts.append(f"<p>[{label}] </p>{self._apart(node)}")

    def _apart(self, node: "nodes.Node") -> str:
        parts, self.parts = self.parts, []
        self._inside(node)
        written, self.parts = "".join(self.parts), parts
        return written

    def _complaint(self, node: Any) -> None:
        found = _UNKNOWN.search(node.astext())
        if found:
            name = found[1] or found[2]
            why = (
                "an element that only the website knows: left out"
                if found[1]
                else "nothing but the statement itself is read"
            )
            line = int(node.get("line", 0)) + self._above
            self.notes.append(noted(f".. {name}::", why, line=line))


def _class(node: Any) -> str:
    names = " ".join(node.get("classes", ()))
    return f' class="{escape(names)}"' if names else ""
