"""Addresses of Eleventy's pages, held against those that three versions of it gave."""

import json
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from flyers.core.errors import AddressError, ConfigError
from flyers.sites import site_in
from flyers.sites.script import UNREAD, script_of
from flyers.sites.site import GeneratedSite
from making import written
from recorded_sites import compared, versions, web_page

CONFIG = "module.exports = function (config) {\n%s\n};\n"
HOURS = "---\ntitle: Sunday hours\n---\nText.\n"


def site(folder: Path, program: str = "", files: Mapping[str, str] | None = None) -> GeneratedSite:
    written(folder, "eleventy.config.js", CONFIG % program)
    for name, text in (files or {}).items():
        written(folder, name, text)
    found = site_in(folder)
    assert found
    return found


def path_of(
    folder: Path, program: str = "", name: str = "posts/hours.md", **files: str | Mapping[str, str]
) -> str:
    more = files.get("files", {})
    text = files.get("text", HOURS)
    assert isinstance(more, Mapping) and isinstance(text, str)
    written(folder, name, text)
    return site(folder, program, more).path_of(web_page(folder / name))


# ---- the record ------------------------------------------------------------------------------


@pytest.mark.parametrize("number", [0, 1, 2, None], ids=["1", "2", "3", "unknown"])
def test_every_address_is_eleventys_own_or_refused(tmp_path: Path, number: int | None) -> None:
    version = versions("eleventy")[number] if number is not None else "latest"
    package = json.dumps({"devDependencies": {"@11ty/eleventy": f"^{version}"}})
    pages = list(compared("eleventy", tmp_path, {"package.json": package}, number))
    assert [page for page in pages if page.ours and not page.is_right] == []
    left_out = [page for page in pages if page.is_left_out]
    assert len(left_out) < len(pages) / 5  # titles with signs, which three libraries write apart
    assert all(len(page.refused) <= 300 and "{{" not in page.ours for page in pages)


# ---- permalinks ------------------------------------------------------------------------------

UNCERTAIN = {
    "a filter of the site's own": ("{{ title | slugify }}/", 'config.addFilter("slugify", f);'),
    "an unknown filter": ("{{ title | shorten }}/", ""),
    "a tag": ("{% if title %}a{% endif %}/", ""),
    "a name without a value": ("/{{ town }}/", ""),
    "no end": ("/hours", ""),
    "another kind of file": ("/hours.xml", ""),
    "a way up": ("/../hours/", ""),
    "false": ("false", ""),
    "a template never closed": ("/{{ title/", ""),
    "templates turned off": ("/{{ title }}/", "return { markdownTemplateEngine: false };"),
    "changed addresses": ("/a/", "config.addUrlTransform(f);"),
    "data by another name": ("/a/", 'config.setDataFileBaseName("index");'),
    "pages read otherwise": ("/a/", 'config.addExtension("md", {});'),
    "no pages of Markdown": ("/a/", 'return { templateFormats: ["njk"] };'),
    "a computed folder": ("/a/", "return { dir: { input: process.env.INPUT } };"),
    "one of two folders": ("/a/", 'config.setInputDirectory("a"); return {dir: {input: "b"}};'),
    "left out": ("/a/", 'config.ignores.add("posts/");'),
}


@pytest.mark.parametrize(("rule", "program"), UNCERTAIN.values(), ids=UNCERTAIN.keys())
def test_a_permalink_that_is_not_certain_is_refused(
    tmp_path: Path, rule: str, program: str
) -> None:
    text = f"---\ntitle: Sunday hours\npermalink: {json.dumps(rule)}\n---\nText.\n"
    with pytest.raises(AddressError, match=r"hours\.md.*give --url") as refused:
        path_of(tmp_path, program, text=text)
    assert len(str(refused.value)) <= 300


FRONT = {
    "computed data": "eleventyComputed:\n  permalink: /a/",
    "several pages": "pagination:\n  data: x\npermalink: /a/",
    "outside of the site": "permalink: /a/\npermalinkBypassOutputDir: true",
    "another engine": "permalink: /{{ title }}/\ntemplateEngineOverride: false",
    "several addresses": "permalink:\n  build: /a/\n  other: /b/",
}


