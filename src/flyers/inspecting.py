"""The whole way from anybody's PDF to what is to be said of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from flyers import preflight, preview
from flyers.errors import FlyersError
from flyers.imposing import read
from flyers.looking import evidence_of
from flyers.preflight import Declared, Evidence, Finding
from flyers.preflight.readable import unreadable
from flyers.press import Source, UnreadableError
from flyers.printers import Printer


@dataclass(frozen=True, kw_only=True)
class Repair:
    """Of which file this is a copy, and what was put right in it, a sentence each; nothing where
    it is that file itself."""

    original: str
    changes: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Inspected:
    """A file, what was found, and the evidence; None where the file could not be read. ``pdf`` is
    what was looked at."""

    file: str
    findings: tuple[Finding, ...]
    evidence: Evidence | None = None
    pdf: bytes = field(default=b"", repr=False)
    repair: Repair | None = None

    @property
    def passes(self) -> bool:
        """Whether it may be printed."""
        return all(finding.severity != "error" for finding in self.findings)


def inspected(path: Path, printer: Printer, declared: Declared) -> Inspected:
    """Check one file. Whatever is wrong with it is a finding, and no error."""
    try:
        pdf = read(path)
        evidence = _evidence(path.name, pdf, printer)
    except FlyersError as error:
        return Inspected(file=str(path), findings=(unreadable(str(error)),))
    findings = preflight.check_file(evidence, printer, declared)
    return Inspected(file=str(path), findings=findings, evidence=evidence, pdf=pdf)


def inspect(paths: Sequence[str], printer: Printer, declared: Declared) -> list[Inspected]:
    """Check files one after the other, in their order."""
    return [inspected(Path(path), printer, declared) for path in dict.fromkeys(paths)]


def _evidence(name: str, pdf: bytes, printer: Printer) -> Evidence:
    """Of the file as it is, or as another engine reads it. Raises PdfError."""
    try:
        return evidence_of(pdf, printer, Source([(name, pdf)]))
    except UnreadableError as error:
        mended = preview.resaved(pdf)
        if mended is None:
            raise
        encrypted = b"/Encrypt" in pdf
        why = "" if encrypted else str(error).removeprefix(f"{name} ").partition(";")[0]
    evidence = evidence_of(mended, printer, Source([(name, mended)]))
    facts = replace(evidence.facts, encrypted=encrypted, mended=why)
    return replace(evidence, facts=facts)
