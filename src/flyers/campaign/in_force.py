"""`flyers config`: every value in force and its origin: a line, the site's file, or a default."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from flyers.campaign.declared import FILE
from flyers.campaign.interpret import campaign_of
from flyers.campaign.lines import Keys
from flyers.campaign.sources import Sources, sources_for
from flyers.core.settings import REQUIRED, Key, Named, Table, Variant
from flyers.core.settings.toml import key_of, toml
from flyers.core.settings.wrong import header
from flyers.core.terminal import columns
from flyers.sites.known import known_of

NO_FILE = "no flyers.toml, here or in any folder above; `flyers init` makes one"


@dataclass(frozen=True, kw_only=True)
class Setting:
    """A key of a table, its value as TOML, None if it is not set, and the origin of that."""

    table: str
    key: str
    value: str | None
    origin: str


@dataclass(frozen=True, kw_only=True)
class ConfigRequest:
    """The folder, or the statement, whose configuration is asked for."""

    folder: Path = Path()


@dataclass(frozen=True, kw_only=True)
class ConfigResult:
    """The flyers.toml and the site's file that count, if any, what is known of the site, and all
    settings."""

    file: Path | None
    site_file: Path | None
    known: Mapping[str, str]
    settings: tuple[Setting, ...]

    def as_json(self) -> Mapping[str, Any]:
        """Return the answer of ``--json``."""
        return {
            "file": self.file and str(self.file),
            "site": dict(self.known),
            "settings": [asdict(row) for row in self.settings],
        }

    def as_text(self, *, everything: bool) -> str:
        """Return the settings for people, a block for each table; with ``everything``, also keys
        that are not set."""
        found = str(self.file or NO_FILE)
        if self.site_file:
            found += f"\n{self.site_file}"
        for name, value in self.known.items():
            found += f"\n{name}: {value}"
        shown = [row for row in self.settings if everything or row.value is not None]
        blocks = [found]
        for table in dict.fromkeys(row.table for row in shown):
            rows = [[row.key, row.value or "-", row.origin] for row in shown if row.table == table]
            blocks.append("\n".join([table, *columns(rows)]))
        return "\n\n".join(blocks)


def run(request: ConfigRequest) -> ConfigResult:
    """Return the configuration in force. Raises ConfigError for a file that cannot be used."""
    folder = request.folder
    sources = sources_for(folder if folder.is_dir() else folder.parent)
    # Refuses values that have the right kind and make no sense together.
    campaign = campaign_of(sources)
    return ConfigResult(
        file=sources.file.path if sources.file.table else None,
        site_file=sources.site.file if sources.site else None,
        known=known_of(campaign.site, campaign.generated),
        settings=tuple(settings(sources)),
    )


def settings(sources: Sources) -> Iterator[Setting]:
    """Yield every key of every section, in the order of the declaration."""
    for name, section in FILE.keys.items():
        yield from _settings(sources, (name,), section, sources.file.table.get(name))
        if name == "site" and sources.site:
            for pages, rule in sources.site.rules():
                yield _row((name, f"permalink of {pages}"), rule, sources.site.file.name)


def _settings(sources: Sources, at: Keys, row: Key, given: Any) -> Iterator[Setting]:
    """Yield all keys of a table; of named tables and variants, those that are given."""
    kind = row.kind
    if isinstance(kind, Named):
        for name, inner in (given or {}).items():
            yield from _given(sources, (*at, name), inner)
    elif isinstance(kind, Variant):
        yield from _given(sources, at, given or {})
    elif isinstance(kind, Table):
        for key, inner in kind.keys.items():
            value = (given or {}).get(key)
            if isinstance(inner.kind, Table):
                yield from _settings(sources, (*at, key), inner, value)
            else:
                yield _setting(sources, (*at, key), inner, value)


def _given(sources: Sources, at: Keys, table: Mapping[str, Any]) -> Iterator[Setting]:
    for key, value in table.items():
        yield _row((*at, key), value, sources.file.line((*at, key)))


def _setting(sources: Sources, at: Keys, row: Key, given: Any) -> Setting:
    if given is not None:
        return _row(at, given, sources.file.line(at))
    if at[0] == "site" and sources.site and (theirs := sources.site.keys().get(str(at[1]))):
        return _row(at, theirs, sources.site.file.name)
    if row.default is None or row.default is REQUIRED:
        return _row(at, None, "not set")
    return _row(at, row.default, "default")


def _row(at: Keys, value: Any, origin: str) -> Setting:
    return Setting(
        table=header(at[:-1]),
        key=key_of(str(at[-1])),
        value=None if value is None else toml(value),
        origin=origin,
    )
