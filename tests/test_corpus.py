"""Real statements by the dozen: whatever can be read is printed, and its code reads."""

from pathlib import Path

import pytest

from flyers.errors import EmptyStatementError
from flyers.formats import DEFAULT_FORMATS, FORMATS
from flyers.layouts import layout_names
from flyers.pieces import Job
from flyers.pipeline import Workshop
from flyers.shipped import shipped
from making import files_in, written

CHUNKS = 8

SITE = '[site]\naddress = "https://posts.example"\npermalink = "/:year/:slug/"\n'


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder that knows the site."""
    written(tmp_path, "flyers.toml", SITE)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def wrong_with(workshop: Workshop, job: Job) -> list[str]:
    """What is not as it should be with a piece."""
    piece = workshop.make(job)
    least = 0.95 if FORMATS[job.format].family == "sheet" else 0.90
    faults = {
        "the code does not read": not piece.qr.read_back,
        f"only {piece.fit.fill:.0%} full": not piece.fit.capped and piece.fit.fill < least,
        "no file": not piece.file.is_file(),
    }
    name = f"{job.statement}, {job.layout}, {job.format}"
    return [f"{name}: {fault}" for fault, is_so in faults.items() if is_so]


@pytest.mark.slow
@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_posts_in_the_default_formats(corpus: Path, desk: Path, chunk: int) -> None:
    workshop, faults = Workshop(), []
    posts = sorted(corpus.resolve().glob("*.md"))
    assert posts
    for post in posts[chunk::CHUNKS]:
        try:
            for fmt in DEFAULT_FORMATS:
                job = Job(statement=post, format=fmt, out=desk / "out", previews=False)
                faults += wrong_with(workshop, job)
        except EmptyStatementError:
            continue  # a post that only points elsewhere
    assert faults == []
    assert not [name for name in files_in(desk) if name.endswith(".part")]


@pytest.mark.slow
@pytest.mark.parametrize("fmt", FORMATS)
def test_statements_in_every_layout_and_format(corpus: Path, desk: Path, fmt: str) -> None:
    folder = corpus.resolve().parent / "statements"
    statements = sorted(folder.glob("*.md"))
    if not statements:
        pytest.skip("there is no folder of statements beside the corpus")
    workshop, faults = Workshop(), []
    for statement in statements:
        for layout in layout_names((shipped("layouts"),)):
            job = Job(
                statement=statement, layout=layout, format=fmt, out=desk / "out", previews=False
            )
            faults += wrong_with(workshop, job)
    assert faults == []
