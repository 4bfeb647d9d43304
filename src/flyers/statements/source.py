"""Bytes decoded to text: encodings, line ends, and the refusal of files that are no text."""

import re
from pathlib import Path

from flyers.core.errors import NotTextError, StatementError

LARGEST = 5_000_000
"""Bytes. A book has a tenth of this."""

# Byte order marks, as the Unicode Standard 23.8 lists them.
BYTE_ORDER_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)

# What people take for a statement that is none, by its first bytes.
NOT_TEXT = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a Word, LibreOffice or zip file by another name"),
    (b"\xd0\xcf\x11\xe0", "an old Word file"),
    (b"{\\rtf", "a rich text file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
)

UNREAD = {
    ".org": ("written in Org", "export it as Markdown, in Emacs by C-c C-e m m"),
    ".adoc": ("written in AsciiDoc", "turn it into a page by `asciidoctor`"),
    ".asciidoc": ("written in AsciiDoc", "turn it into a page by `asciidoctor`"),
    ".textile": ("written in Textile", "turn it into Markdown by `pandoc`"),
    ".wiki": ("written for a wiki", "turn it into Markdown by `pandoc`"),
    ".mediawiki": ("written for a wiki", "turn it into Markdown by `pandoc`"),
    ".tex": ("written in LaTeX", "turn it into Markdown by `pandoc`"),
    ".typ": ("written in Typst", "turn it into Markdown by `pandoc`"),
    ".ipynb": ("a notebook", "turn it into Markdown by `jupyter nbconvert`"),
    ".pages": ("a Pages file", "export it as Word"),
    ".epub": ("a book", "turn it into Markdown by `pandoc`"),
}
"""Suffixes of notations that are not read: their names, and what to do."""

ADVICE = "give the Markdown or HTML source that the website is made from."

_LINE_END = re.compile(r"\r\n?|\u2028|\u2029")


def load(path: Path, largest: int = LARGEST) -> bytes:
    """Return the bytes of a statement's file, which may have so many."""
    try:
        if path.is_dir():
            raise StatementError(f"{path} is a folder; give a Markdown or HTML file.")
        if path.exists() and not path.is_file():
            raise StatementError(f"{path} is not a file; give a Markdown or HTML file.")
        if path.stat().st_size > largest:
            raise StatementError(_too_large(str(path), largest))
        if named := UNREAD.get(path.suffix.lower()):
            kind, advice = named
            raise NotTextError(f"{path} is {kind}, which is not read; {advice}, and give that.")
        return path.read_bytes()
    except FileNotFoundError:
        raise StatementError(f"{path} does not exist; check the name and the folder.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise StatementError(
            f"{path} cannot be read ({reason}); check the name and its permissions."
        ) from error


def decode(raw: bytes, source: str) -> str:
    """Return the text of a statement, with ``\\n`` at the end of each line."""
    if len(raw) > LARGEST:
        raise StatementError(_too_large(source, LARGEST))
    for start, kind in NOT_TEXT:
        if raw.startswith(start):
            raise NotTextError(f"{source} is {kind}, not text; {ADVICE}")
    encoding, body = "utf-8", raw
    for mark, marked in BYTE_ORDER_MARKS:
        if raw.startswith(mark):
            encoding, body = marked, raw[len(mark) :]
            break
    try:
        text = body.decode(encoding)
    except UnicodeDecodeError as error:
        raise NotTextError(_wrong_bytes(body, error, source, encoding)) from None
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise NotTextError(f"{source}, line {line}: a NUL byte, so this is not text; {ADVICE}")
    return _LINE_END.sub("\n", text)


def _too_large(source: str, largest: int) -> str:
    limit = largest // 1_000_000
    return f"{source} is larger than {limit} MB, so it is no statement to print; give a text file."


def _wrong_bytes(body: bytes, error: UnicodeDecodeError, source: str, encoding: str) -> str:
    name = "UTF-8" if encoding == "utf-8" else "UTF-16"
    line = body.count(b"\n", 0, error.start) + 1
    return f"{source}, line {line}: not {name} text; save the file as UTF-8 and try again."
