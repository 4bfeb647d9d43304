"""[imprint]: the fields of each law."""

from flyers.catalogue.imprints import JURISDICTIONS, NONE
from flyers.core.settings import Key, Table, Variant, line, one_of, yes_or_no

LONGEST_FIELD = 120
"""Letters that a field of [imprint] may have: a name, or an address with its street."""

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
