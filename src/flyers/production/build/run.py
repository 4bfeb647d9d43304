"""`flyers build` from its request to its result. Imports next to nothing: where nothing was touched
since the last build, a look at every file is all there is to do."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from flyers.core.today import today
from flyers.production.build.memory import glance
from flyers.production.progress import Progress, followed, silent

if TYPE_CHECKING:
    from flyers.campaign import Campaign
    from flyers.production.build.plan import Stale
    from flyers.production.build.scope import BuildScope


@dataclass(frozen=True, kw_only=True)
class BuildRequest:
    """The folder or a file below its flyers.toml, and how it is built: ``everything``, changed or
    not, in so many ``workers`` (None: one a processor), and with ``prune`` the files removed that
    nothing asks for any more. With ``ask_hugo``, Hugo says where the pages are. ``waiting`` is
    called if another build has its turn."""

    folder: Path = Path()
    everything: bool = False
    workers: int | None = None
    prune: bool = False
    ask_hugo: bool = False
    waiting: Callable[[], None] = lambda: None
    progress: Progress = silent


@dataclass(frozen=True, kw_only=True)
class BuildResult:
    """The report of a build in the form of its JSON, and the folder of its files."""

    out: Path
    report: Mapping[str, Any]
    seconds: float

    def as_json(self) -> Mapping[str, Any]:
        """Return the answer of ``--json``."""
        return {**self.report, "seconds": round(self.seconds, 3)}


@dataclass(frozen=True, kw_only=True)
class BuildForecast:
    """The pieces that a build would make, and the files in ``out`` that nothing asks for any
    more."""

    out: Path
    stale: "tuple[Stale, ...]"
    strays: tuple[str, ...]

    def as_json(self) -> Mapping[str, Any]:
        """Return the answer of ``--dry-run --json``."""
        keys = ("statement", "layout", "format", "printer")
        rows = [dict(zip(keys, one.name, strict=True)) | {"why": one.why} for one in self.stale]
        return {"stale": rows, "strays": self.strays}


def run(request: BuildRequest) -> BuildResult:
    """Make everything that flyers.toml asks for and that is not there as it should be. Raises
    ConfigError, UnknownNameError, LayoutError or OutputError."""
    started = time.perf_counter()
    if not (request.everything or request.ask_hugo) and (found := glance(request.folder)):
        report, out = found
        if not (request.prune and report["strays"]):
            same = {**report, "made": 0, "removed": []}
            return BuildResult(out=out, report=same, seconds=time.perf_counter() - started)
    from flyers.campaign import campaign_for
    from flyers.production.build.builder import building

    campaign = campaign_for(_folder(request))
    scope = _scope(campaign, request)
    with building(scope, everything=request.everything, waiting=request.waiting) as builder:
        outcomes = builder.outcomes(request.workers)
        for _ in followed(outcomes, len(builder.plan.stale), request.progress):
            pass
        report = builder.finish(prune=request.prune).as_json()
    return BuildResult(out=campaign.build.out, report=report, seconds=time.perf_counter() - started)


def foretell(request: BuildRequest) -> BuildForecast:
    """Return what ``run`` would make of the same request. Raises as that does."""
    from flyers.campaign import campaign_for
    from flyers.production.build.builder import building

    scope = _scope(campaign_for(_folder(request)), request)
    with building(scope, everything=request.everything, waiting=request.waiting) as builder:
        return BuildForecast(out=scope.out, stale=builder.plan.stale, strays=builder.strays)


def _scope(campaign: "Campaign", request: BuildRequest) -> "BuildScope":
    """Return the scope of a build, its jobs with what Hugo answers if it is asked."""
    from flyers.production.build.scope import scope_of

    scope = scope_of(campaign, today())
    if not request.ask_hugo:
        return scope
    from flyers.pieces.asking import with_answers

    return replace(scope, jobs=tuple(with_answers(scope.jobs)))


def _folder(request: BuildRequest) -> Path:
    return request.folder if request.folder.is_dir() else request.folder.parent
