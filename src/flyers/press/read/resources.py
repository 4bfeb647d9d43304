"""Resources that the pages of a file reach (ISO 32000-1, 7.8.3)."""

from collections.abc import Iterator
from typing import Any

from flyers.press.read.objects import followed
from flyers.press.read.pdf_pages import PdfPages


def all_resources(source: PdfPages) -> Iterator[Any]:
    """Yield the resources of its pages, and of the forms and patterns in them, each once."""
    seen: dict[int, Any] = {}
    waiting = [followed(source.page(n).get("/Resources")) for n in range(len(source))]
    while waiting:
        resources = waiting.pop()
        if resources is None or id(resources) in seen:
            continue
        seen[id(resources)] = resources
        yield resources
        for kind in ("/XObject", "/Pattern"):
            waiting += [followed(thing.get("/Resources")) for thing in inside(resources, kind)]


def inside(resources: Any, kind: str) -> list[Any]:
    """Return the resources of a kind, like ``/Font``."""
    return [followed(thing) for thing in (followed(resources.get(kind)) or {}).values()]
