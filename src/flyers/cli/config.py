"""`flyers config`: the configuration in force, from flyers.toml, the site and the defaults."""

from pathlib import Path

import click

from flyers.cli.base import HELP, echo, echo_json, trusting


@click.command(context_settings=HELP, short_help="Print the configuration in force.")
@click.argument("folder", type=click.Path(path_type=Path), default=Path())
@click.option("-a", "--all", "everything", is_flag=True, help="List what is not set as well.")
@click.option("--json", is_flag=True, help="Print one JSON object and nothing else.")
@click.option("--schema", is_flag=True, help="Print the JSON Schema of flyers.toml, for an editor.")
@trusting
def config(folder: Path, everything: bool, json: bool, schema: bool) -> None:
    """Print the configuration in force for a folder or a statement, and where each value is from.

    \b
    For example:
        flyers config
        flyers config posts/hours.md --all
    """
    from flyers.campaign.in_force import ConfigRequest, run

    if schema:
        from flyers.campaign.schema import as_text as schema_text

        echo(schema_text().rstrip())
        return
    result = run(ConfigRequest(folder=folder))
    if json:
        echo_json(result.as_json())
    else:
        echo(result.as_text(everything=everything))
