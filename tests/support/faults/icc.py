"""ICC profiles that are small and whole: a press with two grid points to an ink (ICC.1:2001-04)."""

from collections.abc import Sequence
from functools import cache
from itertools import product
from struct import pack

# Lab of paper and of the inks over one another, as coated paper has them; black covers all.
_PRINTED = {
    (0, 0, 0): (95, 0, -2),
    (1, 0, 0): (55, -37, -50),
    (0, 1, 0): (48, 74, -3),
    (0, 0, 1): (89, -5, 93),
    (1, 1, 0): (24, 22, -46),
    (1, 0, 1): (50, -68, 25),
    (0, 1, 1): (47, 68, 48),
    (1, 1, 1): (23, 0, 0),
}
_BLACK = (16, 0, 0)


@cache
def press(*, kind: bytes = b"prtr") -> bytes:
    """The profile of a press in four inks."""
    to_lab = [
        value
        for *inks, black in product((0, 1), repeat=4)
        for value in _byte_lab(*(_BLACK if black else _PRINTED[inks[0], inks[1], inks[2]]))
    ]
    to_inks = [
        255 * ink
        for light, red, yellow in product((0, 1), repeat=3)
        for ink in ((1 - red, red, yellow, 0) if light else (0, 0, 0, 1))
    ]
    there, back = _table(4, 3, to_lab), _table(3, 4, to_inks)
    tables = {f"A2B{n}": there for n in range(3)} | {f"B2A{n}": back for n in range(3)}
    return _profile(b"CMYK", b"Lab ", kind, tables | {"gamt": _table(3, 1, [0] * 8)})


@cache
def screen() -> bytes:
    """The profile of a screen, with the primaries of sRGB (IEC 61966-2-1)."""
    curve = b"curv\0\0\0\0\0\0\0\1" + pack(">H", round(2.2 * 256))
    primaries = {
        "rXYZ": (0.436, 0.222, 0.014),
        "gXYZ": (0.385, 0.717, 0.097),
        "bXYZ": (0.143, 0.061, 0.714),
    }
    tags = {name: _xyz(*colour) for name, colour in primaries.items()}
    return _profile(b"RGB ", b"XYZ ", b"mntr", tags | {f"{c}TRC": curve for c in "rgb"})


def _byte_lab(light: float, red: float, yellow: float) -> Sequence[int]:
    return round(light * 2.55), red + 128, yellow + 128  # type: ignore[return-value]


def _table(into: int, out: int, grid: Sequence[int]) -> bytes:
    """A look-up table of bytes (6.5.8), its curves straight."""
    unit = [1, 0, 0, 0, 1, 0, 0, 0, 1]
    head = b"mft1\0\0\0\0" + bytes([into, out, 2, 0]) + pack(">9i", *(n << 16 for n in unit))
    return head + bytes(range(256)) * into + bytes(grid) + bytes(range(256)) * out


def _xyz(*values: float) -> bytes:
    return b"XYZ \0\0\0\0" + pack(">3i", *(round(value * 65536) for value in values))


def _profile(space: bytes, through: bytes, kind: bytes, tags: dict[str, bytes]) -> bytes:
    """The file: a head, a table of tags, the tags; what is said twice stands once (6.1, 6.2)."""
    tags = {
        "desc": b"desc\0\0\0\0" + pack(">I", 5) + b"Test\0" + b"\0" * 78,
        "cprt": b"text\0\0\0\0Nobody's\0",
        "wtpt": _xyz(0.9642, 1, 0.8249),
        **tags,
    }
    start = 128 + 4 + 12 * len(tags)
    table, body = pack(">I", len(tags)), b""
    for name, data in tags.items():
        whole = data + b"\0" * (-len(data) % 4)
        if whole not in body:
            body += whole
        table += pack(">4sII", name.encode(), start + body.index(whole), len(data))
    head = pack(">I4xI4s4s4s", start + len(body), 0x02400000, kind, space, through)
    head += pack(">6H", 2024, 1, 1, 0, 0, 0) + b"acsp" + b"\0" * 28 + _xyz(0.9642, 1, 0.8249)[8:]
    return head.ljust(128, b"\0") + table + body
