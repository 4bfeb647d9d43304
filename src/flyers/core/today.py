"""What day it is. It decides what a site shows, and what is told of events that are past; no piece
is another one on another day.

SOURCE_DATE_EPOCH sets it, for builds that say the same on any day
(https://reproducible-builds.org/specs/source-date-epoch/): seconds since 1970, in UTC.
"""

import datetime
import os

NAME = "SOURCE_DATE_EPOCH"


def today() -> datetime.date:
    """Raises ConfigError where the day that is set is none."""
    told = os.environ.get(NAME, "")
    if not told:
        return datetime.date.today()
    try:
        return datetime.datetime.fromtimestamp(int(told), datetime.UTC).date()
    except (ValueError, OverflowError, OSError):
        from flyers.core.errors import ConfigError

        raise ConfigError(
            f"{NAME} is {told!r:.40}, which is no day; write seconds since 1970, or unset it."
        ) from None
