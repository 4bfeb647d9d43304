"""The zip file that a document is, read within bounds."""

import re
from io import BytesIO
from xml.etree.ElementTree import Element, ParseError, fromstring
from zipfile import BadZipFile, ZipFile

from flyers.core.errors import NotTextError

MOST_ENTRIES = 3_000
LARGEST_ENTRY = 60_000_000
LARGEST_XML = 40_000_000
LARGEST_TOTAL = 200_000_000
STEEPEST = 200
"""Times that an entry of a megabyte or more may be larger than it is in the file. XML of word
processors is some twenty times as large."""

_DECLARES = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


class Archive:
    """The entries of a document. All of them are measured before one is read."""

    def __init__(self, raw: bytes, source: str) -> None:
        self._source = source
        try:
            self._zip = ZipFile(BytesIO(raw))
        except (BadZipFile, ValueError, OSError, EOFError, NotImplementedError):
            raise self.broken() from None
        entries = self._zip.infolist()
        sizes = [entry.file_size for entry in entries]
        if len(entries) > MOST_ENTRIES or sum(sizes) > LARGEST_TOTAL:
            raise self.refused("it unpacks to more than any text has")
        for entry in entries:
            if entry.flag_bits & 1:
                raise self.refused("it has a password; save it without one")
            steep = entry.file_size > STEEPEST * max(entry.compress_size, 1)
            large = LARGEST_XML if entry.filename.endswith((".xml", ".rels")) else LARGEST_ENTRY
            if entry.file_size > large or (entry.file_size > 1_000_000 and steep):
                raise self.refused(f"its part {entry.filename!r:.60} is too large to be read")

    def __enter__(self) -> "Archive":
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()

    @property
    def names(self) -> list[str]:
        """Names of the entries."""
        return self._zip.namelist()

    def bytes_of(self, name: str) -> bytes:
        """Return an entry. Raises NotTextError if it is damaged."""
        try:
            return self._zip.read(name)
        except (KeyError, BadZipFile, ValueError, OSError, EOFError, NotImplementedError):
            raise self.broken() from None
        except Exception as error:  # zlib's own error, which has no public name in zipfile
            raise self.broken() from error

    def xml_of(self, name: str) -> Element:
        """Return the root of an entry of XML. Raises NotTextError for one with entities."""
        raw = self.bytes_of(name)
        self.check(raw, name)
        try:
            return fromstring(raw)
        except (ParseError, ValueError):
            raise self.broken() from None

    def check_all(self) -> None:
        """Refuse entities in all XML, before another program's parser reads it."""
        for name in self.names:
            if name.endswith((".xml", ".rels")):
                self.check(self.bytes_of(name), name)

    def check(self, raw: bytes, name: str) -> None:
        """Refuse XML that declares entities, or hides it by another encoding."""
        if _DECLARES.search(raw) or b"\0" in raw[:200]:
            raise self.refused(f"its part {name!r:.60} declares entities, which no document needs")

    def broken(self) -> NotTextError:
        """Return the error for a file that is none of its kind."""
        return NotTextError(
            f"{self._source} is no document that can be read; open it in your word processor and"
            " save it again."
        )

    def refused(self, why: str) -> NotTextError:
        """Return the error for a file that is not read, with the reason."""
        return NotTextError(f"{self._source} is not read: {why}.")
