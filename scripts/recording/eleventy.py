"""Eleventy: made-up sites, and the addresses that three versions of it give their pages."""

import json
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import quote

from recording.environments import of_npm
from recording.sample import Addresses, Recorder, SiteSample
from recording.words import named, quoted, slugged, titled

VERSIONS = ("1.0.2", "2.0.1", "3.1.8")


_DRIVER = """
const { default: map } = await import(`file://${process.argv[1]}/TemplateMap.js`);
const { default: Eleventy } = await import(`file://${process.argv[1]}/Eleventy.js`);
map.prototype.checkForDuplicatePermalinks = () => {};
map.prototype.checkForMissingFileExtensions = () => {};
const eleventy = new Eleventy();
eleventy.disableLogger();
console.log("\\n" + JSON.stringify(await eleventy.toJSON()));
"""
"""Many made-up names have the same address, which is an error to a whole site."""


def _programs() -> Mapping[str, tuple[str, ...]]:
    made = {}
    for version in VERSIONS:
        folder = of_npm(f"eleventy-{version}", f"@11ty/eleventy@{version}")
        sources = folder / "node_modules" / "@11ty" / "eleventy" / "src"
        made[version] = ("node", "--input-type=module", "-e", _DRIVER, "--", str(sources))
    return made


def _ask(folder: Path, program: tuple[str, ...]) -> Addresses:
    said = subprocess.run(program, cwd=folder, capture_output=True, text=True, check=True)
    pages = json.loads(said.stdout.rstrip().rpartition("\n")[2])
    return {
        page["inputPath"].removeprefix("./"): f"https://park.example/town{quote(page['url'])}"
        for page in pages
        if page["url"] and page["outputPath"]
    }


_METADATA = '{"url": "https://park.example", "language": "en", "root": "n"}'
_CONFIG = (
    "// input: 'nowhere'\nmodule.exports = function (eleventyConfig) {\n%s"
    "  return { dir: { input: '%s', output: '_site' }, pathPrefix: '/town/' };\n};\n"
)


