"""What the machine itself must bring: Pango, and on some systems Python's own venv.

No Python package carries Pango, so it comes from the system's package manager. Here
stand the libraries that are wanted, the command that installs them on each system,
and the way to find out whether they are there.

``scripts/setup.sh`` runs this as a plain file on a machine where nothing is installed
yet, so it imports the standard library and nothing else::

    python3 src/flyers/core/machine.py pango venv
"""

import os
import platform
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from ctypes import CDLL, c_char_p, c_uint
from dataclasses import dataclass
from importlib import invalidate_caches
from importlib.util import find_spec

# --- the libraries -------------------------------------------------------------------


def _told_by(function: str) -> Callable[[CDLL], str]:
    """A reader of the version, for a library with a function that returns it as text."""

    def version(library: CDLL) -> str:
        tell = library[function]
        tell.restype = c_char_p
        return bytes(tell()).decode()

    return version


def _glib_version(library: CDLL) -> str:
    parts = ("glib_major_version", "glib_minor_version", "glib_micro_version")
    return ".".join(str(c_uint.in_dll(library, part).value) for part in parts)


def _fontconfig_version(library: CDLL) -> str:
    number = int(library.FcGetVersion())  # 2.14.1 is 21401
    return f"{number // 10000}.{number // 100 % 100}.{number % 100}"


@dataclass(frozen=True, kw_only=True)
class Library:
    name: str
    file: str  # as Linux calls it
    version: Callable[[CDLL], str]


# What weasyprint opens by name as soon as it is imported. The subsetter it only asks
# for with a warning, but without it the same statement makes other, larger files.
LIBRARIES = (
    Library(name="GObject", file="libgobject-2.0.so.0", version=_glib_version),
    Library(name="Pango", file="libpango-1.0.so.0", version=_told_by("pango_version_string")),
    Library(name="PangoFT2", file="libpangoft2-1.0.so.0", version=_told_by("pango_version_string")),
    Library(name="HarfBuzz", file="libharfbuzz.so.0", version=_told_by("hb_version_string")),
    Library(
        name="HarfBuzz subset",
        file="libharfbuzz-subset.so.0",
        version=_told_by("hb_version_string"),
    ),
    Library(name="Fontconfig", file="libfontconfig.so.1", version=_fontconfig_version),
)

# Homebrew on Apple silicon, Homebrew on Intel, MacPorts. macOS looks by itself only in
# the second, which is why an installed Pango is so often not found.
MACOS_FOLDERS = ("/opt/homebrew/lib", "/usr/local/lib", "/opt/local/lib")


def files(library: Library, system: str = sys.platform) -> tuple[str, ...]:
    """The names to open it by, the first that works being the right one."""
    if system != "darwin":
        return (library.file,)
    dylib = library.file.partition(".so")[0] + ".dylib"
    return (dylib, *(f"{folder}/{dylib}" for folder in MACOS_FOLDERS))


def version_of(library: Library) -> str | None:
    """The version that is installed, or None where the library is missing.

    The file is opened as weasyprint opens it. ``ctypes.util.find_library`` would start
    ldconfig and a compiler for every name it does not know.
    """
    for file in files(library):
        try:
            return library.version(CDLL(file))
        except OSError:
            continue
    return None


def show_libraries_to_python() -> None:
    """On macOS, let the libraries be found in Homebrew's and MacPorts' folders.

    To be called before weasyprint is imported. A shell cannot do it: macOS strips this
    variable from whatever ``make`` and ``sh`` start.
    """
    if sys.platform == "darwin":
        os.environ.setdefault("DYLD_FALLBACK_LIBRARY_PATH", ":".join((*MACOS_FOLDERS, "/usr/lib")))


# --- the package managers ------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class PackageManager:
    family: str  # ID or ID_LIKE in /etc/os-release
    refresh: str | None = None  # what has to come first where a new machine has no lists
    install: str
    packages: dict[str, str]  # of each need
    as_root: bool = True

    def commands(self, needs: Iterable[str]) -> list[str]:
        """What to run, in this order, to install these needs."""
        python = f"{sys.version_info.major}.{sys.version_info.minor}"
        packages = [self.packages[need] for need in needs]
        install = " ".join([self.install, *packages]).format(python=python)
        return [self.refresh, install] if self.refresh else [install]


