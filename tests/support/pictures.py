"""Pictures of every kind that a statement may bring, drawn by rule; none is from anywhere."""

from collections.abc import Callable
from functools import cache, partial
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageCms, ImageDraw

SIZE = (600, 400)

DRAWING = """\
<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200" viewBox="0 0 300 200">
<defs><linearGradient id="sky"><stop offset="0" stop-color="#1d5fa8"/>
<stop offset="1" stop-color="#f2c14e"{fading}/></linearGradient></defs>
<rect width="300" height="200" fill="url(#sky)"/>
<rect x="40" y="90" width="90" height="80" fill="#b3261e"{through}/>
<path d="M30 90 85 40 140 90z"/>
<text x="160" y="180" font-size="18" fill="#111">Library</text>
</svg>
"""


def drawing(*, clear: bool) -> bytes:
    """A house before a coloured sky, in lines; one may see through it, or not."""
    parts = (' stop-opacity=".3"', ' opacity=".5"') if clear else ("", "")
    return DRAWING.format(fading=parts[0], through=parts[1]).encode()


@cache
def landscape(size: tuple[int, int] = SIZE) -> Image.Image:
    """Thousands of colours, from nearly white to nearly black, and all of the rainbow."""
    wide, high = size
    across = Image.linear_gradient("L").rotate(90).resize(size)
    down = Image.linear_gradient("L").resize(size)
    picture = Image.merge("HSV", (across, down, Image.eval(down, lambda v: 255 - v // 2)))
    picture = picture.convert("RGB")
    pen = ImageDraw.Draw(picture)
    pen.rectangle((wide // 12, high // 8, wide // 3, high // 2), fill="#000")
    pen.ellipse((wide // 2, high // 4, wide * 7 // 8, high * 7 // 8), fill="#fff")
    return picture


def chart() -> Image.Image:
    """Three bars and a black frame on white: four colours."""
    picture = Image.new("RGB", SIZE, "#fff")
    pen = ImageDraw.Draw(picture)
    for at, colour in enumerate(("#b3261e", "#1d5fa8", "#b3261e")):
        pen.rectangle((60 + 180 * at, 100 + 60 * at, 180 + 180 * at, 360), fill=colour)
    pen.rectangle((20, 20, 580, 380), outline="#000", width=6)
    return picture


def _saved(picture: Image.Image, kind: str, **options: object) -> bytes:
    file = BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()


def _deep_grey() -> bytes:
    """Sixteen bits, as scanners write them."""
    grey = landscape().convert("L")
    pixels = b"".join((257 * level).to_bytes(2, "little") for level in grey.tobytes())
    return _saved(Image.frombytes("I;16", SIZE, pixels), "PNG")


def _see_through(kind: str) -> bytes:
    picture = landscape().convert(kind)
    picture.putalpha(Image.radial_gradient("L").resize(SIZE))
    return _saved(picture, "PNG")


def _with_profile(name: str) -> bytes:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    if name != "sRGB":
        profile = wide_profile(profile)
    return _saved(landscape(), "JPEG", quality=92, icc_profile=profile)


def wide_profile(srgb: bytes) -> bytes:
    """A profile that is not sRGB: its red and green have changed places, and so has its name."""
    swapped = srgb.replace(b"rXYZ", b"tmpX").replace(b"gXYZ", b"rXYZ").replace(b"tmpX", b"gXYZ")
    return swapped.replace("sRGB".encode("utf-16-be"), "wide".encode("utf-16-be"))


def _turned() -> bytes:
    """A photograph that a telephone took on its side."""
    exif = Image.Exif()
    exif[0x0112] = 6
    return _saved(landscape(), "JPEG", quality=92, exif=exif)


PICTURES: dict[str, Callable[[], bytes]] = {
    "rgb.jpg": lambda: _saved(landscape(), "JPEG", quality=92),
    "rgb.png": lambda: _saved(landscape(), "PNG"),
    "srgb.jpg": partial(_with_profile, "sRGB"),
    "wide.jpg": partial(_with_profile, "wide"),
    "turned.jpg": _turned,
    "rgba.png": partial(_see_through, "RGB"),
    "grey.jpg": lambda: _saved(landscape().convert("L"), "JPEG", quality=92),
    "grey.png": lambda: _saved(landscape().convert("L"), "PNG"),
    "grey-as-rgb.png": lambda: _saved(landscape().convert("L").convert("RGB"), "PNG"),
    "grey-alpha.png": partial(_see_through, "L"),
    "deep.png": _deep_grey,
    "cmyk.jpg": lambda: _saved(landscape().convert("CMYK"), "JPEG", quality=92),
    "cmyk.tif": lambda: _saved(landscape().convert("CMYK"), "TIFF"),
    "palette.png": lambda: _saved(landscape().quantize(200), "PNG"),
    "palette.gif": lambda: _saved(landscape().quantize(200), "GIF"),
    "photo.webp": lambda: _saved(landscape(), "WEBP", quality=90),
    "chart.png": lambda: _saved(chart(), "PNG"),
    "one-bit.png": lambda: _saved(chart().resize((1800, 1200)).convert("1"), "PNG"),
    "drawing.svg": partial(drawing, clear=False),
    "clear.svg": partial(drawing, clear=True),
}
"""By file name. A telephone's, a scanner's, a designer's, a browser's."""


def album(folder: Path, *names: str, url: str = "") -> Path:
    """A statement with these pictures, or all, each with a line of text, in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = ["---", "title: What the bus line looks like", "date: 2027-05-12", "---", ""]
    for name in names or PICTURES:
        (folder / name).write_bytes(PICTURES[name]())
        lines += [f"A picture of the kind {name}, by the bus stop.", "", f"![{name}]({name})", ""]
    path = folder / "album.md"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def pixel(picture: Image.Image, x: int, y: int) -> tuple[int, ...]:
    """The levels of a pixel, one for each band."""
    return tuple(picture.crop((x, y, x + 1, y + 1)).tobytes())
