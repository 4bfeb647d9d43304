"""`flyers init`: a flyers.toml to start from."""

import sys
from collections.abc import Callable
from pathlib import Path

import click

from flyers.cli.base import HELP, echo


@click.command(
    context_settings=HELP, short_help="Write a flyers.toml, all it may hold as comments."
)
@click.argument("folder", type=click.Path(path_type=Path), default=Path())
@click.option("--address", help="Where the site is, like https://example.org.")
@click.option("--content", help="The folder of the site's statements.")
@click.option("--permalink", help="Where a statement's page is, in Hugo's tokens.")
@click.option("--name", help="The name of your group.")
@click.option("--logo", help="The file of your logo, from the folder of flyers.toml.")
@click.option("--contact", help='How to reach you: "3 Mill Lane; hello@riverside.example".')
@click.option("--accent", help="Your colour, like #0b5d3b.")
@click.option("--jurisdiction", help="The law for the imprint (disclaimer), like uk; or none.")
@click.option("-y", "--yes", is_flag=True, help="Ask nothing.")
def init(folder: Path, yes: bool, **answers: str | None) -> None:
    """Write a flyers.toml with everything that it may hold, as comments; never over another.

    In the folder of a site, what its generator's own configuration says of address, folders and
    pages is taken over, and printed: how addresses come, too.

    \b
    For example:
        flyers init
        flyers init --name "Riverside Neighbours" --accent "#0b5d3b" --yes
    """
    from flyers.campaign.start import InitRequest, run

    ask = _ask if sys.stdin.isatty() and not yes else None
    made = run(InitRequest(folder=folder, answers=answers, ask=ask))
    echo(f"Made {made.file}; `flyers config` prints what is set, docs/campaign.md what can be.")
    for name, value in made.known.items():
        echo(f"{name}: {value}")
    if made.lacking:
        echo(
            f"Its imprint for {made.law} is left as comments, since it needs "
            f"{', '.join(made.lacking)}: fill them in, and take the # off [imprint]."
        )


def _ask(question: str, usual: str, refuse: Callable[[str], None]) -> str:
    from flyers.core.errors import FlyersError

    def taken(answer: str) -> str:
        try:
            refuse(answer.strip())
        except FlyersError as error:
            raise click.UsageError(str(error)) from None
        return answer.strip()

    if not usual:
        question += " (Enter leaves it out)"
    answer: str = click.prompt(
        question, default=usual, show_default=bool(usual), value_proc=taken, err=True
    )
    return answer
