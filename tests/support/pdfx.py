"""The rules of PDF/X-4 and PDF/X-1a:2001, checked by a reader that is not ours.

ISO 15930-7:2010 (X-4, on PDF 1.6) and ISO 15930-1:2001 (X-1a, on PDF 1.3). There
is no free validator for them, so the rules that a file made here could break are
written down. Nothing here knows how the file was made.
"""

import re
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream

RGB_OPERATORS = {"rg", "RG"}
SPACES = {"/DeviceGray", "/DeviceCMYK", "/Pattern"}
NEWER_THAN_1_3 = {"/SMask", "/ca", "/CA", "/BM", "/AIS", "/Group", "/OC", "/Metadata", "/Lang"}
"""Keys of PDF 1.4 and later, by which a reader of 1.3 would see another picture or none."""


def broken_rules(data: bytes, standard: str) -> list[str]:
    """Which rules of ``x-4`` or ``x-1a`` the file breaks, each in a few words."""
    with Pdf.open(BytesIO(data)) as pdf:
        return sorted({broken for rule in RULES for broken in rule(pdf, data, standard)})


def version(pdf: Pdf, data: bytes, standard: str) -> Iterator[str]:
    header = {"x-4": b"%PDF-1.6\n", "x-1a": b"%PDF-1.3\n"}[standard]
    if not data.startswith(header):
        yield "version"
    if "/Version" in pdf.Root:
        yield "version in the catalog"
    if standard == "x-1a" and re.search(rb"/Type\s*/(ObjStm|XRef)\b", data):
        yield "object streams"
    if pdf.is_encrypted:
        yield "encrypted"
    if "/ID" not in pdf.trailer:
        yield "no identifier"


def claim(pdf: Pdf, data: bytes, standard: str) -> Iterator[str]:
    info = pdf.docinfo
    for key in ("/Title", "/CreationDate", "/ModDate", "/Trapped"):
        if key not in info:
            yield f"no {key}"
    if info.get("/Trapped") not in (Name.True_, Name.False_, Name("/True"), Name("/False")):
        yield "trapped is neither true nor false"
    said = str(info.get("/GTS_PDFXVersion", "")), str(info.get("/GTS_PDFXConformance", ""))
    wanted = {"x-4": ("PDF/X-4", ""), "x-1a": ("PDF/X-1:2001", "PDF/X-1a:2001")}
    if said != wanted[standard]:
        yield "claim"


def metadata(pdf: Pdf, data: bytes, standard: str) -> Iterator[str]:
    if standard == "x-1a":
        return
    if "/Metadata" not in pdf.Root:
        yield "no XMP"
        return
    if "/Filter" in pdf.Root.Metadata:
        yield "XMP is compressed"
    xmp, info = pdf.open_metadata(), pdf.docinfo
    same = {
        "dc:title": info.get("/Title"),
        "dc:description": info.get("/Subject"),
        "pdf:Keywords": info.get("/Keywords"),
        "pdf:Producer": info.get("/Producer"),
        "xmp:CreatorTool": info.get("/Creator"),
        "pdfxid:GTS_PDFXVersion": info.get("/GTS_PDFXVersion"),
    }
    for name, value in same.items():
        if (str(value) if value is not None else None) != _xmp(xmp, name):
            yield f"{name} is not as in the information dictionary"
    for name, key in (("xmp:CreateDate", "/CreationDate"), ("xmp:ModifyDate", "/ModDate")):
        if _digits(_xmp(xmp, name)) != _digits(str(info.get(key, ""))):
            yield f"{name} is not as in the information dictionary"
    for name in ("xmp:MetadataDate", "xmpMM:DocumentID", "xmpMM:VersionID"):
        if not _xmp(xmp, name):
            yield f"no {name}"
    if _xmp(xmp, "xmpMM:RenditionClass") != "default":
        yield "rendition class"
    if _xmp(xmp, "pdf:Trapped") != str(info.get("/Trapped", "")).lstrip("/"):
        yield "pdf:Trapped is not as in the information dictionary"


