"""Files left in the static folder by statements that the site no longer publishes."""

import re
from collections.abc import Sequence
from pathlib import Path

from flyers.core.files import remove
from flyers.press.read.file_facts import producer
from flyers.production.publishing.site import PublishedSite


def strays(site: PublishedSite, kept: Sequence[Path]) -> list[Path]:
    """Return files that were made for statements which the site no longer publishes.

    Their names follow ``path`` of [publish], and their PDF names flyers as its producer: nothing
    that somebody else put there is among them.
    """
    rule = site.campaign.publishing.path.lstrip("/")
    pattern = re.compile(re.sub(r":[a-z]+", ".+", re.escape(rule).replace(r"\:", ":")))
    known = {path.resolve() for path in kept}
    return [
        path
        for path in sorted(site.static.rglob("*.pdf"))
        if pattern.fullmatch(path.relative_to(site.static).as_posix())
        and path.resolve() not in known
        and _is_ours(path)
    ]


def pruned(files: Sequence[Path]) -> None:
    """Remove the files. Raises OutputError."""
    for file in files:
        remove(file)


def _is_ours(path: Path) -> bool:
    try:
        return producer(path.read_bytes()) == "flyers"
    except OSError:
        return False
