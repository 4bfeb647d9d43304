"""flyers.toml, or a Hugo configuration, found upward from the statement."""

from pathlib import Path

import pytest

from flyers.campaign import campaign_for, start
from flyers.catalogue.formats import DEFAULT_FORMATS
from flyers.core.errors import AddressError, ConfigError
from flyers.core.flyers_toml import TRUST
from flyers.pieces.piece import Job
from flyers.pieces.prepare import prepare_statement
from making import written

OURS = '[site]\naddress = "https://ours.example"\npermalink = "/:slug/"\nstatic = "static"\n'
HUGO = 'baseURL = "https://hugo.example/"\n[permalinks]\nposts = "/:year/:slug/"\n'
HUGO_JSON = '{"BaseURL": "https://hugo.example/", "permalinks": {"posts": "/:year/:slug/"}}'


@pytest.fixture
def posts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A statement's folder, some way below its site; the command runs elsewhere."""
    folder = tmp_path / "site" / "content" / "posts"
    folder.mkdir(parents=True)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    return folder


def test_without_a_configuration_nothing_is_known(posts: Path) -> None:
    nothing = campaign_for(posts)
    assert (nothing.file, nothing.site, nothing.static, nothing.law) == (None, None, None, None)
    assert nothing.build.layouts == ("statement",)
    assert nothing.build.formats == DEFAULT_FORMATS
    assert nothing.build.printers == ("home",)
    assert nothing.build.out == Path.cwd() / "out"


@pytest.mark.parametrize("at", ["site/content/posts", "site/content", "site", "."])
def test_it_is_found_in_the_statements_folder_or_above(
    posts: Path, tmp_path: Path, at: str
) -> None:
    home = written(tmp_path / at, "flyers.toml", OURS).parent
    found = campaign_for(posts)
    assert found.file == home.resolve() / "flyers.toml"
    assert found.site
    assert (found.site.address, found.site.permalink) == ("https://ours.example", "/:slug/")
    assert found.site.contents == (home.resolve(),)
    assert found.static == home.resolve() / "static"
    assert found.build.out == home.resolve() / "out"


def test_standard_input_has_that_of_the_working_folder(posts: Path, tmp_path: Path) -> None:
    written(tmp_path / "elsewhere", "flyers.toml", OURS)
    site = campaign_for(None).site
    assert site and site.address == "https://ours.example"


def test_the_nearest_one_counts(posts: Path) -> None:
    written(posts.parent, "flyers.toml", '[site]\naddress = "https://far.example"\n')
    written(posts, "flyers.toml", '[site]\naddress = "https://near.example"\n')
    site = campaign_for(posts).site
    assert site and site.address == "https://near.example"


def test_a_site_without_a_rule_has_no_addresses(posts: Path) -> None:
    written(posts, "flyers.toml", '[site]\naddress = "https://ours.example"\n')
    path = written(posts, "park.md", "# The park\n\nIt stays open.\n")
    with pytest.raises(AddressError, match=r"'park': flyers\.toml does not say where .* permalink"):
        prepare_statement(Job(statement=path))


def test_the_built_site_is_where_the_generator_puts_it_or_where_it_usually_is(
    posts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(TRUST, "1")
    home = written(posts.parents[1], "flyers.toml", OURS).parent.resolve()
    built = campaign_for(posts).site.built  # type: ignore[union-attr]
    assert built == tuple(home / name for name in ("public", "_site", "output", "dist", "build"))
    written(home, "_config.yml", "url: https://jekyll.example\n")
    assert campaign_for(posts).site.built == (home / "_site",)  # type: ignore[union-attr]
    written(home, "flyers.toml", f'{OURS}built = "../www"\n')
    assert campaign_for(posts).site.built == (home.parent / "www",)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("hugo.toml", HUGO),
        ("config.toml", HUGO),
        ("hugo.yaml", "baseurl: https://hugo.example/\npermalinks:\n  posts: /:year/:slug/\n"),
        (
            "config.json",
            '{"BaseURL": "https://hugo.example/", "permalinks": {"posts": "/:year/:slug/"}}',
        ),
        ("hugo.toml", HUGO.replace("[permalinks]", "[permalinks.page]")),
    ],
)
def test_hugos_configuration_does_as_well(posts: Path, name: str, text: str) -> None:
    site = written(posts.parents[1], name, text).parent.resolve()
    found = campaign_for(posts)
    assert found.site and found.generated
    assert (found.site.address, found.site.permalink) == ("https://hugo.example/", None)
    assert found.site.built == (site / "public",)
    assert dict(found.generated.rules())["posts"] == "/:year/:slug/"
    assert (found.static, found.content) == (site / "static", site / "content")


ADDRESS = '[site]\naddress = "https://hugo.example"'
HUGO_STATEMENTS = """\
baseURL = "https://hugo.example/"
[permalinks]
statements = "/said/:slugorfilename/"
[permalinks.page]
"/Letters/" = "/to-you/:slug/"
[permalinks.section]
posts = "/all-posts/"
"""


