"""The deck: whole sentences, not said twice."""

import pytest

from examples import titled

BODY = "The branch closes in May. We want it open.\n\nCome to the meeting.\n"

DECKS = {
    "kept": ("Neighbours speak up for books.", BODY, "Neighbours speak up for books."),
    "a phrase": ("Neighbours speak up for books", BODY, "Neighbours speak up for books"),
    "repeats the body": ("The branch closes in May.", BODY, ""),
    "words of the body": ("The branch closes.", BODY, "The branch closes."),
    "repeats and is cut": ("The branch closes in May. We want it", BODY, ""),
    "cut": ("Neighbours speak up. They want the bra", BODY, "Neighbours speak up."),
    "cut with dots": ("Neighbours speak up. They want...", BODY, "Neighbours speak up."),
    "a title again": ("A title", BODY, ""),
    "said twice": ("Speak up. Speak up.", BODY, "Speak up."),
    "an abbreviation": ("Dr. Reed speaks up. She", BODY, "Dr.\u00a0Reed speaks up."),
    "markup": ("**Speak** [up](/a) &amp; out.", BODY, "Speak up & out."),
    "too long": ("Speak up. " + "Very long words " * 20 + "end.", BODY, "Speak up."),
}


@pytest.mark.parametrize(("description", "body", "deck"), DECKS.values(), ids=DECKS.keys())
def test_deck(description: str, body: str, deck: str) -> None:
    given = titled(body, description=f'"{description}"')
    assert given.deck == deck
    assert given.blocks[0].text == "The branch closes in May. We want it open."


@pytest.mark.parametrize("subtitle", ["*Neighbours speak up*", "**Neighbours speak up**"])
def test_a_subtitle_becomes_the_deck(subtitle: str) -> None:
    given = titled(f"{subtitle}\n\n{BODY}")
    assert given.deck == "Neighbours speak up"
    assert given.blocks[0].text.startswith("The branch")


def test_a_cut_description_that_repeats_subtitle_and_body() -> None:
    description = '"Dr. Reed speaks up. The branch closes in May. We want"'
    given = titled(f"*Dr. Reed Speaks Up*\n\n{BODY}", description=description)
    assert given.deck == "Dr.\u00a0Reed Speaks Up"
    assert given.blocks[0].text.startswith("The branch")


def test_a_subtitle_that_says_something_else_stays() -> None:
    given = titled(f"*From our reader*\n\n{BODY}", description="Neighbours speak up.")
    assert given.deck == "Neighbours speak up."
    assert given.blocks[0].text == "From our reader"


def test_a_body_of_one_paragraph_stays() -> None:
    assert titled("**All of it.**").blocks[0].text == "All of it."
