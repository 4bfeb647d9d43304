"""What README and docs tell people to type exists."""

import re
import shlex
from pathlib import Path

import click
import pytest

from flyers.cli import main

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


def typed(start: str) -> list[str]:
    """The lines of all code blocks that begin with a word, without their comments."""
    blocks = [b for page in PAGES for b in re.findall(r"```sh\n(.*?)```", page.read_text(), re.S)]
    lines = [line.split("#")[0].strip() for block in blocks for line in block.splitlines()]
    return sorted({line for line in lines if line.split(" ")[0] == start})


@pytest.mark.parametrize("line", typed("flyers"))
def test_every_flyers_command_parses(line: str) -> None:
    command: click.Command = main
    words = shlex.split(line)[1:]
    while isinstance(command, click.Group) and words and words[0] in command.commands:
        command = command.commands[words.pop(0)]
    assert command is not main, f"{line!r} is no command"
    command.make_context(command.name, words, parent=click.Context(main))


@pytest.mark.parametrize("line", typed("make"))
def test_every_make_target_exists(line: str) -> None:
    makefile = (ROOT / "Makefile").read_text()
    assert re.search(rf"^{line.split(' ')[1]}:", makefile, re.M)


def test_every_command_is_told_of() -> None:
    told = " ".join(page.read_text() for page in PAGES)
    told += (ROOT / "CHANGELOG.md").read_text()
    assert [name for name in main.commands if f"flyers {name}" not in told] == []


def test_links_and_pictures_lead_somewhere() -> None:
    for page in PAGES:
        prose = re.sub(r"^```.*?^```", "", page.read_text(), flags=re.M | re.S)
        for target in re.findall(r"\]\((?!http)([^)#]+)\)", prose):
            assert (page.parent / target).exists(), f"{page.name} links to {target}"
