"""Who, what and when: events, authors and titles as sites and pages give them."""

import json

import pytest

from examples import html, statement
from flyers.statements import read
from flyers.statements.statement import Statement

EVENTS = {
    # front matter: time and place as they are printed
    "event: 2027-06-05 19:00\nlocation: Oak Hall": ("Saturday, June 5, 2027, 7:00 PM", "Oak Hall"),
    "start: 2027-06-05T19:00\nvenue: {name: Oak Hall, city: Mill Town}": (
        "Saturday, June 5, 2027, 7:00 PM",
        "Oak Hall, Mill Town",
    ),
    "event_date: 2027-06-05\ntime: 7 pm\nplace: Quay": ("Saturday, June 5, 2027, 7 pm", "Quay"),
    "eventDate: 2027-06-05\neventLocation: Quay": ("Saturday, June 5, 2027", "Quay"),
    "start_date: 2027-06-05\nwhere: Quay": ("Saturday, June 5, 2027", "Quay"),
    "date: 2027-06-05 19:00\ntype: event\nlocation: Quay": (
        "Saturday, June 5, 2027, 7:00 PM",
        "Quay",
    ),
    "date: 2027-06-05\ntime: at seven\nlocation: Quay": (
        "Saturday, June 5, 2027, at seven",
        "Quay",
    ),
    "date: 2027-06-05T10:00:00Z\nevent: River Days\ndate_end: 2027-06-06T10:00:00Z\n"
    "location: Quay\naddress: {street: Mill Lane 3, city: Mill Town}": (
        "Saturday, June 5, 2027, 10:00 AM – Sunday, June 6, 2027, 10:00 AM",
        "Quay, Mill Lane 3, Mill Town",
    ),
    "event: {start_date: 2027-06-05 18:30, end_date: 2027-06-05 20:30, ort: Hall}": (
        "Saturday, June 5, 2027, 6:30 PM – 8:30 PM",
        "Hall",
    ),
    "event: {datum: 2027-06-05, uhrzeit: 14 Uhr, veranstaltungsort: Hall}": (
        "Saturday, June 5, 2027, 14 Uhr",
        "Hall",
    ),
    "event_date: June 3 to 5, 2027\nlugar: Quay": ("June 3 to 5, 2027", "Quay"),
    "start: 2027-06-05\nend: noon\nvenue: [Town Hall, Room 2]": (
        "Saturday, June 5, 2027 – noon",
        "Town Hall, Room 2",
    ),
    "event: {when: Saturdays at ten}\nlocation: Quay": ("Saturdays at ten", "Quay"),
    "event: {when: Saturdays at ten, where: Pool}\nlocation: Quay": ("Saturdays at ten", "Pool"),
    "params: {start: 2027-06-05, venue: Quay}": ("Saturday, June 5, 2027", "Quay"),
    "date: 2027-06-05\nlocation: Mill Town": ("", "Mill Town"),
    "date: 2027-06-05": ("", ""),
    "event: false\ndate: 2027-06-05": ("", ""),
}


@pytest.mark.parametrize(("values", "event"), EVENTS.items())
def test_an_event_at_the_top_of_the_front_matter(values: str, event: tuple[str, str]) -> None:
    given = statement(f"---\ntitle: Pool\nlang: en\n{values}\n---\nText.").event
    assert (given.when.replace("\u00a0", " "), given.where.replace("\u00a0", " ")) == event


def test_the_name_of_an_event() -> None:
    head = "title: Pool\nevent: River Days\ndate: 2027-06-05\ndate_end: 2027-06-06"
    assert statement(f"---\n{head}\n---\nText.").event.title == "River Days"


@pytest.mark.parametrize(
    ("values", "authors"),
    [
        ("author: {first_name: Ada, last_name: Reed}", ("Ada Reed",)),
        ("authors: [{display_name: Ada Reed}, {Name: Ben Hall}]", ("Ada Reed", "Ben Hall")),
        ("byline: Ada Reed", ("Ada Reed",)),
    ],
)
def test_authors_as_tables(values: str, authors: tuple[str, ...]) -> None:
    assert statement(f"---\ntitle: Pool\n{values}\n---\nText.").authors == authors


def page(body: str, head: str = "<title>Pool</title>") -> Statement:
    """An HTML page of these parts."""
    text = f'<!doctype html><html lang="en"><head>{head}</head><body>{body}</body></html>'
    return read(None, text=text.encode())


def linked(data: object) -> str:
    """Structured data as a page's head has them."""
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


EVENT = {
    "@context": "https://schema.org",
    "@type": "SocialEvent",
    "name": "Pool day",
    "startDate": "2027-06-05T19:00:00+02:00",
    "location": {
        "@type": "Place",
        "name": "Oak Hall",
        "address": {"streetAddress": "Mill Lane 3", "addressLocality": "Mill Town"},
    },
}


@pytest.mark.parametrize(
    "data", [EVENT, [EVENT], {"@context": "https://schema.org", "@graph": [EVENT]}]
)
def test_the_event_of_a_page(data: object) -> None:
    event = page("<h1>Pool</h1><p>Come.</p>", linked(data)).event
    assert event.title == "Pool day"
    assert event.when.replace("\u00a0", " ") == "Saturday, June 5, 2027, 7:00 PM"
    assert event.where.replace("\u00a0", " ") == "Oak Hall, Mill Lane 3, Mill Town"


