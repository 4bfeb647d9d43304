"""Writes the parts of docs/ that follow from declarations in the code, and the JSON Schema.

::

    python scripts/write_docs.py
"""

from collections.abc import Iterator
from pathlib import Path

from flyers.campaign import reference, schema
from flyers.catalogue.imprints import JURISDICTIONS, NONE

DOCS = Path(__file__).resolve().parent.parent / "docs"
BEGIN, END = "<!-- laws: begin -->", "<!-- laws: end -->"


def with_laws(page: str) -> str:
    """Return docs/imprint.md with the table of jurisdictions as it is now."""
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    rows = "\n".join(_laws())
    return f"{before}{BEGIN}\n\n{rows}\n\n{END}{after}"


def _laws() -> Iterator[str]:
    yield "| jurisdiction | needs | may have | from |"
    yield "|---|---|---|---|"
    for name, law in JURISDICTIONS.items():
        needs, may = (", ".join(f"`{field}`" for field in some) for some in (law.needs, law.may))
        yield f"| `{name}` | {needs} | {may} | {law.source} |"
    yield f"| `{NONE}` | | | |"


def main() -> None:
    """Write every generated part anew."""
    schema.SHIPPED.write_text(schema.as_text(), "utf-8")
    for name, renewed in (("campaign.md", reference.within), ("imprint.md", with_laws)):
        page = DOCS / name
        page.write_text(renewed(page.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
