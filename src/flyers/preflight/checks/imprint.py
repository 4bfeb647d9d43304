"""The imprint stands on every copy of its page, in letters of its size, dark on light."""

import math
from collections.abc import Iterator
from typing import cast
from unicodedata import normalize

from flyers.core.boxes import Box
from flyers.core.findings import Finding
from flyers.preflight.case import AnyImprint, Case, CheckedSide, ExpectedImprint, PlacedPage
from flyers.preflight.check import Check, everywhere
from flyers.preflight.lines import PlacedLetters

HIGH = frozenset("bdfhklABCDEFGHIKLMNOPRSTUVWXYZ")
"""Tall letters without descenders: their height tells the size of the type."""

ASCENDER = 0.66
"""The least share of the type's size that they are high, in the lowest face for text. In a face
as high as ours, type that is a tenth too small is seen."""

CONTRAST = 180
"""Between the lightest and the darkest grey of its picture, of 255; black on white has 255."""


def find(case: Case) -> Iterator[Finding]:
    """Look for the imprint among the letters of each page that has to have it; in a file of others,
    on any of its pages."""
    if case.declared.imprint:
        yield from _anywhere(case, case.declared.imprint)
    for side in case.sides:
        for page in side.pages:
            if not page.imprint:
                continue
            if letters := _found(page.imprint.words, _letters_on(side, page)):
                yield from _findings(side, page, letters, page.imprint.size)
            else:
                yield _finding(
                    side,
                    f"The imprint cannot be read on the page {page.name!r}.",
                    "Let the layout show {{ imprint() }} whole, with nothing over it.",
                )


def _anywhere(case: Case, wanted: ExpectedImprint | AnyImprint) -> Iterator[Finding]:
    pages = [(side, page) for side in case.sides for page in side.pages]
    found = [(side, page, _read(wanted, _letters_on(side, page))) for side, page in pages]
    for side, page, letters in found:
        if letters:
            yield from _findings(side, page, letters, wanted.size)
    if any(letters for _, _, letters in found):
        return
    if isinstance(wanted, ExpectedImprint):
        yield Finding(
            message=f"The imprint cannot be read on any page: {wanted.words}",
            remedy=f"Print it in {wanted.size:g} pt or larger, black on white, in these words.",
        )
    else:
        yield Finding(
            message="No page has the imprint that the law wants, "
            f"“{' …, '.join(wanted.ways[0])} …” ({wanted.source}).",
            remedy=f"Print it in {wanted.size:g} pt or larger, black on white.",
        )


def _read(wanted: ExpectedImprint | AnyImprint, letters: PlacedLetters) -> PlacedLetters:
    """Return the letters of the imprint, or of how its lines begin; none if it is not there."""
    if isinstance(wanted, ExpectedImprint):
        return _found(wanted.words, letters)
    small = [(letter.casefold(), box) for letter, box in letters]
    for way in wanted.ways:
        parts = [_found(part.casefold(), small) for part in way]
        if all(parts):
            return [letter for part in parts for letter in part]
    return []


def _letters_on(side: CheckedSide, page: PlacedPage) -> PlacedLetters:
    return [one for one in side.evidence.glyphs if page.trim.contains(one[1])]


def _findings(
    side: CheckedSide, page: PlacedPage, letters: PlacedLetters, size: float
) -> Iterator[Finding]:
    heights = [
        box.width if page.turned else box.height for letter, box in letters if letter in HIGH
    ]
    box = _around(letters)
    if max(heights, default=0) < ASCENDER * size:
        yield _finding(
            side,
            f"The imprint on {page.name!r} is smaller than {size:g} pt.",
            f"Print it in {size:g} pt or larger.",
            box,
        )
    if not _stands_out(side, box):
        yield _finding(
            side,
            f"The imprint on {page.name!r} hardly stands out from what is under it.",
            "Print it black on white.",
            box,
        )


def _found(words: str, letters: PlacedLetters) -> PlacedLetters:
    """Return the letters that make up these words; none if they do not stand together.

    On a page in a script that reads from right to left, an engine may return a line of the other
    direction backwards, word by word; so the words are also looked for by where they stand.
    """
    return _in_order(words, letters) or _in_order(words, _as_they_stand(letters))


def _as_they_stand(letters: PlacedLetters) -> PlacedLetters:
    """Order letters by lines from the top, each from left to right."""
    lines: list[list[tuple[str, Box]]] = []
    lowest = math.inf
    for letter, box in sorted(letters, key=lambda one: -one[1].top):
        if box.top <= lowest:
            lines.append([])
            lowest = box.bottom
        lowest = min(lowest, box.bottom)
        lines[-1].append((letter, box))
    return [one for line in lines for one in sorted(line, key=lambda one: one[1].left)]


def _in_order(words: str, letters: PlacedLetters) -> PlacedLetters:
    text, origin = "", []
    for index, (letter, _) in enumerate(letters):
        plain = _plain(letter)
        text += plain
        origin += [index] * len(plain)
    wanted = _plain(words)
    at = text.find(wanted)
    return [letters[i] for i in sorted(set(origin[at : at + len(wanted)]))] if at >= 0 else []


def _plain(text: str) -> str:
    """Remove spaces and ligatures, which the words and the letters that are read may differ in."""
    return "".join(normalize("NFKC", text).split())


def _around(letters: PlacedLetters) -> Box:
    boxes = [box for _, box in letters]
    return Box(
        left=min(box.left for box in boxes),
        bottom=min(box.bottom for box in boxes),
        right=max(box.right for box in boxes),
        top=max(box.top for box in boxes),
    )


def _stands_out(side: CheckedSide, box: Box) -> bool:
    greys = side.evidence.picture.crop(side.evidence.pixels(box)).getextrema()
    darkest, lightest = cast("tuple[int, int]", greys)
    return lightest - darkest >= CONTRAST


def _finding(side: CheckedSide, message: str, remedy: str, box: Box | None = None) -> Finding:
    return Finding(page=side.number, message=message, remedy=remedy, box=box)


CHECK = Check(
    name="imprint",
    rule="The imprint stands on every separable piece, as large and as black as its law wants.",
    source="the jurisdiction's law: see flyers.toml, [imprint]",
    severity=everywhere("error"),
    find=find,
)
