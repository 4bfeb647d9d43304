"""The file keeps the standards that it says it keeps.

ISO 15930-1 and -7 (PDF/X-1a and X-4), ISO 19005 (PDF/A), ISO 14289-1 (PDF/UA).
Whoever trusts the claim looks no further, and finds out on the press.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from flyers.facts import FileFacts, PageFacts
from flyers.preflight.case import Case
from flyers.preflight.check import Check, Fault
from flyers.sheets import Box


@dataclass(frozen=True, kw_only=True)
class Breach:
    """A row: whose rule it is (the standard, and versions that begin so), and what breaks it."""

    standard: str
    versions: tuple[str, ...] = ("",)
    what: str
    broken: Callable[[FileFacts], bool]


def _in(facts: FileFacts, *spaces: str) -> bool:
    """Whether any page paints in such a space."""
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
    """Within the bleed, and not of the kinds that a press is used to."""
    return any(
        one.kind not in ("Popup", "PrinterMark", "TrapNet") and _meets(one.box, page)
        for page in facts.pages
        for one in page.annotations
    )


def _meets(box: Box, page: PageFacts) -> bool:
    shared = box.shared(page.bleed or page.finished)
    return shared.width > 0 and shared.height > 0


X, A, UA = "PDF/X", "PDF/A", "PDF/UA"
ONE_A = ("PDF/X-1",)

BREACHES = (
    Breach(
        standard=X,
        what="it has no output intent",
        broken=lambda f: not any(one.kind == "GTS_PDFX" for one in f.intents),
    ),
    Breach(
        standard=X,
        what="a page has no TrimBox",
        broken=lambda f: any(page.trim is None for page in f.pages),
    ),
    Breach(standard=X, what="it is encrypted", broken=lambda f: f.encrypted),
    Breach(standard=X, what="it has no file identifier", broken=lambda f: not f.identified),
    Breach(
        standard=X,
        what="a font is not embedded",
        broken=lambda f: any(not font.embedded for font in f.fonts),
    ),
    Breach(standard=X, what="it has scripts", broken=lambda f: bool(f.scripts)),
    Breach(standard=X, what="it has links or notes on the page", broken=_has_annotations),
    Breach(
        standard=X,
        what="it does not say whether it is trapped",
        broken=lambda f: f.trapped not in ("True", "False"),
    ),
    Breach(
        standard=X,
        versions=ONE_A,
        what="it has RGB or Lab colours",
        broken=lambda f: _in(f, "rgb", "lab"),
    ),
    Breach(standard=X, versions=ONE_A, what="it has transparency", broken=_is_seen_through),
    Breach(standard=X, versions=ONE_A, what="it has layers", broken=lambda f: bool(f.layers)),
    Breach(standard=A, what="it is encrypted", broken=lambda f: f.encrypted),
    Breach(
        standard=A,
        what="a font is not embedded",
        broken=lambda f: any(not font.embedded for font in f.fonts),
    ),
    Breach(standard=A, what="it has scripts", broken=lambda f: bool(f.scripts)),
    Breach(standard=A, what="it has no file identifier", broken=lambda f: not f.identified),
    Breach(
        standard=A,
        what="its colours have no output intent",
        broken=lambda f: _in(f, "rgb", "cmyk") and not f.intents,
    ),
    Breach(standard=A, versions=("1",), what="it has transparency", broken=_is_seen_through),
    Breach(
        standard=A,
        versions=("1",),
        what="it has attachments",
        broken=lambda f: bool(f.attachments),
    ),
    Breach(
        standard=A,
        versions=("1a", "2a", "3a"),
        what="it is not tagged",
        broken=lambda f: not f.tagged,
    ),
    Breach(standard=UA, what="it is not tagged", broken=lambda f: not f.tagged),
    Breach(standard=UA, what="it has no title", broken=lambda f: not f.title),
    Breach(
        standard=UA,
        what="viewers do not show its title",
        broken=lambda f: bool(f.title) and not f.title_shown,
    ),
    Breach(standard=UA, what="it says no language", broken=lambda f: not f.language),
    Breach(
        standard=UA,
        what="a picture has no alt text",
        broken=lambda f: not all(f.figures),
    ),
)


def find(case: Case) -> Iterator[Fault]:
    """One fault for each standard that is claimed and broken."""
    facts = case.evidence.facts
    for standard, version in facts.claims.items():
        broken = [
            breach.what
            for breach in BREACHES
            if breach.standard == standard
            and version.startswith(breach.versions)
            and breach.broken(facts)
        ]
        if broken:
            name = version if version.startswith(standard) else f"{standard}-{version}"
            yield Fault(
                message=f"The file says that it is {name}, but {', '.join(broken)}.",
                remedy="Export it anew as what it is to be, and change nothing afterwards.",
            )


CHECK = Check(
    name="claims",
    rule="The file keeps the standards that it claims.",
    source="ISO 15930-1 and -7; ISO 19005; ISO 14289-1",
    severity={"home": "note", "shop": "error", "web": "error"},
    find=find,
)
