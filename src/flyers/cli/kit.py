"""`flyers kit`: everything for an event, in one folder and one zip."""

import gc
from pathlib import Path
from typing import Any

import click

from flyers.cli.base import HELP, completed, echo
from flyers.core.today import today


@click.command(
    context_settings=HELP, short_help="Make all that an event needs, counted and packed."
)
@click.argument("event", required=False, shell_complete=completed("event"))
@click.argument("statement", required=False, type=click.Path(path_type=Path))
@click.option("--list", "listing", is_flag=True, help="List your events and the ready-made kits.")
@click.option("--compare", is_flag=True, help="Only draw the event in every layout, side by side.")
@click.option("--volunteers", type=click.IntRange(1, 10_000), help="How many hand pieces out.")
@click.option("--stock", help="The paper, in words, for the job tickets.")
@click.option("--url", help="The page's address, for the QR code.")
@click.option("-o", "--out", type=click.Path(), help="Folder for the kit's folder.  [default: out]")
@click.option("--json", is_flag=True, help="Print one JSON object and nothing else.")
@click.option("-q", "--quiet", is_flag=True, help="Print errors only.")
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
    from flyers.campaign import campaign_for
    from flyers.cli.report import Progress, warned
    from flyers.core.errors import OptionError
    from flyers.production.kits.messages import as_json, listed, told
    from flyers.production.kits.run import Order

    day = today()
    if listing:
        echo(listed(campaign_for(None), day))
        return
    if event is None or statement is None:
        raise OptionError(
            f"Name the event and the statement: flyers kit {event or 'library-rally'} "
            "statement.md; --list has the events."
        )
    gc.set_threshold(50_000, 20, 50)
    shown = not (quiet or json)
    order = Order.of(event, statement, **options)
    if compare:
        jobs = order.comparison
        with Progress(len(jobs), shown=shown) as progress:
            file = order.compared(jobs, lambda one: progress.finished(one.job))
        said = f"{event} in every layout: {file}"
    else:
        with Progress(len(order.plan.lots), shown=shown) as progress:
            written = order.made(lambda one: progress.finished(one.job)).on(day)
        warnings = warned([one.piece for one in written.kit.made])
        said = as_json(written) if json else told(written, warnings)
    if json or not quiet:
        echo(said)
