"""Folders that are named for a language."""

from pathlib import Path

import pytest

from flyers.sites.folder_language import folder_language
from making import written


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("content/de/park.md", "de"),
        ("es/_posts/2027-05-01-parque.md", "es"),
        ("content/pt_br/park.md", "pt-BR"),
        ("zh-hant/park.md", "zh-Hant"),
        ("no/park.md", ""),  # a folder for everything that is refused, as far as one can tell
        ("it/park.md", ""),
        ("news/park.md", ""),
        ("park.md", ""),
    ],
)
def test_a_folder_by_its_name(tmp_path: Path, name: str, language: str) -> None:
    assert folder_language(written(tmp_path, name), tmp_path) == language


def test_a_doubtful_name_beside_another_language(tmp_path: Path) -> None:
    written(tmp_path, "en/park.md")
    assert folder_language(written(tmp_path, "it/park.md"), tmp_path) == "it"


def test_a_folder_outside_of_the_site_says_nothing(tmp_path: Path) -> None:
    page = written(tmp_path, "de/site/park.md")
    assert folder_language(page, tmp_path / "de/site") == ""
