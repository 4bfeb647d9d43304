"""A postcard in two sides, as each printer wants it: what is right about it is put wrong elsewhere.

The trim is 4 1/4 by 5 1/2 inches with its lower left corner at the origin. On the front stand a
band with a reversed title, text, a rule, a photograph, a QR code on white and an imprint; on the
back text alone.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from faults.draft import Draft, Rectangle, Side, dictionary, page, stream
from faults.icc import press
from faults.stuff import Space, add_faces, add_photograph, area, code, line, shown

WIDTH, HEIGHT = 306.0, 396.0
TRIM: Rectangle = (0, 0, WIDTH, HEIGHT)
BLEED = 9.0

ADDRESS = "https://orchard.example/open"
MODULE = 2.2
CODE = (184.0, 125.0)
"""Where the code's lower left module has its corner."""
PLATE: Rectangle = (170, 111, 262, 203)
"""White under the code, with its quiet zone."""

TITLE = "Keep the orchard open"
BODY = (
    "The old orchard behind the library has been open to",
    "everybody since it was planted. In spring the gate is",
    "to be locked. We ask the town to leave it as it is: the",
    "paths are used every day, and those who look after",
    "the trees do so for nothing. Come to the meeting on",
    "the first Monday of the month, or read more here.",
)
IMPRINT = "Paid for by Orchard Neighbours, 12 Mill Lane"


@dataclass(frozen=True, kw_only=True)
class Manner:
    """How a printer wants it: the operators of its colours, and whether ink runs over the trim."""

    black: str
    white: str
    band: str
    ground: str
    space: Space
    bleed: float
    border: float = 0
    """White inside the trim, which the band keeps to."""


_CMYK = Manner(
    black="0 0 0 1 k",
    white="0 0 0 0 k",
    band="0.9 0.3 0.4 0.1 k",
    ground="0.04 0 0.12 0 k",
    space="DeviceCMYK",
    bleed=BLEED,
)
_RGB = Manner(
    black="0 g",
    white="1 g",
    band="0.1 0.4 0.5 rg",
    ground="",
    space="DeviceRGB",
    bleed=0,
    border=24,
)


def _with(manner: Manner, **changes: object) -> Manner:
    return Manner(**{**manner.__dict__, **changes})


MANNERS: dict[str, Manner] = {
    "shop": _CMYK,
    "shop-x1a": _CMYK,
    "union-shop": _with(_CMYK, bleed=0, border=24.0, ground=""),
    "home": _RGB,
    "home-bw": _with(_RGB, band="0.35 g", space="DeviceGray"),
    "web": _RGB,
}


def good(printer: str) -> Draft:
    """The postcard as that printer wants it, to be spoiled."""
    return _good(printer).copy()


@cache
def _good(printer: str) -> Draft:
    draft = _drawn(MANNERS[printer])
    _FINISHES[printer](draft)
    return draft


# ---- what is on it -----------------------------------------------------------------


def _drawn(manner: Manner) -> Draft:
    bleed = manner.bleed
    media: Rectangle = (-bleed, -bleed, WIDTH + bleed, HEIGHT + bleed)
    boxes = {"MediaBox": media, "TrimBox": TRIM}
    if bleed:
        boxes["BleedBox"] = media
    draft = Draft(
        sides=[
            Side(boxes=dict(boxes), parts=_front(manner)),
            Side(boxes=dict(boxes), parts=_back(manner)),
        ]
    )
    add_faces(draft)
    add_photograph(draft, space=manner.space)
    # Small black type is printed over colours, and white never (11.7.4.3).
    draft.name("ExtGState", "Over", "<< /Type /ExtGState /OP true /op true /OPM 1 >>")
    draft.name("ExtGState", "Out", "<< /Type /ExtGState /OP false /op false >>")
    draft.info |= {
        "Title": f"({TITLE})",
        "Producer": "(by hand)",
        "CreationDate": "(D:20240101120000Z)",
        "ModDate": "(D:20240101120000Z)",
    }
    return draft


def _ground(manner: Manner) -> dict[str, str]:
    bleed = manner.bleed
    if not manner.ground:
        return {}
    edges = (-bleed, -bleed, WIDTH + bleed, HEIGHT + bleed)
    return {"ground": area(manner.ground, *edges)}


def _front(manner: Manner) -> dict[str, str]:
    black, out = manner.black, manner.border or -manner.bleed
    return _ground(manner) | {
        "band": area(manner.band, out, 310, WIDTH - out, HEIGHT - out),
        "title": f"q /Out gs {manner.white} {line(TITLE, 36, 334, 23)} Q",
        "text": _text(manner, BODY, 288),
        "rule": f"q 0.5 w {black.replace('k', 'K').replace('g', 'G')} 36 214 m 270 214 l S Q",
        "photo": shown("Photo", 36, 120, 114, 80),
        "plate": area(manner.white, *PLATE),
        "code": code(ADDRESS, *CODE, MODULE, ink=black),
        "caption": _text(manner, ("Read it all and sign:",), 98, font="C"),
        "imprint": _text(manner, (IMPRINT,), 48, size=8),
    }


def _back(manner: Manner) -> dict[str, str]:
    return _ground(manner) | {"text": _text(manner, (TITLE, *BODY, *BODY), 340)}


