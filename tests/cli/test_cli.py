"""The command line: what it makes, what it says, and how it fails."""

import errno
import json
import os
import re
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result
from PIL import Image

from flyers import ExitCode
from flyers.cli import main
from flyers.typesetting.start_layout import LayoutRequest
from flyers.typesetting.start_layout import run as new_layout
from making import POOL, SUNDAYS, URL, files_in, invoke, long_statement, python, run, written

LETTER = ("-f", "letter", "--no-preview")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with one statement in it."""
    written(tmp_path, "pool.md")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def flyers(*arguments: str, given: str | bytes = "") -> Result:
    """The command in this process."""
    return CliRunner().invoke(main, list(arguments), input=given)


def commands(group: click.Group = main, above: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    for name, command in group.commands.items():
        yield (*above, name)
        if isinstance(command, click.Group):
            yield from commands(command, (*above, name))


# ---- help ------------------------------------------------------------------------------


@pytest.mark.parametrize("words", [(), *commands()], ids=" ".join)
def test_every_help_has_an_example(words: tuple[str, ...]) -> None:
    done = flyers(*words, "--help")
    assert done.exit_code == 0
    assert re.search(r"^ {4,}.*flyers \w+", done.output, re.MULTILINE)
    assert flyers(*words, "-h").output == done.output


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        (("formats",), ["letter *", "a4 *", "tri-fold *", "half-sheet *", "tri-fold-a4 "]),
        (("printers",), ["home *"]),
        (("layouts",), ["statement *", "headline ", "event "]),
    ],
)
def test_what_there_is_is_listed_with_a_star_for_the_usual(
    desk: Path, words: tuple[str, ...], lines: list[str]
) -> None:
    output = flyers(*words).output
    for line in lines:
        assert re.search(rf"^ +{re.escape(line)}", output, re.MULTILINE)


def test_the_usual_is_what_build_in_flyers_toml_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = '[build]\nformats = ["a4"]\nlayouts = ["ours"]\n'
    (tmp_path / "flyers.toml").write_text(table)
    new_layout(LayoutRequest(name="ours", base="headline", into=tmp_path / "layouts"))
    (tmp_path / "posts").mkdir()
    monkeypatch.chdir(tmp_path / "posts")
    for listing, usual in (("formats", "a4"), ("layouts", "ours")):
        rows = flyers(listing).output.partition("\n\n")[0].splitlines()
        assert [row.split()[0] for row in rows if "*" in row.split()] == [usual]


def test_the_help_tells_every_command_in_a_whole_sentence() -> None:
    _, _, commands = flyers("--help").output.partition("Commands:\n")
    assert all(row.endswith(".") and "..." not in row for row in commands.splitlines())


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shells_can_complete(shell: str) -> None:
    assert "_FLYERS_COMPLETE" in flyers("completion", shell).output


# ---- what is made ----------------------------------------------------------------------


def test_the_default_formats_are_made_with_a_picture_of_every_side(desk: Path) -> None:
    done = flyers("make", "pool.md", "--url", URL)
    assert done.exit_code == 0, done.stderr
    found = files_in(desk / "out")
    for fmt in ("letter", "a4", "tri-fold", "half-sheet"):
        stem = f"pool/pool-statement-{fmt}-home"
        assert f"{stem}.pdf" in found
        assert f"{stem}-1.png" in found
    assert len([name for name in found if name.endswith(".pdf")]) == 4
    assert not [name for name in found if ".part" in name]


def test_every_layout_is_made_in_every_format_once(desk: Path) -> None:
    options = ["-l", "statement", "-l", "event", "-f", "letter", "-f", "half-sheet", "-f", "letter"]
    flyers("make", "pool.md", "--url", URL, "--no-preview", *options, "-o", "kit")
    assert files_in(desk / "kit") == [
        f"pool/pool-{layout}-{fmt}-home.pdf"
        for layout in ("event", "statement")
        for fmt in ("half-sheet", "letter")
    ]


def test_several_statements_make_several_folders(desk: Path) -> None:
    written(desk / "more", "park.md", POOL.replace("pool", "park"))
    done = flyers("make", "pool.md", "more/park.md", "--url", URL, *LETTER)
    assert done.exit_code == 0
    assert files_in(desk / "out") == [
        "park/park-statement-letter-home.pdf",
        "pool/pool-statement-letter-home.pdf",
    ]
    assert "Keep the pool open" in done.stdout
    assert "Keep the park open" in done.stdout


def test_standard_input_is_a_statement(desk: Path) -> None:
    done = flyers("make", "-", "--url", URL, *LETTER, given=POOL)
    assert done.exit_code == 0
    assert files_in(desk / "out") == ["statement/statement-statement-letter-home.pdf"]


def test_the_table_names_the_files_and_the_code(desk: Path) -> None:
    done = flyers("make", "pool.md", "--url", URL, *LETTER)
    assert done.stderr == ""
    assert " pool-statement-letter-home.pdf\n  folder: out/pool\n" in done.stdout
    assert f"QR code: {URL} (given by --url; read back from every sheet)" in done.stdout


def test_quiet_says_nothing_of_what_went_well(desk: Path) -> None:
    done = flyers("make", "pool.md", "none.md", "--url", URL, *LETTER, "-q")
    assert done.stdout == ""
    assert done.stderr == "Error: none.md does not exist; check the name and the folder.\n"


def test_verbose_says_what_was_left_out(desk: Path) -> None:
    written(desk, "pool.md", POOL + "\n<script>alert(1)</script>\n")
    plain = flyers("make", "pool.md", "--url", URL, *LETTER).stdout
    told = flyers("make", "pool.md", "--url", URL, *LETTER, "-v").stdout
    assert "-v lists them" in plain
    assert "<script>" not in plain
    assert "<script>" in told


KEYS = {
    "piece": {
        *("statement", "title", "layout", "format", "printer", "sheet", "file"),
        *("previews", "pages", "sheets", "fit", "qr", "findings"),
    },
    "fit": {"type_size", "leading", "fill", "capped", "words", "words_set", "excerpt"},
    "qr": {"url", "basis", "source", "version", "module_mm", "size_mm", "read_back"},
    "finding": {"check", "severity", "page", "line", "message", "remedy"},
}


def test_json_is_one_object_with_all_there_is_to_know(desk: Path) -> None:
    written(desk, "pool.md", POOL + "\n![gone](gone.png)\n")
    done = flyers("make", "pool.md", "--url", URL, "-f", "letter", "-f", "half-sheet", "--json")
    assert done.stderr == ""
    answer = json.loads(done.stdout)
    assert answer.keys() == {"pieces", "tickets", "errors", "seconds"}
    assert answer["errors"] == []
    assert answer["seconds"] > 0
    assert [piece["format"] for piece in answer["pieces"]] == ["letter", "half-sheet"]
    for piece in answer["pieces"]:
        assert piece.keys() >= KEYS["piece"]
        assert piece["fit"].keys() == KEYS["fit"]
        assert piece["qr"].keys() == KEYS["qr"]
        assert piece["findings"]
        assert all(finding.keys() == KEYS["finding"] for finding in piece["findings"])
        assert (desk / piece["file"]).is_file()
        assert all((desk / name).is_file() for name in piece["previews"])
        assert piece["qr"]["url"] == URL
        assert piece["qr"]["read_back"] is True
        assert piece["qr"]["size_mm"] >= 20
        assert piece["qr"]["module_mm"] >= 0.5


def test_json_has_what_went_well_where_something_did_not(desk: Path) -> None:
    written(desk, "long.md", long_statement(200))
    options = ["--overset", "error", "--url", URL, *LETTER, "--json"]
    done = flyers("make", "none.md", "long.md", "pool.md", *options)
    assert done.exit_code == ExitCode.SOME_FAILED
    answer = json.loads(done.stdout)
    assert [piece["statement"] for piece in answer["pieces"]] == ["pool.md"]
    missing, over = answer["errors"]
    assert missing == {
        "statement": "none.md",
        "layout": None,  # it holds for all that was to be made of the statement
        "format": None,
        "message": "none.md does not exist; check the name and the folder.",
        "exit_code": ExitCode.STATEMENT,
    }
    assert (over["statement"], over["layout"], over["format"]) == ("long.md", "statement", "letter")
    assert over["exit_code"] == ExitCode.OVERSET
    assert "words do not fit" in over["message"]


@pytest.mark.parametrize("wrong", [("-f", "leter"), ("-l", "statment"), ("-p", "hone")])
def test_json_is_printed_even_where_nothing_was_begun(desk: Path, wrong: tuple[str, str]) -> None:
    done = flyers("make", "pool.md", "--url", URL, *wrong, "--json")
    assert done.exit_code == ExitCode.UNKNOWN_NAME
    answer = json.loads(done.stdout)
    assert answer["pieces"] == []
    (error,) = answer["errors"]
    assert "did you mean" in error["message"]
    assert error["exit_code"] == ExitCode.UNKNOWN_NAME
    assert error["statement"] is error["layout"] is error["format"] is None


def test_json_names_standard_input_as_the_user_did(desk: Path) -> None:
    made = flyers("make", "-", "--url", URL, *LETTER, "--json", given=POOL)
    failed = flyers("make", "-", "--url", URL, *LETTER, "--json", given=" ")
    assert json.loads(made.stdout)["pieces"][0]["statement"] == "-"
    assert json.loads(failed.stdout)["errors"][0]["statement"] == "-"


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are Unicode there")
@pytest.mark.parametrize(("command", "way"), [(run, ()), (invoke, ("--json",)), (invoke, ("-v",))])
def test_a_file_name_need_not_be_utf8(
    desk: Path, command: Callable[..., CompletedProcess[str]], way: tuple[str, ...]
) -> None:
    name = os.fsdecode(b"caf\xe9.md")
    (desk / name).write_text(POOL, encoding="utf-8")
    done = command("make", name, "--url", URL, *LETTER, "-o", os.fsdecode(b"\xe9"), *way, cwd=desk)
    assert (done.returncode, done.stderr) == (0, "")
    assert "\ufffd/caf" in done.stdout
    assert "caf-statement-letter-home.pdf" in done.stdout


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are Unicode there")
def test_a_file_name_that_is_not_utf8_is_no_address(desk: Path) -> None:
    name = os.fsdecode(b"caf\xe9.md")
    (desk / name).write_text(POOL, encoding="utf-8")
    done = invoke("make", name, "--url", "https://example.org/:slug/", *LETTER, "--json", cwd=desk)
    assert done.returncode == ExitCode.ADDRESS
    (error,) = json.loads(done.stdout)["errors"]
    assert error["statement"] == "caf\ufffd.md"
    assert "`slug:`" in error["message"]
    assert done.stderr == f"Error: {error['message']}\n"


def test_without_an_address_of_its_own_the_sites_rule_counts(desk: Path) -> None:
    rule = 'address = "https://site.example"\npermalink = "/statements/:slug/"\n'
    written(desk, "flyers.toml", f"[site]\n{rule}")
    done = flyers("make", "pool.md", *LETTER, "--json")
    url = json.loads(done.stdout)["pieces"][0]["qr"]["url"]
    assert url == "https://site.example/statements/pool/"


def test_a_new_layout_is_made_and_used(desk: Path) -> None:
    assert flyers("layouts", "new", "bulletin", "--from", "event").exit_code == 0
    assert "bulletin" in flyers("layouts").output
    assert flyers("make", "pool.md", "--url", URL, "-l", "bulletin", *LETTER).exit_code == 0
    assert files_in(desk / "out") == ["pool/pool-bulletin-letter-home.pdf"]


def test_layouts_make_a_contact_sheet(desk: Path) -> None:
    done = flyers("layouts", "--preview", "all.png")
    assert done.exit_code == 0, done.stderr
    with Image.open(desk / "all.png") as picture:
        assert picture.width > 1000
    assert files_in(desk) == ["all.png", "pool.md"]


def test_a_broken_layout_hides_no_other(desk: Path) -> None:
    flyers("layouts", "new", "bulletin")
    written(desk / "layouts" / "bulletin", "layout.toml", 'purpose = "x"')
    done = flyers("layouts")
    assert done.exit_code == ExitCode.LAYOUT
    assert "headline" in done.stdout
    assert "bulletin" not in done.stdout
    assert "layout.toml lacks 'compositions'" in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_contact_sheet_shows_ones_own_layouts_and_tells_of_those_it_cannot(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("flyers.production.contact_sheet.FORMATS", ("half-sheet",))
    for name in ("bulletin", "broken"):
        flyers("layouts", "new", name)
    written(desk / "layouts" / "broken", "template.html", "{{ nope }}")
    done = flyers("layouts", "--preview", "all.png")
    assert done.exit_code == ExitCode.LAYOUT
    assert "broken/template.html, line 1: 'nope' is undefined" in done.stderr
    assert "bulletin" not in done.stderr
    assert (desk / "all.png").is_file()


def test_it_runs_from_another_folder(tmp_path: Path) -> None:
    done = run("make", SUNDAYS, *LETTER, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert files_in(tmp_path) == ["out/sunday-hours/sunday-hours-statement-letter-home.pdf"]


def test_bytes_are_piped_in(tmp_path: Path) -> None:
    done = run("make", "-", "--json", *LETTER, cwd=tmp_path, given=SUNDAYS.read_bytes())
    (piece,) = json.loads(done.stdout)["pieces"]
    assert piece["title"] == "Keep the Maple Street Library Open on Sundays"


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_a_terminal_without_unicode_is_no_reason_to_fail(desk: Path, encoding: str) -> None:
    written(desk, "pool.md", POOL.replace("pool", "δέλτα") + "\n![gone](gone.png)\n")
    env = {"PYTHONIOENCODING": encoding}
    done = run("make", "pool.md", "--url", URL, *LETTER, cwd=desk, env=env)
    assert (done.returncode, done.stderr) == (0, "")


# ---- failures --------------------------------------------------------------------------

Failure = tuple[list[str], ExitCode, str]

FAILURES: dict[str, Failure] = {
    "missing": (["none.md"], ExitCode.STATEMENT, "none.md does not exist; check the name"),
    "a folder": (["."], ExitCode.STATEMENT, "is a folder; give a Markdown or HTML file"),
    "empty": (["empty.md"], ExitCode.EMPTY_STATEMENT, "empty.md is empty; write"),
    "no text": (["titled.md"], ExitCode.EMPTY_STATEMENT, "no text"),
    "no title": (["untitled.md"], ExitCode.NO_TITLE, "no title; add a `title:` line"),
    "front matter": (["matter.md"], ExitCode.FRONT_MATTER, "matter.md, line 2: "),
    "not text": (["photo.md"], ExitCode.NOT_TEXT, "is a picture, not text; give"),
    "wrong bytes": (["latin.md"], ExitCode.NOT_TEXT, "line 5: not UTF-8 text; save"),
    "empty input": (["-"], ExitCode.EMPTY_STATEMENT, "Error: standard input is empty; write"),
    "no folder": (["pool.md", "-o", ""], ExitCode.USAGE, "Error: --out names no folder; give"),
    "no address": (["pool.md", "--url", ""], ExitCode.ADDRESS, "'' is not a web address"),
    "ftp": (["pool.md", "--url", "ftp://a.example/"], ExitCode.ADDRESS, "not a web address"),
    "layout": (["pool.md", "-l", "statment"], ExitCode.UNKNOWN_NAME, "did you mean 'statement'"),
    "format": (["pool.md", "-f", "leter"], ExitCode.UNKNOWN_NAME, "did you mean 'letter'"),
    "printer": (["pool.md", "-p", "hone"], ExitCode.UNKNOWN_NAME, "did you mean 'home'"),
    "nothing near": (["pool.md", "-l", "zzz"], ExitCode.UNKNOWN_NAME, "choose from event, "),
    "overset": (["long.md", "--overset", "error"], ExitCode.OVERSET, "words do not fit; "),
    "letters": (["chinese.md"], ExitCode.GLYPH, "into a folder 'fonts' beside the text"),
    "picture": (["pictured.md", "--strict"], ExitCode.IMAGE, "gone.png"),
    "configuration": (["broken/pool.md"], ExitCode.CONFIG, "flyers.toml cannot be read"),
    "own layout": (["own/pool.md", "-l", "mine"], ExitCode.LAYOUT, "has no template.html"),
    "out is a file": (["pool.md", "-o", "pool.md"], ExitCode.OUTPUT, "choose another folder"),
    "no statement": ([], ExitCode.USAGE, "Missing argument"),
    "no such option": (["pool.md", "--layuot", "x"], ExitCode.USAGE, "No such option"),
    "no such choice": (["pool.md", "--overset", "x"], ExitCode.USAGE, "Invalid value"),
}


@pytest.fixture
def wrong(desk: Path) -> Path:
    """All that can be wrong with a statement, each in a file."""
    written(desk, "empty.md", "\n \n")
    written(desk, "titled.md", "---\ntitle: Pool\n---\n")
    written(desk, "untitled.md", "Just some words.")
    written(desk, "matter.md", "---\ntitle: Pool: open\n---\nText.")
    written(desk, "chinese.md", POOL.replace("We swim", "我們"))
    written(desk, "pictured.md", POOL + "\n![gone](gone.png)\n")
    written(desk, "long.md", long_statement(200))
    written(desk / "broken", "flyers.toml", "[site\n")
    written(desk / "broken", "pool.md")
    written(desk / "own" / "layouts" / "mine", "layout.toml", 'purpose = "x"')
    written(desk / "own", "pool.md")
    Image.new("L", (2, 2)).save(desk / "photo.png")
    (desk / "photo.png").rename(desk / "photo.md")
    (desk / "latin.md").write_bytes(b"---\ntitle: Pool\n---\n\nCaf\xe9.\n")
    return desk


@pytest.mark.parametrize(("arguments", "code", "said"), FAILURES.values(), ids=FAILURES)
def test_a_failure_has_its_code_its_sentence_and_no_file(
    wrong: Path, arguments: list[str], code: ExitCode, said: str
) -> None:
    before = files_in(wrong)
    usual = [] if "-f" in arguments else [*LETTER]
    url = [] if "--url" in arguments else ["--url", URL]
    done = flyers("make", *arguments, *usual, *url)
    assert done.exit_code == code, done.output
    assert said in done.stderr
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    if "Usage:" not in done.stderr:
        assert done.stderr.count("\n") == 1
        assert done.stderr.startswith("Error: ")
    assert files_in(wrong) == before


def test_without_an_address_it_says_how_to_give_one(desk: Path) -> None:
    done = flyers("make", "pool.md")
    assert done.exit_code == ExitCode.ADDRESS
    assert "give --url, or a `url:` line" in done.stderr
    assert files_in(desk) == ["pool.md"]


def test_a_picture_that_cannot_be_used_is_left_out_with_a_warning(wrong: Path) -> None:
    done = flyers("make", "pictured.md", "--url", URL, *LETTER)
    assert done.exit_code == 0
    assert "gone.png: there is no such file" in done.stdout


def full_disk(path: Path, data: bytes) -> int:
    raise OSError(errno.ENOSPC, "No space left on device")


def no_right(path: Path, data: bytes) -> int:
    raise PermissionError(errno.EACCES, "Permission denied")


@pytest.mark.parametrize(
    ("write", "code", "said"),
    [
        (full_disk, ExitCode.DISK_FULL, "no space left for out/pool; free some or choose"),
        (no_right, ExitCode.OUTPUT, "Cannot write into out/pool (Permission denied); choose"),
    ],
)
def test_a_disk_that_takes_no_file(
    desk: Path,
    monkeypatch: pytest.MonkeyPatch,
    write: Callable[[Path, bytes], int],
    code: ExitCode,
    said: str,
) -> None:
    assert flyers("make", "pool.md", "--url", URL, *LETTER).exit_code == 0  # caches are written
    shutil.rmtree(desk / "out")
    monkeypatch.setattr(Path, "write_bytes", write)
    done = flyers("make", "pool.md", "--url", URL, "-f", "letter")
    assert (done.exit_code, said in done.stderr) == (code, True), done.stderr
    assert files_in(desk) == ["pool.md"]


def test_a_folder_that_cannot_be_written_is_told_of_once(desk: Path) -> None:
    written(desk, "park.md")
    formats = ["-f", "letter", "-f", "a4", "--no-preview"]
    done = flyers("make", "pool.md", "park.md", "--url", URL, *formats, "-o", "pool.md")
    assert done.exit_code == ExitCode.OUTPUT
    assert done.stderr.startswith("Error: Cannot write into pool.md (")
    assert done.stderr.count("\n") == 1


def test_a_sheet_that_fails_its_check_is_not_written(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("flyers.preflight.evidence.read_barcodes", lambda picture, soft: [])
    done = flyers("make", "pool.md", "--url", URL, *LETTER)
    assert done.exit_code == ExitCode.CHECK
    assert "statement, letter, home (pool.md, side 1): " in done.stderr
    assert files_in(desk) == ["pool.md"]


def test_a_fault_of_the_tool_is_a_sentence_too(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fault(*arguments: Any, **named: Any) -> None:
        raise ZeroDivisionError("oh")

    monkeypatch.setattr("flyers.pieces.impose.impose", fault)
    done = flyers("make", "pool.md", "--url", URL, *LETTER)
    assert done.exit_code == ExitCode.SOME_FAILED
    assert "flyers itself failed (ZeroDivisionError: oh); please report it" in done.stderr
    assert "Traceback" not in done.stderr
    assert files_in(desk) == ["pool.md"]


def test_a_missing_system_library_is_named(desk: Path) -> None:
    written(desk / "path", "weasyprint.py", 'raise OSError("cannot load libpango-1.0.so.0")\n')
    env = {"PYTHONPATH": str(desk / "path")}
    done = run("make", "pool.md", "--url", URL, *LETTER, cwd=desk, env=env)
    assert done.returncode == ExitCode.SYSTEM_LIBRARY
    assert "`flyers doctor` prints how to install it" in done.stderr
    assert not (desk / "out").exists()


def test_one_bad_statement_among_many_does_not_stop_the_others(wrong: Path) -> None:
    names = ["pool.md", "empty.md", "none.md", "untitled.md"]
    urls = ["--url", "https://example.org/:slug/"]
    done = flyers("make", *names, *urls, "-f", "letter", "-f", "half-sheet", "--no-preview")
    assert done.exit_code == ExitCode.SOME_FAILED
    assert done.stderr.count("Error: ") == 3  # one for each statement, not for each piece
    assert "pool/pool-statement-letter-home.pdf" in files_in(wrong / "out")


def test_two_statements_with_one_name_are_told_of_once(wrong: Path) -> None:
    urls = ["--url", "https://example.org/:slug/"]
    done = flyers("make", "pool.md", "own/pool.md", *urls, *LETTER, "-f", "a4")
    assert done.exit_code == ExitCode.SOME_FAILED
    assert done.stderr.count("Error: ") == 1
    assert "pool.md and own/pool.md both make" in done.stderr
    assert "`slug:`" in done.stderr


def test_if_all_fail_alike_the_code_says_how(wrong: Path) -> None:
    done = flyers("make", "empty.md", "titled.md", "--url", URL, *LETTER)
    assert done.exit_code == ExitCode.EMPTY_STATEMENT


# ---- Ctrl-C ----------------------------------------------------------------------------

INTERRUPTED = """
import os, signal, sys
from flyers.pieces.workshop import Workshop
from flyers.cli import main
command, make = os.getpid(), Workshop.make
def make_and_stop(workshop, job):
    if job.format == "a4":
        os.kill(command, signal.SIGINT)
    return make(workshop, job)
Workshop.make = make_and_stop
main(["make", *sys.argv[1:]])
"""


def test_ctrl_c_leaves_only_whole_files(desk: Path) -> None:
    for number in range(2):
        written(desk, f"pool-{number}.md")
    names = [f"pool-{number}.md" for number in range(2)]
    done = python("-c", INTERRUPTED, *names, "--url", URL, cwd=desk)
    assert done.returncode == ExitCode.INTERRUPTED
    assert done.stdout == ""
    assert done.stderr.strip() == "Stopped; what was finished is whole."
    found = [desk / name for name in files_in(desk) if name.startswith("out")]
    assert len([path for path in found if path.suffix == ".pdf"]) < 8
    for path in found:
        assert path.suffix in (".pdf", ".png")
        if path.suffix == ".pdf":
            assert path.read_bytes().rstrip().endswith(b"%%EOF")
        else:
            with Image.open(path) as picture:
                picture.load()
