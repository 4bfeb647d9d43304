"""Real statements by the dozen: whatever can be read is printed, and its code reads."""

import datetime
from pathlib import Path

import pytest

from flyers.campaign import campaign_for
from flyers.catalogue.formats import DEFAULT_FORMATS, FORMATS
from flyers.core.errors import ExitCode
from flyers.core.shipped import shipped
from flyers.pieces.piece import Job, Piece
from flyers.pieces.workshop import Workshop
from flyers.production.build.builder import building
from flyers.production.build.scope import scope_of
from flyers.typesetting.layouts import layout_names
from flyers.typesetting.start_layout import LayoutRequest
from flyers.typesetting.start_layout import run as new_layout
from making import files_in, written

CHUNKS = 8
TURNS = (list(DEFAULT_FORMATS[::2]), list(DEFAULT_FORMATS[1::2]))
"""A post is made in every other format; `make fuzz` makes all posts in all of them."""
TODAY = datetime.date(2026, 10, 4)

SITE = '[site]\naddress = "https://posts.example"\npermalink = "/:year/:slug/"\n'

ARCHIVE = """
[campaign]
palette.accent = "#0b5d3b"

[build]
statements = ["posts/*.md"]
held_back = true
layouts = ["own"]
"""


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder that knows the site."""
    written(tmp_path, "flyers.toml", SITE)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def wrong_with(piece: Piece) -> list[str]:
    """Return the faults of a piece."""
    least = 0.95 if FORMATS[piece.format].family == "sheet" else 0.90
    faults = {
        "the code does not read": not piece.qr.read_back,
        f"only {piece.fit.fill:.0%} full": not piece.fit.capped and piece.fit.fill < least,
        "no file": not piece.file.is_file(),
    }
    name = f"{piece.statement}, {piece.layout}, {piece.format}"
    return [f"{name}: {fault}" for fault, is_so in faults.items() if is_so]


def stale(desk: Path) -> set[tuple[str, tuple[str, ...]]]:
    """The statements that have stale pieces, and why they are stale."""
    with building(scope_of(campaign_for(desk), TODAY)) as work:
        return {(row.name[0], row.why) for row in work.plan.stale}


def edit(path: Path, was: str, becomes: str) -> None:
    path.write_text(path.read_text("utf-8").replace(was, becomes, 1), "utf-8")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("chunk", "formats"),
    [
        pytest.param(chunk, formats, marks=[] if chunk % 2 == turn else pytest.mark.search)
        for turn, formats in enumerate(TURNS)
        for chunk in range(CHUNKS)
    ],
)
def test_an_archive_is_built_and_then_what_was_touched(
    corpus: Path, desk: Path, chunk: int, formats: list[str]
) -> None:
    posts = sorted(corpus.resolve().glob("*.md"))[chunk::CHUNKS]
    assert posts
    names = [f"posts/{post.name}" for post in posts]
    for post in posts:
        written(desk, f"posts/{post.name}", post.read_text("utf-8"))
    written(desk, "flyers.toml", f"{SITE}{ARCHIVE}formats = {formats}\n")
    new_layout(LayoutRequest(name="own", into=desk / "layouts"))

    with building(scope_of(campaign_for(desk), TODAY)) as work:
        outcomes = list(work.outcomes(workers=1))
        report = work.finish()
    assert [fault for one in outcomes if one.piece for fault in wrong_with(one.piece)] == []
    # A post that only points elsewhere has nothing to print.
    assert {code for _, _, code in report.failed} <= {ExitCode.EMPTY_STATEMENT}
    assert report.made == len(formats) * (len(posts) - len(report.failed))
    assert not [name for name in files_in(desk) if name.endswith(".part")]

    assert stale(desk) == set()
    (desk / names[0]).write_text((desk / names[0]).read_text("utf-8") + "\nOne more line.\n")
    assert stale(desk) == {(names[0], ("statement",))}
    written(desk, names[0], posts[0].read_text("utf-8"))
    edit(desk / "flyers.toml", "#0b5d3b", "#274690")
    assert stale(desk) == {(name, ("configuration",)) for name in names}
    edit(desk / "flyers.toml", "#274690", "#0b5d3b")
    edit(desk / "layouts/own/style.css", "15pt", "16pt")
    assert stale(desk) == {(name, ("layout",)) for name in names}


@pytest.mark.slow
@pytest.mark.parametrize("fmt", FORMATS)
def test_statements_in_every_layout_and_format(corpus: Path, desk: Path, fmt: str) -> None:
    folder = corpus.resolve().parent / "statements"
    statements = sorted(folder.glob("*.md"))
    if not statements:
        pytest.skip("there is no folder of statements beside the corpus")
    workshop, faults = Workshop(), []
    for statement in statements:
        here = written(desk, statement.name, statement.read_text("utf-8"))
        for layout in layout_names((shipped("layouts"),)):
            job = Job(statement=here, layout=layout, format=fmt, out=desk / "out", previews=False)
            faults += wrong_with(workshop.make(job))
    assert faults == []
