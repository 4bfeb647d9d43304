"""Facts about a PDF as a whole: the standards it claims, its intents, tags and actions.

ISO 32000-1: 12.6 (actions), 14.3 (metadata), 14.7 (tags), 14.11.5 (intents).
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from flyers.press.read.annotations import annotations_of
from flyers.press.read.content.layers import Layers, name_of
from flyers.press.read.damage import unless_damaged
from flyers.press.read.facts import Intent
from flyers.press.read.filters import data_of
from flyers.press.read.objects import followed, is_true

if TYPE_CHECKING:
    from pypdf import PdfReader

LARGEST_XMP = 1_000_000
"""Bytes of metadata that are read; claims of standards stand near the beginning of far less."""

MOST = 10_000
"""Entries of a tree or a list that are read."""

ACTIVE = (
    "JavaScript",
    "Launch",
    "SubmitForm",
    "ImportData",
    "Movie",
    "Sound",
    "Rendition",
    "GoTo3DView",
)
"""Actions that are more than a way within the file or to the web (12.6.4, table 198)."""


def document_facts(reader: "PdfReader") -> dict[str, Any]:
    """Return the facts by the names of the fields of FileFacts. What is damaged is left out."""
    empty: dict[str, Any] = {}
    root: Any = unless_damaged(lambda: reader.root_object, empty) or empty
    xmp = unless_damaged(lambda: _xmp(root), "")
    information = unless_damaged(lambda: dict(reader.metadata or {}), empty)
    readings: Mapping[str, Callable[[], Any]] = {
        "version": lambda: str(root.get("/Version", reader.pdf_header[5:8])).lstrip("/"),
        "encrypted": lambda: bool(reader.is_encrypted),
        "scripts": lambda: tuple(dict.fromkeys(_scripts(reader, root))),
        "fields": lambda: len(
            followed((followed(root.get("/AcroForm")) or {}).get("/Fields")) or ()
        ),
        "attachments": lambda: tuple(_attachments(root)),
        "layers": lambda: tuple(name for name, _ in _layers(root)),
        "hidden_layers": lambda: tuple(name for name, off in _layers(root) if off),
        "discord": lambda: tuple(_discord(xmp, information)),
        "intents": lambda: tuple(_intents(root)),
        "claims": lambda: _claims(xmp, information),
        "title": lambda: str(information.get("/Title") or _property(xmp, "dc:title")),
        "title_shown": lambda: is_true(
            (followed(root.get("/ViewerPreferences")) or {}).get("/DisplayDocTitle", False)
        ),
        "language": lambda: str(followed(root.get("/Lang", ""))),
        "tagged": lambda: (
            "/StructTreeRoot" in root
            and is_true((followed(root.get("/MarkInfo")) or {}).get("/Marked", False))
        ),
        "identified": lambda: bool(followed(reader.trailer.get("/ID"))),
        "trapped": lambda: (
            str(information.get("/Trapped", "")).lstrip("/") or _property(xmp, "pdf:Trapped")
        ),
        "outlines": lambda: int(bool((followed(root.get("/Outlines")) or {}).get("/First"))),
    }
    found = {name: unless_damaged(read, None) for name, read in readings.items()}
    found |= unless_damaged(lambda: _tags(root), empty)
    return {name: value for name, value in found.items() if value is not None}


def _xmp(root: Any) -> str:
    metadata = followed(root.get("/Metadata"))
    data = data_of(metadata)[:LARGEST_XMP] if hasattr(metadata, "get_data") else b""
    wide = data[:2] in (b"\xff\xfe", b"\xfe\xff")
    return data.decode("utf-16" if wide else "utf-8", "replace")


def _property(xmp: str, name: str) -> str:
    """Return the first text of a property in XMP, be it an element or an attribute."""
    match = re.search(rf"\b{name}(?:\s*=\s*[\"']|(?:\s[^>]*)?>(?:\s*<[^>]*>)*)([^<\"']*)", xmp)
    return match[1].strip() if match else ""


def _claims(xmp: str, information: Mapping[str, Any]) -> dict[str, str]:
    """Return the standards that the file claims. PDF/X-1a is claimed in the information
    dictionary."""
    claims = {
        "PDF/X": _property(xmp, "pdfxid:GTS_PDFXVersion")
        or str(information.get("/GTS_PDFXConformance") or information.get("/GTS_PDFXVersion", "")),
        "PDF/A": _property(xmp, "pdfaid:part") + _property(xmp, "pdfaid:conformance").lower(),
        "PDF/UA": _property(xmp, "pdfuaid:part"),
    }
    return {name: version for name, version in claims.items() if version}


def _intents(root: Any) -> Iterator[Intent]:
    for reference in followed(root.get("/OutputIntents")) or ():
        intent = followed(reference)
        profile = followed(intent.get("/DestOutputProfile")) or {}
        yield Intent(
            kind=str(intent.get("/S", "")).lstrip("/"),
            condition=str(followed(intent.get("/OutputConditionIdentifier", ""))),
            registry=str(followed(intent.get("/RegistryName", ""))),
            inks=int(profile.get("/N", 0)),
        )


def _layers(root: Any) -> Iterator[tuple[str, bool]]:
    """Yield the name of each layer, and True if it is off."""
    groups = followed((followed(root.get("/OCProperties")) or {}).get("/OCGs")) or ()
    states = Layers(root)
    for reference in list(groups)[:MOST]:
        yield name_of(reference), states.is_off(reference)


# Entries of both information and metadata (ISO 32000-1, 14.3.3; XMP specification, part 1).
TWICE = {"/Title": "dc:title", "/Trapped": "pdf:Trapped", "/Producer": "pdf:Producer"}


def _discord(xmp: str, information: Mapping[str, Any]) -> Iterator[str]:
    from html import unescape

    for key, name in TWICE.items():
        one, other = str(information.get(key, "")).lstrip("/"), _property(xmp, name)
        if one and other and one.strip() != unescape(other):
            yield key.lstrip("/")


def _scripts(reader: "PdfReader", root: Any) -> Iterator[str]:
    """Yield the actions on opening, touching and printing; not the targets of links."""
    names = followed(root.get("/Names")) or {}
    if "/JavaScript" in names:
        yield "JavaScript"
    yield from _actions(root.get("/OpenAction"))
    if "/XFA" in (followed(root.get("/AcroForm")) or {}):
        yield "XFA form"
    holders = [root, *reader.pages[:MOST]]
    for holder in holders:
        for action in (followed(holder.get("/AA")) or {}).values():
            yield from _actions(action)
        for annotation in annotations_of(holder):
            yield from _actions(annotation.get("/A"))
            for action in (followed(annotation.get("/AA")) or {}).values():
                yield from _actions(action)


def _actions(first: Any) -> Iterator[str]:
    """Yield the kinds of an action and of those that follow it (12.6.2), each once."""
    seen: set[int] = set()
    open_ = [first]
    while open_ and len(seen) < MOST:
        action = followed(open_.pop())
        if isinstance(action, list):
            open_ += action
        elif hasattr(action, "get") and id(action) not in seen:
            seen.add(id(action))
            kind = str(action.get("/S", "")).lstrip("/")
            if kind in ACTIVE:
                yield kind
            open_.append(action.get("/Next"))


def _attachments(root: Any) -> Iterator[str]:
    """Yield the names of embedded files (7.11.4, 7.9.6)."""
    names = followed(root.get("/Names")) or {}
    left, open_ = MOST, [followed(names.get("/EmbeddedFiles")) or {}]
    while open_ and left:
        node, left = open_.pop(), left - 1
        pairs = followed(node.get("/Names")) or []
        yield from (str(followed(name)) for name in pairs[::2])
        open_ += [followed(kid) or {} for kid in followed(node.get("/Kids")) or ()]


def _tags(root: Any) -> dict[str, Any]:
    """Return the number of headings in the tree of tags, and for each figure True if it has a text
    alternative."""
    tree = followed(root.get("/StructTreeRoot")) or {}
    roles = {str(k): str(followed(v)) for k, v in (followed(tree.get("/RoleMap")) or {}).items()}
    headings, figures, left = 0, [], MOST
    open_: list[Any] = [tree.get("/K")]
    while open_ and left:
        node, left = followed(open_.pop()), left - 1
        if isinstance(node, list):
            open_ += reversed(node)
        elif hasattr(node, "get"):
            name = str(node.get("/S", ""))
            name = roles.get(name, name).lstrip("/")
            headings += bool(re.fullmatch(r"H\d?", name))
            if name == "Figure":
                figures.append("/Alt" in node or "/ActualText" in node)
            open_.append(node.get("/K"))
    return {"headings": headings, "figures": tuple(figures)}
