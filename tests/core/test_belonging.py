"""Links that lead out of the folder that a file belongs to are refused."""

import os
from pathlib import Path

import pytest

from flyers.core.belonging import found_within, kept_within
from flyers.core.errors import LayoutError


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Return a folder with a page in it; a diary lies beside the folder."""
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "page.md").write_text("Open to all")
    (tmp_path / "diary.md").write_text("Closed")
    return folder


def test_a_file_and_a_link_to_one_inside_are_found(home: Path) -> None:
    (home / "sub").mkdir()
    (home / "sub/again.md").symlink_to("../page.md")
    for name in ("page.md", "sub/again.md", "sub/../page.md", "."):
        assert found_within(home / name, [home]) == (home / name).resolve()


@pytest.mark.parametrize("target", ["../diary.md", "{home}/../diary.md", "/", "out", "loop", ".."])
def test_a_link_that_leads_out_is_refused(home: Path, target: str) -> None:
    (home / "out").symlink_to("..")
    (home / "loop").symlink_to("loop")
    (home / "link").symlink_to(target.format(home=home))
    assert found_within(home / "link", [home]) is None
    with pytest.raises(LayoutError, match=r"link leads out of .*site, and nothing is read there"):
        kept_within(home / "link", home, error=LayoutError)


def test_a_file_below_a_linked_folder_is_refused(home: Path) -> None:
    (home / "sub").symlink_to("..")
    assert found_within(home / "sub/diary.md", [home]) is None
    assert found_within(home / "sub/site/page.md", [home]) == home / "page.md"


def test_a_folder_whose_name_begins_alike_is_another(home: Path) -> None:
    home.with_name("site-of-others").mkdir()
    assert found_within(home.with_name("site-of-others"), [home]) is None


def test_a_home_may_be_reached_by_a_link_itself(home: Path, tmp_path: Path) -> None:
    (tmp_path / "linked").symlink_to(home)
    page = tmp_path / "linked/page.md"
    assert kept_within(page, tmp_path / "linked", error=LayoutError) == home / "page.md"


def test_what_is_not_there_is_left_to_its_reader(home: Path) -> None:
    assert kept_within(home / "missing.md", home, error=LayoutError) == home / "missing.md"


def test_a_name_that_no_system_takes_is_left_to_its_reader_or_refused(home: Path) -> None:
    assert found_within(home / "a\0b", [home]) is None
    assert kept_within(home / ("x" * 5000), home, error=LayoutError).name == "x" * 5000


def test_a_pipe_is_no_file(home: Path) -> None:
    os.mkfifo(home / "pipe.md")
    with pytest.raises(LayoutError, match="a pipe or a device"):
        kept_within(home / "pipe.md", home, error=LayoutError)
