"""The few words of PDF that a file is put together from (ISO 32000-1, 7.5).

Objects are told by their numbers. 1 is the catalog, 2 the page tree, 3 the
font; 4 to 19 are for what a case adds; then every page and its contents.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from awkward.drawing import figure

Objects = dict[int, bytes]

FONT = "<< /Font << /F1 3 0 R >> >>"
_FIRST_PAGE = 20


@dataclass(frozen=True, kw_only=True)
class Page:
    """Entries of a page's dictionary, and what it shows: no stream, one or several."""

    entries: str
    contents: tuple[bytes, ...]


def page(
    number: int,
    entries: str = "",
    *,
    media: str = "/MediaBox [0 0 200 300]",
    resources: str = f"/Resources {FONT}",
    contents: bytes | Sequence[bytes] | None = None,
) -> Page:
    """A page of 200 x 300 points that shows the F and its number, but for what is given."""
    shown = figure(number) if contents is None else contents
    streams = (shown,) if isinstance(shown, bytes) else tuple(shown)
    return Page(entries=f"{media} {resources} {entries}", contents=streams)


def reference(number: int) -> str:
    """How other objects speak of that page, counted from 1, in a document of one stream a page."""
    return f"{_FIRST_PAGE + 2 * (number - 1)} 0 R"


def document(
    *pages: Page, catalog: str = "", tree: str = "", more: Mapping[int, str | bytes] | None = None
) -> Objects:
    """The objects of a file: ``catalog`` and ``tree`` are entries that its roots have besides."""
    numbers = count(_FIRST_PAGE)
    objects: Objects = {3: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"}
    kids = []
    for one in pages:
        mine = next(numbers)
        streams = [next(numbers) for _ in one.contents]
        objects |= {n: stream(data) for n, data in zip(streams, one.contents, strict=True)}
        parts = " ".join(f"{n} 0 R" for n in streams)
        shown = {0: "", 1: f"/Contents {parts}"}.get(len(streams), f"/Contents [{parts}]")
        objects[mine] = f"<< /Type /Page /Parent 2 0 R {shown} {one.entries} >>".encode()
        kids.append(f"{mine} 0 R")
    objects[1] = f"<< /Type /Catalog /Pages 2 0 R {catalog} >>".encode()
    objects[2] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(kids)}] {tree} >>".encode()
    added = more or {}
    return objects | {n: b.encode() if isinstance(b, str) else b for n, b in added.items()}


def stream(data: bytes, entries: str = "") -> bytes:
    """A stream object that is not compressed, so that it can be read where it lies."""
    return f"<< /Length {len(data)} {entries} >>\nstream\n".encode() + data + b"\nendstream"


def form(contents: str, width: float, height: float, entries: str = "") -> bytes:
    """A form with its lower left corner at the origin: what an annotation looks like."""
    box = f"/Type /XObject /Subtype /Form /BBox [0 0 {width} {height}] {entries}"
    return stream(contents.encode(), box)


def written(objects: Objects, *, header: str = "1.7", trailer: str = "") -> bytes:
    """The file, with a cross-reference table that is right to the byte."""
    return appended(f"%PDF-{header}\n%\xe2\xe3\xcf\xd3\n".encode("latin-1"), objects, trailer)


def appended(before: bytes, objects: Objects, trailer: str = "") -> bytes:
    """Objects, their table and a trailer written after what is there (7.5.6)."""
    written, offsets = bytearray(before), {}  # bytes would be copied for every page of a thousand
    for number, body in sorted(objects.items()):
        offsets[number] = len(written)
        written += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = len(written)
    written += b"xref\n0 1\n0000000000 65535 f \n"
    for number, offset in offsets.items():
        written += b"%d 1\n%010d 00000 n \n" % (number, offset)
    size = max(objects) + 1
    end = f"trailer\n<< /Size {size} /Root 1 0 R {trailer} >>\nstartxref\n{table}\n%%EOF\n"
    return bytes(written) + end.encode()


def packed(objects: Objects) -> bytes:
    """The file as 1.5 may have it: objects in a stream, and a stream for a table (7.5.7)."""
    whole = {n: body for n, body in objects.items() if b"stream\n" in body}
    inner = {n: body for n, body in sorted(objects.items()) if n not in whole}
    holder = max(objects) + 1
    table = holder + 1
    places, bodies = [], b""
    for number, body in inner.items():
        places.append(f"{number} {len(bodies)}")
        bodies += body + b"\n"
    head = " ".join(places).encode() + b"\n"
    whole[holder] = stream(head + bodies, f"/Type /ObjStm /N {len(inner)} /First {len(head)}")

    written = b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n"
    rows = {0: (0, 0, 65535)}  # kind, then where, then which
    rows |= {n: (2, holder, index) for index, n in enumerate(inner)}
    for number, body in sorted(whole.items()):
        rows[number] = (1, len(written), 0)
        written += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    rows[table] = (1, len(written), 0)
    entries = b"".join(
        kind.to_bytes(1) + where.to_bytes(4) + which.to_bytes(2)
        for kind, where, which in (rows.get(n, (0, 0, 65535)) for n in range(table + 1))
    )
    words = f"/Type /XRef /W [1 4 2] /Size {table + 1} /Root 1 0 R"
    start = len(written)
    written += b"%d 0 obj\n%b\nendobj\n" % (table, stream(entries, words))
    return written + b"startxref\n%d\n%%%%EOF\n" % start
