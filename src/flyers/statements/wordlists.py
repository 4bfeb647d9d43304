"""Lists of words, written as words."""


def words(text: str) -> frozenset[str]:
    """Return the words of a text: tables of words read better without quotation marks and commas."""
    return frozenset(text.split())
