"""Styles of an OpenDocument text, as far as they mean something for a text."""

from dataclasses import dataclass
from xml.etree.ElementTree import Element

KINDS = {
    "Title": "title",
    "Quotations": "quotation",
    "Preformatted_20_Text": "code",
}
"""Paragraph styles that mean something; their inner names are the same in every language."""


def local(name: object) -> str:
    """Return a name without its namespace."""
    return str(name).rpartition("}")[2]


@dataclass(frozen=True, kw_only=True)
class Styles:
    """Each style: its own looks, its parent, and the levels of lists that count."""

    own: dict[str, frozenset[str]]
    parents: dict[str, str]
    counting: dict[str, frozenset[int]]

    @classmethod
    def of(cls, *roots: Element | None) -> "Styles":
        """Return the styles in the parts of a document."""
        own: dict[str, frozenset[str]] = {}
        parents: dict[str, str] = {}
        counting: dict[str, frozenset[int]] = {}
        for element in (found for root in roots if root is not None for found in root.iter()):
            named = {local(key): value for key, value in element.items()}
            if local(element.tag) == "style":
                name = named.get("name", "")
                own[name] = frozenset(_looks(element))
                parents[name] = named.get("parent-style-name", "")
            elif local(element.tag) == "list-style":
                counting[named.get("name", "")] = frozenset(_counting(element))
        return cls(own=own, parents=parents, counting=counting)

    def paragraph(self, style: str) -> str:
        """Return what a paragraph style is for, by its own name or its nearest parent's."""
        return next((KINDS[name] for name in self._line(style) if name in KINDS), "")

    def looks(self, style: str) -> frozenset[str]:
        """Return how a style differs from running text: bold, italic, struck, raised, lowered."""
        looks: set[str] = set()
        for name in reversed(self._line(style)):
            said = self.own.get(name, frozenset())
            looks = {look for look in looks | said if f"not {look}" not in said}
        return frozenset(look for look in looks if not look.startswith("not "))

    def counts(self, style: str, level: int) -> bool:
        """Return True if a list's level has numbers."""
        return level in self.counting.get(style, frozenset())

    def _line(self, style: str) -> list[str]:
        line: list[str] = []
        while style and style not in line:
            line.append(style)
            style = self.parents.get(style, "")
        return line


def _looks(style: Element) -> list[str]:
    looks: list[str] = []
    for element in style:
        if local(element.tag) != "text-properties":
            continue
        said = {local(key): value for key, value in element.items()}
        for key, value, look in (
            ("font-weight", "bold", "bold"),
            ("font-style", "italic", "italic"),
        ):
            if key in said:
                looks.append(look if said[key] == value else f"not {look}")
        if said.get("text-line-through-style", "none") != "none":
            looks.append("struck")
        position = said.get("text-position", "").split(" ")[0].rstrip("%")
        raised = position == "super" or (position.isdecimal() and int(position) > 0)
        looks += ["raised"] if raised else []
        looks += ["lowered"] if position == "sub" or position.startswith("-") else []
    return looks


def _counting(style: Element) -> list[int]:
    levels: list[int] = []
    for element in style:
        said = {local(key): value for key, value in element.items()}
        if local(element.tag) == "list-level-style-number" and said.get("num-format"):
            levels.append(int(said["level"]) if said.get("level", "").isdecimal() else 1)
    return levels
