"""Addresses of Hugo's pages, held against those that Hugo gave in several versions."""

from pathlib import Path

import pytest

from flyers.core.errors import AddressError
from flyers.sites import site_in
from flyers.sites.site import GeneratedSite
from making import written
from recorded_sites import compared, web_page

BASE = 'baseURL = "https://park.example/"\n'
HOURS = "---\ntitle: Sunday hours\ndate: 2027-05-12\n---\n\nText.\n"


def site(folder: Path, settings: str = "", **more: str) -> GeneratedSite:
    written(folder, "hugo.toml", BASE + settings)
    for name, text in more.items():
        written(folder, name, text)
    found = site_in(folder)
    assert found
    return found


def path_of(
    folder: Path, settings: str = "", name: str = "news/hours.md", text: str = HOURS
) -> str:
    made = site(folder, settings)
    return made.path_of(web_page(written(folder, f"content/{name}", text)))


def test_every_address_is_hugos_own_or_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # which messages name files from
    pages = list(compared("hugo", tmp_path))
    assert [page for page in pages if page.ours and not page.is_right] == []
    agreed = [page for page in pages if len(set(page.given)) == 1 and page.given[0]]
    told = [page for page in agreed if page.refused]
    assert len(told) < len(agreed) / 50
    assert [page for page in pages if len(page.refused.replace(str(tmp_path), "")) > 300] == []


RULED = '[permalinks]\nnews = "/:year/:slug/"\n'
WITH = "---\ntitle: Hours\ndate: 2027-05-12\n{}\n---\n"

REFUSED = {
    # settings, what the page says, what is said of it
    "a token that is unknown": ('[permalinks]\nnews = "/:sectionslug/"\n', "", "has :sectionslug"),
    "rules in a list": ('[[permalinks]]\npattern = "/:slug/"\n', "", "are a list"),
    "two rules": (RULED + '[permalinks.page]\nnews = "/:slug/"\n', "", "several permalink rules"),
    "a title with a slash": (RULED, 'title: "Line 9/10"', "with a slash"),
    "no title": (RULED, 'title: ""', "no certain address of the title"),
    "a title that is no text to YAML": (RULED, "title: no", "'no' may be read as something else"),
    "a number with zeros": ("", "slug: 007", "the slug '007' may be read"),
    "a date that not all read": (RULED, "date: 2027-5-1", "can read the date '2027-5-1'"),
    "no date": (RULED, "date:", "has none; add a `date:`"),
    "a date of the file": (
        RULED + '[frontmatter]\ndate = [":fileModTime"]\n',
        "",
        "from :filemodtime, which",
    ),
    "a letter that is none": ("", 'slug: "🚲"', "no address of the name '🚲'"),
    "an address with a query": ("", "url: /x?y", r"no certain address of the url '/x\?y'"),
    "an address that climbs": ("", "url: /x/../y/", "no certain address of the url"),
    "an address of another site": ("", "url: https://other.example/", "no certain address"),
    "tokens that only new versions read": ("", "url: /x/:slug/", "Versions of Hugo give hours.md"),
    "a page that is not rendered": ("", "build: {render: never}", "has no page on the site"),
    "a bundle that is headless": ("", "headless: true", "has no page on the site"),
    "another output": ("", "outputs: [json]", "has no page on the site"),
    "a cascade of the site": ("[cascade]\nslug = 'x'\n", "", "hands 'slug' down to hours.md"),
    "a theme's rules": ("theme = 'x'\n_merge = 'deep'\n", "", "takes rules from its theme"),
    "HTML of its own": ("[outputFormats.html]\nbaseName = 'x'\n", "", "outputFormats.html"),
    "a language that is unknown": (
        "defaultContentLanguage = 'de'\n[languages.en]\n",
        "",
        "no lang",
    ),
    "hosts of some languages": (
        "[languages.en]\nbaseURL = 'https://en.example/'\n[languages.de]\n",
        "",
        "have a baseURL of their own and others none",
    ),
    "a language's own spelling": ("[languages.en]\nuglyURLs = true\n", "", "has its own uglyurls"),
    "a language without the rule": (
        RULED + '[languages.en.permalinks]\nother = "/:slug/"\n',
        "",
        "permalinks without one for 'news'",
    ),
    "outputs without HTML": ("[outputs]\npage = ['json']\n", "", "outputs of pages without HTML"),
    "no pages": ("disableKinds = ['page']\n", "", "has pages in disableKinds"),
    "files that are left out": ("ignoreFiles = ['x']\n", "", "has ignoreFiles"),
    "some files of a folder": (
        '[[module.mounts]]\nsource = "content"\ntarget = "content"\nexcludeFiles = "x"\n',
        "",
        "has pages of .* in part",
    ),
    "a folder that is not mounted": (
        '[[module.mounts]]\nsource = "texts"\ntarget = "content"\n',
        "",
        "is no page of the Hugo site",
    ),
}


