"""What all tests share."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

# All processors are busy while the tests run, so how long one example takes says nothing.
settings.register_profile("flyers", settings(deadline=None))
settings.load_profile("flyers")


@pytest.fixture(scope="session")
def corpus() -> Path:
    """A folder of many real statements, for tests that are marked slow."""
    folder = os.environ.get("FLYERS_CORPUS")
    if not folder:
        pytest.skip("FLYERS_CORPUS names no folder of statements")
    return Path(folder)
