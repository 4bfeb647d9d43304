"""Templates in a text: known values are put in, and what is not known leaves no hole."""

from dataclasses import replace

import pytest

from examples import html
from flyers.core.errors import EmptyStatementError, StatementError
from flyers.statements import read
from flyers.statements.statement import Statement
from flyers.statements.surroundings import SiteText, SiteValues, Surroundings

HEAD = """---
title: Open meeting
location: Town Hall, Room 4
openHour: 9
seats: "040"
map: false
speakers:
  - {name: Ann, topic: Trees}
  - {name: Ben}
params: {hall: Room 5}
---
"""
SITE = {"site": {"email": "desk@example.org", "data": {"stops": ["Mill", "Quay"]}, "winter": None}}
KNOWN = Surroundings(generator="Jekyll", values=lambda: SiteValues(values=SITE))
HUGO = Surroundings(
    generator="Hugo",
    values=lambda: SiteValues(values={"params": {"Email": "a@example.org", "social": {"x": "y"}}}),
)
ELEVENTY = Surroundings(
    generator="Eleventy", values=lambda: SiteValues(values={"metadata": {"name": "The Lake"}})
)


def filled(body: str, around: Surroundings = KNOWN, *, strict: bool = False) -> Statement:
    """A statement of a body under the front matter above."""
    return read(None, text=f"{HEAD}{body}".encode(), around=around, strict=strict)


PUT_IN = {
    "At {{ page.location }}, from {{ page.openHour }}.": "<p>At Town Hall, Room~4, from 9.</p>",
    "At {{ page.location | upcase }}.": "<p>At TOWN HALL, ROOM~4.</p>",
    "Write to {{ site.email }} today.": "<p>Write to desk@example.org today.</p>",
    "{{ page.hall | default: 'No hall' }}.": "<p>No hall.</p>",
    "{{ page.openHour | plus: 8 }} o'clock.": "<p>17 o’clock.</p>",
    "{{ page.seats }} seats.": "<p>040 seats.</p>",
    "{% if page.lang == 'es' %}Hola.{% else %}Hello.{% endif %}": "<p>Hello.</p>",
    "{% if page.map %}The map.{% endif %} Come.": "<p>Come.</p>",
    "{% unless site.winter %}Summer.{% endunless %}": "<p>Summer.</p>",
    "{% if page.openHour > 8 and page.seats == '040' %}Early.{% endif %}": "<p>Early.</p>",
    "{% for s in page.speakers %}{{ s.name }}{% if s.topic %} on {{ s.topic }}{% endif %}. "
    "{% endfor %}": "<p>Ann on Trees. Ben.</p>",
    "{% for stop in site.data.stops reversed %}{{ forloop.index }} {{ stop }} {% endfor %}": (
        "<p>1 Quay 2 Mill</p>"
    ),
    "{% case page.openHour %}{% when 9 %}Nine.{% else %}Late.{% endcase %}": "<p>Nine.</p>",
    "{% capture x %}a {{ page.openHour }}{% endcapture %}It is {{ x }}.": "<p>It is a 9.</p>",
    "{{ site.data.stops | join: ' and ' }}.": "<p>Mill and Quay.</p>",
    "[Home]({{ site.baseurl }}/x/) and [mail](mailto:{{ site.email }}).": (
        '<p>Home and <a href="mailto:desk@example.org">mail</a>.</p>'
    ),
    "Tea {% comment %}or not{% endcomment %}and cake.": "<p>Tea and cake.</p>",
    "`{{ page.location }}` {% raw %}{{ page.x }}{% endraw %}": (
        "<p><code>{{ page.location }}</code> {{ page.x }}</p>"
    ),
    "{% include callout.html content='Doors open.' %}": (
        '<aside class="callout"><p>Doors open.</p></aside>'
    ),
    "{% include quote.html text=page.location author='Ann' %}": (
        "<blockquote><p>Town Hall, Room~4</p><p>— Ann</p></blockquote>"
    ),
    "Text.\n\n{% include figure.html src='none.png' caption='The old hall' %}": "<p>Text.</p>",
}


@pytest.mark.parametrize(("body", "expected"), PUT_IN.items())
def test_known_values_are_put_in(body: str, expected: str) -> None:
    assert html(filled(body)) == expected


LOST = {
    # what is written: what is set, what is reported and on which line
    "Bring tea. Ask {{ site.owner }} for keys.": ("<p>Bring tea.</p>", "“Ask … for keys.”", 12),
    "Tea.\n\nAsk *{{ site.owner }}*, or **come**.": ("<p>Tea.</p>", "“Ask …, or come.”", 14),
    "Tea.\n\n## The hall in {{ site.town }}": ("<p>Tea.</p>", "“The hall in …”", 14),
    "Tea.\n- one\n- to {{ page.nothing }}": ("<p>Tea.</p>\n<ul><li>one</li></ul>", "“to …”", 14),
    "Tea.\n\n{% for p in site.posts %}\n- {{ p.title }}\n{% endfor %}": (
        "<p>Tea.</p>",
        "{% for p in site.posts %}",
        14,
    ),
    "Tea. Come {% if layout.x %}early{% endif %} please.": (
        "<p>Tea.</p>",
        "“Come … please.”",
        12,
    ),
    "Tea. {{ page.title | shout }} here.": ("<p>Tea.</p>", "“… here.”", 12),
    "Tea. {{ a or b }} here.": ("<p>Tea.</p>", "“… here.”", 12),
    "Tea. {% if a and not b %}x{% endif %} here.": ("<p>Tea.</p>", "“… here.”", 12),
    "Tea. It is {{ 'now' | date: '%Y' }}.": ("<p>Tea.</p>", "“It is ….”", 12),
    "Tea. See {% post_url 2027-05-01-pool %}.": ("<p>Tea.</p>", "“See ….”", 12),
}


