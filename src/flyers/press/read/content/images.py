"""Images on a page: their resolution, colours and quality (ISO 32000-1, 8.9)."""

from collections import Counter
from io import BytesIO
from math import hypot
from typing import Any

from flyers.core.boxes import Box
from flyers.press.read.content.colours import GREY, ColourSpace, colour_space
from flyers.press.read.content.graphics import GraphicsState
from flyers.press.read.filters import data_of
from flyers.press.read.objects import followed, is_true
from flyers.press.read.painted import PlacedImage

JPEG = "/DCTDecode"

UNIT = Box(left=0, bottom=0, right=1, top=1)
"""The square in which an image is painted, before the matrix (8.9.5)."""

SHORT = {
    "/W": "/Width",
    "/H": "/Height",
    "/BPC": "/BitsPerComponent",
    "/CS": "/ColorSpace",
    "/F": "/Filter",
    "/IM": "/ImageMask",
}
"""Short keys of an inline image (8.9.7, table 93)."""

SHORT_FILTERS = {"/DCT": JPEG, "/Fl": "/FlateDecode", "/CCF": "/CCITTFaxDecode"}

LARGEST_TO_WEIGH = 60_000_000
"""Pixels of the largest image whose ink coverage is counted."""

WEIGHED = 800
"""Pixels on the longer side that are enough to count inks by: a millimetre of a large photo."""

# The quantisation of brightness in a JPEG of quality 50 (ITU-T T.81, table K.1), row by row.
STANDARD = bytes.fromhex(
    "100b0a101828333d0c0c0e131a3a3c370e0d1018283945380e11161d3357503e"
    "12162538446d674d182337405168715c31404e5767797865485c5f6270646763"
)


class ImageXObject:
    """An image, read once however often it is placed; ``data`` is that of an inline image.

    Raises any of NONSENSE for an image that makes no sense.
    """

    def __init__(self, image: Any, data: bytes | None, resources: Any) -> None:
        self._image = image  # kept, or another could be given its id
        self._width, self._height = (
            max(1, int(followed(image.get(key, 1)))) for key in ("/Width", "/Height")
        )
        self._kind = _kind(image.get("/Filter"))
        mask = is_true(image.get("/ImageMask", False))
        self._space = None if mask else _space(image, resources)
        self._bits = 1 if mask else int(followed(image.get("/BitsPerComponent", 8)))
        self._masked = "/SMask" in image or bool(followed(image.get("/SMaskInData", 0)))
        pixels = self._width * self._height
        self._quality, self._coverage = _looked_into(image, data, self._kind, self._space, pixels)

    def placed(self, graphics: GraphicsState) -> PlacedImage | None:
        """Return the image as the graphics state places it; None where nothing of it is visible."""
        matrix, space = graphics.matrix, self._space
        box = matrix.around(UNIT).shared(graphics.clip)
        if box.width <= 0 or box.height <= 0:
            return None
        across, up = hypot(matrix.a, matrix.b), hypot(matrix.c, matrix.d)
        return PlacedImage(
            box=box,
            width=self._width,
            height=self._height,
            ppi=72 * min(self._width / max(across, 1e-6), self._height / max(up, 1e-6)),
            space=space.space if space else None,
            colour=None if space else graphics.fill.colour,
            spots=space.spots if space else (),
            profile=space.profile if space else False,
            bits=self._bits,
            kind=self._kind.lstrip("/"),
            quality=self._quality,
            coverage=self._coverage,
            alpha=graphics.fill.alpha,
            blend=graphics.blend,
            masked=graphics.masked or self._masked,
            overprint=graphics.fill.overprint,
        )


def _kind(filters: Any) -> str:
    """Return the last of its filters, which is the one of the image format."""
    filters = followed(filters)
    names = filters if isinstance(filters, list) else [filters]
    last = str(followed(names[-1])) if names and names[-1] is not None else ""
    return SHORT_FILTERS.get(last, last)


def _space(image: Any, resources: Any) -> ColourSpace:
    return colour_space(image["/ColorSpace"], resources) if "/ColorSpace" in image else GREY


