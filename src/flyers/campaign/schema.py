"""The JSON Schema of flyers.toml, for editors that help to write one.

It covers single values. Errors that show only beside another value (a printer that
extends an unknown one) or in the folder (a logo that is no file) are found when the
file is read.
"""

import json
from pathlib import Path
from typing import Any

from flyers.campaign.declared import FILE

SHIPPED = Path(__file__).with_name("flyers.schema.json")


def schema() -> dict[str, Any]:
    """Return the schema, of JSON Schema draft 2020-12."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "flyers.toml",
        "description": "A campaign: its site, its identity, its printers and its events.",
        **FILE.schema(),
    }


def as_text() -> str:
    """Return the schema as the text of flyers.schema.json."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"
