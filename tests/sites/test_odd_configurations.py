"""Configurations whose keys hold what their generator would not take."""

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from flyers.core.errors import FlyersError
from flyers.sites import site_in
from making import written
from recorded_sites import web_page

ODD: tuple[Any, ...] = (
    None,
    True,
    2.5,
    "x",
    [],
    [[1]],
    ["x"],
    {},
    {"x": {"y": [1]}},
    {"page": 3},
    {"mounts": [3]},
    {"en": 3},
)
HUGO = (
    "baseURL languages defaultContentLanguage disableLanguages permalinks uglyURLs frontmatter "
    "module theme cascade contentDir staticDir publishDir outputs outputFormats disableKinds"
)
JEKYLL = (
    "url baseurl permalink collections collections_dir source defaults timezone exclude include "
    "plugins gems plugins_dir markdown_ext destination lang"
)


@pytest.mark.parametrize(
    ("file", "keys", "usual", "page"),
    [
        (
            "hugo.json",
            HUGO,
            {"permalinks": {"news": "/:year/:sections/:slug/"}},
            "content/news/x.md",
        ),
        ("_config.yml", JEKYLL, {"url": "https://park.example"}, "_posts/2026-05-01-x.md"),
        ("_config.yml", JEKYLL, {"defaults": [{"values": {"lang": 3}}]}, "about.md"),
    ],
)
def test_an_odd_value_is_no_more_than_a_refusal(
    tmp_path: Path, file: str, keys: str, usual: dict[str, Any], page: str
) -> None:
    path = written(tmp_path, page, "---\ntitle: Hours\ndate: 2026-05-01\n---\n\nText.\n")
    for key in keys.split():
        for odd in ODD:
            written(tmp_path, file, json.dumps({**usual, key: odd}))
            with suppress(FlyersError):
                site = site_in(tmp_path)
                if site:
                    assert dict(site.rules())
                    assert site.language_of(path) is not None
                    assert site.path_of(web_page(path)).startswith("/")
