"""Pelican: made-up sites, and the addresses that it gives their articles and pages."""

import json
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import quote

from recording.environments import of_pypi
from recording.sample import Addresses, Recorder, SiteSample
from recording.words import TITLES, named, quoted

_DRIVER = """
import json, os, sys
from pelican import Pelican
from pelican.plugins import signals
from pelican.settings import read_settings
from pelican.writers import Writer

found = {}

def told(generators):
    for one in generators:
        for name in ("articles", "translations", "pages", "drafts", "hidden_articles",
                     "drafts_translations", "hidden_pages", "draft_pages", "hidden_translations",
                     "draft_translations"):
            for page in getattr(one, name, ()):
                found[page.source_path] = (page.url, page.save_as)

def over(self, name, encoding, override=False, usual=Writer._open_w):
    self._written_files.clear()  # names that differ by signs have one slug
    return usual(self, name, encoding, override)

Writer._open_w = over
signals.all_generators_finalized.connect(told)
file = next(name for name in ("publishconf.py", "pelicanconf.py") if os.path.exists(name))
Pelican(read_settings(file)).run()
json.dump(found, open("found.json", "w"))
"""


def _programs() -> Mapping[str, tuple[str, ...]]:
    python = of_pypi("pelican", "pelican[markdown]")
    said = subprocess.run(
        [python, "-m", "pelican", "--version"], capture_output=True, text=True, check=True
    )
    return {said.stdout.strip(): (str(python), "-c", _DRIVER)}


def _ask(folder: Path, program: tuple[str, ...]) -> Addresses:
    subprocess.run(program, cwd=folder, capture_output=True, check=True)
    found = json.loads((folder / "found.json").read_text("utf-8"))
    output = folder / "output"
    return {
        Path(path).relative_to(folder.resolve()).as_posix(): f"{_SITE}/{quote(url)}"
        for path, (url, saved) in found.items()
        if (output / saved).is_file() and _leads(output, url, saved)
    }


def _leads(output: Path, url: str, saved: str) -> bool:
    """Return True if a server that completes names finds the page that was saved."""
    ways = (output / url, output / url / "index.html", output / f"{url.rstrip('/')}.html")
    return output / saved in ways


_SITE = "https://park.example/town"
_CONF = "SITENAME = 'Riverside'\nSITEURL = ''\nPATH = 'content'\nTIMEZONE = 'Europe/Berlin'\n"
_CONF += "FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None\n"
_CONF += "AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None\n"
_PUBLISHED = "from pelicanconf import *\n\nSITEURL = 'https://park.example/town'\n"
_WHEN = "\ndate: 2026-05-01"

_LETTERS = "".join(map(chr, range(0xA0, 0x180))) + "ıłŁ„“”‚‘’‹›–—…\u2009\u202f"


def _titled(folder: str, first: str) -> Mapping[str, str]:
    """Return a page for each title. Pelican keeps YAML's quotation marks, and blanks in them."""
    return {
        f"{folder}/{first}{number}.md": f"title: {quoted(title.strip())}\ndate: 2026-05-01"
        for number, title in enumerate(TITLES)
    }


