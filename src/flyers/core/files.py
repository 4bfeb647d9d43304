"""Names of files as people write them, and output of which no file is ever half written."""

import errno
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from io import RawIOBase
from pathlib import Path

from flyers.core.errors import DiskFullError, OptionError, OutputError


def write_whole(path: Path, data: bytes) -> None:
    """Write ``data`` under a temporary name beside ``path``, then give it its name.

    Readers see the old file or the new one, never half of one. Raises OSError.
    """
    import secrets  # with hashes, which take longer to load than most files to write

    part = path.with_name(f".{path.name}.{os.getpid()}-{secrets.token_hex(4)}.part")
    try:
        part.write_bytes(data)
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def write_into(path: Path, old: bytes, new: bytes) -> None:
    """Change a file that holds ``old`` in place: its owner, mode and links stay as they are.

    Room for what is new is taken first, so that a full disk changes nothing. Raises OSError.
    """
    both = enumerate(zip(old, new, strict=False))
    same = next((at for at, (one, other) in both if one != other), min(len(old), len(new)))
    with path.open("r+b", buffering=0) as file:
        if file.read(len(old) + 1) != old:
            raise OSError(errno.EBUSY, "it was changed meanwhile")
        try:
            _write_at(file, len(old), b" " * (len(new) - len(old)))
            _write_at(file, same, new[same:])
            file.truncate(len(new))
        except BaseException:
            _write_at(file, 0, old)
            file.truncate(len(old))
            raise


def _write_at(file: RawIOBase, at: int, data: bytes) -> None:
    """Write all of the data; the system may take a part of it, and refuse the rest."""
    file.seek(at)
    left = memoryview(data)
    while left:
        left = left[file.write(left) or 0 :]


def remove(path: Path) -> None:
    """Remove a file that may be gone already. Raises OutputError."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise OutputError(
            f"Cannot remove {path} ({error.strerror}); check its permissions."
        ) from error


def from_here(path: Path) -> Path:
    """Return the path from the working folder, if it is below that, as a person would write it."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def spare(read: Iterable[str], written: Iterable[Path], instead: str) -> None:
    """Raise OptionError if a file that was ``read`` would be ``written`` over. Other files that are
    there already are replaced, as every tool does."""
    names = {os.path.realpath(name): name for name in read}
    for file in written:
        if name := names.get(os.path.realpath(file)):
            raise OptionError(f"{name} would be replaced by what is made of it; {instead}.")


def write_all(files: Mapping[Path, bytes]) -> None:
    """Write all files, or none: raises OutputError or DiskFullError, and then leaves no new one."""
    for path in files:
        # A device such as /dev/null would be replaced by a file.
        if os.path.lexists(path) and not path.is_file():
            what = "a folder" if path.is_dir() else "no file"
            raise OutputError(f"{path} is {what}; use -o to name a file that can be written.")
    new = [path for path in files if not os.path.lexists(path)]
    try:
        for path, data in files.items():
            with disk_errors(path.parent, "name another file with -o"):
                path.parent.mkdir(parents=True, exist_ok=True)
                write_whole(path, data)
    except BaseException:
        with suppress(OSError):
            for path in new:
                path.unlink(missing_ok=True)
        raise


def pour(data: bytes) -> None:
    """Write to standard output. Raises DiskFullError, OutputError or BrokenPipeError."""
    if sys.stdout.name == os.devnull:  # by ``opened_streams``, not by the shell
        raise OutputError("Standard output is closed; name a file with -o.")
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise unwritable(error) from error


def unwritable(error: OSError) -> OutputError:
    """Return the error of a standard output that takes no more, and give it up."""
    # Python would write the rest of the buffer once more as it ends, and fail once more.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    kind = DiskFullError if error.errno in (errno.ENOSPC, errno.EDQUOT) else OutputError
    return kind(f"Cannot write to standard output ({error.strerror}); name a file with -o.")


def opened_streams() -> None:
    """Put nothing in place of standard streams that were closed before the start.

    A file that is opened later would else get the number of one of them, and be written into by
    whoever writes an error.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115, PTH123


@contextmanager
def disk_errors(
    folder: Path, instead: str = "choose another folder with --out, or out in [build]"
) -> Iterator[None]:
    """Turn the disk's errors into OutputError or DiskFullError about that folder, also where the
    error of a folder inside it has been turned already."""
    try:
        yield
    except DiskFullError as error:
        raise DiskFullError(_full(folder, instead)) from error
    except OSError as error:
        # If no statement's folder can be made, the fault is that of the folder above them.
        if not os.access(folder.parent, os.W_OK | os.X_OK):
            folder = folder.parent
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise DiskFullError(_full(folder, instead)) from error
        raise OutputError(f"Cannot write into {folder} ({error.strerror}); {instead}.") from error


def _full(folder: Path, instead: str) -> str:
    return f"There is no space left for {folder}; free some or {instead}."
