"""One side of a sheet printed: its pages drawn, its marks, its boxes and its links."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from flyers.affine import Matrix, placed, placed_box
from flyers.press.drawing import ALL, drawn_marks, drawn_page, drawn_signs
from flyers.press.objects import edges, pdf_object, text
from flyers.press.plates import Link, Stock
from flyers.sheets import Form, Imposition, Sheet, Target

if TYPE_CHECKING:
    from pypdf import PdfWriter
    from pypdf.generic import DictionaryObject, IndirectObject


def print_form(stock: Stock, imposition: Imposition, sheet: Sheet, form: Form) -> None:
    """One side of a sheet becomes one page of the PDF."""
    operators: list[str] = []
    plates: dict[str, IndirectObject] = {}
    links: list[IndirectObject] = []
    for placement in form.placements:
        page = imposition.pages[placement.page]
        on_form = placed(placement, page)
        layers: list[tuple[str, Matrix]] = []
        for layer in page.layers:
            plate = stock.plate(layer.source)
            matrix = plate.upright.then(Matrix.move(layer.x, layer.y)).then(on_form)
            name = f"P{layer.source}"
            plates[name] = plate.form
            layers.append((name, matrix))
            links += [stock.writer._add_object(_annotation(link, matrix)) for link in plate.links]
        clip = placement.clip or placed_box(placement, page)
        operators.append(drawn_page(layers, clip))
    operators += [drawn_marks(form.marks), drawn_signs(form.signs)]
    inks = {ALL: stock.every_ink} if _has_registration(form) else {}
    _add_side(stock.writer, sheet, "\n".join(operators), plates, links, inks)


def _has_registration(form: Form) -> bool:
    return any(mark.ink == "registration" for mark in form.marks) or any(
        isinstance(sign, Target) for sign in form.signs
    )


def _add_side(
    writer: "PdfWriter",
    sheet: Sheet,
    operators: str,
    plates: Mapping[str, "IndirectObject"],
    links: Sequence["IndirectObject"],
    inks: Mapping[str, "IndirectObject"],
) -> None:
    """A page of the size of the sheet, with the boxes of 14.11.2."""
    from pypdf.generic import DecodedStreamObject

    contents = DecodedStreamObject()
    contents.set_data(operators.encode("ascii"))
    side = writer.add_blank_page(sheet.width, sheet.height)
    side.update(
        pdf_object(
            {
                "TrimBox": edges(sheet.trim),
                "BleedBox": edges(sheet.bleed or sheet.trim),
                "Resources": {
                    "XObject": dict(plates),
                    **({"ColorSpace": dict(inks)} if inks else {}),
                },
                "Contents": writer._add_object(contents.flate_encode()),
                **({"Annots": list(links)} if links else {}),
            }
        )
    )


def _annotation(link: Link, matrix: Matrix) -> "DictionaryObject":
    """The link at its new place, without a border (12.5.6.5)."""
    corners = [number for corner in link.corners for number in matrix.point(*corner)]
    annotation: DictionaryObject = pdf_object(
        {
            "Type": "/Annot",
            "Subtype": "/Link",
            "Rect": edges(matrix.box(link.box)),
            "Border": [0, 0, 0],
            "A": {"S": "/URI", "URI": text(link.address)},
            **({"QuadPoints": corners} if corners else {}),
        }
    )
    return annotation
