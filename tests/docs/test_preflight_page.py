"""docs/preflight.md says what the checks say, and shows commands that are there."""

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from faults import good
from flyers.cli import main
from flyers.preflight.check import Check
from flyers.preflight.checks import CHECKS

DOCS = Path(__file__).resolve().parents[2] / "docs"
PAGE = (DOCS / "preflight.md").read_text("utf-8")

SECTIONS = re.findall(r"^### (\S+)\n\n> (.*)\n\n((?:.+\n)+)", PAGE, re.M)
"""Name, rule and reason of each check that the page knows."""

COMMANDS = [
    line.partition("#")[0].strip()
    for block in re.findall(r"```sh\n(.*?)```", PAGE, re.S)
    for line in block.splitlines()
]


def test_every_check_has_its_section_in_its_order() -> None:
    assert [name for name, _, _ in SECTIONS] == [check.name for check in CHECKS]


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_a_section_says_the_rule_and_a_reason(check: Check) -> None:
    rule, reason = {name: (rule, reason) for name, rule, reason in SECTIONS}[check.name]
    assert rule == check.rule
    assert len(reason.split()) >= 8


def test_the_table_says_how_grave_a_fault_is() -> None:
    rows = [
        f"| `{check.name}` | "
        + " | ".join(check.severity.get(kind, "") for kind in ("home", "shop", "web"))
        + " |"
        for check in CHECKS
    ]
    assert "\n".join(rows) in PAGE


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_can_be_typed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("leaflet.pdf", "booklet.pdf"):
        Path(name).write_bytes(good("shop").written())
    program, *arguments = shlex.split(command)
    assert program == "flyers"
    done = CliRunner().invoke(main, arguments)
    assert done.exit_code in (0, 7), done.output


def test_its_pictures_are_there() -> None:
    for name in re.findall(r"!\[.*?\]\((.*?)\)", PAGE):
        assert (DOCS / name).is_file()
