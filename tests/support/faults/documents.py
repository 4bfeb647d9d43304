"""Files that are sealed, that do things by themselves, or do not keep what they claim."""

from io import BytesIO

from faults.draft import Draft
from faults.good import intent
from faults.icc import press, screen
from faults.stuff import add_faces, area, line
from faults.table import fault

CLICK = "(app.alert\\('Hello'\\))"


def _encrypted(draft: Draft) -> bytes:
    from pypdf import PdfWriter

    writer = PdfWriter(clone_from=BytesIO(draft.written()))
    writer.encrypt("", owner_password="owner", algorithm="RC4-128")
    sealed = BytesIO()
    writer.write(sealed)
    return sealed.getvalue()


@fault("encryption")
def encryption(draft: Draft) -> bytes:
    """Anybody may read it; but no shop can take it apart."""
    return _encrypted(draft)


# ---- what lies over the pages ------------------------------------------------------


def _over(draft: Draft, annotation: str, rect: str = "[40 40 200 60]") -> None:
    note = draft.add(f"<< /Type /Annot /Rect {rect} {annotation} >>")
    draft.front.entries["Annots"] = f"[{note}]"


@fault("annotations", "shop", "shop-x1a")
def link_inside_the_trim(draft: Draft) -> None:
    """No harm on paper, but the standards refuse it."""
    _over(draft, "/Subtype /Link /Border [0 0 0] /A << /S /URI /URI (https://orchard.example) >>")


@fault("annotations")
def comment_on_the_page(draft: Draft) -> None:
    """Somebody's remark, left behind."""
    _over(draft, "/Subtype /Text /Contents (Is this the right date?)")


@fault("annotations", also=("scripts",))
def form_field(draft: Draft) -> None:
    """A line to write on, as a field of a form."""
    look = draft.add(
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length 0 >>\nstream\n\nendstream"
    )
    field = "/Subtype /Widget /FT /Tx /T (name)"
    _over(draft, f"{field} /AP << /N {look} >>")
    reference = draft.front.entries["Annots"]
    draft.catalog["AcroForm"] = f"<< /Fields {reference} >>"


@fault("scripts")
def script_when_the_file_is_opened(draft: Draft) -> None:
    """A program in a leaflet."""
    draft.catalog["OpenAction"] = f"<< /S /JavaScript /JS {CLICK} >>"


@fault("scripts", "shop")
def script_by_name(draft: Draft) -> None:
    """Run when the file is opened, from the tree of names."""
    action = draft.add(f"<< /S /JavaScript /JS {CLICK} >>")
    draft.catalog["Names"] = f"<< /JavaScript << /Names [(a) {action}] >> >>"


@fault("scripts", "web")
def script_of_an_annotation(draft: Draft) -> None:
    """A link that runs a program."""
    _over(draft, f"/Subtype /Link /Contents (Click) /A << /S /JavaScript /JS {CLICK} >>")


@fault("scripts", "home", severity="warning")
def program_that_is_started(draft: Draft) -> None:
    """A link that starts another program."""
    _over(draft, "/Subtype /Link /Contents (Click) /A << /S /Launch /F (a.exe) >>")


@fault("scripts")
def script_when_a_page_is_opened(draft: Draft) -> None:
    """The page has actions of its own."""
    draft.back.entries["AA"] = f"<< /O << /S /JavaScript /JS {CLICK} >> >>"


@fault("scripts", severity="warning")
def file_within_the_file(draft: Draft) -> None:
    """An attachment, which nobody prints."""
    data = draft.add(b"<< /Type /EmbeddedFile /Length 5 >>\nstream\nHello\nendstream")
    file = draft.add(f"<< /Type /Filespec /F (a.txt) /EF << /F {data} >> >>")
    draft.catalog["Names"] = f"<< /EmbeddedFiles << /Names [(a) {file}] >> >>"


@fault("links", "web")
def link_to_the_makers_own_machine(draft: Draft) -> None:
    """Works where it was made."""
    address = "/A << /S /URI /URI (http://localhost:1313/open/) >>"
    _over(draft, f"/Subtype /Link /Contents (More) {address}")


# ---- claims ------------------------------------------------------------------------


@fault("output-intent", "shop", "shop-x1a")
def no_output_intent(draft: Draft) -> None:
    """CMYK for nobody knows which press."""
    del draft.catalog["OutputIntents"]


@fault("output-intent")
def intent_of_a_screen(draft: Draft) -> None:
    """The inks are meant for a profile that has none."""
    draft.catalog["OutputIntents"] = intent(draft, icc=screen())


