"""What is pulled out: somebody's words with marks and name, or a sentence of the author's."""

import pytest

from examples import titled


def test_somebodys_words_come_first_then_what_is_strong() -> None:
    given = titled(
        "The reading room belongs to all who live around here.\n\n"
        "**Nobody asked the readers before the doors were shut.**\n\n"
        '"The branch is the living room of our part of town," says Ana Ejemplo, chair of it.\n\n'
        "> A town without a library forgets what it knows.\n>\n> — Jo Sample"
    )
    assert given.quotes == (
        "“A town without a library forgets what it knows.” —\u00a0Jo Sample",
        "“The branch is the living room of our part of town.” —\u00a0Ana Ejemplo, chair of it",
        "Nobody asked the readers before the doors were shut.",
        "The reading room belongs to all who live around here.",
    )


SAID = [
    (
        "en",
        "Mary Example said: “We want the park open.”",
        "“We want the park open.” — Mary Example",
    ),
    (
        "en",
        "“We want the park open,” Mary Example said.",
        "“We want the park open.” — Mary Example",
    ),
    (
        "en",
        "“It is ours, ‘for good’, too.,” said Jo Sample.",
        "“It is ours, ‘for good’, too.” — Jo Sample",
    ),
    (
        "de",
        "„Wir brauchen mehr Bäume“, sagte Anna Beispiel.",
        "„Wir brauchen mehr Bäume.“ — Anna Beispiel",
    ),
    (
        "de",
        "»Das Bad ist für alle da«, so Max Muster. Wir auch.",
        "„Das Bad ist für alle da.“ — Max Muster",
    ),
    (
        "fr",
        "« Nous voulons un parc ouvert », a déclaré Marie Exemple.",
        "«~Nous voulons un parc ouvert.~» — Marie Exemple",
    ),
    (
        "es",
        "«El parque es de todos», declaró Ana Ejemplo.",
        "«El parque es de todos.» — Ana Ejemplo",
    ),
    (
        "it",
        "«Il parco è di tutti», ha detto Maria Esempio.",
        "«Il parco è di tutti.» — Maria Esempio",
    ),
    (
        "pt-BR",
        "“A praça é de todos nós”, disse João Exemplo, morador.",
        "“A praça é de todos nós.” — João Exemplo, morador",
    ),
    (
        "nl",
        "“Het park is van iedereen”, zei Jan Voorbeeld.",
        "“Het park is van iedereen.” — Jan Voorbeeld",
    ),
    (
        "sv",
        "”Parken ska vara öppen”, säger Anna Exempel.",
        "”Parken ska vara öppen.” — Anna Exempel",
    ),
    (
        "pl",
        "„Park jest dla wszystkich” – powiedziała Anna Przykład.",
        "„Park jest dla wszystkich.” — Anna Przykład",
    ),
    (
        "ru",
        "«Парк должен быть открыт», — сказала Анна Примерова.",
        "«Парк должен быть открыт.» — Анна Примерова",
    ),
    (
        "ar",
        "قالت ليلى المثال: «نريد أن تفتح المكتبة أبوابها».",
        "«نريد أن تفتح المكتبة أبوابها.» — ليلى المثال",
    ),
    ("zh", "市民李明说：“图书馆应该在星期天开放。”", "“图书馆应该在星期天开放。” — 市民李明"),
    (
        "ja",
        "「図書館は町の居間のようなものです」と、山本花子さんは話した。",
        "「図書館は町の居間のようなものです」 — 山本花子さん",
    ),
    (
        "ko",
        "김하나는 “도서관은 우리 동네의 거실입니다.”라고 말했다.",
        "“도서관은 우리 동네의 거실입니다.” — 김하나",
    ),
]


@pytest.mark.parametrize(("language", "text", "shown"), SAID)
def test_words_are_shown_in_their_languages_marks_with_the_name(
    language: str, text: str, shown: str
) -> None:
    expected = shown.replace(" — ", " —\u00a0").replace("~", "\u00a0")
    assert titled(text, lang=language).quotes == (expected,)


@pytest.mark.parametrize(
    "text",
    [
        "> A town without a library forgets what it knows.",
        "“The branch is the living room of our part of town,” she said.",
        "“The branch is the living room of our part of town,” said the chair.",
        "“Why would a town close its own library?” said Ana Ejemplo.",
        "“…and more painful for all of those who read,” said Ana Ejemplo.",
        "- “The branch is the living room of our town,” said Ana Ejemplo.",
    ],
    ids=["no name", "a pronoun", "an office", "a question", "a fragment", "an item"],
)
def test_words_without_a_name_and_fragments_are_none(text: str) -> None:
    assert titled(f"Text.\n\n{text}").quotes == ()


@pytest.mark.parametrize(
    ("language", "end"),
    [
        ("en", "Yours sincerely,"),
        ("de", "Mit freundlichen Grüßen"),
        ("fr", "Bien cordialement,"),
        ("es", "Atentamente,"),
        ("it", "Cordiali saluti"),
        ("nl", "Met vriendelijke groet,"),
        ("ru", "С уважением,"),
        ("zh", "此致"),
        ("ar", "مع التحيات"),
    ],
)
def test_a_letters_end_and_what_follows_it_is_none(language: str, end: str) -> None:
    text = f"Text.\n\n{end}\n\nThe Readers of the Old Mill Lane and of all its Side Streets."
    assert titled(text, lang=language).quotes == ()


@pytest.mark.parametrize(
    "text",
    [
        "Klicken Sie hier, um die ganze Petition des Vereins zu lesen.",
        "Cliquez ici pour lire la lettre complète de notre comité.",
        "Haz clic en el enlace para firmar la carta de la asociación.",
        "The readers will all meet on 3 May in front of the old town hall.",
        "Wir treffen uns alle um 19:00 Uhr im großen Saal des Rathauses.",
        "Aber das Schwimmbad gehört doch allen Kindern dieser Stadt.",
        "Liebe Nachbarinnen, das Schwimmbad gehört allen Kindern hier.",
    ],
)
def test_a_call_to_click_a_date_a_greeting_is_none(text: str) -> None:
    assert titled(f"Text.\n\n{text}").quotes == ()


def test_a_name_in_marks_is_no_quotation() -> None:
    text = "The so-called “Green Hall” belongs to everyone in this part of town."
    assert titled(text).quotes == (text,)


def test_what_is_not_worth_it() -> None:
    given = titled(
        "However, the reading room belongs to all who live here.\n\n"
        "Read the whole report on our website at https://example.org now.\n\n"
        "The following people (and others) have signed this letter.\n\n"
        "Why should the town close the branch that is used most?\n\n"
        "These are the hours of the branch from the first of May:\n\n"
        "- The reading room belongs to all who live around here.\n\n"
        "| The reading room belongs to all who live around here. |\n|-|\n"
    )
    assert given.quotes == ()


def test_not_what_the_deck_says() -> None:
    sentence = "The reading room belongs to all who live around here."
    assert titled(f"Text.\n\nText.\n\nText.\n\n{sentence}", deck=sentence).quotes == ()


def test_calls_go_before_reports_and_there_are_six() -> None:
    reports = "\n\n".join(
        f"The branch number {n} was opened a long while ago by others." for n in range(9)
    )
    given = titled(f"We must keep the doors of the branch open for all.\n\n{reports}")
    assert given.quotes[0] == "We must keep the doors of the branch open for all."
    assert len(given.quotes) == 6
