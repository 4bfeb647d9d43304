"""Lists of words, written as words."""


def words(text: str) -> frozenset[str]:
    """Return the words of a text, so that long lists need no quotation marks and commas."""
    return frozenset(text.split())
