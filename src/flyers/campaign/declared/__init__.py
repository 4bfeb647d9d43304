"""Declaration of flyers.toml: its sections, and of each key its kind, default and purpose.

The reading of a file, its errors, the JSON Schema, ``flyers config``, the file that
``flyers init`` writes and docs/campaign.md all follow from it.
"""

from collections.abc import Mapping

from flyers.campaign.declared.events import EVENT
from flyers.campaign.declared.identity import CAMPAIGN
from flyers.campaign.declared.imprint import IMPRINT
from flyers.campaign.declared.press import PRINTERS, SHEET
from flyers.campaign.declared.site import BUILD, PUBLISH, QR, SITE
from flyers.core.settings import Key, Named, Table, ValueKind, Variant, matching, text

NAME = matching(r"[a-z0-9][a-z0-9-]{0,39}", "a name", "write lower-case letters, digits, hyphens")
"""The kind of names that become part of file names and addresses."""

FILE = Table(
    {
        "site": Key(Table(SITE), {}, "The website that the statements are published on."),
        "build": Key(
            Table(BUILD), {}, "What is made unless the command line asks for something else."
        ),
        "campaign": Key(
            Table(CAMPAIGN), {}, "Your group: its name, logo and contact, colours and fonts."
        ),
        "imprint": Key(
            IMPRINT,
            None,
            "The imprint (disclaimer): who answers for a piece, as a law wants it printed.",
        ),
        "publish": Key(
            Table(PUBLISH), {}, "The PDFs that the site offers to print: `flyers publish`."
        ),
        "qr": Key(Table(QR), {}, "The address that QR codes lead to."),
        "printers": Key(Named(PRINTERS, NAME), {}, "Printers and print shops of your own."),
        "sheets": Key(Named(SHEET, text), {}, "Press sheets of your own, by name."),
        "events": Key(
            Named(EVENT, NAME), {}, "Events, and what is handed out at each: `flyers kit`."
        ),
    }
)
"""Everything that flyers.toml may hold."""


def keys_of(kind: ValueKind) -> Mapping[str, Key]:
    """Return all keys that a section may have, of every name and every variant."""
    if isinstance(kind, Named):
        return keys_of(kind.each)
    if isinstance(kind, Variant):
        keys = {kind.name: kind.by}
        for table in kind.tables.values():
            keys |= table.keys
        return keys
    assert isinstance(kind, Table)
    return kind.keys


def home_of(key: object) -> str:
    """Return the sections that have a key, as a file calls them; empty if none has it."""
    homes = (
        f"[{name}{'.NAME' if isinstance(row.kind, Named) else ''}]"
        for name, row in FILE.keys.items()
        if key in keys_of(row.kind)
    )
    return " or ".join(homes)
