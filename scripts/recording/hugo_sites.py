"""Hugo: made-up sites with all that changes an address."""

from collections.abc import Iterator

from recording.sample import SiteSample
from recording.words import named, quoted, slugged, titled

_DATES = (
    "2026-05-01",
    "2026-05-01T23:30:00-07:00",
    "2026-05-31T23:30:00Z",
    "2026-12-31 23:59:58",
    "2026-12-31 23:59:58 +0900",
    "2026-02-03T04:05:06.789+05:30",
    "Fri, 01 May 2026 10:20:30 +0000",
    "01 May 2026",
    "2026-05-01T10:20:30",
)

_SECTION = "---\ntitle: A section of its own\n---\n"
"""The page of a section, which the oldest Hugo here does not list."""

_URLS = (
    "/join-us",
    "/join-us/",
    "join/us.html",
    "join/us",
    "/join us/",
    "/Big/Case/",
    "/x.html",
    "/v1.2/x",
    "/x/index.html",
    "/über/uns/",
    "/a//b/",
    "/a/../b/",
    "./here/",
    "/",
    "/x?y=1",
    "/x#y",
    "/a%20b/",
    "/de/x/",
    "de/x/",
    "/year/:year/:slug/",
    "/time/12:30/",
    "rel/:title",
)


def hugo_samples() -> Iterator[SiteSample]:
    """Yield the sites."""
    yield _plain()
    yield _ruled("permalinks", "/:year/:month/:title/")
    yield _ruled("sections", "/:sections/:slugorfilename")
    yield _tokens()
    yield _urls()
    yield _ugly()
    yield _cased()
    yield from _languages()
    yield _all_at_once()
    yield _formats()


def _plain() -> SiteSample:
    return SiteSample(
        name="plain names, titles and slugs under a path",
        files={"hugo.toml": 'baseURL = "https://park.example/town/"\n'},
        pages={
            **named("content/news", ".md"),
            **titled("content/Über uns/Zwei Worte", ".md"),
            **slugged("content/news/sub", ".md"),
            "content/about.md": "title: About",
            "content/Three  Blanks/x.md": "title: X",
            "content/root/index.md": "title: A bundle at the root",
            "content/news/bundle/index.md": "title: A bundle",
            "content/news/Big Bundle/index.md": "title: A bundle",
            "content/news/bundle.v2/index.md": "title: A bundle\nslug: own",
            "content/odd/Index.md": "title: A bundle, or a page",
            "content/news/x.de.md": "title: No language of that name",
            "content/news/plain.markdown": "title: Markdown",
        },
    )


def _ruled(name: str, rule: str) -> SiteSample:
    when = "\ndate: 2026-05-01"
    return SiteSample(
        name=f"a rule of {name}, in a folder of configuration",
        files={
            "config.yml": "baseURL: https://park.example\n",
            "config/_default/permalinks.yaml": f'News: "{rule}"\nfiles: "/f/:filename/"\n'
            '"/": "/root/:slug"\n',
            "content/news/town/deep/_index.md": _SECTION,
        },
        pages={
            **named("content/news", ".md", f"title: Sunday hours{when}"),
            **titled("content/news/Big Town", ".md", when),
            **slugged("content/news/town", ".md", when),
            **named("content/files", ".md"),
            "content/news/town/deep/x.md": f"title: Deep{when}",
            "content/news/town/deep/bundle/index.md": f"title: Deep bundle{when}",
            "content/news/bundle/index.md": f"title: Bundle{when}",
            "content/files/Big Bundle/index.md": "title: Bundle",
            "content/other/x.md": "title: Other",
            "content/about.md": "title: About us",
            "content/Files/x.md": "title: A folder in capitals",
            "content/bundle/index.md": "title: Bundle at the root",
        },
    )


def _tokens() -> SiteSample:
    rules = {
        "a": "/:year/:month/:day/:monthname/:weekday/:weekdayname/:yearday/",
        "b": "/:section/:sections/:slug",
        "c": "/:sections[0]/:sections[1:]/:slug/",
        "d": "/:sections[last]/:sections[:last]/:slug/",
        "e": "/:2006-:01-:02/:Jan/:title/",
        "f": "/fixed/:slug.html",
        "g": "blog/:slug/",
        "h": "/Upper Case/:title",
    }
    pages = {
        f"content/a/{number}.md": f"title: Date {number}\ndate: {quoted(date)}"
        for number, date in enumerate(_DATES)
    }
    pages |= {
        f"content/a/x{number}.md": f"title: Date {number}\ndate: {date}"
        for number, date in enumerate(_DATES)
        if ":" not in date or date[4] == "-"
    }
    for key, day in (("publishDate", 2), ("lastmod", 3), ("pubdate", 4), ("modified", 5)):
        pages[f"content/a/{key}.md"] = f"title: Other\n{key}: 2026-05-0{day}"
    for folder in "bcdefgh":
        for place in ("", "/one", "/one/Two", "/one/Two/three"):
            pages[f"content/{folder}{place}/x.md"] = f"title: A page of {folder}\ndate: 2026-05-01"
    return SiteSample(
        name="all tokens, and dates in every form",
        files={
            "hugo.yaml": "baseURL: https://park.example/\ntimeZone: Europe/Berlin\npermalinks:\n"
            + "".join(f'  {key}: "{rule}"\n' for key, rule in rules.items()),
            **{
                f"content/{folder}/{place}/_index.md": _SECTION
                for folder in "bcdefgh"
                for place in ("one", "one/Two")
            },
        },
        pages=pages,
    )


