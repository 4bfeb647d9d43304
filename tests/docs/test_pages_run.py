"""The pages that teach do what they say: every command on them is run, in its order."""

import re
import shlex
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from flyers.cli import main
from flyers.core.shipped import shipped
from making import files_in, written

DOCS = Path(__file__).parents[2] / "docs"
SITE = '[site]\naddress = "https://maplestreet.example"\npermalink = "/statements/:slug/"\n'


def blocks(page: str, kind: str) -> list[str]:
    found: list[str] = re.findall(rf"```{kind}\n(.*?)```", page, re.S)
    return found


def done(page: str, folder: Path) -> tuple[list[str], str]:
    """The files that the page's commands make with its flyers.toml, and all that they say."""
    written(folder, "sunday-hours.md")
    written(folder, "flyers.toml", SITE + "".join(blocks(page, "toml")))
    said = ""
    for line in "".join(blocks(page, "sh")).splitlines():
        command = line.partition(" #")[0]
        run = CliRunner().invoke(main, shlex.split(command)[1:])
        assert run.exit_code == 0, f"{line}\n{run.output}"
        said += run.output
    return files_in(folder / "out"), said


def test_print_shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "icc").mkdir()
    shutil.copy(shipped("icc") / "FOGRA39L_coated.icc", tmp_path / "icc" / "house.icc")
    page = (DOCS / "print-shop.md").read_text("utf-8")
    made, _ = done(page, tmp_path)
    for ending in re.findall(r"`…(-[^`]+)`", page):
        assert any(name.endswith(ending) for name in made), ending
    assert "sunday-hours/sunday-hours-shop-ticket.pdf" in made
    assert "sunday-hours/sunday-hours-corner-press-ticket.json" in made
    for name in ("Finished size", "Flat size", "Printed", "Bleed", "Paper", "Folded", "Files"):
        assert f"*{name}*" in page  # what the ticket calls it


def test_events(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    page = (DOCS / "events.md").read_text("utf-8")
    made, said = done(page, tmp_path)
    _, shown, _ = re.split(r"```\n(Rally.*?)```", page, maxsplit=1, flags=re.S)
    assert shown in said
    kit = [name.removeprefix("kits/library-rally/") for name in made]
    table = re.findall(r"^\| (`[^|]+`) \|", page, re.M)[:6]
    for name in re.findall(r"`([^`]+)`", " ".join(table)):
        assert any(one.startswith(name) for one in kit), name
