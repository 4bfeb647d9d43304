"""Files that are changed in place."""

import resource
from pathlib import Path

import pytest

from flyers.core.files import write_into

CHANGES = {
    "longer": (b"one two three", b"one, and two, and three"),
    "shorter": (b"one, and two, and three", b"one two three"),
    "at the end": (b"one", b"one two"),
    "to nothing": (b"one", b""),
    "from nothing": (b"", b"one"),
    "not at all": (b"one", b"one"),
}


@pytest.mark.parametrize(("old", "new"), CHANGES.values(), ids=CHANGES.keys())
def test_a_file_keeps_its_inode(tmp_path: Path, old: bytes, new: bytes) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(old)
    before = file.stat().st_ino
    write_into(file, old, new)
    assert (file.read_bytes(), file.stat().st_ino) == (new, before)


def test_one_that_was_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(b"one more")
    with pytest.raises(OSError, match="changed meanwhile"):
        write_into(file, b"one", b"two")
    assert file.read_bytes() == b"one more"


def test_without_room_for_the_new_the_old_stays(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(b"a" * 100)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (120, limits[1]))
    try:
        with pytest.raises(OSError):
            write_into(file, b"a" * 100, b"b" * 200)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert file.read_bytes() == b"a" * 100
