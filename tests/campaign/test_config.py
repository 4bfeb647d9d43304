"""`flyers config`: what is in force, and from where."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from flyers.campaign.in_force import ConfigRequest, run
from flyers.campaign.schema import schema
from flyers.cli import main
from flyers.sites.built.folder import forget
from making import written


def config(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["config", *map(str, arguments)])


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_every_value_says_where_it_is_from(home: Path) -> None:
    written(home, "site/hugo.toml", 'baseURL = "https://h.example/"\n')
    written(home, "flyers.toml", '[build]\nout = "print"\n\n[events.fair]\nvolunteers = 4\n')
    done = config("site/content/a.md")
    lines = [line.split() for line in done.output.splitlines()]
    assert [str(home / "flyers.toml")] in lines
    assert [str(home / "site" / "hugo.toml")] in lines
    assert ["address", '"https://h.example/"', "hugo.toml"] in lines
    assert ["out", '"print"', "line", "2"] in lines
    assert ["printers", '["home"]', "default"] in lines
    assert ["[events.fair]"] in lines
    assert ["volunteers", "4", "line", "5"] in lines


def test_what_is_not_set_is_listed_on_demand(home: Path) -> None:
    assert "logo" not in config().output
    assert ["logo", "-", "not", "set"] in [x.split() for x in config("--all").output.splitlines()]
    assert "no flyers.toml, here or in any folder above" in config().output


def test_as_json(home: Path) -> None:
    written(home, "flyers.toml", '[campaign]\npalette.accent = "#123456"\n')
    answer = json.loads(config("--json").output)
    assert answer["file"] == str(home / "flyers.toml")
    (accent,) = (row for row in answer["settings"] if row["key"] == "accent")
    assert accent == {
        "table": "[campaign.palette]",
        "key": "accent",
        "value": '"#123456"',
        "origin": "line 2",
    }


def test_the_schema_for_an_editor(home: Path) -> None:
    assert json.loads(config("--schema").output) == schema()


def test_what_makes_no_sense_is_not_in_force(home: Path) -> None:
    written(home, "flyers.toml", '[printers.a]\nextends = "none-such"\n')
    done = CliRunner().invoke(main, ["config"])
    assert done.exit_code == 10
    assert "extends 'none-such'" in done.stderr


def test_what_is_known_of_the_site_is_said(home: Path) -> None:

    def known() -> Mapping[str, str]:
        forget()
        return run(ConfigRequest(folder=Path())).known

    assert known() == {}
    written(home, "hugo.toml", 'baseURL = "https://a.example/"\nlanguageCode = "de"\n')
    assert known() == {
        "generator": "Hugo, by hugo.toml",
        "languages": "de",
        "addresses": "computed by the rules of Hugo; the site built into public would prove them",
    }
    written(home, "public/index.html", "<title>A</title>")
    assert known()["addresses"] == "proved by the site built in public"
    assert "\naddresses: proved by" in run(ConfigRequest(folder=Path())).as_text(everything=False)
    (home / "public/index.html").unlink()
    (home / "hugo.toml").unlink()
    written(home, "flyers.toml", '[site]\naddress = "https://a.example"\nbuilt = "www"\n')
    assert known() == {"addresses": "none until the site is built into www; or give --url"}
