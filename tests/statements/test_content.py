"""The statements that a site publishes."""

import datetime
from pathlib import Path

import pytest

from flyers.core.errors import ConfigError
from flyers.statements.published import entries
from making import POOL, written

TODAY = datetime.date(2027, 5, 12)

MATTERS = {
    "title: Pool": "",
    "title: Pool\ndate: 2027-05-12": "",
    "title: Pool\ndate: 2027-05-13": "its date, 2027-05-13, is to come",
    "title: Pool\ndate: 2027-05-01\npublishDate: 2027-06-01": "its date, 2027-06-01, is to come",
    "title: Pool\nexpiryDate: 2027-05-01": "it expired on 2027-05-01",
    "title: Pool\nexpiryDate: 2028-05-01": "",
    "title: Pool\ndraft: true": "it is a draft",
    "title: Pool\npublished: false": "it is a draft",
    "title: Pool\nstatus: hidden": "it is a draft",
}


@pytest.mark.parametrize(("matter", "why"), MATTERS.items())
def test_what_the_site_holds_back(tmp_path: Path, matter: str, why: str) -> None:
    written(tmp_path, "pool.md", f"---\n{matter}\n---\nSwim.\n")
    (entry,) = entries(tmp_path, TODAY)
    assert entry.withheld == why


def test_only_pages_are_listed(tmp_path: Path) -> None:
    pages = ["a.md", "b/index.md", "b/c.html", "_posts/2027-05-01-d.markdown"]
    others = [
        "_index.md",
        "b/_index.md",
        ".git/e.md",
        "_drafts/f.md",
        "README.md",
        "map.png",
        "n.txt",
    ]
    for name in [*pages, *others]:
        written(tmp_path, name)
    assert {str(entry.path.relative_to(tmp_path)) for entry in entries(tmp_path, TODAY)} == {*pages}


def test_a_marked_place_is_seen(tmp_path: Path) -> None:
    written(tmp_path, "a.md", f"{POOL}\n<!-- flyers:print -->\n")
    written(tmp_path, "b.md", POOL)
    assert [entry.marked for entry in entries(tmp_path, TODAY)] == [True, False]


def test_one_that_cannot_be_read_hides_no_other(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"\x89PNG")
    written(tmp_path, "b.md", "---\ntitle: [\n---\n")
    written(tmp_path, "c.md")
    assert [entry.withheld for entry in entries(tmp_path, TODAY)] == ["", "", ""]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="is no folder"):
        list(entries(tmp_path / "content", TODAY))
