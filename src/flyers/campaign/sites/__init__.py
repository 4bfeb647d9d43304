"""Site generators: values of [site] read from a site's own configuration, which is never run.

==========  =====================================  ==========================================
generator   its configuration                      read as
==========  =====================================  ==========================================
Hugo        ``hugo.toml``, ``config.yaml``, …      TOML, YAML or JSON
Jekyll      ``_config.yml``                        YAML
Pelican     ``pelicanconf.py``, ``publishconf.py`` Python, parsed and never run
Eleventy    ``eleventy.config.js``, …              what simple patterns find in it, and
                                                   ``package.json`` and ``_data`` beside it
==========  =====================================  ==========================================

A rule that cannot be written in Hugo's tokens is left out: an address is never guessed.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from flyers.campaign.sites import eleventy, hugo, jekyll, pelican


@dataclass(frozen=True, kw_only=True)
class Generator:
    """A row of the table below. The first of ``files`` that exists is read; ``read`` returns the
    keys of [site] that it finds there, folders from the file's own."""

    name: str
    files: tuple[str, ...]
    read: Callable[[Path], dict[str, str]]
    note: str = ""
    """A comment for flyers.toml on addresses that this generator makes in its own way."""
    lasting: bool = False
    """True if its rules are read each time that flyers.toml has none, and are not copied there."""


@dataclass(frozen=True, kw_only=True)
class FoundSite:
    """A site's own configuration: its generator, its file, and the keys of [site] found there."""

    generator: Generator
    file: Path
    site: Mapping[str, str]


GENERATORS = (
    Generator(
        name="Hugo",
        files=hugo.FILES,
        read=hugo.site_of,
        note="Hugo's own permalinks, by section, hold; a permalink here overrides them.",
        lasting=True,
    ),
    Generator(
        name="Jekyll",
        files=jekyll.FILES,
        read=jekyll.site_of,
        note="A post whose address has categories in it needs a `permalink:` line.",
    ),
    Generator(
        name="Pelican",
        files=pelican.FILES,
        read=pelican.site_of,
        note="Pelican makes slugs of titles; flyers takes the `Slug:` line, else the file's name.",
    ),
    Generator(name="Eleventy", files=eleventy.FILES, read=eleventy.site_of),
)


def site_in(folder: Path) -> FoundSite | None:
    """Return the site whose configuration is in the folder. Raises ConfigError if it is broken."""
    for generator in GENERATORS:
        for name in generator.files:
            if (folder / name).is_file():
                file = folder / name
                return FoundSite(generator=generator, file=file, site=generator.read(file))
    return None
