"""Writes words of scripts in which a letter is not one glyph, each with its own letters.

An Arabic letter can be drawn as a shape and its dots, and the same shape with other dots
is another letter, so a font's map from glyphs to letters is not enough. Words of such
scripts stand in marked content with their letters (ISO 32000-1, 14.9.4), for programs
that read the page and not its tags; the tags have the whole text. Letters of a word that
is drawn from right to left are given from left to right, as they stand on the page: these
programs restore the reading order from there.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, NamedTuple

_NO_GLYPH = 0x0FFFFFFF
"""Least number of Pango's that is no glyph: nothing is drawn, or the box of a missing letter."""

_PART = re.compile(r"<([0-9a-f]*)>|([^<>]+)")
"""Parts of an array that is shown (9.4.3): codes of four digits each, and moves."""


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
        """The letters as they stand on the page, from left to right."""
        if self.runs_left:
            return "".join(cluster.letters for cluster in self.clusters[::-1])[::-1]
        return "".join(cluster.letters for cluster in self.clusters)

    def is_mapped(self, mapped: Mapping[int, str]) -> bool:
        """Return True if the font maps all its glyphs to the same letters."""
        return all(
            len(cluster.glyphs) == 1 and mapped.get(cluster.glyphs[0]) == cluster.letters
            for cluster in self.clusters
        )


def words_of(box: Any) -> list[Word]:
    """Return the words and spaces of a box of text in drawing order, as Pango shaped them."""
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
    """Yield the clusters of a run: each ends where the next one in reading order begins."""
    glyphs, count = run.glyphs, run.glyphs.num_glyphs
    starts = [glyphs.log_clusters[number] for number in range(count)]
    places = sorted(set(starts))
    ends = dict(zip(places, [*places[1:], run.item.length], strict=True))
    for start, members in groupby(range(count), key=starts.__getitem__):
        drawn = tuple(int(glyphs.glyphs[number].glyph) for number in members)
        letters = text[run.item.offset + start : run.item.offset + ends[start]].decode()
        yield Cluster(tuple(glyph for glyph in drawn if glyph < _NO_GLYPH), letters)


class Speller:
    """Follows a line while it is shown, and marks words whose glyphs do not give their letters."""

    def __init__(self, words: Sequence[Word]) -> None:
        glyphs = [word for word in words for cluster in word.clusters for _ in cluster.glyphs]
        self._to_come = glyphs[::-1]
        self._now: Word | None = None
        self._is_open = False

    def operators(self, array: str, mapped: Mapping[int, str]) -> Iterator[bytes]:
        """Yield the operators that show an array in parts; ``mapped`` is the font's map from glyphs
        to letters. A word may go on in the next array."""
        part = ""
        for codes, move in _PART.findall(array):
            part += f"{move} " if move else ""
            for at in range(0, len(codes), 4):
                word = self._to_come.pop()
                if word is not self._now:
                    mapped_by_font = word.is_mapped(mapped)
                    if self._is_open or not mapped_by_font:
                        yield from _shown(part)
                        yield from self.end()
                        part = ""
                    if not mapped_by_font:
                        yield b"/Span <<%s>> BDC" % actual_text(word.letters)
                        self._is_open = True
                    self._now = word
                part += f"<{codes[at : at + 4]}>"
        yield from _shown(part)

    def end(self) -> Iterator[bytes]:
        """Yield the operator that closes an open word."""
        if self._is_open:
            self._is_open = False
            yield b"EMC"


def actual_text(letters: str) -> bytes:
    """Return the entry of a property list for the letters (14.9.4); empty for none."""
    if not letters:
        return b""
    return b"/ActualText <%s>" % f"\ufeff{letters}".encode("utf-16-be").hex().encode()


def _shown(part: str) -> Iterator[bytes]:
    if part:
        yield f"[{part}] TJ".encode("ascii")
