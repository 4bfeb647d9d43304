"""`flyers doctor`: what is installed on this machine, and what is missing."""

import click

from flyers.cli.base import HELP, echo


@click.command(context_settings=HELP, short_help="Print what is installed, and what is missing.")
def doctor() -> int:
    """Print what is installed, and what to do about what is missing.

    \b
    For example:
        flyers doctor
    """
    from flyers.core.errors import ExitCode
    from flyers.production.doctor import as_text, run

    examination = run()
    echo(as_text(examination))
    return ExitCode.OK if examination.ok else ExitCode.SYSTEM_LIBRARY
