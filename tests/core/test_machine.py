"""Libraries that the machine needs are found, installed, or asked for in one sentence."""

import io
import os
import platform
import shutil
import subprocess
import sys
from ctypes import CDLL
from pathlib import Path
from types import SimpleNamespace

import pytest

from flyers.core import machine
from flyers.core.machine import (
    LIBRARIES,
    NEEDS,
    PACKAGE_MANAGERS,
    Library,
    Need,
    bring,
    files,
    remedy,
    version_of,
)

SYSTEMS = {
    "Debian": ({"ID": "debian"}, "apt-get"),
    "Ubuntu": ({"ID": "ubuntu", "ID_LIKE": "debian"}, "apt-get"),
    "Rocky": ({"ID": "rocky", "ID_LIKE": "rhel centos fedora"}, "dnf"),
    "Tumbleweed": ({"ID": "opensuse-tumbleweed", "ID_LIKE": "opensuse suse"}, "zypper"),
    "Arch": ({"ID": "arch"}, "pacman"),
    "Alpine": ({"ID": "alpine"}, "apk"),
}


class Machine:
    """A machine of our own making: its system, its user, and what was run on it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._monkeypatch = monkeypatch
        self.commands: list[str] = []
        self.has_pango = False
        self.programs = {"apt-get"}
        self.sudo_works = False
        self.install_works = True
        self.runs({"ID": "debian"})
        self.user(1000)
        monkeypatch.setattr(sys, "platform", "linux")
        monkeypatch.setattr(sys, "stdin", io.StringIO())  # nobody is there to type a password
        monkeypatch.setattr(shutil, "which", lambda name: name if name in self.programs else None)
        monkeypatch.setattr(subprocess, "run", self._run)
        monkeypatch.setitem(NEEDS, "pango", Need(title="Pango", is_met=lambda: self.has_pango))

    def runs(self, release: dict[str, str]) -> None:
        self._monkeypatch.setattr(platform, "freedesktop_os_release", lambda: release)

    def user(self, number: int) -> None:
        self._monkeypatch.setattr(os, "geteuid", lambda: number)

    def _run(self, command: list[str], **_: object) -> SimpleNamespace:
        if command[-1] == "true":
            return SimpleNamespace(returncode=0 if self.sudo_works else 1)
        self.commands.append(" ".join(command))
        self.has_pango = "install" in command and self.install_works
        return SimpleNamespace(stdout="E: no network\n")


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> Machine:
    return Machine(monkeypatch)


def ending(*needs: str) -> str:
    """The sentence that bring() ends the process with."""
    with pytest.raises(SystemExit) as end:
        bring(needs)
    return str(end.value)


def test_libraries_that_are_here_tell_their_version() -> None:
    versions = {library.name: version_of(library) for library in LIBRARIES}
    assert all(version and version[0].isdigit() for version in versions.values()), versions


def test_a_library_that_is_not_here_has_no_version() -> None:
    def never(library: CDLL) -> str:
        raise AssertionError

    assert version_of(Library(name="Nothing", file="libnothing-9.so.9", version=never)) is None


def test_macos_has_other_names_and_other_folders() -> None:
    fontconfig = LIBRARIES[-1]
    assert files(fontconfig, "linux") == ("libfontconfig.so.1",)
    assert files(fontconfig, "darwin")[:2] == (
        "libfontconfig.dylib",
        "/opt/homebrew/lib/libfontconfig.dylib",
    )


def test_macos_is_shown_where_homebrew_keeps_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(os, "environ", {})
    machine.show_libraries_to_python()
    assert "/opt/homebrew/lib" in os.environ["DYLD_FALLBACK_LIBRARY_PATH"].split(":")


@pytest.mark.parametrize("system", SYSTEMS)
def test_each_system_has_its_own_command(system: str, bare: Machine) -> None:
    release, program = SYSTEMS[system]
    bare.runs(release)
    assert remedy("pango").startswith(f"sudo {program} ")


def test_each_system_has_a_package_for_every_need() -> None:
    assert all(manager.packages.keys() == NEEDS.keys() for manager in PACKAGE_MANAGERS)


def test_homebrew_refuses_root(bare: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert remedy("pango") == "brew install pango"


def test_debian_packs_venv_apart_and_by_version(bare: Machine) -> None:
    bare.user(0)
    python = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    assert remedy("venv").endswith(f" {python}")


def test_an_unknown_system_is_told_what_not_how(bare: Machine) -> None:
    bare.runs({"ID": "slackware"})
    assert ending("pango") == (
        "Pango must be installed; install Pango with this system's package manager, then try again."
    )


def test_nothing_is_done_where_nothing_is_missing(bare: Machine) -> None:
    bare.has_pango = True
    bring(["pango"])
    assert bare.commands == []


def test_root_just_installs(bare: Machine) -> None:
    bare.user(0)
    bring(["pango"])
    assert bare.commands == remedy("pango").split(" && ")


def test_sudo_is_used_where_it_works(bare: Machine) -> None:
    bare.programs.add("sudo")
    bare.sudo_works = True
    bring(["pango"])
    assert bare.commands[0] == "sudo --non-interactive apt-get update"


@pytest.mark.parametrize("programs", [{"apt-get"}, {"apt-get", "sudo"}, set()])
def test_without_the_right_to_install_one_sentence_has_the_command(
    programs: set[str], bare: Machine
) -> None:
    bare.programs = programs
    assert ending("pango") == (
        "Pango must be installed; run this, then try again: "
        "sudo apt-get update && sudo apt-get install --yes --no-install-recommends "
        "libpangoft2-1.0-0 libharfbuzz-subset0"
    )
    assert bare.commands == []


def test_an_install_that_fails_shows_what_was_said_and_the_command(bare: Machine) -> None:
    bare.user(0)
    bare.install_works = False
    said = ending("pango")
    assert said.startswith("E: no network")
    assert said.endswith(remedy("pango"))


def test_it_runs_as_a_plain_file_before_anything_is_installed() -> None:
    """-S leaves out site-packages, -I the current folder and the environment."""
    subprocess.run([sys.executable, "-I", "-S", Path(machine.__file__), "pango"], check=True)
