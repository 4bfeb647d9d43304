"""Reads the boxes of set pages into a tree of structure elements, in reading order.

A box stands for an element of the HTML, or for a part of it where it runs on over
lines, columns or pages. All boxes of an element are one node, so that a paragraph
stays whole wherever it was broken.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from flyers.core.boxes import Box
from flyers.core.units import px
from flyers.typesetting.tagging.breaks import SourceText
from flyers.typesetting.tagging.nodes import LinkArea, Node, TaggedBox

# HTML's elements as standard structure types (ISO 32000-1, 14.8.4). Other elements have no type;
# paragraphs are made from lines, whatever element these are in.
_ROLES: Mapping[str, str] = {
    **{f"h{level}": f"H{level}" for level in range(1, 7)},
    "blockquote": "BlockQuote",
    "aside": "Div",
    "figure": "Div",
    "figcaption": "Caption",
    "img": "Figure",
    "{http://www.w3.org/2000/svg}svg": "Figure",
    **dict.fromkeys(("ul", "ol", "dl"), "L"),
    **dict.fromkeys(("li", "li::marker", "dt", "dd"), "LI"),
    "table": "Table",
    "caption": "Caption",
    "thead": "THead",
    "tbody": "TBody",
    "tfoot": "TFoot",
    "tr": "TR",
    "th": "TH",
    "td": "TD",
}
_ROLE_ATTRIBUTES = {"heading": "H1", "blockquote": "BlockQuote"}
"""Types of elements by their ``role`` attribute."""
_GROUPS = frozenset({"", "Document", "Div", "BlockQuote"})
"""Types in which lines are paragraphs."""
_MIXED = frozenset({"LBody", "TD", "TH", "Caption"})
"""Types in which lines are paragraphs only inside another element."""
_DECORATION = frozenset({"hr", "hr::before"})
_NUMBERINGS: Mapping[str | None, str] = {
    None: "Decimal",
    "1": "Decimal",
    "a": "LowerAlpha",
    "A": "UpperAlpha",
    "i": "LowerRoman",
    "I": "UpperRoman",
}


def tree_of(
    art: Sequence[tuple[int, Any]], text: Sequence[tuple[int, Any]], *, language: str
) -> Node:
    """Return the tree of the artwork's and the text's pages, each given with its number in the
    written file. The text is read at the place of the artwork's first frame."""
    running = _Reader(language, None).read(text)
    tree = _Reader(language, running).read(art)
    _silence_repeats(tree, running)
    return tree


