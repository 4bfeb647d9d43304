"""Printing conditions: the press and paper that CMYK values are meant for, and their ICC profile.

ICC.1:2001-04, 6.1 (the header of a profile) and 6.2 (its tags). Print shops know
a condition by the name under which its characterisation is registered
(https://registry.color.org).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from struct import unpack_from

from flyers.catalogue.printers import SHIPPED, Printer
from flyers.core.errors import ConfigError
from flyers.core.shipped import shipped

REGISTERED: Mapping[str, str] = {
    "FOGRA39": "offset on coated paper, ISO 12647-2:2004/Amd 1, paper types 1 and 2",
    "FOGRA47": "offset on uncoated white paper, ISO 12647-2:2004/Amd 1, paper type 4",
    "FOGRA51": "offset on premium coated paper, ISO 12647-2:2013, PS1",
    "FOGRA52": "offset on wood-free uncoated paper, ISO 12647-2:2013, PS5",
    "CGATS TR 003": "SWOP 2006, web offset on coated paper no. 3",
    "CGATS TR 005": "SWOP 2006, web offset on coated paper no. 5",
    "CGATS TR 006": "GRACoL 2006, sheetfed offset on coated paper no. 1",
    "CGATS21-2-CRPC6": "GRACoL 2013, sheetfed offset on premium coated paper",
    "JC200103": "Japan Color 2001, offset on coated paper",
}
"""Registered names, and their meaning in our words. Other names are taken as they are given."""

_HEADER = 128
_MOST_TAGS = 100


@dataclass(frozen=True, kw_only=True)
class Condition:
    """A printing condition: its name or "", its meaning in ``words``, and its ICC profile.

    ``major`` is the profile's version: PDF/X-1a, which is PDF 1.3, takes none above 2.
    """

    name: str
    words: str
    profile: bytes = field(repr=False)
    major: int

    @property
    def registered(self) -> bool:
        return self.name in REGISTERED


def condition_of(printer: Printer) -> Condition:
    """Return the condition that a printer prints under. Raises ConfigError for a profile that
    cannot be used."""
    path = printer.icc or shipped("icc") / "FOGRA39L_coated.icc"
    profile = _read(path)
    major = profile[8]
    if printer.standard == "x-1a" and major > 2:
        raise ConfigError(
            f"{path} is an ICC profile of version {major}, and PDF/X-1a takes version 2 alone; "
            'get the profile in that version from your print shop, or set pdf = "x-4".'
        )
    name = printer.condition if printer.icc else SHIPPED
    words = REGISTERED.get(name) or _description(profile) or path.stem
    return Condition(name=name, words=words, profile=profile, major=major)


@cache
def _read(path: Path) -> bytes:
    try:
        profile = path.read_bytes()
    except OSError as error:
        raise ConfigError(
            f"Cannot read {path} ({error.strerror}); check its permissions."
        ) from error
    if wrong := _wrong(profile):
        raise ConfigError(f"{path} {wrong}; get the profile from your print shop.")
    return profile


def _wrong(profile: bytes) -> str:
    """Return the words that follow the profile's name if it cannot be used, else nothing."""
    if len(profile) < _HEADER + 4 or profile[36:40] != b"acsp":
        return "is no ICC profile"
    if unpack_from(">I", profile)[0] != len(profile):
        return "is not complete: its length is not the one in its header"
    if profile[12:16] != b"prtr":
        return "is no output profile, as that of a printing condition has to be"
    if profile[16:20] != b"CMYK":
        space = profile[16:20].decode("latin-1").strip()
        return f"is a profile of {space}, where one of CMYK is needed"
    tags = _tags(profile)
    if any(start + size > len(profile) for start, size in tags.values()):
        return "is damaged"
    if not {b"A2B0", b"B2A0"} <= tags.keys():
        return "has no tables for conversion from and to CMYK"
    return ""


def _tags(profile: bytes) -> Mapping[bytes, tuple[int, int]]:
    """Return the offset and length of each tag (6.2)."""
    count = min(unpack_from(">I", profile, _HEADER)[0], _MOST_TAGS)
    if len(profile) < _HEADER + 4 + 12 * count:
        return {}
    rows = (unpack_from(">4sII", profile, _HEADER + 4 + 12 * n) for n in range(count))
    return {name: (start, size) for name, start, size in rows}


def _description(profile: bytes) -> str:
    """Return the profile's own description (6.4.32), in the notation of either version."""
    start, size = _tags(profile).get(b"desc", (0, 0))
    tag = profile[start : start + size]
    if tag[:4] == b"desc" and len(tag) > 12:
        text = tag[12 : 12 + unpack_from(">I", tag, 8)[0]].decode("latin-1")
    elif tag[:4] == b"mluc" and len(tag) >= 28:
        length, offset = unpack_from(">II", tag, 20)
        text = tag[offset : offset + length].decode("utf-16-be", "replace")
    else:
        text = ""
    return " ".join("".join(c for c in text if c.isprintable()).split())
