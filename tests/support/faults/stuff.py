"""What pieces are made of: faces, pictures, codes, each made once."""

from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Literal

import qrcode
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from PIL import Image, ImageOps

from faults.draft import Draft, stream

FACE = Path(__file__).parents[3] / "fonts" / "SourceSans3-Regular.ttf"
LETTERS = "".join(map(chr, range(32, 127))) + "’–"

Space = Literal["DeviceCMYK", "DeviceRGB", "DeviceGray"]
_MODES = {"DeviceCMYK": "CMYK", "DeviceRGB": "RGB", "DeviceGray": "L"}


# ---- type --------------------------------------------------------------------------


@cache
def program() -> bytes:
    """The shipped face with the letters that are used here."""
    options = Options(hinting=False, layout_features=[], notdef_outline=True, name_IDs=[])
    face = TTFont(FACE)
    cutter = Subsetter(options)
    cutter.populate(text=LETTERS)
    cutter.subset(face)
    file = BytesIO()
    face.save(file)
    return file.getvalue()


@cache
def glyphs() -> tuple[dict[int, int], list[int]]:
    """The glyph of each letter, and how far each glyph is wide in thousandths of the type."""
    face = TTFont(BytesIO(program()))
    order = {name: at for at, name in enumerate(face.getGlyphOrder())}
    cmap = {code: order[name] for code, name in face.getBestCmap().items()}
    scale = 1000 / face["head"].unitsPerEm
    widths = [round(face["hmtx"][name][0] * scale) for name in face.getGlyphOrder()]
    return cmap, widths


def add_faces(draft: Draft, *, embedded: bool = True) -> None:
    """T is a simple font with Windows' letters, C a composite one that counts glyphs."""
    cmap, widths = glyphs()
    file = ""
    if embedded:
        program_file = draft.add(stream(program(), f"/Length1 {len(program())}"))
        file = f"/FontFile2 {program_file}"
    descriptor = draft.add(
        "<< /Type /FontDescriptor /FontName /ABCDEF+SourceSans3-Regular /Flags 32 "
        "/FontBBox [-454 -293 2159 968] /ItalicAngle 0 /Ascent 1024 /Descent -400 "
        f"/CapHeight 660 /StemV 80 {file} >>"
    )
    advances = " ".join(str(widths[cmap.get(code, 0)]) for code in range(32, 127))
    draft.name(
        "Font",
        "T",
        "<< /Type /Font /Subtype /TrueType /BaseFont /ABCDEF+SourceSans3-Regular "
        "/Encoding /WinAnsiEncoding /FirstChar 32 /LastChar 126 "
        f"/Widths [{advances}] /FontDescriptor {descriptor} >>",
    )
    inner = draft.add(
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+SourceSans3-Regular "
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
        f"/W [0 [{' '.join(map(str, widths))}]] /CIDToGIDMap /Identity "
        f"/FontDescriptor {descriptor} >>"
    )
    draft.name(
        "Font",
        "C",
        "<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+SourceSans3-Regular "
        f"/Encoding /Identity-H /DescendantFonts [{inner}] /ToUnicode {draft.add(_unicode())} >>",
    )


def _unicode() -> bytes:
    """The letter of each glyph (9.10.3)."""
    rows = [f"<{glyph:04x}> <{code:04x}>" for code, glyph in sorted(glyphs()[0].items())]
    blocks = [rows[at : at + 100] for at in range(0, len(rows), 100)]
    body = "\n".join(
        f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks
    )
    return stream(
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "/CMapName /Letters def /CMapType 2 def\n"
        "1 begincodespacerange <0000> <ffff> endcodespacerange\n"
        f"{body}\nendcmap CMapName currentdict /CMap defineresource pop end end"
    )


