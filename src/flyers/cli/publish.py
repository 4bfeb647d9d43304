"""`flyers publish`: the files that a site offers to print."""

from pathlib import Path

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


@click.command(context_settings=HELP, short_help="Make the files that a site offers to print.")
@click.argument(
    "site", required=False, type=click.Path(path_type=Path, exists=True), default=Path()
)
@click.option(
    "--write", is_flag=True, help="Put the buttons into the pages, where they have a place for one."
)
@ask_hugo
@click.option("--prune", is_flag=True, help="Remove the files of statements that are gone.")
@click.option("--json", is_flag=True, help="Print one JSON object and nothing else.")
@click.option("-q", "--quiet", is_flag=True, help="Print errors only.")
@trusting
def publish(site: Path, write: bool, ask_hugo: bool, prune: bool, json: bool, quiet: bool) -> int:
    """Make the files that a site offers to print, of every statement it publishes.

    SITE is the folder of flyers.toml, or one below it; without it, the folder you are in.

    \b
    For example:
        flyers publish
        flyers publish --write --prune

    A page's button goes where its source has a line <!-- flyers:print -->, and nowhere else.
    """
    from flyers.cli.progress import PieceProgress
    from flyers.production.build.messages import code_of
    from flyers.production.publishing.messages import as_json, as_lines
    from flyers.production.publishing.run import PublishRequest, run

    collect_rarely()
    with PieceProgress(shown=not (quiet or json)) as progress:
        result = run(
            PublishRequest(
                site=site,
                write=write,
                ask_hugo=ask_hugo,
                prune=prune,
                waiting=wait,
                progress=progress.step,
            )
        )
    report = result.report.as_json()
    failures(report)
    if json:
        echo_json(as_json(result))
    elif not quiet:
        echo("\n".join(as_lines(result)))
    return code_of(report)
