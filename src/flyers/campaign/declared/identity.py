"""[campaign]: the group's name, logo, contact, languages, colours and fonts."""

from collections.abc import Mapping

from flyers.catalogue.inks import Swatch, swatch
from flyers.core.settings import Key, Plain, Some, Table, line, matching, text


def _colour(value: object) -> Swatch:
    """Read a colour that is written in digits, so that its contrast can be computed."""
    colour = swatch(value)
    if colour.rgb is None:
        raise ValueError('is not a colour; write one like "#b3261e"')
    return colour


_DIGITS = {"type": "string", "pattern": "^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$"}
_SHARE = {"type": "number", "minimum": 0, "maximum": 100}
_COLOUR = Plain(
    "a colour, or { rgb = a colour, cmyk = per cents of four inks }",
    _colour,
    {
        "anyOf": [
            _DIGITS,
            {
                "type": "object",
                "properties": {
                    "rgb": _DIGITS,
                    "cmyk": {"type": "array", "items": _SHARE, "minItems": 4, "maxItems": 4},
                },
                "required": ["rgb", "cmyk"],
                "additionalProperties": False,
            },
        ]
    },
)

PALETTE: Mapping[str, Key] = {
    "accent": Key(
        _COLOUR,
        None,
        "Headings, quotes, addresses: type, so dark enough to be read on white.",
        "#0b5d3b",
    ),
    "plate": Key(
        _COLOUR,
        None,
        "Areas with black or white type on them, so as pale as you like; else as accent.",
        {"rgb": "#f2c230", "cmyk": [0, 20, 90, 0]},
    ),
    "title": Key(_COLOUR, None, "Titles; else nearly black.", "#14213d"),
}

FACES: Mapping[str, Key] = {
    "title": Key(text, None, "The font of titles.", "Anton"),
    "text": Key(text, None, "The font of running text.", "Source Serif 4"),
    "small": Key(text, None, "The font of small type.", "Source Sans 3"),
}

_LANGUAGE = matching(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", "a language", "write one", example='"es"')

CAMPAIGN: Mapping[str, Key] = {
    "name": Key(
        line(60), None, "Your group's name; else the site's address.", "Riverside Neighbours"
    ),
    "logo": Key(text, None, "Your logo: an SVG, PNG or JPEG file.", "logo.svg"),
    "contact": Key(
        Some(line(60)),
        None,
        "Lines on how to reach you, printed where there is room.",
        ["3 Mill Lane, Riverside", "hello@riverside.example"],
    ),
    "languages": Key(
        Some(_LANGUAGE),
        None,
        "Your languages; the first is that of statements that name none.",
        ["en", "es"],
    ),
    "palette": Key(Table(PALETTE), {}, "Two or three colours that dress every layout."),
    "faces": Key(Table(FACES), {}, "Fonts that dress every layout, by family."),
}
