"""A tagged PDF read with another library than the one that wrote it (pikepdf), and held against
what PDF/UA-1 asks for.

The numbers are those of the failure conditions in the Matterhorn Protocol 1.1, the PDF
Association's list of all ways to miss ISO 14289-1. What is looked for here:

=======  ============================================================================
01-003   an artifact inside of tagged content
01-004   tagged content inside of an artifact
01-005   content that is neither
01-007   the file says itself that its tags are suspect
02-001   a structure type that is no standard one
06-001   no metadata; 06-002: not those of PDF/UA; 06-003: without a title
07-001   viewers are not told to show the title; 07-002: told not to
09-004   the parts of a table; 09-005: of a list are not as they should be
10-001   a character that stands for no letter
11-001   the language of the file is not said; 11-006: nor that of its metadata
13-004   a figure without words in its place
14-002   the first heading is not H1; 14-003: a level is left out; 14-007: H beside H1
15-003   the head of a table that does not say of what it is the head
26-001   encryption
28-004   an annotation without words
28-008   a page without an order of tabs; 28-009: another one than the structure's
28-011   a link that is in no Link; 28-012: without words of its own
30-002   a form with marked content that is drawn more than once
31-009   a font that is not embedded; 31-030: .notdef is drawn
=======  ============================================================================

Besides, "tree" stands for what the protocol takes for granted (ISO 32000-1, 14.7): each
number on a page belongs to one element, which the way back of the tree leads to.

Does not apply, since the files have none: forms (15 of checkpoint 28, 25), optional content
(20), attachments (21), articles (22), scripts, sounds and films (03, 05, 29), OCR (08),
formulas (17), notes as such (19), pages of other files (30-001).

Only a person can tell, and a person has to look at every new layout: whether what is tagged is
no decoration and the other way round (01-001, 01-002), types fit (01-006, 02-002, 09-001 to
09-003, 14-001, 14-004, 15-001, 15-002, 16-001 to 16-003), colour or place alone say nothing
(04-001), the title fits (06-004), the languages are right (11-007), figures are whole and their
words say what they show (13-001 to 13-007), running heads are artifacts (18-001, 18-002), and
fonts may be embedded (31-010).
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO
from itertools import pairwise
from typing import Any

import pikepdf

# ISO 32000-1, 14.8.4: tables 333 to 340.
STANDARD = set(
    re.findall(
        r"\w+",
        """
        Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private
        P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot
        Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP
        Figure Formula Form
        """,
    )
)
MAY_HOLD = {
    "L": {"LI", "Caption", "L"},
    "LI": {"Lbl", "LBody"},
    "Table": {"THead", "TBody", "TFoot", "TR", "Caption"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TFoot": {"TR"},
    "TR": {"TH", "TD"},
}
MUST_BE_IN = {
    "LI": {"L"},
    "Lbl": {"LI"},
    "LBody": {"LI"},
    "TR": {"Table", "THead", "TBody", "TFoot"},
    "TH": {"TR"},
    "TD": {"TR"},
    "THead": {"Table"},
    "TBody": {"Table"},
    "TFoot": {"Table"},
}
PAINTS = {*"SsfFBb", "f*", "B*", "b*", "sh", "Tj", "TJ", "'", '"', "Do", "INLINE IMAGE"}


@dataclass
class Element:
    """An element of the structure tree. ``own`` are the pages and numbers of its marked content."""

    role: str
    entry: Any
    parent: "Element | None"
    kids: "list[Element | tuple[int, int]]" = field(default_factory=list)
    links: list[Any] = field(default_factory=list)

    def walk(self) -> "Iterator[Element]":
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.walk()

    @property
    def alt(self) -> str:
        return str(self.entry.get("/Alt", ""))

    def attribute(self, name: str) -> Any:
        return self.entry.get("/A", pikepdf.Dictionary()).get(name)


class Tagged:
    def __init__(self, pdf: bytes) -> None:
        self.pdf = pikepdf.open(BytesIO(pdf))
        self.pages = [page.obj for page in self.pdf.pages]
        self.numbers = {page.objgen: number for number, page in enumerate(self.pages)}
        self.contents = [_Content(page, self.pdf) for page in self.pdf.pages]

    @cached_property
    def document(self) -> Element:
        (top,) = self.pdf.Root.StructTreeRoot.K
        return self._element(top, None)

    @property
    def elements(self) -> list[Element]:
        return list(self.document.walk())

    def _element(self, entry: Any, parent: Element | None) -> Element:
        element = Element(role=str(entry.S)[1:], entry=entry, parent=parent)
        kids = entry.get("/K", pikepdf.Array())
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, int):
                element.kids.append((self.numbers[entry.Pg.objgen], kid))
            elif kid.get("/Type") == "/MCR":
                element.kids.append((self.numbers[kid.Pg.objgen], int(kid.MCID)))
            elif kid.get("/Type") == "/OBJR":
                element.links.append(kid.Obj)
            else:
                element.kids.append(self._element(kid, element))
        return element

    def text(self, element: Element) -> str:
        """What is read of an element: what is meant, what stands for a picture, or its letters."""
        for said in ("/ActualText", "/Alt"):
            if said in element.entry:
                return str(element.entry[said])
        parts = []
        for kid in element.kids:
            if isinstance(kid, Element):
                parts.append(self.text(kid))
            else:
                page, number = kid
                parts.append(self.contents[page].texts[number])
        return "".join(parts)

    def spoken(self, *roles: str) -> list[str]:
        """The texts of the elements of these types, in order, as a voice would say them."""
        found = [element for element in self.elements if element.role in roles]
        return [said(self.text(element)) for element in found]

    @property
    def whole(self) -> str:
        """All of it in the order of reading."""
        blocks = {"P", "H1", "H2", "H3", "H4", "LBody", "Lbl", "TH", "TD", "Caption", "Figure"}
        parts = []
        for element in self.elements:
            within = {kid.role for kid in element.walk() if kid is not element}
            if element.role in blocks and not within & blocks:
                parts.append(said(self.text(element)))
        return " ".join(part for part in parts if part)

    def faults(self) -> list[str]:
        """Every failure that was found, by its number."""
        return [*self._of_file(), *self._of_tree(), *self._of_elements(), *self._of_contents()]

    def _of_file(self) -> Iterator[str]:
        root = self.pdf.Root
        if self.pdf.is_encrypted:
            yield "26-001"
        if root.MarkInfo.get("/Suspects", False):
            yield "01-007"
        if "/Metadata" not in root:
            yield "06-001"
            return
        with self.pdf.open_metadata() as metadata:
            if metadata.get("pdfuaid:part") != "1":
                yield "06-002"
            if not metadata.get("dc:title"):
                yield "06-003"
            if not metadata.get("dc:language"):
                yield "11-006"
        shown = root.get("/ViewerPreferences", pikepdf.Dictionary()).get("/DisplayDocTitle")
        if not shown:
            yield "07-001" if shown is None else "07-002"
        if not str(root.get("/Lang", "")):
            yield "11-001"
        for page in self.pages:
            if page.get("/Tabs") != "/S":
                yield "28-008" if "/Tabs" not in page else "28-009"

    def _of_tree(self) -> Iterator[str]:
        """Ownership both ways (ISO 32000-1, 14.7.4)."""
        own = Counter(
            kid for element in self.elements for kid in element.kids if isinstance(kid, tuple)
        )
        drawn = {
            (page, number) for page, content in enumerate(self.contents) for number in content.texts
        }
        yield from (f"tree: {spot} is owned twice" for spot, n in own.items() if n > 1)
        yield from (f"tree: {spot} is drawn, and nobody's" for spot in drawn - own.keys())
        yield from (f"tree: {spot} is owned, and not drawn" for spot in own.keys() - drawn)
        back = dict(_pairs(self.pdf.Root.StructTreeRoot.ParentTree.Nums))
        for element in self.elements:
            for kid in element.kids:
                if isinstance(kid, tuple):
                    page, number = kid
                    found = back[int(self.pages[page].StructParents)][number]
                else:
                    found = kid.entry.P
                if found.objgen != element.entry.objgen:
                    yield f"tree: in {element.role} something leads back to another"
            for link in element.links:
                if back[int(link.StructParent)].objgen != element.entry.objgen:
                    yield "tree: a link leads back to another"

    def _of_elements(self) -> Iterator[str]:
        levels = [0]
        for element in self.elements:
            role = element.role
            inner = {kid.role for kid in element.kids if isinstance(kid, Element)}
            above = element.parent.role if element.parent else ""
            if role not in STANDARD:
                yield f"02-001: {role}"
            if inner - MAY_HOLD.get(role, inner) or above not in MUST_BE_IN.get(role, {above}):
                yield f"{'09-005' if role[0] == 'L' else '09-004'}: {role} in {above} with {inner}"
            if role == "Figure" and not element.alt:
                yield "13-004"
            if role == "TH" and element.attribute("/Scope") not in ("/Row", "/Column", "/Both"):
                yield "15-003"
            if role == "H":
                yield "14-007"
            if re.fullmatch(r"H\d", role):
                levels.append(int(role[1:]))
        if len(levels) > 1 and levels[1] != 1:
            yield "14-002"
        yield from (f"14-003: {a} {b}" for a, b in pairwise(levels[1:]) if b > a + 1)

    def _of_contents(self) -> Iterator[str]:
        linked = {
            link.objgen
            for element in self.elements
            for link in element.links
            if element.role == "Link"
        }
        forms = Counter(form for content in self.contents for form in content.marked_forms)
        yield from ("30-002" for times in forms.values() if times > 1)
        for page, content in zip(self.pages, self.contents, strict=True):
            yield from content.faults
            for annotation in page.get("/Annots", pikepdf.Array()):
                if annotation.Subtype == "/Link" and annotation.objgen not in linked:
                    yield "28-011"
                if not str(annotation.get("/Contents", "")):
                    yield "28-012" if annotation.Subtype == "/Link" else "28-004"
            for name, font in page.Resources.get("/Font", {}).items():
                (inner,) = font.get("/DescendantFonts", [font])
                files = ("/FontFile", "/FontFile2", "/FontFile3")
                if not any(key in inner.FontDescriptor for key in files):
                    yield f"31-009: {name}"


class _Content:
    """What is drawn on a page: the letters under each number, and what is wrong with the marks."""

    def __init__(self, page: pikepdf.Page, pdf: pikepdf.Pdf) -> None:
        self.texts: dict[int, str] = {}
        self.faults: list[str] = []
        self.marked_forms: list[Any] = []
        self._fonts = {
            name: _letters(font) for name, font in page.obj.Resources.get("/Font", {}).items()
        }
        self._forms: Any = page.obj.Resources.get("/XObject", {})
        self._font: dict[int, str] = {}
        self._marks: list[str | int] = []
        for instruction in pikepdf.parse_content_stream(page):
            self._take(list(instruction.operands), str(instruction.operator))
        if self._marks:
            self.faults.append("tree: marked content is not closed")

    def _take(self, operands: list[Any], operator: str) -> None:
        if operator in ("BDC", "BMC"):
            self._open(str(operands[0]), operands[1] if operator == "BDC" else {})
        elif operator == "EMC":
            self._marks.pop()
        elif operator == "Tf":
            self._font = self._fonts[str(operands[0])]
        elif operator in PAINTS:
            self._paint(operands, operator)

    def _open(self, tag: str, properties: Any) -> None:
        number = properties.get("/MCID")
        if number is not None:
            if "/Artifact" in self._marks:
                self.faults.append(f"01-004: {number}")
            if number in self.texts:
                self.faults.append(f"tree: {number} is used twice")
            self.texts[int(number)] = ""
        elif tag == "/Artifact" and any(isinstance(mark, int) for mark in self._marks):
            self.faults.append("01-003")
        self._marks.append(tag if number is None else int(number))

    def _paint(self, operands: list[Any], operator: str) -> None:
        number = next((mark for mark in self._marks if isinstance(mark, int)), None)
        if number is None and "/Artifact" not in self._marks:
            self.faults.append(f"01-005: {operator}")
        if operator == "Do":
            form = self._forms[str(operands[0])]
            if form.Subtype == "/Form" and b"MCID" in form.read_bytes():
                self.marked_forms.append(form.objgen)
        if operator in ("Tj", "TJ"):
            shown = operands[0] if operator == "TJ" else operands
            for part in shown:
                if isinstance(part, pikepdf.String):
                    self._show(bytes(part), number)

    def _show(self, codes: bytes, number: int | None) -> None:
        for high, low in zip(codes[::2], codes[1::2], strict=True):
            code = 256 * high + low
            letter = self._font.get(code, "")
            if not letter or letter in "\0\ufeff\ufffe":
                self.faults.append(f"10-001: {code}")
            if code == 0:
                self.faults.append("31-030")
            if number is not None:
                self.texts[number] += letter


def _letters(font: Any) -> dict[int, str]:
    """A font's map to Unicode (9.10.3), as far as our files use what there is."""
    cmap = font.ToUnicode.read_bytes().decode("ascii")
    return {
        int(code, 16): bytes.fromhex(letters).decode("utf-16-be")
        for code, letters in re.findall(r"^<(\w{4})> <(\w*)>$", cmap, re.MULTILINE)
    }


def _pairs(nums: Any) -> Iterator[tuple[int, Any]]:
    flat = list(nums)
    return zip(map(int, flat[::2]), flat[1::2], strict=True)


def outline(element: Element) -> str:
    """The types of an element and all in it, as one line: ``P(Link)``; spans are left out."""
    kids = [kid for kid in element.kids if isinstance(kid, Element) and kid.role != "Span"]
    inner = " ".join(map(outline, kids))
    return f"{element.role}({inner})" if inner else element.role


def said(text: str) -> str:
    """Without what is not said: soft hyphens, places to break, and more than one space."""
    return " ".join(re.sub("[\u00ad\u200b]", "", text).split())
