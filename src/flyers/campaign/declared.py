"""flyers.toml, declared: its sections, their keys, what each holds and what it is for.

Everything that knows of a key has it from here: the reading, its errors, the
JSON Schema, ``flyers config``, the file that ``flyers init`` writes, the docs.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from flyers.addresses import PERMALINK
from flyers.formats import DEFAULT_FORMATS, FORMATS
from flyers.impose.options import DUPLEXES
from flyers.imprint import JURISDICTIONS, NONE
from flyers.inks import Swatch, swatch
from flyers.profiles import KEYS as PRINTER
from flyers.readymade import READY
from flyers.statements.printbutton import FORMS as BUTTONS
from flyers.tables import (
    Key,
    Kind,
    Named,
    Plain,
    Some,
    Table,
    Variant,
    date_or_words,
    line,
    matching,
    one_of,
    text,
    whole,
    yes_or_no,
)

LONGEST_FIELD = 120
"""Letters that a field of [imprint] may have: a name, or an address with its street."""

MOST_COPIES = 10_000_000

NAME = matching(r"[a-z0-9][a-z0-9-]{0,39}", "a name", "write lower-case letters, digits, hyphens")
"""Of what becomes part of file names and addresses."""

TRACKING = {
    "none": "the code leads to the page alone",
    "utm": "utm_medium=print, with event, layout and format, behind the page's address",
    "path": "the rule of `path` behind the page's address, for the site to count and redirect",
}

TOLD_APART = ("event", "layout", "format")
"""What the rule of [qr] path may have."""


# ---- [site], [build], [qr] -----------------------------------------------------------------

_ADDRESS = matching(
    r"\s*[Hh][Tt][Tt][Pp][Ss]?://\S+\s*",
    "a web address",
    "write it whole,",
    example="https://example.org",
)
_RULE = matching(r"\S+", "a rule", "write one without spaces,", example='"/statements/:slug/"')

SITE: Mapping[str, Key] = {
    "address": Key(_ADDRESS, None, "Where the site is.", "https://example.org"),
    "content": Key(
        text, None, "The folder that the site's statements are written in.", "content/statements"
    ),
    "static": Key(text, None, "The folder where pictures like /img/map.png are.", "static"),
    "permalink": Key(_RULE, PERMALINK, "Where a statement's page is, in Hugo's tokens."),
    "short": Key(
        _RULE, None, "A shorter way to the page that the site redirects from.", "/s/:slug"
    ),
}

BUILD: Mapping[str, Key] = {
    "statements": Key(
        Some(text),
        None,
        "What `flyers build` makes pieces of; else all of the content folder.",
        ["content/statements/*.md"],
    ),
    "held_back": Key(
        yes_or_no, False, "Whether `flyers build` makes what the site holds back, drafts say."
    ),
    "layouts": Key(Some(text), ["statement"], "The layouts, unless others are asked for."),
    "formats": Key(
        Some(one_of(FORMATS)), list(DEFAULT_FORMATS), "The formats, unless others are asked for."
    ),
    "printers": Key(Some(text), ["home"], "The printers, unless others are asked for."),
    "out": Key(text, "out", "The folder for what is made."),
}

_FILE = matching(
    r"(?!.*\.\.)\S+\.pdf", "a rule for a PDF", "write one,", example='"/pdfs/:slug-:format.pdf"'
)

PUBLISH: Mapping[str, Key] = {
    "layouts": Key(Some(text), ["statement"], "The layouts that the site offers."),
    "formats": Key(Some(one_of(FORMATS)), ["letter"], "The formats that it offers."),
    "printers": Key(Some(text), ["web"], "The printers that they are made for."),
    "path": Key(
        _FILE,
        "/pdfs/statements/:slug-:format.pdf",
        "Where a file is below `static`, in Hugo's tokens and :layout, :format, :printer.",
    ),
    "button": Key(
        one_of(BUTTONS),
        "markdown",
        "How a page's button is written: a link, or a shortcode, include or tag `print`.",
    ),
    "label": Key(
        line(60),
        None,
        "What the button says; else that, in the statement's language.",
        "Print and distribute",
    ),
}

QR: Mapping[str, Key] = {
    "address": Key(
        one_of(("page", "short")),
        None,
        "What the code leads to; short where [site] has a short way, else page.",
        "page",
    ),
    "tracking": Key(
        one_of(TRACKING), "none", "How the site can tell which flyer was read, if at all."
    ),
    "path": Key(
        _RULE,
        "/:event/:layout/:format",
        'What tracking = "path" puts behind the address.',
    ),
}

# ---- [campaign], [imprint] -----------------------------------------------------------------


def _colour(value: object) -> Swatch:
    """A colour whose contrast can be computed: given by its digits."""
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
        "Headings, quotes, addresses: text, so dark enough to be read.",
        "#0b5d3b",
    ),
    "plate": Key(
        _COLOUR,
        None,
        "Areas with type on them, in black or white; else as accent.",
        {"rgb": "#f2c230", "cmyk": [0, 20, 90, 0]},
    ),
    "title": Key(_COLOUR, None, "Titles; else nearly black.", "#14213d"),
}

FACES: Mapping[str, Key] = {
    "title": Key(text, None, "The titles' face.", "Anton"),
    "text": Key(text, None, "The running text's.", "Source Serif 4"),
    "small": Key(text, None, "That of all that is small.", "Source Sans 3"),
}

_LANGUAGE = matching(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", "a language", "write one", example='"es"')

CAMPAIGN: Mapping[str, Key] = {
    "name": Key(line(60), None, "Who speaks; else the site's address.", "Riverside Neighbours"),
    "logo": Key(text, None, "An SVG or PNG file.", "logo.svg"),
    "contact": Key(
        Some(line(60)),
        None,
        "Lines on how to reach you, printed where there is room.",
        ["3 Mill Lane, Riverside", "hello@riverside.example"],
    ),
    "languages": Key(
        Some(
            matching(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", "a language", "write one", example='"es"')
        ),
        None,
        "The first is that of statements that do not say theirs.",
        ["en", "es"],
    ),
    "palette": Key(Table(PALETTE), {}, "Two or three colours that dress every layout."),
    "faces": Key(Table(FACES), {}, "Faces of the fonts there are."),
}

_WHO = {
    "paid_by": ("Who paid for it.", "Riverside Neighbours"),
    "authorized_by": (
        "Who authorized it, or that no candidate did.",
        "not authorized by any candidate",
    ),
    "contact": ("A street address, telephone number or website.", "riverside.example"),
    "major_funding": ("Who gave the committee most.", "Friends of Mill Lane"),
    "promoter": ("Who has it published.", "Alex Reed"),
    "on_behalf_of": ("For whom, if not for the promoter.", "The Mill Society"),
    "printer": ("Who prints it.", "Marston Print"),
    "publisher": ("Who answers for what it says.", "Ada Beispiel"),
    "agent_of": ("The candidate or party whose agent authorized it.", "Robin Tremblay"),
    "agent": ("The agent who authorized it.", "Camille Roy"),
    "agent_title": ("The agent's title.", "agente officielle de Robin Tremblay"),
}
"""By field of an imprint: what it is for, and an example."""

_FIELD = line(LONGEST_FIELD)
_FIELDS = {name: row.fields for name, row in JURISDICTIONS.items()}
# Whoever switches it off may leave the fields as they are.
_FIELDS[NONE] = tuple(dict.fromkeys(name for fields in _FIELDS.values() for name in fields))


def _field(name: str) -> Key:
    whose = name.removesuffix("_address")
    purpose, example = _WHO.get(name, (f"The address of `{whose}`.", "7 High Street, Marston"))
    return Key(_FIELD, None, purpose, example)


IMPRINT = Variant(
    name="jurisdiction",
    by=Key(one_of(_FIELDS), purpose="Under whose law pieces are printed.", example="us-federal"),
    tables={
        name: Table(
            {
                "union_label": Key(
                    yes_or_no, False, "Whether a place is kept free for a union's label."
                ),
                **{field: _field(field) for field in fields},
            }
        )
        for name, fields in _FIELDS.items()
    },
)

# ---- [printers.*], [sheets.*], [events.*] --------------------------------------------------

_PRESS = {
    "sheet": "sra3",
    "margins": "8mm",
    "bleed": "3mm",
    "safe": "5mm",
    "marks": ["crop"],
    "tac": 280,
    "pdf": "x-1a",
    "icc": "icc/house.icc",
}
"""What a print shop may ask for."""

PRINTERS = Table(
    {
        "extends": Key(text, purpose="The printer it is like.", example="shop"),
        **{key: replace(row, example=_PRESS.get(key)) for key, row in PRINTER.items()},
    },
    'add {key} = "{example}"',
)


def _spoken(value: Any) -> Any:
    """Words as the command line takes them. A bare 0 is a length."""
    if not isinstance(value, str) and not (value == 0 and value is not False):
        raise ValueError("has to be a text in quotation marks")
    return value


def _spoken_marks(value: Any) -> Any:
    for one in value if isinstance(value, list) else [value]:
        _spoken(one)
    return value


_WORD_SHAPE = {"anyOf": [{"type": "string"}, {"const": 0}]}
_WORD = Plain("a text", _spoken, _WORD_SHAPE)
_MARKS = Plain(
    "a text, or a list of them",
    _spoken_marks,
    {"anyOf": [*_WORD_SHAPE["anyOf"], {"type": "array", "items": _WORD_SHAPE}]},
)

SHEET = Table(
    {
        "size": Key(_WORD, purpose="The paper: a name or a size.", example="12x18"),
        "margins": Key(_WORD, None, "What the press leaves white: one length, or four.", "5mm"),
        "bleed": Key(_WORD, None, "How far ink runs over the trim.", "1/8in"),
        "gutter": Key(_WORD, None, "Room between neighbours.", "1/4in"),
        "marks": Key(_MARKS, None, "Marks around the trim.", ["crop", "fold"]),
        "duplex": Key(one_of(DUPLEXES), None, "How the sheet comes to its back.", "work-and-turn"),
        "up": Key(_WORD, None, "Columns x rows; else as many as fit.", "2x2"),
        "order": Key(one_of(("across", "down")), None, "Which way pages run.", "across"),
        "stock": Key(one_of(("text", "cover")), None, "The paper's weight, for folds.", "text"),
        "allowance": Key(_WORD, None, "How much narrower a folded-in panel is.", "1/16in"),
        "creep": Key(_WORD, None, "The paper's thickness, for booklets.", "0.1mm"),
        "fit": Key(yes_or_no, None, "Whether pages of another size are scaled.", True),
        "center": Key(yes_or_no, None, "Whether pages of another size are centred.", True),
        "binding": Key(one_of(("left", "right")), None, "Where the spine is.", "left"),
        "grain": Key(yes_or_no, None, "Whether pieces all lie along the grain.", True),
        "overlap": Key(_WORD, None, "What neighbouring sheets of a poster share.", "10mm"),
    },
    'add one like {key} = "{example}"',
)

USE = Table(
    {
        "layout": Key(text, "statement", "The layout."),
        "format": Key(one_of(FORMATS), purpose="The format.", example="letter"),
        "copies": Key(whole(1, MOST_COPIES), None, "How many; else as the kit reckons.", 500),
        "printer": Key(text, None, "The printer; else the first of [build].", "home"),
        "sheet": Key(text, None, "A press sheet to fill.", "12x18"),
    },
    'add one like {key} = "{example}"',
)

EVENT = Table(
    {
        "title": Key(line(LONGEST_FIELD), None, "What it is.", "Rally for Sunday hours"),
        "when": Key(date_or_words, None, "When it begins.", "2027-10-04T14:00:00"),
        "until": Key(date_or_words, None, "When it ends.", "2027-10-04T16:00:00"),
        "where": Key(line(LONGEST_FIELD), None, "The place.", "Maple Street Library"),
        "kit": Key(one_of(READY), None, "A ready-made list of uses to start from.", "rally"),
        "volunteers": Key(whole(1, 100_000), None, "How many hand pieces out.", 25),
        "use": Key(
            Some(USE),
            None,
            "What is made for it, one table each.",
            [{"layout": "headline", "format": "letter", "copies": 40, "printer": "home-bw"}],
        ),
    }
)

# ---- the whole file ------------------------------------------------------------------------

FILE = Table(
    {
        "site": Key(Table(SITE), {}, "The website that the statements are published on."),
        "build": Key(Table(BUILD), {}, "What is made where nothing else is asked for."),
        "campaign": Key(Table(CAMPAIGN), {}, "Who speaks, and how that looks."),
        "imprint": Key(IMPRINT, None, "Who answers for a piece, as the law wants it said."),
        "publish": Key(Table(PUBLISH), {}, "The files that the site offers to print."),
        "qr": Key(Table(QR), {}, "What the codes lead to."),
        "printers": Key(Named(PRINTERS, NAME), {}, "Printers of your own."),
        "sheets": Key(Named(SHEET, text), {}, "Press sheets that have a name."),
        "events": Key(Named(EVENT, NAME), {}, "Events, and what is handed out at each."),
    }
)
"""Everything that flyers.toml may hold."""


def keys_of(kind: Kind) -> Mapping[str, Key]:
    """All that a section may have: of every name, and of every variant."""
    if isinstance(kind, Named):
        return keys_of(kind.each)
    if isinstance(kind, Variant):
        keys = {kind.name: kind.by}
        for table in kind.tables.values():
            keys |= table.keys
        return keys
    assert isinstance(kind, Table)
    return kind.keys


def home_of(key: object) -> str:
    """The sections that have a key, as a file calls them; empty where none has."""
    homes = (
        f"[{name}{'.NAME' if isinstance(row.kind, Named) else ''}]"
        for name, row in FILE.keys.items()
        if key in keys_of(row.kind)
    )
    return " or ".join(homes)