@fault("output-intent")
def intent_without_a_name(draft: Draft) -> None:
    """The registered name is what a shop goes by."""
    draft.catalog["OutputIntents"] = intent(draft, icc=press(), condition="")


@fault("output-intent", severity="warning")
def intent_for_another_press(draft: Draft) -> None:
    """Newspaper, where coated paper was asked for."""
    draft.catalog["OutputIntents"] = intent(draft, icc=press(), condition="IFRA26")


@fault("claims")
def claims_nothing(draft: Draft) -> None:
    """A shop that takes PDF/X-4 gets a PDF like any other."""
    del draft.xmp["pdfxid:GTS_PDFXVersion"]


@fault("claims", "shop-x1a")
def claims_x4_where_x1a_is_wanted(draft: Draft) -> None:
    """Another standard than was asked for."""
    del draft.info["GTS_PDFXVersion"], draft.info["GTS_PDFXConformance"]
    draft.xmp["pdfxid:GTS_PDFXVersion"] = "PDF/X-4"


@fault("claims")
def claims_x1a_with_transparency(draft: Draft) -> None:
    """Says that nothing is seen through, and something is."""
    draft.info |= {"GTS_PDFXVersion": "(PDF/X-1a:2003)"}
    draft.xmp.clear()
    draft.name("ExtGState", "Half", "<< /Type /ExtGState /ca 0.5 >>")
    draft.front.parts["more"] = f"q /Half gs {area('0 0.5 0.5 0 k', 40, 60, 140, 90)} Q"


@fault("claims", "home", severity="warning")
def claims_x1a_in_rgb(draft: Draft) -> None:
    """At home RGB is right; but not under that name."""
    draft.info |= {"GTS_PDFXVersion": "(PDF/X-1:2001)", "GTS_PDFXConformance": "(PDF/X-1a:2001)"}
    draft.info["Trapped"] = "/False"
    draft.catalog["OutputIntents"] = intent(draft)


@fault("claims", "home", severity="warning")
def claims_x4_without_an_intent(draft: Draft) -> None:
    """The standard has one for every file."""
    draft.xmp["pdfxid:GTS_PDFXVersion"] = "PDF/X-4"


@fault("claims", "web", also=("fonts",))
def claims_pdf_a_without_its_fonts(draft: Draft) -> None:
    """To be kept for ever, with letters that are not in it."""
    draft.xmp |= {"pdfaid:part": "2", "pdfaid:conformance": "B"}
    add_faces(draft, embedded=False)


@fault("claims", "web", also=("encryption",))
def claims_pdf_a_and_is_encrypted(draft: Draft) -> bytes:
    """To be kept for ever, by those who know how to open it."""
    draft.xmp |= {"pdfaid:part": "2", "pdfaid:conformance": "B"}
    draft.catalog["OutputIntents"] = intent(draft, kind="GTS_PDFA1", icc=screen(), condition="sRGB")
    return _encrypted(draft)


@fault("claims", "home", severity="warning")
def claims_pdf_ua_without_tags(draft: Draft) -> None:
    """Promises what a screen reader would not find."""
    draft.xmp["pdfuaid:part"] = "1"


@fault("metadata", severity="warning")
def metadata_that_disagree(draft: Draft) -> None:
    """Two titles: the information says one, the metadata another."""
    draft.info["Title"] = "(Another leaflet)"


@fault("metadata", severity="warning")
def nothing_said_of_trapping(draft: Draft) -> None:
    """PDF/X wants to know whether traps are in the file."""
    del draft.info["Trapped"], draft.xmp["pdf:Trapped"]


# ---- the web -----------------------------------------------------------------------


@fault("tags", "web")
def no_tags(draft: Draft) -> None:
    """A screen reader would guess."""
    del draft.catalog["StructTreeRoot"], draft.catalog["MarkInfo"]


@fault("language", "web")
def no_language(draft: Draft) -> None:
    """English read aloud as if it were French."""
    del draft.catalog["Lang"]


@fault("title", "web", also=("metadata",))
def no_title(draft: Draft) -> None:
    """The name of the file is read instead."""
    del draft.info["Title"], draft.xmp["dc:title"]


@fault("tags", "web")
def picture_without_words(draft: Draft) -> None:
    """Nothing is said in the picture's place."""
    draft.objects[:] = [
        body.replace(b"/Alt (Apple trees in flower)", b"") for body in draft.objects
    ]


@fault("tags", "web")
def text_without_a_tag(draft: Draft) -> None:
    """A paragraph that is neither in the structure nor an artifact."""
    draft.front.parts["more"] = f"0 g {line('Come on Monday.', 36, 70)}"
