"""Standard streams that are closed, full or cut off, and errors that are too long for anybody."""

import subprocess
import sys
from pathlib import Path

import pytest

from flyers.core.terminal import LONGEST, shortened


def shell(line: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a line of the shell in which FLYERS is the command."""
    command = f"{sys.executable} -m flyers"
    return subprocess.run(
        ["bash", "-c", line.replace("FLYERS", command)],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=60,
    )


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        ("FLYERS make - --url https://a.example/ <&-", 11, "standard input is empty"),
        ("FLYERS check - <&-", 20, ""),
        ("FLYERS formats >&-", 0, ""),
        ("FLYERS formats > /dev/full", 16, "Cannot write to standard output (No space left"),
        ("FLYERS formats | true; exit ${PIPESTATUS[0]}", 6, ""),
        ("FLYERS make nothing.md 2>&-", 3, ""),
        ("FLYERS make nothing.md 2> /dev/full", 3, ""),
        ("FLYERS formats <&- >&- 2>&-", 0, ""),
    ],
)
def test_odd_streams_end_in_a_code_and_at_most_a_sentence(
    line: str, code: int, said: str, tmp_path: Path
) -> None:
    done = shell(line, tmp_path)
    assert done.returncode == code
    assert said in done.stderr
    assert "itself failed" not in done.stderr
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr


@pytest.mark.parametrize("length", [0, 299, 300, 301, 5000])
def test_an_error_keeps_its_beginning_and_its_end(length: int) -> None:
    sentence = f"a.md{'x' * length}; give it another name."
    said = shortened(sentence)
    assert len(said) <= LONGEST
    assert said.startswith("a.md")
    assert said.endswith("; give it another name.")
    assert said == sentence or "…" in said
