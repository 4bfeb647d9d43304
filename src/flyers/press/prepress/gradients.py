"""Gradients turned into ink.

ISO 32000-1: 8.7.4.5 (shadings), 7.10.3 and 7.10.4 (exponential and stitching functions). Inks in
even steps between two colours are not the colours between them on a screen. So the gradient is
sampled in RGB, and the inks of the samples are joined by straight lines.
"""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

from flyers.press.prepress.inking import Inker
from flyers.press.read.damage import unprintable
from flyers.press.read.objects import CHANNELS, followed, parsed
from flyers.press.write.drawing import numbers

STEPS = 8
"""Samples between two colours of a gradient."""


def ink_shading(shading: Any, inker: Inker, is_done: Callable[[Any], bool]) -> None:
    """Change a shading in place. Raises PdfError for one of an unknown kind."""
    if is_done(shading):
        return
    space = str(followed(shading["/ColorSpace"])).lstrip("/")
    if space not in CHANNELS or "/Function" not in shading:
        raise unprintable("a gradient of an unknown kind")
    if space == inker.space:
        return
    function = _function(followed(shading["/Function"]), space, inker)
    shading.update(parsed(b"<< /ColorSpace /%s /Function %s >>" % (inker.space.encode(), function)))
    shading.pop("/Background", None)


def _function(function: Any, space: str, inker: Inker) -> bytes:
    kind = int(function["/FunctionType"])
    if kind == 3:
        inner = map(followed, followed(function["/Functions"]))
        parts = [_function(part, space, inker) for part in inner]
        kept = {key: _numbers(function[f"/{key}"]) for key in ("Domain", "Bounds", "Encode")}
        return _stitched(parts, **kept)
    if kind == 2:
        return _steps(function, space, inker)
    raise unprintable("a gradient of an unknown kind")


def _steps(function: Any, space: str, inker: Inker) -> bytes:
    """Return an exponential function as straight lines between the inks of some of its places."""
    start, end = _numbers(function["/C0"]), _numbers(function["/C1"])
    low, high = _numbers(function["/Domain"])
    power = float(function["/N"])
    count = STEPS if start != end else 1
    places = [low + (high - low) * step / count for step in range(count + 1)]
    colours = [
        inker.values(space, [a + place**power * (b - a) for a, b in zip(start, end, strict=True)])
        for place in places
    ]
    lines = [
        b"<< /FunctionType 2 /Domain [0 1] /C0 [%s] /C1 [%s] /N 1 >>" % (_words(one), _words(next))
        for one, next in pairwise(colours)
    ]
    return _stitched(lines, Domain=[low, high], Bounds=places[1:-1], Encode=[0.0, 1.0] * count)


def _stitched(parts: Sequence[bytes], **entries: Sequence[float]) -> bytes:
    kept = b" ".join(b"/%s [%s]" % (key.encode(), _words(of)) for key, of in entries.items())
    return b"<< /FunctionType 3 %s /Functions [%s] >>" % (kept, b" ".join(parts))


def _numbers(values: Any) -> list[float]:
    return [float(value) for value in followed(values)]


def _words(values: Sequence[float]) -> bytes:
    return numbers(*values).encode()
