"""Files that the configuration is read from: flyers.toml, and that of the site's generator."""

from dataclasses import dataclass
from pathlib import Path

from flyers.campaign.file import File, read
from flyers.core.errors import ConfigError
from flyers.core.flyers_toml import NAME, flyers_toml
from flyers.sites import site_around
from flyers.sites.site import GeneratedSite


@dataclass(frozen=True, kw_only=True)
class Sources:
    """Files with configuration. ``file`` is the flyers.toml, empty if there is none; ``site`` is
    what the site's own configuration says, None if there is none."""

    file: File
    site: GeneratedSite | None = None

    @property
    def files(self) -> tuple[Path, ...]:
        """All files that exist."""
        own = (self.file.path,) if self.file.table else ()
        return (*own, *(self.site.files if self.site else ()))


def sources_for(folder: Path | None) -> Sources:
    """Return the files in force for a statement in ``folder``; None: for standard input.

    Raises ConfigError.
    """
    starts = [folder.resolve()] if folder else []
    found = next((f for start in (*starts, Path.cwd()) if (f := flyers_toml(start))), None)
    file = read(found) if found else File(Path.cwd() / NAME, {})
    for start in (*starts, *([found.parent] if found else [])):
        if site := _site(start, file):
            return Sources(file=file, site=site)
    return Sources(file=file)


def _site(start: Path, file: File) -> GeneratedSite | None:
    """Return the site around a folder. A configuration that cannot be read is no error if
    flyers.toml says all that counts."""
    own = file.table.get("site", {})
    try:
        return site_around(start)
    except ConfigError:
        if isinstance(own, dict) and "permalink" in own:
            return None
        raise