def line(text: str, x: float, y: float, size: float = 9.5, *, font: str = "T") -> str:
    """A line of text whose baseline starts there, in the colour of the moment."""
    if font == "C":
        cmap, _ = glyphs()
        shown = "<" + "".join(f"{cmap[ord(letter)]:04x}" for letter in text) + ">"
    else:
        escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        shown = f"({escaped})".replace("’", r"\222").replace("–", r"\226")
    return f"BT /{font} {size:g} Tf 1 0 0 1 {x:g} {y:g} Tm {shown} Tj ET"


# ---- areas, codes ------------------------------------------------------------------


def area(colour: str, left: float, bottom: float, right: float, top: float) -> str:
    """A rectangle in the colour that an operator sets, and the colour as it was again."""
    return f"q {colour} {left:g} {bottom:g} {right - left:g} {top - bottom:g} re f Q"


@cache
def modules(address: str) -> tuple[tuple[bool, ...], ...]:
    """Rows of a QR code from the top, without its quiet zone."""
    made = qrcode.QRCode(border=0, error_correction=qrcode.constants.ERROR_CORRECT_M)
    made.add_data(address)
    made.make(fit=True)
    return tuple(tuple(row) for row in made.get_matrix())


def code(
    address: str, left: float, bottom: float, module: float, *, ink: str, skip: int = 0
) -> str:
    """A QR code as one path. ``skip`` leaves out every so many modules, but for the eyes."""
    rows = modules(address)
    squares = [
        f"{left + x * module:g} {bottom + (len(rows) - 1 - y) * module:g} {module:g} {module:g} re"
        for y, row in enumerate(rows)
        for x, dark in enumerate(row)
        if dark and not (skip and (x + y) % skip == 0 and not _in_an_eye(x, y, len(rows)))
    ]
    return f"q {ink} {' '.join(squares)} f Q"


def _in_an_eye(x: int, y: int, size: int) -> bool:
    return ((x < 8 or x >= size - 8) and y < 8) or (x < 8 and y >= size - 8)


# ---- pictures ----------------------------------------------------------------------


@cache
def photograph(width: int, height: int, space: Space = "DeviceCMYK", quality: int = 90) -> bytes:
    """A JPEG of something soft, no ink of it above two thirds."""
    return jpeg(_soft(width, height, space, 170), quality)


def _soft(width: int, height: int, space: Space, most: int) -> Image.Image:
    upright = Image.linear_gradient("L").resize((width, height))
    round_ = Image.radial_gradient("L").resize((width, height))
    channels = [upright, round_, ImageOps.flip(upright), ImageOps.mirror(round_)]
    dim: Callable[[int], float] = lambda value: value * most / 255  # noqa: E731
    mode = _MODES[space]
    bands = [channel.point(dim) for channel in channels[: len(mode)]]
    return Image.merge(mode, bands) if len(bands) > 1 else bands[0]


def jpeg(picture: Image.Image, quality: int = 90) -> bytes:
    file = BytesIO()
    picture.save(file, "JPEG", quality=quality, subsampling=0)
    return file.getvalue()


def add_photograph(
    draft: Draft,
    name: str = "Photo",
    *,
    width: int = 475,
    height: int = 333,
    space: Space = "DeviceCMYK",
    quality: int = 90,
    entries: str = "",
    data: bytes | None = None,
) -> None:
    """A picture that the pages can show; as large as 114 x 80 points at 300 ppi."""
    # Pillow writes inks as Adobe did, upside down.
    decode = "/Decode [1 0 1 0 1 0 1 0]" if space == "DeviceCMYK" else ""
    draft.name(
        "XObject",
        name,
        stream(
            photograph(width, height, space, quality) if data is None else data,
            f"/Type /XObject /Subtype /Image /Width {width} /Height {height} "
            f"/ColorSpace /{space} /BitsPerComponent 8 /Filter /DCTDecode {decode} {entries}",
            packed=False,
        ),
    )


def shown(name: str, left: float, bottom: float, width: float, height: float) -> str:
    """A picture at that place."""
    return f"q {width:g} 0 0 {height:g} {left:g} {bottom:g} cm /{name} Do Q"
