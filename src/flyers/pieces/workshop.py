"""Makes a piece: the whole way from a job to a finished, checked file, in ``Workshop.make``."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from flyers.campaign import campaign_for
from flyers.catalogue.formats import FORMATS, Format, format_named
from flyers.catalogue.papers import Unit
from flyers.catalogue.printers import Printer, Setup
from flyers.core.errors import OversetError
from flyers.core.sheets import Imposition
from flyers.imposition.assembly.manual_duplex import fronts_and_backs, has_backs
from flyers.imposition.lettering import letters_of
from flyers.pieces import output, proof
from flyers.pieces.check import checked
from flyers.pieces.impose import imposed, on_sheet
from flyers.pieces.piece import Job, Piece
from flyers.pieces.prepare import PreparedStatement, font_folders, prepare_statement
from flyers.pieces.prepress import finish_for, pictures_for
from flyers.pieces.reports import findings_of, fit_report, qr_report
from flyers.pieces.specification import spec_of
from flyers.press.printing import print_sheets
from flyers.press.read import raster
from flyers.press.write.info import DocumentInfo
from flyers.statements.statement import Statement
from flyers.typesetting.engine import Typesetter
from flyers.typesetting.fit.artwork import ArtworkTemplate
from flyers.typesetting.fit.compose import Composer
from flyers.typesetting.fit.composed import Composed
from flyers.typesetting.fit.dressing import dressed
from flyers.typesetting.layout import Layout
from flyers.typesetting.layouts import layout_folders, layout_named

if TYPE_CHECKING:
    from PIL.Image import Image


KEPT = 3
"""Statements that a workshop keeps. The pieces of one are made in a row, and a thousand statements
would not fit in memory."""


@dataclass
class _Kept:
    """A statement while its pieces are made, also with other addresses in its code, and the
    composers of its layouts."""

    prepared: PreparedStatement
    coded: dict[str, PreparedStatement] = field(default_factory=dict)
    composers: dict[object, Composer] = field(default_factory=dict)


class Workshop:
    """Makes jobs, and keeps what the next job can use: fonts, statements, parsed style sheets."""

    def __init__(self) -> None:
        self._typesetters: dict[tuple[Path, ...], Typesetter] = {}
        self._templates: dict[object, ArtworkTemplate] = {}
        self._statements: dict[object, _Kept] = {}

    def clear(self) -> None:
        """Forget everything but the fonts: files may have changed."""
        self._statements.clear()
        self._templates.clear()

    def make(self, job: Job) -> Piece:
        """Make the piece and write its files. Raises a FlyersError, and then leaves no file."""
        fmt = format_named(job.format)
        prepared = self._coded(job)
        layout = _layout(job, prepared)
        setup, onto = on_sheet(job, fmt, prepared)
        if prepared.unsaid and not setup.printer.for_screen:
            raise prepared.unsaid
        composed, fmt = self._compose(job, layout, fmt, setup)
        imposition, setup = imposed(composed, fmt, setup, onto)
        parts = fronts_and_backs(imposition) if setup.fed_by_hand and has_backs(imposition) else {}
        pdf, *pdfs = self._printed(
            composed, [imposition, *parts.values()], layout, setup.printer, prepared
        )
        seen = checked(job, pdf, imposition, setup, composed, prepared)
        pictures = raster.rasters(pdf, dpi=raster.SCREEN_DPI) if job.previews else []
        unit = (onto.sheet if onto else fmt.sheet).unit
        proofs = _proofs(job, pdf, imposition, setup, composed, unit) if job.proof else []
        files = output.destination(
            job, prepared.slug, len(pictures), len(proofs), place=prepared.place, parts=parts
        )
        output.write(files, pdfs or [pdf], [*pictures, *proofs])
        return Piece(
            statement=job.source,
            title=prepared.statement.title,
            language=prepared.statement.language,
            language_basis=prepared.statement.language_basis,
            layout=job.layout,
            composition=composed.composition,
            format=job.format,
            printer=job.printer,
            sheet=job.sheet,
            file=files.file,
            apart=files.parts,
            previews=files.previews,
            proofs=files.proofs,
            pages=len(composed.panels),
            sheets=0 if setup.printer.for_screen else len(imposition.sheets),
            fit=fit_report(composed, prepared),
            qr=qr_report(composed, prepared, seen.code_read),
            imprint=None if prepared.unsaid else prepared.jurisdiction,
            date=prepared.statement.date,
            event=prepared.statement.event.last_day if layout.event else None,
            sought=prepared.statement.sought,
            spec=spec_of(
                fmt,
                imposition,
                setup,
                press=onto.sheet if onto and setup.sheet else None,
                contents=seen.contents,
            ),
            findings=(*findings_of(prepared, composed, imposition, setup), *seen.findings),
        )

    def warm(self, job: Job) -> None:
        """Load what a job needs besides its statement."""
        folder = _folder(job)
        self._typesetter(font_folders(folder, campaign_for(folder).folder))

    def take(self, job: Job, prepared: PreparedStatement) -> None:
        """Take a statement that another process read, and do all that its jobs share."""
        self._keep(job, prepared)
        prepared = self._coded(job)
        layout = _layout(job, prepared)
        fmt = format_named(job.format)
        setup, _ = on_sheet(job, fmt, prepared)
        self._composer(job, layout, fmt, setup)

    def read(self, job: Job) -> PreparedStatement:
        """Return the job's statement, read once for all jobs with it. Raises a FlyersError."""
        return self._kept(job).prepared

    def _kept(self, job: Job) -> _Kept:
        key = _source(job)
        return (
            self._statements[key]
            if key in self._statements
            else self._keep(job, prepare_statement(job))
        )

    def _keep(self, job: Job, prepared: PreparedStatement) -> _Kept:
        """Keep a statement, and forget the one that was kept first."""
        while len(self._statements) >= KEPT:
            del self._statements[next(iter(self._statements))]
        kept = self._statements[_source(job)] = _Kept(prepared)
        return kept

    def _coded(self, job: Job) -> PreparedStatement:
        """Return the job's statement with the code of its piece; pieces with one code share it."""
        kept = self._kept(job)
        address = kept.prepared.leads_to(job)
        if address not in kept.coded:
            kept.coded[address] = kept.prepared.coded_as(address)
        return kept.coded[address]

    def _typesetter(self, fonts: tuple[Path, ...]) -> Typesetter:
        if fonts not in self._typesetters:
            self._typesetters[fonts] = Typesetter(fonts)
        return self._typesetters[fonts]

    def _compose(
        self, job: Job, layout: Layout, fmt: Format, setup: Setup
    ) -> tuple[Composed, Format]:
        """Return the piece as typeset, and the format, mirrored for a script from right to left."""
        prepared = self._coded(job)
        if prepared.statement.direction == "rtl":
            fmt = fmt.mirrored()
        composer = self._composer(job, layout, fmt, setup)
        try:
            composed = composer.compose(fmt, job.overset)
        except OversetError as error:
            longest = job.overset == "pages" and fmt.more_sides
            holds = (
                "use --overset excerpt" if longest else self._format_that_holds(job, layout, setup)
            )
            raise OversetError(
                f"{job.piece} ({prepared.statement.source}): {error}; {holds}."
            ) from None
        return composed, fmt

    def _composer(self, job: Job, layout: Layout, fmt: Format, setup: Setup) -> Composer:
        prepared, composers = self._coded(job), self._kept(job).composers
        key = (prepared.address, layout.folder, setup, fmt.flip)
        if key not in composers:
            composers[key] = Composer(
                typesetter=self._typesetter(prepared.fonts),
                template=self._template(layout, setup),
                layout=layout,
                copy=prepared.copy(fmt.flip),
                code=prepared.code,
                blocks=prepared.blocks(layout),
                converted=pictures_for(setup.printer, self._typesetter(prepared.fonts)),
            )
        return composers[key]

    def _printed(
        self,
        composed: Composed,
        impositions: Sequence[Imposition],
        layout: Layout,
        printer: Printer,
        prepared: PreparedStatement,
    ) -> list[bytes]:
        """Return the files: pages bound for a screen, or sheets, a file for each imposition."""
        typesetter, info = self._typesetter(prepared.fonts), _info(prepared.statement)
        if printer.for_screen:
            from flyers.colour.screen import screen_bitmap
            from flyers.press.write.binding import bind_pages

            pages = composed.pages[: composed.slug]
            panels = [[layer.source for layer in page.layers] for page in pages]
            tagged = typesetter.write_tagged(composed.runs, panels)
            return [bind_pages(tagged, pages, info, screen_bitmap)]
        finish = finish_for(printer, layout.palette.values())
        typeset = typesetter.write(composed.runs)
        return [
            print_sheets(typeset, one, info=info, letters=letters_of(one), finish=finish)
            for one in impositions
        ]

    def _template(self, layout: Layout, setup: Setup) -> ArtworkTemplate:
        """Return a layout's template, which is compiled once for all statements."""
        dress = (*layout.palette.items(), *layout.faces.items())
        key = (layout.folder, dress, setup)
        if key not in self._templates:
            self._templates[key] = ArtworkTemplate(layout, setup)
        return self._templates[key]

    def _format_that_holds(self, job: Job, layout: Layout, setup: Setup) -> str:
        """Return what to do about a text that is too long; the format that is named was tried."""
        for fmt in FORMATS.values():
            if fmt.name == job.format or not layout.for_family(fmt.family):
                continue
            try:
                self._composer(job, layout, fmt, setup).compose(fmt, "error")
            except OversetError:
                continue
            return f"the format {fmt.name} would hold it"
        return "use --overset excerpt, or --overset pages with the format letter or a4"


