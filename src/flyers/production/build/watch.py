"""`flyers watch`: builds again after every save, in one process that stays warm."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from flyers.campaign import campaign_for
from flyers.core.errors import FlyersError, NoConfigError
from flyers.core.files import from_here, write_whole
from flyers.core.flyers_toml import NAME, flyers_toml
from flyers.core.today import today
from flyers.core.wording import attributed, counted
from flyers.pieces.batch import Outcome
from flyers.pieces.workshop import Workshop
from flyers.production import gallery
from flyers.production.build.builder import Builder, building
from flyers.production.build.memory import Stamps, seen
from flyers.production.build.scope import scope_of
from flyers.typesetting import layouts

PAUSE = 0.2
"""Seconds between two looks."""

PREVIEW = "preview.html"
"""In the memory's folder: a page that shows the last save, which a browser loads again by
itself."""


@dataclass(frozen=True, kw_only=True)
class WatchRequest:
    """The folder of a flyers.toml, or one below it; ``say`` takes every line for the person who
    watches."""

    folder: Path
    say: Callable[[str], None]


def run(request: WatchRequest) -> None:
    """Build, and build again after every save, until an interrupt. Raises NoConfigError."""
    for number, _ in enumerate(Watch(request).rounds()):
        if not number:
            request.say("Watching; Ctrl-C ends it.")


class Watch:
    """A campaign that is built again whenever something it is made of is touched.

    Raises NoConfigError where there is none; any other mistake is waited for until it is mended.
    """

    def __init__(self, request: WatchRequest) -> None:
        self._folder = request.folder
        if not flyers_toml(self._folder):
            raise NoConfigError
        self._say = request.say
        self._workshop = Workshop()
        self._fonts = ""
        self._refused = ""
        self._preview: Path | None = None
        self._strays: tuple[str, ...] = ()
        self._stamps: Stamps = {str(self._folder): seen(self._folder)}

    def rounds(self) -> Iterator[None]:
        """Build, wait for a change, and build again, without end."""
        left: object = None
        while True:
            before, left = left, self._round()
            yield
            # What was saved while it was being made is made once more; what cannot be is not.
            while left in ((), before) and all(seen(p) == was for p, was in self._stamps.items()):
                time.sleep(PAUSE)

    def _round(self) -> tuple[object, ...]:
        """Build once; returns the pieces that are stale all the same, with their needs."""
        layouts.forget()
        tables = (folder / NAME for folder in (self._folder, *self._folder.parents))
        early = {path: seen(path) for path in (*self._stamps, *map(str, tables))}
        began = time.perf_counter()
        try:
            with building(scope_of(campaign_for(self._folder), today())) as builder:
                self._show(builder.scope.memory / PREVIEW)
                self._warm(builder)
                outcomes = list(builder.outcomes(workshop=self._workshop))
                self._report(outcomes, time.perf_counter() - began)
                if self._preview and any(one.piece for one in outcomes):
                    _draw(self._preview, outcomes)
                report = builder.finish()
            if report.strays and report.strays != self._strays:
                self._say(
                    f"{counted(len(report.strays), 'file')} that nothing asks for any more; "
                    "flyers build --prune removes them."
                )
            if self._refused and not outcomes:
                self._say("Mended; nothing had to be made.")
            self._stamps, self._refused, self._strays = builder.stamps, "", report.strays
            return tuple((stale.name, *stale.needs.values()) for stale in builder.left)
        except FlyersError as error:
            if str(error) != self._refused:
                self._say(str(error))
            self._stamps, self._refused = early, str(error)
            return ()

    def _show(self, preview: Path) -> None:
        """Print where the preview is, once, and see that it is there to be opened."""
        if preview != self._preview:
            self._preview = preview
            if not preview.exists():
                _draw(preview, [])
            self._say(f"Open {from_here(preview)} in a browser; it shows what each save changes.")

    def _warm(self, builder: Builder) -> None:
        """Put away what the workshop has of changed files; for other fonts, set up a new one."""
        fonts = "".join(stale.needs["fonts"] for stale in builder.plan.stale[:1])
        if fonts and fonts != self._fonts:
            self._workshop, self._fonts = Workshop(), fonts
            self._workshop.warm(builder.plan.stale[0].job)
        self._workshop.clear()

    def _report(self, outcomes: list[Outcome], seconds: float) -> None:
        """Print a line for each statement, and its warnings below."""
        errors = dict.fromkeys(str(one.error) for one in outcomes if one.error)
        for error in errors:
            self._say(error)
        for source in dict.fromkeys(one.job.called for one in outcomes if one.piece):
            own = [one for one in outcomes if one.job.called == source and one.piece]
            what = ", ".join(dict.fromkeys(f"{one.job.layout} {one.job.format}" for one in own))
            self._say(f"{source}: {what} in {seconds:.2f} s")
            owners = attributed(
                (
                    (one.job.layout, one.job.format, one.job.printer),
                    [f.sentence for f in one.piece.on(today()).findings if f.severity == "warning"],
                )
                for one in own
                if one.piece
            )
            for line, owner in owners.items():
                self._say(f"  ! {owner}{line}")


def _draw(preview: Path, outcomes: list[Outcome]) -> None:
    """Write the page that shows what was made."""
    walls = []
    for source in dict.fromkeys(one.job.called for one in outcomes):
        pieces = [one.piece for one in outcomes if one.piece and one.job.called == source]
        exhibits = tuple(
            gallery.Exhibit(
                label=f"{piece.layout}, {piece.format}, {piece.printer}",
                file=piece.file,
                pictures=piece.previews,
            )
            for piece in pieces
        )
        if pieces:
            walls.append(
                gallery.Wall(title=pieces[0].title, exhibits=exhibits, language=pieces[0].language)
            )
    note = "What it changed." if walls else "Nothing was made since flyers watch began."
    text = gallery.page("The last save", note, walls, preview.parent, refresh=2)
    write_whole(preview, text.encode("utf-8", "surrogateescape"))
