"""The whole way from anybody's PDF to what is to be said of it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from flyers.catalogue.printers import Printer
from flyers.core.errors import FlyersError, NotPdfError
from flyers.preflight import checks
from flyers.preflight.admitting import refusal
from flyers.preflight.checks import Declared, Finding
from flyers.preflight.checks.readable import unreadable
from flyers.preflight.evidence import Evidence
from flyers.preflight.looking import Stranger


@dataclass(frozen=True, kw_only=True)
class Repair:
    """Of which file this is a copy, and what was put right in it, a sentence each; nothing where
    it is that file itself. ``left`` is what was not, though it stands in the way of a press."""

    original: str
    changes: tuple[str, ...] = ()
    left: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Inspected:
    """A file, what was found, and the evidence; None where the file could not be read, or it was
    not kept. ``pdf`` is what was looked at; ``is_pdf`` is False of what is not there, or of
    another kind."""

    file: str
    findings: tuple[Finding, ...]
    evidence: Evidence | None = None
    pdf: bytes = field(default=b"", repr=False)
    repair: Repair | None = None
    is_pdf: bool = True

    @property
    def passes(self) -> bool:
        """Whether it may be printed."""
        return all(finding.severity != "error" for finding in self.findings)


def inspected(path: Path, printer: Printer, declared: Declared) -> Inspected:
    """Check one file. Whatever is wrong with it is a finding, and no error."""
    with Stranger(path) as stranger:
        return judged(stranger, printer, declared)


def refused(paths: Iterable[str]) -> list[Inspected]:
    """What is to be said of those that are no PDF, whatever else was asked of them."""
    whys = {path: refusal(Path(path)) for path in paths}
    return [_refused(path, why) for path, why in whys.items() if why]


def _refused(file: str, why: FlyersError) -> Inspected:
    return Inspected(
        file=file, findings=(unreadable(str(why)),), is_pdf=not isinstance(why, NotPdfError)
    )


def judged(
    stranger: Stranger, printer: Printer, declared: Declared, *, keep: bool = True
) -> Inspected:
    """What is to be said of a file that is being looked at already. Unless it is to ``keep`` the
    evidence, which has a picture of every page, any number of files can be judged."""
    try:
        evidence = stranger.evidence()
    except FlyersError as error:
        return _refused(str(stranger.path), error)
    findings = checks.check_file(evidence, printer, declared)
    if not keep:
        return Inspected(file=str(stranger.path), findings=findings)
    return Inspected(
        file=str(stranger.path), findings=findings, evidence=evidence, pdf=stranger.pdf
    )
