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
    "the first alone, of another system": (
        f"Swim.\r\n\r\n{OPEN}\r\nDaily.\r\n",
        f"Swim.\r\n\r\n{OPEN}\r\n{BUTTON}\r\n{CLOSE}\r\nDaily.\r\n",
    ),
    "at the end": (f"Swim.\n{OPEN}", f"Swim.\n{OPEN}\n{BUTTON}\n{CLOSE}"),
    "behind a byte order mark": (f"\ufeff{EMPTY[7:]}", f"\ufeff{FILLED[7:]}"),
    "in a fence": (f"```\n{EMPTY}```\n", f"```\n{EMPTY}```\n"),
    "behind a fence": (f"~~~ html\n{OPEN}\n~~~\n{EMPTY}", f"~~~ html\n{OPEN}\n~~~\n{FILLED}"),
    "in a fence of a list": (f"- ````\n  ```\n{OPEN}\n  ````\n",) * 2,
    "behind a quoted fence": (f"> ```\n> {OPEN}\n\n{EMPTY}", f"> ```\n> {OPEN}\n\n{FILLED}"),
    "before an example of its end": (
        f"{OPEN}\n\n```\n{CLOSE}\n```\n",
        f"{OPEN}\n{BUTTON}\n{CLOSE}\n\n```\n{CLOSE}\n```\n",
    ),
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
    assert is_marked(source) == (BUTTON in wanted)


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


@given(st.text("<!- flyers:print/>`\r\n", max_size=80))
def test_filling_twice_is_filling_once(source: str) -> None:
    once = filled(source, BUTTON)
    assert filled(once, BUTTON) == once
