"""Generators whose addresses are proved by the built site alone: a row each.

Their rules are programs, or plug-ins; so no address is computed, and a statement's page is looked
for where they build the site.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from flyers.core.errors import AddressError, ConfigError
from flyers.core.table_file import table_in
from flyers.sites.site import ContentFolder, GeneratedSite, WebPage

LARGEST = 1_000_000
"""Letters of a configuration that are read."""


@dataclass(frozen=True, kw_only=True)
class OtherGenerator:
    """A generator by the ``files`` of its configuration, of which one has to match ``like``, or by
    a package that package.json beside it ``needs``.

    ``contents`` and ``static`` are its usual folders, those that are there count; ``output`` is
    where it builds. ``address`` and ``base`` are keys of the site's address and of the path of its
    root.
    """

    name: str
    files: tuple[str, ...]
    contents: tuple[str, ...]
    static: str
    output: str
    build: str
    address: str = ""
    base: str = ""
    like: str = ""
    needs: str = ""


def _scripts(stem: str) -> tuple[str, ...]:
    return tuple(f"{stem}.{end}" for end in ("js", "mjs", "cjs", "ts", "mts"))


HEXO = OtherGenerator(
    name="Hexo",
    files=("_config.yml", "_config.yaml"),  # Jekyll's, too
    needs="hexo",
    contents=("source/_posts", "source"),
    static="source",
    output="public",
    build="npx hexo generate",
    address="url",
)

OTHERS = (
    OtherGenerator(
        name="Zola",
        files=("config.toml", "zola.toml"),
        like=r"(?m)^\s*base_url\s*=",
        contents=("content",),
        static="static",
        output="public",
        build="zola build",
        address="base_url",
    ),
    OtherGenerator(
        name="Astro",
        files=_scripts("astro.config"),
        contents=("src/content", "src/pages"),
        static="public",
        output="dist",
        build="npm run build",
        address="site",
        base="base",
    ),
    OtherGenerator(
        name="Gatsby",
        files=_scripts("gatsby-config"),
        contents=("content", "src/pages"),
        static="static",
        output="public",
        build="npm run build",
        address="siteUrl",
        base="pathPrefix",
    ),
    OtherGenerator(
        name="Next.js",
        files=_scripts("next.config"),
        contents=("content", "posts", "_posts", "pages", "app"),
        static="public",
        output="out",
        build="npm run build",
    ),
    OtherGenerator(
        name="Nuxt",
        files=_scripts("nuxt.config"),
        contents=("content",),
        static="public",
        output=".output/public",
        build="npx nuxi generate",
    ),
    OtherGenerator(
        name="SvelteKit",
        files=_scripts("svelte.config"),
        contents=("src/content", "src/posts", "src/routes", "content", "posts"),
        static="static",
        output="build",
        build="npm run build",
    ),
    OtherGenerator(
        name="VitePress",
        files=_scripts(".vitepress/config"),
        contents=(),
        static="public",
        output=".vitepress/dist",
        build="npx vitepress build",
        address="hostname",
        base="base",
    ),
    OtherGenerator(
        name="VuePress",
        files=_scripts(".vuepress/config"),
        contents=(),
        static=".vuepress/public",
        output=".vuepress/dist",
        build="npx vuepress build",
        base="base",
    ),
    OtherGenerator(
        name="Docusaurus",
        files=_scripts("docusaurus.config"),
        contents=("blog", "docs", "src/pages"),
        static="static",
        output="build",
        build="npm run build",
        address="url",
        base="baseUrl",
    ),
    OtherGenerator(
        name="MkDocs",
        files=("mkdocs.yml", "mkdocs.yaml"),
        contents=("docs",),
        static="docs",
        output="site",
        build="mkdocs build",
        address="site_url",
    ),
    OtherGenerator(
        name="Nikola",
        files=("conf.py",),
        like=r"(?m)^(?:BLOG_TITLE|POSTS|SITE_URL)\s*=",
        contents=("posts", "pages"),
        static="files",
        output="output",
        build="nikola build",
        address="SITE_URL",
    ),
    OtherGenerator(
        name="Sphinx",
        files=("conf.py", "source/conf.py", "docs/conf.py"),
        like=r"(?m)^extensions\s*=|sphinx",
        contents=("source", "docs"),
        static="_static",
        output="_build/html",
        build="sphinx-build . _build/html",
    ),
    OtherGenerator(
        name="Lektor",
        files=("site.lektorproject",),
        contents=("content",),
        static="assets",
        output="build",
        build="lektor build -O build",
    ),
    OtherGenerator(
        name="Quarto",
        files=("_quarto.yml", "_quarto.yaml"),
        contents=("posts",),
        static="resources",
        output="_site",
        build="quarto render",
    ),
    OtherGenerator(
        name="WordPress",
        files=("wp-config.php", "wp-login.php"),
        contents=(),
        static="wp-content",
        output="static",
        build="export it as static files",
    ),
)


@dataclass(frozen=True, kw_only=True)
class UncomputedSite(GeneratedSite):
    """A site whose addresses only the built site tells."""

    home: Path
    build: str

    @property
    def folder(self) -> Path:
        """The folder of the site; its configuration may be below it."""
        return self.home

    def path_of(self, page: WebPage) -> str:
        """Refuse to compute an address. Raises AddressError with what to do."""
        raise AddressError(
            f"{page.called}: addresses of {self.generator} pages are not computed; build the site "
            f"first (`{self.build}`), so that {self.outputs[0]}/ proves them, or give --url."
        )


def other_site_in(folder: Path, rows: tuple[OtherGenerator, ...] = OTHERS) -> UncomputedSite | None:
    """Return the site in a folder, if it is one of a generator in the rows."""
    for row in rows:
        for name in row.files:
            if (folder / name).is_file() and _is_like(row, folder, folder / name):
                return _site_of(row, folder, folder / name)
    return None


def _site_of(row: OtherGenerator, folder: Path, file: Path) -> UncomputedSite:
    there = [folder / name for name in row.contents if (folder / name).is_dir()]
    return UncomputedSite(
        generator=row.name,
        file=file,
        home=folder,
        build=row.build,
        address=_address(row, file),
        contents=tuple(ContentFolder(folder=one.resolve()) for one in there or [folder]),
        static=(folder / row.static).resolve(),
        outputs=(row.output,),
        files=(file,),
    )


def _is_like(row: OtherGenerator, folder: Path, file: Path) -> bool:
    if row.needs:
        package = _text(folder / "package.json")
        return re.search(rf'"{row.needs}"\s*:', package) is not None
    return re.search(row.like, _text(file)) is not None


def _address(row: OtherGenerator, file: Path) -> str:
    """Return the address that the configuration gives as it stands, or nothing."""
    if not row.address:
        return ""
    found, base = _plain(file, row.address), _plain(file, row.base)
    if not isinstance(found, str) or not found.startswith(("http://", "https://")):
        return ""
    base = base.strip("/") if isinstance(base, str) else ""
    if base and not urlsplit(found).path.strip("/"):
        return f"{found.rstrip('/')}/{base}"
    return found.rstrip("/")


def _plain(file: Path, key: str) -> Any:
    """Return the value of a key, if the file writes it out, and once."""
    if not key:
        return None
    if file.suffix == ".py":
        from flyers.sites.pelican.settings import settings_of

        return settings_of(file).known(key)
    if file.suffix in (".yml", ".yaml", ".toml"):
        return _table(file).get(key)
    from flyers.sites.script import script_of

    values = [one for one in script_of(_text(file)).keys(key) if isinstance(one, str)]
    return values[0] if len(set(values)) == 1 else None


def _table(file: Path) -> Mapping[str, Any]:
    try:
        return table_in(file)[0]
    except ConfigError:  # its own reader may know more of YAML
        return {}


def _text(path: Path) -> str:
    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            return file.read(LARGEST)
    except OSError:
        return ""
