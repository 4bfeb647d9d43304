"""A flyers.toml leads out of its folder, or its repository, only if the user trusts it."""

from pathlib import Path

import pytest

from flyers.campaign import campaign_for
from flyers.core.errors import ConfigError
from flyers.core.flyers_toml import TRUST
from making import invoke, written

SITE = '[site]\naddress = "https://a.example"\n'
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of a flyers.toml; a folder beside it is private."""
    monkeypatch.delenv(TRUST, raising=False)
    written(tmp_path, "private/diary.md")
    written(tmp_path, "private/logo.svg", LOGO)
    written(tmp_path, "private/house.icc", "")
    (tmp_path / "site").mkdir()
    (tmp_path / "site/beyond").symlink_to("../private")
    return tmp_path / "site"


LEADING_OUT = {
    "content": f'{SITE}content = "../private"',
    "content by a link": f'{SITE}content = "beyond"',
    "static": f'{SITE}static = "/"',
    "built": f'{SITE}built = "../private"',
    "logo": '[campaign]\nlogo = "../private/logo.svg"',
    "logo by a link": '[campaign]\nlogo = "beyond/logo.svg"',
    "icc": '[printers.p]\nextends = "shop"\ncondition = "X"\nicc = "../private/house.icc"',
}


@pytest.mark.parametrize("name", LEADING_OUT)
def test_a_path_that_leads_out_is_refused_with_its_line(name: str, home: Path) -> None:
    written(home, "flyers.toml", LEADING_OUT[name])
    with pytest.raises(ConfigError, match=r"flyers\.toml, line \d: .* leads out of .*--trust"):
        campaign_for(home)


@pytest.mark.parametrize("name", LEADING_OUT)
def test_one_that_the_user_trusts_is_taken(
    name: str, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(TRUST, "1")
    written(home, "flyers.toml", LEADING_OUT[name])
    assert campaign_for(home).reach == ()


def test_a_repository_is_one_place(home: Path) -> None:
    (home.parent / ".git").mkdir()
    written(home, "flyers.toml", LEADING_OUT["content"])
    assert campaign_for(home).content == home.parent / "private"


def test_a_repository_of_all_that_is_at_home_is_none(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "home", lambda: home.parent)
    (home.parent / ".git").mkdir()
    written(home, "flyers.toml", LEADING_OUT["content"])
    with pytest.raises(ConfigError, match="leads out"):
        campaign_for(home)


def test_the_sites_own_configuration_may_not_lead_out_either(home: Path) -> None:
    written(home, "hugo.toml", 'baseURL = "https://a.example/"\ncontentDir = "../private"\n')
    with pytest.raises(ConfigError, match=r"hugo\.toml: a folder of the site leads out of"):
        campaign_for(home)


@pytest.mark.parametrize("name", ["é" * 200, "a/" * 3000])
def test_a_name_that_no_system_takes_is_told(name: str, home: Path) -> None:
    written(home, "flyers.toml", f'{SITE}content = "{name}"')
    with pytest.raises(ConfigError, match="a path that is too long for any system; shorten it"):
        campaign_for(home)


@pytest.mark.parametrize("out", ["../private/made", "beyond/made"])
@pytest.mark.parametrize("command", ["build --dry-run", "make {pool}", "publish"])
def test_files_are_made_within_reach_too(command: str, out: str, home: Path) -> None:
    pool = written(home, "content/pool.md")
    (home / "static").mkdir()
    toml = f'{SITE}content = "content"\nstatic = "static"\npermalink = "/:slug/"\n'
    written(home, "flyers.toml", f'{toml}[build]\nout = "{out}"\n')
    done = invoke(*command.format(pool=pool).split(), cwd=home)
    assert done.returncode == 10
    assert "[build] out leads out of" in done.stderr
    assert not (home.parent / "private/made").exists()


def test_statements_of_a_build_are_within_reach_too(home: Path) -> None:
    toml = f'{SITE}permalink = "/:slug/"\n[build]\nstatements = ["../private/*.md"]\nout = "made"\n'
    written(home, "flyers.toml", toml)
    done = invoke("build", "--dry-run", cwd=home)
    assert done.returncode == 10
    assert "[build] statements leads out of" in done.stderr
    assert invoke("build", "--dry-run", "--trust", cwd=home).returncode == 0
    assert invoke("build", "--dry-run", cwd=home).returncode == 10
