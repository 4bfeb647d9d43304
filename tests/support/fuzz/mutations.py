"""Inputs made of good ones by chance: cut, doubled, spliced, with odd numbers and words."""

import random
import re
from collections.abc import Callable, Sequence

LARGEST = 400_000
"""Bytes of an input."""

NUMBERS = (
    *("0", "-1", "1", "2", "0.00001", "1e9", "-1e9", "99999999999", "9" * 60, "1e400"),
    *("NaN", "inf", "", "0x10", "1/0", "0.1.2"),
)

Mutation = Callable[[random.Random, bytes, Sequence[bytes]], bytes]


def _place(rng: random.Random, data: bytes) -> tuple[int, int]:
    """Return a beginning and an end in the data, near to one another more often than far."""
    start = rng.randrange(len(data) + 1)
    return start, min(len(data), start + int(2 ** rng.uniform(0, 12)))


def _cut(rng: random.Random, data: bytes, words: Sequence[bytes]) -> bytes:
    start, end = _place(rng, data)
    return data[:start] + data[end:]


def _end_early(rng: random.Random, data: bytes, words: Sequence[bytes]) -> bytes:
    return data[: rng.randrange(len(data) + 1)]


def _double(rng: random.Random, data: bytes, words: Sequence[bytes]) -> bytes:
    start, end = _place(rng, data)
    at = rng.randrange(len(data) + 1)
    return data[:at] + data[start:end] + data[at:]


def _repeat(rng: random.Random, data: bytes, words: Sequence[bytes]) -> bytes:
    """Repeat a few bytes or an odd word many times: what takes time by the square shows here."""
    start = rng.randrange(len(data) + 1)
    piece = rng.choice([rng.choice(words), data[start : start + rng.randrange(1, 30)]])
    times = int(2 ** rng.uniform(2, 15))
    return data[:start] + (piece * times)[: LARGEST // 2] + data[start:]


def _word(rng: random.Random, data: bytes, words: Sequence[bytes]) -> bytes:
    start, end = _place(rng, data)
    return data[:start] + rng.choice(words) + data[rng.choice([start, end]) :]


def _number(rng: random.Random, data: bytes, words: Sequence[bytes]) -> bytes:
    found = list(re.finditer(rb"-?\d+(\.\d+)?", data))
    if not found:
        return _word(rng, data, words)
    one = rng.choice(found)
    return data[: one.start()] + rng.choice(NUMBERS).encode() + data[one.end() :]


def _bits(rng: random.Random, data: bytes, words: Sequence[bytes]) -> bytes:
    changed = bytearray(data)
    for _ in range(rng.choice([1, 1, 2, 8, 64])):
        if changed:
            at = rng.randrange(len(changed))
            changed[at] = rng.choice([changed[at] ^ (1 << rng.randrange(8)), rng.randrange(256)])
    return bytes(changed)


def _swap(rng: random.Random, data: bytes, words: Sequence[bytes]) -> bytes:
    """Put the lines in another order."""
    lines = data.split(b"\n")
    first, second = rng.randrange(len(lines)), rng.randrange(len(lines))
    lines[first], lines[second] = lines[second], lines[first]
    return b"\n".join(lines)


MUTATIONS: tuple[Mutation, ...] = (
    *(_cut, _end_early, _double, _repeat, _repeat, _word, _word, _word),
    *(_number, _number, _bits, _swap),
)


def mutated(
    rng: random.Random, data: bytes, others: Sequence[bytes], words: Sequence[bytes]
) -> bytes:
    """Return the data after one to six changes; now and then it ends as another input does."""
    for _ in range(rng.choice([1, 1, 1, 2, 3, 6])):
        data = rng.choice(MUTATIONS)(rng, data, words)[:LARGEST]
    if rng.random() < 0.05:
        other = rng.choice(others)
        data = data[: rng.randrange(len(data) + 1)] + other[rng.randrange(len(other) + 1) :]
    return data
