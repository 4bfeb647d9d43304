"""A statement may come from a stranger: nothing is fetched, and no file is read but its own.

Watched by an audit hook in a process of its own: every file that Python opens, and every socket.
"""

import json
import mimetypes
import site
import sys
import tempfile
import zoneinfo
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader

import flyers
from flyers.core.shipped import shipped
from making import SUNDAYS, URL, all_letters, python, written

WATCHED = """
import json, os, sys
seen = {"open": [], "socket": [], "process": []}
def watch(event, arguments):
    if event == "open" and isinstance(arguments[0], (str, bytes)):
        seen["open"].append(os.path.realpath(os.fsdecode(arguments[0])))
    elif event.startswith("socket."):
        seen["socket"].append(event)
    elif event in ("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn"):
        seen["process"].append(str(arguments[0]))
sys.addaudithook(watch)
from pathlib import Path
from flyers import Job, make
statement, out = map(Path, sys.argv[1:])
piece = make(Job(statement=statement, url="https://example.org/pool/", out=out))
print(json.dumps([seen, piece.as_json()]))
"""

NASTY = """\
---
title: Keep the pool
description: We ask for one more year.
---
We swim here every morning.

<img src="file:///etc/passwd"> <img src="http://tracker.example/pixel.png">
<img src="../../secret.png"> <img src="%2e%2e/secret.png"> <img src="/etc/passwd">
<img src="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8A">

![remote](https://tracker.example/a.png) ![far](../secret.png) ![mine](mine.svg)

<style>@import url("http://tracker.example/a.css"); body { display: none }
.x { background: url(file:///etc/passwd) }</style>
<style>@font-face { font-family: x; src: url(http://tracker.example/x.ttf) }</style>
<link rel="stylesheet" href="http://tracker.example/b.css">
<p style="background: url(http://tracker.example/c.png); display: none">Styled words stay.</p>

<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90">
<image href="file:///etc/passwd" width="90" height="90"/>
<text>drawnwords</text></svg>

<object data="file:///etc/passwd"></object> <embed src="file:///etc/passwd">
<iframe src="http://tracker.example/"></iframe> <video src="http://tracker.example/v.mp4"></video>
<script>document.write("scriptedwords")</script> <base href="file:///etc/">
<link rel="attachment" href="file:///etc/passwd">

{{< readfile "/etc/passwd" >}} {% include "/etc/passwd" %} {{ ''.__class__ }}

<a href="javascript:alert(1)">Read more</a> and <a href="file:///etc/passwd">more still</a>.
"""

SVG = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 90">
<image href="secret.png" width="90" height="90"/></svg>
"""


class Made:
    """The files that one watched process saw and made."""

    def __init__(self, folder: Path, statement: Path) -> None:
        out, cache = folder / "out", folder / "cache"
        env = {"XDG_CACHE_HOME": str(cache)}
        done = python("-c", WATCHED, statement, out, cwd=folder, env=env)
        assert done.returncode == 0, done.stderr
        self.seen, self.piece = json.loads(done.stdout)
        self.file = Path(self.piece["file"])
        self.allowed = [out, cache, statement.parent, shipped("fonts"), shipped("layouts")]
        self.allowed += [Path(flyers.__file__).parent, *map(Path, site.getsitepackages())]
        self.allowed += [Path(sys.prefix), Path(sys.base_prefix)]
        # What Python itself asks the system: kinds of files, and time zones.
        self.allowed += [*map(Path, mimetypes.knownfiles), *map(Path, zoneinfo.TZPATH)]

    def strangers(self) -> set[Path]:
        """Files that were opened outside of all folders that may be read."""
        roots = [folder.resolve() for folder in self.allowed]
        return {
            name
            for name in map(Path, self.seen["open"])
            if not any(name.is_relative_to(root) for root in roots) and not _is_for_a_moment(name)
        }


def _is_for_a_moment(path: Path) -> bool:
    """True for a file without a name in the system's folder of such, which the detector of
    languages unpacks its table into."""
    folder = Path(tempfile.gettempdir()).resolve()
    return path == folder or (path.parent == folder and not path.exists())


@pytest.fixture(scope="module")
def nasty(tmp_path_factory: pytest.TempPathFactory) -> Made:
    folder = tmp_path_factory.mktemp("nasty")
    Image.new("RGB", (64, 64), "red").save(folder / "secret.png")
    written(folder / "site", "mine.svg", SVG)
    return Made(folder, written(folder / "site", "pool.md", NASTY))


def test_no_socket_is_opened_and_no_program_started(nasty: Made) -> None:
    assert nasty.seen["socket"] == []
    assert nasty.seen["process"] == []


def test_no_file_is_opened_outside_the_folders_that_may_be_read(nasty: Made) -> None:
    assert nasty.strangers() == set()
    assert str(nasty.file.parents[2] / "site" / "pool.md") in nasty.seen["open"]


def test_the_hook_sees_what_it_is_to_see(tmp_path: Path) -> None:
    code = WATCHED.partition("from pathlib")[0] + (
        "import socket\nopen(os.devnull).close()\nsocket.socket().close()\nprint(json.dumps(seen))"
    )
    seen = json.loads(python("-c", code, cwd=tmp_path).stdout)
    assert "/dev/null" in seen["open"]
    assert seen["socket"]


def test_nothing_of_it_gets_on_paper(nasty: Made) -> None:
    pdf = nasty.file.read_bytes()
    printed = all_letters(pdf)
    assert "Weswimhereeverymorning" in printed
    assert "Styledwordsstay" in printed
    for stranger in ("root:", "scriptedwords", "drawnwords", "tracker", "passwd", "class"):
        assert stranger not in printed
    reader = PdfReader(nasty.file)
    assert not any(list(page.images) for page in reader.pages)
    assert not list(reader.attachments)


def test_no_link_leads_to_a_file_or_a_script(nasty: Made) -> None:
    assert set(links(nasty.file)) <= {URL}


def links(file: Path) -> list[str]:
    found = []
    for page in PdfReader(file).pages:
        for note in page.get("/Annots", []):
            found.append(str(note.get_object()["/A"].get("/URI")))
    return found


def test_what_was_left_out_is_named(nasty: Made) -> None:
    said = " ".join(finding["message"] for finding in nasty.piece["findings"])
    for name in ("/etc/passwd", "tracker.example/pixel.png", "../../secret.png", "mine.svg"):
        assert name in said


def test_an_example_opens_nothing_strange_either(tmp_path: Path) -> None:
    made = Made(tmp_path, SUNDAYS)
    assert made.strangers() == set()
    assert made.seen["socket"] == made.seen["process"] == []
