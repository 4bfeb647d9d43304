"""`flyers impose`: the pages of any PDF put on sheets."""

import gc
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from flyers.cli.base import HELP, echo
from flyers.cli.completion import completed

if TYPE_CHECKING:
    from flyers.core.sheets import Sheet
    from flyers.imposition.run import ImposeResult

LENGTH = "LENGTH"
"""Stands for 3mm, 1/8in or 9pt in the help."""


class SchemeOption(click.Option):
    """An option that some schemes read; ``{schemes}`` and ``{folds}`` in its help are names."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Fill the names in; the table of schemes is read for the help alone."""
        from flyers.imposition.schemes.fold import FOLDS
        from flyers.imposition.schemes.table import DEFAULT, readers_of, with_synonyms

        of_all = self.name == "scheme"
        names = with_synonyms() if of_all else readers_of(self.name or "")
        record = super().get_help_record(ctx)
        return record and (
            record[0],
            record[1].format(schemes=", ".join(names), default=DEFAULT, folds=", ".join(FOLDS)),
        )


@click.command(context_settings=HELP, short_help="Put the pages of PDFs on sheets.")
@click.argument("inputs", nargs=-1, required=True, metavar="IN.pdf[:N]...")
@click.option("-o", "--out", metavar="OUT.pdf", help="The file to write; - is standard output.")
@click.option(
    "-s",
    "--scheme",
    cls=SchemeOption,
    metavar="NAME",
    shell_complete=completed("scheme"),
    help="How pages are placed on sheets: {schemes}; see docs/imposition.md.  [default: {default}]",
)
@click.option(
    "--sheet",
    metavar="SIZE",
    shell_complete=completed("sheet"),
    help="The paper: a name (see `flyers papers`), 12x18 (inches), 320x450mm, or a preset of "
    "flyers.toml.  [default: letter]",
)
@click.option(
    "--up",
    metavar="CxR",
    help="Columns and rows of pages on a sheet, or of copies of a folded thing such as a booklet.  "
    "[default: as many as fit; of a folded thing, one]",
)
@click.option(
    "--duplex",
    metavar="HOW",
    shell_complete=completed("duplex"),
    help="How the back is printed: none, long or short (edge), sheetwise, work-and-turn, "
    "work-and-tumble, perfecting, or in quotes as your print shop says it.  [default: sheetwise, "
    "or none, by the scheme]",
)
@click.option(
    "--bleed", metavar=LENGTH, help="How far ink runs over the trim: 3mm, 1/8in.  [default: 0]"
)
@click.option(
    "--gutter", metavar=LENGTH, help="Space between pieces; give it twice the bleed.  [default: 0]"
)
@click.option(
    "--margins",
    metavar=LENGTH,
    help="Edges that the printer cannot print on, gripper included: one length, or "
    "top,right,bottom,left.  [default: 0]",
)
@click.option(
    "--marks",
    metavar="KINDS",
    help="none, all, or some of cut, crop, fold, registration, bar (colours), collation and slug "
    "(job, sheet and side), between commas.  [default: by the scheme]",
)
@click.option("--fit", is_flag=True, default=None, help="Scale pages to the space they have.")
@click.option(
    "--center", is_flag=True, default=None, help="Centre pages of other sizes without scaling."
)
@click.option(
    "--order",
    cls=SchemeOption,
    type=click.Choice(["across", "down"]),
    help="{schemes}: pages run along rows, or down columns.  [default: across]",
)
@click.option(
    "--binding",
    type=click.Choice(["left", "right"]),
    help="Edge of the spine; right for Arabic and Hebrew.  [default: left]",
)
@click.option(
    "--back-cover",
    cls=SchemeOption,
    is_flag=True,
    help="{schemes}: keep the last page on the back, with blanks before it.",
)
@click.option(
    "--creep",
    cls=SchemeOption,
    metavar=LENGTH,
    help="{schemes}: the paper's thickness, 0.1mm: inner pages stick out, so they are moved to the "
    "spine (push-out, shingling).",
)
@click.option(
    "--sheets-per-signature",
    cls=SchemeOption,
    metavar="N",
    type=click.IntRange(1, 100),
    help="{schemes}: sheets folded together.  [default: all]",
)
@click.option(
    "--pages-per-signature",
    cls=SchemeOption,
    metavar="N",
    type=click.IntRange(4, 32),
    help="{schemes}: pages folded together: 4, 8, 16 or 32.  [default: 16]",
)
@click.option(
    "--fold",
    cls=SchemeOption,
    metavar="NAME",
    shell_complete=completed("fold"),
    help="{schemes}: {folds}.  [default: letter]",
)
@click.option(
    "--stock",
    cls=SchemeOption,
    type=click.Choice(["text", "cover"]),
    help="{schemes}: thin paper, or card.  [default: text]",
)
@click.option(
    "--allowance",
    cls=SchemeOption,
    metavar=LENGTH,
    help="{schemes}: how much narrower a folded-in panel is.  [default: by the stock]",
)
@click.option(
    "--grain",
    cls=SchemeOption,
    is_flag=True,
    default=None,
    help="{schemes}: turn no piece on its side, against the grain of the paper.",
)
@click.option(
    "--overlap",
    cls=SchemeOption,
    metavar=LENGTH,
    help="{schemes}: how far sheets overlap, for glue.  [default: 10mm]",
)
@click.option(
    "--box",
    type=click.Choice(["trim", "crop", "bleed", "media"]),
    default="trim",
    show_default=True,
    help="The page box that is the finished size.",
)
@click.option("--job", help="The job's name in the slug.  [default: the first file's name]")
@click.option("--date", help="The date in the slug.")
@click.option(
    "--manual-duplex",
    is_flag=True,
    help="Write fronts and backs as two files, and a test sheet, for a printer that cannot turn "
    "sheets over.",
)
@click.option(
    "--preview", is_flag=True, help="Write a picture (PNG) of every side beside the file."
)
@click.option("-n", "--dry-run", is_flag=True, help="Print the plan and write nothing.")
@click.option("-q", "--quiet", is_flag=True, help="Print errors only.")
def impose(
    inputs: tuple[str, ...],
    out: str | None,
    scheme: str | None,
    box: Any,
    manual_duplex: bool,
    preview: bool,
    dry_run: bool,
    quiet: bool,
    **options: Any,
) -> None:
    """Put the pages of PDFs on sheets (- is standard input; card.pdf:250 means 250 copies).

    \b
    A booklet, cards in different quantities, and a plan before anything is printed:
        flyers impose zine.pdf -o booklet.pdf --scheme booklet
        flyers impose a.pdf:250 b.pdf:1000 -o run.pdf -s gang --sheet 12x18 --gutter 6mm
        flyers impose zine.pdf --scheme perfect --sheet sra2 --dry-run
    """
    from flyers.core.errors import OptionError
    from flyers.imposition.plan_in_words import described
    from flyers.imposition.run import ImposeRequest, run
    from flyers.imposition.schemes.table import DEFAULT

    if not (out or dry_run):
        raise OptionError(
            "No file is named for the sheets; name one with -o, or print the plan with -n."
        )
    # What is read of a PDF lives until its sheets are written: looking for cycles finds none.
    gc.disable()
    result = run(
        ImposeRequest(
            inputs=inputs,
            out=None if dry_run else out,
            scheme=scheme or DEFAULT,
            box=box,
            manual_duplex=manual_duplex,
            preview=preview,
            options=options,
        )
    )
    if dry_run:
        echo(described(result.imposition, title=result.scheme.name, unit=result.unit))
    elif result.files and not quiet:
        echo("\n".join(_summary(result)))
    gc.freeze()  # nor does looking for them once more at the end


