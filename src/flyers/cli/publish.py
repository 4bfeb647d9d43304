"""`flyers publish`: the files that a site offers to print."""

import gc
import json as notation
from pathlib import Path

import click

from flyers.cli.base import HELP, echo, failures, wait
from flyers.core.today import today


@click.command(context_settings=HELP, short_help="Make the files that a site offers to print.")
@click.argument(
    "site", required=False, type=click.Path(path_type=Path, exists=True), default=Path()
)
@click.option("--write", is_flag=True, help="Put the buttons into the pages' marked places.")
@click.option("--prune", is_flag=True, help="Remove the files of statements that are gone.")
@click.option("--json", is_flag=True, help="Print one JSON object and nothing else.")
@click.option("-q", "--quiet", is_flag=True, help="Print errors only.")
def publish(site: Path, write: bool, prune: bool, json: bool, quiet: bool) -> int:
    """Make the files that a site offers to print, of every statement it publishes.

    \b
    SITE is the folder of flyers.toml, or one below it; the folder you are in when left out:
        flyers publish
        flyers publish --write --prune

    A page's button goes where its source has a line <!-- flyers:print -->, and nowhere else.
    """
    from flyers.campaign import campaign_for
    from flyers.cli.report import Progress
    from flyers.production import publishing
    from flyers.production.build.builder import taken_up
    from flyers.production.build.messages import code_of

    gc.set_threshold(50_000, 20, 50)
    place = publishing.site_of(campaign_for(site))
    asked = publishing.asked_of(place, today())
    with taken_up(asked, waiting=wait) as work:
        total = len(work.plan.stale)
        with Progress(total, shown=bool(total) and not (quiet or json)) as progress:
            for outcome in work.outcomes():
                progress.finished(outcome.job)
        report = work.finish()
        made = work.made
    said = report.as_json()
    failures(said)
    links = publishing.links_of(place, asked.entries, made)
    if write:
        links = publishing.written(links)
    # A file whose statement could not be made this time is not a stray.
    files = [file for _, line in made if line for file in line.paths(place.static)]
    gone = [] if report.failed else publishing.strays(place, files)
    if prune:
        publishing.pruned(gone)
    if json:
        told = publishing.as_json(place, report, links, gone)
        echo(notation.dumps(told, ensure_ascii=False, indent=2))
    elif not quiet:
        for line in publishing.as_lines(place, files, report, links, gone, prune=prune):
            echo(line)
    return code_of(said)
