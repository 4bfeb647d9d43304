"""Table of imprints: who answers for a printed piece, in the words that a jurisdiction asks for.

Each jurisdiction is a row of JURISDICTIONS. This is no legal advice: a row has
the words that the tool prints, and the law that they were taken from.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from flyers.core.errors import ImprintError

Fields = Mapping[str, str]
"""Values of [imprint] in flyers.toml, by key."""

NONE = "none"
"""The jurisdiction of pieces without an imprint."""

NO_ADVICE = "flyers gives no legal advice"

LABEL = (72.0, 29.0)
"""Width and height in points of the room for a union label: 1 by 0.4 in."""


@dataclass(frozen=True, kw_only=True)
class Wording:
    """The lines of an imprint, with ``{field}`` for values and ``[...]`` around parts that are left
    out where their field is not given.

    The first of a row's wordings whose ``when`` is true of the fields is printed.
    ``wants`` are fields that the law asks for in some cases only: the user is warned
    of their lack, and the piece is made.
    """

    lines: tuple[str, ...]
    when: Callable[[Fields], bool] = lambda fields: True
    wants: tuple[str, ...] = ()

    @property
    def openings(self) -> tuple[str, ...]:
        """Beginnings of the lines that are always printed, up to the first field in each."""
        return tuple(line.partition("{")[0].strip() for line in self.lines if line[0] != "[")


@dataclass(frozen=True, kw_only=True)
class Jurisdiction:
    """One row: the fields that it needs and may have, its words and their look, and the law.

    ``size`` is the type in points. An imprint stands at the end of every separable
    piece, on its printed side if it has but one, in sans-serif black on white.
    """

    needs: tuple[str, ...]
    may: tuple[str, ...] = ()
    wordings: tuple[Wording, ...]
    language: str = "en"
    size: float = 8
    boxed: bool = False
    centred: bool = False
    source: str

    @property
    def fields(self) -> tuple[str, ...]:
        return (*self.needs, *self.may)


@dataclass(frozen=True, kw_only=True)
class Imprint:
    """An imprint to be set. ``size`` in points; without lines if only room for a union label was
    asked for."""

    jurisdiction: str
    lines: tuple[str, ...]
    language: str = "en"
    size: float = 8
    boxed: bool = False
    centred: bool = False
    label: bool = False
    """True if room for a union label is kept beside it."""
    advice: str = ""
    """A warning of fields that the law asks for and that are not given; else empty."""


@dataclass(frozen=True, kw_only=True)
class Field:
    """A key of [imprint] in flyers.toml: what it is for, and an example."""

    purpose: str
    example: str


FIELDS: Mapping[str, Field] = {
    name: Field(purpose=purpose, example=example)
    for name, purpose, example in (
        ("paid_by", "Who paid for the piece.", "Riverside Neighbours"),
        (
            "authorized_by",
            "Who authorized it, or that no candidate did.",
            "not authorized by any candidate",
        ),
        ("contact", "A street address, telephone number or website.", "riverside.example"),
        ("major_funding", "The committee's largest donors.", "Friends of Mill Lane"),
        ("promoter", "Who has it published.", "Alex Reed"),
        ("on_behalf_of", "For whom, if not for the promoter.", "The Mill Society"),
        ("printer", "Who prints it.", "Marston Print"),
        ("publisher", "Who is responsible for its content.", "Ada Beispiel"),
        ("agent_of", "The candidate or party whose agent authorized it.", "Robin Tremblay"),
        ("agent", "The agent who authorized it.", "Camille Roy"),
        ("agent_title", "The agent's title.", "agente officielle de Robin Tremblay"),
        *(
            (f"{whose}_address", f"The address of `{whose}`.", "7 High Street, Marston")
            for whose in ("promoter", "on_behalf_of", "printer", "publisher", "authorized_by")
        ),
    )
}
"""Every field that a jurisdiction may need, by name."""


def _unauthorized(fields: Fields) -> bool:
    """Return True if the fields declare that no candidate authorized the piece."""
    return bool(re.match(r"\s*(not|un)\W*authori[sz]ed", fields.get("authorized_by", ""), re.I))


def _own(fields: Fields) -> bool:
    return fields["paid_by"].casefold() == fields["authorized_by"].casefold()


JURISDICTIONS: Mapping[str, Jurisdiction] = {
    # 12 pt is the safe harbour on sheets of up to 24 by 36 in.
    "us-federal": Jurisdiction(
        needs=("paid_by", "authorized_by"),
        may=("contact",),
        wordings=(
            Wording(
                when=_unauthorized,
                lines=(
                    "Paid for by {paid_by}[ ({contact})]",
                    "and not authorized by any candidate or candidate’s committee.",
                ),
                wants=("contact",),
            ),
            Wording(when=_own, lines=("Paid for by {paid_by}.",)),
            Wording(lines=("Paid for by {paid_by}", "and authorized by {authorized_by}.")),
        ),
        size=12,
        boxed=True,
        source="11 CFR 110.11(b) and (c)",
    ),
    # The law wants Arial of 10 pt; Source Sans has its height at 10.7.
    "us-ca": Jurisdiction(
        needs=("paid_by",),
        may=("major_funding", "authorized_by"),
        wordings=(
            Wording(
                when=_unauthorized,
                lines=(
                    "Ad paid for by {paid_by}",
                    "[Committee major funding from {major_funding}]",
                    "This advertisement was not authorized by a candidate or a committee "
                    "controlled by a candidate.",
                ),
            ),
            Wording(
                lines=(
                    "Ad paid for by {paid_by}",
                    "[Committee major funding from {major_funding}]",
                    "[Authorized by {authorized_by}]",
                ),
            ),
        ),
        size=11,
        boxed=True,
        centred=True,
        source="California Government Code 84502, 84503, 84504.2 and 84506.5",
    ),
    "uk": Jurisdiction(
        needs=("promoter", "promoter_address", "printer", "printer_address"),
        may=("on_behalf_of", "on_behalf_of_address"),
        wordings=(
            Wording(
                lines=(
                    "Promoted by {promoter}, {promoter_address}"
                    "[, on behalf of {on_behalf_of}][, {on_behalf_of_address}].",
                    "Printed by {printer}, {printer_address}.",
                ),
            ),
        ),
        source="Political Parties, Elections and Referendums Act 2000, section 143",
    ),
    "de": Jurisdiction(
        needs=("publisher", "publisher_address", "printer", "printer_address"),
        wordings=(
            Wording(
                lines=(
                    "V.i.S.d.P.: {publisher}, {publisher_address}",
                    "Druck: {printer}, {printer_address}",
                ),
            ),
        ),
        language="de",
        source="Landespressegesetze, in den meisten Ländern § 8 (Impressum)",
    ),
    "ca": Jurisdiction(
        needs=("agent_of",),
        wordings=(Wording(lines=("Authorized by the official agent of {agent_of}.",)),),
        source="Canada Elections Act, section 320",
    ),
    "ca-qc": Jurisdiction(
        needs=("agent", "agent_title", "printer"),
        may=("printer_address",),
        wordings=(
            Wording(
                lines=(
                    "Autorisé par {agent}, {agent_title}.",
                    "Imprimé par {printer}[, {printer_address}].",
                ),
            ),
        ),
        language="fr",
        source="Loi électorale (RLRQ, chapitre E-3.3), article 421",
    ),
    "au": Jurisdiction(
        needs=("authorized_by", "authorized_by_address", "printer", "printer_address"),
        wordings=(
            Wording(
                lines=(
                    "Authorised by {authorized_by}, {authorized_by_address}.",
                    "Printed by {printer}, {printer_address}.",
                ),
            ),
        ),
        source="Commonwealth Electoral Act 1918, section 321D",
    ),
}


def imprint_of(jurisdiction: str, fields: Fields, *, label: bool = False) -> Imprint | None:
    """Return the imprint in the jurisdiction's words; None if nothing is printed or kept free.

    Raises ImprintError with the fields that are missing.
    """
    if jurisdiction == NONE:
        return Imprint(jurisdiction=NONE, lines=(), label=True) if label else None
    row = JURISDICTIONS[jurisdiction]
    if missing := [name for name in row.needs if not fields.get(name)]:
        raise ImprintError(
            f"The imprint for {jurisdiction} lacks {_and(missing)}; "
            f"add {'it' if len(missing) == 1 else 'them'} to [imprint] in flyers.toml."
        )
    wording = next(one for one in row.wordings if one.when(fields))
    lines = (_filled(line, fields) for line in wording.lines)
    wanted = [name for name in wording.wants if not fields.get(name)]
    return Imprint(
        jurisdiction=jurisdiction,
        lines=tuple(line for line in lines if line),
        language=row.language,
        size=row.size,
        boxed=row.boxed,
        centred=row.centred,
        label=label,
        advice=f"the imprint has no {_and(wanted)}, which {row.source} asks for" if wanted else "",
    )


def _filled(line: str, fields: Fields) -> str:
    """Return the line with its fields filled in, without the brackets that lack one."""

    def optional(part: re.Match[str]) -> str:
        names = re.findall(r"{(\w+)}", part[1])
        return part[1] if all(fields.get(name) for name in names) else ""

    text = re.sub(r"\[(.*?)\]", optional, line)
    # A name that ends in a full stop, such as "Inc.", takes no second one.
    return re.sub(
        r"{(\w+)}(\.?$)?",
        lambda part: fields[part[1]].removesuffix("." if part[2] else "") + (part[2] or ""),
        text,
    )


def _and(names: list[str]) -> str:
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last
