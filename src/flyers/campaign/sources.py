"""Where the configuration is: flyers.toml, and what the site's own configuration says besides."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from flyers.campaign.file import File, read
from flyers.campaign.sites import hugo
from flyers.core.flyers_toml import NAME, flyers_toml, upward


@dataclass(frozen=True, kw_only=True)
class Sources:
    """``file`` is the flyers.toml, empty where there is none; ``site`` what the site's own
    configuration ``site_file`` says for [site], and ``rules`` what it says of sections' pages."""

    file: File
    site: Mapping[str, str] = field(default_factory=dict)
    rules: Mapping[str, str] = field(default_factory=dict)
    site_file: Path | None = None

    @property
    def files(self) -> tuple[Path, ...]:
        """Those that there are."""
        own = (self.file.path,) if self.file.table else ()
        return (*own, self.site_file) if self.site_file else own

    @property
    def around(self) -> Path:
        """The folder that the site's configuration names its folders from."""
        return (self.site_file or self.file.path).parent


def sources_for(folder: Path | None) -> Sources:
    """What is in force for a statement in ``folder``; None: for standard input.

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
