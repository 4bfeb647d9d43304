"""Libraries and programs that must be installed beside Python: Pango, on some systems venv.

No Python package carries Pango, so it comes from the system's package manager. Here
are the libraries that are needed, the test for each, and the command that installs
them on each system.

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


def _version_by(function: str) -> Callable[[CDLL], str]:
    """Return a reader of a library's version, by the function that has it as text."""

    def version(library: CDLL) -> str:
        version_string = library[function]
        version_string.restype = c_char_p
        return bytes(version_string()).decode()

    return version


def _glib_version(library: CDLL) -> str:
    parts = ("glib_major_version", "glib_minor_version", "glib_micro_version")
    return ".".join(str(c_uint.in_dll(library, part).value) for part in parts)


def _fontconfig_version(library: CDLL) -> str:
    number = int(library.FcGetVersion())  # 2.14.1 is 21401
    return f"{number // 10000}.{number // 100 % 100}.{number % 100}"


@dataclass(frozen=True, kw_only=True)
class Library:
    """A library that WeasyPrint loads; ``file`` is its name on Linux."""

    name: str
    file: str
    version: Callable[[CDLL], str]


# WeasyPrint opens these by name as soon as it is imported. Without the subsetter it only
# warns, but the same statement makes other, larger files.
LIBRARIES = (
    Library(name="GObject", file="libgobject-2.0.so.0", version=_glib_version),
    Library(name="Pango", file="libpango-1.0.so.0", version=_version_by("pango_version_string")),
    Library(
        name="PangoFT2", file="libpangoft2-1.0.so.0", version=_version_by("pango_version_string")
    ),
    Library(name="HarfBuzz", file="libharfbuzz.so.0", version=_version_by("hb_version_string")),
    Library(
        name="HarfBuzz subset",
        file="libharfbuzz-subset.so.0",
        version=_version_by("hb_version_string"),
    ),
    Library(name="Fontconfig", file="libfontconfig.so.1", version=_fontconfig_version),
)

# Homebrew on Apple silicon, Homebrew on Intel, MacPorts. macOS by itself searches only
# the second, which is why an installed Pango is so often not found.
MACOS_FOLDERS = ("/opt/homebrew/lib", "/usr/local/lib", "/opt/local/lib")


def files(library: Library, system: str = sys.platform) -> tuple[str, ...]:
    """Return the names to open a library by; the first that works is the right one."""
    if system != "darwin":
        return (library.file,)
    dylib = library.file.partition(".so")[0] + ".dylib"
    return (dylib, *(f"{folder}/{dylib}" for folder in MACOS_FOLDERS))


def version_of(library: Library) -> str | None:
    """Return the version that is installed, or None if the library is missing.

    Opens the file as WeasyPrint does: ``ctypes.util.find_library`` would start ldconfig
    and a compiler for every name that it does not know.
    """
    for file in files(library):
        try:
            return library.version(CDLL(file))
        except OSError:
            continue
    return None


def show_libraries_to_python() -> None:
    """Let Python find the libraries in Homebrew's and MacPorts' folders, on macOS.

    Has to be called before WeasyPrint is imported. A shell cannot do it: macOS strips
    this variable from all that ``make`` and ``sh`` start.
    """
    if sys.platform == "darwin":
        os.environ.setdefault("DYLD_FALLBACK_LIBRARY_PATH", ":".join((*MACOS_FOLDERS, "/usr/lib")))


# --- the package managers ------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class PackageManager:
    """A row of the table below. ``family`` is ID or ID_LIKE in /etc/os-release, ``refresh`` the
    command that fetches the lists of a new machine, ``packages`` those for each need."""

    family: str
    refresh: str | None = None
    install: str
    packages: dict[str, str]
    as_root: bool = True

    def commands(self, needs: Iterable[str]) -> list[str]:
        """Return the commands that install these needs, in their order."""
        python = f"{sys.version_info.major}.{sys.version_info.minor}"
        packages = [self.packages[need] for need in needs]
        install = " ".join([self.install, *packages]).format(python=python)
        return [self.refresh, install] if self.refresh else [install]


