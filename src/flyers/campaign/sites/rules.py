"""Permalink rules of other generators in Hugo's tokens."""

import re
from collections.abc import Mapping


def in_our_tokens(rule: str, token: str, known: Mapping[str, str]) -> str | None:
    """Return the rule with every ``token`` (a pattern whose group is its name) as ``known`` has it.

    None if it has an unknown token. The rule begins with a slash.
    """
    missing = [name for name in re.findall(token, rule) if name not in known]
    if missing:
        return None
    path = re.sub(token, lambda match: known[match[1]], rule)
    return "/" + re.sub("/{2,}", "/", path).lstrip("/")
