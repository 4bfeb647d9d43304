"""Somebody's words in a text, with the name of who said them, where that is certain.

A name is certain beside a verb of saying, or behind a dash under the words. A pronoun, or an office
without a name, is not enough.
"""

import re
from collections.abc import Iterator

from flyers.statements.body.quotemarks import marks

# Opening and closing marks; a closing one that also opens is only believed in its own language.
_PAIRS = ("“”", "„“", "„”", "«»", "「」", "『』")
_PAIRS_OF = {"sv": ("””",), "fi": ("””", "»»"), "he": ("””", "״״"), "da": ("»«",), "de": ("»«",)}
_SPACE = "[ \u00a0\u202f]"

_VERBS = (
    "said|says|told us|added|adds|explained|explains|wrote|writes|according to"
    "|sagte?|erklärte?|meinte?|betonte?|schreibt|schrieb|so|ergänzte?|forderte?|berichtete?"
    "|dit|a dit|a déclaré|déclare|explique|a expliqué|affirme|a affirmé|souligne|ajoute|selon"
    "|dijo|dice|declaró|afirmó|explicó|señaló|explica|afirma|añadió|según"
    "|disse|diz|afirmou|declarou|explicou|segundo"
    "|ha detto|ha dichiarato|ha spiegato|spiega|secondo|dichiara"
    "|zei|zegt|aldus|verklaarde|vertelt|säger|sade|siger|sagde|sier"
    "|powiedziała?|mówi|dodała?|podkreśla|řekla?|uvedla?|říká"
    "|сказала?|говорит|заявила?|сказав|каже|είπε|δήλωσε|λέει|mondta|a spus|a declarat|dedi|nói"
)
_CAPITAL = r"[^\W\d_a-zà-öø-ÿа-яёα-ω](?:\.|[\w’'-]*)"
_PARTICLES = r"(?:de|del|de la|la|van|von|van der|da|dos|di|al|el|bin|ben|zu|ter|den)"
_NAME = rf"{_CAPITAL}(?:[ \u00a0](?:{_PARTICLES} )?{_CAPITAL}){{1,3}}"
"""Two words at least: "said Monday" has no name in it."""

_TITLE = r"(?:(?:Dr|Prof|Mr|Mrs|Ms|Mx|Mme|M|Sr|Sra|Herr|Frau)\.?[ \u00a0])*"
_ROLE = r", (?P<role>[^,.;:!?“”„«»()\d]{3,48})(?=[,.])"
_NO_NAME = re.compile(
    r"(?:He|She|They|It|We|I|You|The|A|An|One|Er|Sie|Wir|Ich|Es|Der|Die|Das|Ein|Eine|Il|Elle|Ils"
    r"|Elles|On|Nous|Le|La|Les|Un|Une|Él|Ella|Ellos|Ellas|El|Los|Las|Una|Ele|Ela|Eles|O|Os|As|Lui|Lei"
    r"|Loro|Hij|Zij|Ze|Han|Hon|Hun|Он|Она|Они|Мы|Він|Вона)(?: |\Z)"
)
_BEHIND = re.compile(
    rf"[,.]?{_SPACE}?[–—-]?{_SPACE}?"
    rf"(?:(?:{_VERBS}) {_TITLE}(?P<name>{_NAME})|{_TITLE}(?P<first>{_NAME}) (?:{_VERBS}))(?!\w)"
    rf"(?:{_ROLE})?"
)
_BEFORE = re.compile(
    rf"(?:\A|(?<=[.!?] )){_TITLE}(?P<name>{_NAME})(?:{_ROLE},)?"
    rf" (?:{_VERBS})(?: [^.:!?“”„«»]{{1,40}})?[:,]{_SPACE}?\Z"
)

