"""Files that are given as a PDF and are none: missing ones, folders, pictures, texts.

The first bytes tell, as in a viewer, which accepts a header anywhere within the first 1024 (ISO
32000-1, Annex H.3, note 13).
"""

from pathlib import Path

from flyers.core.errors import NotPdfError

HEAD = 1024

# Kinds of files that are given for a PDF, by their first bytes.
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
    """Return why this is no PDF, in a sentence; None if it begins like one, or may not be read."""
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
