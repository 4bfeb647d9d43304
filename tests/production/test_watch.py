"""`flyers watch`: what a save touches is made again, and a mistake does not end it."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from flyers.core.errors import NoConfigError
from flyers.production.build.watch import WatchRequest, run
from making import POOL, written

CONFIGURATION = """\
[site]
address = "https://a.example"
permalink = "/statements/:slug/"
[build]
statements = ["*.md"]
formats = ["half-sheet"]
"""


class Watched:
    """A running `flyers watch`, a line of what it says at a time."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.process = subprocess.Popen(
            [sys.executable, "-u", "-m", "flyers", "watch"],
            cwd=home,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def says(self) -> str:
        assert self.process.stdout
        return self.process.stdout.readline().rstrip()

    def saved(self, name: str, text: str) -> None:
        """As editors save: a new file takes the place of the old one."""
        part = written(self.home, f".{name}", text)
        part.replace(self.home / name)


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[Watched]:
    written(tmp_path, "flyers.toml", CONFIGURATION)
    written(tmp_path, "pool.md")
    one = Watched(tmp_path)
    yield one
    one.process.kill()
    one.process.communicate()


def test_a_save_makes_what_it_touches(watched: Watched) -> None:
    assert watched.says().startswith("Open out/.flyers/preview.html in a browser; ")
    assert watched.says().startswith("pool.md: statement half-sheet in ")
    assert watched.says() == "Watching; Ctrl-C ends it."
    piece = watched.home / "out/pool/pool-statement-half-sheet-home.pdf"
    before = piece.read_bytes()
    watched.saved("pool.md", POOL.replace("swim", "bathe"))
    assert watched.says().startswith("pool.md: statement half-sheet in ")
    assert piece.read_bytes() != before
    preview = (watched.home / "out/.flyers/preview.html").read_text()
    assert "../pool/pool-statement-half-sheet-home-1.png" in preview
    assert 'http-equiv="refresh"' in preview
    watched.saved(
        "park.md", POOL.replace("pool", "park").replace("---\n\n", "---\n\n![](no.png)\n\n")
    )
    assert watched.says().startswith("park.md: statement half-sheet in ")
    assert watched.says().startswith("  ! line 6: no.png: there is no such file")
    watched.saved("flyers.toml", CONFIGURATION.replace("formats", "fromats"))
    assert watched.says().endswith("there is no key 'fromats'; did you mean 'formats'?")
    watched.saved("flyers.toml", CONFIGURATION)
    assert watched.says() == "Mended; nothing had to be made."
    watched.saved("flyers.toml", CONFIGURATION.replace("a.example", "b.example"))
    said = {watched.says().partition(":")[0] for _ in range(3)}
    assert said == {"pool.md", "park.md", "  ! line 6"}
    (watched.home / "park.md").unlink()
    assert watched.says().startswith("3 files that nothing asks for any more; flyers build --prune")
    watched.process.send_signal(signal.SIGINT)
    assert watched.process.wait() == 130


def test_without_a_configuration_there_is_nothing_to_wait_for(tmp_path: Path) -> None:
    with pytest.raises(NoConfigError, match="make one with flyers init"):
        run(WatchRequest(folder=tmp_path, say=print))
