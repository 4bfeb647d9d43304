"""`flyers printers`: the list, and every value of a printer with where it comes from."""

import re
from pathlib import Path

import pytest

from flyers.catalogue.printer_explained import explained, length
from flyers.catalogue.printer_keys import VALUES, extended
from flyers.catalogue.printers import PRINTERS
from flyers.core.units import mm
from making import invoke, written

OWN = """\
[printers.corner-press]
extends = "shop"
purpose = "Corner Press, on Mill Lane"
bleed = "3mm"
marks = ["crop"]

[printers.corner-grey]
extends = "corner-press"
colour = "grey"
"""


@pytest.mark.parametrize("name", PRINTERS)
def test_every_value_is_told_with_its_meaning_and_its_source(name: str) -> None:
    rows = list(explained(PRINTERS[name]))
    assert [key for key, *_ in rows] == [key for key in VALUES if key != "purpose"]
    assert all(all(row) for row in rows)


@pytest.mark.parametrize(
    ("points", "told"),
    [
        (0, "none"),
        (9, "1/8 in (3.2 mm)"),
        (18, "1/4 in (6.3 mm)"),
        (108, "1 1/2 in (38.1 mm)"),
        (144, "2 in (50.8 mm)"),
        (mm(3), "3 mm (0.12 in)"),
        (mm(3.5), "3.5 mm (0.14 in)"),
        (10, "10 pt (3.5 mm)"),
        (0.25, "0.25 pt"),
    ],
)
def test_lengths_are_told_in_the_unit_that_fits(points: float, told: str) -> None:
    assert length(points) == told


def test_unequal_margins_are_told_one_by_one() -> None:
    values = {"margins": "0,1/4in,12mm,1/4in"}
    printer = extended(PRINTERS["home"], "inkjet", values, where="flyers.toml")
    told = {key: value for key, value, _, _ in explained(printer)}
    assert told["margins"] == (
        "top none, right 1/4 in (6.3 mm), bottom 12 mm (0.47 in), left 1/4 in (6.3 mm)"
    )


def test_the_list_has_the_users_own(tmp_path: Path) -> None:
    written(tmp_path, "flyers.toml", OWN)
    said = invoke("printers", cwd=tmp_path).stdout
    assert "home *" in said
    assert "corner-press  Corner Press, on Mill Lane" in said


def test_a_printer_of_ones_own_says_what_it_has_from_where(tmp_path: Path) -> None:
    written(tmp_path, "flyers.toml", OWN)
    said = invoke("printers", "show", "corner-grey", cwd=tmp_path).stdout
    assert said.startswith("corner-grey: corner-press, with settings of its own\n\n")
    assert max(map(len, said.splitlines())) <= 80
    rows = {row.split()[0]: " ".join(row.split()[1:]) for row in re.split(r"\n  (?=\w)", said)[1:]}
    assert rows["colour"] == "grey: black ink alone what it prints in \u00b7 from flyers.toml"
    assert rows["bleed"].startswith("3 mm (0.12 in) how far")
    assert rows["bleed"].endswith("\u00b7 from corner-press in flyers.toml")
    assert rows["tac"].endswith("\u00b7 from shop")


def test_a_printer_that_there_is_not_is_named_with_the_nearest(tmp_path: Path) -> None:
    done = invoke("printers", "show", "shopp", cwd=tmp_path)
    assert done.returncode == 15
    assert "did you mean 'shop'" in done.stderr