def _samples() -> Iterator[SiteSample]:
    yield _usual()
    yield _site(
        "rules with dates, folders and people",
        "ARTICLE_URL = ARTICLE_SAVE_AS = '{date:%Y}/{date:%m}/{date:%-d}/{category}/{slug}.html'\n"
        "DRAFT_URL = DRAFT_SAVE_AS = '/{slug}.html'\n"
        "PAGE_URL = '{author}/{slug}/'\nPAGE_SAVE_AS = PAGE_URL + 'index.html'\n"
        "AUTHOR = 'Über Land & Co.'\nDEFAULT_CATEGORY = 'Alles Mögliche'\n"
        "DEFAULT_LANG = 'de'\nARTICLE_LANG_URL = '{lang}/{slug}/'\n"
        "ARTICLE_LANG_SAVE_AS = '{lang}/{slug}/index.html'\n",
        {
            "content/a.md": "title: Root article\ndate: 2026-05-01 22:00",
            "content/b.md": "title: Root article\nslug: two\ndate: 2026/5/9",
            "content/parks and baths/c.md": "title: By folder\ndate: 2026-12-31T23:30:00+09:00",
            "content/parks and baths/d.md": "title: Own\ncategory: C++ & more\ndate: 2026-05-01",
            "content/2027-01-02-dated.md": "title: Dated by its name",
            "content/2027-01-02-other.md": "title: Dated twice\ndate: 2026-05-01",
            "content/e.md": "title: English\nlang: en\ndate: 2026-05-01",
            "content/f.md": "title: Capitals\nlang: DE\ndate: 2026-05-01",
            "content/pages/x.md": "title: Page",
            "content/pages/y.md": "title: Page two\nauthor: Somebody, Else",
            "content/pages/z.md": "title: Page three\nauthors: One; Two",
            "content/pages/deep/w.md": "title: Page four\nlang: en",
            "content/h.md": "title: From the root\nstatus: draft",
            "content/g.md": "title: Written out\ndate: 1 May 2026",
        },
    )
    yield _site(
        "slugs of file names, patterns with names",
        "SLUGIFY_SOURCE = 'basename'\nSLUGIFY_PRESERVE_CASE = True\n"
        "FILENAME_METADATA = r'(?P<date>\\d{4}-\\d{2}-\\d{2})_(?P<slug>[^.]*)(\\.(?P<lang>..))?'\n"
        "PATH_METADATA = r'(?P<category>[^/]+)/.*'\nCATEGORY_SAVE_AS = ''\n"
        "DEFAULT_DATE = (2026, 5, 1)\nARTICLE_URL = '{category}/{slug}.html'\n"
        "ARTICLE_SAVE_AS = ARTICLE_URL\n",
        {
            **named("content/News Room", ".md"),
            **named("content/pages", ".md"),
            "content/Town/2026-05-01_Dated-Slug.md": "title: One",
            "content/Town/2026-05-01_Dated-Slug.de.md": "title: Eins",
            "content/Town/2026-05-01_own.md": "title: Own\nslug: given",
            "content/Town/sub/x.md": "title: Deep",
        },
    )
    yield _site(
        "letters as they are, and substitutions of its own",
        "SLUGIFY_USE_UNICODE = True\n"
        "SLUG_REGEX_SUBSTITUTIONS = [(r'\\+\\+', ' plus plus'), (r'[^\\w\\s-]', ''),\n"
        "    (r'\\s+', '_')]\nCATEGORY_REGEX_SUBSTITUTIONS = [(r'\\s+', '.')]\n"
        "ARTICLE_URL = 'posts/{category}/{slug}'\nARTICLE_SAVE_AS = ARTICLE_URL + '.html'\n",
        _titled("content/Straßen und Wege", "t"),
    )
    yield _site(
        "letters with accents",
        "",
        {
            f"content/{ord(one):x}.md": f"title: A{one}b c{one} {ord(one)}\ndate: 2026-05-01"
            for one in _LETTERS
        },
    )
    yield _site(
        "folders, drafts and addresses of its own",
        "ARTICLE_PATHS = ['posts', 'minutes']\nPAGE_PATHS = ['']\n"
        "ARTICLE_EXCLUDES = ['posts/old']\n"
        "DEFAULT_METADATA = {'status': 'draft'}\nDEFAULT_DATE = 'fs'\n"
        "EXTRA_PATH_METADATA = {'posts/public': {'status': 'published'},\n"
        "    'about.md': {'url': 'about/us.html', 'save_as': 'about/us.html'}}\n"
        "STATIC_PATHS = ['images', 'extra']\nSTATIC_PATHS += ['pdfs']\n"
        "DRAFT_URL = DRAFT_SAVE_AS = 'hidden/{slug}.html'\n",
        {
            "content/posts/a.md": "title: A draft",
            "content/posts/public/b.md": "title: Published by folder",
            "content/posts/old/c.md": "title: Left out",
            "content/posts/d.md": "title: Published\nstatus: published",
            "content/posts/e.md": "title: Hidden\nstatus: hidden",
            "content/posts/f.md": "title: Skipped\nstatus: skip",
            "content/posts/g.md": "title: No such status\nstatus: public",
            "content/posts/.h.md": "title: Ignored",
            "content/minutes/i.md": "title: In French\nlang: fr\nstatus: published",
            "content/minutes/n.md": "title: In French\nlang: fr",
            "content/about.md": "title: About\nstatus: published",
            "content/deep/j.md": "title: A page\nstatus: published",
            "content/deep/k.md": "title: A page in draft",
            "content/deep/l.md": "title: Own\nstatus: published\nurl: own/\n"
            "save_as: own/index.html",
            "content/deep/m.md": "title: Moved\nstatus: published\nsave_as: elsewhere.html",
            "content/deep/o.md": "title: Linked\nstatus: published\nurl: elsewhere/",
        },
    )


def _usual() -> SiteSample:
    return _site(
        "the usual settings",
        "DEFAULT_LANG = 'en'\n",
        {
            **_titled("content", "t"),
            **{
                f"content/slugs/{number}.md": f"title: Slug\nslug: {slug}{_WHEN}"
                for number, slug in enumerate(("own", "Own Slug", "a/b", "c++", "ünder", "x.y"))
            },
            **_titled("content/pages", "p"),
            "content/undated.md": "title: No date",
            "content/other.markdown": f"title: Markdown{_WHEN}",
            "content/CAPITALS.MD": f"title: Not read{_WHEN}",
            "content/untitled.md": "date: 2026-05-01",
            "content/lang.md": "title: Auf Deutsch\nlang: de\ndate: 2026-05-01",
            "content/draft.md": "title: A draft\nstatus: draft\ndate: 2026-05-01",
            "content/draft2.md": "title: Ein Entwurf\nlang: de\nstatus: draft",
            "content/html.md": f"title: A <em>strong</em> &amp; good  title{_WHEN}",
            "content/pages/lang.md": "title: Auf Deutsch\nlang: de",
            "content/pages/draft.md": "title: A draft\nstatus: draft",
            "content/pages/draft3.md": "title: Ein Entwurf\nstatus: draft\nlang: de",
        },
    )


def _site(name: str, settings: str, pages: Mapping[str, str]) -> SiteSample:
    files = {"pelicanconf.py": _CONF + settings, "publishconf.py": _PUBLISHED}
    return SiteSample(name=name, files=files, pages=pages)


RECORDER = Recorder(name="pelican", samples=_samples, programs=_programs, ask=_ask)
