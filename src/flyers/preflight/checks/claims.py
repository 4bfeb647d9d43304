"""The file keeps the standards that it claims.

ISO 15930-1 and -7 (PDF/X-1a and X-4), ISO 19005 (PDF/A), ISO 14289-1 (PDF/UA). Whoever trusts
the claim looks no further, and finds out on the press.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from flyers.catalogue.printers import PrinterKind
from flyers.core.boxes import Box
from flyers.core.findings import Finding
from flyers.preflight.case import Case
from flyers.preflight.check import Check
from flyers.press.read.facts import FileFacts, PageFacts


@dataclass(frozen=True, kw_only=True)
class Breach:
    """One thing that breaks a standard.

    ``of`` are the versions of each standard that forbid it, by how they begin. For printers of
    the kinds ``checked_for``, another check reports it.
    """

    what: str
    of: Mapping[str, tuple[str, ...]]
    checked_for: tuple[PrinterKind, ...] = ()
    broken: Callable[[FileFacts], bool]


def _in(facts: FileFacts, *spaces: str) -> bool:
    """Return True if any page uses such a colour space."""
    contents = [page.content for page in facts.pages]
    return any(
        one.colour.space in spaces for all_ in contents for one in all_.everything if one.colour
    ) or any(image.space in spaces for all_ in contents for image in all_.images)


def _is_seen_through(facts: FileFacts) -> bool:
    return any(
        one.alpha < 1 or one.masked or one.blend != "Normal"
        for page in facts.pages
        for one in page.content.everything
    )


def _has_annotations(facts: FileFacts) -> bool:
    """Return True if annotations lie within the bleed, other than those that a press expects."""
    return any(
        one.kind not in ("Popup", "PrinterMark", "TrapNet") and _meets(one.box, page)
        for page in facts.pages
        for one in page.annotations
    )


def _meets(box: Box, page: PageFacts) -> bool:
    shared = box.shared(page.bleed or page.finished)
    return shared.width > 0 and shared.height > 0


X, A, UA = "PDF/X", "PDF/A", "PDF/UA"
ALL = ("",)
FIRST = ("PDF/X-1",)

BREACHES = (
    Breach(
        what="it has no output intent",
        of={X: ALL},
        checked_for=("shop",),
        broken=lambda f: not any(one.kind == "GTS_PDFX" for one in f.intents),
    ),
    Breach(
        what="a page has no TrimBox",
        of={X: ALL},
        checked_for=("shop",),
        broken=lambda f: any(page.trim is None for page in f.pages),
    ),
    Breach(
        what="it has links or notes on the page",
        of={X: ALL},
        checked_for=("shop",),
        broken=_has_annotations,
    ),
    Breach(
        what="it has RGB or Lab colours",
        of={X: FIRST},
        checked_for=("shop",),
        broken=lambda f: _in(f, "rgb", "lab"),
    ),
    Breach(
        what="it has transparency",
        of={X: FIRST, A: ("1",)},
        checked_for=("shop",),
        broken=_is_seen_through,
    ),
    Breach(
        what="it has layers",
        of={X: FIRST, A: ("1",)},
        checked_for=("shop",),
        broken=lambda f: bool(f.layers),
    ),
    Breach(
        what="it is encrypted",
        of={X: ALL, A: ALL},
        checked_for=("shop",),
        broken=lambda f: f.encrypted,
    ),
    Breach(
        what="a font is not embedded",
        of={X: ALL, A: ALL, UA: ALL},
        checked_for=("home", "shop", "web"),
        broken=lambda f: any(not font.embedded for font in f.fonts),
    ),
    Breach(
        what="it has scripts",
        of={X: ALL, A: ALL},
        checked_for=("shop", "web"),
        broken=lambda f: bool(f.scripts),
    ),
    Breach(
        what="it has no file identifier", of={X: ALL, A: ALL}, broken=lambda f: not f.identified
    ),
    Breach(
        what="its colours have no output intent",
        of={A: ALL},
        broken=lambda f: _in(f, "rgb", "cmyk") and not f.intents,
    ),
    Breach(what="it has attachments", of={A: ("1",)}, broken=lambda f: bool(f.attachments)),
    Breach(
        what="it is not tagged",
        of={A: ("1a", "2a", "3a"), UA: ALL},
        checked_for=("web",),
        broken=lambda f: not f.tagged,
    ),
    Breach(
        what="it has no title", of={UA: ALL}, checked_for=("web",), broken=lambda f: not f.title
    ),
    Breach(
        what="viewers do not show its title",
        of={UA: ALL},
        broken=lambda f: bool(f.title) and not f.title_shown,
    ),
    Breach(
        what="it says no language",
        of={UA: ALL},
        checked_for=("web",),
        broken=lambda f: not f.language,
    ),
    Breach(
        what="a picture has no alt text",
        of={UA: ALL},
        checked_for=("web",),
        broken=lambda f: not all(f.figures),
    ),
)

WANTED: Mapping[str, tuple[str, str]] = {
    "x-4": (X, "PDF/X-4"),
    "x-1a": (X, "PDF/X-1a"),
    "tagged": (UA, "1"),
}
"""The standard that each kind of PDF is of, and how its version begins."""


def find(case: Case) -> Iterator[Finding]:
    """Yield the standards that are claimed and broken; then the one that the printer wants and the
    file does not claim."""
    facts, kind = case.evidence.facts, case.printer.kind
    for standard, version in facts.claims.items():
        broken = [
            breach.what
            for breach in BREACHES
            if version.startswith(breach.of.get(standard, ("none",)))
            and kind not in breach.checked_for
            and breach.broken(facts)
        ]
        if broken:
            yield Finding(
                message=f"The file says that it is {_name(standard, version)}, but "
                f"{', '.join(broken)}.",
                remedy=ANEW,
            )
    yield from _not_claimed(case)


def _not_claimed(case: Case) -> Iterator[Finding]:
    standard, version = WANTED.get(case.printer.pdf, ("", ""))
    said = case.evidence.facts.claims.get(standard, "")
    if standard and not said.startswith(version):
        wanted = _name(standard, version)
        instead = f"says that it is {_name(standard, said)}" if said else "does not say that it is"
        yield Finding(
            message=f"The printer wants {wanted}, and the file {instead}.",
            remedy=f"Export it as {wanted}.",
            severity="warning" if standard == UA else "error",
        )


def _name(standard: str, version: str) -> str:
    return version if version.startswith(standard) else f"{standard}-{version}"


ANEW = "Export it again as the standard that it claims, and change nothing afterwards."

CHECK = Check(
    name="claims",
    rule="The file keeps the standards that it claims, and claims the one that the printer wants.",
    source="ISO 15930-1 and -7; ISO 19005; ISO 14289-1",
    severity={"home": "warning", "shop": "error", "web": "error"},
    find=find,
)
