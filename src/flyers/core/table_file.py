"""A table in a file: TOML, JSON or YAML, by the file's suffix."""

import json
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from flyers.core.errors import ConfigError


def table_in(path: Path) -> tuple[Mapping[str, Any], str]:
    """Return the table of a file, empty if it holds something else, and its text. Raises
    ConfigError."""
    try:
        text = path.read_text("utf-8-sig")
        if path.suffix == ".toml":
            table: Any = tomllib.loads(text)
        elif path.suffix == ".json":
            table = json.loads(text)
        else:
            table = _yaml(text)
    except OSError as error:
        raise ConfigError(
            f"Cannot read {path} ({error.strerror}); check its permissions."
        ) from error
    except (ValueError, RecursionError) as error:
        raise ConfigError(f"{path} cannot be read: {error}; mend that place.") from error
    return (table if isinstance(table, dict) else {}), text


def _yaml(text: str) -> Any:
    import yaml

    try:
        return yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise ValueError(str(error).replace("\n", " ")) from error
