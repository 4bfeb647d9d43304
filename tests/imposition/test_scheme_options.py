"""Options by scheme: each changes the plan of its schemes, and is reported in the others."""

from dataclasses import replace
from itertools import product
from typing import Any

import pytest

from flyers.core.errors import ImpositionError, UnknownNameError
from flyers.core.sheets import Page
from flyers.imposition.option_words import ignored_options, options_of
from flyers.imposition.planning import plan
from flyers.imposition.schemes.table import SCHEMES
from schemes import pages_of, words

VALUES: dict[str, Any] = {
    "up": "1x2",
    "gutter": "9pt",
    "order": "down",
    "binding": "right",
    "fit": True,
    "center": True,
    "back_cover": True,
    "creep": "0.1mm",
    "sheets_per_signature": 1,
    "pages_per_signature": 8,
    "fold": "z",
    "stock": "cover",
    "allowance": "9pt",
    "grain": True,
    "overlap": "20mm",
}
"""One of each option of the command line that does not concern every scheme."""

SIZES = {"gang": [(1200.0, 300.0), (300.0, 1200.0)]}
UNEQUAL = [(200.0, 300.0)] * 8 + [(180.0, 280.0)]
"""Pages of which some have to be scaled or centred, or they are refused."""


def outcome(scheme: str, **given: Any) -> str:
    """Return the plan or the refusal for these options."""
    sizes = SIZES.get(scheme, UNEQUAL)
    pages = [
        Page(name=str(number), width=width, height=height, layers=())
        for number, (width, height) in enumerate(sizes, start=1)
    ]
    options = options_of(SCHEMES[scheme], {"sheet": "1000x1400pt", **given})
    try:
        return repr(plan(pages, SCHEMES[scheme], replace(options, parts=(1,) * len(pages))))
    except ImpositionError as error:
        return str(error)


@pytest.mark.parametrize(("scheme", "option"), [*product(SCHEMES, VALUES)])
def test_a_scheme_reads_the_options_that_it_says_it_reads(scheme: str, option: str) -> None:
    usual = {} if option in ("fit", "center") else {"center": True}
    changed = outcome(scheme, **usual, **{option: VALUES[option]}) != outcome(scheme, **usual)
    assert changed == (option in SCHEMES[scheme].reads)
    said = list(
        ignored_options(SCHEMES[scheme], options_of(SCHEMES[scheme], {}), {option: VALUES[option]})
    )
    assert bool(said) != changed


def test_a_gutter_concerns_what_is_folded_once_a_sheet_has_it_twice() -> None:
    zine = SCHEMES["zine"]
    (said,) = ignored_options(zine, options_of(zine, {}), {"gutter": "3mm"})
    assert said.message == "--gutter changes nothing in the scheme zine."
    assert outcome("zine", center=True, up="1x2") != outcome(
        "zine", center=True, up="1x2", gutter="9pt"
    )
    assert not list(ignored_options(zine, options_of(zine, {"up": "1x2"}), {"gutter": "3mm"}))


def test_a_date_is_for_the_slug() -> None:
    booklet = SCHEMES["booklet"]
    (said,) = ignored_options(
        booklet, options_of(booklet, {}), {"date": "May 2027", "back_cover": False}
    )
    assert said.message == "--date is printed in the slug only; add it with --marks slug."
    assert not list(
        ignored_options(booklet, options_of(booklet, {"marks": "slug"}), {"date": "May"})
    )


UPRIGHT, HEAD_OVER_FOOT = "2 | 2", "2 (180°) | 2 (180°)"


@pytest.mark.parametrize(
    ("phrase", "on_upright", "on_lying"),
    [
        ("sheetwise", UPRIGHT, UPRIGHT),
        ("work and back", UPRIGHT, UPRIGHT),
        ("long edge", UPRIGHT, HEAD_OVER_FOOT),
        ("flip on short edge", HEAD_OVER_FOOT, UPRIGHT),
        ("Perfecting", HEAD_OVER_FOOT, HEAD_OVER_FOOT),
        ("perfecting with long edge flip", UPRIGHT, HEAD_OVER_FOOT),
        ("perfecting-long", UPRIGHT, HEAD_OVER_FOOT),
        ("perfecting, short edge flip", HEAD_OVER_FOOT, UPRIGHT),
    ],
)
def test_a_shop_says_how_the_sheet_is_turned(phrase: str, on_upright: str, on_lying: str) -> None:
    for sheet, back in (("612x792pt", on_upright), ("792x612pt", on_lying)):
        asked = options_of(SCHEMES["repeat"], {"sheet": sheet, "duplex": phrase, "up": "2x1"})
        drawn = words("repeat", pages_of(2), **asked.__dict__)
        assert drawn.splitlines() == ["sheet 1 front: 1 | 1", f"sheet 1 back: {back}"]


@pytest.mark.parametrize(
    ("phrase", "drawn"),
    [
        ("work and turn", "1 | 2"),
        ("Work & Tumble", "2 (180°) / 1"),
        ("work-and-tumble", "2 (180°) / 1"),
        ("work and flop", "2 (180°) / 1"),
    ],
)
def test_a_form_for_both_sides_by_its_names_in_the_shop(phrase: str, drawn: str) -> None:
    given = {"sheet": "612x792pt", "duplex": phrase, "up": "1x1"}
    asked = options_of(SCHEMES["repeat"], given)
    plan = words("repeat", pages_of(2), **asked.__dict__)
    assert plan == f"sheet 1 both sides: {drawn}"


def test_a_way_to_turn_that_nobody_knows_is_refused_with_the_nearest() -> None:
    with pytest.raises(UnknownNameError, match="did you mean 'work-and-tumble'"):
        options_of(SCHEMES["repeat"], {"duplex": "work-and-tumbel"})
