"""Annotations on pages for a shop: drawn into the page where they are printed, then removed.

ISO 32000-1, 12.5 (annotations) and 12.7 (forms); ISO 15930-7: none within the bleed.
"""

from collections import Counter
from collections.abc import Iterator

from flyers.press.fixups.editing import FileEdit, PageEdit, page_by_page, without
from flyers.press.fixups.wanted import Wanted
from flyers.press.read.annotations import appearances
from flyers.press.read.objects import followed
from flyers.press.write.drawing import numbers

NAMES = {
    "/Link": ("link", "links"),
    "/Widget": ("form field", "form fields"),
    "/Text": ("note", "notes"),
    "/Popup": ("note", "notes"),
}

DRAWN = "; what could be seen of them is drawn into the page"


def fix(file: FileEdit, wanted: Wanted) -> Iterator[str]:
    """Remove them all: a shop prints pages and nothing else."""
    if not wanted.still:
        return
    yield from page_by_page(file, lambda page: _flattened(file, page))
    file.catalog.pop("/AcroForm", None)


def _flattened(file: FileEdit, page: PageEdit) -> Iterator[str]:
    if "/Annots" not in page.entries:
        return
    drawn = _draw(file, page)
    kinds: Counter[tuple[str, str]] = Counter()
    for reference in followed(page.entries.pop("/Annots")) or ():
        annotation = followed(reference)
        kind = str(annotation.get("/Subtype")) if hasattr(annotation, "get") else ""
        kinds[NAMES.get(kind, ("annotation", "annotations"))] += 1
    counts = (f"{count} {one if count == 1 else many}" for (one, many), count in kinds.items())
    if kinds:
        yield f"{', '.join(counts)} removed{DRAWN if drawn else ''}."


def _draw(file: FileEdit, page: PageEdit) -> bool:
    """Add the appearances to the page's contents; return True if there are any."""
    shown = list(appearances(page.read))
    if not shown:
        return False
    # Pages may share their resources, so the page gets its own.
    resources = without(page.entries.get("/Resources"))
    forms = without(resources.get("/XObject"))
    drawing = []
    for look in shown:
        name = next(f"/Drawn{n}" for n in range(len(forms) + 1) if f"/Drawn{n}" not in forms)
        forms[name] = look.form.indirect_reference
        drawing.append(f"q {numbers(*look.matrix)} cm {name} Do Q")
    contents = page.entries.get("/Contents")
    inner = followed(contents)
    own = [] if inner is None else inner if isinstance(inner, list) else [contents]
    # The page may leave its graphics state changed, which must not move what is drawn after it.
    before, after = b"q", f"Q {' '.join(drawing)}".encode("ascii")
    page.entries["/Resources"] = {**resources, "/XObject": forms}
    page.entries["/Contents"] = [
        file.writer.compressed({}, before),
        *own,
        file.writer.compressed({}, after),
    ]
    return True
