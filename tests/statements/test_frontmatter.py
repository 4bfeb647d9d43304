"""Front matter in its five forms, and what is said when it is wrong."""

import datetime

import pytest

from examples import statement
from flyers.core.errors import EmptyStatementError, FrontMatterError, NoTitleError
from flyers.statements.statement import Statement

FORMS = {
    "YAML": "---\ntitle: The park\ntags: [park, trees]\ndate: 2024-05-04\ndraft: true\n---\nText.",
    "YAML with dots": "---\ntitle: The park\ntags:\n- park\n- trees\ndate: 2024-05-04\n"
    "draft: yes\n...\nText.",
    "TOML": '+++\ntitle = "The park"\ntags = ["park", "trees"]\ndate = 2024-05-04T10:00:00Z\n'
    "draft = true\n+++\nText.",
    "JSON": '{"title": "The park", "tags": ["park", "trees"], "date": "2024-05-04",\n'
    '"draft": true}\nText.',
    "JSON between fences": '---json\n{"title": "The park", "tags": "park, trees",\n'
    '"date": "2024-05-04 10:00", "draft": 1}\n---\nText.',
    "lines": "Title: The park\nDate: 2024-05-04\nTags: park,\n  trees\nStatus: draft\n\nText.",
    "capitals": "---\nTITLE: The park\nTags: park, trees\nDate: May 4, 2024\nPublished: false\n"
    "---\nText.",
}


@pytest.mark.parametrize("text", FORMS.values(), ids=FORMS.keys())
def test_forms(text: str) -> None:
    given = statement(text)
    assert given.title == "The park"
    assert given.tags == ("park", "trees")
    assert given.date == datetime.date(2024, 5, 4)
    assert given.draft
    assert [block.text for block in given.blocks] == ["Text."]
    assert given.notes == ()


WRONG = {
    # what is written: where and what the message says
    "---\ntitle: Park: open\n---\nText.": ("standard input, line 2: ", "quotation marks"),
    "---\ntitle: Park\n\nText.": ("standard input, line 1: ", "never closed; put --- on a line"),
    "---\ntitle: Park\ntags: [a\n---\nText.": ("standard input, line 4: ", "not valid YAML"),
    "---\ntitle: !!python/object/apply:os.system [ls]\n---\nText.": (
        "standard input, line 2: ",
        "not allowed",
    ),
    "---\ntitle: Park\nx: &x [*x]\n---\nText.": ("standard input, line 3: ", "contains itself"),
    "---\ntitle: Park\nkind:\n\t- a\n---\nText.": ("standard input, line 4: ", "spaces"),
    "---\ndraft: no\ntitle: [1, 2]\n---\nText.": (
        "standard input, line 3: ",
        "the title is a list",
    ),
    '+++\ntitle = "Park"\ndate = soon\n+++\nText.': ("standard input, line 3: ", "not valid TOML"),
    '{"title": "Park",\n"date": }\nText.': ("standard input, line 2: ", "not valid JSON"),
    "---json\n[1]\n---\nText.": ("standard input, line 2: ", "no keys"),
}


@pytest.mark.parametrize(("text", "said"), WRONG.items(), ids=[text[:40] for text in WRONG])
def test_malformed(text: str, said: tuple[str, str]) -> None:
    with pytest.raises(FrontMatterError) as caught:
        statement(text)
    where, what = said
    assert str(caught.value).startswith(where)
    assert what in str(caught.value)
    assert str(caught.value).endswith(".")


