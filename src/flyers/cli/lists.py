"""The commands that list what there is: formats, printers, papers, layouts."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from flyers.cli.base import HELP, echo
from flyers.cli.completion import completed

if TYPE_CHECKING:
    from flyers.production.listing import Listing


@click.command(context_settings=HELP)
def formats() -> None:
    """List the formats: sizes and folds.

    \b
    For example:
        flyers make hours.md -f letter -f tri-fold
    """
    from flyers.production import listing

    _print(listing.formats())


@click.group(
    invoke_without_command=True,
    context_settings=HELP,
    short_help="List the printers and shops a piece can be made for.",
)
@click.pass_context
def printers(context: click.Context) -> None:
    """List the printers and shops that a piece can be made for.

    \b
    Your own stand in flyers.toml:
        flyers printers show shop
        flyers make hours.md -p shop
    """
    from flyers.production import listing

    if not context.invoked_subcommand:
        _print(listing.printers())


@printers.command(context_settings=HELP)
@click.argument("name", shell_complete=completed("printer"))
def show(name: str) -> None:
    """Explain every value of a printer, and where it comes from.

    \b
    For example:
        flyers printers show home
    """
    from flyers.campaign import campaign_for
    from flyers.catalogue.printer_explained import explained
    from flyers.core.terminal import entries

    printer = campaign_for(None).printer(name)
    rows = [
        (key, (value, f"{meaning} \u00b7 {source}"))
        for key, value, meaning, source in explained(printer)
    ]
    echo("\n".join([f"{printer.name}: {printer.purpose}", "", *entries(rows)]))


@click.group(invoke_without_command=True, context_settings=HELP)
@click.option(
    "--preview",
    type=click.Path(path_type=Path),
    is_flag=False,
    flag_value=Path("layouts.png"),
    help="Write a contact sheet of all layouts to this file.  [default: layouts.png]",
)
@click.pass_context
def layouts(context: click.Context, preview: Path | None) -> int:
    """List the layouts, shipped and your own.

    \b
    Your own stand in a folder `layouts` beside the statement or flyers.toml,
    or in $FLYERS_LAYOUTS:
        flyers layouts --preview
        flyers layouts new bulletin
    """
    from flyers.core.errors import ExitCode
    from flyers.core.terminal import failed
    from flyers.production import listing

    code = ExitCode.OK
    if context.invoked_subcommand:
        return code
    found = listing.layouts(Path.cwd())
    for fault in found.faults:
        code = failed(fault)
    _print(found)
    if preview:
        from flyers.production.contact_sheet import contact_sheet

        for error in contact_sheet([*found.purposes], preview):
            code = failed(error)
        echo(f"\nContact sheet: {preview}")
    return code


@layouts.command(context_settings=HELP)
@click.argument("name")
@click.option(
    "--from", "base", default="statement", show_default=True, help="The layout to start from."
)
@click.option(
    "--into",
    type=click.Path(path_type=Path),
    default=Path("layouts"),
    show_default=True,
    help="The folder for your layouts.",
)
def new(name: str, base: str, into: Path) -> None:
    """Start a layout of your own from another.

    \b
    For example:
        flyers layouts new bulletin --from headline
        flyers make hours.md -l bulletin
    """
    from flyers.typesetting.start_layout import LayoutRequest, run

    result = run(LayoutRequest(name=name, base=base, into=into))
    echo(f"Made {result.folder}; docs/layouts.md says what is in it.")


@click.command(context_settings=HELP, short_help="List the sizes of sheets and pieces.")
def papers() -> None:
    """List the sizes of sheets and of what is cut from them.

    \b
    Any other size is written as it is, in inches or with its unit:
        flyers impose card.pdf -o cards.pdf --sheet 320x450mm
    """
    from flyers.catalogue.papers import PAPERS, size
    from flyers.core.terminal import columns

    echo(
        "\n".join(
            columns([[p.name, size(p.width, p.height, p.unit), p.use] for p in PAPERS.values()])
        )
    )


def _print(listing: "Listing") -> None:
    """Print a list; a star marks what is made when nothing is asked for."""
    from flyers.core.terminal import bare, columns

    rows = [
        [f"{bare(name)}{' *' if name in listing.usual else ''}", bare(purpose)]
        for name, purpose in listing.purposes.items()
    ]
    echo("\n".join([*columns(rows), "", "  * used unless you name others"]))
