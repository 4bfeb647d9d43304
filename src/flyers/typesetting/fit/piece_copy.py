"""The words of a piece beside its running text, and who speaks in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from flyers.catalogue.imprints import Imprint
from flyers.core.sheets import Flip
from flyers.statements.statement import Picture, Statement
from flyers.statements.wording.phrases import Phrases

LOGO = (118.0, 60.0)
"""Largest width and height of a logo, in points."""

LOGO_ADDRESS = "picture:logo"


@dataclass(frozen=True, kw_only=True)
class Sender:
    """The campaign as it signs a piece: name, lines on how to reach it, logo. Each may be empty."""

    name: str = ""
    contact: tuple[str, ...] = ()
    logo: Picture | None = None


@dataclass(frozen=True, kw_only=True)
class Copy:
    """The words of a piece, beside its running text, as templates get them."""

    statement: Statement
    texts: Mapping[str, str]
    """Texts that a display may show, by name: title, deck, quote."""
    place: str
    """Name of the campaign, or else the host of the site."""
    date: str
    address: str
    """Address of the page as it is printed in words, without ``https://``."""
    phrases: Phrases
    flip: Flip
    event: Mapping[str, str] = field(default_factory=dict)
    imprint: Imprint | None = None
    sender: Sender = field(default_factory=Sender)

    @property
    def pictures(self) -> Mapping[str, Path]:
        """Pictures that artwork may show, by the address that they have there."""
        return {LOGO_ADDRESS: self.sender.logo.path} if self.sender.logo else {}
