"""`flyers config`: what is in force, and from where."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from flyers.campaign.schema import schema
from flyers.cli import main
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
