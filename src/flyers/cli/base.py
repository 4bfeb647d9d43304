"""What all commands share: how they end, how they print, how names are completed."""

import io
import os
import sys
from collections.abc import Mapping
from typing import Any, NoReturn

import click

HELP = {"help_option_names": ["-h", "--help"]}
"""For every command: the two names of its help."""


class Commands(click.Group):
    """Turns every error of ours into its sentence and its exit code; no traceback gets out."""

    def main(self, *args: Any, **kwargs: Any) -> NoReturn:
        kwargs["standalone_mode"] = False
        from flyers.core.errors import ExitCode
        from flyers.core.terminal import failed, say

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


def echo(text: str) -> None:
    """Print what the person asked to see."""
    from flyers.core.terminal import writable

    click.echo(writable(text))


def wait() -> None:
    """Say that another build has its turn."""
    click.echo("Another build is at work there; this one waits for it.", err=True)


def failures(report: Mapping[str, Any]) -> None:
    """Say why statements of a build were not made, each reason once."""
    from flyers.core.terminal import say

    for message in dict.fromkeys(one["message"] for one in report["failed"]):
        say(message)


def completed(kind: str) -> Any:
    """Completes an option's value by the names there are of its kind."""

    def complete(context: click.Context, param: click.Parameter, begun: str) -> list[str]:
        from flyers.production.jobs import names_of

        return [name for name in names_of(kind) if name.startswith(begun)]

    return complete
