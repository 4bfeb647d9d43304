"""The properties of a document, in the words of Dublin Core that both formats use."""

from flyers.statements.notations.office.archive import Archive

_TITLE = "{http://purl.org/dc/elements/1.1/}title"


def title_of(archive: Archive, name: str) -> str:
    """Return the title in the properties, which lie in the entry of that name; may be empty."""
    if name not in archive.names:
        return ""
    found = next(archive.xml_of(name).iter(_TITLE), None)
    return " ".join((found.text or "").split()) if found is not None else ""
