"""Printers of the user's own: what a profile may say, and what is refused."""

from pathlib import Path
from typing import Any

import pytest

from flyers.catalogue.printer_keys import VALUES, extended
from flyers.catalogue.printers import PRINTERS, Printer, Setup, printer_named
from flyers.core.boxes import Edges
from flyers.core.errors import ConfigError, UnknownNameError
from flyers.core.units import inches, mm

WHERE = "flyers.toml: [printers.corner-press]"


def made(base: str = "shop", **values: Any) -> Printer:
    return extended(PRINTERS[base], "corner-press", values, where=WHERE)


def test_a_profile_is_another_but_for_what_it_says() -> None:
    press = made(bleed="3mm", safe="5mm", marks=["crop", "fold"], pdf="x-1a", tac=280, sheet="sra3")
    assert press.bleed == mm(3)
    assert press.safe == mm(5)
    assert press.marks == ("crop", "fold")
    assert (press.pdf, press.tac, press.sheet) == ("x-1a", 280, "sra3")
    assert (press.colour, press.condition) == ("cmyk", "FOGRA39")
    assert press.name == "corner-press"
    assert press.extends is PRINTERS["shop"]
    assert press.own == {"bleed", "safe", "marks", "pdf", "tac", "sheet"}


@pytest.mark.parametrize(
    ("given", "margins"),
    [
        ("8mm", Edges.all(mm(8))),
        (0, Edges()),
        ("0, 5mm, 12mm, 5mm", Edges(top=0, right=mm(5), bottom=mm(12), left=mm(5))),
    ],
)
def test_margins_are_one_length_or_four(given: Any, margins: Edges) -> None:
    assert made("home", margins=given).margins == margins


def test_a_colour_profile_is_named_from_the_file_that_names_it(tmp_path: Path) -> None:
    (tmp_path / "house.icc").write_bytes(b"")
    values = {"icc": "house.icc"}
    press = extended(PRINTERS["shop"], "corner-press", values, where=WHERE, folder=tmp_path)
    assert press.icc == tmp_path / "house.icc"
    assert press.condition == ""


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"bleed": "3 apples"}, "bleed = '3 apples' is not a length; write one like"),
        ({"bleed": "3in"}, "write a length from 0pt to 72pt"),
        ({"bleed": True}, "is not a length"),
        ({"bleeed": "3mm"}, "there is no key 'bleeed'; did you mean 'bleed'?"),
        ({"margins": "1mm,2mm"}, "write one length, or four as top,right,bottom,left"),
        ({"marks": "crop"}, "is not a list; write [ ]"),
        ({"marks": ["corn"]}, "is not one of cut, crop, fold, registration, bar, slug"),
        ({"pdf": "x-3"}, "is not one of plain, x-4, x-1a, tagged"),
        ({"colour": "spot"}, "is not one of rgb, grey, cmyk"),
        ({"tac": 30}, "write a number from 100 to 400"),
        ({"ppi": [300, 150]}, "write the smaller, then the larger"),
        ({"duplex": "yes"}, "is neither true nor false"),
        ({"border": "1/4in"}, "a white border leaves nothing to bleed"),
        ({"colour": "rgb"}, "a PDF/X is not printed in rgb"),
        ({"pdf": "tagged"}, "go together"),
        ({"laid": "sheets"}, "has no room for bleed"),
        ({"condition": "FOGRA51"}, "is for FOGRA39; give that of your condition as icc"),
    ],
)
def test_nonsense_is_refused_with_what_to_write(values: dict[str, Any], said: str) -> None:
    with pytest.raises(ConfigError) as error:
        made(**values)
    assert str(error.value).startswith(WHERE)
    assert said in str(error.value)
    assert str(error.value).endswith((".", "?"))


def test_its_name_can_be_part_of_a_files() -> None:
    with pytest.raises(ConfigError, match="is not a name; write one word"):
        extended(PRINTERS["home"], "../press", {}, where=WHERE)


def test_every_value_of_a_printer_can_be_set() -> None:
    fixed, written_as = {"name", "extends", "own"}, {"standard": "pdf"}
    fields = set(Printer.__dataclass_fields__) - fixed
    assert set(VALUES) == {written_as.get(field, field) for field in fields}


@pytest.mark.parametrize(
    ("values", "kind", "pdf"),
    [
        ({}, "shop", "x-4"),
        ({"laid": "pages"}, "web", "tagged"),
        ({"laid": "pages", "pdf": "tagged"}, "web", "tagged"),
        ({"colour": "grey", "pdf": "plain"}, "shop", "plain"),
        ({"colour": "grey", "pdf": "plain", "laid": "sheets", "bleed": 0}, "home", "plain"),
        ({"laid": "sheets", "bleed": 0}, "shop", "x-4"),
    ],
)
def test_a_printers_kind_follows_from_its_file(values: dict[str, Any], kind: str, pdf: str) -> None:
    printer = made(**values)
    assert (printer.kind, printer.pdf) == (kind, pdf)


def test_a_screens_pages_can_be_laid_out_for_a_shop() -> None:
    assert made("web", laid="pieces").pdf == "plain"
    with pytest.raises(ConfigError, match="go together"):
        made("web", pdf="x-4")


@pytest.mark.parametrize(
    ("printer", "changes", "ticketed"),
    [
        ("home", {}, False),
        ("home", {"sheet": "12x18"}, True),
        ("home", {"sheet": "12x18", "by_hand": True}, False),
        ("shop", {}, True),
        ("web", {}, False),
    ],
)
def test_a_ticket_goes_with_what_somebody_else_prints(
    printer: str, changes: dict[str, Any], ticketed: bool
) -> None:
    assert Setup.of(PRINTERS[printer], **changes).ticketed is ticketed


def test_own_printers_are_found_by_name() -> None:
    own = {"corner-press": made()}
    assert printer_named("corner-press", own) is own["corner-press"]
    assert printer_named("home", own) is PRINTERS["home"]
    with pytest.raises(UnknownNameError, match="did you mean 'corner-press'"):
        printer_named("corner-pres", own)


def test_a_bleed_of_an_eighth_may_be_written_so() -> None:
    assert made(bleed="1/8in").bleed == inches(0.125)
