"""Addresses of Pelican's articles and pages, held against those that Pelican gave."""

from pathlib import Path

import pytest

from flyers.core.errors import AddressError, ConfigError
from flyers.sites import site_in
from flyers.sites.site import GeneratedSite
from making import written
from recorded_sites import compared, web_page

CONF = "PATH = 'content'\nSITEURL = 'https://park.example'\n"
HOURS = "Title: Sunday hours\nDate: 2027-05-12\n\nText.\n"


def site(folder: Path, settings: str = "", **more: str) -> GeneratedSite:
    written(folder, "pelicanconf.py", CONF + settings)
    for name, text in more.items():
        written(folder, f"{name}.py", text)
    found = site_in(folder)
    assert found
    return found


def path_of(folder: Path, settings: str = "", name: str = "hours.md", text: str = HOURS) -> str:
    made = site(folder, settings)
    written(folder, f"content/{name}", text)
    return made.path_of(web_page(folder / "content" / name))


def test_every_address_is_pelicans_own_or_refused(tmp_path: Path) -> None:
    pages = list(compared("pelican", tmp_path))
    assert [page for page in pages if page.ours and not page.is_right] == []
    assert [page.path for page in pages if page.ours and page.given == (None,)] == []
    told = [page for page in pages if page.refused and page.given != (None,)]
    assert len(told) < len(pages) / 10
    assert all(len(page.refused) <= 300 for page in told)


def test_lines_of_metadata_are_read_as_front_matter_is(tmp_path: Path) -> None:
    assert path_of(tmp_path) == "sunday-hours.html"
    assert path_of(tmp_path, text="Title: Ä\nDate: 2027-05-12\nSlug: own\n\nx\n") == "own.html"


SETTINGS = {
    "a name that was set before": ("BASE = 'news'\nARTICLE_URL = BASE + '/{slug}.html'\n", "news"),
    "a text with names in it": ("B = 'n'\nARTICLE_URL = f'{B}ews/{{slug}}.html'\n", "news"),
    "one of two": ("ARTICLE_URL, X = 'news/{slug}.html', 1\n", "news"),
    "with a type": ("ARTICLE_URL: str = 'news/{slug}.html'\n", "news"),
}


@pytest.mark.parametrize(("settings", "folder"), SETTINGS.values(), ids=SETTINGS.keys())
def test_plain_values_are_followed(tmp_path: Path, settings: str, folder: str) -> None:
    settings += "ARTICLE_SAVE_AS = ARTICLE_URL\n"
    assert path_of(tmp_path, settings) == f"{folder}/sunday-hours.html"


COMPUTED = {
    "by a function": "import os\nARTICLE_URL = os.environ.get('RULE', '{slug}/')\n",
    "on a condition": "if SITEURL:\n    ARTICLE_URL = '{slug}/'\n",
    "in an attempt": "try:\n    ARTICLE_URL = '{slug}/'\nexcept ValueError:\n    pass\n",
    "in a loop": "for ARTICLE_URL in ('a', 'b'):\n    pass\n",
    "by another module": "from somewhere import ARTICLE_URL\n",
    "by all of another module": "from somewhere import *\n",
    "behind its back": "globals().update(rules())\n",
    "by a function that sets names": "def rule():\n    global ARTICLE_URL\n    ARTICLE_URL = ''\n",
}


@pytest.mark.parametrize("settings", COMPUTED.values(), ids=COMPUTED.keys())
def test_a_setting_that_is_computed_is_refused(tmp_path: Path, settings: str) -> None:
    with pytest.raises(AddressError, match=r"computes \w+, and flyers runs nothing .*; give --url"):
        path_of(tmp_path, settings)


def test_what_is_set_again_afterwards_counts(tmp_path: Path) -> None:
    settings = "from somewhere import *\nPATH = 'content'\nPLUGINS = []\n"
    names = ("IGNORE_FILES", "ARTICLE_EXCLUDES", "PAGE_EXCLUDES")
    settings += "".join(f"{name} = []\n" for name in names)
    settings += "ARTICLE_PATHS, PAGE_PATHS, DEFAULT_LANG = [''], ['pages'], 'en'\n"
    with pytest.raises(AddressError, match="computes DEFAULT_METADATA"):
        path_of(tmp_path, settings)


