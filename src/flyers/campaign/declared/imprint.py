"""[imprint]: the fields of each jurisdiction, from its row in the catalogue."""

from flyers.catalogue.imprints import FIELDS, JURISDICTIONS, NONE
from flyers.core.settings import Key, Table, Variant, line, one_of, yes_or_no

LONGEST_FIELD = 120
"""Letters that a field of [imprint] may have: a name, or an address with its street."""

_FIELD = line(LONGEST_FIELD)
_FIELDS = {name: row.fields for name, row in JURISDICTIONS.items()}
# An imprint that is switched off may keep its fields.
_FIELDS[NONE] = tuple(dict.fromkeys(name for fields in _FIELDS.values() for name in fields))


def _field(name: str) -> Key:
    return Key(_FIELD, None, FIELDS[name].purpose, FIELDS[name].example)


IMPRINT = Variant(
    name="jurisdiction",
    by=Key(
        one_of(_FIELDS),
        purpose="The law that the imprint has to satisfy; none prints none.",
        example="us-federal",
    ),
    tables={
        name: Table(
            {
                "union_label": Key(yes_or_no, False, "Whether room is kept for a union label."),
                **{field: _field(field) for field in fields},
            }
        )
        for name, fields in _FIELDS.items()
    },
)
