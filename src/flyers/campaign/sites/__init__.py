"""What a site generator's own configuration says for [site] in flyers.toml, without running it.

==========  =====================================  ==========================================
generator   its configuration                      read as
==========  =====================================  ==========================================
Hugo        ``hugo.toml``, ``config.yaml``, …      TOML, YAML or JSON
Jekyll      ``_config.yml``                        YAML
Pelican     ``pelicanconf.py``, ``publishconf.py`` Python, parsed and never run
Eleventy    ``eleventy.config.js``, …              what simple patterns find in it, and
                                                   ``package.json`` and ``_data`` beside it
==========  =====================================  ==========================================

A rule that cannot be said in Hugo's tokens is left out: an address is never guessed.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from flyers.campaign.sites import eleventy, hugo, jekyll, pelican


@dataclass(frozen=True, kw_only=True)
class Generator:
    """A site generator: its ``files``, of which the first that there is tells; ``read`` gives the
    keys of [site] that it has found, folders from the file's own."""

    name: str
    files: tuple[str, ...]
    read: Callable[[Path], dict[str, str]]
    note: str = ""
    """What to know about addresses that this generator makes in its own way."""
    lasting: bool = False
    """Whether its rules are read whenever flyers.toml has none, and need not be written there."""


@dataclass(frozen=True, kw_only=True)
class FoundSite:
    """A site's configuration: whose it is, its file, and what it says for [site]."""

    generator: Generator
    file: Path
    site: Mapping[str, str]


GENERATORS = (
    Generator(
        name="Hugo",
        files=hugo.FILES,
        read=hugo.site_of,
        note="Where pages are, Hugo's own configuration says by section; permalink goes before it.",
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
    """The site whose configuration is in the folder. Raises ConfigError for one that is broken."""
    for generator in GENERATORS:
        for name in generator.files:
            if (folder / name).is_file():
                file = folder / name
                return FoundSite(generator=generator, file=file, site=generator.read(file))
    return None
