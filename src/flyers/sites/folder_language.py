"""Languages that folders are named for, in sites whose configuration does not say so."""

import os
import re
from pathlib import Path

from flyers.statements.wording.language import language_tag
from flyers.statements.wording.wordlists import words

_SURE = words("ar bg bn cs da de en es eu fa fi fr hu ja ko nl pl pt ro ru sr sv tl tr uk ur vi zh")
# Names of other things too: they count beside a folder of another language.
_UNSURE = words(
    "az be bs ca cy el eo et ga gl he hi hr hy id it ka kk km ku ky lo lt lv mk mn mr ms my nb ne"
    " nn no pa ps si sk sl so sq sw ta te th uz yi"
)
_SUBTAGS = re.compile(r"([a-z]{2})((?:[-_](?:[a-z]{4}|[a-z]{2}|\d{3}))*)", re.IGNORECASE)


def folder_language(file: Path, top: Path) -> str:
    """Return the language of the outermost folder below ``top`` that is named for one; empty if
    there is none: ``de`` of ``content/de/park.md``, ``pt-BR`` of ``pt_br/_posts/park.md``."""
    if not file.is_relative_to(top):
        return ""
    folder = top
    for part in file.relative_to(top).parts[:-1]:
        code = _code(part)
        if code and (code in _SURE or part != code or _has_others(folder, part)):
            return language_tag(part)
        folder /= part
    return ""


def _code(name: str) -> str:
    """Return the language that a name begins with, if all of it is a language tag."""
    match = _SUBTAGS.fullmatch(name)
    code = match[1].lower() if match else ""
    return code if code in _SURE | _UNSURE else ""


def _has_others(folder: Path, name: str) -> bool:
    try:
        with os.scandir(folder) as entries:
            return any(
                entry.is_dir() and entry.name != name and _code(entry.name) for entry in entries
            )
    except OSError:
        return False
