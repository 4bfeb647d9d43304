"""Addresses of Jekyll's posts, collections and pages, held against those that Jekyll gave."""

from pathlib import Path

import pytest

from flyers.core.errors import AddressError
from flyers.sites import site_in
from flyers.sites.site import GeneratedSite
from making import written
from recorded_sites import compared, web_page

BASE = "url: https://park.example\n"
HOURS = "---\ntitle: Sunday hours\n---\n\nText.\n"
POST = "_posts/2027-05-12-hours.md"


def site(folder: Path, settings: str = "") -> GeneratedSite:
    written(folder, "_config.yml", BASE + settings)
    found = site_in(folder)
    assert found
    return found


def path_of(folder: Path, settings: str = "", name: str = POST, text: str = HOURS) -> str:
    made = site(folder, settings)
    return made.path_of(web_page(written(folder, name, text)))


def test_every_address_is_jekylls_own_or_refused(tmp_path: Path) -> None:
    pages = list(compared("jekyll", tmp_path))
    assert [page for page in pages if page.ours and not page.is_right] == []
    told = [page for page in pages if page.refused and page.given != (None,)]
    assert len(told) < len(pages) / 50
    assert [page for page in pages if len(page.refused) > 300] == []


def front(lines: str) -> str:
    return f"---\n{lines}\n---\n\nText.\n"


REFUSED = {
    # settings, the file, what it says, what is said of it
    "Liquid": ("", POST, front('permalink: "/x/{{page.slug}}/"'), "is Liquid, which Jekyll does"),
    "a name that is unknown": ("permalink: /:yeer/:title/\n", POST, HOURS, "has :yeer, which"),
    "a name for posts": ("", "about.md", front("permalink: /:title/"), "has :title, which"),
    "a query": ("", POST, front("permalink: /x?y"), r"no certain address of '/x\?y'"),
    "an address of another site": (
        "",
        POST,
        front("permalink: https://x.example/"),
        "with its '//'",
    ),
    "no letters": ("", "_posts/2027-05-12-☂.md", HOURS, "no address of '☂'"),
    "a number with zeros": ("", POST, front("slug: 007"), "slug '007' may be read as"),
    "a category that is no text": ("", POST, front("category: no"), "category 'no' may be read"),
    "a category with a sign": ("", POST, front("category: 'C#'"), "with its '#'"),
    "a post without a day": ("", "_posts/hours.md", HOURS, "no post to Jekyll"),
    "a document without a day": (
        "collections: {news: {output: true, permalink: '/:year/x'}}\n",
        "_news/hours.md",
        HOURS,
        "has none; add a `date:` line",
    ),
    "a date that is none": ("", POST, front("date: 2027-02-30"), "'2027-02-30' cannot be read"),
    "midnight elsewhere": ("", POST, front("date: 2027-05-12 23:30:00 -0700"), "on the time zone"),
    "a zone that is unknown": (
        "timezone: Town/Hall\n",
        POST,
        front("date: 2027-05-12 23:30:00 -0700"),
        "timezone 'Town/Hall' is not known",
    ),
    "a page that only leads on": ("", POST, front("redirect_to: /x/"), "only leads elsewhere"),
    "a draft": ("", "_drafts/hours.md", HOURS, "or is a draft"),
    "a page that is not published": ("", POST, front("published: false"), "is not published"),
    "a hidden folder": ("", "_hidden/hours.md", HOURS, "left out by Jekyll"),
    "a folder that is excluded": ("exclude: [minutes]\n", "minutes/x.md", HOURS, "by exclude in"),
    "the folder that is built": ("", "_site/x.md", HOURS, "left out by Jekyll"),
    "a collection without pages": (
        "collections: [news]\n",
        "_news/x.md",
        HOURS,
        "no `output: true`",
    ),
    "a page without front matter": ("", "about.md", "# About\n", "put two lines ---"),
    "another markup": ("", "about.textile", HOURS, "Only a plug-in of Jekyll"),
    "a plug-in for languages": ("plugins: [jekyll-polyglot]\n", POST, HOURS, "jekyll-polyglot may"),
}


@pytest.mark.parametrize(("settings", "name", "text", "said"), REFUSED.values(), ids=REFUSED)
def test_an_address_that_cannot_be_told_is_refused(
    tmp_path: Path, settings: str, name: str, text: str, said: str
) -> None:
    with pytest.raises(AddressError, match=said) as caught:
        path_of(tmp_path, settings, name, text)
    assert len(str(caught.value)) <= 300 + len(str(tmp_path))


def test_a_file_elsewhere_is_no_page(tmp_path: Path) -> None:
    made = site(tmp_path, "source: src\n")
    with pytest.raises(AddressError, match="is no page of the Jekyll site in"):
        made.path_of(web_page(written(tmp_path, "about.md", HOURS)))


def test_code_of_the_site_that_touches_addresses_is_not_run_and_not_overlooked(
    tmp_path: Path,
) -> None:
    written(tmp_path, "_plugins/tag.rb", "class Tag < Liquid::Tag; end\n")
    assert path_of(tmp_path) == "/2027/05/12/hours.html"
    written(tmp_path, "_plugins/moved.rb", "doc.data['permalink'] = '/x/'\n")
    with pytest.raises(AddressError, match=r"_plugins/moved\.rb may change the addresses"):
        site(tmp_path).path_of(web_page(tmp_path / POST))


@pytest.mark.parametrize(
    ("settings", "domain", "address"),
    [
        ("url: ''\n", "park.example\n", "https://park.example"),
        ("baseurl: ''\n", "park.example", "https://park.example"),
        ("url: https://own.example\nbaseurl: /town/\n", "park.example", "https://own.example/town"),
        ("baseurl: /town\n", "park.example", ""),
        ("title: Park\n", "", ""),
        ("title: Park\n", "two lines\nhere", ""),
    ],
)
def test_a_file_cname_is_the_domain_where_the_configuration_names_none(
    tmp_path: Path, settings: str, domain: str, address: str
) -> None:
    written(tmp_path, "_config.yml", settings)
    written(tmp_path, "CNAME", domain)
    found = site_in(tmp_path)
    assert found and found.address == address


def test_a_page_is_in_the_language_that_its_folder_has_by_default(tmp_path: Path) -> None:
    made = site(tmp_path, "lang: en_GB\ndefaults:\n- scope: {path: de}\n  values: {lang: de}\n")
    for name, language in (("de/x.md", "de"), ("x.md", "en-GB"), ("_drafts/x.md", "en-GB")):
        assert made.language_of(written(tmp_path, name, HOURS).resolve()) == language