def test_aliases_of_aliases_cost_nothing() -> None:
    bomb = "\n".join(
        f"{b}: &{b} [*{a}, *{a}, *{a}, *{a}]" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    given = statement(f"---\ntitle: Park\na: &a [x]\n{bomb}\ntags: *i\n---\nText.")
    assert given.title == "Park"


def test_no_is_a_text_and_a_number_is_a_title() -> None:
    assert statement("---\ntitle: No\n---\nText.").title == "No"
    assert statement("---\ntitle: 2024\n---\nText.").title == "2024"


@pytest.mark.parametrize(
    "text", ["---\n\nText under a rule.\n\n# Park", "---\n---\n# Park\n\nText under a rule."]
)
def test_a_rule_is_no_front_matter(text: str) -> None:
    given = statement(text)
    assert given.title == "Park"
    assert given.blocks[-1].text == "Text under a rule."


def test_no_title() -> None:
    with pytest.raises(NoTitleError, match=r"has no title; add a `title:` line .* heading\.$"):
        statement("Text.")


@pytest.mark.parametrize("text", ["", " \n", "# Park", "---\ntitle: Park\n---\n<!-- later -->"])
def test_no_text(text: str) -> None:
    with pytest.raises(EmptyStatementError):
        statement(text)


def front(values: str) -> Statement:
    """A statement with these lines of front matter."""
    return statement(f"---\ntitle: Park\n{values}\n---\nText.")


def test_a_title_is_plain_and_typographic() -> None:
    text = "---\ntitle: '&#8220;Our&#8221; *old* <em>park</em> -- it''s 5 months'\n---\nText."
    assert statement(text).title == "“Our” old park\u00a0– it’s 5\u00a0months"


@pytest.mark.parametrize(
    ("values", "authors"),
    [
        ("author: Ada Reed", ("Ada Reed",)),
        ("authors: [ada-reed, adareed]", ("Ada Reed", "adareed")),
        ("authors:\n- name: Ada Reed\n  mail: x\n- Ben Hall", ("Ada Reed", "Ben Hall")),
        ("author: {name: Ada Reed}", ("Ada Reed",)),
        ("author: Anne-Marie", ("Anne-Marie",)),
        ("author:", ()),
    ],
)
def test_authors(values: str, authors: tuple[str, ...]) -> None:
    assert front(values).authors == authors


@pytest.mark.parametrize(
    ("values", "address"),
    [
        ("url: /park/", "/park/"),
        ("canonicalURL: https://example.org/park", "https://example.org/park"),
        ("permalink: /:year/:title/", ""),
        ("permalink: /:year/:title/\nurl: /park", "/park"),
        ("url: example.org/park", ""),
        ("url: //example.org/park", ""),
        ("url: javascript:alert(1)", ""),
        ("url: /a b", ""),
        ("aliases: [/old/]", ""),
        ("slug: park", ""),
    ],
)
def test_address(values: str, address: str) -> None:
    assert front(values).address == address


def test_an_address_that_is_none_is_noted() -> None:
    told = front("canonical: example.org").notes[0].message
    assert told.startswith("canonical 'example.org': ")


def test_an_address_of_a_page_that_its_generator_may_know_is_refused_without_one() -> None:
    given = front("url: example.org")
    assert (given.notes, "url 'example.org'" in given.refused) == ((), True)


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ("url: javascript:alert(1)", "line 3: url 'javascript:alert(1)' is no web address"),
        ("date: 2024-05-04\nCanonical-URL: example.org", "line 4: canonical_url 'example.org' is"),
        ("url: /park\npermalink: park", ""),
        ("permalink: /:year/:title/", ""),
        ("", ""),
    ],
)
def test_it_is_told_where_the_address_that_is_none_stands(values: str, said: str) -> None:
    refused = front(values).refused
    assert said in refused
    assert bool(refused) == bool(said)


@pytest.mark.parametrize("title", ["{{ page.title }}", "'{% title %}'", "<br>"])
def test_a_title_of_template_tags_alone(title: str) -> None:
    text = f"---\ntitle: {title}\n---\n" if title[0] != "{" else f'---\ntitle: "{title}"\n---\n'
    with pytest.raises(NoTitleError, match="nothing is left once its template tags are taken out"):
        statement(text + "Text.")
    assert statement(text + "# Park\n\nText.").title == "Park"


@pytest.mark.parametrize(
    ("values", "date"),
    [
        ("date: 2024-05-04 22:00:00 -0500", datetime.date(2024, 5, 4)),
        ("publishDate: 4 May 2024", datetime.date(2024, 5, 4)),
        ("date: 4. Mai 2024", datetime.date(2024, 5, 4)),
        ("date: 04.05.2024", datetime.date(2024, 5, 4)),
        ("date: 2024-02-31", None),
        ("date: soon", None),
        ("date: [1]", None),
    ],
)
def test_dates(values: str, date: datetime.date | None) -> None:
    given = front(values)
    assert given.date == date
    assert bool(given.notes) == (date is None)


@pytest.mark.parametrize(
    ("values", "language", "direction"),
    [
        ("", "en", "ltr"),
        ("lang: de", "de", "ltr"),
        ("locale: en_US.UTF-8", "en-US", "ltr"),
        ("language: AR", "ar", "rtl"),
        ("lang: de\ndir: rtl", "de", "rtl"),
        ("lang: the language we speak", "en", "ltr"),
    ],
)
def test_language(values: str, language: str, direction: str) -> None:
    given = front(values)
    assert (given.language, given.direction) == (language, direction)


