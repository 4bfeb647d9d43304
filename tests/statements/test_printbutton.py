"""Where a site's print button stands in a statement's source."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from examples import titled
from flyers.statements import printbutton
from flyers.statements.printbutton import CLOSE, OPEN, button, filled, is_marked, without

BUTTON = "[Print](/pdfs/pool.pdf)"
EMPTY = f"Swim.\n\n{OPEN}\n{CLOSE}\n\nEvery day.\n"
FILLED = f"Swim.\n\n{OPEN}\n{BUTTON}\n{CLOSE}\n\nEvery day.\n"

PLACES = {
    "a pair": (EMPTY, FILLED),
    "filled already": (FILLED, FILLED),
    "filled with another": (FILLED.replace("pool", "pond"), FILLED),
    "the first alone": (f"Swim.\n\n{OPEN}\n\nEvery day.\n", FILLED),
    "closely written": (EMPTY.replace(" flyers:print ", "flyers:print"), FILLED),
    "two": (EMPTY + EMPTY, FILLED + FILLED),
    "the first alone, then a pair": (
        f"{OPEN}\n\n{EMPTY}",
        f"{OPEN}\n{BUTTON}\n{CLOSE}\n\n{FILLED}",
    ),
    "nothing marked": ("Swim.\n", "Swim.\n"),
    "in a sentence": (f"Write {OPEN} there.\n", f"Write {OPEN} there.\n"),
    "indented": (f"  {OPEN}\n  {CLOSE}\n", f"  {OPEN}\n  {BUTTON}\n  {CLOSE}\n"),
    "of another system": (EMPTY.replace("\n", "\r\n"), FILLED.replace("\n", "\r\n")),
}


@pytest.mark.parametrize(("source", "wanted"), PLACES.values(), ids=PLACES.keys())
def test_the_marked_places_are_filled(source: str, wanted: str) -> None:
    assert filled(source, BUTTON) == wanted
    assert filled(wanted, BUTTON) == wanted


@pytest.mark.parametrize(("source", "wanted"), PLACES.values(), ids=PLACES.keys())
def test_what_is_read_stays_the_same(source: str, wanted: str) -> None:
    one, other = (text.replace("\r\n", "\n") for text in (source, wanted))
    assert without(one).split() == without(other).split()
    assert without(other).count("\n") == other.count("\n")
    assert is_marked(source) == (OPEN in wanted.splitlines() or f"  {OPEN}" in wanted.splitlines())


FORMS = {
    "markdown": "[Print & share](/p.pdf)",
    "html": '<a class="print-button" href="/p.pdf" download>Print &amp; share</a>',
    "hugo": '{{< print href="/p.pdf" label="Print &amp; share" >}}',
    "jekyll": '{% include print.html href="/p.pdf" label="Print &amp; share" %}',
    "eleventy": '{% print "/p.pdf", "Print &amp; share" %}',
}


@pytest.mark.parametrize("form", printbutton.FORMS)
def test_a_button_in_every_form(form: str) -> None:
    assert button(form, "/p.pdf", "Print & share") == FORMS[form]


def test_a_label_does_not_end_its_link() -> None:
    assert button("markdown", "/p.pdf", "Print [both] sides") == r"[Print \[both\] sides](/p.pdf)"
    assert '"Print &quot;it&quot;"' in button("eleventy", "/p.pdf", 'Print "it"')


def test_the_button_is_never_printed() -> None:
    assert titled(FILLED.replace("[Print]", "[Imprímelo]")) == titled(EMPTY)


@given(st.text("<!- flyers:print/>\n", max_size=80))
def test_filling_twice_is_filling_once(source: str) -> None:
    once = filled(source, BUTTON)
    assert filled(once, BUTTON) == once
