"""A PDF with what was found in it, and how it is checked."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from flyers.catalogue.printers import Printer
from flyers.core.errors import FlyersError, NotPdfError
from flyers.core.findings import Finding
from flyers.preflight import checks
from flyers.preflight.case import Declared
from flyers.preflight.checks.readable import unreadable
from flyers.preflight.evidence import Evidence
from flyers.preflight.gathering import Stranger
from flyers.preflight.not_pdf import refusal


@dataclass(frozen=True, kw_only=True)
class Repair:
    """A record of ``--fix``.

    ``original`` is the file that this is a copy of; it is the file itself if there are no
    ``changes``, which are a sentence each. ``left`` are sentences on what could not be mended
    and is in the way of a press.
    """

    original: str
    changes: tuple[str, ...] = ()
    left: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class CheckedFile:
    """A file with what was found in it.

    ``evidence`` is None if the file could not be read, or the evidence was not kept. ``pdf`` are
    the bytes that were checked. ``is_pdf`` is False if there is no such file, or it is of
    another kind.
    """

    file: str
    findings: tuple[Finding, ...]
    evidence: Evidence | None = None
    pdf: bytes = field(default=b"", repr=False)
    repair: Repair | None = None
    is_pdf: bool = True

    @property
    def passes(self) -> bool:
        """True if no error was found."""
        return all(finding.severity != "error" for finding in self.findings)


def checked_path(path: Path, printer: Printer, declared: Declared) -> CheckedFile:
    """Check one file. Whatever is wrong with it is a finding, never an error."""
    with Stranger(path) as stranger:
        return checked(stranger, printer, declared)


def checked(
    stranger: Stranger, printer: Printer, declared: Declared, *, keep: bool = True
) -> CheckedFile:
    """Check a file that is being looked at already.

    Unless it is to ``keep`` the evidence, which has a picture of every page, any number of files
    can be checked.
    """
    try:
        evidence = stranger.evidence()
    except FlyersError as error:
        return _unreadable(str(stranger.path), error)
    findings = checks.check_file(evidence, printer, declared)
    if not keep:
        return CheckedFile(file=str(stranger.path), findings=findings)
    return CheckedFile(
        file=str(stranger.path), findings=findings, evidence=evidence, pdf=stranger.pdf
    )


def not_pdfs(paths: Iterable[str]) -> list[CheckedFile]:
    """Report those of the files that are no PDF, and why."""
    whys = {path: refusal(Path(path)) for path in paths}
    return [_unreadable(path, why) for path, why in whys.items() if why]


def _unreadable(file: str, why: FlyersError) -> CheckedFile:
    return CheckedFile(
        file=file, findings=(unreadable(str(why)),), is_pdf=not isinstance(why, NotPdfError)
    )
