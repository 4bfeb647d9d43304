"""The few phrases that the tool itself prints, in the statement's language.

A language that is not in the table is served in English.
"""

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Phrases:
    """The phrases of one language. ``distribute`` is the website's label of the file;
    ``actual_size`` and the flips are for the person at the printer; ``code``, with an address in
    it, is read aloud by a screen reader."""

    rest: str
    online: str
    distribute: str
    scan: str
    when: str
    where: str
    code: str
    actual_size: str
    flip_long: str
    flip_short: str


_EN = Phrases(
    rest="Read the rest",
    online="Read it online, pass it on",
    distribute="Print and distribute",
    scan="Scan the code or go to",
    when="When",
    where="Where",
    code="QR code to {}",
    actual_size="Print at actual size (100 %)",
    flip_long="two-sided, flip on the long edge",
    flip_short="two-sided, flip on the short edge",
)

_TABLE = {
    "en": _EN,
    "es": Phrases(
        rest="Lea el resto",
        online="Léalo en línea y compártalo",
        distribute="Imprimir y repartir",
        scan="Escanee el código o visite",
        when="Cuándo",
        where="Dónde",
        code="Código QR que lleva a {}",
        actual_size="Imprimir a tamaño real (100 %)",
        flip_long="a doble cara, girar por el lado largo",
        flip_short="a doble cara, girar por el lado corto",
    ),
    "fr": Phrases(
        rest="Lire la suite",
        online="À lire en ligne et à partager",
        distribute="Imprimer et distribuer",
        scan="Scannez le code ou allez sur",
        when="Quand",
        where="Où",
        code="Code QR vers {}",
        actual_size="Imprimer en taille réelle (100 %)",
        flip_long="recto verso, retourner sur le bord long",
        flip_short="recto verso, retourner sur le bord court",
    ),
    "de": Phrases(
        rest="Weiterlesen",
        online="Online lesen und weitergeben",
        distribute="Drucken und verteilen",
        scan="Code scannen oder aufrufen:",
        when="Wann",
        where="Wo",
        code="QR-Code zu {}",
        actual_size="In Originalgröße drucken (100 %)",
        flip_long="beidseitig, über die lange Kante spiegeln",
        flip_short="beidseitig, über die kurze Kante spiegeln",
    ),
    "pt": Phrases(
        rest="Leia o resto",
        online="Leia on-line e compartilhe",
        distribute="Imprimir e distribuir",
        scan="Leia o código ou acesse",
        when="Quando",
        where="Onde",
        code="Código QR para {}",
        actual_size="Imprimir em tamanho real (100 %)",
        flip_long="frente e verso, virar na borda longa",
        flip_short="frente e verso, virar na borda curta",
    ),
    "it": Phrases(
        rest="Leggi il resto",
        online="Leggilo online e condividilo",
        distribute="Stampa e distribuisci",
        scan="Inquadra il codice o vai su",
        when="Quando",
        where="Dove",
        code="Codice QR per {}",
        actual_size="Stampare a dimensioni reali (100 %)",
        flip_long="fronte-retro, capovolgere sul lato lungo",
        flip_short="fronte-retro, capovolgere sul lato corto",
    ),
    "nl": Phrases(
        rest="Lees verder",
        online="Lees het online en deel het",
        distribute="Printen en uitdelen",
        scan="Scan de code of ga naar",
        when="Wanneer",
        where="Waar",
        code="QR-code naar {}",
        actual_size="Afdrukken op ware grootte (100 %)",
        flip_long="dubbelzijdig, spiegelen langs lange kant",
        flip_short="dubbelzijdig, spiegelen langs korte kant",
    ),
    "pl": Phrases(
        rest="Czytaj dalej",
        online="Przeczytaj w sieci i podaj dalej",
        distribute="Wydrukuj i rozdaj",
        scan="Zeskanuj kod lub wejdź na",
        when="Kiedy",
        where="Gdzie",
        code="Kod QR do {}",
        actual_size="Drukować w skali 100 %",
        flip_long="dwustronnie, obrót wzdłuż długiej krawędzi",
        flip_short="dwustronnie, obrót wzdłuż krótkiej krawędzi",
    ),
    "ar": Phrases(
        rest="اقرأ البقية",
        online="اقرأه على الإنترنت وشاركه",
        distribute="اطبعه ووزّعه",
        scan="امسح الرمز أو زُر",
        when="متى",
        where="أين",
        code="رمز QR يؤدي إلى {}",
        actual_size="اطبع بالحجم الفعلي (100 %)",
        flip_long="على الوجهين، القلب على الحافة الطويلة",
        flip_short="على الوجهين، القلب على الحافة القصيرة",
    ),
    "he": Phrases(
        rest="להמשך הקריאה",
        online="קראו ברשת ושתפו",
        distribute="להדפסה ולחלוקה",
        scan="סרקו את הקוד או היכנסו אל",
        when="מתי",
        where="איפה",
        code="קוד QR אל {}",
        actual_size="להדפיס בגודל אמיתי (100 %)",
        flip_long="דו־צדדי, היפוך לאורך הצד הארוך",
        flip_short="דו־צדדי, היפוך לאורך הצד הקצר",
    ),
    "hi": Phrases(
        rest="आगे पढ़ें",
        online="ऑनलाइन पढ़ें और साझा करें",
        distribute="छापें और बाँटें",
        scan="कोड स्कैन करें या यहाँ जाएँ",
        when="कब",
        where="कहाँ",
        code="{} का QR कोड",
        actual_size="वास्तविक आकार में छापें (100 %)",
        flip_long="दोनों ओर, लंबे किनारे पर पलटें",
        flip_short="दोनों ओर, छोटे किनारे पर पलटें",
    ),
}


def phrases(language: str) -> Phrases:
    """Return the row of a BCP 47 language tag."""
    return _TABLE.get(language.replace("_", "-").partition("-")[0].lower(), _EN)


def _locale(language: str) -> str:
    """Return the nearest locale with dates; plain ``en`` means American English."""
    from babel import Locale, UnknownLocaleError

    tag = language.replace("-", "_")
    for name in (tag, tag.partition("_")[0]):
        try:
            return str(Locale.parse(name))
        except (UnknownLocaleError, ValueError):
            continue
    return "en"


def long_date(date: datetime.date, language: str) -> str:
    """Return a date as the language writes it, as ``March 12, 2026``."""
    from babel.dates import format_date

    return str(format_date(date, "long", locale=_locale(language)))


def weekday(date: datetime.date, language: str) -> str:
    """Return the day of the week as the language writes it, as ``Thursday``."""
    from babel.dates import format_date

    return str(format_date(date, "EEEE", locale=_locale(language)))


def month(date: datetime.date, language: str) -> str:
    """Return the month as the language writes it when it stands alone, as ``March``."""
    from babel.dates import format_date

    return str(format_date(date, "LLLL", locale=_locale(language)))


def clock(time: datetime.time, language: str) -> str:
    """Return the time as the language writes it, as ``7:00 PM`` or ``19:00``."""
    from babel.dates import format_time

    return str(format_time(time, "short", locale=_locale(language)))