@pytest.mark.parametrize("front", FRONT.values(), ids=FRONT.keys())
def test_front_matter_that_moves_a_page_is_refused(tmp_path: Path, front: str) -> None:
    with pytest.raises(AddressError, match="give --url"):
        path_of(tmp_path, text=f"---\ntitle: Hours\n{front}\n---\nText.\n")


SCRIPTS = {
    "a literal": ("module.exports = { permalink: '/s/{{ page.fileSlug }}/' };", "/s/hours/"),
    "of a function": ("export default () => ({ permalink: `/s/` });", "/s/"),
    "no permalink": ("export default { layout: 'x', tags: [\n'a',\n] };", "/posts/hours/"),
    "a function": ("module.exports = { permalink: (data) => '/s/' };", None),
    "a method": ("module.exports = { permalink(data) { return '/s/'; } };", None),
    "a sum": ("module.exports = { permalink: '/s/' + name };", None),
    "a template with values": ("module.exports = { permalink: `/${name}/` };", None),
    "more from elsewhere": ("module.exports = { ...shared, layout: 'x' };", None),
    "something else": ("module.exports = shared;", None),
    "computed data": ("export default { eleventyComputed: { permalink: f } };", None),
}


@pytest.mark.parametrize(("script", "path"), SCRIPTS.values(), ids=SCRIPTS.keys())
def test_data_in_programs_is_read_as_far_as_it_is_literal(
    tmp_path: Path, script: str, path: str | None
) -> None:
    files = {"posts/posts.11tydata.js": script}
    if path:
        assert path_of(tmp_path, files=files) == path
    else:
        with pytest.raises(AddressError, match=r"computed by posts\.11tydata\.js; give --url"):
            path_of(tmp_path, files=files)


def test_a_version_that_is_not_known_yet_is_refused(tmp_path: Path) -> None:
    package = {"package.json": '{"devDependencies": {"@11ty/eleventy": "^4.0.0"}}'}
    with pytest.raises(AddressError, match="made by Eleventy 4, whose rules are not known"):
        path_of(tmp_path, files=package)


# ---- the configuration -----------------------------------------------------------------------


def test_literals_are_found_among_comments_and_patterns() -> None:
    script = script_of(
        """
        // dir: { input: "no" }
        const input = "src", re = /["'{]/g; /* dir: { input: "no" } */
        export default { dir: { input, output: f("x") }, "pathPrefix": '/a\\'b/' };
        """
    )
    assert list(script.keys("dir")) == [{"input": "src", "output": UNREAD}]
    assert list(script.keys("pathPrefix")) == ["/a'b/"]


ENDLESS = {
    "texts that never end": '"\\' * 49_000,
    "patterns that never end": "/[" * 49_000,
    "brackets": "f(" * 49_000,
    "templates": "`${" * 30_000,
    "constants": "const a=[" * 11_000,
    "copies": "c.addPassthroughCopy(" * 4_700,
    "too long": "x" * 200_000,
}


@pytest.mark.parametrize("program", ENDLESS.values(), ids=ENDLESS.keys())
def test_a_strange_program_takes_a_moment(tmp_path: Path, program: str) -> None:
    written(tmp_path, "eleventy.config.js", program)
    before = time.process_time()
    found = site_in(tmp_path)
    assert found
    list(found.rules())
    assert time.process_time() - before < 5


def test_a_folder_that_no_system_has_is_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"config\.js cannot be read: .*; mend that place"):
        site(tmp_path, 'return { dir: { input: "a\0b" } };')


ADDRESSES = {
    "of a data file": ({"_data/site.json": '{"url": "https://e.example/"}'}, "https://e.example"),
    "of a script": (
        {
            "_data/metadata.js": "export default { author: { url: 'https://no.example' },\n"
            "  url: 'https://e.example' };"
        },
        "https://e.example",
    ),
    "of the environment": (
        {"_data/site.js": "module.exports = { url: process.env.URL || 'https://e.example' };"},
        "",
    ),
    "of the package": ({"package.json": '{"homepage": "https://e.example"}'}, "https://e.example"),
    "of its sources": ({"package.json": '{"homepage": "https://github.com/a/b#readme"}'}, ""),
}


