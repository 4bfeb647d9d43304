"""The command line. The only import of click; what a command does is imported when it runs."""

import gc
import json
import os
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from flyers import __version__

if TYPE_CHECKING:
    from flyers.batch import Outcome
    from flyers.errors import ExitCode
    from flyers.pieces import Job

_SHELLS = ("bash", "zsh", "fish")


class _Commands(click.Group):
    """Turns every error of ours into its sentence and its exit code; no traceback gets out."""

    def main(self, *args: Any, **kwargs: Any) -> NoReturn:
        kwargs["standalone_mode"] = False
        from flyers.errors import ExitCode

        try:
            code = super().main(*args, **kwargs)
            sys.stdout.flush()
        except (click.exceptions.Abort, KeyboardInterrupt):
            code = _say("Stopped; what was finished is whole.", ExitCode.INTERRUPTED)
        except click.ClickException as error:
            error.show()
            code = error.exit_code
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            code = ExitCode.OUTPUT
        except Exception as error:
            code = _failed(error)
        sys.exit(int(code or 0))


def _failed(error: Exception) -> "ExitCode":
    """An error of ours says what to do; any other is a fault of the tool, and says so."""
    from flyers.errors import ExitCode, FlyersError

    if isinstance(error, FlyersError):
        return _say(str(error), error.exit_code)
    if os.environ.get("FLYERS_DEBUG"):
        raise error
    return _say(
        f"flyers itself failed ({type(error).__name__}: {error}); "
        "please report it, with what FLYERS_DEBUG=1 shows.",
        ExitCode.SOME_FAILED,
    )


def _say(sentence: str, code: "ExitCode") -> "ExitCode":
    from flyers.report import bare

    click.secho("Error: ", fg="red", bold=True, nl=False, err=True)
    click.echo(bare(sentence), err=True)
    return code


def _completed(names: Callable[[], Iterable[str]]) -> Any:
    """Completes an option's value by the names of a table, which is loaded only then."""

    def complete(context: click.Context, param: click.Parameter, begun: str) -> list[str]:
        return [name for name in names() if name.startswith(begun)]

    return complete


def _layout_names() -> Iterable[str]:
    from flyers.layouts import layout_folders, layout_names

    return layout_names(layout_folders(Path.cwd()))


def _format_names() -> Iterable[str]:
    from flyers.formats import FORMATS

    return FORMATS


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
    shell_complete=_completed(_layout_names),
    help="A design; see `flyers layouts`.  [default: statement]",
)
@click.option(
    "-f",
    "--format",
    "formats",
    multiple=True,
    shell_complete=_completed(_format_names),
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
    type=click.Path(path_type=Path),
    default=Path("out"),
    show_default=True,
    help="Folder for the finished files.",
)
@click.option("--strict", is_flag=True, help="A picture that cannot be used is an error.")
@click.option("--no-preview", is_flag=True, help="Make no PNG pictures of the sheets.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object and nothing else.")
@click.option("-q", "--quiet", is_flag=True, help="Print errors only.")
@click.option("-v", "--verbose", is_flag=True, help="Say what of the page was left out, and more.")
def make(
    statements: tuple[str, ...],
    layouts: tuple[str, ...],
    formats: tuple[str, ...],
    as_json: bool,
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
    from flyers.report import Progress, as_table, exit_code

    started = time.perf_counter()
    # Setting text makes many small objects that all live until the page is done; looking
    # through them for cycles at the usual pace costs a tenth of the run.
    gc.set_threshold(50_000, 20, 50)
    jobs = _jobs(statements, layouts, formats, **options)
    outcomes: list[Outcome] = []
    with Progress(len(jobs), shown=not (quiet or as_json)) as progress:
        for outcome in make_all(jobs):
            outcomes.append(outcome)
            progress.finished(outcome.job)
            if outcome.error:
                progress.clear()
                _say(str(outcome.error), outcome.error.exit_code)
    pieces = [outcome.piece for outcome in outcomes if outcome.piece]
    if as_json:
        answer = {
            "pieces": [piece.as_json() for piece in pieces],
            "seconds": round(time.perf_counter() - started, 3),
        }
        click.echo(json.dumps(answer, ensure_ascii=False, indent=2))
    elif pieces and not quiet:
        click.echo(as_table(pieces, verbose=verbose))
    return exit_code(outcomes)


def _jobs(
    statements: Sequence[str],
    layouts: Sequence[str],
    formats: Sequence[str],
    **options: Any,
) -> "list[Job]":
    """Every statement in every layout and every format; unknown names are refused at once."""
    from flyers.formats import DEFAULT_FORMATS, format_named
    from flyers.layouts import layout_folders, layout_named
    from flyers.pieces import Job
    from flyers.printers import printer_named

    options["previews"] = not options.pop("no_preview")
    printer_named(options["printer"])
    for name in formats:
        format_named(name)
    for folder in {None if source == "-" else Path(source).parent for source in statements}:
        for name in layouts:
            layout_named(name, layout_folders(folder))
    text = sys.stdin.buffer.read() if "-" in statements else None
    return [
        Job(
            statement=None if source == "-" else Path(source),
            text=text if source == "-" else None,
            layout=layout,
            format=fmt,
            **options,
        )
        for source in dict.fromkeys(statements)
        for layout in dict.fromkeys(layouts or ("statement",))
        for fmt in dict.fromkeys(formats or DEFAULT_FORMATS)
    ]


@main.command()
def formats() -> None:
    """List the formats: sizes and folds.

    \b
    For example:
        flyers make hours.md -f letter -f tri-fold
    """
    from flyers.formats import DEFAULT_FORMATS, FORMATS
    from flyers.report import as_list

    click.echo(as_list([(f.name, f.purpose) for f in FORMATS.values()], marked=DEFAULT_FORMATS))


@main.command()
def printers() -> None:
    """List the printers: the conditions a piece is made for.

    \b
    For example:
        flyers make hours.md -p home
    """
    from flyers.printers import PRINTERS
    from flyers.report import as_list

    click.echo(as_list([(p.name, p.purpose) for p in PRINTERS.values()], marked=("home",)))


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

    code = ExitCode.OK
    if context.invoked_subcommand:
        return code
    folders = layout_folders(Path.cwd())
    found = []
    for name in layout_names(folders):
        try:
            found.append(layout_named(name, folders))
        except LayoutError as error:  # one that is broken hides no other
            code = _say(str(error), error.exit_code)
    click.echo(as_list([(layout.name, layout.purpose) for layout in found], marked=("statement",)))
    if preview:
        from flyers.showcase import contact_sheet

        for failed in contact_sheet(found, preview):
            code = _say(str(failed), failed.exit_code)
        click.echo(f"\nContact sheet: {preview}")
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

    click.echo(f"Made {new_layout(name, base, into)}; docs/layouts.md says what is in it.")


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
    click.echo(as_text(report))
    return ExitCode.OK if report.ok else ExitCode.SYSTEM_LIBRARY


@main.command()
@click.argument("shell", type=click.Choice(_SHELLS))
def completion(shell: str) -> None:
    """Print the shell completion.

    \b
    For example, in ~/.bashrc:
        eval "$(flyers completion bash)"
    """
    from click.shell_completion import get_completion_class

    complete = get_completion_class(shell)
    assert complete is not None
    click.echo(complete(main, {}, "flyers", "_FLYERS_COMPLETE").source())
