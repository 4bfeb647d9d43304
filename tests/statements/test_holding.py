"""What no line break may part, by the language of the text."""

import pytest

from flyers.statements.body.typography import typographic

HELD = {
    # language, text: the text with ~ for each space that holds
    ("de", "Wir wollen z. B. mehr Busse."): "Wir wollen z.~B. mehr Busse.",
    ("de", "Das heißt, d. h. i. d. R. um acht."): "Das heißt, d.~h. i.~d.~R. um acht.",
    ("de", "Siehe S. 12 und Abs. 3."): "Siehe S.~12 und Abs.~3.",
    ("de-AT", "Tel. 030 12, ca. 40 Leute."): "Tel.~030 12, ca.~40 Leute.",
    ("de", "Z. B. der Verein e. V. lädt ein."): "Z.~B. der Verein e.~V. lädt ein.",
    ("de", "Nach § 5 und №  7."): "Nach §~5 und №~7.",
    ("fr", "Venez, p. ex. lundi, salle 4."): "Venez, p.~ex. lundi, salle~4.",
    ("fr", "Écrivez à M. le maire ou à Mme Roux."): "Écrivez à M.~le maire ou à Mme~Roux.",
    ("fr", "Le bus n° 7, p. 12."): "Le bus n°~7, p.~12.",
    ("es", "Vean, p. ej., la línea n.º 5."): "Vean, p.~ej., la línea n.º~5.",
    ("es", "La Sra. Roca vive en el piso 3."): "La Sra.~Roca vive en el piso~3.",
    ("it", "Vedi p. es. la sala 4, pag. 12."): "Vedi p.~es. la sala~4, pag.~12.",
    ("pt-BR", "Veja, p. ex., a sala 4."): "Veja, p.~ex., a sala~4.",
    ("nl", "Zie blz. 12 en zaal 4."): "Zie blz.~12 en zaal~4.",
    ("sv", "Kom t. ex. på måndag, s. 12."): "Kom t.~ex. på måndag, s.~12.",
    ("nn", "Kom f. eks. på måndag."): "Kom f.~eks. på måndag.",
    ("pl", "Bus nr 7, m. in. w piątek."): "Bus nr~7, m.~in. w piątek.",
    ("ru", "Книги и т. д. на с. 12."): "Книги и т.~д. на с.~12.",
    # What is an abbreviation in another language is none here.
    ("en", "Ask for plan z. B. is better."): "Ask for plan z. B. is better.",
    ("en", "Room 4 at 7 pm with Dr Reed."): "Room~4 at 7~pm with Dr~Reed.",
}


@pytest.mark.parametrize(("given", "held"), HELD.items())
def test_held_together(given: tuple[str, str], held: str) -> None:
    language, text = given
    assert typographic(text, language).replace("\u00a0", "~") == held
