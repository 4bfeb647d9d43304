"""The site around a statement, as plain values."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Surroundings:
    """Facts of the site that reading a statement needs; all are empty where there is no site."""

    language: str = ""
    """The language of a page that gives none itself."""


NOTHING = Surroundings()
"""Around standard input and loose files."""
