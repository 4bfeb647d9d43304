"""What a PDF says about itself in XMP (ISO 16684-1), as in its information dictionary."""

import datetime
import re
from xml.sax.saxutils import escape

from flyers.press.info import DocumentInfo

_NAMESPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfxid": "http://www.npes.org/pdfx/ns/id/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
}

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 does not have."""


def xmp(info: DocumentInfo, date: datetime.date, claim: str, digest: bytes) -> bytes:
    """The packet of a PDF/X. ``claim`` is the standard, like ``PDF/X-4``; ``digest``, 16 bytes, is
    of what the file was made from, and becomes its identifier."""
    when = f"{date.isoformat()}T00:00:00Z"
    hexed = digest.hex()
    name = "-".join((hexed[:8], hexed[8:12], hexed[12:16], hexed[16:20], hexed[20:32]))
    simple = {
        "pdfxid:GTS_PDFXVersion": claim,
        "pdf:Producer": "flyers",
        "pdf:Keywords": ", ".join(info.keywords),
        "pdf:Trapped": "False",
        "xmp:CreatorTool": "flyers",
        "xmp:CreateDate": when,
        "xmp:ModifyDate": when,
        "xmp:MetadataDate": when,
        "xmpMM:DocumentID": f"uuid:{name}",
        "xmpMM:InstanceID": f"uuid:{name}",
        "xmpMM:RenditionClass": "default",
        "xmpMM:VersionID": "1",
        "dc:format": "application/pdf",
    }
    lines = [f"<{name}>{_text(value)}</{name}>" for name, value in simple.items() if value]
    lines.append(_in("dc:title", "Alt", info.title, ' xml:lang="x-default"'))
    if info.author:
        lines.append(_in("dc:creator", "Seq", info.author))
    if info.subject:
        lines.append(_in("dc:description", "Alt", info.subject, ' xml:lang="x-default"'))
    spaces = "".join(f' xmlns:{prefix}="{name}"' for prefix, name in _NAMESPACES.items())
    body = "\n".join(lines)
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF{spaces}><rdf:Description rdf:about="">\n'
        f"{body}\n</rdf:Description></rdf:RDF></x:xmpmeta>\n"
        '<?xpacket end="r"?>'
    ).encode()


def _in(name: str, kind: str, value: str, language: str = "") -> str:
    """A value in a list of one (7.5)."""
    item = f"<rdf:li{language}>{_text(value)}</rdf:li>"
    return f"<{name}><rdf:{kind}>{item}</rdf:{kind}></{name}>"


def _text(value: str) -> str:
    return escape(_NOT_XML.sub("", value))
