"""The words of a piece beside its running text, and who speaks in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from flyers.catalogue.imprints import Imprint
from flyers.core.sheets import Flip
from flyers.statements.phrases import Phrases
from flyers.statements.statement import Picture, Statement

LOGO = (118.0, 60.0)
"""Largest width and height of a logo, in points."""

LOGO_ADDRESS = "picture:logo"


@dataclass(frozen=True, kw_only=True)
class Sender:
    """Who speaks: the campaign's name, lines on how to reach it, its logo. Empty where it says
    nothing of itself."""

    name: str = ""
    contact: tuple[str, ...] = ()
    logo: Picture | None = None


@dataclass(frozen=True, kw_only=True)
class Copy:
    """The words of a piece, beside its running text, as the template gets them."""

    statement: Statement
    texts: Mapping[str, str]
    """By name: title, deck, quote. A display shows one of them."""
    place: str
    """Who speaks: the campaign's name, or the site's host."""
    date: str
    address: str
    """The printed short form of the QR code's address."""
    phrases: Phrases
    flip: Flip
    event: Mapping[str, str] = field(default_factory=dict)
    imprint: Imprint | None = None
    sender: Sender = field(default_factory=Sender)

    @property
    def pictures(self) -> Mapping[str, Path]:
        """What artwork may show, by the address that it has there."""
        return {LOGO_ADDRESS: self.sender.logo.path} if self.sender.logo else {}
