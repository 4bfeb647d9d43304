"""The language of a statement: its own, its site's, or the one that its words are in."""

from pathlib import Path

import pytest

from examples import statement
from flyers.statements import read
from flyers.statements.statement import Statement
from flyers.statements.surroundings import Surroundings
from flyers.statements.wording.language import direction_of, language_tag

POSTS = {
    "ar": "ابتداء من الشهر القادم تتوقف الحافلة رقم 12 عند السوق من جديد. قرر المجلس ذلك مساء "
    "الاثنين.",
    "bg": "От следващия месец автобус 12 отново спира до пазара. Съветът реши това в понеделник.",
    "ca": "A partir del mes que ve la línia 12 tornarà a parar al mercat. El consell ho va votar.",
    "cs": "Od příštího měsíce bude autobus číslo 12 znovu stavět na tržišti. Rada rozhodla.",
    "cy": "O'r mis nesaf bydd bws rhif 12 yn stopio wrth y farchnad eto. Pleidleisiodd y cyngor.",
    "da": "Fra næste måned standser buslinje 12 igen ved torvet. Rådet besluttede det.",
    "de": "Ab nächstem Monat hält die Buslinie 12 wieder am Markt. Der Rat hat das beschlossen.",
    "el": "Από τον επόμενο μήνα το λεωφορείο 12 σταματά ξανά στην αγορά.",
    "en": "From next month bus line 12 stops at the market again. The council voted on Monday.",
    "es": "Desde el próximo mes la línea 12 vuelve a parar en el mercado. El consejo lo votó.",
    "et": "Järgmisest kuust peatub buss number 12 jälle turu juures. Volikogu otsustas seda.",
    "fa": "از ماه آینده اتوبوس ۱۲ دوباره کنار بازار می‌ایستد. شورا این را دوشنبه شب تصویب کرد.",
    "fi": "Ensi kuusta alkaen bussilinja 12 pysähtyy taas torilla. Valtuusto päätti siitä.",
    "fr": "Dès le mois prochain, la ligne 12 s'arrêtera de nouveau au marché. Le conseil l'a voté.",
    "he": "החל מהחודש הבא קו 12 יעצור שוב ליד השוק. המועצה החליטה על כך ביום שני בערב.",
    "hi": "अगले महीने से बस संख्या 12 फिर बाज़ार पर रुकेगी। परिषद ने सोमवार शाम यह तय किया।",
    "hu": "A jövő hónaptól a 12-es busz újra megáll a piacnál. A tanács hétfő este döntött erről.",
    "it": "Dal mese prossimo la linea 12 si fermerà di nuovo al mercato. Il consiglio ha votato.",
    "ja": "来月から12番のバスがまた市場に停まります。議会は月曜日の夜に決めました。",
    "ko": "다음 달부터 12번 버스가 다시 시장에 섭니다. 의회가 월요일 저녁에 결정했습니다.",
    "lt": "Nuo kito mėnesio 12 autobusas vėl stos prie turgaus. Taryba tai nusprendė pirmadienį.",
    "nb": "Fra neste måned stopper busslinje 12 ved torget igjen. Rådet vedtok det mandag kveld.",
    "nl": "Vanaf volgende maand stopt buslijn 12 weer bij de markt. De raad heeft dat besloten.",
    "pl": "Od przyszłego miesiąca autobus linii 12 znowu zatrzymuje się przy targu.",
    "pt": "A partir do próximo mês, o ônibus 12 volta a parar no mercado. O conselho votou isso.",
    "ro": "De luna viitoare, autobuzul 12 oprește din nou la piață. Consiliul a votat luni seara.",
    "ru": "Со следующего месяца автобус 12 снова останавливается у рынка. Совет решил это.",
    "so": "Bisha soo socota laga bilaabo baska 12 ayaa mar kale ku istaagi doona suuqa.",
    "sv": "Från nästa månad stannar busslinje 12 vid torget igen. Nämnden beslutade det.",
    "sw": "Kuanzia mwezi ujao basi namba 12 litasimama tena sokoni. Baraza liliamua hivyo.",
    "th": "ตั้งแต่เดือนหน้า รถเมล์สาย 12 จะจอดที่ตลาดอีกครั้ง",
    "tr": "Gelecek aydan itibaren 12 numaralı otobüs yine pazarda duracak. Meclis karar verdi.",
    "uk": "З наступного місяця автобус 12 знову зупиняється біля ринку. Рада вирішила це.",
    "ur": "اگلے مہینے سے بس نمبر 12 دوبارہ بازار پر رکے گی۔ کونسل نے یہ فیصلہ پیر کی شام کیا۔",
    "vi": "Từ tháng sau xe buýt số 12 lại dừng ở chợ. Hội đồng đã quyết định vào tối thứ hai.",
    "zh": "从下个月起，12路公交车将重新停靠市场站。议会在周一晚上作出了这一决定。",
}


