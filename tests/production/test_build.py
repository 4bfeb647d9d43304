"""`flyers build`: only what is stale, nothing lost, nothing half made."""

import datetime
import itertools
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

import flyers
from flyers.campaign import campaign_for
from flyers.core.errors import ConfigError, OutputError
from flyers.core.flyers_toml import TRUST
from flyers.core.processes import START
from flyers.core.today import today
from flyers.pieces.workshop import Workshop
from flyers.production.build.builder import LOG, Builder, building
from flyers.production.build.digests import Digests
from flyers.production.build.memory import FILE, FOLDER, glance
from flyers.production.build.messages import as_lines
from flyers.production.build.run import BuildResult
from flyers.production.build.scope import scope_of
from flyers.typesetting.start_layout import LayoutRequest
from flyers.typesetting.start_layout import run as new_layout
from making import POOL, files_in, invoke, run, written

CONFIGURATION = """\
[site]
address = "https://riverside.example"
permalink = "/statements/:slug/"
content = "posts"

[build]
layouts = ["statement", "own"]
formats = ["half-sheet"]
printers = ["home", "home-bw"]

[campaign]
name = "Riverside Neighbours"
palette.accent = "#0b5d3b"
"""
PARK = POOL.replace("pool", "park").replace(
    "---\n\n", "---\n\n![A map](map.png)\n\n![](gone.png)\n\n"
)
TODAY = today()
DRAFT = POOL.replace("---\n", "---\ndraft: true\n", 1)


def laid(home: Path) -> Path:
    """A campaign of two statements, one with a picture and one that is missing, and a draft."""
    written(home, "flyers.toml", CONFIGURATION)
    written(home, "posts/pool.md")
    written(home, "posts/park.md", PARK)
    written(home, "posts/later.md", DRAFT)
    Image.new("L", (300, 200), 90).save(home / "posts" / "map.png")
    new_layout(LayoutRequest(name="own", into=home / "layouts"))
    return home


def aged(home: Path) -> None:
    """Let all files look as if they had been there for a while."""
    for path in [home, *home.rglob("*")]:
        os.utime(path, (1_600_000_000, 1_600_000_000))


def work(home: Path, do: Callable[[Builder], Any]) -> Any:
    with building(scope_of(campaign_for(home), TODAY)) as one:
        return do(one)


def build(home: Path, *, prune: bool = False) -> Any:
    """Build in this process; tests of the command do it in others."""

    def do(one: Builder) -> Any:
        list(one.outcomes(workers=1, workshop=Workshop()))
        return one.finish(prune=prune)

    return work(home, do)


def stale(home: Path) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Why each piece is, by statement, layout and printer."""
    with building(scope_of(campaign_for(home), TODAY)) as one:
        return {
            (Path(row.name[0]).stem, row.name[1], row.name[3]): row.why for row in one.plan.stale
        }


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A campaign of which all is made."""
    home = laid(tmp_path_factory.mktemp("built"))
    report = build(home)
    assert (report.statements, report.pieces, report.made) == (2, 8, 8)
    aged(home)
    build(home)
    return home


