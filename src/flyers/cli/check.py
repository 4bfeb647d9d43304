"""`flyers check`: would this PDF print?"""

import gc
from pathlib import Path
from typing import Any

import click

from flyers.cli.base import HELP, echo
from flyers.cli.completion import completed


def _listed(context: click.Context, _: click.Parameter, asked: bool) -> None:
    """Print the table of checks, and nothing else."""
    if asked:
        from flyers.preflight.report.text import as_list

        echo(as_list())
        context.exit()


@click.command(context_settings=HELP, short_help="Say whether a PDF would print, and what to mend.")
@click.argument("files", nargs=-1, required=True, metavar="FILE.pdf...")
@click.option(
    "-p",
    "--printer",
    default="home",
    show_default=True,
    shell_complete=completed("printer"),
    help="The printer or shop it is for; see `flyers printers`.",
)
@click.option("--trim", metavar="SIZE", help="The finished size: a5, 4x6 (inches), 148x210mm.")
@click.option(
    "-f",
    "--format",
    shell_complete=completed("format"),
    help="What it is to become; see `flyers formats`.",
)
@click.option(
    "-s",
    "--scheme",
    shell_complete=completed("scheme"),
    help="How it is to be imposed: booklet, perfect, n-up; see `flyers impose -h`.",
)
@click.option(
    "--jurisdiction",
    shell_complete=completed("jurisdiction"),
    help="The law that its imprint has to satisfy: us-federal, uk.  [default: of flyers.toml]",
)
@click.option(
    "--html",
    type=click.Path(path_type=Path),
    metavar="REPORT.html",
    help="Write a page with a picture of each page and what was found on it.",
)
@click.option(
    "--fix",
    is_flag=True,
    help="Put right what can be put right safely, in a copy: FILE-fixed.pdf.",
)
@click.option("-o", "--out", metavar="OUT.pdf", help="The name of the copy, with --fix.")
@click.option("--json", is_flag=True, help="Print one JSON object and nothing else.")
@click.option("-q", "--quiet", is_flag=True, help="Print errors only.")
@click.option(
    "--list",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_listed,
    help="List the checks, with their rules and sources.",
)
def check(
    files: tuple[str, ...],
    html: Path | None,
    fix: bool,
    out: str | None,
    json: bool,
    quiet: bool,
    **declared: Any,
) -> int:
    """Look at any PDF as a print shop would, and say what to mend (exit code 7 for an error).

    \b
    Before a file goes to a shop, to a desktop printer, or on a website:
        flyers check leaflet.pdf --printer shop --trim a5
        flyers check poster.pdf --printer shop --fix
        flyers check out/*/*.pdf --printer web -q
    """
    # What is read of a PDF lives until it is judged: looking for cycles finds none.
    gc.disable()
    if name := declared.pop("scheme"):
        from flyers.imposition.schemes.table import scheme_named

        scheme = scheme_named(name)
        declared |= {"pages_multiple": scheme.pages_multiple, "mixed_sizes": scheme.mixed_sizes}
    from flyers.preflight.request import CheckRequest
    from flyers.preflight.run import run

    result = run(CheckRequest(files=files, html=html, fix=fix, out=out, **declared))
    from flyers.preflight.report.text import as_json, as_text

    printer = declared["printer"]
    printed = as_json(result.files) if json else as_text(result.files, printer, quiet=quiet)
    if printed:
        echo(printed)
    gc.freeze()  # nor does looking for them once more at the end
    return result.exit_code
