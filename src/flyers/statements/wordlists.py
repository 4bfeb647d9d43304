"""Lists of words, written as words."""


def words(text: str) -> frozenset[str]:
    """The words of a text, for tables that would be nothing but quotation marks and commas."""
    return frozenset(text.split())