def _text(
    manner: Manner, lines: tuple[str, ...], top: float, *, size: float = 9.5, font: str = "T"
) -> str:
    rows = (line(text, 36, top - 13 * n, size, font=font) for n, text in enumerate(lines))
    return f"q /Over gs {manner.black} {' '.join(rows)} Q"


# ---- what the file says of itself --------------------------------------------------


def _described(draft: Draft, *, version: str) -> None:
    """Metadata that agree with the information (PDF/X-4: ISO 15930-7, 6.7.2)."""
    draft.xmp |= {
        "dc:title": TITLE,
        "pdf:Producer": "by hand",
        "pdf:Trapped": "False",
        "pdfxid:GTS_PDFXVersion": version,
        "xmp:CreateDate": "2024-01-01T12:00:00Z",
        "xmp:ModifyDate": "2024-01-01T12:00:00Z",
        "xmp:MetadataDate": "2024-01-01T12:00:00Z",
        "xmpMM:DocumentID": "uuid:00112233-4455-6677-8899-aabbccddeeff",
        "xmpMM:VersionID": "1",
        "xmpMM:RenditionClass": "default",
    }


def intent(
    draft: Draft, *, kind: str = "GTS_PDFX", icc: bytes | None = None, condition: str = "FOGRA39"
) -> str:
    """An output intent (14.11.5)."""
    entries = {
        "Type": "/OutputIntent",
        "S": f"/{kind}",
        "OutputConditionIdentifier": f"({condition})",
        "OutputCondition": "(Coated offset, ISO 12647-2)",
        "RegistryName": "(http://www.color.org)",
        "Info": "(Coated offset)",
    }
    if icc:
        components = {b"CMYK": 4, b"RGB ": 3, b"GRAY": 1}[icc[16:20]]
        entries["DestOutputProfile"] = draft.add(stream(icc, f"/N {components}"))
    return f"[{draft.add(dictionary(entries))}]"


def _x4(draft: Draft) -> None:
    draft.info["Trapped"] = "/False"
    draft.catalog["OutputIntents"] = intent(draft, icc=press())
    _described(draft, version="PDF/X-4")


def _x1a(draft: Draft) -> None:
    """PDF/X-1a:2001 (ISO 15930-1): 1.3, and its name in the information."""
    draft.header = "1.3"
    draft.info |= {
        "Trapped": "/False",
        "GTS_PDFXVersion": "(PDF/X-1:2001)",
        "GTS_PDFXConformance": "(PDF/X-1a:2001)",
    }
    draft.catalog["OutputIntents"] = intent(draft)


def _plain(draft: Draft) -> None:
    draft.catalog["Lang"] = "(en)"


_TAGS = {
    "title": "H1",
    "text": "P",
    "photo": "Figure",
    "code": "Figure",
    "caption": "P",
    "imprint": "P",
}
"""What the parts are called for those who hear them read; all else is decoration."""

_ALT = {"photo": "Apple trees in flower", "code": f"A QR code that leads to {ADDRESS}"}


def _tagged(draft: Draft) -> None:
    """Every part of the pages is in the structure or an artifact (14.7, 14.8; PDF/UA-1)."""
    draft.catalog |= {
        "Lang": "(en)",
        "MarkInfo": "<< /Marked true >>",
        "ViewerPreferences": "<< /DisplayDocTitle true >>",
    }
    draft.xmp |= {"dc:title": TITLE, "pdf:Producer": "by hand", "pdfuaid:part": "1"}
    root = draft.add(b"")
    whole = draft.add(b"")
    kids, parents = [], []
    for number, side in enumerate(draft.sides):
        side.entries |= {"StructParents": str(number), "Tabs": "/S"}
        own = [_element(draft, side, number, name, whole) for name in list(side.parts)]
        own = [element for element in own if element]
        kids += own
        parents.append(f"{number} [{' '.join(own)}]")
    tree = draft.add(f"<< /Nums [{' '.join(parents)}] >>")
    draft.put(root, f"<< /Type /StructTreeRoot /K {whole} /ParentTree {tree} >>")
    draft.put(whole, f"<< /Type /StructElem /S /Document /P {root} /K [{' '.join(kids)}] >>")
    draft.catalog["StructTreeRoot"] = root


def _element(draft: Draft, side: Side, number: int, name: str, parent: str) -> str:
    """Mark a part of a side; its element, or nothing for what is decoration."""
    part = side.parts[name]
    if name not in _TAGS:
        side.parts[name] = f"/Artifact BMC {part} EMC"
        return ""
    mark = sum("/MCID" in one for one in side.parts.values())
    kind = _TAGS[name]
    side.parts[name] = f"/{kind} << /MCID {mark} >> BDC {part} EMC"
    alt = f"/Alt ({_ALT[name]}) /A << /O /Layout /BBox [36 100 270 203] >>" if name in _ALT else ""
    return draft.add(
        f"<< /Type /StructElem /S /{kind} /P {parent} /K {mark} /Pg {page(number)} {alt} >>"
    )


_FINISHES: dict[str, Callable[[Draft], None]] = {
    "shop": _x4,
    "shop-x1a": _x1a,
    "union-shop": _x4,
    "home": _plain,
    "home-bw": _plain,
    "web": _tagged,
}
