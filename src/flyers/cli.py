"""The command line. The only import of click; what a command does is imported when it runs."""

import gc
import io
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from flyers import __version__

if TYPE_CHECKING:
    from flyers.batch import Outcome


class _Commands(click.Group):
    """Turns every error of ours into its sentence and its exit code; no traceback gets out."""

    def main(self, *args: Any, **kwargs: Any) -> NoReturn:
        kwargs["standalone_mode"] = False
        from flyers.errors import ExitCode
        from flyers.terminal import failed, say

        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(errors="replace")  # a Latin-1 terminal has no ✗
        try:
            code = super().main(*args, **kwargs)
            sys.stdout.flush()
        except (click.exceptions.Abort, KeyboardInterrupt):
            say("Stopped; what was finished is whole.")
            code = ExitCode.INTERRUPTED
        except click.ClickException as error:
            error.show()
            code = error.exit_code
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            code = ExitCode.OUTPUT
        except Exception as error:
            code = failed(error)
        sys.exit(int(code or 0))


def _print(text: str) -> None:
    from flyers.terminal import writable

    click.echo(writable(text))


def _completed(kind: str) -> Any:
    """Completes an option's value by the names there are of its kind."""

    def complete(context: click.Context, param: click.Parameter, begun: str) -> list[str]:
        from flyers.orders import names_of

        return [name for name in names_of(kind) if name.startswith(begun)]

    return complete


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", message="flyers %(version)s")
def main() -> None:
    """Turn a published statement into finished print.

    \b
    Four flyers from one statement, each with a QR code back to its page:
        flyers make statement.md --url https://example.org/statement/
    """


@main.command()
@click.argument("statements", nargs=-1, required=True, metavar="STATEMENT...")
@click.option(
    "-l",
    "--layout",
    "layouts",
    multiple=True,
    shell_complete=_completed("layout"),
    help="A design; see `flyers layouts`.  [default: statement]",
)
@click.option(
    "-f",
    "--format",
    "formats",
    multiple=True,
    shell_complete=_completed("format"),
    help="A size and fold; see `flyers formats`.  [default: letter, a4, tri-fold, half-sheet]",
)
@click.option("-p", "--printer", default="home", show_default=True, help="What it is printed on.")
@click.option(
    "--url", help="The page's address, for the QR code; :slug stands for the statement's."
)
@click.option("--when", help="For the event layout: the time, in words or as 2027-10-04T14:00.")
@click.option("--where", help="For the event layout: the place.")
@click.option(
    "--overset",
    type=click.Choice(["excerpt", "pages", "error"]),
    default="excerpt",
    show_default=True,
    help="What to do with text that does not fit at the smallest size.",
)
@click.option(
    "-o",
    "--out",
    type=click.Path(),
    default="out",
    show_default=True,
    help="Folder for the finished files.",
)
@click.option("--strict", is_flag=True, help="A picture that cannot be used is an error.")
@click.option("--no-preview", is_flag=True, help="Make no PNG pictures of the sheets.")
@click.option("--json", is_flag=True, help="Print one JSON object and nothing else.")
@click.option("-q", "--quiet", is_flag=True, help="Print errors only.")
@click.option("-v", "--verbose", is_flag=True, help="Say what of the page was left out, and more.")
def make(
    statements: tuple[str, ...],
    layouts: tuple[str, ...],
    formats: tuple[str, ...],
    json: bool,
    quiet: bool,
    verbose: bool,
    **options: Any,
) -> int:
    """Make finished flyers of statements (Markdown or HTML files; - is standard input).

    \b
    Every layout is made in every format:
        flyers make hours.md --url https://example.org/hours/
        flyers make *.md -f tri-fold -l statement -l event -o kits
    """
    from flyers.batch import make_all
    from flyers.errors import FlyersError
    from flyers.orders import jobs_of
    from flyers.report import Progress, as_json, as_table, exit_code
    from flyers.terminal import failed

    started = time.perf_counter()
    # Setting text makes many small objects that all live until the page is done; looking
    # through them for cycles at the usual pace costs a tenth of the run.
    gc.set_threshold(50_000, 20, 50)
    outcomes: list[Outcome] = []
    refused: FlyersError | None = None
    try:
        jobs = jobs_of(statements, layouts, formats, **options)
        with Progress(len(jobs), shown=not (quiet or json)) as progress:
            for outcome in make_all(jobs):
                outcomes.append(outcome)
                progress.finished(outcome.job)
                if outcome.error:
                    progress.failed(outcome.error)
    except FlyersError as error:
        refused = error
        failed(error)
    pieces = [outcome.piece for outcome in outcomes if outcome.piece]
    if json:
        _print(as_json(outcomes, refused, time.perf_counter() - started))
    elif pieces and not quiet:
        _print(as_table(pieces, verbose=verbose))
    return refused.exit_code if refused else exit_code(outcomes)


@main.command()
def formats() -> None:
    """List the formats: sizes and folds.

    \b
    For example:
        flyers make hours.md -f letter -f tri-fold
    """
    from flyers.formats import DEFAULT_FORMATS, FORMATS
    from flyers.report import as_list

    _print(as_list([(f.name, f.purpose) for f in FORMATS.values()], marked=DEFAULT_FORMATS))


@main.command()
def printers() -> None:
    """List the printers: the conditions a piece is made for.

    \b
    For example:
        flyers make hours.md -p home
    """
    from flyers.printers import PRINTERS
    from flyers.report import as_list

    _print(as_list([(p.name, p.purpose) for p in PRINTERS.values()], marked=("home",)))


@main.group(invoke_without_command=True)
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
    Your own stand in a folder `layouts` beside the statement, or in $FLYERS_LAYOUTS:
        flyers layouts --preview
        flyers layouts new bulletin
    """
    from flyers.errors import ExitCode, LayoutError
    from flyers.layouts import layout_folders, layout_named, layout_names
    from flyers.report import as_list
    from flyers.terminal import failed

    code = ExitCode.OK
    if context.invoked_subcommand:
        return code
    folders = layout_folders(Path.cwd())
    found = []
    for name in layout_names(folders):
        try:
            found.append(layout_named(name, folders))
        except LayoutError as error:  # one that is broken hides no other
            code = failed(error)
    _print(as_list([(layout.name, layout.purpose) for layout in found], marked=("statement",)))
    if preview:
        from flyers.showcase import contact_sheet

        for fault in contact_sheet(found, preview):
            code = failed(fault)
        _print(f"\nContact sheet: {preview}")
    return code


@layouts.command()
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
    from flyers.newlayout import new_layout

    _print(f"Made {new_layout(name, base, into)}; docs/layouts.md says what is in it.")


@main.command()
def doctor() -> int:
    """Tell what is installed, and what to do about what is missing.

    \b
    For example:
        flyers doctor
    """
    from flyers.doctor import as_text, examine
    from flyers.errors import ExitCode

    report = examine()
    _print(as_text(report))
    return ExitCode.OK if report.ok else ExitCode.SYSTEM_LIBRARY


@main.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> None:
    """Print the shell completion.

    \b
    For example, in ~/.bashrc:
        eval "$(flyers completion bash)"
    """
    from click.shell_completion import get_completion_class

    complete = get_completion_class(shell)
    assert complete is not None
    _print(complete(main, {}, "flyers", "_FLYERS_COMPLETE").source())
