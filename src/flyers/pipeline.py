"""From a statement to a finished, checked file: the whole way, to be read from top to bottom."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from flyers import output, preflight, preview
from flyers.artwork import Artist
from flyers.campaign import campaign_for
from flyers.compose import Composed, Composer
from flyers.errors import CheckError, OversetError
from flyers.formats import FORMATS, Format, format_named
from flyers.impose import Options, impose
from flyers.imposing import letters_of
from flyers.layouts import Layout, layout_folders, layout_named
from flyers.pieces import FitReport, Job, Piece, QrReport, Remark
from flyers.press import DocumentInfo, facts, print_sheets
from flyers.printers import Printer, printer_named
from flyers.reading import Reading, font_folders, read_for_print
from flyers.sheet_orders import press_sheet
from flyers.sheets import Imposition
from flyers.statements.model import Statement
from flyers.typeset import Typesetter

HALF_EMPTY = 0.6
COARSE_DPI = 36
"""Enough to see that something is coloured."""


class Workshop:
    """Makes jobs, and keeps what the next job can use: fonts, statements, parsed style sheets."""

    def __init__(self) -> None:
        self._typesetters: dict[tuple[Path, ...], Typesetter] = {}
        self._readings: dict[object, Reading] = {}
        self._composers: dict[object, Composer] = {}

    def make(self, job: Job) -> Piece:
        """Make the piece and write its files. Raises a FlyersError, and then leaves none."""
        fmt = format_named(job.format)
        printer = printer_named(job.printer)
        layout = layout_named(job.layout, layout_folders(_folder(job)))
        reading = self.read(job)
        composed, fmt = self._compose(job, reading, layout, fmt, printer)
        onto = _press_sheet(job, reading)
        imposition = impose(
            composed.pages, fmt, printer_margins=printer.margins, slug=composed.slug, onto=onto
        )
        typeset = self._typesetter(reading.fonts).write(composed.runs)
        letters = letters_of(imposition)
        pdf = print_sheets(typeset, imposition, info=_info(reading.statement), letters=letters)
        if onto:
            printer = _press(onto, imposition)
        findings, read_back = _check(pdf, imposition, printer, composed, reading)
        pictures = preview.rasters(pdf, dpi=preview.SCREEN_DPI) if job.previews else []
        files = output.destination(job, reading.slug, len(pictures))
        output.write(files, pdf, pictures)
        return Piece(
            statement=job.source,
            title=reading.statement.title,
            layout=job.layout,
            composition=composed.composition,
            format=job.format,
            printer=job.printer,
            sheet=job.sheet,
            file=files.file,
            previews=files.previews,
            pages=len(composed.panels),
            sheets=len(imposition.sheets),
            fit=_fit_report(composed, reading),
            qr=_qr_report(composed, reading, read_back),
            imprint=reading.jurisdiction,
            findings=(
                *_reading_remarks(reading),
                *_cut_remarks(composed),
                *_sheet_remarks(imposition),
                *findings,
            ),
        )

    def warm(self, job: Job) -> None:
        """Load what a job needs besides its statement."""
        self._typesetter(font_folders(_folder(job)))

    def take(self, job: Job, reading: Reading) -> None:
        """Take a statement that was read elsewhere, and do all that its jobs share."""
        self._readings[_source(job)] = reading
        layout = layout_named(job.layout, layout_folders(_folder(job)))
        self._composer(reading, layout, format_named(job.format), printer_named(job.printer))

    def read(self, job: Job) -> Reading:
        """The job's statement; read once for all jobs that share it."""
        key = _source(job)
        if key not in self._readings:
            self._readings[key] = read_for_print(job)
        return self._readings[key]

    def _typesetter(self, fonts: tuple[Path, ...]) -> Typesetter:
        if fonts not in self._typesetters:
            self._typesetters[fonts] = Typesetter(fonts)
        return self._typesetters[fonts]

    def _compose(
        self, job: Job, reading: Reading, layout: Layout, fmt: Format, printer: Printer
    ) -> tuple[Composed, Format]:
        """The piece as typeset, and the format with the panels it came to use."""
        if reading.statement.direction == "rtl":
            fmt = fmt.mirrored()
        composer = self._composer(reading, layout, fmt, printer)
        try:
            composed = composer.compose(fmt, job.overset)
        except OversetError as error:
            longest = job.overset == "pages" and fmt.more_sides
            holds = (
                "use --overset excerpt"
                if longest
                else self._format_that_holds(reading, layout, printer, but=job.format)
            )
            raise OversetError(
                f"{reading.statement.source} does not fit {job.format}: {error}; {holds}."
            ) from None
        return composed, fmt.with_panels(composed.panels)

    def _composer(
        self, reading: Reading, layout: Layout, fmt: Format, printer: Printer
    ) -> Composer:
        key = (id(reading), layout.folder, printer.name, fmt.flip)
        if key not in self._composers:
            self._composers[key] = Composer(
                typesetter=self._typesetter(reading.fonts),
                artist=Artist(layout, printer),
                layout=layout,
                copy=reading.copy(fmt.flip),
                code=reading.code,
                blocks=reading.blocks(layout),
            )
        return self._composers[key]

    def _format_that_holds(
        self, reading: Reading, layout: Layout, printer: Printer, *, but: str
    ) -> str:
        """What to do about a text that is too long, tried and not guessed."""
        for fmt in FORMATS.values():
            if fmt.name == but or not layout.for_family(fmt.family):
                continue
            try:
                self._composer(reading, layout, fmt, printer).compose(fmt, "error")
            except OversetError:
                continue
            return f"the format {fmt.name} would hold it"
        return "use --overset excerpt, or --overset pages with the format letter or a4"


