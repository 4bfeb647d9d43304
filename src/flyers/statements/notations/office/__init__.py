"""Documents of word processors as HTML, with the pictures that are in them.

===========  =========================================
suffix       read by
===========  =========================================
.docx        mammoth, an extra: ``flyers[office]``
.odt         the reader in ``opendocument``
===========  =========================================
"""

from flyers.statements.notations.office.archive import Archive
from flyers.statements.notations.office.document import OfficeText

LARGEST = 60_000_000
"""Bytes of a file, which may hold photographs."""


def read(raw: bytes, source: str, suffix: str) -> OfficeText:
    """Return a document as HTML. Raises a StatementError for one that cannot be read."""
    from flyers.statements.notations.office import opendocument, word

    with Archive(raw, source) as archive:
        reader = word.read if suffix == ".docx" else opendocument.read
        return reader(archive, raw, source)
