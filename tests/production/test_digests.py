"""Times of files that can be relied on, and those that cannot."""

import os
import time
from pathlib import Path

from flyers.production.build.digests import Digests

YEAR = 31_536_000


def dated(folder: Path, name: str, seconds: float) -> Path:
    """A file whose date is so many seconds from now."""
    path = folder / name
    path.write_bytes(b"a picture")
    when = time.time() + seconds
    os.utime(path, (when, when))
    return path


def test_the_time_of_a_file_of_today_is_not_relied_on(tmp_path: Path) -> None:
    kept = Digests()
    old, new, ahead, far = (
        dated(tmp_path, str(seconds), seconds) for seconds in (-60, 0, 60, 30 * YEAR)
    )
    for path in (old, new, ahead, far):
        kept.of(path)
    assert kept.found().keys() == {str(old), str(far)}


def test_a_picture_dated_in_the_future_was_not_changed_meanwhile(tmp_path: Path) -> None:
    path = dated(tmp_path, "map.png", 30 * YEAR)
    kept = Digests()
    kept.of(path)
    assert time.time_ns() - 60e9 < kept.newest <= time.time_ns()
