"""What is given as a PDF and is none: a name of nothing, a folder, a picture, a text.

Told by the first bytes, as a viewer does, which takes a header anywhere within
the first 1024 for one (ISO 32000-1, Annex H.3, note 13).
"""

from pathlib import Path

from flyers.core.errors import NotPdfError

HEAD = 1024

# What people give for a PDF, by its first bytes.
KINDS = (
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"\x89PNG", "a PNG picture"),
    (b"GIF8", "a GIF picture"),
    (b"II*\0", "a TIFF picture"),
    (b"MM\0*", "a TIFF picture"),
    (b"8BPS", "a Photoshop file"),
    (b"%!PS", "a PostScript file"),
    (b"PK\x03\x04", "a Word, LibreOffice or zip file"),
    (b"\xd0\xcf\x11\xe0", "an old Word file"),
    (b"{\\rtf", "a rich text file"),
    (b"<svg", "an SVG drawing"),
    (b"<!DOCTYPE html", "a web page"),
    (b"<html", "a web page"),
)


def refusal(path: Path) -> NotPdfError | None:
    """Why that cannot be a PDF, in a sentence; None where it says that it is one, or nothing can
    be told because it may not be read."""
    try:
        if path.is_dir():
            return NotPdfError(f"{path} is a folder; give the PDF files in it.")
        if path.exists() and not path.is_file():
            return NotPdfError(f"{path} is no file; give a PDF.")
        with path.open("rb") as file:
            head = file.read(HEAD)
    except FileNotFoundError:
        return NotPdfError(f"{path} does not exist; check the name and the folder.")
    except (OSError, ValueError):
        return None
    if b"%PDF-" in head:
        return None
    if not head:
        return NotPdfError(f"{path} is empty; export it as PDF again.")
    kind = _kind(head)
    if not kind:
        return NotPdfError(f"{path} is not a PDF; give a file that a program saved as PDF.")
    none = "named .pdf" if path.suffix.lower() == ".pdf" else "and no PDF"
    return NotPdfError(f"{path} is {kind}, {none}; open it and export it as PDF.")


def _kind(head: bytes) -> str:
    for start, kind in KINDS:
        if head.startswith(start):
            return kind
    plain = b"\0" not in head and head.decode("utf-8", "ignore").encode() in (
        head,
        *(head[:-cut] for cut in (1, 2, 3)),  # a letter that reaches over the end
    )
    return "a text file" if plain else ""
