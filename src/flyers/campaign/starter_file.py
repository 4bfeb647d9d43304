"""The text of a flyers.toml to start from: what is known of the campaign, the rest as comments."""

from collections.abc import Iterator, Mapping
from typing import Any

from flyers.campaign.declared import FILE
from flyers.core.settings import REQUIRED, Key, Named, Table, ValueKind, Variant
from flyers.core.settings.toml import key_of, toml

HEAD = """\
# What flyers knows of this campaign. `flyers config` prints what is in force, and
# docs/campaign.md explains every key. Take the # off a line to set it; off a heading
# like #[imprint] too, or the lines below it would belong to the section above.
"""

COLUMN = 44
"""Column of the comment behind a value, unless the value is longer."""
WIDTH = 100


Given = Mapping[tuple[str, ...], Any]
"""Values, by the keys that lead there."""


def as_toml(given: Given, drafts: Given) -> str:
    """Return the file: ``given`` values set, ``drafts`` of others as comments."""
    blocks = [HEAD]
    for name, section in FILE.keys.items():
        about = [f"# {section.purpose}"] if section.purpose else []
        blocks.append("\n".join([*about, *_section((name,), section.kind, given, drafts), ""]))
    return "\n".join(blocks)


def nested(given: Given) -> dict[str, Any]:
    """Return the values as tables in tables."""
    whole: dict[str, Any] = {}
    for (*above, key), value in given.items():
        table = whole
        for step in above:
            table = table.setdefault(step, {})
        table[key] = value
    return whole


def _section(at: tuple[str, ...], kind: ValueKind, given: Given, drafts: Given) -> Iterator[str]:
    if isinstance(kind, Named):
        yield f"#[{at[0]}.NAME]"
        kind = kind.each
    elif isinstance(kind, Variant):
        by = (*at, kind.name)
        yield f"{'' if by in given else '#'}[{at[0]}]"
        chosen = given.get(by) or drafts.get(by) or kind.by.example
        kind = Table({kind.name: kind.by, **kind.tables[chosen].keys})
    else:
        yield f"[{at[0]}]"
    if isinstance(kind, Table):
        yield from _lines(at, kind.keys, given, drafts)


def _lines(
    at: tuple[str, ...], keys: Mapping[str, Key], given: Given, drafts: Given
) -> Iterator[str]:
    """Yield every key with its purpose; tables in a table as dotted keys."""
    for key, row in keys.items():
        here = (*at, key)
        if isinstance(row.kind, Table):
            yield from _lines(here, row.kind.keys, given, drafts)
            continue
        value = given.get(here, drafts.get(here, _example(row)))
        if value is None:
            continue
        name = ".".join(map(key_of, here[1:]))
        setting = f"{'' if here in given else '#'}{name} = {toml(value)}"
        line = f"{setting:<{COLUMN}}  # {row.purpose}"
        if len(setting) <= COLUMN and len(line) <= WIDTH:
            yield line
        else:
            yield f"# {row.purpose}"
            yield setting


def _example(row: Key) -> Any:
    """Return a value that a person would write, or None."""
    if row.example is not None:
        return row.example
    return row.default if row.default is not REQUIRED else None
