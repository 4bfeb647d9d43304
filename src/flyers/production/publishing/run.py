"""`flyers publish` from its request to its result."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from flyers.campaign import campaign_for
from flyers.core.today import today
from flyers.pieces.asking import with_answers
from flyers.production.build.builder import building
from flyers.production.build.report import BuildReport
from flyers.production.progress import Progress, followed, silent
from flyers.production.publishing.buttons import PageButtons, buttons_of, written
from flyers.production.publishing.site import PublishedSite, scope_of, site_of
from flyers.production.publishing.strays import pruned, strays


@dataclass(frozen=True, kw_only=True)
class PublishRequest:
    """The folder of a site or one below it; ``write`` puts the buttons into the pages, ``prune``
    removes the files of statements that are gone. With ``ask_hugo``, Hugo says where the pages are.
    ``waiting`` is called if another build has its turn."""

    site: Path = Path()
    write: bool = False
    prune: bool = False
    ask_hugo: bool = False
    waiting: Callable[[], None] = lambda: None
    progress: Progress = silent


@dataclass(frozen=True, kw_only=True)
class PublishResult:
    """The site with its files, the buttons of every page, and files of statements that are gone:
    removed if ``pruned``."""

    site: PublishedSite
    report: BuildReport
    buttons: tuple[PageButtons, ...]
    files: tuple[Path, ...]
    strays: tuple[Path, ...]
    pruned: bool


def run(request: PublishRequest) -> PublishResult:
    """Make the files of every statement that the site publishes, as far as they have changed.
    Raises ConfigError or OutputError."""
    site = site_of(campaign_for(request.site))
    scope = scope_of(site, today())
    if request.ask_hugo:
        scope = replace(scope, jobs=tuple(with_answers(scope.jobs)))
    with building(scope, waiting=request.waiting) as builder:
        for _ in followed(builder.outcomes(), len(builder.plan.stale), request.progress):
            pass
        report = builder.finish()
        made = builder.made
    buttons = buttons_of(site, scope.entries, made)
    if request.write:
        buttons = written(buttons)
    files = [file for _, record in made if record for file in record.paths(site.static)]
    # The files of a statement that could not be made this time are not strays.
    gone = [] if report.failed else strays(site, files)
    if request.prune:
        pruned(gone)
    return PublishResult(
        site=site,
        report=report,
        buttons=tuple(buttons),
        files=tuple(files),
        strays=tuple(gone),
        pruned=request.prune,
    )
