"""Files that are written, sealed or described in ways of their own (7.5, 7.6, 14)."""

from io import BytesIO

from awkward.building import appended, document, packed, page, stream, written
from awkward.drawing import HIDDEN, figure, filled
from awkward.sealed import AES_256
from awkward.table import awkward, refused


def _plain() -> bytes:
    return written(document(page(1), page(2)))


def _encrypted(password: str) -> bytes:
    from pypdf import PdfWriter

    writer = PdfWriter(clone_from=BytesIO(_plain()))
    writer.encrypt(password, owner_password="owner", algorithm="RC4-128")
    sealed = BytesIO()
    writer.write(sealed)
    return sealed.getvalue()


@awkward()
def pdf_1_3() -> bytes:
    """The header says 1.3, as of a file from the last century."""
    return written(document(page(1), page(2)), header="1.3")


@awkward()
def pdf_2_0() -> bytes:
    """The header says 2.0."""
    return written(document(page(1), page(2)), header="2.0")


@awkward()
def encrypted_without_a_password() -> bytes:
    """Encrypted with RC4, but no password is needed to read it: only to change it."""
    return _encrypted("")


@awkward()
def encrypted_with_aes_256() -> bytes:
    """Encrypted with AES, and no password is needed to read it."""
    return AES_256


@refused
def encrypted_with_a_password() -> bytes:
    """Nobody who has not been told the password can read it."""
    return _encrypted("secret")


@awkward()
def object_streams() -> bytes:
    """Pages and fonts are packed into a stream, and so is the cross-reference table."""
    return packed(document(page(1), page(2)))


@awkward()
def updated() -> bytes:
    """Page 1 was changed by writing its new contents after the end of the file (7.5.6)."""
    old = written(document(page(1, contents=filled(HIDDEN, 0, 0, 200, 300)), page(2)))
    before = old.rindex(b"startxref") + len(b"startxref")
    table = int(old[before:].split()[0])
    return appended(old, {21: stream(figure(1)), 23: stream(figure(2))}, f"/Prev {table}")


@awkward()
def for_the_printer() -> bytes:
    """It has what a print shop asks for: an output intent, XMP, Info and an ID."""
    xmp = (
        "<?xpacket begin='\ufeff' id='W5M0MpCehiHzreSzNTczkc9d'?>"
        "<x:xmpmeta xmlns:x='adobe:ns:meta/'>"
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
        "<rdf:Description rdf:about='' xmlns:dc='http://purl.org/dc/elements/1.1/'>"
        "<dc:title><rdf:Alt><rdf:li xml:lang='x-default'>Keep the pool open</rdf:li></rdf:Alt>"
        "</dc:title></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end='r'?>"
    )
    trim = "/TrimBox [0 0 200 300]"
    return written(
        document(
            page(1, trim),
            page(2, trim),
            catalog="/Metadata 4 0 R /OutputIntents [5 0 R]",
            more={
                4: stream(xmp.encode(), "/Type /Metadata /Subtype /XML"),
                5: "<< /Type /OutputIntent /S /GTS_PDFX /OutputConditionIdentifier (FOGRA51)"
                " /RegistryName (http://www.color.org) /Info (PSO coated v3) >>",
                6: "<< /Title (Keep the pool open) /Author (Friends of the Millford Pool)"
                " /Trapped /False /CreationDate (D:20250401120000Z) >>",
            },
        ),
        trailer="/Info 6 0 R /ID [<00112233445566778899aabbccddeeff>"
        " <ffeeddccbbaa99887766554433221100>]",
    )


@awkward()
def tagged() -> bytes:
    """Every drawing is marked as content of a structure tree, which imposition tears up (14.7)."""
    return written(
        document(
            *(
                page(
                    n,
                    f"/StructParents {n - 1} /Tabs /S",
                    contents=b"/Figure << /MCID 0 >> BDC\n" + figure(n) + b"\nEMC",
                )
                for n in (1, 2)
            ),
            catalog="/StructTreeRoot 4 0 R /MarkInfo << /Marked true >> /Lang (en)",
            more={
                4: "<< /Type /StructTreeRoot /K [5 0 R 6 0 R]"
                " /ParentTree << /Nums [0 [5 0 R] 1 [6 0 R]] >> /ParentTreeNextKey 2 >>",
                5: "<< /Type /StructElem /S /Figure /P 4 0 R /Pg 20 0 R /K 0 /Alt (An F) >>",
                6: "<< /Type /StructElem /S /Figure /P 4 0 R /Pg 22 0 R /K 0 /Alt (An F) >>",
            },
        )
    )


@awkward()
def outlines_and_labels() -> bytes:
    """Bookmarks, page labels and a page to open at: all speak of pages that move."""
    return written(
        document(
            page(1),
            page(2),
            catalog="/Outlines 4 0 R /PageLabels << /Nums [0 << /S /r >>] >>"
            " /OpenAction [22 0 R /Fit] /PageMode /UseOutlines",
            more={
                4: "<< /Type /Outlines /First 5 0 R /Last 5 0 R /Count 1 >>",
                5: "<< /Title (The second page) /Parent 4 0 R /Dest [22 0 R /Fit] >>",
            },
        )
    )