def _source(job: Job) -> object:
    """What the reading of a job's statement depends on."""
    return job.statement, job.text, job.url, job.when, job.where, job.strict


def _folder(job: Job) -> Path | None:
    return job.statement.parent if job.statement else None


def _press_sheet(job: Job, reading: Reading) -> Options | None:
    """The press sheet that was asked for, with what its slug says."""
    if job.sheet is None:
        return None
    date = reading.statement.date
    return replace(
        press_sheet(job.sheet, campaign_for(_folder(job)).sheets),
        job=f"{reading.slug}, {job.layout}, {job.format}",
        date=date.isoformat() if date else "",
    )


def _press(onto: Options, imposition: Imposition) -> Printer:
    """What prints the press sheet: its margins, as the sheet came to lie."""
    upright = imposition.sheets[0].width == onto.sheet.width
    margins = onto.margins if upright else onto.margins.turned()
    return Printer(name=onto.sheet.name, purpose="a press", margins=margins, bleed=onto.bleed)


def _info(statement: Statement) -> DocumentInfo:
    return DocumentInfo(
        title=statement.title,
        author=", ".join(statement.authors),
        subject=statement.deck,
        keywords=statement.tags,
        language=statement.language,
        date=statement.date,
    )


def _check(
    pdf: bytes, imposition: Imposition, printer: Printer, composed: Composed, reading: Reading
) -> tuple[Sequence[Remark], bool]:
    """Look at the finished sheets as a stranger would. Errors stop the piece."""
    pictures = preview.rasters(pdf, dpi=preflight.PICTURE_DPI, grey=True)
    evidence = preflight.gather(
        pictures=pictures,
        glyphs=[preview.glyph_boxes(pdf, number) for number in range(len(pictures))],
        facts=facts(pdf),
        in_colour=preview.rasters(pdf, dpi=COARSE_DPI) if printer.colour == "grey" else [],
    )
    code = preflight.ExpectedCode(address=reading.address)
    expected = [(code,) * len(boxes) for boxes in composed.codes]
    imprint = _expected_imprint(reading)
    imprints = [imprint if has else None for has in composed.imprints]
    findings = preflight.check(evidence, imposition, printer, [*expected, ()], [*imprints, None])
    for finding in findings:
        if finding.severity == "error":
            side = f" on side {finding.page}" if finding.page else ""
            raise CheckError(
                f"The sheet does not pass its check ({finding.check}{side}): "
                f"{finding.message.rstrip('.')}. {finding.remedy}"
            )
    read = [read.text for side in evidence.sides for read in side.codes]
    return (
        [
            Remark(
                check=f.check, severity=f.severity, page=f.page, message=f.message, remedy=f.remedy
            )
            for f in findings
        ],
        bool(read) and all(text == reading.address for text in read),
    )


def _expected_imprint(reading: Reading) -> preflight.ExpectedImprint | None:
    imprint = reading.imprint
    if imprint is None or not imprint.lines:
        return None
    return preflight.ExpectedImprint(words=" ".join(imprint.lines), size=imprint.size)


def _fit_report(composed: Composed, reading: Reading) -> FitReport:
    fit = composed.fit
    words = reading.statement.words
    return FitReport(
        type_size=round(fit.type_size, 2) if fit else 0,
        leading=round(fit.leading, 2) if fit else 0,
        fill=round(fit.fill, 4) if fit else 1,
        capped=fit.capped if fit else True,
        words=words,
        words_set=min(composed.words_set, words),
        excerpt=composed.excerpt,
    )


def _qr_report(composed: Composed, reading: Reading, read_back: bool) -> QrReport:
    side = min(box.width for boxes in composed.codes for box in boxes)
    return QrReport(
        url=reading.address,
        version=reading.code.version,
        module=side / reading.code.modules,
        size=side,
        read_back=read_back,
    )


def _cut_remarks(composed: Composed) -> list[Remark]:
    """An excerpt that leaves much of its paper empty, since there was no earlier place to end."""
    fit = composed.fit
    if fit is None or fit.capped or not composed.excerpt or fit.fill >= HALF_EMPTY:
        return []
    return [
        Remark(
            check="excerpt",
            severity="warning",
            page=None,
            message=f"only {composed.words_set} words are set, and the paper is half empty",
            remedy="Break what comes next, a long sentence or table, into shorter parts.",
        )
    ]


def _sheet_remarks(imposition: Imposition) -> list[Remark]:
    """What whoever prints the sheets has to know."""
    return [
        Remark(check="sheet", severity="warning", page=None, message=note, remedy="")
        for note in imposition.notes
    ]


def _reading_remarks(reading: Reading) -> list[Remark]:
    """What the paper does not show of the source, and what else the reader of it said."""
    statement = reading.statement
    remarks = [
        Remark(
            check="statement",
            severity=n.severity,
            page=None,
            message=f"{n.what}: {n.why}",
            remedy="",
        )
        for n in statement.notes
    ]
    if statement.draft:
        remarks.append(
            Remark(
                check="draft",
                severity="warning",
                page=None,
                message=f"{statement.source} is marked as a draft",
                remedy="Publish it before you hand this out.",
            )
        )
    if reading.imprint and reading.imprint.advice:
        remarks.append(
            Remark(
                check="imprint",
                severity="warning",
                page=None,
                message=reading.imprint.advice,
                remedy="Add it to [imprint] in flyers.toml.",
            )
        )
    return remarks
