"""Files of other pages that a page refers to, by the generator's own names for them."""

from collections.abc import Iterator
from pathlib import Path

from flyers.sites.site import GeneratedSite

_SUFFIXES = ("", ".md", ".markdown", ".html")


def file_of(site: GeneratedSite, page: Path, kind: str, name: str) -> Path | None:
    """Return the file that a reference means; None if there is none, or several that differ.

    ``kind`` is the reference's own name: Hugo's ``ref`` and ``relref`` (gohugo.io, "Links and
    cross references"), Jekyll's ``link`` and ``post_url`` (jekyllrb.com, "Tags").
    """
    path = name.partition("#")[0].strip()
    if not path:
        return None
    for found in _places(site, page, kind, path):
        if _is_inside(found, site.folder):
            return found
    return None


def _places(site: GeneratedSite, page: Path, kind: str, path: str) -> Iterator[Path]:
    if kind == "link":
        yield site.folder / path.lstrip("/")
    elif kind == "post_url":
        for folder in sorted(site.folder.glob("**/_posts")):
            for suffix in _SUFFIXES[1:]:
                yield folder / f"{path.strip('/')}{suffix}"
    elif kind in ("ref", "relref"):
        content = site.content_of(page)
        root = content.folder if content else page.parent
        folders = [root] if path.startswith("/") else [page.parent, root]
        # A translation means the page in its own language.
        language = page.suffixes[-2] if len(page.suffixes) > 1 else ""
        for folder in folders:
            inner = folder / path.strip("/")
            bare = inner.with_suffix("") if inner.suffix in _SUFFIXES[1:] else inner
            for stem in dict.fromkeys((f"{bare}{language}", str(bare))):
                yield from (Path(f"{stem}{suffix}") for suffix in _SUFFIXES[1:])
            yield from (bare / f"index{part}.md" for part in dict.fromkeys((language, "")))


def _is_inside(file: Path, folder: Path) -> bool:
    try:
        return file.is_file() and file.resolve().is_relative_to(folder.resolve())
    except OSError:
        return False