@pytest.mark.parametrize(("settings", "more", "said"), REFUSED.values(), ids=REFUSED)
def test_an_address_that_cannot_be_told_is_refused(
    tmp_path: Path, settings: str, more: str, said: str
) -> None:
    key = more.partition(":")[0]
    lines = [line for line in HOURS.split("\n") if not more or not line.startswith(f"{key}:")]
    lines.insert(1, more)
    with pytest.raises(AddressError, match=said) as caught:
        path_of(tmp_path, settings, text="\n".join(lines))
    assert len(str(caught.value)) <= 300 + len(str(tmp_path))


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ('+++\ntitle = "Bus"\ndate = 2027-05-12\n+++\n', "/2027/05/12/bus/"),
        ('+++\ntitle = "Bus"\ndate = 2027-05-12T23:30:00-07:00\n+++\n', "/2027/05/12/bus/"),
        ('+++\ntitle = "Bus"\nlastmod = 2027-05-13\nslug = "Own 9"\n+++\n', "/2027/05/13/own-9/"),
        ('{\n"title": "Bus", "date": "2027-05-12"\n}\n', "/2027/05/12/bus/"),
    ],
)
def test_front_matter_may_be_toml_or_json(tmp_path: Path, text: str, path: str) -> None:
    rule = '[permalinks]\nnews = "/:year/:month/:day/:slug/"\n'
    assert path_of(tmp_path, rule, text=text) == path


@pytest.mark.parametrize("name", [".hidden/x.md", "news/#x.md"])
def test_a_hidden_file_is_no_page(tmp_path: Path, name: str) -> None:
    with pytest.raises(AddressError, match="is left out by Hugo"):
        path_of(tmp_path, name=name)


def test_the_lowest_version_decides_where_versions_differ(tmp_path: Path) -> None:
    least = '[module.hugoVersion]\nmin = "0.140.0"\n'
    text = WITH.format("url: /x/:slug/")
    assert path_of(tmp_path, least, text=text) == "/x/hours/"
    assert path_of(tmp_path, least, name="news/two  blanks.md") == "/news/two--blanks/"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("netlify.toml", '[build.environment]\nHUGO_VERSION = "0.140.2"\n'),
        (".github/workflows/site.yml", "env:\n  HUGO_VERSION: 0.139.0\n"),
        (".github/workflows/site.yaml", "with:\n  hugo-version: '0.139.0'\n"),
    ],
)
def test_the_version_that_the_pipeline_names_decides(tmp_path: Path, name: str, text: str) -> None:
    written(tmp_path, name, text)
    assert path_of(tmp_path, text=WITH.format("url: /x/:slug/")) == "/x/hours/"


def test_a_pipeline_with_two_versions_decides_nothing(tmp_path: Path) -> None:
    both = "HUGO_VERSION: 0.140.0\nhugo-version: 0.111.3\n"
    written(tmp_path, ".github/workflows/site.yml", both)
    with pytest.raises(AddressError, match="Versions of Hugo give"):
        path_of(tmp_path, text=WITH.format("url: /x/:slug/"))


def test_a_folder_may_be_mounted_for_one_language(tmp_path: Path) -> None:
    mount = (
        '[languages.en]\n[languages.de]\n[[module.mounts]]\nsource = "content"\n'
        'target = "content"\n[module.mounts.sites.matrix]\nlanguages = ["{}"]\n'
    )
    assert path_of(tmp_path, mount.format("de")) == "/de/news/hours/"
    with pytest.raises(AddressError, match=r"has pages of .* in part"):
        path_of(tmp_path, mount.format("d*"))


@pytest.mark.parametrize(
    ("folders", "name"),
    [
        ('[languages.de]\n[languages.en]\ncontentDir = "content/en"\n', "en/hours.md"),
        ('[languages.de]\ncontentDir = "deutsch"\n[languages.en]\n', "hours.md"),
    ],
)
def test_folders_of_languages_that_overlap_are_refused(
    tmp_path: Path, folders: str, name: str
) -> None:
    with pytest.raises(AddressError, match=r"in part, or in several languages"):
        path_of(tmp_path, 'defaultContentLanguage = "de"\n' + folders, name=name)


