"""Objects of a PDF that was read, as plain values (ISO 32000-1, 7.3)."""

from collections.abc import Mapping
from io import BytesIO
from typing import Any
from zlib import compress

from flyers.core.boxes import Box
from flyers.core.matrix import Matrix

CHANNELS: Mapping[str, int] = {"DeviceGray": 1, "DeviceRGB": 3, "DeviceCMYK": 4}
"""The number of values of a colour of a device space (8.6.4), by its name without the slash."""


FARTHEST = 1e9
"""Units from the origin within which boxes lie: 350 km."""


def text(value: str) -> Any:
    """Return a text string (7.9.2.2)."""
    from pypdf.generic import TextStringObject

    return TextStringObject(value)


def parsed(spelled: bytes) -> Any:
    """Return the object of its PDF spelling."""
    from pypdf.generic import read_object

    return read_object(BytesIO(spelled), None)


def replace_data(stream: Any, data: bytes) -> None:
    """Give a stream that was read other data, deflated (7.4.4)."""
    from pypdf.generic import NameObject

    stream.pop("/DecodeParms", None)
    stream[NameObject("/Filter")] = NameObject("/FlateDecode")
    stream._data = compress(data)
    stream.decoded_self = None


def followed(value: Any) -> Any:
    """Return the object of an indirect reference, or the value itself."""
    return value.get_object() if hasattr(value, "get_object") else value


def is_true(value: Any) -> bool:
    """Return True for the boolean true (7.3.2): as an object, false would count as true."""
    value = followed(value)
    return bool(getattr(value, "value", value))


def box(rectangle: Any) -> Box:
    """Return the box of a rectangle, whose corners may come in any order (7.9.5). Raises
    ValueError."""
    x1, y1, x2, y2 = map(float, rectangle)
    if not max(map(abs, (x1, y1, x2, y2))) < FARTHEST:  # nor infinite
        raise ValueError("a box lies beyond all paper")
    return Box(left=min(x1, x2), bottom=min(y1, y2), right=max(x1, x2), top=max(y1, y2))


def matrix(numbers: Any) -> Matrix:
    """Return the matrix of an array of six numbers (8.3.4), the identity where there is none."""
    return Matrix(*(float(followed(number)) for number in followed(numbers) or Matrix()))
