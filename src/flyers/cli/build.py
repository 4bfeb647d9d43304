"""`flyers build` and `flyers watch`: everything that flyers.toml asks for."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from flyers.cli.base import (
    HELP,
    ask_hugo,
    collect_rarely,
    echo,
    echo_json,
    failures,
    trusting,
    wait,
)

if TYPE_CHECKING:
    from flyers.production.build.run import BuildForecast


@click.command(context_settings=HELP, short_help="Make what has changed of all in flyers.toml.")
@click.argument("folder", type=click.Path(path_type=Path, exists=True), default=Path())
@click.option("-a", "--all", "everything", is_flag=True, help="Make all, changed or not.")
@click.option(
    "-j",
    "--jobs",
    "workers",
    metavar="N",
    type=click.IntRange(1),
    help="Processes that share the work.  [default: one a processor]",
)
@click.option(
    "-n", "--dry-run", is_flag=True, help="Print what would be made, and why; make nothing."
)
@ask_hugo
@click.option("--prune", is_flag=True, help="Remove files it made that nothing asks for any more.")
@click.option("--json", is_flag=True, help="Print one JSON object and nothing else.")
@click.option("-q", "--quiet", is_flag=True, help="Print errors only.")
@trusting
def build(
    folder: Path,
    everything: bool,
    workers: int | None,
    dry_run: bool,
    ask_hugo: bool,
    prune: bool,
    json: bool,
    quiet: bool,
) -> int:
    """Make all pieces of all statements that [build] in flyers.toml asks for, as far as they have
    changed.

    A piece is made again when its statement, a picture, its layout, a font, flyers.toml or the
    version of flyers is not as it was, or a file of it is gone. Stopped at any moment, it goes on
    the next time.

    \b
    For example:
        flyers build
        flyers build --dry-run
        flyers build --prune
    """
    from flyers.cli.progress import PieceProgress
    from flyers.production.build.messages import as_lines, code_of
    from flyers.production.build.run import BuildRequest, foretell, run

    collect_rarely()
    with PieceProgress(shown=not (quiet or json)) as progress:
        request = BuildRequest(
            folder=folder,
            everything=everything,
            workers=workers,
            ask_hugo=ask_hugo,
            prune=prune,
            waiting=wait,
            progress=progress.step,
        )
        if dry_run:
            return _print_forecast(foretell(request), json=json, quiet=quiet)
        result = run(request)
    if json:
        echo_json(result.as_json(), ascii=True)
        return code_of(result.report)
    failures(result.report)
    if not quiet:
        echo("\n".join(as_lines(result)))
    return code_of(result.report)


def _print_forecast(forecast: "BuildForecast", *, json: bool, quiet: bool) -> int:
    from flyers.production.build.messages import forecast_lines

    if json:
        echo_json(forecast.as_json(), ascii=True)
    elif not quiet:
        echo("\n".join(forecast_lines(forecast)))
    return 0


@click.command(context_settings=HELP, short_help="Build again after every save, until Ctrl-C.")
@click.argument("folder", type=click.Path(path_type=Path, exists=True), default=Path())
@trusting
def watch(folder: Path) -> None:
    """Build, and build again what a save touches, until Ctrl-C.

    The page out/.flyers/preview.html shows what the last save changed. Open it in a browser, which
    keeps it up to date by itself. (out is the folder that [build] names.)

    \b
    For example:
        flyers watch
    """
    from flyers.production.build.watch import WatchRequest, run

    collect_rarely()
    run(WatchRequest(folder=folder.resolve(), say=echo))