def _samples() -> Iterator[SiteSample]:
    yield _site(
        "names of files, without any permalink",
        {
            **named("posts", ".md"),
            "index.md": "title: Start",
            "about.md": "title: About",
            "posts/index.md": "title: Posts",
            "posts/hours/hours.md": "title: A folder of its name",
            "posts/deep/er/x.de.md": "title: Deep",
            "posts/2027-01-02-dated/index.md": "title: A dated folder",
            "posts/2027-01-02-dated/2027-01-02-dated.md": "title: Twice",
            "posts/a 2027-01-02-b.md": "title: A date inside",
            "posts/page.html": "title: HTML",
            "posts/other.markdown": "title: Not read",
            "posts/CAPITALS.MD": "title: Not read",
        },
        folder=".",
    )
    yield _site(
        "a rule of slugs by a data file",
        {
            **named("src/posts", ".md"),
            "src/posts/2027-01-02-dated/index.md": "title: A dated folder",
            "src/posts/deep/x.md": "title: Deep",
            "src/posts/plain/x.md": "title: No rule\npermalink: ''",
            "src/posts/own/x.md": "title: Own\npermalink: /own/x/",
            "src/posts/none/x.md": "title: None\npermalink: false",
            "src/other/2027-01-02-x.md": "title: No rule",
        },
        {"src/posts/posts.json": '{"permalink": "/p/{{ page.fileSlug }}/"}'},
    )
    yield _site(
        "slugs of titles, and data of folders and languages",
        {
            **titled("src/en", ".md"),
            **titled("src/de", ".md"),
            **slugged("src/slugs", ".md"),
            "src/en/2027-05-12-x/index.md": "title: In a folder",
            "src/de/sub/y.md": "title: Anders\nlang: at",
            "src/de/sub/z.md": "title: Straße & Äpfel, 9?",
            "src/en/dont.md": "title: Don’t it’s",
            "src/en/it.md": "title: It's the town's, don't you think",
            "src/en/js/x.md": "title: By a script",
            "src/en/js/computed/x.md": "title: By a function",
            "src/en/template.md": "title: By a file of its own",
        },
        {
            "src/en/en.json": '{"lang": "en", "permalink": "/{{ lang }}/{{ title | slugify }}/"}',
            "src/de/de.11tydata.json": '{"lang": "de",\n'
            '"permalink": "{{ lang }}/{{ title | slug }}.html"}',
            "src/de/de.json": '{"permalink": "/never/"}',
            "src/slugs/slugs.json": '{"permalink": "/{{metadata.root}}/{{slug}}/index.html"}',
            "src/en/js/js.11tydata.js": "module.exports = { permalink: `/js/{{ page.fileSlug }}/` "
            "};\n",
            "src/en/js/computed/computed.11tydata.js": "module.exports = {\n"
            "  permalink: (data) => `/${data.page.fileSlug}/`,\n};\n",
            "src/en/template.11tydata.json": '{"permalink": "/by-itself/"}',
        },
    )
    yield _site(
        "permalinks of pages themselves",
        {
            f"src/posts/{number}.md": f"title: Sunday hours\nslug: hours\ndate: 2027-05-12\n"
            f"permalink: {quoted(rule)}"
            for number, rule in enumerate(_PERMALINKS)
        }
        | {
            "src/posts/object.md": "title: Built\npermalink:\n  build: /built/",
            "src/posts/computed.md": "title: Computed\neleventyComputed:\n  permalink: /c/",
            "src/posts/2027-06-15-file.md": "title: Dated\n"
            "permalink: '/{{ page.date | date: \"%Y\" }}/{{ page.fileSlug }}/'",
            "src/posts/layout.md": "title: By its layout\nlayout: ruled.njk",
            "src/posts/layout2.md": "title: Own\nlayout: ruled.njk\npermalink: /mine/",
            "src/left/out.md": "title: Ignored",
        },
        {
            "src/_includes/ruled.njk": "---\npermalink: /by-layout/{{ page.fileSlug }}/\n---\n"
            "{{ content | safe }}\n",
            ".eleventyignore": "src/left/\n",
        },
    )


_PERMALINKS = (
    "/posts/{{ page.fileSlug }}/",
    "posts/{{ slug }}/index.html",
    "/posts/{{slug}}.html",
    "/{{ page.filePathStem }}.html",
    "{{ page.filePathStem }}/",
    "/a/{{ title | slugify | upcase }}/",
    "/b/{{ title | slugify }}/{{ slug | slug }}/",
    "/c/{{ page.date | date: '%Y' }}/{{ slug }}/",
    "/d/{{ page.date | date: '%Y/%m' }}/{{ slug }}/",
    "/e/{{ page.date | date: '%Y/%m/%d' }}/{{ slug }}/",
    "/f/{% if title %}x{% endif %}/",
    "/g//h/./i/",
    "/index.html",
    "/g/index.html",
    "/spaces and Ümläute/",
    "/h/{{ metadata.language }}/",
    "/i/{{ nothing }}/x/",
    "/j/{{ title }}/",
    "/k/{{- slug -}}/",
    "/l/{{ 'text' }}/",
    "/m/index/",
    "/n/a.b/",
)


def _site(
    name: str,
    pages: Mapping[str, str],
    files: Mapping[str, str] | None = None,
    *,
    folder: str = "src",
    program: str = "",
) -> SiteSample:
    data = "_data/metadata.json" if folder == "." else f"{folder}/_data/metadata.json"
    own = {".eleventy.js": _CONFIG % (program, folder), data: _METADATA}
    return SiteSample(name=name, files={**own, **(files or {})}, pages=pages)


RECORDER = Recorder(name="eleventy", samples=_samples, programs=_programs, ask=_ask)
