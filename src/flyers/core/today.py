"""Today's date. It decides which statements a site shows and which events are past; it changes no
byte of a piece.

SOURCE_DATE_EPOCH sets it, for builds that come out the same on any day
(https://reproducible-builds.org/specs/source-date-epoch/): seconds since 1970, in UTC.
"""

import datetime
import os

NAME = "SOURCE_DATE_EPOCH"


def today() -> datetime.date:
    """Return today's date, or that of SOURCE_DATE_EPOCH. Raises ConfigError if that is no date."""
    seconds = os.environ.get(NAME, "")
    if not seconds:
        return datetime.date.today()
    try:
        return datetime.datetime.fromtimestamp(int(seconds), datetime.UTC).date()
    except (ValueError, OverflowError, OSError):
        from flyers.core.errors import ConfigError

        raise ConfigError(
            f"{NAME} is {seconds!r:.40}, which is no date; write seconds since 1970, or unset it."
        ) from None