_SPACES_OF_XMP = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfxid": "http://www.npes.org/pdfx/ns/id/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
}


def _xmp(xmp: Any, name: str) -> str | None:
    prefix, _, local = name.partition(":")
    value = xmp.get(f"{{{_SPACES_OF_XMP[prefix]}}}{local}")
    return None if value is None else str(value)


def _digits(date: str | None) -> str:
    return re.sub(r"\D", "", date or "")


def intent(pdf: Pdf, data: bytes, standard: str) -> Iterator[str]:
    intents = [i for i in pdf.Root.get("/OutputIntents", []) if i.get("/S") == Name.GTS_PDFX]
    if len(intents) != 1:
        yield "no output intent"
        return
    (one,) = intents
    if "/OutputConditionIdentifier" not in one:
        yield "no condition"
    if "/Info" not in one and "/RegistryName" not in one:
        yield "a condition that nobody registered and nothing explains"
    if "/DestOutputProfile" not in one:
        yield "no profile"
        return
    profile = one.DestOutputProfile.read_bytes()
    if (profile[36:40], profile[12:16], profile[16:20]) != (b"acsp", b"prtr", b"CMYK"):
        yield "the profile is not one of a press in CMYK"
    if int(one.DestOutputProfile.N) != 4:
        yield "the profile has not four channels"
    if profile[8] > {"x-4": 4, "x-1a": 2}[standard]:
        yield "the profile is too new"


def boxes(pdf: Pdf, data: bytes, standard: str) -> Iterator[str]:
    for page in pdf.pages:
        if "/TrimBox" not in page or "/ArtBox" in page:
            yield "no trim"
            continue
        trim, media = _box(page.TrimBox), _box(page.MediaBox)
        bleed = _box(page.get("/BleedBox", page.MediaBox))
        if not _inside(trim, bleed) or not _inside(bleed, media):
            yield "boxes are not nested"
        if "/CropBox" in page and not _inside(bleed, _box(page.CropBox)):
            yield "the crop cuts off bleed"


def _box(rectangle: Any) -> tuple[float, ...]:
    return tuple(float(number) for number in rectangle)


def _inside(inner: tuple[float, ...], outer: tuple[float, ...]) -> bool:
    low = all(a >= b - 0.01 for a, b in zip(inner[:2], outer[:2], strict=True))
    return low and all(a <= b + 0.01 for a, b in zip(inner[2:], outer[2:], strict=True))


def nothing_lively(pdf: Pdf, data: bytes, standard: str) -> Iterator[str]:
    for key in ("/OpenAction", "/AA", "/AcroForm", "/OCProperties", "/StructTreeRoot", "/MarkInfo"):
        if key in pdf.Root:
            yield f"{key} in the catalog"
    for name in ("/JavaScript", "/EmbeddedFiles"):
        if name in pdf.Root.get("/Names", {}):
            yield name
    for page in pdf.pages:
        if "/Annots" in page or "/AA" in page:
            yield "an annotation inside the page"


def encodings(pdf: Pdf, data: bytes, standard: str) -> Iterator[str]:
    refused = {"x-4": {"/LZWDecode"}, "x-1a": {"/LZWDecode", "/JPXDecode", "/JBIG2Decode"}}
    for thing in pdf.objects:
        if not isinstance(thing, Stream):
            continue
        filters: Any = thing.get("/Filter", [])
        names = {str(f) for f in (filters if isinstance(filters, Array) else [filters])}
        if names & refused[standard] or "/Crypt" in names:
            yield "a filter that is refused"
        if "/F" in thing or thing.get("/Subtype") == Name.PS or "/Alternates" in thing:
            yield "a stream from elsewhere"


