"""Metadata in XMP (ISO 16684-1), in agreement with the information dictionary."""

import datetime
import re
from collections.abc import Mapping
from xml.sax.saxutils import escape

from flyers.press.write.info import DocumentInfo

_NAMESPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfxid": "http://www.npes.org/pdfx/ns/id/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
}

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 does not have."""

# PDF/A requires a description of every schema that it does not define (ISO 19005-2, 6.6.2.3.3).
_UA_SCHEMA = """<rdf:Description rdf:about=""
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 that is kept</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""


def xmp(info: DocumentInfo, date: datetime.date, claim: str, digest: bytes) -> bytes:
    """Return the packet of a PDF/X.

    ``claim`` is the standard, like ``PDF/X-4``; ``digest``, 16 bytes of what the file was made
    from, becomes its identifier.
    """
    when = f"{date.isoformat()}T00:00:00Z"
    simple = {
        "pdfxid:GTS_PDFXVersion": claim,
        "pdf:Trapped": "False",
        "xmp:CreatorTool": "flyers",
        "xmp:CreateDate": when,
        "xmp:ModifyDate": when,
        "xmp:MetadataDate": when,
        **_identity(digest),
        "dc:format": "application/pdf",
    }
    return _packet(info, simple)


def accessible(info: DocumentInfo) -> bytes:
    """Return the packet of a file that is PDF/UA-1 and PDF/A-2u (ISO 14289-1, 5; ISO 19005-2,
    6.6.4)."""
    simple = {
        "pdfuaid:part": "1",
        "pdfaid:part": "2",
        "pdfaid:conformance": "U",
        "xmp:CreateDate": info.date.isoformat() if info.date else "",
    }
    return _packet(info, simple, _in("dc:language", "Bag", info.language), described=_UA_SCHEMA)


def agreeing(info: DocumentInfo, simple: Mapping[str, str], digest: bytes) -> bytes:
    """Return the packet of a file that others made, in agreement with its information: ``simple``
    by the names of the properties."""
    return _packet(info, {**simple, **_identity(digest), "dc:format": "application/pdf"})


def _identity(digest: bytes) -> Mapping[str, str]:
    """Return the identifiers of the file (ISO 16684-1, 8.6)."""
    hexed = digest.hex()
    name = "-".join((hexed[:8], hexed[8:12], hexed[12:16], hexed[16:20], hexed[20:32]))
    return {
        "xmpMM:DocumentID": f"uuid:{name}",
        "xmpMM:InstanceID": f"uuid:{name}",
        "xmpMM:RenditionClass": "default",
        "xmpMM:VersionID": "1",
    }


def _packet(
    info: DocumentInfo, simple: Mapping[str, str], *listed: str, described: str = ""
) -> bytes:
    simple = {"pdf:Producer": "flyers", "pdf:Keywords": ", ".join(info.keywords), **simple}
    lines = [f"<{name}>{_text(value)}</{name}>" for name, value in simple.items() if value]
    if info.title:
        lines.append(_in("dc:title", "Alt", info.title, ' xml:lang="x-default"'))
    if info.author:
        lines.append(_in("dc:creator", "Seq", info.author))
    if info.subject:
        lines.append(_in("dc:description", "Alt", info.subject, ' xml:lang="x-default"'))
    body = "\n".join([*lines, *listed])
    used = {prefix: name for prefix, name in _NAMESPACES.items() if f"<{prefix}:" in body}
    spaces = "".join(f' xmlns:{prefix}="{name}"' for prefix, name in used.items())
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF{spaces}><rdf:Description rdf:about="">\n'
        f"{body}\n</rdf:Description>\n{described}</rdf:RDF></x:xmpmeta>\n"
        '<?xpacket end="r"?>'
    ).encode()


def _in(name: str, kind: str, value: str, language: str = "") -> str:
    """Return a value in a list of one (7.5)."""
    item = f"<rdf:li{language}>{_text(value)}</rdf:li>"
    return f"<{name}><rdf:{kind}>{item}</rdf:{kind}></{name}>"


def _text(value: str) -> str:
    return escape(_NOT_XML.sub("", value))
