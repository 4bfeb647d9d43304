"""Words that no line break may part: a number and its unit, a title and the name."""

import re

from flyers.statements.body.runs import Edit
from flyers.statements.wording import abbreviations
from flyers.statements.wording.dates import MONTH

HELD = "\u00a0"

_UNITS = (
    "million|billion|trillion|thousand|hundred|percent|per cent|%|‰|°C|°F|"
    "months?|years?|days?|weeks?|hours?|minutes?|seconds?|hrs?|mins?|"
    "dollars?|cents?|euros?|pounds?|€|£|"
    "(?:kilo|centi|milli)?(?:metres?|meters?|grams?)|kilómetros?|metros?|kilomètres?|mètres?|Meter|"
    "Kilometer|años?|mes(?:es)?|días?|horas?|minutos?|millones|ans?|mois|jours?|heures?|"
    "Jahr(?:en?)?|Monat(?:en?)?|Tag(?:en?)?|Stunden?|Minuten?|"
    "mm|cm|km|m|ft|in|inch|inches|feet|miles?|yards?|acres?|hectares?|ha|kg|g|mg|lbs?|oz|tons?|"
    "tonnes?|l|litres?|liters?|gallons?|kW|kWh|MW|GW|mph|km/h|Hz|kHz|MHz|GHz|MB|GB|TB|KB|"
    "[apAP]\\.?[mM]\\b\\.?|Uhr|Millionen|Milliarden|Mio\\.|Mrd\\.|Prozent|Euro|millions?|milliards?"
)
_NUMBERED = (
    "No\\.|Nos\\.|Nr\\.|Resolution|Article|Section|Chapter|Figure|Fig\\.|Table|Page|pp?\\.|Vol\\."
    "|Room|Route|Line|Bus|Buses|Gate|Platform|Level|Floor|Part|Step|Phase|Proposition|Prop\\.|Bill"
    "|Measure|District|Ward|Suite|Apt\\.|Unit|Building|Highway|Interstate|Exit|Zone|Grade|Rule"
    "|Item|Question|Act|Title|Version|Lot|Nos|Lines|Routes|Artikel|Linie|Seite|Kapitel"
)
_TITLES = (
    "Dr|Mr|Mrs|Ms|Mx|Prof|St|Rev|Hon|Sen|Rep|Gov|Gen|Col|Capt|Lt|Sgt|Fr|Sr|Sra|Mme|M|Herr|Frau"
)
_NUMBER = r"\d(?:[\d.,:/]{0,14}\d)?"
_INITIAL = re.compile(r"(?<![\w.])[^\W\d_a-z]\. (?=[^\W\d_a-z])")

# The spaces in what these find become unbreakable.
_OF_NUMBERS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<![\w]){_NUMBER}(?:st|nd|rd|th|\.)? (?i:{MONTH})\b",
        rf"\b(?i:{MONTH})\.? \d{{1,2}}(?!\d)",
        rf"(?<!\w)(?:[$€£]\s?)?{_NUMBER}(?:[-–]\d{{1,6}})? (?:{_UNITS})(?!\w)",
        rf"\b(?i:{_NUMBERED}) (?=#?\d)",
        r"(?<![\w.,])\d{1,4} (?:and|or|to|&|und|et|y|–) \d{1,4}(?![\w.,]\d|\w)",
    )
)
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?:{_TITLES})\. (?=[^\W\d_a-z])",
        r"\b(?:Dr|Mr|Mrs|Ms|Mx|Prof|Mme|St) (?=[^\W\d_a-z])",
        r"(?<=\S) (?=– )",
    )
)
_SPACE = re.compile(" ")
_DIGIT = re.compile(r"\d")


def hold(text: str, language: str) -> list[Edit]:
    """Return one edit for each space that must not break, so that no edit crosses elements."""
    known = (*_PATTERNS, *abbreviations.patterns(language))
    if _DIGIT.search(text):
        known += _OF_NUMBERS
    spaces = {
        space.start()
        for pattern in known
        for match in pattern.finditer(text)
        for space in _SPACE.finditer(text, match.start(), match.end())
    }
    # Small letters beyond a to z are no initials either.
    spaces |= {
        match.end() - 1
        for match in _INITIAL.finditer(text)
        if not match[0][0].islower() and not text[match.end()].islower()
    }
    return [(at, at + 1, HELD) for at in sorted(spaces)]
