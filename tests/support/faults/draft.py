"""A piece as its parts, each under a name, so that any one of them can be spoiled alone."""

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from zlib import compress

from awkward.building import appended

Rectangle = tuple[float, float, float, float]

FIRST, PAGES = 10, 1000
"""The numbers of the first object that is added, and of the first page. 1 is the catalog, 2 the
page tree, 3 the information, 4 the metadata, 5 the resources."""


@dataclass(kw_only=True)
class Side:
    """A page: its boxes by name, its parts in the order in which they are painted, and what else
    stands in its dictionary, in the syntax of PDF."""

    boxes: dict[str, Rectangle]
    parts: dict[str, str]
    entries: dict[str, str] = field(default_factory=dict)

    def over(self, part: str, **more: str) -> None:
        """Paint something right after a part, so that what follows still lies over it."""
        parts = list(self.parts.items())
        at = [name for name, _ in parts].index(part) + 1
        self.parts = dict([*parts[:at], *more.items(), *parts[at:]])


@dataclass(kw_only=True)
class Draft:
    """A file before it is written. ``resources`` are shared by all sides: kind, name, object."""

    sides: list[Side]
    resources: dict[str, dict[str, str]] = field(default_factory=dict)
    catalog: dict[str, str] = field(default_factory=dict)
    info: dict[str, str] = field(default_factory=dict)
    xmp: dict[str, str] = field(default_factory=dict)
    header: str = "1.6"
    objects: list[bytes] = field(default_factory=list)

    @property
    def front(self) -> Side:
        return self.sides[0]

    @property
    def back(self) -> Side:
        return self.sides[1]

    def add(self, body: str | bytes) -> str:
        """Put another object into the file, and tell how others speak of it."""
        self.objects.append(body if isinstance(body, bytes) else body.encode())
        return f"{FIRST + len(self.objects) - 1} 0 R"

    def name(self, kind: str, name: str, body: str | bytes) -> str:
        """Put an object into the file and into the resources; how others speak of it."""
        reference = self.add(body)
        self.resources.setdefault(kind, {})[name] = reference
        return reference

    def put(self, reference: str, body: str) -> None:
        """Say late what an object is that had to be spoken of early."""
        self.objects[int(reference.split()[0]) - FIRST] = body.encode()

    def copy(self) -> "Draft":
        return deepcopy(self)

    def written(self) -> bytes:
        """The file; the same parts give the same bytes."""
        objects = {FIRST + at: body for at, body in enumerate(self.objects)}
        resources = {kind: dictionary(of) for kind, of in self.resources.items()}
        objects[5] = dictionary(resources).encode()
        for number, side in enumerate(self.sides):
            entries = {
                "Type": "/Page",
                "Parent": "2 0 R",
                "Resources": "5 0 R",
                "Contents": f"{PAGES + 2 * number + 1} 0 R",
                **{name: rectangle(box) for name, box in side.boxes.items()},
                **side.entries,
            }
            objects[PAGES + 2 * number] = dictionary(entries).encode()
            objects[PAGES + 2 * number + 1] = stream("\n".join(side.parts.values()))
        catalog = {"Type": "/Catalog", "Pages": "2 0 R", **self.catalog}
        if self.xmp:
            catalog["Metadata"] = "4 0 R"
            packet = "/Type /Metadata /Subtype /XML"
            objects[4] = stream(_packet(self.xmp), packet, packed=False)
        objects[1] = dictionary(catalog).encode()
        kids = " ".join(page(number) for number in range(len(self.sides)))
        tree = {"Type": "/Pages", "Kids": f"[{kids}]", "Count": str(len(self.sides))}
        objects[2] = dictionary(tree).encode()
        objects[3] = dictionary(self.info).encode()
        trailer = "/Info 3 0 R /ID [<00112233445566778899aabbccddeeff> <0011>]"
        start = f"%PDF-{self.header}\n%\xe2\xe3\xcf\xd3\n".encode("latin-1")
        return appended(start, objects, trailer)


def page(number: int) -> str:
    """How objects speak of a page, counted from 0."""
    return f"{PAGES + 2 * number} 0 R"


def dictionary(entries: Mapping[str, str]) -> str:
    """Names without their slashes, values in the syntax of PDF."""
    return f"<< {' '.join(f'/{name} {value}' for name, value in entries.items())} >>"


def rectangle(box: Rectangle) -> str:
    return f"[{' '.join(f'{edge:g}' for edge in box)}]"


def stream(data: str | bytes, entries: str = "", *, packed: bool = True) -> bytes:
    """A stream with these entries besides its length."""
    raw = data.encode("latin-1") if isinstance(data, str) else data
    if packed:
        raw, entries = compress(raw), f"/Filter /FlateDecode {entries}"
    return b"<< /Length %d %b >>\nstream\n%b\nendstream" % (len(raw), entries.encode(), raw)


_NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfxid": "http://www.npes.org/pdfx/ns/id/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
}


def _packet(properties: Mapping[str, str]) -> str:
    """XMP (ISO 16684-1) by the properties' prefixed names; titles are given in any language."""
    spaces = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in _NAMESPACES.items())
    lines = []
    for name, value in properties.items():
        if name == "dc:title":
            value = f'<rdf:Alt><rdf:li xml:lang="x-default">{value}</rdf:li></rdf:Alt>'
        lines.append(f"<{name}>{value}</{name}>")
    return (
        '<?xpacket begin="\xef\xbb\xbf" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        f'<rdf:Description rdf:about="" {spaces}>{"".join(lines)}</rdf:Description>'
        "</rdf:RDF></x:xmpmeta>"
        '<?xpacket end="w"?>'
    )
