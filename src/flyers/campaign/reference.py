"""The reference of flyers.toml in docs/campaign.md: a table for every section."""

from collections.abc import Iterator, Mapping

from flyers.campaign.declared import FILE, keys_of
from flyers.core.settings import REQUIRED, Key, Named, Some, Table
from flyers.core.settings.toml import toml

BEGIN, END = "<!-- reference: begin -->", "<!-- reference: end -->"
"""Bounds of the part of docs/campaign.md that scripts/write_docs.py writes."""


def as_markdown() -> str:
    """Return the whole reference."""
    return "\n\n".join("\n".join(_section(name, row)) for name, row in FILE.keys.items())


def within(page: str) -> str:
    """Return the page with the reference as it is now."""
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{as_markdown()}\n\n{END}{after}"


def _section(name: str, row: Key) -> Iterator[str]:
    kind = row.kind
    yield f"### `[{name}{'.NAME' if isinstance(kind, Named) else ''}]`"
    yield ""
    yield row.purpose
    yield ""
    yield "| key | holds | if it is not set | what it is for |"
    yield "|---|---|---|---|"
    yield from _rows(keys_of(kind), "")


def _rows(keys: Mapping[str, Key], above: str) -> Iterator[str]:
    for key, row in keys.items():
        name = f"{above}{key}"
        if isinstance(row.kind, Table):
            yield from _rows(row.kind.keys, f"{name}.")
            continue
        yield f"| `{name}` | {row.kind.words} | {_default(row)} | {row.purpose} |"
        if isinstance(row.kind, Some) and isinstance(row.kind.each, Table):
            yield from _rows(row.kind.each.keys, f"… {key}: ")


def _default(row: Key) -> str:
    if row.default is REQUIRED:
        return "has to be set"
    return "" if row.default is None else f"`{toml(row.default)}`"
