"""Good files of other people's programs raise no false alarm."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from flyers.catalogue.printers import PRINTERS
from flyers.cli import main
from flyers.core.findings import Finding
from flyers.preflight.case import Declared
from flyers.preflight.checks import check_file
from flyers.preflight.gathering import evidence_of
from producers import HEIGHT, PRODUCERS, WIDTH

HOME = [pytest.param(row.home, id=name) for name, row in PRODUCERS.items()]
SHOP = [pytest.param(row.shop, id=name) for name, row in PRODUCERS.items() if row.shop]

# Some of them name functions as a future Python will not.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


def findings(pdf: bytes, printer: str) -> list[Finding]:
    """All that is more than a note, of a leaflet of the size that was ordered."""
    profile = PRINTERS[printer]
    said = Declared(width=WIDTH, height=HEIGHT)
    found = check_file(evidence_of(pdf), profile, said)
    return [one for one in found if one.severity != "note"]


@pytest.mark.parametrize("make", HOME)
@pytest.mark.parametrize("printer", ["home", "home-bw"])
def test_a_leaflet_for_a_desktop_printer(make: Callable[[], bytes], printer: str) -> None:
    found = findings(make(), printer)
    # For black ink it has to be said that there is colour, where there is.
    assert [one for one in found if (one.check, printer) != ("grey", "home-bw")] == []


@pytest.mark.parametrize("make", SHOP)
def test_a_leaflet_for_a_print_shop(make: Callable[[], bytes]) -> None:
    """None of these programs can say for which press its inks are meant; all else is right."""
    found = findings(make(), "shop")
    assert {(one.check, one.severity) for one in found} == {
        ("output-intent", "error"),
        ("claims", "error"),
    }


@pytest.mark.parametrize("make", SHOP)
def test_what_they_cannot_say_is_said_for_them(make: Callable[[], bytes], tmp_path: Path) -> None:
    path = tmp_path / "leaflet.pdf"
    path.write_bytes(make())
    arguments = ["check", str(path), "-p", "shop", "--trim", "letter", "--fix"]
    assert CliRunner().invoke(main, arguments).exit_code == 0
    assert findings(path.with_name("leaflet-fixed.pdf").read_bytes(), "shop") == []


def test_there_are_enough_of_them() -> None:
    assert len(HOME) >= 6
    assert len(SHOP) >= 3
