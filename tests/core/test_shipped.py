"""The folders that travel with the code are found wherever it runs."""

from pathlib import Path

import pytest

import flyers.core.shipped
from flyers.core.errors import FlyersError
from flyers.core.shipped import shipped


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("fonts", "*.ttf"),
        ("icc", "*.icc"),
        ("layouts", "*/layout.toml"),
        ("paperwork", "*.html"),
    ],
)
def test_the_folders_of_this_installation_are_filled(name: str, file: str) -> None:
    assert list(shipped(name).glob(file))


def test_a_checkout_has_them_at_the_top(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "src" / "flyers"
    monkeypatch.setattr(flyers.core.shipped, "_PACKAGE", package)
    (tmp_path / "fonts").mkdir()
    assert shipped("fonts") == tmp_path / "fonts"


def test_an_installation_has_them_inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "site-packages" / "flyers"
    monkeypatch.setattr(flyers.core.shipped, "_PACKAGE", package)
    (package / "data" / "fonts").mkdir(parents=True)
    (tmp_path / "fonts").mkdir()  # somebody else's
    assert shipped("fonts") == package / "data" / "fonts"


def test_a_broken_installation_says_what_to_do() -> None:
    with pytest.raises(FlyersError, match="install flyers again"):
        shipped("no such folder")
