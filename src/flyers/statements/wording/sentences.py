"""Sentences and their ends."""

import re

from flyers.statements.wording.dates import MONTH
from flyers.statements.wording.wordlists import words

# A mark that ends a sentence, more of them, then what closes: quotes, brackets, a note's number.
_END = re.compile(
    r"(?<![.!?…؟۔।॥。！？])(?P<mark>[.!?…؟۔।॥。！？]+)(?P<close>(?:[\u00a0\u202f]?»|[\"'”’“‘›)\]」』】])*)"
    r"(?:[ \t\r\n\f\u2028\u3000]+|\Z)"
    r"|(?P<wide>[。！？]+[」』”’）】]*)"
)

# Never the end of a sentence: a name or a number follows.
_TITLES = words(
    "dr mr mrs ms mx prof st rev hon sen rep gov gen col capt lt sgt maj adm fr sr sra dra"
    " mme mlle e.g i.e cf vs v viz al approx ca resp op cit d.h z.b u.a s.o bzw vgl hr nr abb"
    " evtl ggf inkl zzgl sog str geb p.ex env av núm pág ud uds srta sig dott pag bijv dhr mevr blz"
    " o.a m.b.t t.ex bl.a d.v.s f.eks np ul tzn tj godz např tzv esim örn г ул т.е т.к им стр руб"
    " bd p.ej no nos vol pp art sec ch fig tab par ed eds est dept bros mt ft ave blvd rd"
)
# These end a sentence where a usual first word follows.
_MAYBE = words(
    "u.s u.s.a u.k u.n e.u d.c a.m p.m inc ltd co corp etc jr ph.d m.d b.a m.a usw etc p.s"
    " jan feb mar apr jun jul aug sep sept oct nov dec"
)
# "No. 4" has a number after it, "No. We will not." has not.
_NUMBERED = words("no nos vol art sec ch fig tab nr abb bd p")
_FIRST_WORDS = words(
    "the a an in it we this that these those but and he she they i you our for on at if as to"
    " there when while with after before all its their his her what who why how not no"
)
_WORD_BEFORE = re.compile(r"[\w.]+\Z")
_WORD_AFTER = re.compile(r"[\"'“‘«„(\[¿¡\u00a0\u202f]*([^\W_]+)")
_LONGEST_WORD = 40
_AFTER_ORDINAL = re.compile(rf"(?:{MONTH}|Jahrhundert|Stock|Bezirk|Klasse)", re.IGNORECASE)
"""What follows "3." in languages whose ordinals have a full stop: 3. Mai, 19. Jahrhundert."""
_WIDE = re.compile("[\u2e80-\ud7ff]")


def ends(text: str) -> list[int]:
    """Return offsets behind each sentence, closing quotes included, white space excluded.

    The last is the end of the text, whether it ends in a full stop or not.
    """
    found = [
        match.end("close") if match["mark"] else match.end()
        for match in _END.finditer(text)
        if match["wide"] or _is_end(text, match)
    ]
    last = len(text.rstrip())
    while found and found[-1] >= last:
        found.pop()
    return [*found, last] if last else []


def sentences(text: str) -> list[str]:
    """Return the sentences of a text, without the white space between them."""
    marks = ends(text)
    return [text[start:end].strip() for start, end in zip([0, *marks], marks, strict=False)]


def is_whole(sentence: str) -> bool:
    """Return True if a sentence ends with a mark that ends sentences, and was not truncated."""
    match = re.search(r"([.!?؟۔।॥。！？]+)[\"'”’“»›)\]」』】\u00a0\u202f\s]*\Z", sentence[-12:])
    return match is not None and not match[1].endswith("...")


def _is_end(text: str, match: re.Match[str]) -> bool:
    mark, after = match["mark"], text[match.end() :][:_LONGEST_WORD]
    following = _WORD_AFTER.match(after)
    word = following[1] if following else ""
    if mark not in (".", "…", "..."):
        # "Stop!" he said.
        return not word[:1].islower()
    if word[:1].islower():
        return False
    if mark != ".":
        return True
    before = _WORD_BEFORE.search(text[max(0, match.start() - _LONGEST_WORD) : match.start()])
    if not before or match["close"]:
        return True
    last = before[0].lower().lstrip(".")
    if last in _NUMBERED:
        return not word[:1].isdigit() and last in ("no", "ch", "art", "tab", "fig")
    if last in _TITLES:
        return False
    if last in _MAYBE:
        return word.lower() in _FIRST_WORDS or not word
    if last.isdigit() and len(last) <= 2 and _AFTER_ORDINAL.match(word):
        return False
    # An initial, "J. Smith", or the first part of "z. B." and "p. ex.".
    return not (len(last) == 1 and last.isalpha() and not _WIDE.match(last) and word)
