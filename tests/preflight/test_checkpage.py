"""The page of `flyers check --html`: whole by itself, right about places, and safe to open."""

import itertools
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import CliRunner

from faults import FAULTS, good
from flyers.catalogue.printers import printer_named
from flyers.cli import main
from flyers.core.boxes import Box
from flyers.core.findings import Finding
from flyers.preflight.case import Declared
from flyers.preflight.checked_file import CheckedFile, checked_path
from flyers.preflight.report.html import page

HOSTILE = '<script>alert("1")</script>&\u202eevil $title {0} %s'

VOID = {"meta", "img", "br", "link"}


class Reader(HTMLParser):
    """The tree as far as it matters here: elements with their attributes, and what is said."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.words: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open[-1:] != ["style"]:
            self.words.append(data)

    def all(self, *, kind: str) -> Iterator[dict[str, str]]:
        """The attributes of all elements of that class."""
        return (own for _, own in self.elements if kind in own.get("class", "").split())

    @property
    def text(self) -> str:
        return " ".join(self.words)


def looked_at(tmp_path: Path, *names: str, printer: str = "shop") -> list[CheckedFile]:
    """Files with those faults; one without any is called good."""
    files = []
    for name in names:
        path = tmp_path / f"{name}.pdf"
        path.write_bytes(good(printer).written() if name == "good" else FAULTS[name].pdf())
        files.append(checked_path(path, printer_named(printer), Declared()))
    return files


def share(style: str, edge: str) -> float:
    found = re.search(rf"{edge}:([\d.]+)%", style)
    assert found
    return float(found[1])


@pytest.fixture(scope="module")
def several(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The page on a file with faults on page 1, one of the whole file, and one without any."""
    folder = tmp_path_factory.mktemp("several")
    return page(looked_at(folder, "code-in-the-margin", "form-field", "good"), "shop")


def test_it_needs_nothing_else(several: str) -> None:
    read = Reader(several)
    names = {name for name, _ in read.elements}
    assert not names & {"script", "link", "iframe", "object", "form"}
    sources = [own["src"] for _, own in read.elements if "src" in own]
    assert len(sources) == 6
    assert all(source.startswith("data:image/png;base64,") for source in sources)
    assert all(own["href"].startswith("#") for _, own in read.elements if "href" in own)
    assert "url(" not in several
    assert "@import" not in several
    assert not any(name.startswith("on") for _, own in read.elements for name in own)


def test_every_way_leads_somewhere(several: str) -> None:
    read = Reader(several)
    ids = [own["id"] for _, own in read.elements if "id" in own]
    assert len(ids) == len(set(ids))
    goals = {own["href"].removeprefix("#") for _, own in read.elements if "href" in own}
    assert goals <= set(ids)
    named = {own["aria-labelledby"] for _, own in read.elements if "aria-labelledby" in own}
    assert named <= set(ids)


def test_pictures_have_words_and_headings_their_order(several: str) -> None:
    read = Reader(several)
    assert all(own["alt"] for name, own in read.elements if name == "img")
    levels = [int(name[1]) for name, _ in read.elements if re.fullmatch(r"h\d", name)]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))
    assert [own.get("lang") for name, own in read.elements if name == "html"] == ["en"]


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (("good",), "It is ready for shop:"),
        (("form-field",), "It is not ready for shop:"),
        (("good", "form-field"), "1 of them is ready for shop."),
        (("no-bleed", "form-field"), "None is ready for shop."),
    ],
)
def test_it_begins_with_the_answer(tmp_path: Path, names: tuple[str, ...], said: str) -> None:
    assert said in Reader(page(looked_at(tmp_path, *names), "shop")).text


def test_what_was_found_stands_in_it(tmp_path: Path) -> None:
    (file,) = looked_at(tmp_path, "form-field")
    read = Reader(page([file], "shop"))
    assert file.findings
    for finding in file.findings:
        assert finding.message in read.text
        assert finding.remedy in read.text
    assert len(list(read.all(kind="place"))) == sum(bool(f.box) for f in file.findings)


