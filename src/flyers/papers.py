"""Table of sheet and trim sizes, upright.

ISO 216 for the A series; ASME Y14.1 / ANSI for letter.
"""

from dataclasses import dataclass

from flyers.units import inches, mm


@dataclass(frozen=True, kw_only=True)
class Paper:
    """A size of paper. Lengths in points."""

    name: str
    width: float
    height: float

    def turned(self) -> "Paper":
        """The same paper, lying on its side."""
        return Paper(name=self.name, width=self.height, height=self.width)


PAPERS = {
    paper.name: paper
    for paper in (
        Paper(name="letter", width=inches(8.5), height=inches(11)),
        Paper(name="a4", width=mm(210), height=mm(297)),
    )
}
