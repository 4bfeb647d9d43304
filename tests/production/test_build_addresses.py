"""A build and the addresses of pages: made again only where an address is another one."""

import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from flyers.core.errors import ExitCode
from flyers.production.build.log import Log
from flyers.production.build.messages import on_addresses
from flyers.production.build.run import BuildRequest, run
from making import written

PAGE = "---\ntitle: Lamps\n---\n\nThe lamps along the pond burn until ten, in winter too.\n"
HTML = "<html><title>Lamps</title><body>{}<h1>Lamps</h1><p>{}</p></body></html>"
TEXT = "The lamps along the pond burn until ten, in winter too."

FILE = """\
[site]
address = "https://park.example"
content = "content"
[build]
formats = ["half-sheet"]
printers = ["{}"]
"""


def laid(home: Path, printer: str) -> Path:
    """A Hugo site of one page, which is to be built once."""
    written(home, "hugo.toml", "")
    written(home, "flyers.toml", FILE.format(printer))
    written(home, "content/lamps.md", PAGE)
    return home


def site(home: Path, name: str = "lamps", menu: str = "") -> None:
    """Build the site: the page at one place, below a menu, and a front page."""
    shutil.rmtree(home / "public", ignore_errors=True)
    written(home, "public/index.html", HTML.format(menu, "Welcome."))
    if name:
        written(home, f"public/{name}/index.html", HTML.format(menu, TEXT))


def build(home: Path) -> Mapping[str, Any]:
    """Build, as if everything had been left alone for a while."""
    for folder, _, names in os.walk(home):
        for path in (folder, *(f"{folder}/{name}" for name in names)):
            stamp = Path(path).stat().st_mtime_ns - 60_000_000_000
            os.utime(path, ns=(stamp, stamp))
    return run(BuildRequest(folder=home, workers=1)).report


def record(home: Path) -> tuple[str, str]:
    """The address of the one piece in the log, and its basis."""
    log = Log(home / "out/.flyers/log.jsonl", out=home / "out", home=home)
    (printer,) = (name for name in ("home", "shop") if name in (home / "flyers.toml").read_text())
    found = log.record(("content/lamps.md", "statement", "half-sheet", printer))
    assert found
    return found.page, found.basis


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A campaign whose one piece was made before the site was built."""
    home = laid(tmp_path_factory.mktemp("addresses"), "home")
    assert build(home)["made"] == 1
    assert record(home) == ("https://park.example/lamps/", "computed")
    yield home


def test_a_site_that_confirms_the_address_makes_nothing_anew(built: Path) -> None:
    site(built)
    report = build(built)
    assert report["made"] == 0
    (found,) = report["addresses"]
    assert found["statement"] == "content/lamps.md"
    assert (found["url"], found["basis"]) == ("https://park.example/lamps/", "proved")
    assert list(on_addresses(report["addresses"])) == ["addresses: 1 proved"]
    site(built, menu="<p>New: a menu</p>")
    assert build(built)["made"] == 0
    site(built, "winter/lamps")
    assert build(built)["made"] == 1
    assert record(built) == ("https://park.example/winter/lamps/", "proved")


def test_an_address_that_the_site_lacks_is_told_until_it_has_it(built: Path) -> None:
    site(built, "")
    for _ in range(2):
        (failed,) = build(built)["failed"]
        assert failed["exit_code"] == ExitCode.ADDRESS
        assert "has no page of 'lamps' at /lamps/; build the site again" in failed["message"]
    site(built)
    report = build(built)
    assert (report["failed"], report["made"]) == ([], 1)


def test_a_rule_that_gives_the_same_address_makes_nothing_anew(built: Path) -> None:
    site(built)
    build(built)
    with (built / "hugo.toml").open("a") as file:
        file.write('[permalinks]\nposts = "/p/:slug/"\n')
    assert build(built)["made"] == 0


def test_for_a_shop_a_proof_is_news(tmp_path: Path) -> None:
    home = laid(tmp_path, "shop")
    first = build(home)
    assert (first["made"], record(home)[1]) == (1, "computed")
    (warning,) = (one["message"] for one in first["warnings"] if "address" in one["message"])
    assert "only computed, by hugo.toml. Open https://park.example/lamps/ before this" in warning
    site(home)
    second = build(home)
    assert (second["made"], record(home)[1]) == (1, "proved")
    assert not [one for one in second["warnings"] if "address" in one["message"]]
