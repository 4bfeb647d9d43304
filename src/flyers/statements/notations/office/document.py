"""A document as it comes out of its reader, and the place of its pictures."""

import re
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from flyers.core.errors import OutputError
from flyers.core.files import write_whole
from flyers.core.private_folder import private_folder


@dataclass(frozen=True, kw_only=True)
class OfficeText:
    """The text as HTML, and the pictures that its ``src`` attributes name. ``title`` is the one
    among the document's properties, which is often an older file's."""

    html: str
    title: str = ""
    pictures: dict[str, bytes] = field(default_factory=dict)

    def laid_out(self) -> Path | None:
        """Write the pictures into a folder of this user's own, and return it; None without
        pictures. The same pictures have the same folder. Raises OutputError."""
        if not self.pictures:
            return None
        digest = sha256()
        for name, data in self.pictures.items():
            digest.update(f"{name} {len(data)} ".encode() + data)
        folder = private_folder() / f"document-{digest.hexdigest()[:16]}"
        try:
            folder.mkdir(exist_ok=True, mode=0o700)
            for name, data in self.pictures.items():
                path = folder / name
                if not path.is_file() or path.read_bytes() != data:
                    write_whole(path, data)
        except OSError as error:
            raise OutputError(
                f"The pictures of a document cannot be kept in {folder} ({error.strerror}); set"
                " TMPDIR to a folder that can be written."
            ) from error
        return folder


def picture_name(number: int, suffix: str) -> str:
    """Return the name of a document's picture, by its number."""
    return f"picture-{number}.{re.sub('[^a-z0-9]', '', suffix.lower()) or 'bin'}"
