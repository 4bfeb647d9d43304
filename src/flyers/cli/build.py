"""`flyers build` and `flyers watch`: everything that flyers.toml asks for."""

import gc
import os
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from flyers.cli.base import HELP, echo, failures, wait
from flyers.core.today import today

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flyers.production.build.builder import Work


@click.command(
    context_settings=HELP, short_help="Make what is stale of all that flyers.toml asks for."
)
@click.argument("folder", type=click.Path(path_type=Path, exists=True), default=Path())
@click.option("-a", "--all", "everything", is_flag=True, help="Make all, stale or not.")
@click.option("-j", "--jobs", type=click.IntRange(1), help="Processes.  [default: all processors]")
@click.option("-n", "--dry-run", is_flag=True, help="Say what is stale, and why; make nothing.")
@click.option("--prune", is_flag=True, help="Remove files it made that nothing asks for any more.")
@click.option("--json", is_flag=True, help="Print one JSON object and nothing else.")
@click.option("-q", "--quiet", is_flag=True, help="Print errors only.")
def build(
    folder: Path,
    everything: bool,
    jobs: int | None,
    dry_run: bool,
    prune: bool,
    json: bool,
    quiet: bool,
) -> int:
    """Make all pieces of all statements that [build] in flyers.toml asks for, as far as stale.

    A piece is stale when its statement, a picture, its layout, a font, the configuration or the
    version is not as it was. Stopped at any moment, it goes on the next time.

    \b
    For example:
        flyers build
        flyers build --dry-run
        flyers build --prune
    """
    from flyers.production.build.memory import glance

    started = time.perf_counter()
    if not (everything or dry_run) and (found := glance(folder)):
        summary, out = found
        if not (prune and summary["strays"]):
            same = {**summary, "made": 0, "removed": []}
            return _told(same, out, started, json=json, quiet=quiet)
    from flyers.campaign import campaign_for
    from flyers.cli.report import Progress
    from flyers.production.build.builder import taken_up
    from flyers.production.build.scope import asked_of

    # As for `flyers make`: setting text makes many small objects that all live on.
    gc.set_threshold(50_000, 20, 50)
    campaign = campaign_for(folder if folder.is_dir() else folder.parent)
    asked = asked_of(campaign, today())
    with taken_up(asked, everything=everything, waiting=wait) as work:
        if dry_run:
            return _foretold(work, json=json, quiet=quiet)
        total = len(work.plan.stale)
        with Progress(total, shown=bool(total) and not (quiet or json)) as progress:
            for outcome in work.outcomes(jobs):
                progress.finished(outcome.job)
        report = work.finish(prune=prune).as_json()
    return _told(report, campaign.build.out, started, json=json, quiet=quiet)


@click.command(context_settings=HELP, short_help="Build again after every save, until Ctrl-C.")
@click.argument("folder", type=click.Path(path_type=Path, exists=True), default=Path())
def watch(folder: Path) -> None:
    """Build, and build again what a save touches, until Ctrl-C.

    What the last save gave is shown by .flyers/preview.html in the folder of the build; a browser
    keeps it up to date by itself.

    \b
    For example:
        flyers watch
    """
    from flyers.production.build.watch import Watch

    gc.set_threshold(50_000, 20, 50)
    for number, _ in enumerate(Watch(folder.resolve(), echo).rounds()):
        if not number:
            echo("Watching; Ctrl-C ends it.")


def _foretold(work: "Work", *, json: bool, quiet: bool) -> int:
    """Say what a build would do."""
    stale, out = work.plan.stale, work.asked.out
    if json:
        import json as notation

        rows = [
            dict(zip(("statement", "layout", "format", "printer"), one.name, strict=True))
            | {"why": one.why}
            for one in stale
        ]
        echo(notation.dumps({"stale": rows, "strays": work.strays}, indent=2))
    elif not quiet:
        for one in stale:
            echo(f"{' '.join(one.name)}: {', '.join(one.why)}")
        for file in work.strays:
            echo(f"{_from_here(out / file)}: nothing asks for it any more")
        if not (stale or work.strays):
            echo("Nothing is stale.")
    return 0


def _told(
    report: "Mapping[str, Any]", out: Path, started: float, *, json: bool, quiet: bool
) -> int:
    """Say what became of it; returns how the command ends."""
    from flyers.production.build.messages import as_lines, code_of

    seconds = time.perf_counter() - started
    if json:
        import json as notation

        echo(notation.dumps({**report, "seconds": round(seconds, 3)}, indent=2))
        return code_of(report)
    failures(report)
    if not quiet:
        for line in as_lines(report, _from_here(out), seconds):
            echo(line)
    return code_of(report)


def _from_here(path: Path) -> str:
    """A folder or file by its shorter name."""
    return min(os.path.relpath(path), str(path), key=len)
