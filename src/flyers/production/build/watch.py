"""`flyers watch`: builds again after every save, in one process that stays warm."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

from flyers.campaign import campaign_for
from flyers.core.errors import FlyersError, NoConfigError
from flyers.core.files import write_whole
from flyers.core.flyers_toml import NAME, flyers_toml
from flyers.core.today import today
from flyers.core.wording import counted
from flyers.pieces.batch import Outcome
from flyers.pieces.workshop import Workshop
from flyers.production import gallery
from flyers.production.build.builder import Work, taken_up
from flyers.production.build.memory import Sight, seen
from flyers.production.build.scope import asked_of
from flyers.typesetting import layouts

PAUSE = 0.2
"""Seconds between two looks."""

PREVIEW = "preview.html"
"""In the folder of a build: what the last save gave, loaded again by the browser by itself."""


class Watch:
    """A campaign that is built again whenever something it is made of is touched.

    Raises NoConfigError where there is none; any other mistake is waited for until it is mended.
    """

    def __init__(self, folder: Path, say: Callable[[str], None]) -> None:
        if not flyers_toml(folder):
            raise NoConfigError
        self._folder = folder
        self._say = say
        self._workshop = Workshop()
        self._fonts = ""
        self._refused = ""
        self._strays: tuple[str, ...] = ()
        self._sight: Sight = {str(folder): seen(folder)}

    def rounds(self) -> Iterator[None]:
        """Build, wait for a change, and build again, without end."""
        left: object = None
        while True:
            before, left = left, self._round()
            yield
            # What was saved while it was being made is made once more; what cannot be is not.
            while left in ((), before) and all(seen(p) == was for p, was in self._sight.items()):
                time.sleep(PAUSE)

    def _round(self) -> tuple[object, ...]:
        """One build; returns what is stale all the same, with what it needs."""
        layouts.forget()
        tables = (folder / NAME for folder in (self._folder, *self._folder.parents))
        early = {path: seen(path) for path in (*self._sight, *map(str, tables))}
        began = time.perf_counter()
        try:
            with taken_up(asked_of(campaign_for(self._folder), today())) as work:
                self._warm(work)
                outcomes = list(work.outcomes(workshop=self._workshop))
                self._tell(outcomes, time.perf_counter() - began)
                if any(one.piece for one in outcomes):
                    _show(work.asked.memory, outcomes)
                report = work.finish()
            if report.strays and report.strays != self._strays:
                self._say(
                    f"{counted(len(report.strays), 'file')} that nothing asks for any more; "
                    "flyers build --prune removes them."
                )
            if self._refused and not outcomes:
                self._say("Mended; nothing had to be made.")
            self._sight, self._refused, self._strays = work.sight, "", report.strays
            return tuple((stale.name, *stale.needs.values()) for stale in work.left)
        except FlyersError as error:
            if str(error) != self._refused:
                self._say(str(error))
            self._sight, self._refused = early, str(error)
            return ()

    def _warm(self, work: Work) -> None:
        """A workshop that has nothing of what was changed; fonts are taken up anew for new ones."""
        fonts = "".join(stale.needs["fonts"] for stale in work.plan.stale[:1])
        if fonts and fonts != self._fonts:
            self._workshop, self._fonts = Workshop(), fonts
            self._workshop.warm(work.plan.stale[0].job)
        self._workshop.clear()

    def _tell(self, outcomes: list[Outcome], seconds: float) -> None:
        """One line a statement, and under it what there is to know."""
        errors = dict.fromkeys(str(one.error) for one in outcomes if one.error)
        for error in errors:
            self._say(error)
        for source in dict.fromkeys(one.job.called for one in outcomes if one.piece):
            own = [one for one in outcomes if one.job.called == source and one.piece]
            what = ", ".join(dict.fromkeys(f"{one.job.layout} {one.job.format}" for one in own))
            self._say(f"{source}: {what} in {seconds:.2f} s")
            remarks = [r for one in own if one.piece for r in one.piece.on(today()).findings]
            for said in dict.fromkeys(r.marked for r in remarks if r.severity == "warning"):
                self._say(f"  {said}")


def _show(folder: Path, outcomes: list[Outcome]) -> None:
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
    text = gallery.page("The last save", "What it changed.", walls, folder, refresh=2)
    write_whole(folder / PREVIEW, text.encode("utf-8", "surrogateescape"))
