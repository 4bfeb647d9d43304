"""The settings by which the engine sees the fonts of some folders, and none of the machine."""

import os
from hashlib import sha256
from pathlib import Path
from xml.sax.saxutils import escape

from flyers.core.errors import OutputError
from flyers.core.files import write_whole
from flyers.core.private_folder import private_folder


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
