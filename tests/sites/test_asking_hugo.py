"""Hugo's own answer, asked for with --ask-hugo: here from a program that only looks like it."""

import os
import sys
from pathlib import Path

import pytest

from flyers.campaign import campaign_for
from flyers.core.errors import AddressError, ConfigError, FlyersError, OptionError
from flyers.pieces.addressing import address_of
from flyers.pieces.asking import with_answers
from flyers.pieces.piece import Job
from making import written

TABLE = """\
WARN  deprecated: something of the theme
path,slug,title,date,expiryDate,publishDate,draft,permalink
content/a.md,,"Lamps, and more",2027-01-01T00:00:00Z,,,false,https://park.example/x/Lamps/
content/b.md,,Trees,2027-01-01T00:00:00Z,,,true,https://park.example/x/trees/
"""


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A Hugo site of three pages, and a program hugo in front of all others."""
    written(tmp_path, "hugo.toml", 'baseURL = "https://park.example/"\n')
    for name in "abc":
        written(tmp_path, f"content/{name}.md", "---\ntitle: Lamps\n---\n\nThey burn until ten.\n")
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}")
    answer(tmp_path, f"print({TABLE!r}, end='')")
    return tmp_path


def answer(site: Path, program: str) -> None:
    """Let ``hugo list all`` run a program."""
    head = "import os, sys; assert sys.argv[1:] == ['list', 'all'] and 'hugo.toml' in os.listdir()"
    file = written(site, "bin/hugo", f"#!{sys.executable}\n{head}\n{program}\n")
    file.chmod(0o755)


def asked(file: Path, *, url: str | None = None) -> tuple[str, str]:
    """The address of a statement once Hugo was asked, and what it rests on."""
    (job,) = with_answers([Job(statement=file, url=url)])
    found = address_of(job, campaign_for(file.parent))
    return found.url, found.words


def test_what_hugo_answers_is_proved(site: Path) -> None:
    file = site / "content" / "a.md"
    assert asked(file) == ("https://park.example/x/Lamps/", "proved by Hugo")
    assert asked(file, url="https://a.example/") == ("https://a.example/", "given by --url")


def test_the_address_of_flyers_toml_goes_before_hugos(site: Path) -> None:
    written(site, "flyers.toml", '[site]\naddress = "https://www.park.example/news"\n')
    assert asked(site / "content" / "a.md")[0] == "https://www.park.example/news/x/Lamps/"


@pytest.mark.parametrize("name", ["b.md", "c.md"])
def test_a_draft_or_a_page_that_hugo_does_not_list_has_no_address(site: Path, name: str) -> None:
    with pytest.raises(
        AddressError, match=r"Hugo lists no page of .*, or only a draft; give --url"
    ):
        asked(site / "content" / name)


def test_a_rule_that_says_otherwise_is_told(site: Path) -> None:
    rule = 'address = "https://park.example"\npermalink = "/:filename/"\n'
    written(site, "flyers.toml", f"[site]\n{rule}")
    with pytest.raises(AddressError, match=r"permalink gives 'a' .*/a/, and .*/x/Lamps/; correct"):
        asked(site / "content" / "a.md")


@pytest.mark.parametrize(
    ("program", "error", "said"),
    [
        (
            "sys.exit('Error: no such theme')",
            ConfigError,
            "failed in .*: Error: no such theme; mend",
        ),
        ("print('what?')", ConfigError, r"failed in .*: what\?; mend that"),
    ],
)
def test_what_fails_is_a_sentence(
    site: Path, program: str, error: type[FlyersError], said: str
) -> None:
    answer(site, program)
    with pytest.raises(error, match=said):
        asked(site / "content" / "a.md")


def test_without_hugo_there_is_nobody_to_ask(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(site))
    with pytest.raises(ConfigError, match="There is no program hugo to ask; install it, or leave"):
        asked(site / "content" / "a.md")


def test_another_generators_site_is_not_asked(tmp_path: Path) -> None:
    written(tmp_path, "_config.yml", "url: https://park.example\n")
    with pytest.raises(OptionError, match=r"a\.md is in no Hugo site; leave out --ask-hugo"):
        asked(written(tmp_path, "_posts/a.md", "# A\n\nB.\n"))
