"""reStructuredText as Pelican and Nikola publish it."""

import datetime
from pathlib import Path

import pytest

from examples import html
from flyers.statements import read
from flyers.statements.published import entry_of
from flyers.statements.statement import Statement
from making import written


def rst(folder: Path, text: str, name: str = "hall.rst") -> Statement:
    """A statement of a file, with a title if the text has none."""
    return read(written(folder, name, text))


def body(folder: Path, text: str) -> str:
    """The blocks of a text under a title."""
    return html(rst(folder, f"The hall\n========\n\n{text}"))


HEADS = {
    "under": "The hall\n========\n\n:date: 2027-05-03 10:20\n:slug: hall\n",
    "over and under": "########\nThe hall\n########\n\n:date: 2027-05-03\n:slug: hall\n",
    "as a field": ":title: The hall\n:date: 2027-05-03\n:slug: hall\n",
    "of Nikola": ".. title: The hall\n.. slug: hall\n.. date: 2027-05-03 10:00:00 UTC\n",
    "after a comment": ".. for us\n   only\n\nThe hall\n--------\n:date: 2027-05-03\n:slug: hall\n",
}


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
def test_title_and_fields(tmp_path: Path, head: str) -> None:
    given = rst(tmp_path, f"{head}\nWe meet at *six*.\n")
    assert (given.title, given.slug) == ("The hall", "hall")
    assert given.date == datetime.date(2027, 5, 3)
    assert html(given) == "<p>We meet at <em>six</em>.</p>"


BODIES = {
    "`the plan <https://a.example/>`_ and ``code`` **now**, H\\ :sub:`2`\\ O": (
        '<p><a href="https://a.example/">the plan</a> and <code>code</code>'
        " <strong>now</strong>, H<sub>2</sub>O</p>"
    ),
    "Hours\n-----\n\nTen.\n\nOn Sundays\n~~~~~~~~~~\n\nNoon.": (
        "<h2>Hours</h2>\n<p>Ten.</p>\n<h3>On Sundays</h3>\n<p>Noon.</p>"
    ),
    ".. note:: The side door.\n\n.. admonition:: Lift\n\n   There is one.": (
        '<aside class="callout"><p>The side door.</p></aside>\n'
        '<aside class="callout"><p><strong>Lift</strong></p><p>There is one.</p></aside>'
    ),
    "True. [1]_\n\n.. [1] By the mill.": (
        '<p>True.<sup class="fn">1</sup></p>\n'
        '<section class="footnotes"><ol><li><p>By the mill.</p></li></ol></section>'
    ),
    "a. one\nb. two": '<ol type="a"><li><p>one</p></li><li><p>two</p></li></ol>',
    "| The lamp\n| is out.": "<p>The lamp<br />is out.</p>",
    "==== ====\nDay  Open\n==== ====\nSun  10\n==== ====": (
        "<table><thead><tr><th><p>Day</p></th><th><p>Open</p></th></tr></thead>"
        "<tbody><tr><td><p>Sun</p></td><td><p>10</p></td></tr></tbody></table>"
    ),
    "See :doc:`the hours <hours>` and :ref:`beds` and :made-up:`this`.": (
        "<p>See the hours and beds and this.</p>"
    ),
    "    It is late.\n\n    -- Kim": "<blockquote><p>It is late.</p><p>— Kim</p></blockquote>",
    ".. contents::\n\nText.\n\n.. TEASER_END\n\nMore.": "<p>Text.</p>\n<p>More.</p>",
}


@pytest.mark.parametrize(("given", "expected"), BODIES.items())
def test_body(tmp_path: Path, given: str, expected: str) -> None:
    assert body(tmp_path, given) == expected


def test_nothing_but_the_text_is_read(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    given = rst(
        tmp_path,
        "The hall\n========\n\nText.\n\n.. include:: secret.txt\n\n"
        ".. raw:: html\n\n   <p>secret</p>\n\n"
        ".. csv-table::\n   :file: secret.txt\n\n.. youtube:: abc\n",
    )
    assert html(given) == "<p>Text.</p>"
    told = {(note.message.partition(": ")[0], note.line) for note in given.notes}
    assert {(".. include::", 6), (".. raw::", 8), (".. youtube::", 15)} <= told


def test_faults_of_the_source_are_not_printed(tmp_path: Path) -> None:
    given = body(tmp_path, "Text *open.\n\nHours\n--\n\n|unknown| and `no target`_.")
    assert "System Message" not in given
    assert "no target" in given


def test_a_draft_is_held_back(tmp_path: Path) -> None:
    path = written(tmp_path, "hall.rst", "The hall\n========\n\n:status: draft\n\nText.\n")
    assert entry_of(path, datetime.date(2027, 5, 12)).withheld == "it is a draft"
