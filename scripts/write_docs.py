"""Writes the parts of docs/ that follow from declarations in the code, and the JSON Schema.

::

    python scripts/write_docs.py
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from flyers.campaign import reference, schema
from flyers.catalogue.imprints import JURISDICTIONS, NONE
from flyers.imposition.schemes.table import DEFAULT, SCHEMES

DOCS = Path(__file__).resolve().parent.parent / "docs"


def with_laws(page: str) -> str:
    """Return docs/imprint.md with the table of jurisdictions as it is now."""
    return _within(page, "laws", _laws())


def with_schemes(page: str) -> str:
    """Return docs/imposition.md with the table of schemes as it is now."""
    return _within(page, "schemes", _schemes())


def _within(page: str, part: str, lines: Iterable[str]) -> str:
    begin, end = f"<!-- {part}: begin -->", f"<!-- {part}: end -->"
    before, _, rest = page.partition(begin)
    _, _, after = rest.partition(end)
    rows = "\n".join(lines)
    return f"{before}{begin}\n\n{rows}\n\n{end}{after}"


def _schemes() -> Iterator[str]:
    yield "| you want | scheme | or by its name in the trade |"
    yield "|---|---|---|"
    for name, row in SCHEMES.items():
        usual = ", the default" if name == DEFAULT else ""
        also = ", ".join(f"`{other}`" for other in row.also)
        yield f"| {row.purpose} | [`{name}`](#{name}){usual} | {also} |"


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
    for name, renewed in (
        ("campaign.md", reference.within),
        ("imposition.md", with_schemes),
        ("imprint.md", with_laws),
    ):
        page = DOCS / name
        page.write_text(renewed(page.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
