"""Writes what of flyers.toml follows from its declaration: its JSON Schema, and its reference.

::

    python scripts/write_docs.py
"""

from pathlib import Path

from flyers.campaign import reference, schema

PAGE = Path(__file__).resolve().parent.parent / "docs" / "campaign.md"


def main() -> None:
    schema.SHIPPED.write_text(schema.as_text(), "utf-8")
    PAGE.write_text(reference.within(PAGE.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