def _summary(result: "ImposeResult") -> Iterator[str]:
    """Yield what was made in a line, and below it the files, how to print them, and the notes."""
    from flyers.catalogue.papers import size
    from flyers.core.wording import counted
    from flyers.imposition.assembly.manual_duplex import feeding_steps

    sheets = result.imposition.sheets
    first = sheets[0]
    papers = sum(sheet.copies for sheet in sheets)
    turned = f", turn on the {first.flip} edge" if any(sheet.back for sheet in sheets) else ""
    alike = "all alike" if len(sheets) == 1 else f"{len(sheets)} of them different"
    kinds = f" ({alike})" if papers != len(sheets) else ""
    yield (
        f"{result.scheme.name}: {counted(len(result.imposition.pages), 'page')} on "
        f"{counted(papers, 'sheet')}{kinds} of {size(first.width, first.height, result.unit)}"
        f"{turned}"
    )
    yield from (f"  {path}" for path in result.files)
    yield from _print_runs(sheets)
    if len(result.files) > 1:
        yield from (f"  {line}" for line in feeding_steps([path.name for path in result.files]))
    yield from (f"  {note.marked}" for note in result.imposition.notes)


def _print_runs(sheets: "tuple[Sheet, ...]") -> Iterator[str]:
    """Yield how often each sheet is printed, as the press or the print dialog has to be set."""
    if all(sheet.copies == 1 for sheet in sheets):
        return
    page = 1
    for number, sheet in enumerate(sheets, start=1):
        last = page + len(sheet.forms) - 1
        where = f"page {page}" if last == page else f"pages {page} and {last}"
        yield f"  print sheet {number} {sheet.copies:,} times ({where} of the file)"
        page = last + 1
