"""`flyers read`: what of a statement goes on paper, and what does not."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from flyers.cli.base import HELP, echo, echo_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flyers.core.findings import Finding
    from flyers.pieces.account import ReadResult

_KNOWN = {
    "given": "as it says itself",
    "site": "as its site says",
    "found": "found in its words; a `lang:` line would say so",
    "assumed": "assumed, for want of words; give it a `lang:` line",
}


@click.command(context_settings=HELP, short_help="Say what of a statement goes on paper.")
@click.argument("statements", nargs=-1, required=True, metavar="STATEMENT...")
@click.option("--strict", is_flag=True, help="Stop at a picture that cannot be used.")
@click.option("--json", is_flag=True, help="Print one JSON object and nothing else.")
def read(statements: tuple[str, ...], strict: bool, json: bool) -> int:
    """Say what of a statement goes on paper, what is left out, and why. Makes nothing.

    \b
    Before a statement is made into flyers (- is standard input):
        flyers read hours.md
        flyers read content/posts/*.md
    """
    from flyers.core.errors import ExitCode, FlyersError, exit_code
    from flyers.core.terminal import failed
    from flyers.pieces.account import ReadRequest, run

    results, failures = [], []
    for name in dict.fromkeys(statements):
        path = None if name == "-" else Path(name)
        text = sys.stdin.buffer.read() if path is None else None
        try:
            result = run(ReadRequest(statement=path, text=text, strict=strict))
        except FlyersError as error:
            failed(error)
            failures.append(error.exit_code)
            continue
        results.append(result)
        if not json:
            echo("\n".join(as_lines(result)))
    if json:
        echo_json({"statements": [result.as_json() for result in results]})
    return exit_code(failures, made=bool(results)) if failures else ExitCode.OK


def as_lines(result: "ReadResult") -> list[str]:
    """Return the account of a statement for a terminal."""
    from flyers.core.terminal import bare, entries, wrapped

    lines = [bare(result.statement.source), *entries(_kept(result)), ""]
    left_out = [note for note in result.statement.notes if note.severity == "note"]
    to_mend = [note for note in result.statement.notes if note.severity != "note"]
    for head, notes in (("to mend", to_mend), ("left out", left_out)):
        if notes:
            lines += [f"  {head}", *_listed(notes), ""]
    if result.left_out:
        lines.append("  left out, and nothing above says why")
        for one in result.left_out:
            place = f"line {one.line}: " if one.line else ""
            lines += wrapped(f"{place}“{one.words}”", "    · ")
        lines.append("")
    return lines


def _listed(notes: "Sequence[Finding]") -> list[str]:
    """Return notes in the order of their lines, those with one remedy together and it below."""
    from flyers.core.terminal import wrapped

    lines: list[str] = []
    for remedy in dict.fromkeys(note.remedy for note in notes):
        alike = [note for note in notes if note.remedy == remedy]
        for note in sorted(alike, key=lambda note: note.line or 0):
            lines += wrapped(f"{note.place}{note.message.rstrip('.')}", f"    {note.marked[0]} ")
        lines += wrapped(remedy, "      ") if remedy else []
    return lines


def _kept(result: "ReadResult") -> list[tuple[str, list[str]]]:
    """Return what is kept as rows of a name and texts."""
    from flyers.core.wording import counted

    statement, words = result.statement, result.tally
    found, event = result.address, result.statement.event
    where = [found.url, found.words, found.doubt] if found else []
    pictures = [
        f"{one.path.name}, {one.width:,} × {one.height:,} pixels" for one in statement.pictures
    ]
    rows = {
        "title": [statement.title],
        "summary": [statement.deck],
        "date": [statement.date.isoformat() if statement.date else ""],
        "by": [", ".join(statement.authors)],
        "language": [f"{statement.language}, {_KNOWN[statement.language_basis]}"],
        "address": where or [result.unaddressed],
        "event": [event.title, event.when, event.where],
        "words": [f"{words.kept:,} of {counted(words.words, 'word')} of its article are set"],
        "pictures": pictures,
    }
    return [(name, texts) for name, texts in rows.items() if any(texts)]
