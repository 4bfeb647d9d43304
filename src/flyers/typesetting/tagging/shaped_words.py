"""Words in scripts where a letter is not one glyph: each says itself what it is.

An Arabic letter can be drawn as a shape and its dots, and the same shape with other
dots is another letter; a font's map from glyphs to letters cannot tell. So the words
of such scripts stand in marked content with their letters (ISO 32000-1, 14.9.4), for
readers that go by what is on the page. The tag above has the whole text as it is
meant, and goes before that. In a word that is drawn from right to left the letters
stand as they are drawn, from left to right: that is what these readers take them for,
whose way back to the order of reading goes by what they see.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, NamedTuple

_NO_GLYPH = 0x0FFFFFFF
"""From that number on a glyph is none: nothing is drawn, or the box of a missing letter."""

_PART = re.compile(r"<([0-9a-f]*)>|([^<>]+)")
"""Of an array that is shown (9.4.3): codes of four digits each, and moves between them."""


class Cluster(NamedTuple):
    """Glyphs that belong together, in the order of drawing, and the letters they stand for."""

    glyphs: tuple[int, ...]
    letters: str


@dataclass(frozen=True, kw_only=True)
class Word:
    """Clusters in the order of drawing."""

    clusters: tuple[Cluster, ...]
    runs_left: bool

    @property
    def letters(self) -> str:
        """As they stand on the page, from left to right."""
        if self.runs_left:
            return "".join(cluster.letters for cluster in self.clusters[::-1])[::-1]
        return "".join(cluster.letters for cluster in self.clusters)

    def is_told(self, told: Mapping[int, str]) -> bool:
        """Whether the font says the same of all its glyphs."""
        return all(
            len(cluster.glyphs) == 1 and told.get(cluster.glyphs[0]) == cluster.letters
            for cluster in self.clusters
        )


def words_of(box: Any) -> list[Word]:
    """The words and spaces of a box of text in the order of drawing, as the shaper (Pango) made
    them."""
    layout = box.pango_layout
    layout.reactivate(box.style)
    text = layout.text.encode()
    line, _ = layout.get_first_line()
    words: list[Word] = []
    run = line.runs
    while run:
        runs_left = bool(run.data.item.analysis.level % 2)
        clusters = _clusters(run.data, text)
        for _, word in groupby(clusters, key=lambda cluster: bool(cluster.letters.strip())):
            words.append(Word(clusters=tuple(word), runs_left=runs_left))
        run = run.next
    layout.deactivate()
    return words


def _clusters(run: Any, text: bytes) -> Iterator[Cluster]:
    """A cluster begins at a place in the run's text, and ends where the next in reading begins."""
    glyphs, count = run.glyphs, run.glyphs.num_glyphs
    starts = [glyphs.log_clusters[number] for number in range(count)]
    places = sorted(set(starts))
    ends = dict(zip(places, [*places[1:], run.item.length], strict=True))
    for start, members in groupby(range(count), key=starts.__getitem__):
        drawn = tuple(int(glyphs.glyphs[number].glyph) for number in members)
        letters = text[run.item.offset + start : run.item.offset + ends[start]].decode()
        yield Cluster(tuple(glyph for glyph in drawn if glyph < _NO_GLYPH), letters)


class Speller:
    """Follows a line while it is shown, and lets those of its words tell their letters whose glyphs
    do not."""

    def __init__(self, words: Sequence[Word]) -> None:
        glyphs = [word for word in words for cluster in word.clusters for _ in cluster.glyphs]
        self._to_come = glyphs[::-1]
        self._now: Word | None = None
        self._is_open = False

    def operators(self, array: str, told: Mapping[int, str]) -> Iterator[bytes]:
        """The array shown in parts; ``told`` is what the font says of its glyphs. A word may go on
        in the next array."""
        part = ""
        for codes, move in _PART.findall(array):
            part += f"{move} " if move else ""
            for at in range(0, len(codes), 4):
                word = self._to_come.pop()
                if word is not self._now:
                    told_by_font = word.is_told(told)
                    if self._is_open or not told_by_font:
                        yield from _shown(part)
                        yield from self.end()
                        part = ""
                    if not told_by_font:
                        yield b"/Span <<%s>> BDC" % actual_text(word.letters)
                        self._is_open = True
                    self._now = word
                part += f"<{codes[at : at + 4]}>"
        yield from _shown(part)

    def end(self) -> Iterator[bytes]:
        """Close what is open."""
        if self._is_open:
            self._is_open = False
            yield b"EMC"


def actual_text(letters: str) -> bytes:
    """The entry of a property list that says what is meant (14.9.4), nothing if that is nothing."""
    if not letters:
        return b""
    return b"/ActualText <%s>" % f"\ufeff{letters}".encode("utf-16-be").hex().encode()


def _shown(part: str) -> Iterator[bytes]:
    if part:
        yield f"[{part}] TJ".encode("ascii")
