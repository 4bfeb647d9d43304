"""A made-up site, and the record of the addresses that its generator gave."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Addresses = Mapping[str, str]
"""The whole address of each page, by the page's file, from the site's folder."""


@dataclass(frozen=True, kw_only=True)
class SiteSample:
    """A site: ``files`` are texts by path, and ``pages`` are front matters by path."""

    name: str
    files: Mapping[str, str]
    pages: Mapping[str, str]

    def write(self, folder: Path) -> None:
        """Write the site into an empty folder."""
        texts = {path: f"---\n{front}\n---\n\n{TEXT}\n" for path, front in self.pages.items()}
        for path, text in {**self.files, **texts}.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, "utf-8")


TEXT = "The reading room of the made-up library is open on Sunday."


@dataclass(frozen=True, kw_only=True)
class Recorder:
    """A generator: its sites, its programs by version, and how one is asked for the addresses of a
    site in a folder."""

    name: str
    samples: Callable[[], Iterable[SiteSample]]
    programs: Callable[[], Mapping[str, tuple[str, ...]]]
    ask: Callable[[Path, tuple[str, ...]], Addresses]


@dataclass(frozen=True, kw_only=True)
class RecordedSite:
    """A site with the addresses that each version of its generator gave its pages.

    None stands for a page that a version does not make."""

    sample: SiteSample
    addresses: Mapping[str, tuple[str | None, ...]]


def as_json(versions: Iterable[str], sites: Iterable[RecordedSite]) -> str:
    """Return a record with a line for each page: its file, front matter and addresses, which stand
    once if all versions agree."""
    return "".join(
        [
            f'{{"versions": {json.dumps(list(versions))},\n"sites": [\n',
            ",\n".join(_site(site) for site in sites),
            "\n]}\n",
        ]
    )


def _site(site: RecordedSite) -> str:
    def dump(value: Any) -> str:
        return json.dumps(value, ensure_ascii=False)

    rows = []
    for path, front in site.sample.pages.items():
        given = site.addresses[path]
        one = given[0] if len(set(given)) == 1 else list(given)
        rows.append(f"{dump(path)}: {dump([front, one])}")
    pages = ",\n".join(rows)
    return (
        f'{{"name": {dump(site.sample.name)}, "files": {dump(site.sample.files)}, "pages": {{\n'
        f"{pages}\n}}}}"
    )


def sites_in(record: Path) -> tuple[RecordedSite, ...]:
    """Return the sites of a record."""
    table = json.loads(record.read_text("utf-8"))
    count = len(table["versions"])

    def site(row: Any) -> RecordedSite:
        pages = row["pages"].items()
        sample = SiteSample(
            name=row["name"], files=row["files"], pages={path: front for path, (front, _) in pages}
        )
        return RecordedSite(
            sample=sample,
            addresses={
                path: tuple(one) if isinstance(one, list) else (one,) * count
                for path, (_, one) in pages
            },
        )

    return tuple(site(row) for row in table["sites"])
