"""A desk of a run that was killed is cleared by the next, and that of a run at work is not."""

import signal
import subprocess
import sys
from pathlib import Path

from flyers.production.kits.desk import cleared_desk

KILLED = """
import os, signal, sys
from pathlib import Path
from flyers.production.kits.desk import cleared_desk
with cleared_desk(Path(sys.argv[1])) as desk:
    (desk / "rally").mkdir()
    (desk / "old-meeting").mkdir()
    (desk / "old-meeting/list.txt").write_text("kept")
    os.kill(os.getpid(), signal.SIGKILL)
"""


def killed(place: Path) -> Path:
    """Return the desk that a killed run left."""
    done = subprocess.run([sys.executable, "-c", KILLED, str(place)])
    assert done.returncode == -signal.SIGKILL
    (desk,) = place.glob(".making-*")
    return desk


def test_the_desk_of_a_killed_run_is_cleared_and_its_old_kit_comes_back(tmp_path: Path) -> None:
    desk = killed(tmp_path)
    assert (desk / "rally").is_dir()
    with cleared_desk(tmp_path) as mine:
        assert [path.name for path in tmp_path.glob(".making-*")] == [mine.name]
    assert [path.name for path in tmp_path.iterdir()] == ["meeting"]
    assert (tmp_path / "meeting/list.txt").read_text() == "kept"


def test_an_old_kit_does_not_replace_a_newer_one(tmp_path: Path) -> None:
    killed(tmp_path)
    (tmp_path / "meeting").mkdir()
    with cleared_desk(tmp_path):
        pass
    assert not list((tmp_path / "meeting").iterdir())


def test_the_desk_of_a_run_at_work_stays(tmp_path: Path) -> None:
    with cleared_desk(tmp_path) as first, cleared_desk(tmp_path) as second:
        assert first.is_dir()
        assert second.is_dir()
    assert not list(tmp_path.iterdir())


def test_what_only_looks_like_a_desk_stays(tmp_path: Path) -> None:
    place, other = tmp_path / "kits", tmp_path / "other"
    place.mkdir()
    other.mkdir()
    (other / ".lock").touch()
    (place / ".making-link").symlink_to(other)
    (place / ".making-mine").mkdir()
    (place / ".making-list.txt").write_text("mine")
    with cleared_desk(place):
        pass
    assert (other / ".lock").exists()
    names = {".making-link", ".making-mine", ".making-list.txt"}
    assert {path.name for path in place.iterdir()} == names
