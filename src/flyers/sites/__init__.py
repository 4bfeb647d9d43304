"""Sites: the addresses that a site's own generator gives, read from its configuration.

Nothing of a site is ever run.

==========  =====================================  ==========================================
generator   its configuration                      read as
==========  =====================================  ==========================================
Hugo        ``hugo.toml``, ``config/_default``, …  TOML, YAML or JSON
Jekyll      ``_config.yml``, ``CNAME``             YAML or TOML
Pelican     ``pelicanconf.py``, ``publishconf.py`` Python, parsed and never run
Eleventy    ``eleventy.config.js``, …              what literals in it say, and data files
others      a row each of ``others.OTHERS``        never computed, but proved by the built site
==========  =====================================  ==========================================

``addresses`` decides which address counts: one that was given, or one that the rules compute.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from flyers.core.errors import ConfigError
from flyers.sites import others
from flyers.sites.site import GeneratedSite

# Each generator is loaded only for a site that it builds: every command asks for the site around.


def _hugo(file: Path) -> GeneratedSite | None:
    from flyers.sites import hugo

    return hugo.site_of(file)


def _jekyll(file: Path) -> GeneratedSite | None:
    from flyers.sites import jekyll

    return jekyll.site_of(file)


def _pelican(file: Path) -> GeneratedSite | None:
    from flyers.sites import pelican

    return pelican.site_of(file)


def _eleventy(file: Path) -> GeneratedSite | None:
    from flyers.sites import eleventy

    return eleventy.site_of(file)


@dataclass(frozen=True, kw_only=True)
class Generator:
    """A row of the table below. The first of ``files`` that exists is read; ``read`` returns None
    for a file of that name that is no site's."""

    name: str
    files: tuple[str, ...]
    read: Callable[[Path], GeneratedSite | None]


GENERATORS = (
    Generator(
        name="Hugo",
        files=tuple(
            f"{folder}{stem}.{suffix}"
            for folder in ("", "config/_default/")
            for stem in ("hugo", "config")
            for suffix in ("toml", "yaml", "yml", "json")
        ),
        read=_hugo,
    ),
    Generator(
        name="Jekyll",
        files=("_config.yml", "_config.yaml", "_config.toml"),
        read=_jekyll,
    ),
    Generator(name="Pelican", files=("pelicanconf.py",), read=_pelican),
    Generator(
        name="Eleventy",
        files=(
            ".eleventy.js",
            "eleventy.config.js",
            "eleventy.config.mjs",
            "eleventy.config.cjs",
        ),
        read=_eleventy,
    ),
)


def site_in(folder: Path) -> GeneratedSite | None:
    """Return the site whose configuration is in the folder. Raises ConfigError if it is broken."""
    if hexo := others.other_site_in(folder, (others.HEXO,)):
        return hexo  # its configuration has the name of Jekyll's
    for generator in GENERATORS:
        for name in generator.files:
            if (folder / name).is_file() and (site := _read(generator, folder / name)):
                return site
    return others.other_site_in(folder)


def _read(generator: Generator, file: Path) -> GeneratedSite | None:
    try:
        return generator.read(file)
    except ValueError as error:  # a folder with a NUL in its name, which no system has
        raise ConfigError(f"{file} cannot be read: {error!s:.120}; mend that place.") from None


def site_around(folder: Path) -> GeneratedSite | None:
    """Return the site of the nearest folder that has a configuration, this one or one above it.

    Raises ConfigError if it is broken.
    """
    return next((site for one in (folder, *folder.parents) if (site := site_in(one))), None)
