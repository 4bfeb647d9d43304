"""The line of a terminal that shows how far a run is. Imports next to nothing."""

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from flyers.core.terminal import bare, dumb, say
from flyers.core.wording import counted

if TYPE_CHECKING:
    from flyers.production.progress import Step

BAR = 20
"""Letters that the bar of the progress is long."""


class PieceProgress:
    """One line on the terminal that shows how many pieces are done; nothing where there is no
    terminal. With ``errors``, what stops pieces is printed at once."""

    def __init__(self, *, shown: bool, errors: bool = False) -> None:
        self._shown = shown and sys.stderr.isatty() and not dumb()
        self._errors = errors
        self._printed: set[str] = set()

    def __enter__(self) -> "PieceProgress":
        return self

    def __exit__(self, *_: object) -> None:
        self._write("")

    def step(self, step: "Step") -> None:
        """Show how far the work is."""
        if step.outcome is None:
            self._write(f"Making {counted(step.total, 'piece')} …")
            return
        if step.done:
            job = step.outcome.job
            full = round(BAR * step.done / step.total)
            bar = f"{'━' * full}{'─' * (BAR - full)}"
            name = Path(job.called).name
            self._write(f"{bar} {step.done}/{step.total} {name}: {job.layout}, {job.format}")
        if self._errors and step.outcome.error:
            self._fail(str(step.outcome.error))

    def _fail(self, error: str) -> None:
        """Take the line away and print the error; once, however many jobs it stops."""
        if error not in self._printed:
            self._printed.add(error)
            self._write("")
            say(error)

    def _write(self, line: str) -> None:
        if self._shown:
            width = shutil.get_terminal_size().columns - 1
            sys.stderr.write(f"\r\x1b[K{bare(line)[:width]}")
            sys.stderr.flush()
