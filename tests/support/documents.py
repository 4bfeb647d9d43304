"""Documents of word processors in small, made entry by entry."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

ODF = "urn:oasis:names:tc:opendocument:xmlns"
_SPACES = {
    "office": f"{ODF}:office:1.0",
    "text": f"{ODF}:text:1.0",
    "style": f"{ODF}:style:1.0",
    "table": f"{ODF}:table:1.0",
    "draw": f"{ODF}:drawing:1.0",
    "fo": f"{ODF}:xsl-fo-compatible:1.0",
    "svg": f"{ODF}:svg-compatible:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
}
_STYLES = """
<style:style style:name="B"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="I"><style:text-properties fo:font-style="italic"/></style:style>
<style:style style:name="L"><style:text-properties style:text-position="sub 58%"/></style:style>
<style:style style:name="T1" style:parent-style-name="Title"/>
<style:style style:name="Q1" style:parent-style-name="Quotations"/>
<text:list-style style:name="N">
  <text:list-level-style-number text:level="1" style:num-format="1"/>
  <text:list-level-style-bullet text:level="2"/>
</text:list-style>
"""
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.document.main+xml"/>'
    "</Types>"
)
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Target="word/document.xml" Type="http://schemas.openxmlformats.org/'
    'officeDocument/2006/relationships/officeDocument"/></Relationships>'
)


def zipped(entries: dict[str, str | bytes]) -> bytes:
    """A zip file of these entries."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return out.getvalue()


def odt(body: str, **entries: str | bytes) -> bytes:
    """A text of OpenDocument. ``body`` is in its own elements, with the styles B, I and L for
    words, T1 and Q1 for paragraphs, N for lists that count."""
    spaces = " ".join(f'xmlns:{name}="{space}"' for name, space in _SPACES.items())
    content = (
        f"<office:document-content {spaces}><office:automatic-styles>{_STYLES}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    return zipped({"content.xml": content, **entries})


def docx(body: str) -> bytes:
    """A document of Word. ``body`` is in its own elements, ``w:`` their namespace."""
    document = f'<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>'
    styles = (
        f'<w:styles xmlns:w="{_W}"><w:style w:type="paragraph" w:styleId="T">'
        '<w:name w:val="Title"/></w:style><w:style w:type="paragraph" w:styleId="H">'
        '<w:name w:val="heading 1"/></w:style>'
        "</w:styles>"
    )
    return zipped(
        {
            "[Content_Types].xml": _TYPES,
            "_rels/.rels": _RELATIONS,
            "word/document.xml": document,
            "word/styles.xml": styles,
        }
    )
