"""Shared by all commands: how they end and how they print."""

import errno
import gc
import io
import os
import sys
from collections.abc import Mapping
from typing import Any, NoReturn

import click

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EBADF)
"""Errors of a standard output that takes no more."""

HELP = {"help_option_names": ["-h", "--help"]}
"""For every command: the two names of its help."""


ask_hugo = click.option(
    "--ask-hugo",
    is_flag=True,
    help="Run `hugo list all` for the pages' addresses; nothing of a site is run otherwise.",
)
"""The option of all commands that make pieces."""


class Commands(click.Group):
    """Turns every error of ours into its sentence and its exit code; no traceback gets out."""

    def main(self, *args: Any, **kwargs: Any) -> NoReturn:
        kwargs["standalone_mode"] = False
        from flyers.core.errors import ExitCode
        from flyers.core.files import opened_streams, unwritable
        from flyers.core.terminal import failed

        opened_streams()
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(errors="replace")  # a Latin-1 terminal has no ✗
        try:
            code = super().main(*args, **kwargs)
            sys.stdout.flush()
        except (click.exceptions.Abort, KeyboardInterrupt):
            click.echo("Stopped; what was finished is whole.", err=True)
            code = ExitCode.INTERRUPTED
        except click.ClickException as error:
            error.show()
            code = error.exit_code
        except (BrokenPipeError, SystemExit):  # click ends so where a pipe is closed
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            code = ExitCode.OUTPUT
        except OSError as error:
            # Every other one is turned into ours, with the name of its file.
            code = failed(unwritable(error) if error.errno in _FULL else error)
        except Exception as error:
            code = failed(error)
        sys.exit(int(code or 0))


def trusting(command: Any) -> Any:
    """Give a command the option --trust."""
    return click.option(
        "--trust",
        is_flag=True,
        expose_value=False,
        is_eager=True,
        callback=_trust,
        help="Let flyers.toml lead out of its folder, or its repository: if you wrote it, or have "
        "read it.",
    )(command)


def _trust(context: click.Context, _: click.Parameter, given: bool) -> None:
    from flyers.core.flyers_toml import TRUST

    if not given or context.resilient_parsing:
        return
    before = os.environ.get(TRUST)
    os.environ[TRUST] = "1"  # also for processes that this one starts

    def as_before() -> None:
        if before is None:
            os.environ.pop(TRUST, None)
        else:
            os.environ[TRUST] = before

    context.call_on_close(as_before)


def echo(text: str) -> None:
    """Print what the person asked to see."""
    from flyers.core.terminal import writable

    click.echo(writable(text))


def echo_json(answer: Any, *, ascii: bool = False) -> None:
    """Print the answer of --json; in ``ascii``, other letters as numbers."""
    from json import dumps

    echo(dumps(answer, ensure_ascii=ascii, indent=2))


def collect_rarely() -> None:
    """Let Python look for cycles less often: setting text makes many small objects that all live
    until the page is done, and looking through them takes a tenth of the run."""
    gc.set_threshold(50_000, 20, 50)


def wait() -> None:
    """Print that another build has its turn."""
    click.echo("Another build is at work there; this one waits for it.", err=True)


def failures(report: Mapping[str, Any]) -> None:
    """Print why statements of a build were not made, each reason once."""
    from flyers.core.terminal import say

    for message in dict.fromkeys(one["message"] for one in report["failed"]):
        say(message)
