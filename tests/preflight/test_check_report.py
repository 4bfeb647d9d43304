"""What `flyers check` says: in a terminal, as JSON, as a list; and how it ends."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from awkward.building import document, page, written
from faults import FAULTS, good
from flyers.cli import main
from flyers.preflight.checks import CHECKS, check_file
from making import run


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    return tmp_path


def check(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["check", *arguments])


def put(name: str, pdf: bytes) -> str:
    Path(name).write_bytes(pdf)
    return name


def test_a_good_file_is_one_line() -> None:
    done = check(put("good.pdf", good("shop").written()), "-p", "shop")
    assert (done.output, done.exit_code) == ("✓ good.pdf: ready for shop\n", 0)


def test_a_bad_file_is_told_by_check_page_message_and_remedy() -> None:
    done = check(put("bad.pdf", FAULTS["code-in-light-grey"].pdf()), "-p", "shop")
    assert done.exit_code == 7
    assert done.output == (
        "✗ bad.pdf: not ready for shop (1 error)\n"
        "\n"
        "  ✗ qr-codes, page 1\n"
        "    The QR code for https://orchard.example/open hardly stands out from what is\n"
        "    under it.\n"
        "    → Make it black on white, or nearly so.\n"
    )


def test_lines_keep_to_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "50")
    done = check(put("bad.pdf", FAULTS["code-in-light-grey"].pdf()), "-p", "shop")
    assert max(map(len, done.output.splitlines())) <= 50


def test_pages_with_the_same_fault_are_told_together() -> None:
    thin = [page(n, contents=b"0.1 w 10 10 m 90 10 l S") for n in range(1, 4)]
    done = check(put("thin.pdf", written(document(*thin))))
    assert "hairlines, pages 1, 2 and 3" in done.output
    assert done.output.count("A line is") == 1


def test_of_many_faults_of_a_kind_a_few_are_told() -> None:
    thin = [page(n, contents=f"0.0{n} w 10 10 m 90 10 l S".encode()) for n in range(1, 10)]
    done = check(put("thin.pdf", written(document(*thin))))
    assert "hairlines, 9 pages, from page 1 on" in done.output
    assert "… and 5 more like it" in done.output


def test_json_is_one_object_with_every_file() -> None:
    bad = put("bad.pdf", FAULTS["form-field"].pdf())
    done = check(bad, put("good.pdf", good("shop").written()), "none.pdf", "-p", "shop", "--json")
    assert done.exit_code == 7
    answer = json.loads(done.stdout)
    assert list(answer) == ["files"]
    assert [one["file"] for one in answer["files"]] == ["bad.pdf", "good.pdf", "none.pdf"]
    first, second, third = (one["findings"] for one in answer["files"])
    assert second == []
    assert [one["check"] for one in third] == ["readable"]
    for finding in (*first, *third):
        assert list(finding) == ["check", "severity", "page", "message", "remedy", "box"]
    (annotation,) = [one for one in first if one["check"] == "annotations"]
    assert (annotation["page"], annotation["severity"]) == (1, "error")
    assert annotation["box"] == [40, 40, 200, 60]


def test_quiet_tells_of_errors_alone() -> None:
    bad = put("bad.pdf", FAULTS["nothing-said-of-trapping"].pdf())
    assert check(bad, "-p", "shop", "-q").output == ""
    assert "metadata" in check(bad, "-p", "shop").output


def test_a_file_that_is_named_twice_is_told_once() -> None:
    name = put("good.pdf", good("home").written())
    assert check(name, name).output.count("good.pdf") == 1


def test_the_list_has_every_check_with_its_rule_and_source() -> None:
    done = check("--list")
    said = " ".join(done.output.split())
    for one in CHECKS:
        assert one.name in said
        assert one.rule in said
        assert one.source in said


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        (["-p", "shopp"], 15, "did you mean 'shop'"),
        (["--trim", "4x"], 15, "no sheet '4x'"),
        (["--trim", "a5", "--format", "letter"], 2, "give one of them"),
        (["--scheme", "boklet"], 15, "did you mean 'booklet'"),
        (["--format", "leter"], 15, "did you mean 'letter'"),
    ],
)
def test_what_cannot_be_asked(options: list[str], code: int, said: str) -> None:
    done = check(put("good.pdf", good("home").written()), *options)
    assert done.exit_code == code
    assert said in done.stderr


@pytest.mark.parametrize(("trim", "code"), [("4.25x5.5", 0), ("5.5x4.25", 7), ("a6", 7)])
def test_the_declared_size(trim: str, code: int) -> None:
    assert check(put("good.pdf", good("home").written()), "--trim", trim).exit_code == code


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.pdf", b"\xff\xd8\xff\xe0\0\x10JFIF\0", "a.pdf is a JPEG picture, named .pdf."),
        ("a.pdf", "A bench for the park, é".encode(), "a.pdf is a text file, named .pdf."),
        ("a.md", b"# A bench", "a.md is a text file, and no PDF."),
        ("a.pdf", ("x" * 1023 + "é").encode(), "a.pdf is a text file, named .pdf."),
        ("a.pdf", b"\0\1\2", "a.pdf is not a PDF."),
        ("a.pdf", b"", "a.pdf is empty."),
    ],
)
def test_what_is_no_pdf_is_called_by_its_kind(name: str, content: bytes, said: str) -> None:
    done = check(put(name, content))
    assert done.exit_code == 20
    assert done.output.startswith(f"✗ {said} ")
    assert "ready" not in done.output


def test_what_is_not_there_is_one_sentence_and_in_the_json(here: Path) -> None:
    (here / "papers").mkdir()
    assert check("nope.pdf").output == (
        "✗ nope.pdf does not exist. Check the name and the folder.\n"
    )
    assert "✗ papers is a folder. Give the PDF files in it." in check("papers").output
    done = check("nope.pdf", "papers", "--json")
    assert done.exit_code == 20
    files = json.loads(done.output)["files"]
    assert [one["file"] for one in files] == ["nope.pdf", "papers"]
    assert {found["check"] for one in files for found in one["findings"]} == {"readable"}


def test_as_a_shell_runs_it(here: Path) -> None:
    put("good.pdf", good("home").written())
    done = run("check", "good.pdf", "nothing.pdf", cwd=here)
    assert done.returncode == 7
    assert done.stdout == (
        "✓ good.pdf: ready for home\n\n"
        "✗ nothing.pdf does not exist. Check the name and the folder.\n"
    )
    assert done.stderr == ""


def test_a_name_cannot_command_the_terminal() -> None:
    name = put("a\x1b[31m.pdf", good("home").written())
    assert "\x1b" not in check(name).output


def test_no_check_does_anything_but_look() -> None:
    assert check_file.__doc__
    names = [one.name for one in CHECKS]
    assert len(names) == len(set(names))
    assert all(one.severity for one in CHECKS)
