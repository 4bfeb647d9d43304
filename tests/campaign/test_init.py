"""`flyers init`: a flyers.toml to begin with, from answers and from the site's configuration."""

import re
from pathlib import Path

import pytest

from flyers import ExitCode
from flyers.campaign import Campaign, campaign_for
from flyers.campaign.start import InitRequest
from flyers.campaign.start import run as start
from flyers.core.errors import ConfigError, FlyersError, OptionError
from flyers.sites import site_in
from making import files_in, invoke, written

JEKYLL = 'url: "https://j.example"\nbaseurl: /blog\npermalink: /:year/:title/\n'
PELICAN = (
    "import os\nSITEURL = ''\nPATH = 'content'\nARTICLE_URL = 'posts/{slug}/'\nraise SystemExit\n"
)
ELEVENTY = """\
// input: "not-this"
module.exports = function (config) {
  config.addPassthroughCopy("src/img");
  return { dir: { input: 'src', output: "_site" }, pathPrefix: "/news/" };
};
"""

SITES = {
    # files: what [site] is then
    "hugo": (
        {"hugo.toml": 'baseURL = "https://h.example/"\n[permalinks]\nposts = "/:year/:slug/"\n'},
        {
            "address": "https://h.example/",
            "permalink": "/:sections/:slugorcontentbasename/",
            "content": "content",
        },
    ),
    "jekyll": (
        {"_config.yml": JEKYLL},
        {"address": "https://j.example/blog", "permalink": "/:year/:title/", "content": "_posts"},
    ),
    "jekyll, as it is by itself": (
        {
            "_config.yml": "url: https://j.example\n",
            "_posts/2027-01-01-a.md": "---\ntags: b\n---\n",
        },
        {
            "address": "https://j.example",
            "permalink": "/:categories/:year/:month/:day/:title:output_ext",
        },
    ),
    "jekyll, with a collection": (
        {"_config.yml": "url: https://j.example\ncollections:\n  news: {output: true}\n"},
        {"content": "_news"},
    ),
    "pelican": (
        {"pelicanconf.py": PELICAN, "publishconf.py": "SITEURL = 'https://p.example'\n"},
        {"address": "https://p.example", "permalink": "posts/{slug}/", "content": "content"},
    ),
    "pelican, with dates": (
        {"pelicanconf.py": "SITEURL='https://p.example'\nARTICLE_URL='{date:%Y}/{slug}.html'\n"},
        {"permalink": "{date:%Y}/{slug}.html"},
    ),
    "eleventy": (
        {".eleventy.js": ELEVENTY, "package.json": '{"homepage": "https://e.example/"}'},
        {
            "address": "https://e.example/news",
            "permalink": "/{{ page.filePathStem }}/",
            "content": "src",
            "static": "src",
        },
    ),
    "eleventy, in folders of folders": (
        {
            "eleventy.config.js": "module.exports = () => {};\n",
            "package.json": '{"homepage": "https://e.example/"}',
            "posts/2027/hours.md": "# Hours\n",
        },
        {"permalink": "/{{ page.filePathStem }}/", "content": "."},
    ),
    "eleventy, with a rule": (
        {
            "eleventy.config.mjs": "export default function () {}\n",
            "posts/posts.json": '{"permalink": "/p/{{ page.fileSlug }}/"}',
            "_data/metadata.js": 'module.exports = { url: "https://e.example" };\n',
        },
        {
            "address": "https://e.example",
            "permalink": "/p/{{ page.fileSlug }}/",
            "content": ".",
        },
    ),
}