def test_the_published_settings_are_those_that_publishconf_takes_over(tmp_path: Path) -> None:
    conf = "SITEURL = ''\nPATH = 'content'\nDEFAULT_LANG = 'DE'\n"
    over = "import sys\nsys.path.append('.')\nfrom pelicanconf import *\nSITEURL = '{}'\n"
    both = site(tmp_path, conf, publishconf=over.format("https://park.example/town/"))
    assert (both.address, both.language) == ("https://park.example/town", "DE")
    assert [path.name for path in both.files] == ["pelicanconf.py", "publishconf.py"]
    assert site(tmp_path, conf, publishconf=over.format("//pool.example")).address == ""


def test_settings_outside_of_the_site_are_not_read(tmp_path: Path) -> None:
    written(tmp_path, "elsewhere.py", "SITEURL = 'https://pool.example'\n")
    home = tmp_path / "site"
    home.mkdir()
    (home / "shared.py").symlink_to(tmp_path / "elsewhere.py")
    with pytest.raises(ConfigError, match="leads out of"):
        site(home, "from shared import *\n")


PATTERNS = {
    "without an end": r"(?P<slug>(\\w+)+)x",
    "of many repetitions": r".*.*.*.*.*(?P<slug>x)",
    "broken": r"(?P<slug>",
}


@pytest.mark.parametrize("pattern", PATTERNS.values(), ids=PATTERNS.keys())
def test_a_pattern_that_may_take_for_ever_is_refused(tmp_path: Path, pattern: str) -> None:
    with pytest.raises(AddressError, match=r"The pattern .* (may take for ever|is broken)"):
        path_of(tmp_path, f"FILENAME_METADATA = r'{pattern}'\n", name="w" * 80 + ".md")


NO_PAGE = {
    "in neither folder": ("ARTICLE_PATHS = ['posts']\n", HOURS, "makes no page of it"),
    "link and file apart": ("ARTICLE_URL = 'news/{slug}/'\n", HOURS, "links it as 'news/sunday"),
    "a language's own site": (
        "PLUGINS = ['i18n_subsites']\n",
        HOURS.replace("Date", "Lang: de\nDate"),
        "site of its own, by i18n_subsites",
    ),
    "a name of a month": ("ARTICLE_URL = '{date:%b}/{slug}.html'\n", HOURS, "cannot be told"),
    "no value of that name": ("ARTICLE_URL = '{town}/{slug}.html'\n", HOURS, "{town} cannot be"),
    "a broken rule": ("ARTICLE_URL = '{slug.html'\n", HOURS, "is broken"),
    "a rule that climbs": ("ARTICLE_URL = ARTICLE_SAVE_AS = '../{slug}'\n", HOURS, "links it as"),
    "another kind of value": ("ARTICLE_URL = 5\n", HOURS, "not of the kind"),
    "letters of no certain name": ("", HOURS.replace("Sunday", "日曜日"), "give it a `slug:` line"),
}


@pytest.mark.parametrize(("settings", "text", "said"), NO_PAGE.values(), ids=NO_PAGE.keys())
def test_a_page_without_a_certain_address_is_refused(
    tmp_path: Path, settings: str, text: str, said: str
) -> None:
    with pytest.raises(AddressError, match=said) as refused:
        path_of(tmp_path, settings, text=text)
    assert len(str(refused.value)) <= 300


def test_files_are_served_from_static_paths_alone(tmp_path: Path) -> None:
    served = site(tmp_path, "STATIC_PATHS = ['images']\nSTATIC_PATHS.append('pdfs')\n")
    pdf = served.static / "pdfs/statements/hours.pdf" if served.static else tmp_path
    assert served.path_served(pdf) == "pdfs/statements/hours.pdf"
    with pytest.raises(ConfigError, match=r"add 'pdfs' to STATIC_PATHS in pelicanconf\.py"):
        site(tmp_path, "").path_served(pdf)
