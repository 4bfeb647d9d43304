"""Addresses of links as numbered notes."""

from flyers.statements import read
from flyers.statements.body.linknotes import with_link_notes


def noted(body: str) -> list[str]:
    blocks = read(None, text=f"# The Title\n\n{body}".encode()).blocks
    return [block.html for block in with_link_notes(blocks)]


def test_a_link_gets_a_number_and_its_address_a_note() -> None:
    assert noted("Read [the budget](https://www.city.example/budget/) first, please.") == [
        '<p>Read <a href="https://www.city.example/budget/">the budget</a><sup class="fn">1</sup>'
        " first, please.</p>",
        '<section class="footnotes"><ol><li>city.example/budget</li></ol></section>',
    ]


def test_an_address_linked_twice_has_one_number() -> None:
    link = "https://city.example/budget"
    text = "".join(noted(f"See [one]({link}) and [two]({link}) and [three]({link}/3)."))
    assert text.count(">1</sup>") == 2
    assert text.count("<li>") == 2


def test_an_address_in_the_text_needs_no_note() -> None:
    assert len(noted("Go to [city.example/budget](https://city.example/budget/).")) == 1


def test_numbers_go_on_after_the_footnotes() -> None:
    html = noted("A claim.[^a] A [link](https://city.example/x).\n\n[^a]: Its source.")
    assert '<sup class="fn">2</sup>' in html[0]
    assert html[-1].endswith("<li>city.example/x</li></ol></section>")


def test_text_without_links_stays_as_it_is() -> None:
    assert noted("No links here.") == ["<p>No links here.</p>"]
