"""What the command line says: the progress line, the table or JSON, the exit code."""

import json
import shutil
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from flyers.catalogue.imprints import NO_ADVICE, NONE
from flyers.core.errors import ExitCode, FlyersError, exit_code
from flyers.core.findings import SEVERITIES, Severity
from flyers.core.terminal import bare, columns, dumb, say, table
from flyers.pieces.batch import Outcome
from flyers.pieces.piece import Job, Piece

if TYPE_CHECKING:
    from flyers.pieces.ticket import Ticket

BAR = 20
"""Letters that the bar of the progress is long."""


class Progress:
    """One line on the terminal that says how far the work is; nothing where there is none."""

    def __init__(self, total: int, *, shown: bool) -> None:
        self._total = total
        self._done = 0
        self._shown = shown and sys.stderr.isatty() and not dumb()
        self._said: set[str] = set()

    def __enter__(self) -> "Progress":
        self._write(f"Making {self._total} piece{'s' if self._total > 1 else ''} …")
        return self

    def __exit__(self, *_: object) -> None:
        self._write("")

    def finished(self, job: Job) -> None:
        """Say that another job is done."""
        self._done += 1
        name = Path(job.called).name
        full = round(BAR * self._done / self._total)
        bar = f"{'━' * full}{'─' * (BAR - full)}"
        self._write(f"{bar} {self._done}/{self._total} {name}: {job.layout}, {job.format}")

    def failed(self, error: FlyersError) -> None:
        """Take the line away and say the error; once, however many jobs it stops."""
        if str(error) not in self._said:
            self._said.add(str(error))
            self._write("")
            say(str(error))

    def _write(self, line: str) -> None:
        if self._shown:
            width = shutil.get_terminal_size().columns - 1
            sys.stderr.write(f"\r\x1b[K{bare(line)[:width]}")
            sys.stderr.flush()


def code_of(outcomes: Sequence[Outcome]) -> ExitCode:
    """Return the exit code of a run with these outcomes."""
    failed = [outcome.error.exit_code for outcome in outcomes if outcome.error]
    return exit_code(failed, made=len(failed) < len(outcomes))


def as_json(
    outcomes: Sequence[Outcome],
    tickets: Sequence["Ticket"],
    refused: FlyersError | None,
    seconds: float,
) -> str:
    """What was made and what failed; ``refused`` stopped all jobs before or between them."""
    errors = [_error(one.error, one.job, one.unread) for one in outcomes if one.error]
    if refused:
        errors.append(_error(refused))
    answer = {
        "pieces": [one.piece.as_json() for one in outcomes if one.piece],
        "tickets": [{"pdf": str(one.pdf), "json": str(one.json)} for one in tickets],
        "errors": errors,
        "seconds": round(seconds, 3),
    }
    return json.dumps(answer, ensure_ascii=False, indent=2)


def _error(error: FlyersError, job: Job | None = None, unread: bool = False) -> dict[str, Any]:
    """None stands for all: all statements, or all layouts and formats of the one."""
    piece = None if unread else job
    return {
        "statement": job and job.source,
        "layout": piece and piece.layout,
        "format": piece and piece.format,
        "message": str(error),
        "exit_code": int(error.exit_code),
    }


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
    from flyers.imposition.assembly.manual_duplex import in_turn

    apart = [[path.name for path in piece.apart] for piece in pieces if piece.apart]
    return [f"  {line}" for names in apart for line in in_turn(names)]


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


def as_list(rows: Sequence[tuple[str, str]], *, marked: Sequence[str]) -> str:
    """Names and what they are for; a star marks what is made when nothing is asked for."""
    lines = columns(
        [[f"{bare(name)}{' *' if name in marked else ''}", bare(text)] for name, text in rows]
    )
    return "\n".join([*lines, "", "  * when you ask for nothing else"])
