"""OpenDocument texts (ISO/IEC 26300): the elements of a text as those of HTML.

A reader of our own: those that there are bring five megabytes of other libraries along for a table
of some twenty elements, and drop lowered figures and quotations.
"""

from collections.abc import Callable
from html import escape
from xml.etree.ElementTree import Element

from flyers.statements.notations.office.archive import Archive
from flyers.statements.notations.office.document import OfficeText, picture_name
from flyers.statements.notations.office.properties import title_of
from flyers.statements.notations.office.styles import Styles, local

SKIPPED = frozenset(
    {
        "tracked-changes", "annotation", "annotation-end", "table-of-content", "forms",
        "sequence-decls", "variable-decls", "bookmark", "alphabetical-index", "covered-table-cell",
        "note-citation", "desc", "title", "object", "object-ole", "script",
    }
)  # fmt: skip
INLINE_MARKS = (
    ("bold", "strong"),
    ("italic", "em"),
    ("struck", "s"),
    ("raised", "sup"),
    ("lowered", "sub"),
)
PARAGRAPHS = {"title": ("h1",), "quotation": ("blockquote", "p"), "code": ("pre",)}
"""Tags of paragraphs that are more than that."""
LINKS = "{http://www.w3.org/1999/xlink}href"


def read(archive: Archive, raw: bytes, source: str) -> OfficeText:
    """Return a text of OpenDocument as HTML. Raises NotTextError."""
    content = archive.xml_of("content.xml")
    named = archive.xml_of("styles.xml") if "styles.xml" in archive.names else None
    writer = _TextWriter(archive, Styles.of(content, named))
    for body in content.iter():
        if local(body.tag) == "text" and body.tag.endswith("office:1.0}text"):
            writer.inside(body)
    return OfficeText(
        html="".join(writer.parts) + writer.footnotes(),
        title=title_of(archive, "meta.xml"),
        pictures=writer.pictures,
    )


class _TextWriter:
    """The HTML of a text, in parts, with its notes and pictures."""

    def __init__(self, archive: Archive, styles: Styles) -> None:
        self.parts: list[str] = []
        self.pictures: dict[str, bytes] = {}
        self._archive, self._styles = archive, styles
        self._notes: list[str] = []
        self._names: dict[str, str] = {}
        self._lists: list[str] = []
        self._cells, self._alt = "td", ""
        self._special: dict[str, Callable[[Element], None]] = {
            "p": self._paragraph,
            "h": self._heading,
            "span": self._span,
            "a": self._link,
            "list": self._list,
            "list-item": lambda item: self._wrap("li", item),
            "list-header": lambda item: self._wrap("li", item),
            "line-break": lambda _: self.parts.append("<br>"),
            "tab": lambda _: self.parts.append(" "),
            "s": lambda _: self.parts.append(" "),
            "note": self._note,
            "table": lambda table: self._wrap("table", table),
            "table-header-rows": self._head,
            "table-row": lambda row: self._wrap("tr", row),
            "table-cell": self._cell,
            "frame": self._frame,
            "image": self._image,
        }

    def inside(self, element: Element) -> None:
        """Write the text and the elements within one."""
        self.parts.append(escape(element.text or "", quote=False))
        for child in element:
            name = local(child.tag)
            if name not in SKIPPED:
                self._special.get(name, self.inside)(child)
            self.parts.append(escape(child.tail or "", quote=False))

    def footnotes(self) -> str:
        """Return the notes as a section, empty if there are none."""
        items = "".join(f"<li>{note}</li>" for note in self._notes)
        return f'<section class="footnotes"><ol>{items}</ol></section>' if items else ""

    def _wrap(self, tag: str, element: Element, attributes: str = "") -> None:
        self.parts.append(f"<{tag}{attributes}>")
        self.inside(element)
        self.parts.append(f"</{tag}>")

    def _paragraph(self, element: Element) -> None:
        kind = self._styles.paragraph(_value(element, "style-name"))
        tags = PARAGRAPHS.get(kind, ("p",))
        self._marked(element, tags, "" if kind == "title" else _value(element, "style-name"))

    def _heading(self, element: Element) -> None:
        level = _value(element, "outline-level")
        tag = f"h{min(6, max(1, int(level)))}" if level.isdecimal() else "h2"
        self._wrap(tag, element)

    def _span(self, element: Element) -> None:
        self._marked(element, (), _value(element, "style-name"))

    def _marked(self, element: Element, tags: tuple[str, ...], style: str) -> None:
        looks = self._styles.looks(style)
        marks = tuple(tag for look, tag in INLINE_MARKS if look in looks)
        for tag in (*tags, *marks):
            self.parts.append(f"<{tag}>")
        self.inside(element)
        for tag in reversed((*tags, *marks)):
            self.parts.append(f"</{tag}>")

    def _link(self, element: Element) -> None:
        self._wrap("a", element, f' href="{escape(element.get(LINKS, ""))}"')

    def _list(self, element: Element) -> None:
        outer = self._lists[-1] if self._lists else ""
        self._lists.append(_value(element, "style-name") or outer)
        is_counted = self._styles.counts(self._lists[-1], len(self._lists))
        self._wrap("ol" if is_counted else "ul", element)
        self._lists.pop()

    def _note(self, element: Element) -> None:
        parts, self.parts = self.parts, []
        for child in element:
            if local(child.tag) == "note-body":
                self.inside(child)
        self._notes.append("".join(self.parts))
        number = len(self._notes)
        self.parts = [*parts, f'<sup><a href="#fn{number}">{number}</a></sup>']

    def _cell(self, element: Element) -> None:
        spans = {
            "colspan": _value(element, "number-columns-spanned"),
            "rowspan": _value(element, "number-rows-spanned"),
        }
        wide = {name: count for name, count in spans.items() if count.isdecimal() and count != "1"}
        given = "".join(f' {name}="{count}"' for name, count in wide.items())
        repeated = _value(element, "number-columns-repeated")
        # An empty cell may stand for all the rest of a row.
        times = min(int(repeated), 60) if repeated.isdecimal() else 1
        for _ in range(times):
            self._wrap(self._cells, element, given)

    def _head(self, element: Element) -> None:
        self._cells = "th"
        self._wrap("thead", element)
        self._cells = "td"

    def _frame(self, element: Element) -> None:
        said = {local(child.tag): (child.text or "").strip() for child in element}
        self._alt = said.get("desc") or said.get("title") or ""
        self.inside(element)

    def _image(self, element: Element) -> None:
        name = element.get(LINKS, "").removeprefix("./")
        if name in self._archive.names and name not in self._names:
            data = self._archive.bytes_of(name)
            self._names[name] = picture_name(len(self._names) + 1, name.rpartition(".")[2])
            self.pictures[self._names[name]] = data
        source = self._names.get(name, name)
        self.parts.append(f'<img src="{escape(source)}" alt="{escape(self._alt)}">')


def _value(element: Element, name: str) -> str:
    """Return an attribute by its local name, which is in one namespace or another."""
    return next((value for key, value in element.items() if local(key) == name), "")
