"""What the command line says of pieces and failures."""

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from flyers.catalogue.papers import paper_named
from flyers.catalogue.printers import PRINTERS, Setup
from flyers.cli.report import as_table
from flyers.core.errors import EmptyStatementError, ExitCode, NoTitleError
from flyers.core.findings import Finding, Severity
from flyers.pieces.batch import Outcome
from flyers.pieces.piece import FitReport, Job, Piece, QrReport
from flyers.pieces.specification import SheetSpec, Spec
from flyers.production.make import code_of
from flyers.sites.addresses import PageAddress

JOB = Job(statement=Path("pool.md"))

FIT = FitReport(
    type_size=9.5, leading=12.24, fill=0.987, capped=False, words=753, words_set=753, excerpt=False
)
SPEC = Spec(
    unit="in",
    flat=(612, 792),
    trim=(612, 792),
    leaves=1,
    sides=2,
    faces=("front", "back"),
    shows=(),
    fold=None,
    sheet=None,
    marks=(),
    setup=Setup.of(PRINTERS["home"]),
)
PIECE = Piece(
    statement="pool.md",
    title="Keep the pool open",
    language="en",
    language_basis="given",
    layout="statement",
    composition="columns",
    format="letter",
    printer="home",
    sheet=None,
    file=Path("out/pool.pdf"),
    previews=(),
    pages=2,
    sheets=1,
    fit=FIT,
    qr=QrReport(
        url="https://a.example/",
        page=PageAddress(url="https://a.example/", basis="computed", source="hugo.toml"),
        version=3,
        module=3,
        size=90,
        read_back=True,
    ),
    spec=SPEC,
    findings=(),
)


def remark(severity: Severity, message: str, remedy: str = "") -> Finding:
    return Finding(check="x", severity=severity, message=message, remedy=remedy)


def table(*pieces: Piece, verbose: bool = False) -> list[str]:
    """The blocks alone; what is said of the imprint comes after them."""
    blocks, _, _ = as_table(pieces, verbose=verbose).rpartition("\n\n")
    return blocks.splitlines()


def test_one_statement_is_one_block() -> None:
    assert table(PIECE, replace(PIECE, format="half-sheet", sheets=12)) == [
        "Keep the pool open",
        "  format      sheets  sides  type         page      text           file",
        "  letter      1       2      9.5/12.2 pt  99% full  all 753 words  pool.pdf",
        "  half-sheet  12      2      9.5/12.2 pt  99% full  all 753 words  pool.pdf",
        "  folder: out",
        "  QR code: https://a.example/ (computed by hugo.toml; read back from every sheet)",
    ]


def test_on_press_sheets_it_says_how_many_are_on_one() -> None:
    sheet = SheetSpec(paper=paper_named("12x18"), up=4, waste=0.1, flip="long", press=True)
    four = replace(PIECE, format="half-sheet", spec=replace(SPEC, sheet=sheet))
    assert table(four)[1:3] == [
        "  format      sheets  sides  on a sheet  type         page      text           file",
        "  half-sheet  1       2      4           9.5/12.2 pt  99% full  all 753 words  pool.pdf",
    ]


@pytest.mark.parametrize(("printer", "shown"), [("home", True), ("shop", False)])
def test_copies_are_so_many_sheets_at_home(printer: str, shown: bool) -> None:
    sheet = SheetSpec(paper=paper_named("letter"), up=2, waste=0, flip="long", press=False)
    spec = replace(SPEC, sheet=sheet, setup=Setup.of(PRINTERS[printer]))
    lines = as_table([replace(PIECE, spec=spec)], copies=501).splitlines()
    assert ("  for 501 copies print 251 sheets of pool.pdf" in lines) is shown


def test_files_in_several_folders_keep_theirs() -> None:
    lines = table(PIECE, replace(PIECE, file=Path("web/pool.pdf")))
    assert [line.split()[-1] for line in lines[2:4]] == ["out/pool.pdf", "web/pool.pdf"]
    assert not any("folder:" in line for line in lines)


def test_what_is_printed_from_one_form_has_two_sides_and_a_screen_none() -> None:
    turned = replace(PIECE, spec=replace(SPEC, faces=("both",)))
    assert table(turned)[2].split()[:3] == ["letter", "1", "2"]
    assert table(replace(PIECE, sheets=0))[2].split()[:3] == ["letter", "–", "–"]


def test_several_layouts_have_a_column() -> None:
    lines = table(PIECE, replace(PIECE, layout="event"))
    assert lines[1].split()[:2] == ["layout", "format"]
    assert lines[3].split()[:2] == ["event", "letter"]


