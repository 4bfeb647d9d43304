"""The JSON Schema of flyers.toml, for editors that help to write one.

It says all that a single value can be told by. What only makes sense beside
another (a printer that extends one there is not), or in sight of the folder (a
logo that is no file), the reader alone can tell.
"""

import json
from pathlib import Path
from typing import Any

from flyers.campaign.declared import FILE

SHIPPED = Path(__file__).with_name("flyers.schema.json")


def schema() -> dict[str, Any]:
    """JSON Schema, draft 2020-12."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "flyers.toml",
        "description": "A campaign: its site, its identity, its printers and its events.",
        **FILE.schema(),
    }


def as_text() -> str:
    """As it stands in the file beside this one."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"
