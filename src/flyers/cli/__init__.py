"""The command line. The only package that imports click; what a command does is imported when it
runs."""

import click

from flyers.cli.base import HELP, Commands
from flyers.cli.build import build, watch
from flyers.cli.check import check
from flyers.cli.completion import completion
from flyers.cli.config import config
from flyers.cli.doctor import doctor
from flyers.cli.impose import impose
from flyers.cli.init import init
from flyers.cli.kit import kit
from flyers.cli.lists import formats, layouts, papers, printers
from flyers.cli.make import make
from flyers.cli.publish import publish
from flyers.cli.read import read
from flyers.core.version import __version__


@click.group(cls=Commands, context_settings=HELP)
@click.version_option(__version__, "-V", "--version", message="flyers %(version)s")
def main() -> None:
    """Turn a published statement into finished print.

    A statement is a text of your website, as Markdown or HTML.

    \b
    Four flyers from one statement, each with a QR code back to its page:
        flyers make statement.md --url https://example.org/statement/
    """


for command in (
    make,
    build,
    watch,
    read,
    impose,
    check,
    init,
    config,
    publish,
    kit,
    formats,
    printers,
    papers,
    layouts,
    doctor,
    completion,
):
    main.add_command(command)