def test_several_statements_are_several_blocks() -> None:
    lines = table(PIECE, replace(PIECE, statement="park.md", title="Keep the park"))
    assert lines[lines.index("") + 1] == "Keep the park"


def test_an_excerpt_says_how_much_of_the_text_it_is() -> None:
    fit = replace(FIT, words_set=457, excerpt=True, capped=True)
    assert " room left  457 of 753 words " in table(replace(PIECE, fit=fit))[2]


def test_warnings_are_said_and_notes_only_when_asked_for() -> None:
    remarks = (remark("warning", "a.png: gone.", "Bring it."), remark("note", "<script>: web only"))
    piece = replace(PIECE, findings=remarks)
    assert table(piece)[5:] == [
        "  ! a.png: gone. Bring it.",
        "  · 1 thing of the web page left out; -v lists them",
    ]
    assert table(piece, verbose=True)[5:] == [
        "  ! a.png: gone. Bring it.",
        "  · <script>: web only",
    ]


def test_what_holds_for_all_pieces_is_said_once() -> None:
    piece = replace(PIECE, findings=(remark("warning", "a.png: gone"),))
    assert "\n".join(table(piece, replace(piece, format="a4"))).count("gone") == 1


def test_what_holds_for_some_pieces_names_them() -> None:
    over = remark("warning", "9 words left out", "See the code.")
    short = replace(PIECE, findings=(over, remark("warning", "a.png: gone")))
    other = replace(PIECE, format="tri-fold", findings=short.findings[1:])
    assert table(short, other)[-2:] == [
        "  ! letter: 9 words left out. See the code.",
        "  ! a.png: gone",
    ]
    event = replace(short, layout="event")
    assert "  ! statement, letter; event, letter: 9 words left out. See the code." in table(
        short, event, other
    )


def test_a_warning_of_several_statements_is_said_once_for_all() -> None:
    one = replace(PIECE, findings=(remark("warning", "a"), remark("warning", "b")))
    other = replace(one, statement="park.md", findings=(remark("warning", "b"),))
    said = as_table([one, other]).splitlines()
    assert [line for line in said if "!" in line] == ["  ! a", "  ! b (2 statements)"]


@pytest.mark.parametrize(
    ("event", "warned"),
    [(None, False), (datetime.date(2027, 5, 2), True), (datetime.date(2027, 5, 3), False)],
)
def test_an_event_that_is_over_is_told(event: datetime.date | None, warned: bool) -> None:
    piece = replace(PIECE, event=event).on(datetime.date(2027, 5, 3))
    said = "the event was on 2 May 2027, which is past. Say when the next one is"
    assert (said in as_table([piece])) is warned
    assert bool(piece.as_json()["findings"]) is warned


def test_columns_stand_straight_under_wide_and_combining_letters() -> None:
    wide = replace(PIECE, file=Path("x"), format="長")
    lines = table(PIECE, wide)
    assert lines[3].index("1") == lines[2].index("1") - 1


def test_what_is_turned_by_hand_is_told_with_the_files_of_every_format() -> None:
    parts = ("fronts", "backs", "test")
    rows = [
        replace(PIECE, format=name, apart=tuple(Path(f"out/{name}-{part}.pdf") for part in parts))
        for name in ("half-sheet", "tri-fold")
    ]
    said = "\n".join(table(*rows))
    assert [f"{row.format}-{part}" in said for row in rows for part in parts] == [True] * 6


def test_a_title_cannot_command_the_terminal() -> None:
    assert "\x1b" not in "\n".join(table(replace(PIECE, title="\x1b[31mred\x07")))


MADE = Outcome(job=JOB, piece=PIECE)
EMPTY = Outcome(job=JOB, error=EmptyStatementError("empty"))
UNTITLED = Outcome(job=JOB, error=NoTitleError("no title"))


@pytest.mark.parametrize(
    ("outcomes", "code"),
    [
        ([], ExitCode.OK),
        ([MADE, MADE], ExitCode.OK),
        ([EMPTY], ExitCode.EMPTY_STATEMENT),
        ([EMPTY, EMPTY], ExitCode.EMPTY_STATEMENT),
        ([EMPTY, UNTITLED], ExitCode.SOME_FAILED),
        ([MADE, EMPTY], ExitCode.SOME_FAILED),
    ],
)
def test_exit_codes(outcomes: list[Outcome], code: ExitCode) -> None:
    assert code_of(outcomes) is code
