"""flyers.toml, declared: its sections, their keys, what each holds and what it is for.

Everything that knows of a key has it from here: the reading, its errors, the
JSON Schema, ``flyers config``, the file that ``flyers init`` writes, the docs.
"""

from collections.abc import Mapping

from flyers.campaign.declared.events import EVENT
from flyers.campaign.declared.identity import CAMPAIGN
from flyers.campaign.declared.imprint import IMPRINT
from flyers.campaign.declared.press import PRINTERS, SHEET
from flyers.campaign.declared.site import BUILD, PUBLISH, QR, SITE
from flyers.core.settings import Key, Named, Table, ValueKind, Variant, matching, text

NAME = matching(r"[a-z0-9][a-z0-9-]{0,39}", "a name", "write lower-case letters, digits, hyphens")
"""Of what becomes part of file names and addresses."""

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
    """All that a section may have: of every name, and of every variant."""
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
    """The sections that have a key, as a file calls them; empty where none has."""
    homes = (
        f"[{name}{'.NAME' if isinstance(row.kind, Named) else ''}]"
        for name, row in FILE.keys.items()
        if key in keys_of(row.kind)
    )
    return " or ".join(homes)
