"""Pages with things laid over them: links, fields to fill in, highlights (12.5, 12.7)."""

from awkward.building import document, form, page, reference, written
from awkward.drawing import HIDDEN, SHOWN
from awkward.table import awkward


@awkward()
def links() -> bytes:
    """Links: to an address, round the end of a line, to a page, and to a named place."""
    lines = "20 90 180 90 20 80 180 80 20 78 90 78 20 68 90 68"
    to_address = "/A << /S /URI /URI (https://millford.example/pool) >>"
    plain = "/Type /Annot /Subtype /Link /Border [0 0 0]"
    return written(
        document(
            page(1, "/Annots [4 0 R 5 0 R 6 0 R 7 0 R]"),
            page(2),
            catalog=f"/Dests << /end [{reference(2)} /FitH 100] >>",
            more={
                4: f"<< {plain} /Rect [20 20 180 40] {to_address} >>",
                5: f"<< {plain} /Rect [20 68 180 90] /QuadPoints [{lines}] {to_address} >>",
                6: f"<< {plain} /Rect [20 100 180 120] /Dest [{reference(2)} /Fit] >>",
                7: f"<< {plain} /Rect [20 130 180 150] /A << /S /GoTo /D /end >> >>",
            },
        )
    )


@awkward(green=True)
def form_fields() -> bytes:
    """A text field and a ticked box with appearances, and a field that has only a value."""
    widget = "/Type /Annot /Subtype /Widget /F 4 /P 20 0 R"
    return written(
        document(
            page(1, "/Annots [4 0 R 5 0 R 6 0 R]"),
            page(2),
            catalog="/AcroForm << /Fields [4 0 R 5 0 R 6 0 R] /DA (/F1 12 Tf 0 g)"
            " /DR << /Font << /F1 3 0 R >> >> >>",
            more={
                4: f"<< {widget} /FT /Tx /T (name) /V (Ada) /Rect [70 60 170 80]"
                " /DA (/F1 12 Tf 0 g) /AP << /N 7 0 R >> >>",
                5: f"<< {widget} /FT /Btn /T (yes) /V /Yes /AS /Yes /Rect [70 90 90 110]"
                " /AP << /N << /Yes 8 0 R /Off 9 0 R >> >> >>",
                6: f"<< {widget} /FT /Tx /T (town) /V (Millford) /Rect [100 90 170 110]"
                " /DA (/F1 12 Tf 0 g) >>",
                7: form(
                    f"{SHOWN} 0 0 100 20 re f /Tx BMC q 0 g BT /F1 12 Tf 4 5 Td (Ada) Tj ET Q EMC",
                    100,
                    20,
                    "/Resources << /Font << /F1 3 0 R >> >>",
                ),
                8: form(f"{SHOWN} 0 0 20 20 re f", 20, 20),
                9: form(f"{HIDDEN} 0 0 20 20 re f", 20, 20),
            },
        )
    )


@awkward(green=True)
def highlight() -> bytes:
    """A marked line, whose look is scaled into its place, and a note that is hidden (12.5.5)."""
    return written(
        document(
            page(1, "/Annots [4 0 R 5 0 R]"),
            page(2),
            more={
                4: "<< /Type /Annot /Subtype /Highlight /F 4 /Rect [60 100 160 120] /C [0 1 0]"
                " /QuadPoints [60 120 160 120 60 100 160 100] /AP << /N 6 0 R >> >>",
                5: "<< /Type /Annot /Subtype /Square /F 2 /Rect [60 30 160 60]"
                " /AP << /N 7 0 R >> >>",
                6: form(f"{SHOWN} 0 0 50 10 re f", 50, 10),
                7: form(f"{HIDDEN} 0 0 100 30 re f", 100, 30),
            },
        )
    )


@awkward(green=True, trim=(300, 200))
def turned_stamp() -> bytes:
    """The look of a stamp has a /Matrix of its own, and the page under it is turned."""
    return written(
        document(
            page(1, "/Annots [4 0 R] /Rotate 90"),
            page(2, "/Rotate 90"),
            more={
                4: "<< /Type /Annot /Subtype /Stamp /F 4 /Rect [60 90 80 190]"
                " /AP << /N 5 0 R >> >>",
                5: form(f"{SHOWN} 0 0 100 20 re f", 100, 20, "/Matrix [0 1 -1 0 0 0]"),
            },
        )
    )