def laid(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        written(folder, name, text)
    return folder


def made(folder: Path, **said: str | None) -> Campaign:
    start(InitRequest(folder=folder, answers=said))
    return campaign_for(folder)


@pytest.mark.parametrize(("files", "site"), SITES.values(), ids=SITES)
def test_a_sites_own_configuration_is_read(
    tmp_path: Path, files: dict[str, str], site: dict[str, str]
) -> None:
    found = site_in(laid(tmp_path, files))
    assert found
    rule = next(rule for _, rule in found.rules())
    assert {**found.keys(), "permalink": rule}.items() >= site.items()
    if found.address:
        campaign = made(tmp_path)
        assert campaign.site and campaign.site.permalink is None
        assert campaign.generated and campaign.generated == found


@pytest.mark.parametrize(
    ("name", "text"), [("pelicanconf.py", "PATH = ("), ("_config.yml", "a: [b"), ("hugo.toml", "=")]
)
def test_a_broken_configuration_is_told(tmp_path: Path, name: str, text: str) -> None:
    written(tmp_path, name, text)
    with pytest.raises(ConfigError, match=f"{name} cannot be read: .*mend that place"):
        start(InitRequest(folder=tmp_path))


# ---- the file ------------------------------------------------------------------------------


def test_it_says_what_was_said_and_the_rest_in_comments(tmp_path: Path) -> None:
    campaign = made(
        tmp_path,
        address="https://riverside.example",
        name="Riverside Neighbours",
        contact="3 Mill Lane; hello@riverside.example",
        accent="#0b5d3b",
        jurisdiction="none",
    )
    assert campaign.site and campaign.site.address == "https://riverside.example"
    assert campaign.identity.name == "Riverside Neighbours"
    assert campaign.identity.palette["accent"].css == "#0b5d3b"
    assert campaign.identity.contact == ("3 Mill Lane", "hello@riverside.example")
    assert campaign.law and campaign.law.jurisdiction == "none"
    assert campaign.build.layouts == ("statement",)


@pytest.mark.parametrize("law", [None, "uk", "de", "none"])
def test_every_comment_can_be_taken_away(tmp_path: Path, law: str | None) -> None:
    path = start(InitRequest(folder=tmp_path, answers={"jurisdiction": law})).file
    setting = re.compile(r"^#(?=[\[\w])", re.MULTILINE)
    text = setting.sub("", path.read_text())
    path.write_text(text.replace(".NAME]", ".one]"))
    written(tmp_path, "logo.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>")
    written(tmp_path, "icc/house.icc", "")
    campaign = campaign_for(tmp_path)
    assert campaign.events["one"].use[0].layout == "headline"
    assert campaign.printers["one"].tac == 280
    assert "size" in campaign.sheets["one"]
    assert all(len(line) <= 100 for line in text.splitlines())


def test_a_law_without_its_fields_stays_a_comment(tmp_path: Path) -> None:
    begun = start(InitRequest(folder=tmp_path, answers={"jurisdiction": "us-federal"}))
    assert begun.lacking == ("paid_by", "authorized_by")
    assert '#jurisdiction = "us-federal"' in begun.file.read_text()
    assert campaign_for(tmp_path).law is None


def test_a_logo_is_named_from_the_new_file(tmp_path: Path) -> None:
    with pytest.raises(OptionError, match=r"logo names logo\.svg, which is no file"):
        start(InitRequest(folder=tmp_path, answers={"logo": "logo.svg"}))
    logo = written(tmp_path, "logo.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>")
    assert made(tmp_path, logo="logo.svg").identity.logo == logo


def test_it_is_never_written_over_another(tmp_path: Path) -> None:
    written(tmp_path, "flyers.toml", "# mine\n")
    with pytest.raises(ConfigError, match="is there already"):
        start(InitRequest(folder=tmp_path))
    assert (tmp_path / "flyers.toml").read_text() == "# mine\n"


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ({"address": "maplestreet"}, "is not a web address; write it whole"),
        ({"accent": "green"}, "accent = 'green' is not a colour; write one like"),
        ({"jurisdiction": "us"}, "jurisdiction = 'us' is not one of"),
        ({"name": "a" * 61}, "shorten it to 60"),
    ],
)
def test_what_cannot_be_used_is_refused(
    tmp_path: Path, said: dict[str, str | None], wrong: str
) -> None:
    with pytest.raises(OptionError, match=wrong):
        start(InitRequest(folder=tmp_path, answers=said))
    assert files_in(tmp_path) == []


def test_a_folder_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(OptionError, match="is no folder; make it first"):
        start(InitRequest(folder=tmp_path / "none"))


# ---- questions -----------------------------------------------------------------------------


def test_a_person_is_asked_and_asked_again(tmp_path: Path) -> None:
    laid(tmp_path, {"hugo.toml": 'baseURL = "https://h.example/"\n'})
    answers = {
        "Address of the site": ["nonsense", ""],
        "Name of your group": ["Riverside Neighbours"],
        "Colour, like #0b5d3b": ["green", "#0b5d3b"],
        "paid_by: Who paid for the piece": ["Riverside Neighbours"],
    }
    offered: dict[str, str] = {}

    def ask(words: str, usual: str, refuse: object) -> str:
        assert callable(refuse)
        offered[words] = usual
        for answer in answers.get(words, ["us-ca" if "Law" in words else ""]):
            try:
                refuse(answer)
            except FlyersError:
                continue
            return answer or usual
        raise AssertionError(words)

    start(InitRequest(folder=tmp_path, ask=ask))
    campaign = campaign_for(tmp_path)
    assert offered["Address of the site"] == "https://h.example/"
    assert campaign.site and campaign.site.address == "https://h.example/"
    assert campaign.identity.palette["accent"].css == "#0b5d3b"
    assert campaign.law and campaign.law.fields["paid_by"] == "Riverside Neighbours"


def test_where_nobody_is_there_nothing_is_asked(tmp_path: Path) -> None:
    done = invoke("init", "--address", "https://a.example", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Made flyers.toml" in done.stdout
    done = invoke("init", cwd=tmp_path)
    assert done.returncode == ExitCode.CONFIG
