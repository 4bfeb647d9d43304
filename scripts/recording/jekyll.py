"""Jekyll: made-up sites, and the addresses that its pages have in Liquid."""

import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

from recording.sample import Addresses, Recorder, SiteSample
from recording.words import named, quoted, slugged, titled

_LIST = """\
---
---
{% for kind in site.collections %}{% if kind.output %}{% for one in kind.docs -%}
{{ one.at }}\t{{ site.url }}{{ site.baseurl }}{{ one.url }}
{% endfor %}{% endif %}{% endfor %}{% for one in site.pages -%}
{{ one.at }}\t{{ site.url }}{{ site.baseurl }}{{ one.url }}
{% endfor %}
"""


def _jekyll_programs() -> Mapping[str, tuple[str, ...]]:
    said = subprocess.run(["jekyll", "--version"], capture_output=True, text=True, check=True)
    return {said.stdout.split()[-1]: ("jekyll",)}


def _jekyll_list(folder: Path, program: tuple[str, ...]) -> Addresses:
    """Return the addresses: each page says its own file, in a line that is put on top of it."""
    for file in filter(Path.is_file, folder.rglob("*.*")):
        text = file.read_text("utf-8")
        if text.startswith("---\n"):
            at = file.relative_to(folder).as_posix()
            file.write_text(f"---\nat: {quoted(at)}\n{text[4:]}", "utf-8")
    config = (folder / "_config.yml").read_text("utf-8")
    source = folder / ("src" if "source: src" in config else "")
    (source / "list.txt").write_text(_LIST, "utf-8")
    done = subprocess.run(
        [*program, "build", "--quiet", "--future", "--destination", folder / "_built"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TZ": "UTC", "JEKYLL_ENV": "production"},
    )
    listed = folder / "_built" / "list.txt"
    if not listed.is_file():
        raise RuntimeError(done.stdout + done.stderr)
    lines = listed.read_text("utf-8").splitlines()
    return dict(line.split("\t") for line in lines if line.partition("\t")[0])


def _posts(pages: Mapping[str, str]) -> dict[str, str]:
    """Return pages with a day before their names."""
    made = {}
    for path, front in pages.items():
        folder, _, name = path.rpartition("/")
        made[f"{folder}/2026-05-01-{name}"] = front
    return made


_STAMPS = (
    "2026-05-31",
    "2026-05-31 23:30:00 +0000",
    "2026-05-31 23:30:00",
    "2026-05-31 12:30:00",
    "2026-05-31 23:30",
    "2026-05-31 12:30",
    "2026-05-31T23:30:00Z",
    "2026-05-31T23:30:00-07:00",
    "2026-05-31 00:30:00 +0200",
    "2026-5-31",
    "2026-05-31 10:00:00 -0700",
    "2026-12-31 23:59:59 +00:00",
)


def _jekyll_samples() -> Iterator[SiteSample]:
    yield _usual()
    yield _rule("its own rule", "/:year/:month/:title/", "timezone: Europe/Berlin\n")
    yield _rule("a rule without an ending", "/n/:slug", "baseurl: /town\n")
    for style in ("pretty", "ordinal", "none", "weekdate"):
        yield _styled(style)
    yield _all_tokens()
    yield _collected()
    yield _defaulted()


def _usual() -> SiteSample:
    return SiteSample(
        name="the usual rule, with names, slugs and categories",
        files={"_config.yml": "url: https://park.example\n"},
        pages={
            **_posts(named("_posts", ".md")),
            **_posts(slugged("_posts/sub", ".md")),
            **_posts(titled("news/_posts", ".markdown")),
            "_posts/2026-05-02-one.md": "title: A\ncategory: Town Hall",
            "_posts/2026-05-02-two.md": "title: A\ncategories: [Town Hall, Bus, BUS]",
            "_posts/2026-05-02-three.md": "title: A\ncategories: Town Hall, Bus",
            "_posts/2026-05-02-four.md": "title: A\ncategory: Ä\ncategories:\n  - É\n  - b",
            "News/Big Town/_posts/2026-05-02-five.md": "title: A\ncategories: bus",
            "_posts/2026-5-2-single.md": "title: A",
            "_posts/undated.md": "title: A",
            "_posts/2026-05-02-other.html": "title: A",
            "_posts/2026-05-02-date.md": "title: A\ndate: 2026-07-08",
            "_drafts/draft.md": "title: A",
            **named("Folder of pages", ".md"),
            "about.md": "title: A",
            "index.md": "title: A",
            "sub/index.html": "title: A",
            "sub/page.html": "title: A",
            "join.md": "title: A\npermalink: /join/",
            "rel.md": "title: A\npermalink: rel/x/",
            "bare.md": "title: A\npermalink: /bare",
            "page.md": "title: A\npermalink: /p/:basename:output_ext",
            "deep/er/path.md": "title: A\npermalink: /p/:path/x/",
            "_hidden/x.md": "title: A",
            "vendor/bundle/x.md": "title: A",
        },
    )


def _rule(name: str, rule: str, more: str) -> SiteSample:
    return SiteSample(
        name=name,
        files={
            "_config.yml": f'url: https://park.example\npermalink: "{rule}"\n{more}'
            "include: [_pages, .well-known]\n"
        },
        pages={
            **_posts(named("_posts", ".md")),
            **_posts(slugged("_posts", ".md")),
            **{
                f"_posts/2026-01-01-q{n}.md": f"title: A\ndate: {quoted(stamp)}"
                for n, stamp in enumerate(_STAMPS)
            },
            **{
                f"_posts/2026-01-01-u{n}.md": f"title: A\ndate: {stamp}"
                for n, stamp in enumerate(_STAMPS)
            },
            "_posts/2026-05-02-own.md": "title: A\npermalink: /own/:title/",
            "_posts/2026-05-02-rel.md": "title: A\npermalink: own/rel/",
            "_posts/2026-05-02-style.md": "title: A\npermalink: pretty",
            "_posts/2026-05-02-file.md": "title: A\npermalink: /own/file.html",
            "_posts/2026-05-02-cats.md": "title: A\ncategories: a b\npermalink: /:categories/x",
            "about.md": "title: A\ndate: 2026-05-06",
            "Sub Folder/x.md": "title: A",
            "sub/index.md": "title: A",
            "_pages/about.md": "title: A",
            "_pages/deep/x.md": "title: A\npermalink: /pages/x/",
            "_pages/_hidden/x.md": "title: A",
            ".well-known/x.md": "title: A",
            "BIG/_posts/2026-05-02-cat.md": "title: A\npermalink: /:categories/:title/",
        },
    )


def _styled(style: str) -> SiteSample:
    return SiteSample(
        name=f"the style {style}",
        files={
            "_config.yml": f"url: https://park.example\npermalink: {style}\n"
            "collections: {people: {output: true}}\n"
        },
        pages={
            "_posts/2026-05-01-Rent Freeze Now.md": "title: A",
            "_posts/2026-02-09-x.md": "title: A\ncategories: [a, B c]",
            "about.md": "title: A",
            "sub/about.md": "title: A",
            "sub/index.md": "title: A",
            "_people/Ann_Example.md": "title: A",
            "_people/deep/2026-05-01-dated.md": "title: A",
        },
    )


def _all_tokens() -> SiteSample:
    rules = {
        "a": "/:year/:short_year/:month/:i_month/:short_month/:long_month/x",
        "b": "/:day/:i_day/:y_day/:w_year/:week/:w_day/:short_day/:long_day/x",
        "c": "/:hour/:minute/:second/:title",
        "d": "/:collection/:name/:slug/:title",
        "e": "/:slugified_categories/:categories/x:output_ext",
        "f": "/:path/x/",
        "g": "/:month_:day/:title-x.html",
    }
    days = ("2026-01-02-Ab.c_d", "2026-11-30-x", "2027-01-01-(y)")
    return SiteSample(
        name="all tokens",
        files={"_config.yml": "url: https://park.example\ntimezone: UTC\n"},
        pages={
            f"_posts/{key}/{day}.md": f"title: A\ncategories: [Town Hall, ÄB]\npermalink: {rule}"
            for key, rule in rules.items()
            for day in days
        },
    )


def _collected() -> SiteSample:
    config = """\
url: https://park.example
permalink: /:title/
source: src
collections_dir: all
exclude: [minutes, "*.draft.md"]
collections:
  people:
    output: true
    permalink: /who/:name/
  meetings:
    output: true
  silent: {}
  posts:
    permalink: /posted/:title/
"""
    return SiteSample(
        name="collections beside posts, in a folder of the source",
        files={"_config.yml": config},
        pages={
            **_posts(named("src/all/_posts", ".md")),
            **named("src/all/_people", ".md"),
            **named("src/all/_meetings/deep", ".md"),
            **slugged("src/all/_people", ".md"),
            "src/all/_meetings/2026-05-01-dated.md": "title: A",
            "src/all/_silent/x.md": "title: A",
            "src/all/news/_posts/2026-05-01-cat.md": "title: A\npermalink: /:categories/:title",
            "src/_posts/2026-05-01-outside.md": "title: A",
            "src/_people/outside.md": "title: A",
            "src/minutes/x.md": "title: A",
            "src/minutes-too/x.md": "title: A",
            "src/x.draft.md": "title: A",
            "src/page.md": "title: A",
            "outside.md": "title: A",
        },
    )


def _defaulted() -> SiteSample:
    config = """\
url: https://park.example
baseurl: /town
permalink: /:categories/:title:output_ext
collections:
  events: {output: true}
defaults:
  - scope: {path: ""}
    values: {lang: en}
  - scope: {path: "", type: posts}
    values: {categories: [said], permalink: "/p/:categories/:title/"}
  - scope: {path: _posts/de, type: posts}
    values: {lang: de, permalink: "/de/:year/:title/"}
  - scope: {path: _posts/d}
    values: {permalink: "/shorter/:title/"}
  - scope: {type: events, path: ""}
    values: {permalink: "/e/:slug/", category: event}
  - scope: {path: pages, type: pages}
    values: {permalink: "/flat/:basename/"}
  - scope: {path: "pages/*/deep"}
    values: {permalink: "/star/:basename/"}
"""
    return SiteSample(
        name="defaults by folder and type",
        files={"_config.yml": config},
        pages={
            "_posts/2026-05-01-plain.md": "title: A",
            "_posts/2026-05-01-more.md": "title: A\ncategories: [b, said]",
            "_posts/2026-05-01-own.md": "title: A\npermalink: /own/",
            "_posts/de/2026-05-01-x.md": "title: A",
            "_posts/dd/2026-05-01-x.md": "title: A",
            "_events/x.md": "title: A",
            "_events/y.md": "title: A\nslug: Big One",
            "pages/about.md": "title: A",
            "pages/a/deep/x.md": "title: A",
            "pages-too/x.md": "title: A",
            "other/x.md": "title: A",
        },
    )


RECORDER = Recorder(
    name="jekyll", samples=_jekyll_samples, programs=_jekyll_programs, ask=_jekyll_list
)