def _looked_into(
    image: Any, data: bytes | None, kind: str, space: ColourSpace | None, pixels: int
) -> tuple[int | None, tuple[float, ...]]:
    """Return the quality of a JPEG, and the ink coverage of an image in CMYK (see ``_weighed``)."""
    if kind != JPEG and not (space and space.space == "cmyk" and data is None):
        return None, ()
    raw = data if data is not None else bytes(getattr(image, "_data", b""))
    if kind == JPEG and raw[:2] != b"\xff\xd8":  # compressed once more
        return None, ()
    if kind == JPEG:
        inks = bool(space and space.space == "cmyk") and pixels <= LARGEST_TO_WEIGH
        decode = followed(image.get("/Decode", image.get("/D"))) or (0,)
        return _of_jpeg(raw, inks=inks, turned=float(decode[0]) > 0)
    if pixels > LARGEST_TO_WEIGH or space is None or int(image.get("/BitsPerComponent", 8)) != 8:
        return None, ()
    size = (int(image["/Width"]), int(image["/Height"]))
    if space.palette and space.under and space.under.parts == 4:
        return None, _weighed_palette(data_of(image)[:pixels], space.palette)
    return None, _weighed_bytes(data_of(image), size) if space.parts == 4 else ()


def _of_jpeg(raw: bytes, *, inks: bool, turned: bool) -> tuple[int | None, tuple[float, ...]]:
    """Return the quality of a JPEG, and its ink coverage where ``inks`` are asked for.

    ``turned`` is True if the image's /Decode takes 1 for no ink. Adobe's CMYK files are stored that
    way, and Pillow inverts those by itself.
    """
    from warnings import catch_warnings, simplefilter

    from PIL import Image, ImageChops

    try:
        with catch_warnings():
            simplefilter("error", Image.DecompressionBombWarning)
            picture = Image.open(BytesIO(raw), formats=("JPEG",))
        tables = getattr(picture, "quantization", {})
        quality = _quality(tuple(tables[0])) if tables else None
        if not inks or picture.mode != "CMYK":
            return quality, ()
        picture.draft("CMYK", (WEIGHED, WEIGHED))
        picture.thumbnail((WEIGHED, WEIGHED))
        as_inks = ("adobe" in picture.info) == turned
        return quality, _weighed(picture if as_inks else ImageChops.invert(picture))
    except (
        OSError,
        ValueError,
        SyntaxError,
        MemoryError,
        Image.DecompressionBombWarning,
        Image.DecompressionBombError,
    ):
        return None, ()


def _quality(table: tuple[int, ...]) -> int:
    """Return the quality as most programs count it: 100 keeps all, 50 is the standard's own
    table."""
    shares = sorted(own / standard for own, standard in zip(table, STANDARD, strict=False))
    scale = 100 * shares[len(shares) // 2]
    quality = 100 - scale / 2 if scale <= 100 else 5000 / scale
    return round(min(100, max(1, quality)))


def _weighed_bytes(data: bytes, size: tuple[int, int]) -> tuple[float, ...]:
    from PIL import Image

    if len(data) < 4 * size[0] * size[1]:
        return ()
    picture = Image.frombytes("CMYK", size, data[: 4 * size[0] * size[1]])
    picture.thumbnail((WEIGHED, WEIGHED))
    return _weighed(picture)


def _weighed_palette(data: bytes, palette: bytes) -> tuple[float, ...]:
    """Return the ink coverage (see ``_weighed``) of an image with a palette of four inks."""
    counts = Counter(data)
    inks = {place: sum(palette[4 * place : 4 * place + 4]) * 100 / 255 for place in counts}
    return tuple(
        sum(count for place, count in counts.items() if inks[place] >= 10 * step - 1) / len(data)
        for step in range(41)
    )


def _weighed(picture: Any) -> tuple[float, ...]:
    """Return for every 10 % of ink from 0 to 400 the share of the pixels with as much or more."""
    from PIL import ImageChops

    cyan, magenta, yellow, black = picture.split()
    half = (ImageChops.add(cyan, magenta, 2), ImageChops.add(yellow, black, 2))
    counts = ImageChops.add(*half, scale=2).histogram()
    total = sum(counts)
    return tuple(
        sum(count for grey, count in enumerate(counts) if grey * 400 / 255 >= 10 * step - 1) / total
        for step in range(41)
    )
