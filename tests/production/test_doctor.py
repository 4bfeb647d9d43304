"""The doctor finds what is missing and names the command that helps."""

from importlib import metadata
from pathlib import Path

import pytest

from flyers.core import machine
from flyers.production import doctor
from flyers.production.doctor import Examination, Requirement, State, as_text, is_met, run


def named(report: Examination, name: str) -> Requirement:
    return next(item for item in report.items if item.name == name)


def test_where_the_tests_run_everything_is_here() -> None:
    report = run()
    assert report.ok, as_text(report)
    assert [named(report, name).state for name in ("weasyprint", "Pango", "fonts")] == ["ok"] * 3
    assert "Everything is here." in as_text(report)


def test_packages_that_only_developers_need_are_not_asked_for() -> None:
    assert "pytest" not in [item.name for item in run().items]


def test_a_missing_library_comes_with_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "version_of", lambda library: None)
    monkeypatch.setattr(machine, "remedy", lambda need: f"brew install {need}")
    report = run()
    assert not report.ok
    assert named(report, "Pango") == Requirement(
        part="System libraries", name="Pango", state=State.MISSING, remedy="brew install pango"
    )
    assert as_text(report).count("brew install pango") == 1


@pytest.mark.parametrize(
    ("installed", "state"),
    [("70.1", State.OK), ("69.9", State.OUTDATED), ("71.0", State.OUTDATED)],
)
def test_a_package_has_to_be_of_the_right_version(
    installed: str, state: State, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(metadata, "requires", lambda name: ["weasyprint<71,>=70"])
    monkeypatch.setattr(metadata, "version", lambda name: installed)
    item = named(run(), "weasyprint")
    assert (item.state, item.found) == (state, installed)
    assert ("pip install 'weasyprint<71,>=70'" in item.remedy) == (state is State.OUTDATED)


def test_a_package_that_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(metadata, "requires", lambda name: ["no-such-package>=1"])
    report = run()
    assert named(report, "no-such-package").state is State.MISSING
    assert not report.ok


@pytest.mark.parametrize(
    ("requirement", "version", "met"),
    [
        ("pillow", "1", True),
        ("pillow>=11", "11", True),
        ("pillow>=11", "11.0.0", True),
        ("pillow>=11.0", "11", True),
        ("pillow>=11", "9.5", False),
        ("pillow<12,>=11", "12.0", False),
        ("pillow<12,>=11", "11.3.post1", True),
    ],
)
def test_versions_are_compared_as_numbers(requirement: str, version: str, met: bool) -> None:
    assert is_met(requirement, version) is met


def test_a_cache_that_cannot_be_written_is_only_a_warning(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "not-a-folder"
    file.touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(file))
    report = run()
    assert named(report, "cache").state is State.WARNING
    assert "XDG_CACHE_HOME" in named(report, "cache").remedy
    assert report.ok


def test_an_empty_folder_of_layouts_is_as_good_as_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doctor, "shipped", lambda name: tmp_path)
    assert named(run(), "layouts").state is State.MISSING


def test_the_report_is_a_table_with_the_remedies_under_it() -> None:
    report = Examination(
        items=(
            Requirement(part="Python", name="Python", found="3.11.7"),
            Requirement(part="System libraries", name="Fontconfig", found="2.14.1"),
            Requirement(
                part="System libraries", name="Pango", state=State.MISSING, remedy="apk add it"
            ),
        )
    )
    assert as_text(report).splitlines() == [
        "Python",
        "  ok        Python      3.11.7",
        "System libraries",
        "  ok        Fontconfig  2.14.1",
        "  missing   Pango",
        "",
        "What to do",
        "  apk add it",
    ]
