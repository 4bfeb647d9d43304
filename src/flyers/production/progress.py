"""Progress of a run, reported step by step to whoever asked for it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flyers.pieces.batch import Outcome


@dataclass(frozen=True, kw_only=True)
class Step:
    """So many of all pieces are done. ``outcome`` is the last one's, and None at the start."""

    done: int
    total: int
    outcome: "Outcome | None" = None


Progress = Callable[[Step], None]


def silent(step: Step) -> None:
    """Show nothing."""


def followed(outcomes: Iterable["Outcome"], total: int, progress: Progress) -> Iterator["Outcome"]:
    """Yield the outcomes, and report each as a step; nothing where there is nothing to do."""
    if total:
        progress(Step(done=0, total=total))
    for done, outcome in enumerate(outcomes, 1):
        progress(Step(done=done, total=total, outcome=outcome))
        yield outcome
