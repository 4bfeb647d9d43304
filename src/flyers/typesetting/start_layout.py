"""`flyers layouts new`: a layout of your own, begun as a copy of another."""

import shutil
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from flyers.core.errors import LayoutError
from flyers.core.shipped import shipped
from flyers.typesetting.layouts import SHARED, layout_folders, layout_named

PARTS = ("base.html", "parts.html", "base.css")
"""Files that the shipped layouts share. A new layout gets copies of them, which come first, so
that it stays as it is when the shared ones change."""


@dataclass(frozen=True, kw_only=True)
class LayoutRequest:
    """The name of the new layout, that of the layout to copy, and the folder for your layouts."""

    name: str
    base: str = "statement"
    into: Path = Path("layouts")


@dataclass(frozen=True, kw_only=True)
class LayoutResult:
    """The folder of the new layout."""

    folder: Path


def run(request: LayoutRequest) -> LayoutResult:
    """Make the new layout, whole or not at all. Raises LayoutError or UnknownNameError."""
    name, into = request.name, request.into
    if not name.replace("-", "").replace("_", "").isalnum():
        raise LayoutError(
            f"{name!r} cannot be the name of a layout; use letters, digits, hyphens and _ alone."
        )
    source = layout_named(request.base, (into, *layout_folders(Path.cwd()))).folder
    folder = into / name
    try:
        if folder.exists():
            raise LayoutError(f"{folder} exists already; choose another name.")
        into.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=into, prefix=".new-") as desk:
            made = shutil.copytree(source, Path(desk) / name, copy_function=shutil.copyfile)
            for part in PARTS:
                if not (made / part).exists():
                    shutil.copyfile(shipped("layouts") / SHARED / part, made / part)
            made.rename(folder)
    except OSError as error:
        reason = error.strerror or "a file of it cannot be copied"
        raise LayoutError(f"Cannot make {folder} ({reason}); choose another --into.") from error
    return LayoutResult(folder=folder)
