"""The few words that the tool itself prints."""

import datetime
from dataclasses import fields

import pytest

from flyers.statements.wording.phrases import (
    Phrases,
    clock,
    long_date,
    month,
    phrases,
    table,
    weekday,
)

DAY = datetime.date(2027, 5, 12)


@pytest.mark.parametrize("row", table().values(), ids=table().keys())
def test_every_language_has_every_phrase(row: Phrases) -> None:
    assert all(getattr(row, field.name).strip() for field in fields(row))
    assert row.flip_long != row.flip_short
    assert row.code.count("{}") == 1


@pytest.mark.parametrize(
    ("tag", "rest"),
    [
        ("en", "Read the rest"),
        ("en-GB", "Read the rest"),
        ("es_MX", "Lea el resto"),
        ("FR", "Lire la suite"),
        ("nn-NO", "Les resten"),
        ("zh-CN", "阅读全文"),
        ("zh-Hant-TW", "閱讀全文"),
        ("xx", "Read the rest"),
        ("", "Read the rest"),
    ],
)
def test_a_language_has_its_row_or_the_english_one(tag: str, rest: str) -> None:
    assert phrases(tag).rest == rest


@pytest.mark.parametrize(
    ("language", "date", "day", "name"),
    [
        ("en", "May 12, 2027", "Wednesday", "May"),
        ("en-GB", "12 May 2027", "Wednesday", "May"),
        ("es", "12 de mayo de 2027", "miércoles", "mayo"),
        ("de-AT", "12. Mai 2027", "Mittwoch", "Mai"),
        ("not a language", "May 12, 2027", "Wednesday", "May"),
    ],
)
def test_dates_are_written_as_the_language_writes_them(
    language: str, date: str, day: str, name: str
) -> None:
    assert long_date(DAY, language) == date
    assert (weekday(DAY, language), month(DAY, language)) == (day, name)


def test_clocks_too() -> None:
    assert clock(datetime.time(19), "de") == "19:00"
    assert clock(datetime.time(19), "en").replace("\u202f", " ") == "7:00 PM"
