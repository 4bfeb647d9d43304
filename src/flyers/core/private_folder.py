"""A folder among the temporary files that no other user can write into."""

import os
from contextlib import suppress
from functools import cache
from pathlib import Path
from stat import S_ISDIR

from flyers.core.errors import OutputError


def private_folder() -> Path:
    """Return a folder of this user's own among the temporary files, made if missing.

    Whoever could write there could have other fonts printed. Raises OutputError.
    """
    import tempfile

    try:
        folder = Path(tempfile.gettempdir(), f"flyers-{os.geteuid()}")
        with suppress(FileExistsError):
            folder.mkdir(mode=0o700)
        seen = folder.lstat()
        own = S_ISDIR(seen.st_mode) and seen.st_uid == os.geteuid() and not seen.st_mode & 0o077
        return folder if own else _made_for_this_run()
    except AttributeError:  # Windows, whose folder for temporary files is the user's own
        return Path(tempfile.gettempdir())
    except OSError as error:
        raise OutputError(
            f"There is no folder for temporary files ({error.strerror}); set XDG_CACHE_HOME, or "
            "TMPDIR, to a folder that can be written."
        ) from error


@cache
def _made_for_this_run() -> Path:
    import atexit
    import shutil
    import tempfile

    folder = Path(tempfile.mkdtemp(prefix="flyers-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder
