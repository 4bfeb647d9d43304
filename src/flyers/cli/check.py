"""`flyers check`: would this PDF print?"""

import gc
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from flyers.cli.base import HELP, completed, echo

if TYPE_CHECKING:
    from flyers.preflight.run import Inspected


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
    help="What it is printed on; see `flyers printers`.",
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
    **options: Any,
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
    from flyers.core.errors import OptionError

    if out and not fix:
        raise OptionError("-o names the copy that --fix makes; give that too.")
    name = options.pop("printer")
    inspected = _inspected(files, name, options, keep=bool(html), fix=fix, out=out)
    if html:
        from flyers.core.files import spare, write_all
        from flyers.preflight.report.html import page

        looked_at = (*files, *(one.file for one in inspected))
        spare(looked_at, [html], "give --html another name")
        write_all({html: page(inspected, name).encode()})
    from flyers.preflight.report.text import as_json, as_text, exit_code

    told = as_json(inspected) if json else as_text(inspected, name, quiet=quiet)
    if told:
        echo(told)
    gc.freeze()  # nor does looking for them once more at the end
    return exit_code(inspected)


def _inspected(
    files: Sequence[str],
    name: str,
    options: Mapping[str, Any],
    *,
    keep: bool,
    fix: bool,
    out: str | None,
) -> Sequence["Inspected"]:
    """What is to be said of the files, or of their copies. Where none is a PDF that is the answer,
    whatever is wrong with the flyers.toml beside them."""
    from flyers.preflight.admitting import refusal
    from flyers.preflight.looking import Strangers

    if all(refusal(Path(file)) for file in files):
        from flyers.preflight.run import refused

        return refused(files)
    with Strangers(files) as strangers:  # looked at while all else is imported
        from flyers.preflight.request import declared, printer_of
        from flyers.preflight.run import judged

        asked_for = {name: value for name, value in options.items() if name != "scheme"}
        if options["scheme"]:
            from flyers.imposition.schemes.table import scheme_named

            scheme = scheme_named(options["scheme"])
            asked_for |= {
                "pages_multiple": scheme.pages_multiple,
                "mixed_sizes": scheme.mixed_sizes,
            }
        printer = printer_of(name)
        asked = declared(printer, **asked_for)
        inspected = [judged(one, printer, asked, keep=keep or fix) for one in strangers]
    if fix:
        from flyers.preflight import fixing

        return fixing.fix(inspected, printer, asked, out)
    return inspected
