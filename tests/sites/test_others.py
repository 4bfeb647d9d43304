"""Sites of generators whose addresses only the built site tells."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from flyers.core.errors import AddressError
from flyers.sites import site_in
from flyers.sites.others import HEXO, OTHERS, OtherGenerator
from flyers.sites.site import WebPage
from making import invoke, written

PAGE = WebPage(name="hours", filename="hours", title="Hours", slug="", date=None)

SITES: Mapping[str, tuple[Mapping[str, str], str]] = {
    # the files, and the address that they give
    "Zola": ({"config.toml": 'base_url = "https://e.example/"\n'}, "https://e.example"),
    "Astro": (
        {
            "astro.config.mjs": "export default defineConfig({\n"
            "  site: 'https://e.example', base: 'b' })"
        },
        "https://e.example/b",
    ),
    "Gatsby": (
        {"gatsby-config.js": "module.exports = { siteMetadata: { siteUrl: `https://e.example` } }"},
        "https://e.example",
    ),
    "Next.js": ({"next.config.js": "module.exports = { output: 'export' }"}, ""),
    "Nuxt": ({"nuxt.config.ts": "export default {}"}, ""),
    "SvelteKit": ({"svelte.config.js": "export default {}"}, ""),
    "VitePress": (
        {".vitepress/config.mts": "export default { sitemap: { hostname: 'https://e.example' } }"},
        "https://e.example",
    ),
    "VuePress": ({".vuepress/config.js": "module.exports = {}"}, ""),
    "Docusaurus": (
        {"docusaurus.config.js": "module.exports = { url: 'https://e.example', baseUrl: '/d/' };"},
        "https://e.example/d",
    ),
    "MkDocs": (
        {"mkdocs.yml": "site_name: E\nsite_url: https://e.example/docs/\n", "docs/a.md": "# A\n"},
        "https://e.example/docs",
    ),
    "Nikola": (
        {"conf.py": 'BLOG_TITLE = "E"\nSITE_URL = "https://e.example/"\n'},
        "https://e.example",
    ),
    "Sphinx": ({"conf.py": "extensions = []\n"}, ""),
    "Lektor": ({"site.lektorproject": "[project]\nname = E\n"}, ""),
    "Quarto": ({"_quarto.yml": "project:\n  type: website\n"}, ""),
    "WordPress": ({"wp-config.php": "<?php\n"}, ""),
    "Hexo": (
        {
            "_config.yml": "url: https://e.example\n",
            "package.json": '{"devDependencies": {"hexo": "7"}}',
        },
        "https://e.example",
    ),
}


@pytest.mark.parametrize("row", [*OTHERS, HEXO], ids=lambda row: row.name)
def test_each_generator_is_known_by_its_files_and_computes_nothing(
    tmp_path: Path, row: OtherGenerator
) -> None:
    files, address = SITES[row.name]
    for name, text in files.items():
        written(tmp_path, name, text)
    site = site_in(tmp_path)
    assert site
    assert (site.generator, site.address, site.folder) == (row.name, address, tmp_path)
    assert site.outputs == (row.output,)
    with pytest.raises(AddressError, match=r"build the site first .*, or give --url") as refused:
        site.path_of(PAGE)
    assert len(str(refused.value)) <= 300


def test_a_python_file_of_another_kind_is_no_site(tmp_path: Path) -> None:
    written(tmp_path, "conf.py", "DEBUG = True\n")
    written(tmp_path, "config.toml", "[server]\nport = 80\n")
    assert site_in(tmp_path) is None


def test_init_says_how_its_addresses_are_proved(tmp_path: Path) -> None:
    written(tmp_path, "astro.config.mjs", "export default { site: 'https://e.example' };\n")
    written(tmp_path, "src/content/news/a.md", "# A\n")
    said = invoke("init", "--yes", cwd=tmp_path).stdout
    assert "generator: Astro, by astro.config.mjs" in said
    assert "addresses: none until the site is built into dist; or give --url" in said
    text = (tmp_path / "flyers.toml").read_text("utf-8")
    assert 'content = "src/content"' in text
    assert 'address = "https://e.example"' in text
