"""The QR code as one vector path. The only import of qrcode.

Sizes by ISO/IEC 18004: version v has 17 + 4v modules a side and wants four
modules of quiet zone. A module on a flyer is at least half a millimetre, and a
code at least 20 mm, so that a phone reads it from a blurred copy.
"""

from dataclasses import dataclass

from flyers.core.errors import AddressError
from flyers.core.units import mm

QUIET_MODULES = 4
LEAST_MODULE = mm(0.5)
LEAST_SIDE = mm(20)
MOST_QUIET = 24.0
"""Points, the margin of a panel: beyond it there may be a fold, or the edge of a page."""


@dataclass(frozen=True, kw_only=True)
class QrCode:
    """A code without its quiet zone: its ``path`` is drawn in a square of ``modules`` units."""

    address: str
    version: int
    modules: int
    path: str

    def side(self, wanted: float) -> float:
        """Return the side in points: ``wanted``, but no less than phones read for sure, and no more
        than leaves the quiet zone room in a margin."""
        most = self.modules * MOST_QUIET / QUIET_MODULES
        return max(min(wanted, most), LEAST_SIDE, self.modules * LEAST_MODULE)

    def quiet(self, side: float) -> float:
        """Return the quiet zone around a code of that side, in points."""
        return QUIET_MODULES * side / self.modules

    def side_within(self, quiet: float) -> float:
        """Return the side of a code whose quiet zone is so wide, in points."""
        return quiet / QUIET_MODULES * self.modules


def qr_code(address: str) -> QrCode:
    """Return the code for an address, at level M, as small as the address allows. Raises
    AddressError for one that does not fit into any code."""
    import qrcode

    try:
        code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, border=0)
        code.add_data(address, optimize=0)
        code.make(fit=True)
        matrix = code.get_matrix()
    except Exception as error:
        raise AddressError(
            f"The address {address[:60]}… does not fit into a QR code ({type(error).__name__}); "
            "give a shorter one."
        ) from error
    return QrCode(address=address, version=code.version, modules=len(matrix), path=_path(matrix))


def _path(matrix: list[list[bool]]) -> str:
    """Return the code as a path: each run of dark modules in a row is one rectangle."""
    parts = []
    for y, row in enumerate(matrix):
        x = 0
        while x < len(row):
            if not row[x]:
                x += 1
                continue
            end = x
            while end < len(row) and row[end]:
                end += 1
            parts.append(f"M{x} {y}h{end - x}v1h-{end - x}z")
            x = end
    return "".join(parts)
