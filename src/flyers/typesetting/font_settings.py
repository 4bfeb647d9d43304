"""The settings by which the engine sees the fonts of some folders, and none of the machine."""

import os
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from stat import S_ISDIR
from xml.sax.saxutils import escape

from flyers.core.errors import OutputError
from flyers.core.files import write_whole


def cache_folder() -> Path:
    """Return the folder for fontconfig's cache of the fonts, made if missing; where there is no
    home, one in the folder for temporary files that nobody else may write into."""
    try:
        base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
        folder = Path(base) / "flyers"
        folder.mkdir(parents=True, exist_ok=True)
        if os.access(folder, os.W_OK):
            return folder
    except (OSError, RuntimeError):  # a user without a home
        pass
    return private_folder()


def private_folder() -> Path:
    """Return a folder of this user's own among the temporary files, made if missing.

    Whoever could write there could have other fonts printed. Raises OutputError.
    """
    import tempfile

    try:
        folder = Path(tempfile.gettempdir(), f"flyers-{os.geteuid()}")
        with suppress(FileExistsError):
            folder.mkdir(mode=0o700)
        seen = folder.lstat()
        own = S_ISDIR(seen.st_mode) and seen.st_uid == os.geteuid() and not seen.st_mode & 0o077
        return folder if own else _made_for_this_run()
    except AttributeError:  # Windows, whose folder for temporary files is the user's own
        return Path(tempfile.gettempdir())
    except OSError as error:
        raise OutputError(
            f"There is no folder for temporary files ({error.strerror}); set XDG_CACHE_HOME, or "
            "TMPDIR, to a folder that can be written."
        ) from error


@cache
def _made_for_this_run() -> Path:
    import atexit
    import shutil
    import tempfile

    folder = Path(tempfile.mkdtemp(prefix="flyers-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def use_fonts(folders: tuple[Path, ...]) -> None:
    """Let the engine see the fonts of these folders alone, by a fontconfig file of our own."""
    cache_in = cache_folder()
    lines = [f"<dir>{escape(str(folder))}</dir>" for folder in folders]
    text = (
        '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig>'
        + "".join(lines)
        + f"<cachedir>{escape(str(cache_in / 'fontconfig'))}</cachedir></fontconfig>\n"
    )
    path = cache_in / f"fonts-{sha256(text.encode()).hexdigest()[:12]}.conf"
    try:
        if not path.is_file() or path.read_bytes() != text.encode():
            write_whole(path, text.encode())
    except OSError as error:
        raise OutputError(
            f"Cannot write {path} ({error.strerror}), which names the fonts; "
            "set XDG_CACHE_HOME to a folder that can be written."
        ) from error
    os.environ["FONTCONFIG_FILE"] = str(path)
