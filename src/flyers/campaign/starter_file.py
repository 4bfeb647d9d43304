"""A flyers.toml to begin with: what is known of the campaign, and the rest as comments."""

from collections.abc import Iterator, Mapping
from typing import Any

from flyers.campaign.declared import FILE
from flyers.core.settings import REQUIRED, Key, Named, Table, ValueKind, Variant
from flyers.core.settings.toml import key_of, toml

HEAD = """\
# What flyers knows of this campaign. `flyers config` tells what is in force, and
# docs/campaign.md what every key is for. Take the # off a line to set it; off a heading
# like #[imprint] too, for without it the lines below would belong to the section above.
"""

COLUMN = 44
"""Where what a key is for begins, unless its value is longer."""
WIDTH = 100


Given = Mapping[tuple[str, ...], Any]
"""By the keys that lead there: what is set."""


def as_toml(given: Given, notes: Mapping[str, str]) -> str:
    """The file: what is ``given``, by the keys that lead there, and ``notes`` on sections."""
    blocks = [HEAD]
    for name, section in FILE.keys.items():
        about = [f"# {text}" for text in (section.purpose, notes.get(name)) if text]
        blocks.append("\n".join([*about, *_section((name,), section.kind, given), ""]))
    return "\n".join(blocks)


def nested(given: Given) -> dict[str, Any]:
    """The same as tables in tables."""
    whole: dict[str, Any] = {}
    for (*above, key), value in given.items():
        table = whole
        for step in above:
            table = table.setdefault(step, {})
        table[key] = value
    return whole


def _section(at: tuple[str, ...], kind: ValueKind, given: Given) -> Iterator[str]:
    if isinstance(kind, Named):
        yield f"#[{at[0]}.NAME]"
        kind = kind.each
    elif isinstance(kind, Variant):
        asked = given.get((*at, kind.name))
        yield f"{'' if asked else '#'}[{at[0]}]"
        kind = Table({kind.name: kind.by, **kind.tables[asked or kind.by.example].keys})
    else:
        yield f"[{at[0]}]"
    if isinstance(kind, Table):
        yield from _lines(at, kind.keys, given)


def _lines(at: tuple[str, ...], keys: Mapping[str, Key], given: Given) -> Iterator[str]:
    """Every key and what it is for; tables in a table as dotted keys."""
    for key, row in keys.items():
        here = (*at, key)
        if isinstance(row.kind, Table):
            yield from _lines(here, row.kind.keys, given)
            continue
        value = given.get(here, _example(row))
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
    """What a person would write there; nothing where nothing comes to mind."""
    if row.example is not None:
        return row.example
    return row.default if row.default is not REQUIRED else None