def fonts(pdf: Pdf, data: bytes, standard: str) -> Iterator[str]:
    for resources in _resources(pdf):
        for font in resources.get("/Font", {}).values():
            inner = font.get("/DescendantFonts", [font])[0]
            descriptor = inner.get("/FontDescriptor", {})
            if font.get("/Subtype") == Name.Type3:
                continue
            embedded = {"/FontFile", "/FontFile2", "/FontFile3"} & set(descriptor.keys())
            if not embedded:
                yield "a font is not embedded"
            if standard == "x-1a" and "/FontFile3" in embedded:
                yield "a font of a later version"
            if inner.get("/Subtype") == Name.CIDFontType2 and "/CIDToGIDMap" not in inner:
                yield "a font without its glyphs' numbers"


def transparency(pdf: Pdf, data: bytes, standard: str) -> Iterator[str]:
    if standard != "x-1a":
        return
    for thing in pdf.objects:
        if isinstance(thing, Dictionary | Stream):
            for key in NEWER_THAN_1_3 & set(thing.keys()):
                yield f"{key}, which is newer than PDF 1.3"
    for resources in _resources(pdf):
        for state in resources.get("/ExtGState", {}).values():
            for key in NEWER_THAN_1_3 & set(state.keys()):
                yield f"{key}, which is newer than PDF 1.3"


def colours(pdf: Pdf, data: bytes, standard: str) -> Iterator[str]:
    for stream, resources in _streams(pdf):
        for operation in pikepdf.parse_content_stream(stream):
            operands, operator = operation.operands, operation.operator
            if str(operator) in RGB_OPERATORS:
                yield "RGB"
            if str(operator) in ("cs", "CS"):
                yield from _space(
                    resources.get("/ColorSpace", {}).get(str(operands[0]), operands[0])
                )
    for resources in _resources(pdf):
        for key, space in resources.get("/ColorSpace", {}).items():
            if key.startswith("/Default"):
                yield f"{key} stands for a device's own colours"
            yield from _space(space)
        for shading in resources.get("/Shading", {}).values():
            yield from _space(shading.ColorSpace)
        for pattern in resources.get("/Pattern", {}).values():
            if "/Shading" in pattern:
                yield from _space(pattern.Shading.ColorSpace)
        for thing in resources.get("/XObject", {}).values():
            if "/ColorSpace" in thing:
                yield from _space(thing.ColorSpace)
            group = thing.get("/Group", {})
            if "/CS" in group:
                yield from _space(group.CS)


def _space(space: Any) -> Iterator[str]:
    if not isinstance(space, Array):
        if str(space) not in SPACES:
            yield f"the space {space}"
    elif space[0] == Name.Indexed:
        yield from _space(space[1])
    elif space[0] == Name.Separation:
        yield from _space(space[2])
    else:
        yield f"the space {space[0]}"


Rule = Callable[[Pdf, bytes, str], Iterator[str]]

RULES: tuple[Rule, ...] = (
    version,
    claim,
    metadata,
    intent,
    boxes,
    nothing_lively,
    encodings,
    fonts,
    transparency,
    colours,
)


def _resources(pdf: Pdf) -> Iterator[Any]:
    for _, resources in _streams(pdf):
        yield resources


def _streams(pdf: Pdf) -> Iterator[tuple[Any, Any]]:
    """Every content stream that a page reaches, with its resources; masks too."""
    seen: set[tuple[int, int]] = set()
    waiting: list[tuple[Any, Any]] = [
        (page.obj, page.obj.get("/Resources", Dictionary())) for page in pdf.pages
    ]
    while waiting:
        stream, resources = waiting.pop()
        if stream.is_indirect and stream.objgen in seen:
            continue
        seen.add(stream.objgen)
        yield stream, resources
        inner = [*resources.get("/XObject", {}).values(), *resources.get("/Pattern", {}).values()]
        states = resources.get("/ExtGState", {}).values()
        masks = [state.SMask for state in states if isinstance(state.get("/SMask"), Dictionary)]
        inner += [mask.G for mask in masks]
        waiting += [
            (thing, thing.get("/Resources", resources))
            for thing in inner
            if isinstance(thing, Stream) and thing.get("/Subtype") != Name.Image
        ]
