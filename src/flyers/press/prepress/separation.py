"""The typeset file turned into ink: every colour of every stream that its pages reach, and all
pictures.

ISO 32000-1: 7.8.3 (resources), 8.7 (patterns and shadings), 8.10 (forms), 11.6.5.3 (soft masks).
The typesetter writes RGB, well formed. The Separation gives the inks of each colour, and up to
which size black type is printed over what is below it.
"""

from math import hypot
from typing import Any

from flyers.catalogue.inks import Separation
from flyers.core.matrix import Matrix
from flyers.press.prepress.black_overprint import STATES, Overprinter
from flyers.press.prepress.gradients import ink_shading
from flyers.press.prepress.inking import Inker, inked
from flyers.press.prepress.operations import operations, written
from flyers.press.read.damage import naming_damage
from flyers.press.read.filters import data_of
from flyers.press.read.image_objects import bitmap_of, replace_bitmap
from flyers.press.read.objects import followed, matrix, parsed, replace_data
from flyers.press.read.pdf_pages import TYPESET, PdfPages
from flyers.press.read.resources import inside


def separated(pdf: bytes, separation: Separation | None) -> PdfPages:
    """Return the typeset file with everything as ink; with None, in greys of one channel.

    Raises PdfError for anything that the typesetter never writes.
    """
    source = PdfPages([(TYPESET, pdf)])
    press = _Separator(separation)
    with naming_damage(TYPESET):
        for number in range(len(source)):
            press.page(source.page(number))
        press.pictures()
    # A link does nothing on paper, and shops refuse annotations.
    for number in range(len(source)) if separation else ():
        source.page(number).pop("/Annots", None)
    return source


class _Separator:
    """Goes from the pages to all that they use; each object is changed once, in place."""

    def __init__(self, separation: Separation | None) -> None:
        self._separation = separation
        self._inks = Inker(flat=separation.flat if separation else None)
        self._overprint = separation.overprint if separation else 0
        self._brightness = Inker(flat=None)
        self._done: dict[int, Any] = {}
        self._bitmaps: dict[int, tuple[Any, list[tuple[float, float]]]] = {}

    def page(self, page: Any) -> None:
        resources = followed(page.get("/Resources")) or {}
        contents = followed(page.get("/Contents"))
        if contents is not None:
            self._content(contents, resources, Matrix(), mask=False)
        self._resources(resources, mask=False)

    def pictures(self) -> None:
        """Convert the pictures, once it is known how large each is printed."""
        if self._separation is None:
            return
        for picture, sizes in self._bitmaps.values():
            size = max(sizes, default=None)
            old = bitmap_of(picture)
            new = self._separation.bitmap(old, size)
            if new is not old:
                replace_bitmap(picture, new)

    def _content(self, stream: Any, resources: Any, way: Matrix, *, mask: bool) -> None:
        """Rewrite one stream; what it draws follows where it is drawn."""
        if self._is_done(stream):
            return
        if "/ExtGState" not in resources:
            resources.update(parsed(b"<< /ExtGState << >> >>"))
        states = followed(resources["/ExtGState"])
        things = followed(resources.get("/XObject")) or {}

        def drawn(name: str, there: Matrix) -> None:
            self._drawn(followed(things.get(name)), resources, there, mask=mask)

        overprinter = Overprinter(way, resources, 0 if mask else self._overprint, drawn)
        content = written(overprinter.over(inked(operations(data_of(stream)), self._inker(mask))))
        replace_data(stream, content)
        states.update(parsed(STATES))

    def _drawn(self, thing: Any, around: Any, way: Matrix, *, mask: bool) -> None:
        if thing is None:
            return
        if thing.get("/Subtype") == "/Image":
            size = hypot(way.a, way.b), hypot(way.c, way.d)
            self._bitmaps.setdefault(id(thing), (thing, []))[1].append(size)
        elif thing.get("/Subtype") == "/Form":
            self._form(thing, around, way, mask=mask)

    def _form(self, form: Any, around: Any, way: Matrix, *, mask: bool) -> None:
        way = matrix(form.get("/Matrix")).then(way)
        resources = followed(form.get("/Resources"))
        self._content(form, around if resources is None else resources, way, mask=mask)
        group = followed(form.get("/Group"))
        if group and "/CS" in group:
            group.update(parsed(b"<< /CS /%s >>" % self._inker(mask).space.encode()))
        if resources is not None:
            self._resources(resources, mask=mask)

    def _resources(self, resources: Any, *, mask: bool) -> None:
        """Rewrite what is reached by other ways than by being drawn."""
        if self._is_done(resources):
            return
        inker = self._inker(mask)
        for state in inside(resources, "/ExtGState"):
            soft = followed(state.get("/SMask"))
            if hasattr(soft, "get") and "/G" in soft:
                self._form(followed(soft["/G"]), resources, Matrix(), mask=True)
        for pattern in inside(resources, "/Pattern"):
            if "/Shading" in pattern:
                ink_shading(followed(pattern["/Shading"]), inker, self._is_done)
            else:
                way = matrix(pattern.get("/Matrix"))
                own = followed(pattern.get("/Resources")) or {}
                self._content(pattern, own, way, mask=mask)
                self._resources(own, mask=mask)
        for shading in inside(resources, "/Shading"):
            ink_shading(shading, inker, self._is_done)
        for thing in inside(resources, "/XObject"):
            if thing.get("/Subtype") == "/Form":
                self._form(thing, resources, Matrix(), mask=mask)
            elif thing.get("/Subtype") == "/Image":
                self._bitmaps.setdefault(id(thing), (thing, []))
        # All colours are in device spaces now, which need no resource.
        resources.pop("/ColorSpace", None)

    def _inker(self, mask: bool) -> Inker:
        return self._brightness if mask else self._inks

    def _is_done(self, thing: Any) -> bool:
        """Return True if it was seen before. It is kept, or another could be given its id."""
        seen = id(thing) in self._done
        self._done[id(thing)] = thing
        return seen
