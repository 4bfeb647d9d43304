"""What a check has to say."""

from dataclasses import dataclass
from typing import Literal

from flyers.core.sheets import Box

Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One thing that is not as it should be.

    An ``error`` makes the piece unfit to be handed out, a ``warning`` is for the
    user to judge, a ``note`` is only told. ``page`` is the side of a sheet as
    the PDF counts them, from 1, or None where the whole file is meant.
    ``remedy`` is a sentence that says what to do. ``box`` is where it is, in
    points on that side, where there is one place to point at.
    """

    check: str
    severity: Severity
    page: int | None
    message: str
    remedy: str
    box: Box | None = None
