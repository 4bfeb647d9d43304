"""Finished pieces as the command line shows them."""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from flyers.catalogue.imprints import NO_ADVICE, NONE
from flyers.core.findings import SEVERITIES, Severity
from flyers.core.terminal import bare, table
from flyers.pieces.piece import Piece

if TYPE_CHECKING:
    from flyers.pieces.ticket import Ticket


def as_table(
    pieces: Sequence[Piece], tickets: Sequence["Ticket"] = (), *, verbose: bool = False
) -> str:
    """The table at the end: one block a statement, one row a piece, then what to know."""
    blocks = []
    shared = _shared(pieces)
    for source in dict.fromkeys(piece.statement for piece in pieces):
        own = [piece for piece in pieces if piece.statement == source]
        head = [what for what in ("layout", "format", "printer") if _differs(own, what)]
        pressed = any(piece.spec.sheet and piece.spec.sheet.press for piece in own)
        up = ["on a sheet"] if pressed else []
        rows = [[*head, "sheets", "sides", *up, "type", "page", "text", "file"]]
        folders = list(dict.fromkeys(piece.file.parent for piece in own))
        for piece in own:
            rows.append(
                [
                    *(getattr(piece, what) for what in head),
                    str(piece.sheets or "–"),
                    _sides(piece),
                    *(_up(piece) for _ in up),
                    _type(piece),
                    _full(piece),
                    _text(piece),
                    piece.file.name if len(folders) == 1 else str(piece.file),
                ]
            )
        blocks.append(
            "\n".join(
                [
                    bare(own[0].title),
                    *table(rows),
                    *(f"  folder: {folder}" for folder in folders if len(folders) == 1),
                    *_codes(own),
                    *_proofs(own),
                    *_in_turn(own),
                    *_tickets(source, tickets),
                    *(line for line in _remarks(own, verbose) if line not in shared),
                ]
            )
        )
    of_several = [f"{line} ({count} statements)" for line, count in shared.items()]
    return "\n\n".join([*blocks, "\n".join([*of_several, *_imprints(pieces)])])


def _differs(pieces: Sequence[Piece], what: str) -> bool:
    """Whether a column is needed to tell pieces apart; that of the format always is there."""
    return what == "format" or len({getattr(piece, what) for piece in pieces}) > 1


def _up(piece: Piece) -> str:
    """How many of it come out of one sheet."""
    return str(piece.spec.sheet.up) if piece.spec.sheet else "–"


def _sides(piece: Piece) -> str:
    """How many sides of paper a copy is printed on."""
    if not piece.sheets:
        return "–"
    return str(sum(2 if face == "both" else 1 for face in piece.spec.faces))


def _type(piece: Piece) -> str:
    fit = piece.fit
    return f"{fit.type_size:g}/{fit.leading:.3g} pt"


def _full(piece: Piece) -> str:
    return "room left" if piece.fit.capped else f"{piece.fit.fill:.0%} full"


def _text(piece: Piece) -> str:
    fit = piece.fit
    return f"{fit.words_set} of {fit.words} words" if fit.excerpt else f"all {fit.words} words"


def _codes(pieces: Sequence[Piece]) -> list[str]:
    """The QR code's address, and that it was read from the picture of the sheet."""
    return [
        f"  QR code: {url} (read back from every sheet)"
        for url in dict.fromkeys(piece.qr.url for piece in pieces)
    ]


def _proofs(pieces: Sequence[Piece]) -> list[str]:
    """The pictures to be looked at before anything is printed."""
    return [f"  proof: {path}" for piece in pieces for path in piece.proofs]


def _in_turn(pieces: Sequence[Piece]) -> list[str]:
    """How to print what has fronts and backs apart, each by its own files: its test sheet tells
    how its own stack goes back."""
    from flyers.imposition.assembly.manual_duplex import feeding_steps

    apart = [[path.name for path in piece.apart] for piece in pieces if piece.apart]
    return [f"  {line}" for names in apart for line in feeding_steps(names)]


def _tickets(statement: str, tickets: Sequence["Ticket"]) -> list[str]:
    """What goes to the shop with the files, and what is to be written on it."""
    return [
        f"  job ticket: {one.pdf}"
        + (f" (please fill in: {', '.join(one.missing)})" if one.missing else "")
        for one in tickets
        if one.statement == statement
    ]


def _imprints(pieces: Sequence[Piece]) -> list[str]:
    """In whose words the pieces have an imprint, once for all of them."""
    said = {
        None: "no imprint: [imprint] in flyers.toml",
        NONE: 'no imprint: jurisdiction = "none" in flyers.toml',
    }
    laws = dict.fromkeys(piece.imprint for piece in pieces)
    return [f"{said.get(law, f'imprint: {law}')} ({NO_ADVICE})" for law in laws]


def warned(pieces: Sequence[Piece], shown: Sequence[Severity] = SEVERITIES[:2]) -> list[str]:
    """What there is to know of them, each thing once."""
    findings = [one for piece in pieces for one in piece.findings if one.severity in shown]
    return list(dict.fromkeys(bare(f"  {one.marked}") for one in findings))


def _shared(pieces: Sequence[Piece]) -> dict[str, int]:
    """Lines that go for several statements, and for how many: they are said once for all."""
    counts: Counter[str] = Counter()
    for source in {piece.statement for piece in pieces}:
        counts.update(warned([piece for piece in pieces if piece.statement == source]))
    return {line: count for line, count in sorted(counts.items()) if count > 1}


def _remarks(pieces: Sequence[Piece], verbose: bool) -> list[str]:
    shown = SEVERITIES if verbose else SEVERITIES[:2]
    remarks = [remark for piece in pieces for remark in piece.findings]
    lines = warned(pieces, shown)
    hidden = len({remark.message for remark in remarks if remark.severity not in shown})
    if not hidden:
        return lines
    things = "1 thing" if hidden == 1 else f"{hidden} things"
    return [*lines, f"  · {things} of the web page left out; -v says what"]
