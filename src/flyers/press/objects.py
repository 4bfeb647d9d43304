"""Plain values to PDF objects and back (ISO 32000-1, 7.3)."""

from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from typing import Any

from flyers.press.drawing import numbers
from flyers.sheets import Box


def pdf_object(value: Any) -> Any:
    """A plain value as a PDF object (7.3), and what is one already as it is. A str is a name; text
    is given as ``text``."""
    make = _makers().get(type(value))
    return make(value) if make else value


@cache
def _makers() -> Mapping[type, Callable[[Any], Any]]:
    """How each kind of plain value is made. Looked up once: a long file has many thousands."""
    from pypdf import generic

    class Name(generic.NameObject):
        """Spelled out once for all its places, of which a long file has many thousands as well."""

        renumber = lru_cache(maxsize=1000)(generic.NameObject.renumber)

    return {
        dict: lambda value: generic.DictionaryObject(
            {Name(f"/{key}"): pdf_object(inner) for key, inner in value.items()}
        ),
        list: lambda value: generic.ArrayObject(pdf_object(inner) for inner in value),
        bool: generic.BooleanObject,
        int: generic.NumberObject,
        float: lambda value: generic.FloatObject(numbers(value)),
        str: Name,
        bytes: generic.ByteStringObject,
    }


def text(value: str) -> Any:
    """A text string (7.9.2.2)."""
    from pypdf.generic import TextStringObject

    return TextStringObject(value)


def followed(value: Any) -> Any:
    """What an indirect reference refers to, or the value itself."""
    return value.get_object() if hasattr(value, "get_object") else value


def is_true(value: Any) -> bool:
    """Whether it is the boolean true (7.3.2): as an object, false would count as true."""
    value = followed(value)
    return bool(getattr(value, "value", value))


def box(rectangle: Any) -> Box:
    """A rectangle of the file, whose corners may come in any order (7.9.5)."""
    x1, y1, x2, y2 = (float(number) for number in rectangle)
    return Box(left=min(x1, x2), bottom=min(y1, y2), right=max(x1, x2), top=max(y1, y2))


def edges(box: Box) -> list[float]:
    """The box as a rectangle of the file (7.9.5)."""
    return [float(box.left), float(box.bottom), float(box.right), float(box.top)]
