"""Pictures on disk: found in two folders and nowhere else, and checked before they are used.

The only import of PIL in this package. Nothing of it is changed for others: its limit on
pixels is asked here, in our own words.
"""

import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import SplitResult, unquote, urlsplit
from xml.etree.ElementTree import Element, ParseError, fromstring

from flyers.statements.wording.wordlists import words

LARGEST_FILE = 40_000_000
LARGEST_SVG = 1_000_000
LARGEST_PIXELS = 60_000_000
LONGEST_SIDE = 20
"""Times the other side; what is longer prints as a line."""
FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "TIFF")

_ROTATED = frozenset({5, 6, 7, 8})  # Exif 2.3, tag 0x0112: the sides change places
_ORIENTATION = 0x0112


class UnusableError(Exception):
    """The reason for which a picture is left out, in words that follow its name."""


@dataclass(frozen=True, kw_only=True)
class Folders:
    """The two folders where pictures may lie: the statement's, and the one served as ``/``."""

    home: Path | None = None
    static: Path | None = None

    def find(self, address: str, tried: list[Path]) -> Path:
        """Return the file that an ``src`` names; the places searched are added to ``tried``."""
        parts = _split(address)
        if parts.scheme or parts.netloc or address.startswith("\\\\"):
            raise UnusableError(_elsewhere(parts.scheme))
        name = _PELICAN.sub(r"\1", unquote(parts.path))
        if not name or "\0" in name or len(name) > 2000:
            raise UnusableError("its address names no file")
        roots = (self.static, self.home) if name.startswith("/") else (self.home, self.static)
        escaped = False
        for root in roots:
            if root is None:
                continue
            try:
                top = root.resolve()
                found = (top / name.lstrip("/")).resolve()
                inside = found.is_relative_to(top)
                escaped |= not inside
                tried += [found] if inside else []
                if inside and found.is_file():
                    return found
            except (OSError, ValueError, RuntimeError):
                continue
        if escaped:
            raise UnusableError("it is outside the statement's folder and the static folder")
        raise UnusableError("there is no such file")


# Pelican's `{static}/map.png` counts from its content folder, `{static}map.png` from the page.
_PELICAN = re.compile(r"\A[{|](?:static|attach|filename)[}|](/?)")


def size(path: Path) -> tuple[int, int]:
    """Return width and height in pixels, after a check that the picture can be printed."""
    try:
        weight = path.stat().st_size
        if weight > LARGEST_FILE:
            raise UnusableError(f"its file is larger than {LARGEST_FILE // 1_000_000} MB")
        width, height = _svg(path, weight) if path.suffix.lower() == ".svg" else _pixels(path)
        if max(width, height) > LONGEST_SIDE * min(width, height):
            raise UnusableError(f"it is no more than a line, {width} by {height} pixels")
        return width, height
    except OSError as error:
        raise UnusableError(f"it cannot be read ({error.strerror or 'broken file'})") from error


def _split(address: str) -> SplitResult:
    try:
        return urlsplit(address.strip())
    except ValueError:
        raise UnusableError("its address names no file") from None


def _elsewhere(scheme: str) -> str:
    if scheme in ("data", "file"):
        return f"a {scheme}: address; put the file beside the statement"
    return "it is on the web, and nothing is fetched; save the file beside the statement"


def _pixels(path: Path) -> tuple[int, int]:
    from PIL import Image, UnidentifiedImageError

    try:
        with _whole_files_only(), warnings.catch_warnings():
            # Pillow warns of sizes that are refused below, and of odd metadata that is not used.
            warnings.simplefilter("ignore")
            with Image.open(path, formats=FORMATS) as image:
                width, height = image.size
                if width * height > LARGEST_PIXELS:
                    raise UnusableError(_too_many())
                image.verify()
            with Image.open(path, formats=FORMATS) as image:
                rotated = image.getexif().get(_ORIENTATION) in _ROTATED
                # A JPEG is read at an eighth of its size: enough to see that it is all there.
                image.draft("L", (max(1, width // 8), max(1, height // 8)))
                image.load()
    except UnidentifiedImageError:
        raise UnusableError(f"it is not one of {', '.join(FORMATS)} or SVG") from None
    except Image.DecompressionBombError:
        raise UnusableError(_too_many()) from None
    except UnusableError:
        raise
    except Exception as error:  # Pillow's readers raise nearly anything on a broken file
        raise UnusableError("the file is broken") from error
    return (height, width) if rotated else (width, height)


@contextmanager
def _whole_files_only() -> Iterator[None]:
    """Make Pillow refuse truncated files, whatever another library set for the whole process."""
    from PIL import ImageFile

    lenient, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = lenient


def _too_many() -> str:
    return f"it has more than {LARGEST_PIXELS // 1_000_000} million pixels"


_SVG_UNSAFE = re.compile(r"<!DOCTYPE|<!ENTITY|<\?xml-", re.IGNORECASE)
_SVG_ENCODING = re.compile(
    r"<\?xml\b[^>]*\bencoding\s*=\s*[\"'](?!utf-?8[\"']|us-ascii[\"'])", re.I
)
_SVG_FORBIDDEN = words("image script foreignobject iframe audio video feimage")
_SVG_REFERENCE = re.compile(r"url\(\s*[\"']?\s*(?!#)|@import|\\", re.IGNORECASE)
_NUMBER = re.compile(r"\s*(\d+(?:\.\d+)?)\s*(?:px|pt|mm|cm|in)?\s*\Z")


def _svg(path: Path, weight: int) -> tuple[int, int]:
    if weight > LARGEST_SVG:
        raise UnusableError(f"its file is larger than {LARGEST_SVG // 1_000_000} MB")
    try:
        text = path.read_bytes().decode("utf-8-sig")
        unsafe = _SVG_UNSAFE.search(text) or _SVG_ENCODING.search(text)
        root = None if unsafe else fromstring(text)
    except (UnicodeDecodeError, ParseError, RecursionError):
        raise UnusableError("the file is broken") from None
    if root is None or not all(_is_plain(element) for element in root.iter()):
        raise UnusableError("it is an SVG that uses scripts, entities or other files")
    if _local(root.tag) != "svg":
        raise UnusableError("it is not an SVG drawing")
    box = [float(n) for n in re.findall(r"-?\d+(?:\.\d+)?", root.get("viewBox", ""))[:4]]
    width, height = box[2:4] if len(box) == 4 else (0.0, 0.0)
    given = [_NUMBER.match(root.get(side, "")) for side in ("width", "height")]
    if all(given):
        width, height = (float(match[1]) for match in given if match)
    if not (0 < width < 1e6 and 0 < height < 1e6):
        raise UnusableError("it does not say how large it is; give it a viewBox")
    return max(1, round(width)), max(1, round(height))


def _local(name: object) -> str:
    return str(name).rpartition("}")[2].lower()


def _is_plain(element: Element) -> bool:
    """Return True if an element of an SVG draws only itself."""
    if not isinstance(element.tag, str) or _local(element.tag) in _SVG_FORBIDDEN:
        return False
    for name, value in element.items():
        local = _local(name)
        if local.startswith("on") or (local == "href" and not value.strip().startswith("#")):
            return False
        if _SVG_REFERENCE.search(value):
            return False
    return not (_local(element.tag) == "style" and _SVG_REFERENCE.search(element.text or ""))
