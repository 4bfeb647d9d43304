"""The shell's completion: the command that prints it, and the names that it completes."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

import click

from flyers.cli.base import HELP, echo


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
    root = click.get_current_context().find_root().command
    echo(complete(root, {}, "flyers", "_FLYERS_COMPLETE").source())


def completed(kind: str) -> Any:
    """Return what completes an option's value by the names there are of its kind."""

    def complete(context: click.Context, param: click.Parameter, begun: str) -> list[str]:
        return [name for name in _names_of(kind) if name.startswith(begun)]

    return complete


def _names_of(kind: str) -> Iterable[str]:
    """Return the names of a kind; layouts are those that this folder has."""
    if kind == "layout":
        from flyers.core.errors import FlyersError
        from flyers.typesetting.layouts import layout_folders, layout_names

        with suppress(FlyersError):
            return layout_names(layout_folders(Path.cwd()))
        return ()
    from flyers.catalogue.formats import FORMATS
    from flyers.catalogue.imprints import JURISDICTIONS, NONE
    from flyers.catalogue.marks import DUPLEXES
    from flyers.catalogue.papers import PAPERS
    from flyers.imposition.schemes.fold import FOLDS
    from flyers.imposition.schemes.table import SCHEMES

    names: dict[str, Iterable[str]] = {
        "format": FORMATS,
        "printer": _printers(),
        "event": _events(),
        "scheme": SCHEMES,
        "fold": FOLDS,
        "sheet": PAPERS,
        "duplex": DUPLEXES,
        "jurisdiction": (*JURISDICTIONS, NONE),
    }
    return names[kind]


def _printers() -> list[str]:
    """Return the shipped printers and those of flyers.toml, as far as it can be read."""
    from flyers.campaign import campaign_for
    from flyers.catalogue.printers import PRINTERS
    from flyers.core.errors import ConfigError

    try:
        return [*PRINTERS, *campaign_for(None).printers]
    except ConfigError:
        return [*PRINTERS]


def _events() -> list[str]:
    """Return the events of flyers.toml, as far as it can be read, and the ready-made ones."""
    from flyers.campaign import campaign_for
    from flyers.campaign.ready_kits import READY
    from flyers.core.errors import ConfigError

    try:
        return [*campaign_for(None).events, *READY]
    except ConfigError:
        return [*READY]