@pytest.mark.parametrize(("language", "text"), POSTS.items(), ids=POSTS)
def test_a_post_that_does_not_say_its_language(language: str, text: str) -> None:
    given = statement(f"# 12\n\n{text}")
    assert (given.language, given.language_basis) == (language, "found")


@pytest.mark.parametrize(
    ("text", "language", "direction"),
    [
        ("# 12\n\nBus 12.", "en", "ltr"),
        ("# Biblioteca\n\nA biblioteca.", "en", "ltr"),
        ("# Сад\n\nБез воды.", "ru", "ltr"),
        ("# حديقة\n\nماء.", "ar", "rtl"),
    ],
)
def test_too_few_words_to_tell(text: str, language: str, direction: str) -> None:
    given = statement(text)
    assert given.language_basis == "assumed"
    assert (given.language, given.direction) == (language, direction)


def test_code_and_a_quotation_do_not_decide() -> None:
    quoted = "> The council will open the library and the park to all of you with their help.\n\n"
    code = "```\nfor this in the_list: will have the and to\n```\n\n"
    assert statement(f"# 12\n\n{quoted}{code}{POSTS['de'] * 3}").language == "de"


def around(language: str, text: str, name: str = "bus.md") -> Statement:
    """A statement of a site in a language."""
    return read(Path(name), text=text.encode(), around=Surroundings(language=language))


def test_the_site_tells_the_language() -> None:
    given = around("nl-BE", f"# 12\n\n{POSTS['en']}")
    assert (given.language, given.language_basis) == ("nl-BE", "site")


@pytest.mark.parametrize("lines", ["lang: fr", "language: French", "locale: fr_FR.UTF-8"])
def test_the_statement_goes_before_its_site(lines: str) -> None:
    given = around("nl", f"---\ntitle: Bus 12\n{lines}\n---\n{POSTS['en']}")
    assert given.language.partition("-")[0] == "fr"
    assert given.language_basis == "given"


def test_no_site_in_english_has_a_page_in_another_script_as_english() -> None:
    given = around("en", f"# 12\n\n{POSTS['fa']}")
    assert (given.language, given.direction, given.language_basis) == ("fa", "rtl", "found")
    assert around("he", f"# 12\n\n{POSTS['de']}").language == "de"
    assert around("sr-Latn", f"# 12\n\n{POSTS['pl']}").language == "sr-Latn"


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("bus.de.md", "de"),
        ("bus.pt-br.md", "pt-BR"),
        ("bus.zh-hant.md", "zh-Hant"),
        ("bus.es_MX.md", "es-MX"),
        ("bus.sr-latn.md", "sr-Latn"),
        ("2027-05-01-bus.fa-ir.html", "fa-IR"),
        ("version.2.md", "nl"),
        ("bus.min.md", "nl"),
    ],
)
def test_a_translation_says_it_in_its_name(name: str, language: str) -> None:
    given = around("nl", "---\ntitle: 12\n---\nBus 12.", name)
    assert given.language == language
    assert given.name == "bus" or language == "nl"


@pytest.mark.parametrize(
    ("written", "tag"),
    [
        ("en_US.UTF-8", "en-US"),
        ("es_MX", "es-MX"),
        ("fa-ir", "fa-IR"),
        ("zh-hant", "zh-Hant"),
        ("ZH_hant_tw", "zh-Hant-TW"),
        ("sr_RS@latin", "sr-Latn-RS"),
        ("Deutsch", "de"),
        ("german", "de"),
        ("español", "es"),
        ("Українська", "uk"),
        ("nonsense", ""),
        ("", ""),
    ],
)
def test_a_tag_as_sites_write_it(written: str, tag: str) -> None:
    assert language_tag(written) == tag


@pytest.mark.parametrize(
    ("language", "direction"),
    [
        ("fa-IR", "rtl"),
        ("ku-Arab", "rtl"),
        ("ur-Latn", "ltr"),
        ("az-arab-IR", "rtl"),
        ("de", "ltr"),
    ],
)
def test_a_script_decides_the_direction(language: str, direction: str) -> None:
    assert direction_of(language) == direction


@pytest.mark.parametrize(
    ("language", "when"),
    [("de", "Samstag, 5. Juni 2027, 19:00"), ("fr", "samedi 5 juin 2027, 19:00")],
)
def test_a_time_is_written_in_the_language_that_is_found(language: str, when: str) -> None:
    given = statement(f"---\ntitle: Bus 12\nevent: 2027-06-05 19:00\n---\n{POSTS[language]}")
    assert given.event.when.replace("\u00a0", " ") == when