@pytest.mark.parametrize(
    ("text", "language", "direction"),
    [
        ("# الحديقة\n\nنريد الحديقة.", "ar", "rtl"),
        ("# הפארק\n\nאנחנו רוצים פארק.", "he", "rtl"),
        ("# बगीचा\n\nहमें बगीचा चाहिए।", "hi", "ltr"),
        ("# Park\n\nText.", "en", "ltr"),
    ],
)
def test_language_by_its_letters(text: str, language: str, direction: str) -> None:
    given = statement(text)
    assert (given.language, given.direction) == (language, direction)


def test_event() -> None:
    event = front(
        "event:\n  title: Reading\n  when: Saturday, 4 May 2024, 7:30 pm\n  place: Main hall"
    ).event
    assert (event.title, event.where) == ("Reading", "Main hall")
    assert event.when == "Saturday, 4\u00a0May 2024, 7:30\u00a0pm"
    assert event.date == datetime.date(2024, 5, 4)
    assert event.time == datetime.time(19, 30)


def test_event_as_a_moment_is_put_in_words() -> None:
    event = statement(
        '+++\ntitle = "Park"\n[event]\nwhen = 2024-05-04T19:00:00\nlocation = "Hall"\n+++\nText.'
    ).event
    assert event.when == "Saturday, May\u00a04, 2024, 7:00\u00a0PM"
    assert (event.date, event.time) == (datetime.date(2024, 5, 4), datetime.time(19))


WHENS = {
    # what is written: whether it begins as a date or a time that there is not
    "Every Sunday at noon": False,
    "Monday, 4 October 2027, 7 pm": False,
    "2027-10-04": False,
    "2027-10-04T14:00": False,
    "2027-10-04T14:00:00+02:00": False,
    "2027-10-04T14:00Z": False,
    "2027-10-04 14:00": False,
    "2027-10-04, 7:30 pm": False,
    "2027-10-04 19:00-21:00": False,
    "2027-10-04, all day": False,
    "2027-10-04 to 2027-10-06": False,
    "2027-5-4": False,
    "2027": False,
    "555-2027-10": False,
    "2027-13-45T99:00": True,
    "2027-13-45": True,
    "2027-02-30, at noon": True,
    "2027-10-04T99:00": True,
    "2027-10-04T14:00:61": True,
    "2027-10-04 14:75": True,
    "2027-10-04T2pm": True,
}


@pytest.mark.parametrize(("when", "false"), WHENS.items())
@pytest.mark.parametrize("key", ["when", "start", "date"])
def test_a_date_that_is_on_no_calendar_is_left_out_with_a_warning(
    key: str, when: str, false: bool
) -> None:
    given = front(f"event:\n  {key}: '{when}'\n  where: Main hall")
    warnings = [note.message for note in given.notes if note.severity == "warning"]
    said = f"event {key} {when!r}: no such date or time: left out"
    assert warnings == ([said] if false else [])
    assert (given.event.when == "") is false
    assert given.event.where == "Main hall"


def test_event_in_german() -> None:
    event = front("lang: de\nevent: {date: 2024-05-04, time: 19 Uhr}").event
    assert event.when == "Samstag, 4.\u00a0Mai 2024, 19\u00a0Uhr"
    assert event.time == datetime.time(19)


def test_event_of_words_alone() -> None:
    event = front("event: every first Monday").event
    assert (event.when, event.date) == ("every first Monday", None)


LAST_DAYS = {
    # what is written: whether it is known when it is over
    "{when: 2027-10-04}": True,
    "{when: 2027-10-04T14:00}": True,
    "{date: 2027-10-04, time: 7 pm}": True,
    "'2027-10-04'": True,
    "every Friday from 4 October 2027": False,
    "2027-10-04 to 2027-10-06": False,
    "{date: every day until 4 October 2027}": False,
    "{when: 2027-10-04, end: 2027-10-06}": False,
    "{where: Main hall}": False,
}


@pytest.mark.parametrize(("event", "known"), LAST_DAYS.items())
def test_an_event_is_over_after_the_one_day_that_is_given(event: str, known: bool) -> None:
    assert front(f"event: {event}").event.last_day == (
        datetime.date(2027, 10, 4) if known else None
    )


@pytest.mark.parametrize(
    "text",
    [
        '---\ntitle: "The \\ud800park"\ntags: ["\\udfff", {"\\ud800": 1}]\n---\nText.',
        '{"title": "The \\ud800park", "tags": ["\\udfff"]}\nText.',
    ],
)
def test_half_a_letter_is_replaced(text: str) -> None:
    given = statement(text)
    assert given.title == "The \ufffdpark"
    assert str(given.values).encode()
