"""Placeholders of Jekyll's permalinks, and texts as parts of an address."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from urllib.parse import quote

from flyers.core.errors import AddressError
from flyers.sites.english import DAYS, MONTHS

_SIGNS = "._~!$&'()+,;=@"
"""Signs that the mode ``pretty`` keeps."""


def slug_of(text: str, *, pretty: bool = False) -> str:
    """Return the slug of a text: in lower case, with one hyphen for all that is no letter.

    The ``pretty`` one, of ``:title``, keeps capitals and some signs (Jekyll's ``Utils.slugify``).
    """
    kept = (one if _is_kept(one, _SIGNS if pretty else "") else " " for one in text)
    made = re.sub(" +", "-", "".join(kept))
    made = made.removeprefix("-").removesuffix("-")
    return made if pretty else lowered(made)


def lowered(text: str) -> str:
    """Return a text in lower case, each letter by itself, as Ruby does it."""
    return "".join(letter.lower() for letter in text)


def _is_kept(letter: str, signs: str) -> bool:
    category = unicodedata.category(letter)
    return category[0] in "LM" or category == "Nd" or letter in signs


def escaped(text: str) -> str:
    """Return a value percent-encoded as a part of an address."""
    return quote(text, safe="!$&'()*+,;=:@/~-._")


def certain(text: str, file: str) -> str:
    """Return a text whose letters are the same in any address. Raises AddressError."""
    if found := re.search(r"[?#%\[\]\\]|\.\.|//", text):
        raise AddressError(
            f"{file}: Jekyll makes no certain address of {text!r:.80} with its {found[0]!r}; write "
            "it without that sign, give the page a `permalink:` line, or give --url."
        )
    return text


def joined(path: str) -> str:
    """Return a path as Jekyll writes it: with a slash at the beginning, none doubled, and without
    the dots before one."""
    path = f"/{path}".replace("..", "/").replace("./", "")
    return re.sub("/{2,}", "/", path)


def filled(rule: str, value_of: Callable[[str], str | None], file: str) -> str:
    """Return a permalink with values in place of its placeholders. Raises AddressError for an
    unknown one."""

    def value(match: re.Match[str]) -> str:
        name = match[1]
        for key in (name, name.removesuffix("_")):
            if (text := value_of(key)) is not None:
                return escaped(text) + name[len(key) :]
        raise AddressError(
            f"The permalink {rule!r:.100} of {file} has :{name}, which Jekyll does not know there; "
            "correct it, or give --url."
        )

    return re.sub(":([a-z_]+)", value, rule)


# strftime's %a and %b follow the locale of the process.
FORMATS: Mapping[str, str] = {
    "year": "%Y",
    "month": "%m",
    "day": "%d",
    "hour": "%H",
    "minute": "%M",
    "second": "%S",
    "short_year": "%y",
    "w_year": "%G",
    "week": "%V",
    "w_day": "%u",
    "y_day": "%j",
}
NAMES: Mapping[str, tuple[tuple[str, ...], str, int | None]] = {
    # the names, the strftime of their number, and how many letters
    "short_month": (MONTHS, "%m", 3),
    "long_month": (MONTHS, "%m", None),
    "short_day": (("", *DAYS), "%u", 3),
    "long_day": (("", *DAYS), "%u", None),
}
NUMBERS: Mapping[str, str] = {"i_day": "%d", "i_month": "%m"}
