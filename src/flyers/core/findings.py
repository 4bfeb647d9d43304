"""The one value for everything that is reported of a text, a piece, a sheet or a PDF."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from flyers.core.boxes import Box

Severity = Literal["error", "warning", "note"]

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")
"""The gravest first."""

MARKS: Mapping[Severity, str] = {"error": "✗", "warning": "!", "note": "·"}
"""The sign in front of a finding in a terminal."""


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One thing that is not as it should be.

    ``check`` is the name of the check, or of the step of the work, that found it. An ``error``
    makes the piece unfit to be handed out, a ``warning`` is for the user to judge, a ``note`` is
    for information. ``page`` is the side of a sheet as the PDF counts them, from 1, or None for
    the whole file. ``message`` names what is wrong, ``remedy`` what to do, in a sentence each.
    ``box`` is where it is on that side, in points, if there is one place to point at.
    """

    check: str = ""
    severity: Severity = "error"
    page: int | None = None
    line: int | None = None
    message: str
    remedy: str = ""
    box: Box | None = None

    @property
    def sentence(self) -> str:
        """The line of the file, the message and the remedy, as one text."""
        message = f"{self.place}{self.message.rstrip('.')}"
        return f"{message}. {self.remedy}" if self.remedy else message

    @property
    def place(self) -> str:
        """The line of the file in words, as messages begin with it; empty if it is not known."""
        return f"line {self.line}: " if self.line else ""

    @property
    def marked(self) -> str:
        """The sentence with the mark of its severity."""
        return f"{MARKS[self.severity]} {self.sentence}"

    def as_json(self, *, places: bool = True) -> dict[str, Any]:
        """Return the finding as ``--json`` prints it: with ``places``, also the left, bottom,
        right and top of its box."""
        box = self.box
        edges = box and [round(edge, 2) for edge in (box.left, box.bottom, box.right, box.top)]
        return {
            "check": self.check,
            "severity": self.severity,
            "page": self.page,
            "message": self.message,
            "remedy": self.remedy,
            **({"line": self.line} if self.line else {}),
            **({"box": edges} if places else {}),
        }
