"""Every fault that is put into a good file is found under its name, and nothing else is said.

The files are those of ``faults``: a postcard for every printer, drawn by hand,
and more than a hundred ways to spoil it; and some that only look so.
"""

from functools import cache

import pytest

from faults import FAULTS, HARMLESS, MANNERS, Fault, Harmless, good
from faults.good import HEIGHT, IMPRINT, WIDTH
from flyers.catalogue.printers import PRINTERS
from flyers.core.findings import Finding
from flyers.preflight.case import Declared, ExpectedImprint
from flyers.preflight.checks import CHECKS, check_file
from flyers.preflight.gathering import evidence_of

SAID = {
    "trim": Declared(width=WIDTH, height=HEIGHT),
    "scheme": Declared(pages_multiple=4),
    "imprint": Declared(imprint=ExpectedImprint(words=IMPRINT, size=8)),
}
"""What the customer says of the piece, where a fault is one only then."""


def findings(pdf: bytes, printer: str, said: str = "") -> tuple[Finding, ...]:
    profile = PRINTERS[printer]
    return check_file(evidence_of(pdf), profile, SAID.get(said, Declared()))


@cache
def beforehand(printer: str, said: str) -> frozenset[tuple[str, str]]:
    """What is said of the good file."""
    return frozenset((f.check, f.message) for f in findings(good(printer).written(), printer, said))


@cache
def new(fault: Fault) -> tuple[Finding, ...]:
    """What is said of the spoiled file alone."""
    before = beforehand(fault.printer, fault.said)
    found = findings(fault.pdf(), fault.printer, fault.said)
    return tuple(one for one in found if (one.check, one.message) not in before)


@pytest.mark.parametrize("printer", MANNERS)
@pytest.mark.parametrize("said", ["", *SAID])
def test_a_good_file_has_no_fault(printer: str, said: str) -> None:
    found = findings(good(printer).written(), printer, said)
    if said == "scheme":  # two pages do not fill the sheet of a booklet
        found = tuple(one for one in found if one.check != "pages")
    assert [one for one in found if one.severity != "note"] == []


@pytest.mark.parametrize("harmless", HARMLESS.values(), ids=str)
def test_what_only_looks_like_a_fault_is_none(harmless: Harmless) -> None:
    found = findings(harmless.pdf(), harmless.printer)
    assert [one for one in found if one.severity != "note"] == []


@pytest.mark.parametrize("fault", FAULTS.values(), ids=str)
def test_a_fault_is_found_under_its_name(fault: Fault) -> None:
    found = new(fault)
    grave = [(one.check, one.severity) for one in found if one.severity != "note"]
    assert (fault.check, fault.severity) in grave, found
    assert {check for check, _ in grave} <= fault.also, found


@pytest.mark.parametrize("fault", FAULTS.values(), ids=str)
def test_a_fault_is_said_in_sentences(fault: Fault) -> None:
    for one in new(fault):
        assert one.message.strip(".?!") != one.message or ": " in one.message
        assert one.remedy.endswith("."), one
        assert one.page is None or one.page in (1, 2, 3)
        if one.box:
            assert one.box.width >= 0
            assert one.box.height >= 0


def test_every_check_has_a_fault() -> None:
    """But for one: a file that cannot be read is no spoiled good one."""
    spoiled = {fault.check for fault in FAULTS.values()}
    assert {check.name for check in CHECKS} - spoiled == {"readable"}
    assert spoiled <= {check.name for check in CHECKS}


def test_there_are_many() -> None:
    assert len({fault.spoil for fault in FAULTS.values()}) >= 100
