"""`flyers impose`: the pages of any PDF put on sheets."""

import gc
from typing import Any

import click

from flyers.cli.base import HELP, completed, echo

LENGTH = "LENGTH"
"""What is given as 3mm, 1/8in or 9pt."""


@click.command(context_settings=HELP, short_help="Put the pages of PDFs on sheets.")
@click.argument("inputs", nargs=-1, required=True, metavar="IN.pdf[:N]...")
@click.option("-o", "--out", metavar="OUT.pdf", help="The file to write; - is standard output.")
@click.option(
    "-s",
    "--scheme",
    metavar="NAME",
    default="n-up",
    show_default=True,
    shell_complete=completed("scheme"),
    help="How pages lie on sheets: n-up, repeat, cut-stack, booklet, perfect, fold, zine, gang, "
    "poster; see docs/imposition.md.",
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
    help="Columns and rows; of a booklet and all that is folded, how often it is on a sheet.  "
    "[default: as many as fit, or once]",
)
@click.option(
    "--duplex",
    metavar="HOW",
    shell_complete=completed("duplex"),
    help="none, long, short, sheetwise, work-and-turn, work-and-tumble or perfecting.  "
    "[default: turned side over side, or none, by the scheme]",
)
@click.option(
    "--bleed", metavar=LENGTH, help="How far ink runs over the trim: 3mm, 1/8in.  [default: 0]"
)
@click.option(
    "--gutter", metavar=LENGTH, help="Between neighbours that are cut apart.  [default: 0]"
)
@click.option(
    "--margins",
    metavar=LENGTH,
    help="What the press cannot print on: one, or top,right,bottom,left.  [default: 0]",
)
@click.option(
    "--marks",
    metavar="KINDS",
    help="none, all, or between commas some of cut, crop, fold, registration, bar, collation and "
    "slug.  [default: by the scheme]",
)
@click.option("--fit", is_flag=True, default=None, help="Scale pages to the place they have.")
@click.option(
    "--center", is_flag=True, default=None, help="Leave pages as they are, in the middle."
)
@click.option(
    "--order",
    type=click.Choice(["across", "down"]),
    help="n-up, cut-stack: along rows, or down columns.  [default: across]",
)
@click.option(
    "--binding",
    type=click.Choice(["left", "right"]),
    help="The bound edge; right for Arabic and Hebrew.  [default: left]",
)
@click.option(
    "--back-cover",
    is_flag=True,
    help="booklet, perfect: keep the last page last; blanks before it.",
)
@click.option(
    "--creep",
    metavar=LENGTH,
    help="booklet: the paper's thickness, 0.1mm; inner pages move to the spine.",
)
@click.option(
    "--sheets-per-signature",
    metavar="N",
    type=click.IntRange(1, 100),
    help="booklet: sheets folded together.  [default: all]",
)
@click.option(
    "--pages-per-signature",
    metavar="N",
    type=click.IntRange(4, 32),
    help="perfect: 4, 8, 16 or 32.  [default: 16]",
)
@click.option(
    "--fold",
    metavar="NAME",
    shell_complete=completed("fold"),
    help="fold: half, letter, z, gate, double-gate, roll or french.  [default: letter]",
)
@click.option(
    "--stock",
    type=click.Choice(["text", "cover"]),
    help="fold: how thick the paper is.  [default: text]",
)
@click.option(
    "--allowance",
    metavar=LENGTH,
    help="fold: how much narrower is what is folded in.  [default: by the stock]",
)
@click.option("--grain", is_flag=True, default=None, help="gang: turn no piece on its side.")
@click.option(
    "--overlap", metavar=LENGTH, help="poster: what sheets share for the glue.  [default: 10mm]"
)
@click.option(
    "--box",
    type=click.Choice(["trim", "crop", "bleed", "media"]),
    default="trim",
    show_default=True,
    help="Which box of a page is its finished size.",
)
@click.option("--job", help="What the slug calls the job.  [default: the first file's name]")
@click.option("--date", help="The work's date, for the slug.")
@click.option(
    "--manual-duplex", is_flag=True, help="Fronts and backs as two files, and a test sheet."
)
@click.option("--preview", is_flag=True, help="Write a PNG of every side beside the file.")
@click.option("-n", "--dry-run", is_flag=True, help="Print the plan and write nothing.")
@click.option("-q", "--quiet", is_flag=True, help="Print errors only.")
def impose(inputs: tuple[str, ...], **options: Any) -> None:
    """Put the pages of PDFs on sheets (- is standard input; card.pdf:250 wants 250 of it).

    \b
    A booklet, cards in different numbers, and what lies where before anything is printed:
        flyers impose zine.pdf -o booklet.pdf --scheme booklet
        flyers impose a.pdf:250 b.pdf:1000 -o run.pdf -s gang --sheet 12x18 --gutter 6mm
        flyers impose zine.pdf --scheme perfect --sheet sra2 --dry-run
    """
    from flyers.imposition.run import impose_files

    # What is read of a PDF lives until its sheets are written: looking for cycles finds none.
    gc.disable()
    told = impose_files(inputs, **options)
    if told:
        echo(told)
    gc.freeze()  # nor does looking for them once more at the end