def _source(job: Job) -> object:
    """Return the parts of a job that its statement depends on."""
    return job.statement, job.text, job.url, job.told, job.what, job.when, job.where, job.strict


def _folder(job: Job) -> Path | None:
    return job.statement.parent if job.statement else None


def _layout(job: Job, prepared: PreparedStatement) -> Layout:
    """Return the job's layout in the campaign's colours and fonts."""
    campaign = prepared.campaign
    layout = layout_named(job.layout, layout_folders(_folder(job), campaign.folder))
    return dressed(layout, campaign.identity)


def _proofs(
    job: Job, pdf: bytes, imposition: Imposition, setup: Setup, composed: Composed, unit: Unit
) -> "list[Image]":
    """Return a picture of each sheet with its guides drawn over it."""
    return proof.proofs(
        raster.rasters(pdf, dpi=proof.fineness(imposition)),
        imposition,
        setup,
        heading=f"Proof, not for print: {job.format}, {job.layout}, for {job.printer}",
        unit=unit,
        slug=composed.slug,
    )


def _info(statement: Statement) -> DocumentInfo:
    return DocumentInfo(
        title=statement.title,
        author=", ".join(statement.authors),
        subject=statement.deck,
        keywords=statement.tags,
        language=statement.language,
        date=statement.date,
    )
