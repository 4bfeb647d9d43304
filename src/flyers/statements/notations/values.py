"""Plain values that a site would have put into a page, by the names that its templates use."""

import re
from collections.abc import Mapping
from typing import Any

from flyers.statements.notations.liquid_engine import TOKEN
from flyers.statements.notations.templates import Known
from flyers.statements.surroundings import Surroundings
from flyers.statements.wording.wordlists import words

# jekyllrb.com, "Variables": what Jekyll makes itself.
_MADE_OF_PAGES = words(
    "content excerpt url id path relative_path dir name next previous collection"
)
_MADE_OF_SITES = words(
    "time pages posts related_posts static_files html_pages html_files collections tags"
    " categories documents url"
)
_NAME = re.compile(r"(?<![\w.\"'])[A-Za-z_][\w-]*")


def template_values(page: Mapping[str, Any], around: Surroundings, text: str) -> Mapping[str, Any]:
    """Return the values that Liquid in a text may name.

    Jekyll calls a page's own ``page`` and the site's ``site``; Eleventy gives both without a name
    before them. Where the generator is not known, either may be meant.
    """
    known = dict(around.values().values)
    if isinstance(known.get("site"), Mapping):
        made = _MADE_OF_SITES | words(" ".join(known["site"].get("collections") or ()))
        known["site"] = Known(known["site"], made)
    own = Known(page, _MADE_OF_PAGES)
    if around.generator != "Jekyll":
        named = {name for match in TOKEN.finditer(text) for name in _NAME.findall(match[0])}
        known |= {name: own[name] for name in named if own.has(name)}
    if around.generator != "Eleventy":
        known["page"] = own
    return {name: value for name, value in known.items() if value is not None}


def param(name: str, page: Mapping[str, Any], around: Surroundings) -> str:
    """Return a value of the page, else of the whole site, as Hugo's ``param`` does; empty if there
    is none (gohugo.io, "Param shortcode")."""
    own = page.get("params")
    site = around.values().values.get("params")
    for table in (page, own, site):
        value: Any = Known(table) if isinstance(table, Mapping) else None
        for part in name.split("."):
            value = value[part] if isinstance(value, Known) else None
        if value is not None and not isinstance(value, Known | list):
            return str(value)
    return ""
