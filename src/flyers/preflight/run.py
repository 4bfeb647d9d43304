"""`flyers check` from its request to its result; reports and mended copies are written here.

Modules that take long to import are imported after the first file is being looked at in
processes of its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from flyers.core.errors import ExitCode, OptionError
from flyers.preflight.gathering import Strangers
from flyers.preflight.not_pdf import refusal
from flyers.preflight.request import CheckRequest

if TYPE_CHECKING:
    from flyers.preflight.checked_file import CheckedFile


@dataclass(frozen=True, kw_only=True)
class CheckResult:
    """The files, or their mended copies, with what was found in each."""

    files: tuple["CheckedFile", ...]

    @property
    def exit_code(self) -> ExitCode:
        """CHECK where an error remains in any file; PDF where none of them is one."""
        if self.files and not any(one.is_pdf for one in self.files):
            return ExitCode.PDF
        return ExitCode.OK if all(one.passes for one in self.files) else ExitCode.CHECK


def run(request: CheckRequest) -> CheckResult:
    """Check the files, mend copies and write the report, as far as these were asked for.

    Whatever is wrong with a file is a finding. Raises OptionError, UnknownNameError, ConfigError
    or ImprintError for a request that cannot be met, and OutputError.
    """
    if request.out and not request.fix:
        raise OptionError("-o names the copy that --fix makes; give that too.")
    checked = _checked(request)
    if request.html:
        from flyers.core.files import spare, write_all
        from flyers.preflight.report.html import page

        inputs = (*request.files, *(one.file for one in checked))
        spare(inputs, [request.html], "give --html another name")
        write_all({request.html: page(checked, request.printer).encode()})
    return CheckResult(files=tuple(checked))


def _checked(request: CheckRequest) -> Sequence["CheckedFile"]:
    """Return the checked files. If none of them is a PDF, a broken flyers.toml does not matter."""
    if all(refusal(Path(file)) for file in request.files):
        from flyers.preflight.checked_file import not_pdfs

        return not_pdfs(request.files)
    with Strangers(request.files) as strangers:
        from flyers.preflight.checked_file import checked
        from flyers.preflight.declared import declared, printer_of

        printer = printer_of(request.printer)
        asked = declared(request, printer)
        keep = request.fix or request.html is not None
        files = [checked(one, printer, asked, keep=keep) for one in strangers]
    if request.fix:
        from flyers.preflight.fixing import fix

        return fix(files, printer, asked, request.out)
    return files
