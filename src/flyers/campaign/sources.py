"""Files that the configuration is read from: flyers.toml, and a Hugo site's own configuration."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from flyers.campaign.file import File, read
from flyers.campaign.sites import hugo
from flyers.core.flyers_toml import NAME, flyers_toml, upward


@dataclass(frozen=True, kw_only=True)
class Sources:
    """Files with configuration. ``file`` is the flyers.toml, empty if there is none; ``site`` are
    the keys of [site] in the site's own ``site_file``, and ``rules`` its permalinks by section."""

    file: File
    site: Mapping[str, str] = field(default_factory=dict)
    rules: Mapping[str, str] = field(default_factory=dict)
    site_file: Path | None = None

    @property
    def files(self) -> tuple[Path, ...]:
        """All files that exist."""
        own = (self.file.path,) if self.file.table else ()
        return (*own, self.site_file) if self.site_file else own

    @property
    def around(self) -> Path:
        """Folder from which the site's configuration names its folders."""
        return (self.site_file or self.file.path).parent


def sources_for(folder: Path | None) -> Sources:
    """Return the files in force for a statement in ``folder``; None: for standard input.

    Raises ConfigError.
    """
    starts = [folder.resolve()] if folder else []
    found = next((f for start in (*starts, Path.cwd()) if (f := flyers_toml(start))), None)
    file = read(found) if found else File(Path.cwd() / NAME, {})
    own = file.table.get("site", {})
    if not isinstance(own, dict) or "permalink" in own:
        return Sources(file=file)
    for start in (*starts, *([found.parent] if found else [])):
        theirs = upward(start, hugo.FILES)
        if theirs and (site := hugo.site_of(theirs)):
            return Sources(file=file, site=site, rules=hugo.rules_of(theirs), site_file=theirs)
    return Sources(file=file)
