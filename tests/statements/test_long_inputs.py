"""Texts that repeat one sign: reading takes time that grows with the text alone."""

import re
import time
from contextlib import suppress
from pathlib import Path

import pytest

from examples import html, statement, titled
from flyers.core.errors import StatementError
from flyers.statements import read
from flyers.statements.wording.enclosed import enclosed, replaced

OPENED, CLOSED = re.compile(r"<(\w)>"), re.compile(r"</\w>")

NEVER_CLOSED = {
    ".md": (
        *("{% raw %}", "{{< ", "{{</* ", "{{ page.x ", "{% ", "{", "{% highlight a %}"),
        *("<!-- toc -->", "<!-- START doctoc ", "[caption a='b'] ", "[", "`a "),
    ),
    ".mdx": ("{/* ", "import a ", "import a\n", "{a "),
    ".html": ("{{ a <code>", "{{ <textarea>", '<script type="application/ld+json"> schema.org '),
}


@pytest.mark.parametrize(
    ("suffix", "sign"), [(suffix, sign) for suffix, signs in NEVER_CLOSED.items() for sign in signs]
)
def test_what_is_never_closed_takes_no_longer_for_each_time(suffix: str, sign: str) -> None:
    page = "<!doctype html><title>A title</title><h1>A title</h1><p>The hall is open.</p>"
    above = page if suffix == ".html" else "# A title\n\nThe hall is open.\n\n"
    text = above + sign * (40_000 // len(sign)) + "\n"
    began = time.process_time()
    with suppress(StatementError):
        read(Path(f"a{suffix}"), text=text.encode())
    # Patterns that look through the rest of the text each time take half a minute and more.
    assert time.process_time() - began < 8


def test_what_is_enclosed_ends_at_the_next_mark() -> None:
    text = "a <b>c <d>e</d> f</b> g <h>i"
    assert [stretch.whole for stretch in enclosed(OPENED, CLOSED, text)] == ["<b>c <d>e</d>"]
    found = replaced(OPENED, CLOSED, text, lambda one: f"({one.opening[1]}: {one.inner})")
    assert found == "a (b: c <d>e) f</b> g <h>i"


def test_a_mark_may_have_a_closing_mark_of_its_own() -> None:
    own = {name: re.compile(f"</{name}>") for name in "abc"}
    text = "<a>1 <b>2</b> <c>3 </c>"
    assert replaced(OPENED, lambda mark: own[mark[1]], text, lambda one: "-") == "<a>1 - -"


def test_a_title_longer_than_any_is_refused() -> None:
    assert len(statement(f"# {'word ' * 399}word\n\nThe hall is open.").title) == 1999
    with pytest.raises(StatementError, match=r"2,499 letters, and may have 2,000; shorten it"):
        statement(f"# {'word ' * 500}\n\nThe hall is open.")


def test_rules_and_line_breaks_in_a_row_are_as_many_as_are_seen() -> None:
    given = titled("One.\n\n***\n\n***\n\n***\n\nTwo.<br><br><br><br>Three.<br>Four.\n")
    assert html(given) == "<p>One.</p>\n<hr />\n<p>Two.<br /><br />Three.<br />Four.</p>"
