"""Printing conditions: the shipped profile, one's own, and files that are none."""

from dataclasses import replace
from pathlib import Path
from struct import pack

import pytest

from flyers.catalogue.conditions import condition_of
from flyers.catalogue.printers import PRINTERS, SHIPPED, Printer
from flyers.core.errors import ConfigError
from flyers.core.shipped import shipped

SHOP, X1A = PRINTERS["shop"], PRINTERS["shop-x1a"]
PROFILE = (shipped("icc") / "FOGRA39L_coated.icc").read_bytes()


def own(folder: Path, profile: bytes, printer: Printer = SHOP, condition: str = "") -> Printer:
    """The printer with a profile of its own."""
    path = folder / "house.icc"
    path.write_bytes(profile)
    return replace(printer, icc=path, condition=condition)


def changed(at: int, data: bytes) -> bytes:
    return PROFILE[:at] + data + PROFILE[at + len(data) :]


def test_shops_print_under_the_condition_of_the_shipped_profile() -> None:
    condition = condition_of(SHOP)
    assert condition.name == SHIPPED
    assert condition.registered
    assert condition.profile == PROFILE


def test_a_profile_of_ones_own_describes_itself(tmp_path: Path) -> None:
    condition = condition_of(own(tmp_path, PROFILE))
    assert (condition.name, condition.registered) == ("", False)
    assert condition.words == "FOGRA39L Coated"


def test_a_registered_condition_is_told_in_words(tmp_path: Path) -> None:
    condition = condition_of(own(tmp_path, PROFILE, condition="FOGRA51"))
    assert condition.registered
    assert "ISO 12647-2:2013" in condition.words


def test_a_description_of_version_4(tmp_path: Path) -> None:
    words = "Our press".encode("utf-16-be")
    tag = b"mluc" + bytes(4) + pack(">II", 1, 12) + b"enUS" + pack(">II", len(words), 28) + words
    start = int.from_bytes(PROFILE[136:140], "big")
    assert PROFILE[132:136] == b"desc"
    assert condition_of(own(tmp_path, changed(start, tag))).words == "Our press"


WRONG = {
    "not whole": (PROFILE[:-1], "is not complete"),
    "a picture": (b"\x89PNG" + bytes(200), "is no ICC profile"),
    "empty": (b"", "is no ICC profile"),
    "a screen": (changed(12, b"mntr"), "is no output profile"),
    "RGB": (changed(16, b"RGB "), "is a profile of RGB, where one of CMYK is needed"),
    "no tables": (changed(128, pack(">I", 2)), "has no tables for conversion from and to CMYK"),
    "damaged": (changed(140, pack(">I", 1 << 30)), "is damaged"),
    "a flood of tags": (changed(128, pack(">I", 1 << 31)), "is damaged"),
}


@pytest.mark.parametrize("what", WRONG)
def test_what_is_no_profile_of_a_press_is_refused(what: str, tmp_path: Path) -> None:
    profile, said = WRONG[what]
    with pytest.raises(ConfigError, match=rf"house\.icc {said}") as error:
        condition_of(own(tmp_path, profile))
    assert str(error.value).endswith("get the profile from your print shop.")


def test_x1a_takes_no_profile_of_version_4(tmp_path: Path) -> None:
    newer = changed(8, b"\x04")
    assert condition_of(own(tmp_path, newer)).major == 4
    with pytest.raises(
        ConfigError,
        match="PDF/X-1a takes version 2 alone; get the profile in that version from your",
    ):
        condition_of(own(tmp_path, newer, X1A))


def test_a_profile_that_went_missing(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"Cannot read .*gone\.icc"):
        condition_of(replace(SHOP, icc=tmp_path / "gone.icc"))
