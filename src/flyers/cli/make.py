"""`flyers make`: statements in, finished flyers out."""

from typing import Any

import click

from flyers.cli.base import HELP, ask_hugo, collect_rarely, echo, echo_json, trusting
from flyers.cli.completion import completed


@click.command(context_settings=HELP, short_help="Make finished flyers of statements.")
@click.argument("statements", nargs=-1, required=True, metavar="STATEMENT...")
@click.option(
    "-l",
    "--layout",
    "layouts",
    multiple=True,
    shell_complete=completed("layout"),
    metavar="NAME",
    help="The design; see `flyers layouts`.  [default: statement]",
)
@click.option(
    "-f",
    "--format",
    "formats",
    multiple=True,
    shell_complete=completed("format"),
    metavar="NAME",
    help="The size and fold; see `flyers formats`.  [default: letter, a4, tri-fold, half-sheet]",
)
@click.option(
    "-p",
    "--printer",
    "printers",
    multiple=True,
    shell_complete=completed("printer"),
    metavar="NAME",
    help="The printer or shop it is for; see `flyers printers`.  [default: home]",
)
@click.option(
    "--sheet",
    metavar="SIZE",
    shell_complete=completed("sheet"),
    help="Fill a press sheet with each piece, with marks: 12x18, sra3, a preset of flyers.toml.",
)
@click.option(
    "--url", help="The page's address, for the QR code; :slug stands for the statement's."
)
@ask_hugo
@click.option("--when", help="For the event layout: the time, in words or as 2027-10-04T14:00.")
@click.option("--where", help="For the event layout: the place.")
@click.option(
    "--overset",
    type=click.Choice(["excerpt", "pages", "error"]),
    default="excerpt",
    show_default=True,
    help="Text that does not fit at the smallest type size: excerpt ends it early, and the QR code "
    "leads to the rest; pages adds pages; error makes nothing.",
)
@click.option(
    "-o",
    "--out",
    type=click.Path(),
    help="The folder for the finished files.  [default: out]",
)
@click.option(
    "--manual-duplex",
    is_flag=True,
    help="For a printer without duplex: fronts and backs as two files, and a test sheet.",
)
@click.option(
    "--strict",
    is_flag=True,
    help="Stop at a picture that cannot be used; it is left out otherwise.",
)
@click.option("--no-preview", is_flag=True, help="Write no PNG pictures of the sheets.")
@click.option(
    "--copies",
    metavar="N",
    type=click.IntRange(1, 10_000_000),
    help="How many of each: for the job ticket, and the number of sheets to print at home.",
)
@click.option("--stock", metavar="WORDS", help="The paper, in words, for the job ticket.")
@click.option(
    "--proof",
    is_flag=True,
    help="Write a picture of each sheet with trim, bleed and folds drawn over it.",
)
@click.option("--json", is_flag=True, help="Print one JSON object and nothing else.")
@click.option("-q", "--quiet", is_flag=True, help="Print errors only.")
@click.option("-v", "--verbose", is_flag=True, help="Print also what of the web page was left out.")
@trusting
def make(no_preview: bool, json: bool, quiet: bool, verbose: bool, **options: Any) -> int:
    """Make finished flyers of statements (Markdown or HTML files; - is standard input).

    \b
    Every layout is made in every format for every printer. Where you name none,
    [build] in flyers.toml does, or the defaults below:
        flyers make hours.md --url https://example.org/hours/
        flyers make *.md -f tri-fold -l statement -l event -o kits
    """
    from flyers.cli.progress import PieceProgress
    from flyers.cli.report import as_table
    from flyers.core.terminal import failed
    from flyers.production.make import MakeRequest, run

    collect_rarely()
    with PieceProgress(shown=not (quiet or json), errors=True) as progress:
        result = run(MakeRequest(**options, previews=not no_preview, progress=progress.step))
    if result.refused:
        failed(result.refused)
    if json:
        echo_json(result.as_json())
    elif result.pieces and not quiet:
        echo(as_table(result.pieces, result.tickets, copies=result.copies, verbose=verbose))
    return result.exit_code
