"""Today's date, by the clock or as it is set for builds that come out the same on any day."""

import datetime

import pytest

from flyers.core.errors import ConfigError
from flyers.core.today import NAME, today


def test_it_is_the_clocks_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(NAME, raising=False)
    assert abs(today() - datetime.date.today()) <= datetime.timedelta(days=1)


def test_it_can_be_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(NAME, "1767225600")
    assert today() == datetime.date(2026, 1, 1)


@pytest.mark.parametrize("told", ["tomorrow", "9" * 40])
def test_no_day_is_refused(monkeypatch: pytest.MonkeyPatch, told: str) -> None:
    monkeypatch.setenv(NAME, told)
    with pytest.raises(ConfigError, match="which is no date"):
        today()
