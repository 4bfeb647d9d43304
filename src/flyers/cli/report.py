"""Finished pieces as the command line shows them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from flyers.catalogue.imprints import NO_ADVICE, NONE
from flyers.core.findings import MARKS, SEVERITIES, Severity
from flyers.core.terminal import bare, table
from flyers.core.wording import attributed, counted
from flyers.pieces.piece import Piece
from flyers.statements.statement import LanguageBasis

if TYPE_CHECKING:
    from flyers.pieces.ticket import Ticket


def as_table(
    pieces: Sequence[Piece],
    tickets: Sequence["Ticket"] = (),
    *,
    copies: int | None = None,
    verbose: bool = False,
) -> str:
    """Return the table at the end: a block for each statement with a row for each piece, and the
    findings below. With ``copies``, the sheets that they take at home are named too."""
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
                    *_languages(own),
                    *_codes(own),
                    *_proofs(own),
                    *_to_print(own, copies),
                    *_in_turn(own),
                    *_tickets(source, tickets),
                    *(line for line in _remarks(own, verbose) if line not in shared),
                ]
            )
        )
    of_several = [f"{line} ({count} statements)" for line, count in shared.items()]
    return "\n\n".join([*blocks, "\n".join([*of_several, *_imprints(pieces)])])


def _differs(pieces: Sequence[Piece], what: str) -> bool:
    """Return True if pieces differ in a column's value; the format always has a column."""
    return what == "format" or len({getattr(piece, what) for piece in pieces}) > 1


def _up(piece: Piece) -> str:
    """Return the number of pieces that come out of one sheet."""
    return str(piece.spec.sheet.up) if piece.spec.sheet else "–"


def _sides(piece: Piece) -> str:
    """Return the number of sides of paper that a copy is printed on."""
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


def _languages(pieces: Sequence[Piece]) -> list[str]:
    """Return the language of a text that does not say it, neither itself nor by its site."""
    known = {piece.language: piece.language_basis for piece in pieces}
    return [
        f"  language: {language}, {_BASES[basis]}"
        for language, basis in known.items()
        if basis in _BASES
    ]


_BASES: Mapping[LanguageBasis, str] = {
    "found": "found in its words",
    "assumed": "assumed, for its words do not tell; add a `lang:` line",
}


def _codes(pieces: Sequence[Piece]) -> list[str]:
    """Return the addresses of the QR codes, which were read from the pictures of the sheets, each
    with what it rests on."""
    words = {piece.qr.url: piece.qr.page.words for piece in pieces}
    return [f"  QR code: {url} ({why}; read back from every sheet)" for url, why in words.items()]


def _proofs(pieces: Sequence[Piece]) -> list[str]:
    """Return the pictures to be looked at before anything is printed."""
    return [f"  proof: {path}" for piece in pieces for path in piece.proofs]


def _to_print(pieces: Sequence[Piece], copies: int | None) -> list[str]:
    """Return the sheets to print for so many copies of each piece that is printed at home; for a
    shop, the job ticket has the number."""
    if not copies:
        return []
    many = "1 copy" if copies == 1 else f"{copies:,} copies"
    return [
        f"  for {many} print {counted(sheet.sheets(copies, piece.spec.leaves), 'sheet')} of "
        f"{piece.file.name}"
        for piece in pieces
        if (sheet := piece.spec.sheet) and not piece.spec.setup.ticketed
    ]


def _in_turn(pieces: Sequence[Piece]) -> list[str]:
    """Return how fronts and backs that are files of their own are printed. Each piece has a test
    sheet of its own, since formats go back into the printer in different ways."""
    from flyers.imposition.assembly.manual_duplex import feeding_steps

    apart = [[path.name for path in piece.apart] for piece in pieces if piece.apart]
    return [f"  {line}" for names in apart for line in feeding_steps(names)]


def _tickets(statement: str, tickets: Sequence["Ticket"]) -> list[str]:
    """Return the tickets that go to the shop with the files, and what is to be filled in."""
    return [
        f"  job ticket: {one.pdf}"
        + (f" (please fill in: {', '.join(one.missing)})" if one.missing else "")
        for one in tickets
        if one.statement == statement
    ]


def _imprints(pieces: Sequence[Piece]) -> list[str]:
    """Return the law of the pieces' imprint (disclaimer), once for all of them."""
    said = {
        None: "no imprint: [imprint] in flyers.toml adds one",
        NONE: 'no imprint: jurisdiction = "none" in flyers.toml',
    }
    laws = dict.fromkeys(piece.imprint for piece in pieces)
    return [f"{said.get(law, f'imprint: {law}')} ({NO_ADVICE})" for law in laws]


def warned(pieces: Sequence[Piece], shown: Sequence[Severity] = SEVERITIES[:2]) -> list[str]:
    """Return the findings of some pieces as lines, each once, with the pieces that it is about
    unless these are all."""
    marks = {one.sentence: MARKS[one.severity] for piece in pieces for one in piece.findings}
    owners = attributed(
        (
            (piece.layout, piece.format, piece.printer),
            [one.sentence for one in piece.findings if one.severity in shown],
        )
        for piece in pieces
    )
    return [bare(f"  {marks[line]} {owner}{line}") for line, owner in owners.items()]


def _shared(pieces: Sequence[Piece]) -> dict[str, int]:
    """Return the lines that several statements have in common, each with their number."""
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
    return [*lines, f"  · {counted(hidden, 'thing')} of the web page left out; -v lists them"]
