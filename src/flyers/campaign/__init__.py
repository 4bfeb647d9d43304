"""flyers.toml, found upward from the statement or the working folder, like git finds its own.

Where it says nothing of the site, a Hugo configuration above the statement gives
the address and the permalink rule.
"""

from collections.abc import Mapping
from pathlib import Path

from flyers.campaign import hugo
from flyers.campaign.file import File, read, upward
from flyers.campaign.model import Build, Campaign, Codes, Identity, Law, Occasion, Use
from flyers.campaign.reading import campaign_of

__all__ = [
    "FILE",
    "Build",
    "Campaign",
    "Codes",
    "Identity",
    "Law",
    "Occasion",
    "Use",
    "campaign_for",
]

FILE = "flyers.toml"


def campaign_for(folder: Path | None) -> Campaign:
    """The configuration in force for a statement in ``folder`` (None: standard input).

    Raises ConfigError.
    """
    starts = [folder.resolve()] if folder else []
    found = next((f for start in (*starts, Path.cwd()) if (f := upward(start, (FILE,)))), None)
    file = read(found) if found else File(Path.cwd() / FILE, {})
    site, around = ({}, file.path.parent) if "site" in file.table else _site(starts)
    return campaign_of(file, site, around)


def _site(starts: list[Path]) -> tuple[Mapping[str, str], Path]:
    """What the site's own configuration says, and the folder it is in."""
    for start in starts:
        if found := upward(start, hugo.FILES):
            return hugo.site_of(read(found)), found.parent
    return {}, Path()
