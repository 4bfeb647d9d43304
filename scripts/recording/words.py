"""Names of files, titles and slugs with everything in them that a generator may change."""

from collections.abc import Mapping

NAMES = (
    "sunday-hours",
    "Sunday-Hours",
    "Sunday Hours",
    "sunday  two  blanks",
    "sunday - monday",
    "2027-04-19-dated",
    "2027-04-19 Dated Too",
    "line_9",
    "line.9",
    "v1.2.3",
    "Über-uns",
    "l’été",
    "ñandú",
    "Straße",
    "c++",
    "49€",
    "q&a",
    "why?",
    "half 50%",
    "a,b;c=d",
    "(bracket) [square]",
    "'quoted'",
    "«guillemets»",
    "библиотека",
    "БИБЛИОТЕКА",
    "图书馆",
    "مكتبة",
    "किताब",
    "ΟΔΟΣ",
    "İstanbul",
    "~tilde",
    "at@home",
    "100",
    "-lead",
    "trail-",
    "two--hyphens",
    "star*",
    "wheel🚲wheel",
    "cafe\u0301",
    "x!y",
    "half½",
    "en–dash",
    "dot.",
    "under_",
)

TITLES = (
    "Sunday hours",
    "Busse & Bahnen: 49 € für alle!",
    "¿Qué pasa? L’été à Paris",
    "C++ and signs",
    "Line 9/10: what now?",
    "100 % of it",
    "Dots... and more",
    "UPPER Case İÜ",
    "mixed: a -- b - c",
    "under_score _both_",
    "Straße frei",
    "Библиотека у парка",
    "图书馆 开放",
    "  blanks   inside  ",
    "«Quoted» “words” ‘here’",
    "emoji 🚲 inside",
    "e-mail: hall@park",
    "(bracket) [square] {curly}",
    "half ½ and x²",
    "~tilde~ and `code`",
    "The *starred* word",
    "A -lead and trail-",
    "cafe\u0301 combined",
    "No.",
    "plus+minus=0",
    "50%-rule",
)

SLUGS = (
    "sunday-hours",
    "Sunday-Hours",
    "a b",
    "a  b - c",
    "straße-frei",
    "-hyphens-",
    "x/y",
    "c++",
    "x.html",
    "v1.2",
    "ÄÖÜ",
    "why?",
    "half-50%",
    "under_score",
    "библиотека",
    "trail.",
    "2027",
    "a,b",
    "wheel🚲",
)


def quoted(text: str) -> str:
    """Return a text as YAML holds it, in double quotation marks."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def named(folder: str, suffix: str, front: str = "title: Sunday hours") -> Mapping[str, str]:
    """Return a page for each name, in folders of their own where two names differ by case."""
    seen: dict[str, int] = {}
    pages = {}
    for name in NAMES:
        key = "-".join(name.lower().split())
        seen[key] = seen.get(key, -1) + 1
        below = f"{folder}/more{seen[key]}" if seen[key] else folder
        pages[f"{below}/{name}{suffix}"] = front
    return pages


def titled(folder: str, suffix: str, front: str = "", first: str = "t") -> Mapping[str, str]:
    """Return a page for each title."""
    return {
        f"{folder}/{first}{number}{suffix}": f"title: {quoted(title)}{front}"
        for number, title in enumerate(TITLES)
    }


def slugged(folder: str, suffix: str, front: str = "", first: str = "s") -> Mapping[str, str]:
    """Return a page for each slug."""
    return {
        f"{folder}/{first}{number}{suffix}": f"title: Slug\nslug: {quoted(slug)}{front}"
        for number, slug in enumerate(SLUGS)
    }
