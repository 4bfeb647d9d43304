"""Whatever the engine raises, and whatever it makes without end, is one error of ours."""

import os
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from flyers.core import private_folder as private
from flyers.core.errors import FlyersError, OutputError
from flyers.core.private_folder import private_folder
from flyers.core.shipped import shipped
from flyers.typesetting import engine, font_settings
from flyers.typesetting.engine import Typesetter, UnsettableError
from flyers.typesetting.font_settings import cache_folder

PAGE = "@page{size:200pt 200pt;margin:0}"


@cache
def typesetter() -> Typesetter:
    return Typesetter((shipped("fonts"),))


def set_and_written(html: str, css: str = "") -> bytes:
    setter = typesetter()
    run = setter.set(setter.text(html), [setter.style(PAGE + css, keep=False)])
    return setter.write([run])


class NewError(Exception):
    """An error of a kind that the engine did not have before."""


def failing(*_: Any, **__: Any) -> Any:
    raise NewError("unheard of")


@pytest.mark.parametrize(
    "place", ["CSS.__init__", "HTML.__init__", "HTML.render", "Document.copy", "Document.write_pdf"]
)
def test_any_error_of_the_engine_is_one_of_ours(
    place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    typesetter()
    monkeypatch.setattr(f"weasyprint.{place}", failing)
    with pytest.raises(UnsettableError, match=r"stops at it \(NewError: unheard of\); take out"):
        set_and_written("words")


@pytest.mark.parametrize("error", [MemoryError, RecursionError, KeyboardInterrupt])
def test_what_is_not_the_engines_own_passes(
    error: type[BaseException], monkeypatch: pytest.MonkeyPatch
) -> None:
    def raising(*_: Any, **__: Any) -> None:
        raise error

    typesetter()
    monkeypatch.setattr("weasyprint.HTML.render", raising)
    with pytest.raises(error):
        set_and_written("words")


def test_pages_without_end_are_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "MOST_PAGES", 20)
    with pytest.raises(UnsettableError, match="more than 20 pages"):
        set_and_written("<p>A word.</p>" * 30, "@page{margin:1e9px}")


def test_a_length_that_no_pdf_has_a_number_for_is_refused() -> None:
    with pytest.raises(UnsettableError):
        set_and_written('<svg viewBox="0 0 9 9"><path d="M0 0L1e999 5"/></svg>')


@pytest.mark.parametrize("length", ["1e9pt", "-1e30pt"])
def test_an_element_beyond_all_paper_is_refused(length: str) -> None:
    with pytest.raises(UnsettableError, match="beyond all paper"):
        set_and_written(f'<i id="a" style="position:absolute;left:{length}">x</i>')


# ---- settings of the fonts -------------------------------------------------------------


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder for temporary files; there is no other that can be written."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", "/proc")
    private._made_for_this_run.cache_clear()
    return tmp_path


def is_private(folder: Path) -> bool:
    seen = folder.lstat()
    return seen.st_uid == os.geteuid() and seen.st_mode & 0o777 == 0o700


def test_without_a_cache_the_settings_are_in_a_private_folder(temporary: Path) -> None:
    folder = cache_folder()
    assert folder.parent == temporary
    assert is_private(folder)
    assert cache_folder() == folder


def test_a_user_without_a_home_has_one_too(
    temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def homeless() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setattr(Path, "home", homeless)
    assert is_private(cache_folder())


def opened(folder: Path) -> None:
    folder.mkdir()
    folder.chmod(0o777)


def linked(folder: Path) -> None:
    folder.symlink_to(folder.parent)


@pytest.mark.parametrize("laid", [opened, linked, Path.touch])
def test_a_folder_that_others_laid_there_is_not_used(
    laid: Callable[[Path], None], temporary: Path
) -> None:
    laid(temporary / f"flyers-{os.geteuid()}")
    folder = private_folder()
    assert folder.parent == temporary
    assert folder.name != f"flyers-{os.geteuid()}"
    assert is_private(folder)


def test_settings_that_others_changed_are_written_again(temporary: Path) -> None:
    font_settings.use_fonts((shipped("fonts"),))
    (file,) = private_folder().glob("fonts-*.conf")
    good = file.read_bytes()
    file.write_text("<fontconfig/>")
    font_settings.use_fonts((shipped("fonts"),))
    assert file.read_bytes() == good


def test_no_folder_for_temporary_files_at_all_is_one_error(
    temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(temporary / "missing"))
    with pytest.raises(OutputError, match="no folder for temporary files") as caught:
        private_folder()
    assert isinstance(caught.value, FlyersError)
