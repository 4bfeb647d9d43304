"""Files that came to harm: some can be put right, the others must be refused in a sentence."""

from awkward.building import document, page, written
from awkward.table import awkward, refused


def _whole() -> bytes:
    return written(document(page(1), page(2)))


@awkward()
def wrong_offsets() -> bytes:
    """Every offset in the file is wrong, as after a mailer that changed its line ends."""
    head, rest = _whole().split(b"\n", 1)
    return head + b"\n% a line that somebody has put in\n" + rest


@awkward()
def junk_before() -> bytes:
    """The file begins with lines of something else, as of a download with its headers."""
    return b"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n" + _whole()


@awkward()
def junk_after() -> bytes:
    """After the end of the file come two kilobytes of nothing."""
    return _whole() + b"\0" * 2048


@awkward()
def wrong_length() -> bytes:
    """The /Length of the contents is too small; they end where endstream stands."""
    objects = document(page(1), page(2))
    for number in (21, 23):
        length = objects[number].split()[2]
        objects[number] = objects[number].replace(b"/Length " + length, b"/Length 40", 1)
    return written(objects)


@awkward()
def end_cut_off() -> bytes:
    """The last lines are missing, with the place of the table; everything else is there."""
    whole = _whole()
    return whole[: whole.rindex(b"startxref")]


@refused
def table_cut_off() -> bytes:
    """The download stopped in the cross-reference table, before the trailer names the root."""
    whole = _whole()
    return whole[: whole.rindex(b"xref\n0 1") + 60]


@refused
def truncated() -> bytes:
    """The download stopped in the first page."""
    whole = _whole()
    return whole[: whole.index(b"20 0 obj") + 30]


@refused
def no_pages() -> bytes:
    """A correct file without a single page."""
    return written(document())


@refused
def not_a_pdf() -> bytes:
    """A picture's first bytes, whatever the file is called."""
    return b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8


@refused
def only_a_header() -> bytes:
    """It says that it is a PDF, and then nothing."""
    return b"%PDF-1.7\n"


@refused
def empty() -> bytes:
    """No bytes at all."""
    return b""


@refused
def page_tree_loops() -> bytes:
    """The page tree has itself among its kids: whoever walks it never comes back."""
    objects = document(page(1))
    objects[2] = b"<< /Type /Pages /Count 2 /Kids [20 0 R 2 0 R] /Parent 2 0 R >>"
    return written(objects)