def _urls() -> SiteSample:
    pages = {
        f"content/{folder}/{number}{suffix}.md": f"title: Url\ndate: 2026-05-01\nurl: {quoted(url)}"
        for folder, suffix in (("news", ""), ("news", ".de"), ("ruled", ""))
        for number, url in enumerate(_URLS)
    }
    return SiteSample(
        name="addresses of pages themselves",
        files={
            "config.json": '{"baseURL": "https://park.example/town", "DefaultContentLanguage": '
            '"en", "languages": {"en": {"weight": 1}, "de": {"weight": 2}}, '
            '"permalinks": {"ruled": "/r/:slug/"}}'
        },
        pages=pages,
    )


def _ugly() -> SiteSample:
    return SiteSample(
        name="ugly addresses",
        files={
            "config.toml": 'baseURL = "https://park.example/"\nuglyURLs = true\n'
            'removePathAccents = true\n[permalinks]\nnews = "/:year/:slug/"\n'
        },
        pages={
            **named("content/pages", ".md"),
            **titled("content/news", ".md", "\ndate: 2026-05-01"),
            **slugged("content/pages/slugs", ".md"),
            "content/pages/bundle/index.md": "title: Bundle",
            "content/pages/own.md": "title: Own\nurl: /own/x",
            "content/about.md": "title: About",
        },
    )


def _cased() -> SiteSample:
    return SiteSample(
        name="letters as they are, and some sections ugly",
        files={
            "config/_default/hugo.toml": 'baseURL = "https://wrong.example/"\n'
            "disablePathToLower = true\n[uglyURLs]\npages = true\n",
            "config/_default/frontmatter.toml": 'date = [":filename", ":default"]\n',
            "config/_default/permalinks.toml": 'news = "/:year/:month/:slug/"\n',
            "config/production/config.toml": 'baseURL = "https://park.example/"\n',
            "config/development/config.toml": 'baseURL = "https://localhost/"\n',
        },
        pages={
            **named("content/pages/Sub Folder", ".md"),
            **named("content/Other", ".md"),
            "content/news/2027-04-19-Sunday-Hours.md": "title: Dated",
            "content/news/2027-04-19.md": "title: Dated alone",
            "content/news/2027-04-19_under.md": "title: Dated",
            "content/news/2027-04-19-own.md": "title: Dated\ndate: 2026-01-01\nslug: own",
            "content/news/plain.md": "title: Not dated\ndate: 2026-01-01",
            "content/news/2027-04-19-bundle/index.md": "title: Dated bundle",
            "content/Other/2027-04-20-slugged-by-name.md": "title: No rule",
        },
    )