@pytest.mark.parametrize(("files", "address"), ADDRESSES.values(), ids=ADDRESSES.keys())
def test_the_address_is_one_that_is_written_out(
    tmp_path: Path, files: dict[str, str], address: str
) -> None:
    assert site(tmp_path, "", files).address == address


PREFIXES = {
    "of the program": ('return { pathPrefix: "/town/" };', "{}", "https://e.example/town"),
    "computed": ("return { pathPrefix: process.env.BASE };", "{}", ""),
    "of the command": ("", '{"build": "eleventy --pathprefix=/t/"}', "https://e.example/t"),
    "of another command": (
        "",
        '{"build": "eleventy", "pages": "eleventy --pathprefix=/t/"}',
        "https://e.example",
    ),
}


@pytest.mark.parametrize(("program", "scripts", "address"), PREFIXES.values(), ids=PREFIXES.keys())
def test_the_path_of_the_root_belongs_to_the_address(
    tmp_path: Path, program: str, scripts: str, address: str
) -> None:
    package = f'{{"homepage": "https://e.example/", "scripts": {scripts}}}'
    assert site(tmp_path, program, {"package.json": package}).address == address


def test_the_input_folder_may_be_the_commands(tmp_path: Path) -> None:
    package = '{"scripts": {"build": "npx @11ty/eleventy --input=src --output=dist"}}'
    made = site(tmp_path, "return { dir: { input: 'content' } };", {"package.json": package})
    assert (made.contents[0].folder, made.outputs) == (tmp_path / "src", ("dist",))


def test_folders_of_languages_are_known_by_their_data(tmp_path: Path) -> None:
    files = {"de/de.json": '{"lang": "de"}', "_data/metadata.json": '{"language": "en"}'}
    made = site(tmp_path, "", files)
    assert made.language_of(tmp_path / "de/sub/x.md") == "de"
    assert made.language_of(tmp_path / "about.md") == "en"


def test_modules_of_the_site_are_read_with_its_configuration(tmp_path: Path) -> None:
    files = {"config/all.js": "module.exports = (c) => c.addUrlTransform(f);\n"}
    with pytest.raises(AddressError, match="changes addresses by addUrlTransform"):
        path_of(tmp_path, "require('./config/all.js')(config);", files=files)


# ---- files that it serves --------------------------------------------------------------------

COPIES = {
    "a folder": ('config.addPassthroughCopy("pdfs");', "pdfs/a.pdf", "pdfs/a.pdf"),
    "a folder above": ('config.addPassthroughCopy("src/files");', "src/files/a.pdf", "files/a.pdf"),
    "to the root": ('config.addPassthroughCopy({ "./public/": "/" });', "public/a.pdf", "a.pdf"),
    "elsewhere": ("config.addPassthroughCopy({ public: 'x/y' });", "public/a.pdf", "x/y/a.pdf"),
    "several in a row": (
        'config.addPassthroughCopy("img").addPassthroughCopy({"pdfs": "p"});',
        "pdfs/a.pdf",
        "p/a.pdf",
    ),
    "by pattern": ('config.addPassthroughCopy("src/**/*.pdf");', "src/x/a.pdf", "x/a.pdf"),
    "by suffix": ('config.setTemplateFormats(["md", "pdf"]);', "src/x/a.pdf", "x/a.pdf"),
}


@pytest.mark.parametrize(("program", "file", "path"), COPIES.values(), ids=COPIES.keys())
def test_files_are_served_where_they_are_copied_to(
    tmp_path: Path, program: str, file: str, path: str
) -> None:
    made = site(tmp_path, f'{program} return {{ dir: {{ input: "src" }} }};')
    assert made.path_served(tmp_path / file) == path


def test_a_folder_that_is_not_copied_is_told_with_the_line_to_add(tmp_path: Path) -> None:
    made = site(tmp_path, 'config.addPassthroughCopy("src/img"); return {dir: {input: "src"}};')
    assert made.static == tmp_path / "src"
    line = r'add config\.addPassthroughCopy\("src/pdfs"\); to eleventy\.config\.js\.'
    with pytest.raises(ConfigError, match=line):
        made.path_served(tmp_path / "src/pdfs/statements/a.pdf")