def test_a_file_within_a_bundle_is_no_page(tmp_path: Path) -> None:
    written(tmp_path, "content/news/picnic/index.md", HOURS)
    with pytest.raises(AddressError, match=r"belongs to the page in .*picnic"):
        path_of(tmp_path, name="news/picnic/more.md")


@pytest.mark.parametrize("front", ["cascade: {slug: x}", "cascade:\n  - url: /:slug/"])
def test_what_a_section_hands_down_is_not_overlooked(tmp_path: Path, front: str) -> None:
    written(tmp_path, "content/news/_index.md", f"---\ntitle: News\n{front}\n---\n")
    with pytest.raises(AddressError, match=r"_index\.md hands '(slug|url)' down"):
        path_of(tmp_path)


def test_two_folders_that_differ_by_capitals_are_not_told_apart(tmp_path: Path) -> None:
    kept = "disablePathToLower = true\n"
    assert path_of(tmp_path, kept, name="News/hours.md") == "/News/hours/"
    written(tmp_path, "content/news/other.md", HOURS)
    with pytest.raises(AddressError, match="is the same folder to Hugo as one of"):
        path_of(tmp_path, kept, name="News/hours.md")


def test_the_last_of_a_single_section_is_not_the_same_in_all_versions(tmp_path: Path) -> None:
    rule = '[permalinks]\nnews = "/:sections[last]/:slug/"\n'
    with pytest.raises(AddressError, match=r"Versions of Hugo differ in :sections\[last\]"):
        path_of(tmp_path, rule)


@pytest.mark.parametrize("name", ["half-50%25", "c#"])
def test_a_name_with_a_sign_that_addresses_use_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(AddressError, match="Hugo makes no address of the name"):
        path_of(tmp_path, name=f"news/{name}.md")


def test_a_page_with_the_name_of_a_section_stands_in_its_way(tmp_path: Path) -> None:
    rule = '[permalinks]\nnews = "/:sections/:slug/"\n'
    assert path_of(tmp_path, rule) == "/news/sunday-hours/"
    written(tmp_path, "content/news.md", HOURS)
    with pytest.raises(AddressError, match=r"news\.md has the name of a folder"):
        path_of(tmp_path, rule)


def test_a_page_of_a_section_is_its_folder(tmp_path: Path) -> None:
    assert path_of(tmp_path, name="Über uns/_index.md") == "/%C3%BCber-uns/"


LANGUAGES = """\
defaultContentLanguage = "de"
[languages.de]
languageCode = "de-AT"
[languages.pt-BR]
[languages.en]
contentDir = "english"
"""


@pytest.mark.parametrize(
    ("file", "language"),
    [
        ("content/hours.md", "de-AT"),
        ("content/hours.pt-br.md", "pt-br"),
        ("content/hours.xx.md", "de-AT"),
        ("english/hours.md", "en"),
        ("elsewhere/hours.md", "de-AT"),
    ],
)
def test_a_page_is_in_the_language_of_its_name_or_folder(
    tmp_path: Path, file: str, language: str
) -> None:
    made = site(tmp_path, LANGUAGES)
    assert made.language_of(written(tmp_path, file, HOURS).resolve()) == language


def test_a_language_that_nobody_names_is_not_taken_for_english(tmp_path: Path) -> None:
    assert site(tmp_path).language == ""


def test_a_site_is_found_by_a_folder_of_configuration_alone(tmp_path: Path) -> None:
    for name, text in {
        "hugo.toml": "title = 'Park'\n",
        "languages.de.yaml": "",
        "languages.yaml": "de: {locale: de_DE}\n",
        "params.toml": "tint = 'green'\n",
    }.items():
        written(tmp_path, f"config/_default/{name}", text)
    written(tmp_path, "config/production/hugo.yml", "baseURL: https://park.example/town\n")
    found = site_in(tmp_path)
    assert found
    assert (found.folder, found.address) == (tmp_path, "https://park.example/town")
    assert len(found.files) == 5


@pytest.mark.parametrize(
    ("german", "french", "content"),
    [
        ("content/de", "content/fr", "content"),
        ("content", "content/fr", "content"),
        ("deutsch", "francais", "deutsch"),
    ],
)
def test_the_folder_that_is_published_holds_all_languages(
    tmp_path: Path, german: str, french: str, content: str
) -> None:
    rows = f'[languages.de]\ncontentDir = "{german}"\n[languages.fr]\ncontentDir = "{french}"\n'
    made = site(tmp_path, f'defaultContentLanguage = "de"\n{rows}')
    assert made.keys()["content"] == content
    assert list(made.spoken()) == ["de", "fr"]
