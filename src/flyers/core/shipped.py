"""Data that travels with the code: layouts, fonts, the colour profile and the paperwork.

Layouts and fonts stand at the top of a checkout, where people look for them and edit
them, and inside the package once it is installed; all else is inside it in either.
Only this function knows the difference.
"""

from pathlib import Path

from flyers.core.errors import FlyersError

_PACKAGE = Path(__file__).resolve().parent.parent


def shipped(name: str) -> Path:
    """Return the shipped folder of this name, in an installation or in a checkout.

    ``importlib.resources`` knows installations alone, and takes longer to import
    than ``flyers --help`` to run.
    """
    installed = _PACKAGE / "data" / name
    checkout = _PACKAGE.parent.parent / name
    for folder in (installed, checkout):
        if folder.is_dir():
            return folder
    raise FlyersError(f"The folder {installed} is missing; install flyers again.")
