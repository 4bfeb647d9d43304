"""The same input gives the same bytes, wherever, whenever and beside whatever it is made."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from making import EXAMPLES, URL, files_in, invoke, run, written
from pictures import album

STATEMENTS = {
    "sunday-hours.md": ("-l", "statement", "-f", "tri-fold"),
    "maktabat-al-hayy.md": ("-l", "event", "-f", "letter", "-f", "half-sheet"),
}
"""Each with a layout and formats."""


def made(
    folder: Path, *arguments: str | Path, by: Callable[..., Any] = run, **env: str
) -> dict[str, bytes]:
    """The bytes of all files by name, made with this folder as the working folder."""
    folder.mkdir(parents=True, exist_ok=True)
    done = by("make", *arguments, "-q", cwd=folder, **({"env": env} if env else {}))
    assert (done.returncode, done.stderr) == (0, "")
    return {name: (folder / "out" / name).read_bytes() for name in files_in(folder / "out")}


@pytest.mark.parametrize("name", STATEMENTS)
def test_other_seed_time_zone_and_folder(tmp_path: Path, name: str) -> None:
    arguments = [str(EXAMPLES / name), *STATEMENTS[name]]
    here = made(tmp_path / "a", *arguments, PYTHONHASHSEED="1", TZ="UTC")
    there = made(
        tmp_path / "b" / "deeper",
        *arguments,
        PYTHONHASHSEED="2",
        TZ="Pacific/Kiritimati",
        XDG_CACHE_HOME=str(tmp_path / "cache"),
        LC_ALL="C",
    )
    assert here.keys() == there.keys()
    assert [name for name in here if here[name] != there[name]] == []


def test_pictures_in_ink_for_print_shops(tmp_path: Path) -> None:
    names = ("rgb.jpg", "wide.jpg", "rgba.png", "palette.gif", "clear.svg")
    here, there = (
        made(
            tmp_path / name,
            album(tmp_path / name / "site", *names),
            *("-p", "shop", "-p", "shop-x1a", "-f", "letter", "--overset", "pages"),
            *("--no-preview", "--url", URL),
            PYTHONHASHSEED=seed,
            TZ=zone,
        )
        for name, seed, zone in (("a", "1", "UTC"), ("b", "2", "Pacific/Kiritimati"))
    )
    assert len(here) == 6  # each with its ticket, twice
    assert here == there


def test_alone_or_with_others(tmp_path: Path) -> None:
    statement = EXAMPLES / "sunday-hours.md"
    together = made(tmp_path / "a", statement, "--no-preview", by=invoke)
    for fmt in ("letter", "a4", "tri-fold", "half-sheet"):
        alone = made(tmp_path / fmt, statement, "-f", fmt, "--no-preview", by=invoke)
        for name, data in alone.items():
            assert together[name] == data, name


def test_a_statement_without_a_date(tmp_path: Path) -> None:
    statement = written(tmp_path, "pool.md")
    twice = [
        made(tmp_path / by.__name__, statement, "-f", "letter", "--url", URL, by=by)
        for by in (run, invoke)
    ]
    assert twice[0] == twice[1]