def test_a_place_is_where_the_fault_is(tmp_path: Path) -> None:
    (file,) = looked_at(tmp_path, "form-field")
    (place,) = Reader(page([file], "shop")).all(kind="place")
    # The field is at 40..200 by 40..60, on a page of -9..315 by -9..405.
    assert share(place["style"], "left") == pytest.approx(100 * 49 / 324, abs=0.5)
    assert share(place["style"], "width") == pytest.approx(100 * 160 / 324, abs=0.5)
    assert share(place["style"], "top") == pytest.approx(100 * (405 - 60) / 414, abs=0.5)
    assert share(place["style"], "height") == pytest.approx(100 * 20 / 414, abs=0.5)


def test_a_place_on_a_page_that_is_turned(tmp_path: Path) -> None:
    draft = good("home")
    draft.front.entries["Rotate"] = "90"
    path = tmp_path / "turned.pdf"
    path.write_bytes(draft.written())
    file = checked_path(path, printer_named("home"), Declared())
    here = Finding(
        check="qr-codes",
        severity="error",
        page=1,
        message="Here.",
        remedy="",
        box=Box(left=0, bottom=0, right=30.6, top=99),
    )
    shown = CheckedFile(file=file.file, findings=(here,), evidence=file.evidence, pdf=file.pdf)
    (place,) = Reader(page([shown], "home")).all(kind="place")
    # Clockwise: what was at the lower left is at the upper left.
    assert share(place["style"], "left") == pytest.approx(0, abs=0.5)
    assert share(place["style"], "top") == pytest.approx(0, abs=0.5)
    assert share(place["style"], "width") == pytest.approx(25, abs=0.5)
    assert share(place["style"], "height") == pytest.approx(10, abs=0.5)


def test_numbers_do_not_lie_on_one_another(tmp_path: Path) -> None:
    (file,) = looked_at(tmp_path, "good")
    box = Box(left=100, bottom=100, right=200, top=200)
    same = [
        Finding(check="bleed", severity="note", page=1, message=str(n), remedy="", box=where)
        for n, where in enumerate([box] * 30 + [None] * 30)
    ]
    shown = CheckedFile(file="a.pdf", findings=tuple(same), evidence=file.evidence, pdf=file.pdf)
    numbers = [own["style"] for own in Reader(page([shown], "shop")).all(kind="tag")]
    assert len(set(numbers)) == 60


@pytest.mark.parametrize("names", [("good",), ("good", "form-field")])
def test_whatever_a_file_says_is_only_said(tmp_path: Path, names: tuple[str, ...]) -> None:
    files = [
        CheckedFile(
            file=HOSTILE,
            findings=tuple(
                Finding(check=HOSTILE, severity="error", page=n, message=HOSTILE, remedy=HOSTILE)
                for n in (None, 1, 9)
            ),
            evidence=file.evidence,
            pdf=file.pdf,
        )
        for file in looked_at(tmp_path, *names)
    ]
    html = page(files, HOSTILE)
    read = Reader(html)
    assert "script" not in {name for name, _ in read.elements}
    assert "\u202e" not in html
    assert '<script>alert("1")</script>& evil $title {0} %s' in read.text


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    path = tmp_path / "notes.pdf"
    path.write_text("not a PDF")
    read = Reader(page([checked_path(path, printer_named("shop"), Declared())], "shop"))
    assert "is a text file, named .pdf" in read.text
    assert "img" not in {name for name, _ in read.elements}


def test_it_is_small_and_always_the_same(tmp_path: Path) -> None:
    files = looked_at(tmp_path, "form-field")
    html = page(files, "shop")
    assert html == page(files, "shop")
    assert len(html) < 80_000


def test_the_command_writes_it(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(FAULTS["form-field"].pdf())
    report = tmp_path / "new" / "report.html"
    options = ["check", str(path), "-p", "shop", "--html", str(report)]
    done = CliRunner().invoke(main, options)
    assert done.exit_code == 7
    assert "annotations" in done.output
    assert "1 form field lies on the page" in report.read_text("utf-8")