@pytest.mark.parametrize(("body", "said"), LOST.items())
def test_a_lost_value_leaves_no_hole(body: str, said: tuple[str, str, int]) -> None:
    expected, reported, line = said
    given = filled(body)
    assert html(given) == expected
    (found,) = given.notes
    assert reported in found.message
    assert (found.severity, found.line) == ("warning", line)
    with pytest.raises(StatementError, match=f"line {line}: "):
        filled(body, strict=True)


def test_an_address_that_is_lost_leaves_the_words_of_its_link() -> None:
    given = filled(
        "See [the plan]({{ page.url }}plan/) here.\n\n[Mail](mailto:{{ site.desk }}) us."
    )
    assert html(given) == "<p>See the plan here.</p>\n<p>Mail us.</p>"
    assert {(note.severity, note.line) for note in given.notes} == {("note", 12), ("note", 14)}


def test_a_text_of_lost_values_alone_is_none() -> None:
    with pytest.raises(EmptyStatementError, match=r"only the website knows: \{\{ site.x \}\}"):
        filled("All is {{ site.x }}.")


def test_an_include_that_is_not_put_in_is_told() -> None:
    given = filled("Tea.\n\n{% include hours.html %}")
    assert [note.sentence for note in given.notes] == [
        "line 14: {{ include }}: hours.html of the website is not put in: left out"
    ]


def test_an_include_that_is_plain_text_is_put_in() -> None:
    texts = {"hours.md": "Open from **nine** to five."}
    around = replace(KNOWN, include=lambda name, _beside: SiteText(text=texts.get(name, "")))
    assert html(filled("Tea.\n\n{% include hours.md %}", around)) == (
        "<p>Tea.</p>\n<p>Open from <strong>nine</strong> to five.</p>"
    )


UNKNOWN = {
    'A {{< badge text="new" >}} pool.': "<p>A new pool.</p>",
    'Tea. {{< card title="Pool" text="From nine." >}}': (
        "<p>Tea.</p>\n<h2>Pool</h2>\n<p>From nine.</p>"
    ),
    'Tea. {{< def name="Lido" >}}A pool.{{< /def >}}': (
        "<p>Tea.</p>\n<h2>Lido</h2>\n<p>A pool.</p>"
    ),
    'Tea. {{< icon name="cup" >}}': "<p>Tea.</p>",
}


@pytest.mark.parametrize(("body", "expected"), UNKNOWN.items())
def test_words_of_an_unknown_element_are_kept(body: str, expected: str) -> None:
    given = filled(body, HUGO)
    assert html(given) == expected
    assert given.notes[0].line == 12


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('In {{< param "hall" >}}: {{< param Email >}}.', "<p>In Room~5: a@example.org.</p>"),
        ("{{% param social.x %}}", "<p>y</p>"),
        ("Tea. In {{< param none >}}.", "<p>Tea.</p>"),
        ("Hugo takes {{ this }} for words.", "<p>Hugo takes {{ this }} for words.</p>"),
    ],
)
def test_hugo(body: str, expected: str) -> None:
    assert html(filled(body, HUGO)) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "{{ metadata.name }} at {{ openHour }}: {{ title }}.",
            "<p>The Lake at 9: Open meeting.</p>",
        ),
        ("Tea. {{ page.fileSlug }} is it.", "<p>Tea.</p>"),
        ("{% set x = 'cake' %}Tea and {{ x }}.", "<p>Tea and cake.</p>"),
        ("{% for s in speakers %}{{ s.name }} {% endfor %}", "<p>Ann Ben</p>"),
    ],
)
def test_eleventy(body: str, expected: str) -> None:
    assert html(filled(body, ELEVENTY)) == expected


def test_a_reference_has_the_address_of_its_page() -> None:
    around = replace(HUGO, link=lambda kind, name: f"https://example.org/{kind}/{name}/")
    body = 'See [the plan]({{< ref "plan.md" >}}) and [pool]({{% relref path="pool" %}}).'
    assert html(filled(body, around)) == (
        '<p>See <a href="https://example.org/ref/plan.md/">the plan</a> and'
        ' <a href="https://example.org/relref/pool/">pool</a>.</p>'
    )
    given = filled(body, HUGO)
    assert html(given) == "<p>See the plan and pool.</p>"
    assert {note.line for note in given.notes} == {12}


BOMBS = [
    "{% for i in (1..1000000000) %}x{% endfor %}",
    "{% assign a = 'xxxxxxxx' %}{% for i in (1..90) %}{% assign a = a | append: a %}{% endfor %}",
    "{% assign n = 99 %}{% for i in (1..90) %}{% assign n = n | times: n %}{% endfor %}",
    "{% for i in (1..999) %}{% for j in (1..999) %}{{ page.location }}{% endfor %}{% endfor %}",
    "{% if a %}" * 200 + "x" + "{% endif %}" * 200,
    "{{ page.location | replace: '', page.location | replace: '', page.location }}" * 9,
]


@pytest.mark.parametrize("body", BOMBS, ids=[bomb[:30] for bomb in BOMBS])
def test_a_template_has_an_end(body: str) -> None:
    assert "Tea." in html(filled(f"Tea.\n\n{body}\n\nText."))
