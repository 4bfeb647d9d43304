"""The files of a piece: all of them whole, or none."""

import errno
from pathlib import Path

import pytest
from PIL import Image

from flyers.core.errors import DiskFullError, OutputError
from flyers.core.files import disk_errors, write_whole
from flyers.pieces.output import Destination, destination, write
from flyers.pieces.piece import Job
from making import files_in

PICTURES = [Image.new("RGB", (8, 8)), Image.new("RGB", (8, 8))]


@pytest.fixture
def to(tmp_path: Path) -> Destination:
    return destination(Job(statement=None, out=tmp_path / "out"), "pool", 2)


def fails(monkeypatch: pytest.MonkeyPatch, error: BaseException, *, at: int) -> None:
    """The ``at``-th file cannot be written; half of it is there already."""
    real, calls = Path.write_bytes, iter(range(1, 99))

    def write_bytes(path: Path, data: bytes) -> int:
        if next(calls) == at:
            real(path, data[: len(data) // 2])
            raise error
        return real(path, data)

    monkeypatch.setattr(Path, "write_bytes", write_bytes)


def test_a_file_is_written_whole_under_its_name(tmp_path: Path) -> None:
    write_whole(tmp_path / "a.pdf", b"new")
    assert files_in(tmp_path) == ["a.pdf"]
    assert (tmp_path / "a.pdf").read_bytes() == b"new"


@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "full"), KeyboardInterrupt()])
def test_a_file_that_cannot_be_written_leaves_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    write_whole(tmp_path / "a.pdf", b"old")
    fails(monkeypatch, error, at=1)
    with pytest.raises(type(error)):
        write_whole(tmp_path / "a.pdf", b"new and longer")
    assert files_in(tmp_path) == ["a.pdf"]
    assert (tmp_path / "a.pdf").read_bytes() == b"old"


def test_names_say_what_a_file_is(to: Destination, tmp_path: Path) -> None:
    stem = tmp_path / "out" / "pool" / "pool-statement-letter-home"
    assert to.file == Path(f"{stem}.pdf")
    assert to.previews == (Path(f"{stem}-1.png"), Path(f"{stem}-2.png"))


def test_the_file_and_its_previews_are_written(to: Destination, tmp_path: Path) -> None:
    write(to, [b"%PDF"], PICTURES)
    assert files_in(tmp_path / "out" / "pool") == [
        "pool-statement-letter-home-1.png",
        "pool-statement-letter-home-2.png",
        "pool-statement-letter-home.pdf",
    ]


def test_pictures_of_sides_that_are_no_more_go_away(to: Destination, tmp_path: Path) -> None:
    write(to, [b"%PDF"], PICTURES)
    shorter = destination(Job(statement=None, out=tmp_path / "out"), "pool", 1)
    write(shorter, [b"%PDF"], PICTURES[:1])
    assert files_in(tmp_path / "out" / "pool") == [
        "pool-statement-letter-home-1.png",
        "pool-statement-letter-home.pdf",
    ]


def test_pictures_of_another_printers_piece_stay(tmp_path: Path) -> None:
    grey = destination(Job(statement=None, printer="home-bw", out=tmp_path), "pool", 2)
    write(grey, [b"%PDF"], PICTURES)
    home = destination(Job(statement=None, printer="home", out=tmp_path), "pool", 0, 1)
    write(home, [b"%PDF"], PICTURES[:1])
    assert all(path.exists() for path in (*grey.previews, *home.proofs))


@pytest.mark.parametrize("at", [1, 2, 3])
def test_a_full_disk_leaves_nothing(
    to: Destination, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    fails(monkeypatch, OSError(errno.ENOSPC, "No space left on device"), at=at)
    with pytest.raises(DiskFullError, match=r"no space left for .*pool; free some or choose"):
        write(to, [b"%PDF"], PICTURES)
    assert files_in(tmp_path) == []
    assert not to.file.parent.exists()


def test_a_full_disk_is_told_of_the_folder_that_was_asked_for(tmp_path: Path) -> None:
    with (
        pytest.raises(DiskFullError, match=f"left for {tmp_path}; free some or choose another"),
        disk_errors(tmp_path),
        disk_errors(tmp_path / "inside", "name another"),
    ):
        raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize("at", [1, 2, 3])
def test_ctrl_c_leaves_nothing(
    to: Destination, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    fails(monkeypatch, KeyboardInterrupt(), at=at)
    with pytest.raises(KeyboardInterrupt):
        write(to, [b"%PDF"], PICTURES)
    assert files_in(tmp_path) == []


def test_a_folder_that_may_not_be_written_is_named(
    to: Destination, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fails(monkeypatch, PermissionError(errno.EACCES, "Permission denied"), at=1)
    said = r"Cannot write into .*pool \(Permission denied\); choose another folder with --out"
    with pytest.raises(OutputError, match=said):
        write(to, [b"%PDF"], PICTURES)
    assert files_in(tmp_path) == []


def test_a_file_in_the_folders_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    to = destination(Job(statement=None, out=tmp_path / "out"), "pool", 2)
    with pytest.raises(
        OutputError, match=r"Cannot write into .*/out \(.*\); choose another folder"
    ):
        write(to, [b"%PDF"], PICTURES)
    assert (tmp_path / "out").read_text() == "mine"


def test_a_name_too_long_for_the_disk_is_told(tmp_path: Path) -> None:
    to = destination(Job(statement=None, out=tmp_path), "a" * 300, 1)
    with pytest.raises(OutputError, match="Cannot write into"):
        write(to, [b"%PDF"], PICTURES[:1])
    assert files_in(tmp_path) == []
