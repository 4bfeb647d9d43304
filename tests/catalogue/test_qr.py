"""The QR code as one vector path."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from flyers.catalogue.qr import LEAST_MODULE, LEAST_SIDE, QUIET_MODULES, QrCode, qr_code
from flyers.core.units import mm
from flyers.preflight.evidence.barcodes import read_barcodes

ADDRESS = "https://maplestreet.example/statements/sunday-hours/"


def drawn(code: QrCode, scale: int = 4) -> Image.Image:
    """The path painted by hand, with its quiet zone."""
    side = (code.modules + 2 * QUIET_MODULES) * scale
    picture = Image.new("L", (side, side), 255)
    for x, y, run in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\d+z", code.path):
        left, top = (int(x) + QUIET_MODULES) * scale, (int(y) + QUIET_MODULES) * scale
        picture.paste(0, (left, top, left + int(run) * scale, top + scale))
    return picture


addresses = st.text("abcdefghijklmnopqrstuvwxyz0123456789-/%?=&~._", max_size=300).map(
    lambda path: f"https://example.org/{path}"
)


@given(addresses)
def test_every_address_is_read_back(address: str) -> None:
    (read,) = read_barcodes(drawn(qr_code(address)))
    assert (read.text, read.sound) == (address, True)


@given(addresses)
def test_the_code_is_as_small_as_the_address_allows(address: str) -> None:
    code = qr_code(address)
    assert code.modules == 17 + 4 * code.version
    bytes_at_level_m = {1: 14, 2: 26, 3: 42, 4: 62, 5: 84, 6: 106}  # ISO/IEC 18004, table 7
    fitting = [v for v, most in bytes_at_level_m.items() if len(address) <= most]
    assert code.version == min(fitting, default=code.version)


def test_the_path_is_rectangles_within_the_code() -> None:
    code = qr_code(ADDRESS)
    assert re.fullmatch(r"(M\d+ \d+h\d+v1h-\d+z)+", code.path)
    for x, y, run, back in re.findall(r"M(\d+) (\d+)h(\d+)v1h-(\d+)z", code.path):
        assert run == back
        assert int(x) + int(run) <= code.modules
        assert int(y) < code.modules


@pytest.mark.parametrize("wanted", [0, mm(10), mm(20), mm(48)])
@pytest.mark.parametrize("address", [ADDRESS, f"https://example.org/{'long/' * 90}"])
def test_a_code_is_large_enough_for_a_phone(address: str, wanted: float) -> None:
    code = qr_code(address)
    side = code.side(wanted)
    assert side >= max(wanted, LEAST_SIDE)
    assert side / code.modules >= LEAST_MODULE - 1e-9


def test_the_quiet_zone_is_four_modules() -> None:
    code = qr_code(ADDRESS)
    assert code.quiet(code.modules * 2.0) == 8.0
