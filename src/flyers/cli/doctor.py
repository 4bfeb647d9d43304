"""The commands about this machine: what is installed, and the shell's completion."""

import click

from flyers.cli.base import HELP, echo


@click.command(context_settings=HELP, short_help="Tell what is installed, and what is missing.")
def doctor() -> int:
    """Tell what is installed, and what to do about what is missing.

    \b
    For example:
        flyers doctor
    """
    from flyers.core.errors import ExitCode
    from flyers.production.doctor import as_text, examine

    report = examine()
    echo(as_text(report))
    return ExitCode.OK if report.ok else ExitCode.SYSTEM_LIBRARY


@click.command(context_settings=HELP)
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
    echo(
        complete(
            click.get_current_context().find_root().command, {}, "flyers", "_FLYERS_COMPLETE"
        ).source()
    )
