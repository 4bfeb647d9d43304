"""`flyers kit`: everything for an event, in one folder and one zip."""

from pathlib import Path
from typing import Any

import click

from flyers.cli.base import HELP, ask_hugo, collect_rarely, echo, echo_json, trusting
from flyers.cli.completion import completed


@click.command(
    context_settings=HELP, short_help="Make all that an event needs: pieces, tickets, packets."
)
@click.argument("event", required=False, shell_complete=completed("event"))
@click.argument("statement", required=False, type=click.Path(path_type=Path))
@click.option("--list", "listing", is_flag=True, help="List your events and the ready-made kits.")
@click.option("--compare", is_flag=True, help="Only draw a picture of the event in every layout.")
@click.option(
    "--volunteers",
    type=click.IntRange(1, 10_000),
    metavar="N",
    help="How many people hand pieces out.",
)
@click.option("--stock", metavar="WORDS", help="The paper, in words, for the job tickets.")
@click.option("--url", help="The page's address, for the QR code.")
@ask_hugo
@click.option(
    "-o",
    "--out",
    type=click.Path(),
    help="The folder for the kit: DIR/kits/EVENT.  [default: out]",
    metavar="DIR",
)
@click.option("--json", is_flag=True, help="Print one JSON object and nothing else.")
@click.option("-q", "--quiet", is_flag=True, help="Print errors only.")
@trusting
def kit(
    event: str | None,
    statement: Path | None,
    listing: bool,
    compare: bool,
    json: bool,
    quiet: bool,
    **options: Any,
) -> None:
    """Make all that an event needs: pieces, job tickets, packets, a page, a calendar file.

    \b
    EVENT is one of flyers.toml, or a ready-made kit:
        flyers kit library-rally sunday-hours.md
        flyers kit canvass sunday-hours.md --volunteers 25
        flyers kit library-rally sunday-hours.md --compare
    """
    if listing:
        from flyers.campaign import campaign_for
        from flyers.core.today import today
        from flyers.production.kits.messages import listed

        echo(listed(campaign_for(None), today()))
        return
    from flyers.core.errors import OptionError

    if event is None or statement is None:
        raise OptionError(
            f"Name the event and the statement: flyers kit {event or 'library-rally'} "
            "statement.md; --list has the events."
        )
    from flyers.cli.progress import PieceProgress
    from flyers.cli.report import warned
    from flyers.production.kits import run as kits
    from flyers.production.kits.messages import as_json, as_text

    collect_rarely()
    with PieceProgress(shown=not (quiet or json)) as progress:
        request = kits.KitRequest(
            event=event, statement=statement, **options, progress=progress.step
        )
        if compare:
            file = kits.compare(request)
        else:
            finished = kits.run(request)
    if compare:
        if json or not quiet:
            echo(f"{event} in every layout: {file}")
    elif json:
        echo_json(as_json(finished))
    elif not quiet:
        echo(as_text(finished, warned(finished.kit.pieces)))
