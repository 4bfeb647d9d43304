"""`flyers check` where there is a flyers.toml: its printers, and the imprint of its law."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from faults import FAULTS, good
from flyers.cli import main

CAMPAIGN = """\
[imprint]
jurisdiction = "us-federal"
paid_by = "Orchard Neighbours"
authorized_by = "Orchard Neighbours"

[printers.corner-press]
extends = "shop"
bleed = "5mm"
"""


@pytest.fixture
def campaign(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "flyers.toml").write_text(CAMPAIGN)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def check(name: str, pdf: bytes, *options: str) -> tuple[int, str]:
    Path(name).write_bytes(pdf)
    done = CliRunner().invoke(main, ["check", name, *options])
    return done.exit_code, " ".join(done.output.split())


def with_imprint(size: float) -> bytes:
    draft = good("home")
    draft.front.parts["imprint"] = (
        f"0 g BT /T {size} Tf 36 48 Td (Paid for by Orchard Neighbours.) Tj ET"
    )
    return draft.written()


def test_the_imprint_of_its_law_is_looked_for(campaign: Path) -> None:
    code, said = check("a.pdf", good("home").written(), "-p", "home")
    assert code == 7
    assert "✗ imprint The imprint cannot be read on any page: Paid for by Orchard" in said
    assert check("b.pdf", with_imprint(12), "-p", "home")[0] == 0


def test_an_imprint_that_is_too_small(campaign: Path) -> None:
    code, said = check("a.pdf", with_imprint(8), "-p", "home")
    assert code == 7
    assert "smaller than 12 pt. → Print it in 12 pt or larger." in said


def test_the_web_needs_none(campaign: Path) -> None:
    assert "imprint" not in check("a.pdf", good("web").written(), "-p", "web")[1]


def test_a_printer_of_its_own(campaign: Path) -> None:
    code, said = check("a.pdf", FAULTS["no-bleed"].pdf(), "-p", "corner-press")
    assert code == 7
    assert "not ready for corner-press" in said
    assert "5.0 mm" in said


def test_a_printer_that_is_nowhere(campaign: Path) -> None:
    code, _ = check("a.pdf", good("home").written(), "-p", "corner-pres")
    assert code == 15


@pytest.mark.parametrize(("words", "code"), [("PAID FOR BY", 0), ("Paid by", 7)])
def test_of_another_law_the_beginning_of_its_lines(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: str, code: int
) -> None:
    monkeypatch.chdir(tmp_path)
    draft = good("home")
    draft.front.parts["imprint"] = f"0 g BT /T 13 Tf 36 48 Td ({words} Somebody Else) Tj ET"
    done, said = check("a.pdf", draft.written(), "--jurisdiction", "us-federal")
    assert done == code
    assert ("No page has the imprint that the law wants" in said) == bool(code)


def test_a_law_that_nobody_knows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.pdf").write_bytes(good("home").written())
    done = CliRunner().invoke(
        main, ["check", "a.pdf", "--jurisdiction", "gb"], catch_exceptions=True
    )
    assert "There is no jurisdiction 'gb'" in done.output + done.stderr


def test_what_is_no_pdf_is_told_before_what_the_campaign_lacks(campaign: Path) -> None:
    (campaign / "flyers.toml").write_text('[imprint]\njurisdiction = "us-federal"\n')
    code, said = check("a.md", b"# A bench\n")
    assert code == 20
    assert said.startswith("✗ a.md is a text file, and no PDF.")