PACKAGE_MANAGERS = (
    PackageManager(
        family="debian",  # and Ubuntu, Mint, Raspberry Pi OS
        refresh="apt-get update",
        install="apt-get install --yes --no-install-recommends",
        packages={
            "pango": "libpangoft2-1.0-0 libharfbuzz-subset0",
            "venv": "python{python}-venv",
            "readers": "poppler-utils ghostscript qpdf",
            "hugo": "hugo",
        },
    ),
    PackageManager(
        family="fedora",  # and Red Hat, CentOS, Rocky
        install="dnf install --assumeyes",
        packages={
            "pango": "pango",
            "venv": "python3",
            "readers": "poppler-utils ghostscript qpdf",
            "hugo": "hugo",
        },
    ),
    PackageManager(
        family="suse",
        install="zypper --non-interactive install",
        packages={
            "pango": "libpango-1_0-0 libharfbuzz-subset0",
            "venv": "python3",
            "readers": "poppler-tools ghostscript qpdf",
            "hugo": "hugo",
        },
    ),
    PackageManager(
        family="arch",
        install="pacman -S --needed --noconfirm",
        packages={
            "pango": "pango",
            "venv": "python",
            "readers": "poppler ghostscript qpdf",
            "hugo": "hugo",
        },
    ),
    PackageManager(
        family="alpine",
        install="apk add",
        packages={
            "pango": "so:libpangoft2-1.0.so.0 so:libharfbuzz-subset.so.0",
            "venv": "python3",
            "readers": "poppler-utils ghostscript qpdf",
            "hugo": "hugo",
        },
    ),
    PackageManager(
        family="macos",
        install="brew install",
        packages={
            "pango": "pango",
            "venv": "python",
            "readers": "poppler ghostscript qpdf",
            "hugo": "hugo",
        },
        as_root=False,  # Homebrew refuses root
    ),
)


def families() -> tuple[str, ...]:
    """What this system is, then what it is like: Ubuntu is ("ubuntu", "debian")."""
    if sys.platform == "darwin":
        return ("macos",)
    try:
        release = platform.freedesktop_os_release()
    except OSError:
        return ()
    return (release["ID"], *release.get("ID_LIKE", "").split())


def package_manager() -> PackageManager | None:
    known = {manager.family: manager for manager in PACKAGE_MANAGERS}
    return next((known[family] for family in families() if family in known), None)


def remedy(*needs: str) -> str:
    """The command line that installs these needs here, or what to do without one."""
    manager = package_manager()
    if manager is None:
        what = " and ".join(NEEDS[need].title for need in needs)
        return f"install {what} with this system's package manager"
    sudo = "sudo " if manager.as_root and os.geteuid() != 0 else ""
    return " && ".join(sudo + command for command in manager.commands(needs))


# --- what is missing, and bringing it ------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class Need:
    title: str
    is_met: Callable[[], bool]


NEEDS = {
    "pango": Need(
        title="Pango",
        is_met=lambda: all(version_of(library) is not None for library in LIBRARIES),
    ),
    "venv": Need(
        title="Python's venv",  # Debian packs it apart: the module is there, pip is not
        is_met=lambda: find_spec("ensurepip") is not None,
    ),
    "readers": Need(
        title="Poppler, Ghostscript and qpdf",  # what the tests have read our files, beside us
        is_met=lambda: all(map(shutil.which, ("pdffonts", "pdfimages", "pdftoppm", "gs", "qpdf"))),
    ),
    "hugo": Need(
        title="Hugo",  # which builds the tests' site
        is_met=lambda: shutil.which("hugo") is not None,
    ),
}


def bring(needs: Iterable[str]) -> None:
    """Install whatever of these needs is missing, or end with a sentence that says how."""
    missing = _unmet(needs)
    if not missing:
        return
    what = f"{' and '.join(NEEDS[need].title for need in missing)} must be installed"
    manager, by_hand = package_manager(), remedy(*missing)
    if manager is None:
        sys.exit(f"{what}; {by_hand}, then try again.")
    sudo = _right_to_install(manager)
    if sudo is None:
        sys.exit(f"{what}; run this, then try again: {by_hand}")
    output = ""
    for command in manager.commands(missing):
        print(command, flush=True)
        output += _output([*sudo, *shlex.split(command)])
    # What counts is the result: apt-get update fails for any one of its sources.
    if _unmet(missing):
        sys.exit(f"{output}{what}, but this did not do it: {by_hand}")


def _unmet(needs: Iterable[str]) -> list[str]:
    invalidate_caches()  # an import that failed before the installation may work after it
    return [need for need in needs if not NEEDS[need].is_met()]


def _output(command: Sequence[str]) -> str:
    """Run it, and keep for a failure the hundred lines that package managers say."""
    done = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )
    return done.stdout


def _right_to_install(manager: PackageManager) -> Sequence[str] | None:
    """What to write before the command: nothing, sudo, or None if neither will do."""
    if shutil.which(shlex.split(manager.install)[0]) is None:
        return None
    if os.geteuid() == 0 or not manager.as_root:
        return ()
    # sudo may ask for a password where somebody is there to type it
    sudo = ("sudo",) if sys.stdin.isatty() else ("sudo", "--non-interactive")
    if shutil.which("sudo") is None:
        return None
    allowed = subprocess.run([*sudo, "true"], stderr=subprocess.DEVNULL).returncode == 0
    return sudo if allowed else None


if __name__ == "__main__":
    bring(sys.argv[1:])