def test_a_list_of_events_is_no_event() -> None:
    both = [EVENT, {**EVENT, "startDate": "2027-07-05"}]
    assert page("<h1>Pool</h1><p>Come.</p>", linked(both)).event.when == ""


def test_the_event_of_a_page_in_microdata() -> None:
    given = page(
        '<article itemscope itemtype="https://schema.org/Event"><h1 itemprop="name">Pool</h1>'
        '<p>On <time itemprop="startDate" datetime="2027-06-05T19:00">Saturday</time> at'
        ' <span itemprop="location">Oak Hall</span>.</p></article>'
    )
    assert given.event.where == "Oak\u00a0Hall" or given.event.where == "Oak Hall"
    assert given.event.date and given.event.date.isoformat() == "2027-06-05"


def test_broken_data_are_no_data() -> None:
    head = '<script type="application/ld+json">{"@context": "https://schema.org", </script>'
    assert page("<h1>Pool</h1><p>Come.</p>", head).title == "Pool"


@pytest.mark.parametrize(
    ("body", "authors"),
    [
        ('<p class="byline">By Ada Reed and Ben Hall | 4 May 2027</p>', ("Ada Reed", "Ben Hall")),
        ('<p>Of <span class="author-name">Ada Reed</span></p>', ("Ada Reed",)),
        ('<p class="meta">Von Ada Reed, 4. Mai 2027</p>', ("Ada Reed",)),
        ("<p>By Ada Reed</p>", ("Ada Reed",)),
        ("<p>By night the pool is closed.</p>", ()),
        ('<p class="meta">4 May 2027</p>', ()),
    ],
)
def test_a_byline(body: str, authors: tuple[str, ...]) -> None:
    assert page(f"<article><h1>Pool</h1>{body}<p>It opens.</p></article>").authors == authors


def test_authors_in_structured_data() -> None:
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "author": {"name": "Ada Reed"},
    }
    assert page("<h1>Pool</h1><p>Come.</p>", linked(data)).authors == ("Ada Reed",)


SITE = '<meta property="og:site_name" content="The Quay">'
TITLES = {
    # head, body: title
    ("<title>{{ page.title }} | The Quay</title>", "<article><h2>Pool</h2>"): "Pool",
    ("<title>Home</title>", "<article><h2>Pool</h2>"): "Pool",
    ("<title>Untitled – The Quay</title>" + SITE, "<article><h2>Pool</h2>"): "Pool",
    ("<title>Buses – a history</title>", "<article>"): "Buses – a history",
    ("<title>Buses – The Quay</title>" + SITE, "<article>"): "Buses",
    ("<title>The Quay: Buses</title>" + SITE, "<article>"): "The Quay: Buses",
    ("<title>The Quay | Buses</title>" + SITE, "<article>"): "Buses",
    ("<title>Buses | Some Town</title>", "<article>"): "Buses",
    ("<title>Buses | The Quay</title>", "<header><h1>Buses</h1></header><article>"): "Buses",
}


@pytest.mark.parametrize(("parts", "title"), TITLES.items())
def test_the_title_of_a_page(parts: tuple[str, str], title: str) -> None:
    head, above = parts
    assert page(f"{above}<p>It opens.</p></article>", head).title.replace("\u00a0", " ") == title


def test_a_template_is_no_title() -> None:
    given = page("<article><h1>{{ post.title }}</h1><p>It opens.</p></article>")
    assert given.title == "Pool"
    assert "{{ post.title }}" in given.notes[0].message


def test_a_question_is_no_deck() -> None:
    asked = "<details><summary>How?</summary>\n\nBy bus.\n\n</details>"
    given = statement(f"---\ntitle: Pool\n---\n{asked}")
    assert given.deck == ""
    assert html(given) == "<p><strong>How?</strong></p>\n<p>By bus.</p>"


@pytest.mark.parametrize(
    "picture",
    [
        "![x](none.png)\n*The pool in May*",
        "![x](none.png)\n\n*The pool in May*",
        '<figure><img src="none.png"><figcaption>The pool in May</figcaption></figure>',
        '{{< figure src="none.png" caption="The pool in May" >}}',
    ],
)
def test_a_caption_goes_with_its_picture(picture: str) -> None:
    given = statement(f"---\ntitle: Pool\n---\nText.\n\n{picture}\n\n*Dear* friends, come.")
    assert html(given) == "<p>Text.</p>\n<p><em>Dear</em> friends, come.</p>"
    assert [note.message for note in given.notes][1:] == [
        "“The pool in May”: a caption, and its picture is left out"
    ]


def test_the_day_of_an_event_is_not_the_day_of_its_page() -> None:
    given = page(
        '<h1>Pool</h1><div itemscope itemtype="https://schema.org/Event"><p>All come.</p>'
        '<time itemprop="startDate" datetime="2027-06-05">June 5</time></div>'
    )
    assert given.date is None
    assert "June 5" in " ".join(block.text for block in given.blocks).replace("\u00a0", " ")


def test_several_days_have_no_leaf_of_a_calendar() -> None:
    given = statement("---\ntitle: Pool\nevent_date: 3.–5. Juni 2027\n---\nText.").event
    assert (given.when.replace("\u00a0", " "), given.date) == ("3.–5. Juni 2027", None)
