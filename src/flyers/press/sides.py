"""One side of a sheet printed: its pages drawn, its marks, its boxes and its links."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from flyers.affine import Matrix, placed, placed_box
from flyers.press.annotations import Link
from flyers.press.drawing import ALL, drawn_marks, drawn_page, drawn_signs
from flyers.press.objects import edges, pdf_object
from flyers.press.plates import Stock
from flyers.sheets import Form, Imposition, Sheet, Target

if TYPE_CHECKING:
    from pypdf import PageObject, PdfWriter
    from pypdf.generic import IndirectObject


def print_form(stock: Stock, imposition: Imposition, sheet: Sheet, form: Form) -> None:
    """One side of a sheet becomes one page of the PDF."""
    operators: list[str] = []
    plates: dict[str, IndirectObject] = {}
    links: list[tuple[int, Link, Matrix]] = []
    pages: list[tuple[int, int | None]] = []
    for placement in form.placements:
        page = imposition.pages[placement.page]
        on_form = placed(placement, page)
        layers: list[tuple[str, Matrix]] = []
        for layer in page.layers:
            plate = stock.plate(layer.source)
            way = Matrix.move(layer.x, layer.y).then(on_form)
            for part, (form_object, upright) in enumerate(plate.forms):
                name = f"P{layer.source}" if part == 0 else f"P{layer.source}A{part}"
                plates[name] = form_object
                layers.append((name, upright.then(way)))
            matrix = plate.upright.then(way)
            links += [(plate.file, link, matrix) for link in plate.links]
            pages.append((plate.file, plate.name))
        clip = placement.clip or placed_box(placement, page)
        operators.append(drawn_page(layers, clip))
    operators += [drawn_marks(form.marks), drawn_signs(form.signs, stock.letters)]
    inks = {ALL: stock.every_ink} if _has_registration(form) else {}
    side = _add_side(stock.writer, sheet, "\n".join(operators), plates, inks)
    if annotations := [
        stock.writer._add_object(stock.crossroads.met(file, link, matrix))
        for file, link, matrix in links
    ]:
        side.update(pdf_object({"Annots": annotations}))
    for file, number in pages:
        stock.crossroads.lies(file, number, side)


def _has_registration(form: Form) -> bool:
    return any(mark.ink == "registration" for mark in form.marks) or any(
        isinstance(sign, Target) for sign in form.signs
    )


def _add_side(
    writer: "PdfWriter",
    sheet: Sheet,
    operators: str,
    plates: Mapping[str, "IndirectObject"],
    inks: Mapping[str, "IndirectObject"],
) -> "PageObject":
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
            }
        )
    )
    return side
