"""Turn a published statement into finished print: fitted, imposed, checked.

>>> from pathlib import Path
>>> from flyers import Job, make
>>> piece = make(Job(statement=Path("sunday-hours.md"), format="tri-fold"))  # doctest: +SKIP
>>> piece.file, piece.fit.type_size, piece.qr.read_back  # doctest: +SKIP

``make`` makes one piece, ``make_all`` many; both raise or report only
FlyersError, whose message is meant for the user. Among `pieces`, what `flyers
make --json` prints is ``Piece.as_json()``.
"""

from typing import TYPE_CHECKING, Any

from flyers.core.version import __version__

if TYPE_CHECKING:
    from flyers.core.errors import ExitCode, FlyersError
    from flyers.core.findings import Finding
    from flyers.pieces.batch import Outcome, make_all
    from flyers.pieces.piece import FitReport, Job, Piece, QrReport

__all__ = [
    "ExitCode",
    "Finding",
    "FitReport",
    "FlyersError",
    "Job",
    "Outcome",
    "Piece",
    "QrReport",
    "__version__",
    "make",
    "make_all",
]

# Loaded when first asked for: importing the package costs nothing.
_HOMES = {
    "ExitCode": "core.errors",
    "FlyersError": "core.errors",
    "Finding": "core.findings",
    "FitReport": "pieces.piece",
    "Job": "pieces.piece",
    "Piece": "pieces.piece",
    "QrReport": "pieces.piece",
    "Outcome": "pieces.batch",
    "make_all": "pieces.batch",
}


def make(job: "Job") -> "Piece":
    """Make one piece and write its files. Raises FlyersError, and then leaves no file."""
    from flyers.pieces.workshop import Workshop

    return Workshop().make(job)


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'flyers' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"flyers.{_HOMES[name]}"), name)
