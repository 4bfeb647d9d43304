"""`flyers config`: the configuration in force, from flyers.toml, the site and the defaults."""

from pathlib import Path

import click

from flyers.cli.base import HELP, echo


@click.command(context_settings=HELP, short_help="Print the configuration in force.")
@click.argument("folder", type=click.Path(path_type=Path), default=Path())
@click.option("-a", "--all", "everything", is_flag=True, help="List what is not set as well.")
@click.option("--json", is_flag=True, help="Print one JSON object and nothing else.")
@click.option("--schema", is_flag=True, help="Print the JSON Schema of flyers.toml, for an editor.")
def config(folder: Path, everything: bool, json: bool, schema: bool) -> None:
    """Print the configuration in force for a folder or a statement, and where each value is from.

    \b
    For example:
        flyers config
        flyers config posts/hours.md --all
    """
    from flyers.campaign.in_force import as_json, as_text
    from flyers.campaign.sources import sources_for

    if schema:
        from flyers.campaign.schema import as_text as schema_text

        echo(schema_text().rstrip())
        return
    sources = sources_for(folder if folder.is_dir() else folder.parent)
    echo(as_json(sources) if json else as_text(sources, everything=everything))