def _languages() -> Iterator[SiteSample]:
    pages: dict[str, str] = {}
    for suffix in (".md", ".de.md", ".pt-br.md", ".fr.md", ".xx.md"):
        for name in ("sunday", "Sunday Hours", "a.b", "2027-04-19-x", "Über"):
            pages[f"content/news/{name.lower()}/{name}{suffix}"] = (
                f"title: Page {name}\ndate: 2026-05-01"
            )
        pages[f"content/about{suffix}"] = "title: About us"
        pages[f"content/news/bundle/index{suffix}"] = "title: Bundle\ndate: 2026-05-01"
    pages["content/news/town/x.md"] = "title: In town\ndate: 2026-05-01"
    pages["content/news/town/x.de.md"] = "title: In der Stadt\ndate: 2026-05-01"
    pages["content/news/de.x.md"] = "title: Language in front\ndate: 2026-05-01"
    pages["content/news/x.de.y.md"] = "title: Language inside\ndate: 2026-05-01"
    head = (
        "defaultContentLanguage: en\nlanguages:\n  en: {weight: 1}\n"
        "  pt-BR: {weight: 3}\n  fr: {disabled: true}\n"
    )
    for name, more in (
        ("default at the root", "  de: {weight: 2}\n"),
        ("default in a folder", "  de: {weight: 2}\ndefaultContentLanguageInSubdir: true\n"),
        (
            "rules of its own",
            "  de:\n    weight: 2\n    permalinks:\n      news: /n/:sections/:slug/\n",
        ),
    ):
        rules = 'permalinks:\n  news: "/:year/:sections/:slug/"\n' if "rules" in name else ""
        yield SiteSample(
            name=f"languages by file name: {name}",
            files={
                "hugo.yaml": f"baseURL: https://park.example/town/\n{rules}{head}{more}",
                "content/news/town/_index.de.md": _SECTION,
            },
            pages=pages,
        )
    yield SiteSample(
        name="a single language in a folder",
        files={
            "hugo.toml": 'baseURL = "https://park.example/"\ndefaultContentLanguage = "de"\n'
            "defaultContentLanguageInSubdir = true\n"
            '[languages.de]\nlanguageCode = "de-AT"\n'
        },
        pages={"content/news/x.md": "title: X", "content/about.md": "title: Y"},
    )
    folders = {
        **named("content/english/news", ".md"),
        **named("content/deutsch/news", ".md"),
        **slugged("content/deutsch", ".md"),
        "content/deutsch/x.md": "title: Hier\nurl: /hier/",
        "content/deutsch/y.md": "title: Hier\nurl: hier/y.html",
    }
    toml = (
        'baseURL = "https://park.example/"\ndefaultContentLanguage = "de"\n[languages.en]\n'
        'contentDir = "content/english"\n[languages.de]\ncontentDir = "content/deutsch"\n'
    )
    yield SiteSample(name="languages by folder", files={"hugo.toml": toml}, pages=folders)
    yield SiteSample(
        name="languages with hosts of their own",
        files={
            "config/_default/config.yaml": "defaultContentLanguage: en\n",
            "config/_default/languages.yaml": "en:\n  baseURL: https://park.example/\n"
            "  contentDir: content/english\nde:\n  baseURL: https://de.park.example/d/\n"
            "  contentDir: content/deutsch\n",
        },
        pages=folders,
    )
    yield SiteSample(
        name="mounted folders",
        files={
            "hugo.toml": 'baseURL = "https://park.example/"\n[[module.mounts]]\nsource = "texts"\n'
            'target = "content"\n[[module.mounts]]\nsource = "minutes/2026"\n'
            'target = "content/minutes"\n[permalinks]\nminutes = "/m/:slug/"\n'
        },
        pages={
            "texts/news/x.md": "title: X",
            "texts/about.md": "title: About",
            "minutes/2026/May Meeting.md": "title: May meeting",
            "content/news/lost.md": "title: Not mounted",
        },
    )


def _all_at_once() -> SiteSample:
    when = "\ndate: 2026-05-01T22:30:00-07:00"
    return SiteSample(
        name="two languages, ugly, without accents, with rules of each",
        files={
            "hugo.toml": 'baseURL = "https://park.example/town"\nuglyURLs = true\n'
            "removePathAccents = true\ndefaultContentLanguageInSubdir = true\n"
            "[languages.en]\n[languages.de]\n[languages.de.permalinks]\n"
            'news = "/neu/:year/:month/:day/:slugorfilename"\n'
            '[permalinks]\nnews = "/:year/:month/:slug/"\n',
        },
        pages={
            **named("content/news", ".md", f"title: Sunday hours{when}"),
            **named("content/news", ".de.md", f"title: Sonntags{when}"),
            **named("content/Über uns", ".de.md"),
            **titled("content/news/x", ".md", when),
            **slugged("content/news/y", ".de.md", when),
            "content/news/own.md": "title: A\nurl: /own/x",
            "content/news/own.de.md": "title: A\nurl: own/x",
            "content/news/bundle/index.md": f"title: A{when}",
            "content/news/bundle/index.de.md": f"title: A{when}",
            "content/.hidden/x.md": "title: A",
            "content/news/#x.md": "title: A",
        },
    )


_ZONED = (
    "2026-05-01T22:30:00.5+02:00",
    "2026-05-01T22:30:00+0200",
    "2026-05-01 22:30:00 +02:00",
    "2026-05-01 22:30:00+02:00",
    "2026-05-01 22:30:00.25 +0200",
)


def _formats() -> SiteSample:
    return SiteSample(
        name="dates with zones",
        files={
            "hugo.toml": 'baseURL = "https://park.example/"\n'
            '[permalinks]\nnews = "/:year/:month/:day/:slug/"\n'
        },
        pages={
            **{f"content/news/z{n}.md": f"title: A\ndate: {one}" for n, one in enumerate(_ZONED)},
            **{
                f"content/news/q{n}.md": f"title: A\ndate: {quoted(one)}"
                for n, one in enumerate(_ZONED)
            },
        },
    )
