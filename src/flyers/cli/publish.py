"""`flyers publish`: the files that a site offers to print."""

import datetime
import gc
import json as notation
from pathlib import Path

import click

from flyers.cli.base import HELP, echo


@click.command(context_settings=HELP)
@click.argument("site", required=False, type=click.Path(path_type=Path), default=Path())
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
    from flyers import publishing
    from flyers.batch import make_all
    from flyers.campaign import campaign_for
    from flyers.report import Progress, exit_code

    gc.set_threshold(50_000, 20, 50)
    place = publishing.site_of(campaign_for(site))
    listed = publishing.listed(place, datetime.date.today())
    held = [entry for entry in listed if entry.withheld]
    published = [entry for entry in listed if not entry.withheld]
    jobs = publishing.jobs_of(place, published)
    outcomes = []
    with Progress(len(jobs), shown=not (quiet or json)) as progress:
        for outcome in make_all(jobs):
            outcomes.append(outcome)
            progress.finished(outcome.job)
            if outcome.error:
                progress.failed(outcome.error)
    links = publishing.links_of(place, published, outcomes)
    if write:
        links = publishing.written(links)
    # A file whose statement could not be made this time is not a stray.
    whole = all(outcome.piece for outcome in outcomes)
    files = [outcome.piece.file for outcome in outcomes if outcome.piece]
    gone = publishing.strays(place, files) if whole else []
    if prune:
        publishing.pruned(gone)
    if json:
        told = publishing.as_json(place, held, links, gone)
        echo(notation.dumps(told, ensure_ascii=False, indent=2))
    elif not quiet:
        for line in publishing.as_lines(place, files, held, links, gone, prune=prune):
            echo(line)
    return exit_code(outcomes)
