"""One side of a sheet printed: its pages, marks, boxes and links."""

from typing import Any

from flyers.core.boxes import Box
from flyers.core.matrix import Matrix, placed, placed_box
from flyers.core.sheets import Form, Imposition, Sheet, Target
from flyers.press.read.annotations import LinkAnnotation
from flyers.press.write.drawing import ALL, drawn_marks, drawn_page, drawn_signs
from flyers.press.write.writer import Reference
from flyers.press.write.xobjects import SourcePages


def print_form(pages: SourcePages, imposition: Imposition, sheet: Sheet, form: Form) -> None:
    """Write one side of a sheet as one page of the PDF."""
    operators: list[str] = []
    # Numbered per side, so that sides which look alike share one content stream.
    names: dict[Reference, str] = {}
    links: list[tuple[int, LinkAnnotation, Matrix]] = []
    side = pages.writer.reserve()
    for placement in form.placements:
        page = imposition.pages[placement.page]
        on_form = placed(placement, page)
        layers: list[tuple[str, Matrix]] = []
        for layer in page.layers:
            drawable = pages.drawable(layer.source)
            at_corner = layer.x == layer.y == 0
            way = on_form if at_corner else Matrix.move(layer.x, layer.y).then(on_form)
            for form_object, upright in drawable.forms:
                name = names.setdefault(form_object, f"P{len(names)}")
                layers.append((name, upright.then(way)))
            links += [(drawable.file, link, drawable.upright.then(way)) for link in drawable.links]
            pages.moved_links.place_page(drawable.file, drawable.name, side)
        clip = placement.clip or placed_box(placement, page)
        operators.append(drawn_page(tuple(layers), clip))
    operators += [drawn_marks(form.marks), drawn_signs(form.signs, pages.letters)]
    resources: dict[str, Any] = {"/XObject": {f"/{name}": drawn for drawn, name in names.items()}}
    if _has_registration(form):
        resources["/ColorSpace"] = {f"/{ALL}": pages.every_ink}
    entries = {
        # The boxes of 14.11.2.
        "/MediaBox": Box(left=0, bottom=0, right=sheet.width, top=sheet.height),
        "/TrimBox": sheet.trim,
        "/BleedBox": sheet.bleed or sheet.trim,
        "/Resources": resources,
        "/Contents": pages.operators("\n".join(operators)),
    }
    if links:
        entries["/Annots"] = [pages.moved_links.add(*link) for link in links]
    pages.writer.page(side, entries)


def _has_registration(form: Form) -> bool:
    return any(mark.ink == "registration" for mark in form.marks) or any(
        isinstance(sign, Target) for sign in form.signs
    )
