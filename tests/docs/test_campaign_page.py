"""docs/campaign.md says what is: its reference, its examples."""

import re
import tomllib
from pathlib import Path

import pytest

from flyers.campaign import campaign_for, reference
from making import written

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "campaign.md").read_text("utf-8")


def test_the_reference_is_that_of_the_declaration() -> None:
    assert reference.within(PAGE) == PAGE


@pytest.mark.parametrize("example", re.findall(r"```toml\n(.*?)```", PAGE, re.S))
def test_an_example_can_be_used_as_it_stands(tmp_path: Path, example: str) -> None:
    for name in re.findall(r'"([\w/]+\.(?:svg|icc))"', example):
        written(tmp_path, name, "<svg xmlns='http://www.w3.org/2000/svg'/>")
    written(tmp_path, "flyers.toml", example)
    assert tomllib.loads(example)
    campaign_for(tmp_path)