# Scripts without capitals: what stands between the edge of a sentence and the verb is short.
_UNCASED_BEFORE = (
    re.compile(
        r"(?:\A|[。！？，\n])(?P<name>[\u4e00-\u9fff·]{2,12}?)(?:说道|说|說|表示|指出)[：:，,]?\Z"
    ),
    re.compile(r"(?:\A|[.!?] )(?P<name>[\uac00-\ud7a3 ]{3,20}?)(?:은|는|이|가) \Z"),
    re.compile(r"(?:\A|[.!؟] )(?:و?قالت?) (?P<name>[^\W\d_]+(?: [^\W\d_]+){1,3}):? ?\Z"),
    re.compile(r"(?:\A|[.!؟] )(?P<name>[^\W\d_]+(?: [^\W\d_]+){1,3}) (?:گفت|می‌گوید):? ?\Z"),
    re.compile(r"(?:\A|[.!?] )(?:אמרה?|אומרת?) (?P<name>[^\W\d_]+(?: [^\W\d_]+){1,2}): ?\Z"),
    re.compile(
        r"(?:\A|[।!?] ?)(?P<name>[\u0900-\u0963]+(?: [\u0900-\u0963]+){1,3}) ने कहा[,:]? ?\Z"
    ),
)
_UNCASED_BEHIND = (
    re.compile(r"と、?(?P<name>[^、。「」\s]{2,16}?)(?:は|が)(?:話|述べ|語|言|訴え)"),
    re.compile(r"(?:라고|고) (?P<name>[\uac00-\ud7a3 ]{3,20}?)(?:은|는|이|가) (?:말했|밝혔|전했)"),
    re.compile(r"[，,]?(?P<name>[\u4e00-\u9fff·]{2,12}?)(?:说|說|表示)[。，]"),
)
_PRONOUNS = re.compile(r"(?:他|她|它|我|你|大家|有人|彼|私|그|우리|저|هو|هي|הוא|היא|वह|उन)")

_SIGNED = re.compile(
    rf"\A{_SPACE}*[–—―-]{_SPACE}*{_TITLE}(?P<name>[^\W\d_][^.!?:\d“”„«»]{{2,60}})\.?\Z"
)
_LONGEST = 400
_CONTEXT = 120


def said_by(text: str, language: str) -> Iterator[tuple[str, str]]:
    """Yield words in quotation marks, without these, each with the name of who said them."""
    for start, end, words in _quoted(text, language):
        behind, before = text[end : end + _CONTEXT], text[max(0, start - _CONTEXT) : start]
        if name := _name(before, behind):
            yield words, name


def has_marks(text: str) -> bool:
    """Return True if a text has any double quotation mark."""
    return any(mark in text for mark in '“”„«»「」『』״"')


def signed(text: str) -> str:
    """Return the name in a line such as ``— Name, office``, or an empty text."""
    match = _SIGNED.match(text)
    return match["name"].strip() if match else ""


def introduced(text: str) -> str:
    """Return the name in a text that ends by introducing what somebody says, or an empty text."""
    return _name(text[-_CONTEXT:].rstrip() + " ", "") if text.rstrip().endswith((":", "：")) else ""


def in_marks(words: str, name: str, language: str) -> str:
    """Return somebody's words as they are displayed: in their language's marks, with the name."""
    found = marks(language)
    return f"{found[0]}{words}{found[1]} —\u00a0{name}"


def _quoted(text: str, language: str) -> Iterator[tuple[int, int, str]]:
    """Yield begin, end and contents of quotations, the outer ones."""
    pairs = (*_PAIRS, *_PAIRS_OF.get(language.split("-")[0], ()))
    at = 0
    while at < len(text):
        found = [
            (match.start(), -match.end(), match[1])
            for pair in pairs
            for match in (
                re.compile(f"{pair[0]}([^{pair}]{{10,{_LONGEST}}}){pair[1]}").search(text, at),
            )
            if match
        ]
        if not found:
            return
        first = min(found)
        yield first[0], -first[1], first[2].strip(" \u00a0\u202f")
        at = -first[1]


def _name(before: str, behind: str) -> str:
    """Return the name in the text on one side of a quotation, or an empty text."""
    found = _BEHIND.match(behind) or _BEFORE.search(before)
    if found:
        groups = found.groupdict()
        name = groups.get("name") or groups.get("first") or ""
        if not name or _NO_NAME.match(name):
            return ""
        return f"{name.rstrip('.')}, {groups['role']}" if groups.get("role") else name.rstrip(".")
    for pattern in _UNCASED_BEFORE:
        if (match := pattern.search(before)) and not _PRONOUNS.match(match["name"]):
            return match["name"].strip()
    for pattern in _UNCASED_BEHIND:
        if (match := pattern.match(behind)) and not _PRONOUNS.match(match["name"]):
            return match["name"].strip()
    return ""