class _Reader:
    def __init__(self, language: str, running: Node | None) -> None:
        self._root = Node(role="Document", language=language)
        self._running, self._frame = running, None
        self._nodes: dict[tuple[int, str], Node] = {}
        self._leaves: list[TaggedBox] = []
        self._repeated: dict[int, int] = {}
        self._page, self._height = 0, 0.0
        self._addresses: dict[Any, str] = {}

    def read(self, pages: Sequence[tuple[int, Any]]) -> Node:
        for number, page in pages:
            self._page, self._height = number, px(page.height)
            self._addresses = {
                box: target for kind, target, _, box in page.links if kind == "external"
            }
            self._walk(page._page_box, self._root, None)
        if pages:
            source = SourceText(pages[0][1]._page_box.children[0].element)
            source.note(self._leaves)
            if self._running is not None:
                if self._frame is None:  # all frames are decoration
                    self._run_through(self._root, source.root)
                self._running.place = source.place(self._frame)
            # A style may move things on the page; they are read in the order of the HTML.
            self._root.kids.sort(key=lambda kid: kid.begins() if isinstance(kid, Node) else (0, 0))
        return self._root

    def _walk(self, box: Any, node: Node, block: Any) -> None:
        """Read a box into a node; ``block`` is the element whose lines make one paragraph."""
        box = getattr(box, "_box", box)  # WeasyPrint wraps absolutely positioned boxes
        element, tag = box.element, box.element_tag or ""
        if element is not None:
            if self._is_decoration(box, element, tag):
                return
            if element.get("id", "").startswith("frame-"):
                self._run_through(node, element)
                return
            if tag != "span":
                block = element
        if self._is_paragraph(box, node, block):
            node = self._node_of(block, "lines", "P", box, node)
        if (address := self._address(box)) and not _is_within_link(node):
            node = self._node_of(element, "link", "Link", box, node)
            node.kids.append(LinkArea(page=self._page, box=self._area(box), address=address))
        if role := _role(element, tag):
            node = self._nodes.get((id(element), tag)) or self._made(role, box, node)
        if getattr(box, "text", "").strip() or hasattr(box, "replacement"):
            language = box.style["lang"]
            if language and language != node.language:
                node = self._node_of(element, f"in {language}", "Span", box, node)
            self._leaves.append(TaggedBox(page=self._page, box=box))
            node.kids.append(self._leaves[-1])
        for child in getattr(box, "children", ()):
            self._walk(child, node, block)

    def _is_decoration(self, box: Any, element: Any, tag: str) -> bool:
        if tag in ("thead", "tfoot"):
            # Every page to which the table runs on has these again.
            return self._repeated.setdefault(id(element), self._page) != self._page
        if hasattr(box, "replacement"):
            return not _words(element)
        return tag in _DECORATION or element.get("aria-hidden") == "true"

    def _is_paragraph(self, box: Any, node: Node, block: Any) -> bool:
        """Return True for a line, or a link by itself, that is in no paragraph yet."""
        if not hasattr(box, "text_overflow") and not self._address(box):
            return False
        return node.role in _GROUPS or (node.role in _MIXED and block is not node.element)

    def _run_through(self, node: Node, frame: Any) -> None:
        """Put all of the running text at the place of the first frame."""
        if self._running is not None and self._frame is None:
            self._frame, self._running.role = frame, ""
            node.kids.append(self._running)

    def _node_of(self, element: Any, use: str, role: str, box: Any, node: Node) -> Node:
        """Return the node that an element has for this use besides its own; made in ``node``."""
        key = id(element), use
        if key not in self._nodes:
            self._nodes[key] = node.add(role, element, box.style["lang"])
        return self._nodes[key]

    def _made(self, role: str, box: Any, node: Node) -> Node:
        element, tag, language = box.element, box.element_tag, box.style["lang"]
        made = self._part(node, box) if role == "LI" else node.add(role, element, language)
        made.attributes = _attributes(made)
        made.words = _words(element) if role == "Figure" else ""
        if role == "Figure" or made.is_heading:
            made.page, made.box = self._page, self._area(box)
        self._nodes[id(element), tag] = made
        return made

    def _part(self, node: Node, box: Any) -> Node:
        """Return the node of a box that is the label or the body of a list item (14.8.4.3.3)."""
        element, tag, language = box.element, box.element_tag, box.style["lang"]
        if tag == "li::marker":
            item = self._nodes[id(element), "li"].parent or node
            return item.add("Lbl", element, language, first=True)
        if node.role != "L":
            node = node.add("L", None, language)
        items = [kid for kid in node.kids if isinstance(kid, Node)]
        parts = [kid.role for kid in items[-1].kids if isinstance(kid, Node)] if items else []
        begins = not parts or tag == "li" or (tag == "dt" and "LBody" in parts)
        item = node.add("LI", None, language) if begins else items[-1]
        return item.add("Lbl" if tag == "dt" else "LBody", element, language)

    def _address(self, box: Any) -> str:
        """Return the address of a link in the text, or of an element that artwork names as one."""
        if box in self._addresses or box.element is None or _is_text(box):
            return self._addresses.get(box, "")
        return str(box.element.get("data-address", ""))

    def _area(self, box: Any) -> Box:
        """Convert the engine's pixels from the top left into points from the lower left."""
        x, y, width, height = map(px, box.hit_area())
        top = self._height - y
        return Box(left=x, bottom=top - height, right=x + width, top=top)


def _is_text(box: Any) -> bool:
    """Return True for a line or a part of one, whose element is that of the block around it."""
    return hasattr(box, "text") or hasattr(box, "text_overflow")


def _role(element: Any, tag: str) -> str:
    given = element.get("role", "") if element is not None and tag == element.tag else ""
    return _ROLE_ATTRIBUTES.get(given) or _ROLES.get(tag, "")


def _words(element: Any) -> str:
    """Return the alternative text of a picture; empty for one that is decoration."""
    return str(element.get("alt") or element.get("aria-label") or "").strip()


def _is_within_link(node: Node) -> bool:
    return node.role == "Link" or (node.parent is not None and _is_within_link(node.parent))


def _attributes(node: Node) -> dict[str, str | int]:
    """Return the attributes of lists, cells and pictures (14.8.5)."""
    element = node.element
    if node.role == "L" and element is not None:
        ordered = element.tag == "ol"
        kind = _NUMBERINGS.get(element.get("type"), "Decimal")
        return {"ListNumbering": kind if ordered else "None"}
    if node.role in ("TH", "TD"):
        spans = {"ColSpan": element.get("colspan"), "RowSpan": element.get("rowspan")}
        found: dict[str, str | int] = {
            key: int(span) for key, span in spans.items() if span and span.isdecimal()
        }
        return {**found, "Scope": _scope(node)} if node.role == "TH" else found
    return {"Placement": "Block"} if node.role == "Figure" else {}


def _scope(cell: Node) -> str:
    """Return the scope of a table's header: its column if all of its row are headers or it stands
    in the table's head, else its row."""
    row = cell.parent
    above = row.parent.role if row and row.parent else ""
    heads = row is not None and row.element is not None and all(c.tag == "th" for c in row.element)
    return "Column" if above == "THead" or heads else "Row"


def _silence_repeats(root: Node, running: Node) -> None:
    """Take lines out of the artwork that were read before, and quotes that the text has as well."""
    whole, seen = running.letters(), set[str]()

    def visit(node: Node) -> None:
        for kid in list(node.kids):
            if not isinstance(kid, Node) or kid is running:
                continue
            letters = kid.letters()
            if kid.role == "BlockQuote" and letters in whole:
                node.kids.remove(kid)
            elif kid.role == "P" or kid.is_heading:
                if letters and letters in seen:
                    node.kids.remove(kid)
                seen.add(letters)
            else:
                visit(kid)

    visit(root)