@pytest.fixture
def home(built: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    return shutil.copytree(built, tmp_path / "home", copy_function=shutil.copy2)


# ---- what is stale -------------------------------------------------------------------------


def test_nothing_is_stale_after_a_build_wherever_it_is_moved(home: Path) -> None:
    assert stale(home) == {}
    assert {path.name for path in home.glob("out/*")} == {"park", "pool", FOLDER}


def edit(home: Path, name: str, was: str, becomes: str) -> None:
    path = home / name
    text = path.read_text("utf-8")
    assert was in text
    path.write_text(text.replace(was, becomes), "utf-8")


Names = set[tuple[str, ...]]

ALL: Names = {
    (statement, layout, printer)
    for statement in ("park", "pool")
    for layout in ("statement", "own")
    for printer in ("home", "home-bw")
}


def of(*words: str) -> Names:
    return {name for name in ALL if any(word in name for word in words)}


CHANGES: dict[str, tuple[Callable[[Path], object], Names, str]] = {
    # what is done: what is stale, and why
    "a word in a statement": (
        lambda home: edit(home, "posts/pool.md", "swim", "bathe"),
        of("pool"),
        "statement",
    ),
    "another time, the same words": (lambda home: os.utime(home / "posts/pool.md"), set(), ""),
    "a picture": (
        lambda home: Image.new("L", (300, 200), 10).save(home / "posts/map.png"),
        of("park"),
        "pictures",
    ),
    "a picture that was missing": (
        lambda home: Image.new("L", (300, 200), 10).save(home / "posts/gone.png"),
        of("park"),
        "pictures",
    ),
    "a layout": (
        lambda home: edit(home, "layouts/own/style.css", "15pt", "16pt"),
        of("own"),
        "layout",
    ),
    "a colour": (
        lambda home: edit(home, "flyers.toml", "#0b5d3b", "#274690"),
        of("home"),
        "configuration",
    ),
    "a name": (
        lambda home: edit(home, "flyers.toml", "Riverside", "Hillside"),
        ALL,
        "configuration",
    ),
    "a law": (
        lambda home: edit(home, "flyers.toml", "[site]", "imprint.jurisdiction = 'none'\n[site]"),
        ALL,
        "configuration",
    ),
    "an event, and a comment": (
        lambda home: edit(home, "flyers.toml", "[build]", "# soon\n[events.fair]\n[build]"),
        set(),
        "",
    ),
    "tracking": (
        lambda home: edit(home, "flyers.toml", "[build]", "[qr]\ntracking = 'utm'\n[build]"),
        ALL,
        "configuration",
    ),
    "a font": (
        lambda home: shutil.copytree(
            Path(flyers.__file__).parents[2] / "fonts",
            home / "fonts",
            ignore=lambda _, names: [name for name in names if "Anton" not in name],
        ),
        ALL,
        "fonts",
    ),
    "a file that is gone": (
        lambda home: (home / "out/pool/pool-own-half-sheet-home.pdf").unlink(),
        {("pool", "own", "home")},
        "its files",
    ),
    "a picture of it that somebody changed": (
        lambda home: (home / "out/pool/pool-own-half-sheet-home-1.png").write_bytes(b""),
        {("pool", "own", "home")},
        "its files",
    ),
    "another printer": (
        lambda home: edit(home, "flyers.toml", '"home-bw"]', '"home-bw", "web"]'),
        {(name, layout, "web") for name in ("park", "pool") for layout in ("statement", "own")},
        "new",
    ),
    "a statement": (
        lambda home: written(home, "posts/pond.md"),
        {("pond", layout, p) for layout in ("statement", "own") for p in ("home", "home-bw")},
        "new",
    ),
    "a draft": (lambda home: written(home, "posts/pool.md", DRAFT), set(), ""),
}


@pytest.mark.parametrize(("change", "expected", "why"), CHANGES.values(), ids=CHANGES)
def test_a_change_makes_exactly_what_depends_on_it_stale(
    home: Path, change: Callable[[Path], object], expected: Names, why: str
) -> None:
    change(home)
    found = stale(home)
    assert set(found) == expected
    assert set(found.values()) == ({(why,)} if expected else set())


def test_another_version_makes_everything_anew(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("flyers.production.build.needs.__version__", "9.9")
    assert set(stale(home).values()) == {("version",)}
    assert len(stale(home)) == 8


def test_what_is_made_again_is_the_same(home: Path) -> None:
    before = {p: p.read_bytes() for p in home.glob("out/pool/*")}
    (home / "out/pool/pool-own-half-sheet-home.pdf").unlink()
    assert build(home).made == 1
    assert {p: p.read_bytes() for p in home.glob("out/pool/*")} == before


# ---- at a glance ---------------------------------------------------------------------------


def test_where_nothing_was_touched_nothing_is_read(built: Path) -> None:
    found = glance(built / "posts")
    assert found
    summary, out = found
    assert (summary["pieces"], out) == (8, built / "out")
    assert summary["held_back"] == [{"statement": "posts/later.md", "why": "it is a draft"}]


TOUCHES: dict[str, Callable[[Path], object]] = {
    "a statement": lambda home: os.utime(home / "posts/pool.md"),
    "a new one": lambda home: written(home, "posts/pond.md"),
    "one in a folder of its own": lambda home: written(home, "posts/more/pond.md"),
    "the configuration": lambda home: os.utime(home / "flyers.toml"),
    "a nearer configuration": lambda home: written(home, "posts/flyers.toml", "[build]\n"),
    "a layout": lambda home: os.utime(home / "layouts/own/style.css"),
    "a picture": lambda home: os.utime(home / "posts/map.png"),
    "a missing picture": lambda home: written(home, "posts/gone.png"),
    "a piece": lambda home: (home / "out/pool/pool-own-half-sheet-home.pdf").unlink(),
    "fonts": lambda home: (home / "fonts").mkdir(),
}


@pytest.mark.parametrize("touch", TOUCHES.values(), ids=TOUCHES)
def test_whatever_is_touched_is_noticed(
    built: Path, tmp_path: Path, touch: Callable[[Path], object]
) -> None:
    home = shutil.copytree(built, tmp_path / "home", copy_function=shutil.copy2)
    aged(home)
    build(home)
    assert glance(home)
    touch(home)
    assert glance(home) is None


def test_another_day_is_looked_at_anew(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    memory = json.loads((home / "out" / FOLDER / FILE).read_text())
    memory["day"] = (TODAY - datetime.timedelta(1)).isoformat()
    (home / "out" / FOLDER / FILE).write_text(json.dumps(memory))
    assert glance(home) is None


# ---- what cannot be made -------------------------------------------------------------------


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A campaign of one format and no statement yet."""
    written(
        tmp_path,
        "flyers.toml",
        '[site]\naddress = "https://a.example"\npermalink = "/statements/:slug/"\n'
        '[build]\nstatements = ["*.md"]\nformats = ["half-sheet"]\n',
    )
    return tmp_path


def test_a_statement_that_cannot_be_read_is_told_every_time_and_tried_once(small: Path) -> None:
    written(small, "pool.md")
    written(small, "empty.md", "---\ntitle: Nothing\n---\n")
    first, second = build(small), build(small)
    assert (first.pieces, first.made, second.made) == (1, 1, 0)
    assert first.failed == second.failed
    ((statement, message, code),) = first.failed
    assert (statement, code) == ("empty.md", 11)
    assert "has a title but no text" in message
    written(small, "empty.md")
    assert set(stale(small)) == {("empty", "statement", "home")}


def test_two_that_make_one_file_are_told_apart(small: Path) -> None:
    text = POOL.replace("---\n", "---\nslug: pool\n", 1)
    written(small, "a.md", text)
    written(small, "b.md", text)
    reports = [build(small) for _ in range(3)]
    assert reports[-1].made == 0
    ((_, message, _),) = reports[-1].failed
    assert "a.md and b.md both make pool/pool-statement-half-sheet-home.pdf" in message
    (small / "a.md").unlink()
    assert stale(small) == {("b", "statement", "home"): ("its files",)}
    assert (build(small).failed, stale(small)) == ((), {})


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[build]\nstatements = ['posts/*.md']", "has 'posts/\\*.md', which no file here is like"),
        ("[build]\nformats = ['a4']", "does not say what to build; add statements ="),
        ("[site]\naddress = 'https://a.example'\ncontent = 'none'", "none is no folder"),
    ],
)
def test_what_there_is_nothing_of_is_refused(tmp_path: Path, text: str, said: str) -> None:
    written(tmp_path, "flyers.toml", text)
    with pytest.raises(ConfigError, match=said):
        build(tmp_path)
    assert not (tmp_path / "out").exists()


def test_without_a_configuration_there_is_nothing_to_build(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"no flyers\.toml here .* make one with flyers init"):
        build(tmp_path)


# ---- the command, and how it ends ----------------------------------------------------------


@pytest.fixture
def two(small: Path) -> Path:
    for name in ("pool", "park"):
        written(small, f"{name}.md", POOL.replace("pool", name))
    return small


def whole(folder: Path) -> list[Path]:
    """All pieces in a folder, each looked at: no file is broken."""
    pieces = [path for path in folder.rglob("*") if path.suffix in (".pdf", ".png")]
    for path in pieces:
        data = path.read_bytes()
        if path.suffix == ".pdf":
            assert data.startswith(b"%PDF-") and data.rstrip().endswith(b"%%EOF"), path
        else:
            assert data.startswith(b"\x89PNG") and data.endswith(b"IEND\xaeB`\x82"), path
    return [path for path in pieces if path.suffix == ".pdf"]


def begun(home: Path, *arguments: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "flyers", *(arguments or ("build",))],
        cwd=home,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def lines(home: Path) -> list[Any]:
    path = home / "out" / FOLDER / LOG
    rows = path.read_text().split("\n") if path.exists() else []
    return [line for row in rows if row and "name" in (line := json.loads(row))]


def waited(process: "subprocess.Popen[str]", until: Callable[[], bool]) -> None:
    """Wait for a moment of a process's life."""
    while not until() and process.poll() is None:
        try:
            process.wait(0.01)
        except subprocess.TimeoutExpired:
            continue


def test_the_command_says_what_it_did(two: Path) -> None:
    done = invoke("build", "--dry-run", cwd=two)
    assert done.stdout.splitlines() == [
        "park.md, statement, half-sheet, home: not made yet",
        "pool.md, statement, half-sheet, home: not made yet",
    ]
    done = run("build", cwd=two)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("2 pieces of 2 statements in out; 2 made in ")
    answer = json.loads(invoke("build", "--json", two / "pool.md", cwd=two.parent).stdout)
    assert (answer["pieces"], answer["made"], answer["failed"]) == (2, 0, [])
    assert invoke("build", "-q", cwd=two).stdout == ""


def test_two_builds_at_once_share_the_work(two: Path) -> None:
    first, second = begun(two), begun(two)
    said = [process.communicate() for process in (first, second)]
    assert (first.returncode, second.returncode) == (0, 0)
    assert sum("this one waits for it" in errors for _, errors in said) <= 1
    assert len(whole(two / "out")) == 2
    assert sum("2 made in" in told for told, _ in said) == 1


def test_ctrl_c_loses_nothing_that_was_finished(two: Path) -> None:
    process = begun(two, "build", "--jobs", "1")
    waited(process, lambda: bool(lines(two)))
    process.send_signal(signal.SIGINT)
    _, said = process.communicate()
    assert process.returncode == 130, said
    assert "Stopped; what was finished is whole." in said
    finished = len(lines(two))
    assert finished
    assert len(stale(two)) == 2 - finished


def test_a_worker_that_dies_costs_one_piece(two: Path) -> None:
    code = (
        "import os, sys\n"
        "from flyers.pieces.workshop import Workshop\n"
        "from flyers.cli import main\n"
        "make = Workshop.make\n"
        "def fatal(self, job):\n"
        "    return os.kill(os.getpid(), 9) if 'park' in job.source else make(self, job)\n"
        "Workshop.make = fatal\n"
        "main(['build'])\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=two, capture_output=True, text=True)
    assert done.returncode == 1
    assert (
        "statement, half-sheet, home (park.md): the process that made it was killed" in done.stderr
    )
    assert list(stale(two)) == [("park", "statement", "home")]


def killed_at(home: Path, moment: float) -> None:
    """Begin a build, kill it and all its processes, and see that no file is broken."""
    process = subprocess.Popen(
        [sys.executable, "-m", "flyers", "build"],
        cwd=home,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(moment)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    whole(home / "out")


def pieces_of(home: Path) -> dict[str, bytes]:
    out = home / "out"
    names = [name for name in files_in(out) if not name.startswith(FOLDER)]
    return {name: (out / name).read_bytes() for name in names}


def test_a_build_that_is_killed_leaves_whole_files_and_the_next_completes_it(
    two: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    for seconds in (0.4, 2, 1):
        killed_at(two, seconds)
    report = build(two)
    assert (report.pieces, report.failed) == (2, ())
    other = tmp_path_factory.mktemp("other") / "home"
    shutil.copytree(two, other, ignore=shutil.ignore_patterns("out"))
    build(other)
    assert pieces_of(two) == pieces_of(other)


CHANGES_FILES = ("os.rename", "os.remove", "os.mkdir", "os.rmdir")


def states(home: Path, into: Path) -> list[Path]:
    """Copies of a campaign at each step of its build: what a build leaves that is killed there.

    Where a file is being written there is one more, in which half of it is.
    """
    count = itertools.count()
    looking, written_to, before = False, Path(), 0

    def step(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal looking, written_to, before
        writes = event == "open" and arguments[2] & (os.O_WRONLY | os.O_RDWR)
        if looking or not (event in CHANGES_FILES or writes):
            return
        path = Path(str(arguments[0]))
        if path.is_relative_to(home / "out"):
            looking = True
            shutil.copytree(home, into / f"{next(count):03}")
            if written_to.is_file():
                half = shutil.copytree(home, into / f"{next(count):03}")
                size = (before + written_to.stat().st_size) // 2
                os.truncate(half / written_to.relative_to(home), size)
            written_to = path if writes else Path()
            before = path.stat().st_size if path.exists() else 0
            looking = False

    child = os.fork()  # what listens to a process listens to its end
    if child == 0:
        try:
            sys.addaudithook(step)
            build(home)
        except BaseException:
            os._exit(1)
        os._exit(0)
    assert os.waitpid(child, 0)[1] == 0
    return sorted(into.iterdir())


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork on this system")
def test_a_build_leaves_whole_files_at_each_step_and_the_next_completes_it(
    two: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    left = states(two, tmp_path_factory.mktemp("states"))
    pieces = pieces_of(two)
    assert len(left) > 2 * len(pieces)  # each is begun, written and named
    for state in left:
        whole(state / "out")
    for state in left[::5]:
        build(state)
        assert pieces_of(state) == pieces


def test_half_a_line_of_the_log_is_none(home: Path) -> None:
    path = home / "out" / FOLDER / LOG
    path.write_bytes(path.read_bytes()[:-40])
    assert len(stale(home)) == 1
    assert build(home).made == 1
    assert len(lines(home)) == 8


# ---- what nothing asks for any more --------------------------------------------------------


def pruned(home: Path) -> Any:
    return build(home, prune=True)


LEAVINGS: dict[str, tuple[Callable[[Path], object], set[str]]] = {
    # what is done: which pieces are left over
    "a statement is deleted": (
        lambda home: (home / "posts/pool.md").unlink(),
        {f"pool/pool-{layout}-half-sheet-{p}.pdf" for layout in ("statement", "own") for p in "hb"},
    ),
    "it is a draft again": (
        lambda home: written(home, "posts/pool.md", DRAFT),
        {f"pool/pool-{layout}-half-sheet-{p}.pdf" for layout in ("statement", "own") for p in "hb"},
    ),
    "a layout is not wanted any more": (
        lambda home: edit(home, "flyers.toml", ', "own"', ""),
        {f"{name}/{name}-own-half-sheet-{p}.pdf" for name in ("pool", "park") for p in "hb"},
    ),
    "it cannot be read for now": (
        lambda home: written(home, "posts/pool.md", "---\ntitle: [x\n---\n\nNo.\n"),
        set(),
    ),
}


@pytest.mark.parametrize(("change", "left"), LEAVINGS.values(), ids=LEAVINGS)
def test_what_nothing_asks_for_any_more_is_told_and_removed_when_that_is_asked_for(
    home: Path, change: Callable[[Path], object], left: set[str]
) -> None:
    printers = {"h": "home", "b": "home-bw"}
    left = {f"{file[:-5]}{printers[file[-5]]}.pdf" for file in left}
    change(home)
    for _ in range(2):
        report = build(home)
        assert {name for name in report.strays if name.endswith(".pdf")} == left
        assert report.removed == ()
    before = set(files_in(home / "out"))
    report = pruned(home)
    assert {name for name in report.removed if name.endswith(".pdf")} == left
    assert before - set(files_in(home / "out")) == set(report.removed)
    assert build(home).strays == ()
    assert (home / "out/pool").exists() == bool(not left or "park" in str(left))


def test_a_statement_by_another_name_takes_its_files_with_it(small: Path) -> None:
    pool = written(small, "pool.md")
    build(small)
    edit(small, "pool.md", "---\n\n", "slug: bath\n---\n\n")
    pool.rename(small / "bath.md")
    report = pruned(small)
    assert (report.pieces, report.made, len(report.removed)) == (1, 1, 3)
    assert [path.name for path in (small / "out").iterdir() if path.name[0] != "."] == ["bath"]


def test_what_somebody_made_of_an_old_file_or_put_beside_it_stays(home: Path) -> None:
    (home / "posts/pool.md").unlink()
    changed = home / "out/pool/pool-own-half-sheet-home.pdf"
    changed.write_bytes(changed.read_bytes() + b"%")
    written(home, "out/pool/mine.txt")
    pruned(home)
    assert {path.name for path in (home / "out/pool").iterdir()} == {changed.name, "mine.txt"}
    assert build(home).strays == ()


def test_a_log_from_elsewhere_removes_nothing_outside(home: Path, tmp_path: Path) -> None:
    letter = written(tmp_path, "kept/letter.txt", "mine")
    (home / "out/aside").symlink_to(letter.parent)
    log = home / "out" / FOLDER / LOG
    (row, *_) = lines(home)
    for name in ("../../kept/letter.txt", str(letter), "aside/letter.txt"):
        file = {name: Digests().of(letter)}
        line = json.dumps({**row, "name": ["gone.md", name, "letter", "home"], "files": file})
        log.write_text(f"{log.read_text()}{line}\n")
    broken = json.dumps({**row, "name": ["gone.md", "", "letter", "home"], "files": 3})
    log.write_text(f"{log.read_text()}{broken}\n")
    assert pruned(home).removed == ()
    assert letter.read_text() == "mine"


def test_two_campaigns_do_not_share_a_folder(
    two: Path, tmp_path_factory: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(TRUST, "1")
    build(two)
    other = tmp_path_factory.mktemp("other")
    written(other, "pond.md")
    written(other, "flyers.toml", (two / "flyers.toml").read_text() + f"out = '{two / 'out'}'\n")
    with pytest.raises(OutputError, match=r"choose another out in \[build\]"):
        build(other)
    assert build(two).strays == ()


def test_the_command_tells_what_is_left_and_prunes_at_a_glance_too(home: Path) -> None:
    (home / "posts/pool.md").unlink()
    build(home)
    aged(home)
    said = invoke("build", cwd=home).stdout
    assert "12 files that nothing asks for any more; --prune removes them:\n" in said
    assert "  out/pool/pool-own-half-sheet-home-1.png\n" in said
    assert "  and 6 more; --json lists them all\n" in said
    foretold = json.loads(invoke("build", "--dry-run", "--json", cwd=home).stdout)
    assert (foretold["stale"], len(foretold["strays"])) == ([], 12)
    assert "12 files removed that" in invoke("build", "--prune", cwd=home).stdout
    assert "files" not in invoke("build", "--prune", cwd=home).stdout


def test_a_warning_is_said_once_with_the_statements_that_it_is_of(small: Path) -> None:
    for name in ("a", "b", "c"):
        written(small, f"{name}.md", POOL.replace("---\n\n", "---\n\n![](gone.png)\n\n"))
    report = build(small)
    assert report.warned == 3
    ((message, statements),) = report.warnings.items()
    assert "gone.png" in message
    assert statements == ("a.md", "b.md", "c.md")
    assert (
        next(as_lines(BuildResult(out=small, report=report.as_json(), seconds=1)))
        == f"  ! {message} (3 statements)"
    )


@pytest.mark.parametrize(("year", "warned"), [(2021, 1), (2999, 0)])
def test_an_event_that_is_over_is_told_by_every_build(small: Path, year: int, warned: int) -> None:
    edit(small, "flyers.toml", "[build]", '[build]\nlayouts = ["event", "statement"]')
    written(small, "a.md", POOL.replace("---\n\n", f"event: {year}-05-03\n---\n\n"))
    for made in (2, 0):
        report = build(small)
        assert (report.made, report.warned, len(report.warnings)) == (made, warned, warned)
    assert all("3 May 2021, which is past" in message for message in report.warnings)


# ---- for a shop ----------------------------------------------------------------------------


def test_pieces_for_a_shop_are_made_together_with_their_ticket(two: Path) -> None:
    edit(two, "flyers.toml", 'formats = ["half-sheet"]', 'formats = ["half-sheet", "letter"]')
    edit(two, "flyers.toml", "[build]", '[build]\nprinters = ["shop"]')
    edit(two, "flyers.toml", '"*.md"', '"pool.md"')
    assert build(two).made == 2
    (ticket,) = two.glob("out/pool/*ticket.json")
    assert len(json.loads(ticket.read_text())["items"]) == 2
    assert stale(two) == {}
    ticket.unlink()
    assert work(two, lambda one: [row.why for row in one.plan.stale]) == [("its ticket",)] * 2


def test_where_processes_are_spawned_a_build_is_the_same(small: Path) -> None:
    for name in ("park", "pool"):
        written(small, f"{name}.md")
    done = run("build", "--jobs", "2", "--json", cwd=small, env={START: "spawn"})
    made = json.loads(done.stdout)
    assert (made["made"], made["failed"]) == (2, [])
    files = {path: path.read_bytes() for path in small.glob("out/p*/*")}
    assert len(files) == 6
    assert stale(small) == {}
    assert json.loads(invoke("build", "--all", "--json", cwd=small).stdout)["made"] == 2
    assert {path: path.read_bytes() for path in files} == files
