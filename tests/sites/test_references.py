"""References to other pages, by the names that a generator has for them."""

from pathlib import Path

import pytest

from flyers.sites import site_in
from flyers.sites.references import file_of
from making import written


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("plan.md", "content/news/plan.md"),
        ("plan", "content/news/plan.md"),
        ("plan.md#map", "content/news/plan.md"),
        ("/about.md", "content/about.md"),
        ("about", "content/about.md"),
        ("/news/day", "content/news/day/index.md"),
        ("none.md", None),
        ("../../secret.md", None),
        ("#map", None),
    ],
)
def test_hugo(tmp_path: Path, name: str, found: str | None) -> None:
    written(tmp_path, "secret.md")
    site_folder = tmp_path / "site"
    written(site_folder, "hugo.toml", "baseURL = 'https://example.org/'\n")
    for file in ("news/plan.md", "about.md", "news/day/index.md"):
        written(site_folder, f"content/{file}")
    page = written(site_folder, "content/news/pool.md")
    site = site_in(site_folder)
    assert site
    assert file_of(site, page, "ref", name) == (site_folder / found if found else None)


def test_a_translation_refers_to_its_own_language(tmp_path: Path) -> None:
    written(tmp_path, "hugo.toml", "baseURL = 'https://example.org/'\n[languages.de]\n")
    page = written(tmp_path, "content/pool.de.md")
    written(tmp_path, "content/plan.md")
    plan = written(tmp_path, "content/plan.de.md")
    site = site_in(tmp_path)
    assert site
    assert file_of(site, page, "relref", "plan.md") == plan


def test_jekyll(tmp_path: Path) -> None:
    written(tmp_path, "_config.yml", "title: Quay\n")
    page = written(tmp_path, "_posts/2027-05-01-pool.md")
    about = written(tmp_path, "about.md")
    site = site_in(tmp_path)
    assert site
    assert file_of(site, page, "link", "about.md") == about
    assert file_of(site, page, "post_url", "2027-05-01-pool") == page
    assert file_of(site, page, "post_url", "2027-05-01-none") is None
