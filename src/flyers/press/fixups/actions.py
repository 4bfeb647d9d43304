"""Actions of a file, which are not for print (ISO 32000-1, 12.6)."""

from collections.abc import Iterator
from typing import Any

from flyers.press.fixups.editing import FileEdit, without
from flyers.press.fixups.wanted import Wanted
from flyers.press.read.annotations import annotations_of
from flyers.press.read.document import ACTIVE
from flyers.press.read.objects import followed


def fix(file: FileEdit, wanted: Wanted) -> Iterator[str]:
    """Remove programs from every file; for a shop also what happens on opening, and attachments."""
    gone = [*_of_the_file(file.catalog, wanted), *_of_the_pages(file)]
    if gone:
        yield f"Actions removed: {', '.join(dict.fromkeys(gone))}."
    names = followed(file.catalog.get("/Names")) or {}
    if wanted.still and "/EmbeddedFiles" in names:
        file.catalog["/Names"] = without(names, "/EmbeddedFiles")
        yield "Attachments removed."


def _of_the_file(catalog: dict[str, Any], wanted: Wanted) -> Iterator[str]:
    opens = followed(catalog.get("/OpenAction"))
    if opens is not None and (wanted.still or _acts(opens)):
        del catalog["/OpenAction"]
        yield "on opening the file"
    if "/AA" in catalog:
        del catalog["/AA"]
        yield "on closing, saving or printing it"
    if "/JavaScript" in (followed(catalog.get("/Names")) or {}):
        catalog["/Names"] = without(catalog["/Names"], "/JavaScript")
        yield "JavaScript"


def _of_the_pages(file: FileEdit) -> Iterator[str]:
    for page in file.pages:
        if page.entries.pop("/AA", None) is not None:
            yield "on opening a page"
        for annotation in annotations_of(page.entries):
            if "/AA" in annotation:
                del annotation["/AA"]
                yield "of form fields"
            if _acts(followed(annotation.get("/A"))):
                del annotation["/A"]
                yield "on a click"


def _acts(action: Any) -> bool:
    """Return True if an action, or one that follows it, does more than go to a place."""
    seen = 0
    while hasattr(action, "get") and seen < 100:
        if str(action.get("/S", "")).lstrip("/") in ACTIVE:
            return True
        action, seen = followed(action.get("/Next")), seen + 1
        if isinstance(action, list):
            return any(_acts(followed(one)) for one in action)
    return False
