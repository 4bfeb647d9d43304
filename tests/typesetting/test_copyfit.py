"""Copyfitting, with lambdas and numbers: no fonts, no engine."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations, pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from flyers.core.units import Range
from flyers.typesetting.fit.copyfit import Fit, Poured, SetAt, balanced_height, fit_text, height_of
from flyers.typesetting.fit.copymodel import GRID, Frame, Mass, calibrated, modelled_height
from flyers.typesetting.fit.letterink import GAP, Ink
from flyers.typesetting.fit.titlefit import TitleFit, TitlePiece, fit_title

PAGE = Frame(width=250, height=600)
SIZES = Range(low=9, high=14)
LEADINGS = Range(low=1.25, high=1.5)


def typewriter(characters: int, frames: Sequence[Frame], k: float) -> SetAt:
    """A text of equal letters that breaks anywhere: larger type never takes less room."""

    def set_at(size: float, leading: float) -> Poured:
        left, at = characters, 0
        while True:
            frame = frames[min(at, len(frames) - 1)]
            a_line = max(1, math.floor(frame.width / (k * size)))
            room = max(1, math.floor(frame.height / leading + 1e-6))
            lines = min(room, math.ceil(left / a_line))
            left, at = left - lines * a_line, at + 1
            if left <= 0:
                return Poured(frames=at, last=lines * leading)

    return set_at


def fitted(
    characters: int,
    frames: Sequence[Frame] = (PAGE, PAGE),
    *,
    k: float = 0.5,
    sizes: Range = SIZES,
    leadings: Range = LEADINGS,
) -> Fit | None:
    set_at = typewriter(characters, frames, k)
    masses = [Mass(characters=characters)]
    return fit_text(set_at, masses, frames, sizes=sizes, leadings=leadings)


frames_of = st.lists(
    st.builds(Frame, width=st.floats(120, 500), height=st.floats(150, 800)), min_size=1, max_size=4
)
lengths = st.integers(1, 20_000)
widths_of_letters = st.floats(0.3, 0.9)


@given(lengths, frames_of, widths_of_letters)
def test_the_type_is_the_largest_that_fits(characters: int, frames: list[Frame], k: float) -> None:
    set_at = typewriter(characters, frames, k)
    fit = fitted(characters, frames, k=k)

    def fits(size: float) -> bool:
        return set_at(size, size * LEADINGS.low).frames <= len(frames)

    if fit is None:
        assert not fits(SIZES.low)
    elif fit.capped:
        assert fit.type_size == pytest.approx(SIZES.high)
    else:
        assert fits(fit.type_size)
        assert not fits(round(fit.type_size + GRID, 4))


@given(lengths, frames_of, widths_of_letters)
def test_the_text_is_never_over_and_the_fill_is_true(
    characters: int, frames: list[Frame], k: float
) -> None:
    fit = fitted(characters, frames, k=k)
    if fit is None:
        return
    poured = typewriter(characters, frames, k)(fit.type_size, fit.leading)
    assert poured.frames <= len(frames)
    available = sum(frame.height for frame in frames)
    assert fit.fill == pytest.approx(height_of(poured, frames) / available)


@given(lengths, frames_of, widths_of_letters)
def test_size_and_leading_stay_within_their_ranges(
    characters: int, frames: list[Frame], k: float
) -> None:
    fit = fitted(characters, frames, k=k)
    if fit is None:
        return
    assert SIZES.low <= fit.type_size <= SIZES.high
    steps = (fit.type_size - SIZES.low) / GRID
    assert steps == pytest.approx(round(steps))
    ratio = fit.leading / fit.type_size
    assert LEADINGS.low - 1e-6 <= ratio <= LEADINGS.high + 1e-6


@given(st.integers(2600, 5700))
def test_what_is_not_capped_fills_its_frames(characters: int) -> None:
    fit = fitted(characters)
    assert fit is not None
    assert fit.capped or fit.fill >= 0.95


@given(lengths, widths_of_letters)
def test_every_setting_is_counted_and_few_are_needed(characters: int, k: float) -> None:
    calls = []
    inner = typewriter(characters, [PAGE, PAGE], k)

    def set_at(size: float, leading: float) -> Poured:
        calls.append((size, leading))
        return inner(size, leading)

    masses = [Mass(characters=characters)]
    fit = fit_text(set_at, masses, [PAGE, PAGE], sizes=SIZES, leadings=LEADINGS)
    assert len(set(calls)) == len(calls) <= 12
    assert fit is None or fit.passes == len(calls)


@given(lengths, frames_of, widths_of_letters, st.lists(st.floats(0.2, 1.2), min_size=2, max_size=2))
def test_what_is_known_of_other_texts_changes_the_way_and_not_the_answer(
    characters: int, frames: list[Frame], k: float, believed: list[float]
) -> None:
    """Or a piece would depend on those that were made before it."""
    set_at, masses = typewriter(characters, frames, k), [Mass(characters=characters)]
    one, other = (
        fit_text(set_at, masses, frames, sizes=SIZES, leadings=LEADINGS, k=from_)
        for from_ in believed
    )
    assert (one is None) == (other is None)
    if one and other:
        assert replace(one, passes=0, k=0) == replace(other, passes=0, k=0)


def test_a_short_text_is_set_once() -> None:
    fit = fitted(300)
    assert fit is not None
    assert (fit.passes, fit.capped) == (1, True)
    assert fit.leading == pytest.approx(SIZES.high * LEADINGS.high, rel=0.02)


def test_a_size_at_which_as_many_lines_would_be_too_high_is_not_tried() -> None:
    def fits(*, grows: bool) -> list[Fit]:
        fits = [
            fit_text(
                typewriter(characters, [PAGE], 0.5),
                [Mass(characters=characters)],
                [PAGE],
                sizes=SIZES,
                leadings=LEADINGS,
                grows=grows,
            )
            for characters in range(1500, 3000, 30)
        ]
        return [fit for fit in fits if fit]

    knowing, trying = fits(grows=True), fits(grows=False)
    assert [fit.type_size for fit in knowing] == [fit.type_size for fit in trying]
    assert sum(fit.passes for fit in knowing) < sum(fit.passes for fit in trying)


def test_a_fit_knows_the_letters_width_for_the_next_piece() -> None:
    fit = fitted(4000, k=0.52)
    assert fit is not None
    assert fit.k == pytest.approx(0.52, abs=0.03)


def test_a_text_that_is_over_at_the_smallest_size_has_no_fit() -> None:
    assert fitted(50_000) is None


def test_a_short_text_stops_at_the_largest_size() -> None:
    fit = fitted(300)
    assert fit is not None
    assert (fit.type_size, fit.capped) == (SIZES.high, True)


@pytest.mark.parametrize("only", [9.0, 10.5])
def test_a_range_of_one_size_leaves_no_choice(only: float) -> None:
    fit = fitted(2000, sizes=Range(low=only, high=only))
    assert fit is not None
    assert (fit.type_size, fit.capped) == (only, True)


# ---- the model that leads the search ------------------------------------------------


def test_full_frames_count_as_full() -> None:
    frames = [Frame(width=100, height=600), Frame(width=100, height=400)]
    assert height_of(Poured(frames=1, last=70), frames) == 70
    assert height_of(Poured(frames=2, last=70), frames) == 670
    assert height_of(Poured(frames=4, last=70), frames) == 600 + 400 + 400 + 70


@given(lengths, frames_of, st.floats(9, 13), st.floats(0.3, 0.9))
def test_the_model_rises_with_size_and_with_width(
    characters: int, frames: list[Frame], size: float, k: float
) -> None:
    masses = [Mass(characters=characters, extra_lines=2)]
    height = modelled_height(masses, frames, size, size * 1.3, k)
    assert height <= modelled_height(masses, frames, size, size * 1.3, k + 0.1) + 1e-6
    assert height > 0


@pytest.mark.parametrize("height", [0, 5])
def test_a_frame_lower_than_a_line_takes_one_line(height: float) -> None:
    frames = [PAGE, Frame(width=100, height=height)]
    assert modelled_height([Mass(characters=9000)], frames, 10, 13, 0.5) > PAGE.height
    assert fitted(9000, frames) is None


def test_calibration_finds_the_width_that_explains_a_height() -> None:
    masses = [Mass(characters=5000)]
    height = modelled_height(masses, [PAGE], 10, 13, 0.47)
    assert calibrated(masses, [PAGE], 10, 13, height) == pytest.approx(0.47, abs=0.01)


@given(st.floats(1, 1200), st.floats(8, 20))
def test_balanced_frames_hold_the_text_in_whole_lines(height: float, leading: float) -> None:
    frames = [PAGE, PAGE]
    shared = balanced_height(height, frames, leading)
    assert shared <= PAGE.height
    if shared < PAGE.height:
        assert shared * len(frames) >= height
        lines = (shared - 0.02) / leading
        assert lines == pytest.approx(round(lines), abs=1e-3)


# ---- titles ---------------------------------------------------------------------------

SPACE = 0.25


def width_of(word: str) -> float:
    return 0.5 * len(word)


def title(
    text: str, *, width: float = 400, height: float = 300, most: int = 5, high: float = 200
) -> list[str]:
    """The lines of a title in a face whose letters are half an em wide."""
    words = text.split()
    fit = fit_title(
        [
            TitlePiece(width=width_of(word), gap=SPACE, leans=len(word) < 4 and bool(i))
            for i, word in enumerate(words)
        ],
        width=width,
        height=height,
        sizes=Range(low=1, high=high),
        line_height=1,
        most_lines=most,
    )
    return [" ".join(words[i] for i in line) for line in fit.lines]


BREAKS = [
    # The narrowest widest line, so that the type is largest.
    (
        "Keep the Maple Street Library Open on Sundays",
        400,
        300,
        "Keep the / Maple Street / Library Open / on Sundays",
    ),
    # One line where the box is wide.
    ("Open Sundays", 600, 60, "Open Sundays"),
    # No short word is left alone on the last line.
    ("Repair the Bus Lane Now", 300, 200, "Repair / the Bus / Lane Now"),
    # A word as long as the title may stand alone.
    ("Our Neighborhood", 200, 200, "Our / Neighborhood"),
]


@pytest.mark.parametrize(("text", "width", "height", "lines"), BREAKS)
def test_breaks_of_titles(text: str, width: float, height: float, lines: str) -> None:
    assert " / ".join(title(text, width=width, height=height)) == lines


@pytest.mark.parametrize("most", [1, 2, 3])
def test_a_title_keeps_to_its_number_of_lines(most: int) -> None:
    assert len(title("Keep the Maple Street Library Open on Sundays", most=most)) <= most


def test_a_long_word_makes_the_whole_title_smaller() -> None:
    words = ["A", "Donaudampfschifffahrtsgesellschaft"]
    fit = fit_title(
        [TitlePiece(width=width_of(word), gap=SPACE) for word in words],
        width=100,
        height=300,
        sizes=Range(low=20, high=90),
        line_height=1,
        most_lines=4,
    )
    assert fit.size < 20
    assert fit.size * width_of(words[1]) <= 100


def test_a_title_of_four_hundred_letters_has_as_many_lines_as_make_it_largest() -> None:
    few = title("a library for all " * 22, width=200, height=400, most=2)
    fit = fit_title(
        [TitlePiece(width=width_of(word), gap=SPACE) for word in ["library", "for", "all"] * 22],
        width=200,
        height=400,
        sizes=Range(low=20, high=90),
        line_height=1,
        most_lines=2,
    )
    assert len(few) == 2
    assert len(fit.lines) > 8
    assert fit.size > 15


def test_a_line_that_ends_in_a_word_has_room_for_its_hyphen() -> None:
    fit = fit_title(
        [TitlePiece(width=4, hyphen=1), TitlePiece(width=4)],
        width=100,
        height=300,
        sizes=Range(low=1, high=90),
        line_height=1,
        most_lines=2,
    )
    assert (fit.lines, fit.size) == (((0,), (1,)), 20)


# A letter with an accent, one with a descender, and one with neither, at 0 to 1 ems.
ACCENT, DEEP, FLAT = (Ink(0, 1, 0.95, 0), Ink(0, 1, 0.5, 0.25), Ink(0, 1, 0.7, 0))


def stacked(upper: Ink, lower: Ink, *, beside: float = 0) -> TitleFit:
    """Two lines of a letter each, the lower one so far to the right."""
    lower = Ink(lower.left + beside, lower.right + beside, lower.up, lower.down)
    return fit_title(
        [TitlePiece(width=3, ink=(upper,)), TitlePiece(width=3, ink=(lower,))],
        width=30,
        height=300,
        sizes=Range(low=1, high=90),
        line_height=0.94,
        most_lines=2,
    )


def test_lines_keep_apart_by_their_ink() -> None:
    assert stacked(FLAT, FLAT).line_height == 0.94
    assert stacked(FLAT, ACCENT).line_height == pytest.approx(0.95 + GAP)
    assert stacked(DEEP, ACCENT).line_height == pytest.approx(0.95 + 0.25 + GAP)
    assert stacked(DEEP, ACCENT, beside=1.5).line_height == pytest.approx(0.94)


def test_ink_that_would_stand_out_of_the_box_has_space_there() -> None:
    accented, plain = stacked(ACCENT, FLAT), stacked(FLAT, FLAT)
    assert plain.above == pytest.approx(0.7 - 0.47)
    assert accented.above == pytest.approx(0.95 - 0.47)
    assert accented.height == pytest.approx(accented.above + 2 * 0.94)


words_of = st.lists(st.floats(0.4, 7), min_size=1, max_size=8)
boxes = {"width": st.floats(80, 600), "height": st.floats(60, 500), "most": st.integers(1, 6)}


def fit_of(widths: list[float], width: float, height: float, most: int) -> TitleFit:
    return fit_title(
        [TitlePiece(width=one, gap=SPACE) for one in widths],
        width=width,
        height=height,
        sizes=Range(low=0.1, high=120),
        line_height=1.1,
        most_lines=most,
    )


def line_width(widths: Sequence[float], line: Sequence[int]) -> float:
    return sum(widths[i] for i in line) + SPACE * (len(line) - 1)


@given(widths=words_of, **boxes)
def test_a_title_has_every_word_once_and_in_order(
    widths: list[float], width: float, height: float, most: int
) -> None:
    fit = fit_of(widths, width, height, most)
    assert [i for line in fit.lines for i in line] == list(range(len(widths)))
    assert all(fit.lines)
    assert len(fit.lines) <= most


@given(widths=words_of, **boxes)
def test_a_title_is_never_larger_than_its_box(
    widths: list[float], width: float, height: float, most: int
) -> None:
    fit = fit_of(widths, width, height, most)
    assert fit.size <= 120
    assert all(line_width(widths, line) * fit.size <= width + 1e-6 for line in fit.lines)
    assert len(fit.lines) * 1.1 * fit.size <= height + 1e-6


def all_breaks(count: int, most: int) -> Iterator[list[range]]:
    for lines in range(1, min(count, most) + 1):
        for inner in combinations(range(1, count), lines - 1):
            ends = [0, *inner, count]
            yield [range(a, b) for a, b in pairwise(ends)]


def is_stump(widths: Sequence[float], lines: Sequence[Sequence[int]]) -> bool:
    """Return True if the last line is one word, much shorter than the lines are on average."""
    average = sum(line_width(widths, line) for line in lines) / len(lines)
    return len(lines) > 1 and len(lines[-1]) == 1 and widths[lines[-1][0]] < 0.6 * average


@given(widths=words_of, **boxes)
@example(widths=[2.0, 2.0, 2.0, 2.0, 1.0], width=200, height=300, most=4)
def test_no_lone_short_word_on_the_last_line_where_another_break_is_as_good(
    widths: list[float], width: float, height: float, most: int
) -> None:
    fit = fit_of(widths, width, height, most)
    if not is_stump(widths, fit.lines):
        return

    def size(lines: list[range]) -> float:
        widest = max(line_width(widths, line) for line in lines)
        return min(width / widest, height / (1.1 * len(lines)), 120)

    others = [size(b) for b in all_breaks(len(widths), most) if not is_stump(widths, b)]
    assert max(others, default=0) < 0.75 * fit.size


def test_a_title_of_many_words_is_broken_as_one_of_few() -> None:
    words = [TitlePiece(width=1 + number % 3 / 4, gap=0.25) for number in range(400)]
    fit = fit_title(
        words,
        width=300,
        height=400,
        sizes=Range(low=20, high=90),
        line_height=1,
        most_lines=3,
    )
    assert [piece for line in fit.lines for piece in line] == list(range(400))
    widths = [sum(words[piece].width + 0.25 for piece in line) for line in fit.lines]
    assert max(widths) - min(widths) < 3