@pytest.mark.parametrize(
    ("file", "page"),
    [
        ("statements/park.md", "said/park/"),
        ("letters/park.md", "to-you/the-park/"),
        ("posts/park.md", "posts/park/"),
        ("posts/2027/2027-05-01-park.md", "posts/2027/2027-05-01-park/"),
        ("posts/park/index.md", "posts/park/"),
        ("park.md", "park/"),
        ("park/index.md", "park/"),
    ],
)
@pytest.mark.parametrize(
    "ours", ["", f"{ADDRESS}\n", f'{ADDRESS}\ncontent = "content/statements"\n', "init"]
)
def test_hugos_rule_for_a_section_is_for_statements_of_that_section(
    tmp_path: Path, file: str, page: str, ours: str
) -> None:
    written(tmp_path, "hugo.toml", HUGO_STATEMENTS)
    if ours == "init":
        start.run(start.InitRequest(folder=tmp_path))
    elif ours:
        written(tmp_path, "flyers.toml", ours)
    path = written(tmp_path / "content", file, "---\ntitle: The park\n---\n\nIt stays open.\n")
    job = Job(statement=path, layout="statement", format="letter", printer="home")
    assert prepare_statement(job).address == f"https://hugo.example/{page}"


def test_hugo_may_take_dates_and_slugs_from_the_names_of_files(tmp_path: Path) -> None:
    front = 'baseURL = "https://hugo.example/"\n[frontmatter]\ndate = [":filename", ":default"]\n'
    written(tmp_path, "hugo.toml", front)
    path = written(tmp_path / "content/posts", "2027-05-01-park.md", "# The park\n\nIt stays.\n")
    assert prepare_statement(Job(statement=path)).address == "https://hugo.example/posts/park/"


def test_a_heading_is_no_title_to_hugo(tmp_path: Path) -> None:
    written(tmp_path, "hugo.toml", HUGO_STATEMENTS)
    path = written(tmp_path / "content/letters", "park.md", "# The park\n\nIt stays.\n")
    with pytest.raises(AddressError, match="give the page a `slug:`"):
        prepare_statement(Job(statement=path))


@pytest.mark.parametrize("rule", ['{posts = "/:sectionslug/:slug/"}', '[{pattern = "/:slug/"}]'])
def test_a_rule_of_hugo_that_is_not_understood_is_told(posts: Path, rule: str) -> None:
    text = f'baseURL = "https://hugo.example/"\npermalinks = {rule}\n'
    written(posts.parents[1], "hugo.toml", text)
    job = Job(statement=written(posts, "park.md", "# The park\n\nIt stays.\n"))
    with pytest.raises(AddressError, match=r"which flyers cannot read; .*--url"):
        prepare_statement(job)
    written(posts, "flyers.toml", OURS)
    assert prepare_statement(job).address == "https://ours.example/park/"


def test_ours_goes_before_hugos_even_from_farther_away(posts: Path, tmp_path: Path) -> None:
    written(posts.parents[1], "hugo.toml", HUGO)
    written(tmp_path, "flyers.toml", OURS)
    site = campaign_for(posts).site
    assert site and site.address == "https://ours.example"


@pytest.mark.parametrize("base", ['"/"', '""', "3"])
def test_hugo_without_a_full_address_is_no_site(posts: Path, base: str) -> None:
    written(posts.parents[1], "hugo.toml", f"baseURL = {base}\n")
    assert campaign_for(posts).site is None


def test_a_flyers_toml_that_says_nothing_of_the_site_leaves_that_to_hugo(posts: Path) -> None:
    written(posts.parents[1], "hugo.toml", HUGO)
    written(posts, "flyers.toml", '[imprint]\njurisdiction = "none"\n')
    found = campaign_for(posts)
    assert found.site and found.site.address == "https://hugo.example/"
    assert found.static == posts.parents[1] / "static"
    assert found.law and found.law.jurisdiction == "none"


WRONG = {
    # what stands in the file: what is said of it
    '[site]\nadress = "https://ours.example"\n': r"line 2: .* 'adress'; did you mean 'address'\?",
    '[site]\nstatic = "s"\nstat = "s"\n': r"line 3: .* 'stat'; did you mean 'static'\?",
    '# the site\n[sites]\naddress = "x"\n': r"line 2: .* 'sites'; did you mean 'site'\?",
    '[site]\ntint = "red"\n': r"line 2: .* 'tint'; it may have address, content",
    "[site\n": "cannot be read: .*line 1.*; mend that place",
    '[site]\npermalink = "/:slug/"\n': r"\[site\] has no address; add address =",
    '[site]\naddress = "ours.example"\n': "'ours.example' is not a web address; write it whole",
    '[site]\naddress = "https://ours"\n': "line 2: .* is not a web address; write it whole",
    '[site]\naddress = "https://ours.example/:slug/"\n': r"address has :slug.*and permalink =",
    "[site]\naddress = 7\n": "address = 7 is not a web address; write it whole",
    "site = 7\n": "line 1: site = 7 is not a table; write keys and values",
}


@pytest.mark.parametrize(("text", "said"), WRONG.items())
def test_what_is_wrong_is_told_with_the_place(posts: Path, text: str, said: str) -> None:
    path = written(posts, "flyers.toml", text)
    with pytest.raises(ConfigError, match=said) as caught:
        campaign_for(posts)
    assert str(caught.value).startswith(str(path))
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("name", "text"), [("hugo.toml", "baseURL ="), ("hugo.yaml", "a: [b"), ("hugo.json", "{")]
)
def test_a_broken_file_of_hugo_is_told_too(posts: Path, name: str, text: str) -> None:
    path = written(posts, name, text)
    with pytest.raises(ConfigError, match=r"cannot be read.*mend that place") as caught:
        campaign_for(posts)
    assert str(path) in str(caught.value)


def test_a_file_that_is_not_utf8_is_told(posts: Path) -> None:
    (posts / "flyers.toml").write_bytes(b'[site]\naddress = "https://caf\xe9.example"\n')
    with pytest.raises(ConfigError, match=r"cannot be read.*mend that place"):
        campaign_for(posts)