_POPPLER_UTILS = "poppler-utils ghostscript qpdf"
_POPPLER_TOOLS = "poppler-tools ghostscript qpdf"
_POPPLER = "poppler ghostscript qpdf"


def _needs(pango: str, venv: str, readers: str) -> dict[str, str]:
    return {"pango": pango, "venv": venv, "readers": readers, "hugo": "hugo"}


PACKAGE_MANAGERS = (
    PackageManager(
        family="debian",  # and Ubuntu, Mint, Raspberry Pi OS
        refresh="apt-get update",
        install="apt-get install --yes --no-install-recommends",
        packages=_needs(
            "libpangoft2-1.0-0 libharfbuzz-subset0", "python{python}-venv", _POPPLER_UTILS
        ),
    ),
    PackageManager(
        family="fedora",  # and Red Hat, CentOS, Rocky
        install="dnf install --assumeyes",
        packages=_needs("pango", "python3", _POPPLER_UTILS),
    ),
    PackageManager(
        family="suse",
        install="zypper --non-interactive install",
        packages=_needs("libpango-1_0-0 libharfbuzz-subset0", "python3", _POPPLER_TOOLS),
    ),
    PackageManager(
        family="arch",
        install="pacman -S --needed --noconfirm",
        packages=_needs("pango", "python", _POPPLER),
    ),
    PackageManager(
        family="alpine",
        install="apk add",
        packages=_needs(
            "so:libpangoft2-1.0.so.0 so:libharfbuzz-subset.so.0", "python3", _POPPLER_UTILS
        ),
    ),
    PackageManager(
        family="macos",
        install="brew install",
        packages=_needs("pango", "python", _POPPLER),
        as_root=False,  # Homebrew refuses root
    ),
)


def families() -> tuple[str, ...]:
    """Return this system's name, then those of its relatives: ("ubuntu", "debian")."""
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
    """Return the command line that installs these needs here, or advice in words."""
    manager = package_manager()
    if manager is None:
        what = " and ".join(NEEDS[need].title for need in needs)
        return f"install {what} with this system's package manager"
    sudo = "sudo " if manager.as_root and os.geteuid() != 0 else ""
    return " && ".join(sudo + command for command in manager.commands(needs))


# --- what is missing, and its installation --------------------------------------------


@dataclass(frozen=True, kw_only=True)
class Need:
    """Something that this project needs, and the test that it is there."""

    title: str
    is_met: Callable[[], bool]


NEEDS = {
    "pango": Need(
        title="Pango",
        is_met=lambda: all(version_of(library) is not None for library in LIBRARIES),
    ),
    "venv": Need(
        title="Python's venv",  # Debian packages it apart: the module is there, pip is not
        is_met=lambda: find_spec("ensurepip") is not None,
    ),
    "readers": Need(
        title="Poppler, Ghostscript and qpdf",  # other readers that the tests hand our files to
        is_met=lambda: all(map(shutil.which, ("pdffonts", "pdfimages", "pdftoppm", "gs", "qpdf"))),
    ),
    "hugo": Need(
        title="Hugo",  # builds the site of the tests
        is_met=lambda: shutil.which("hugo") is not None,
    ),
}


def bring(needs: Iterable[str]) -> None:
    """Install those of these needs that are missing, or exit with a sentence that explains how."""
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
    # The result counts, not the exit code: apt-get update fails for any one of its sources.
    if _unmet(missing):
        sys.exit(f"{output}{what}, but this did not do it: {by_hand}")


def _unmet(needs: Iterable[str]) -> list[str]:
    invalidate_caches()  # an import that failed before the installation may work after it
    return [need for need in needs if not NEEDS[need].is_met()]


def _output(command: Sequence[str]) -> str:
    """Run the command; return its output, to be shown only if the installation failed."""
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
    """Return the prefix of the command: nothing or sudo; None if neither will do."""
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
