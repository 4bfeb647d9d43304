"""From a layup to a sheet: put on its paper, turned over for the backs, marked.

Only here is anything mirrored. Backs are computed from the fronts, and every distance
is measured from the same corner, so that both sides register.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from flyers.catalogue.papers import Paper
from flyers.core.boxes import Box, Edges
from flyers.core.matrix import Matrix, rotated_box
from flyers.core.sheets import Form, Ink, Line, Mark, Page, Placement, Rotation, Sheet, Sign
from flyers.imposition.assembly.area import SLACK, PrintArea, area_for
from flyers.imposition.assembly.marks import OFFSET, allowances, bar, crops, line_ticks, targets
from flyers.imposition.assembly.turn import back_rotation, turned_over
from flyers.imposition.layup import Layup, Leaf, LeafSide, Shape, moved_line, moved_sign
from flyers.imposition.options import Options

RIGHT_ANGLES: dict[int, Rotation] = {0: 0, 90: 90, 180: 180, 270: 270}


def sheets_of(
    layups: Sequence[Layup],
    pages: Sequence[Page],
    options: Options,
    *,
    what: str = "The pages",
    area: PrintArea | None = None,
) -> tuple[Sheet, ...]:
    """Return the sheets of these layups, all on paper that lies the same way: on ``area``, or on
    the first that holds them.

    ``what`` names them in a refusal. Raises ImpositionError where they do not fit.
    """
    if not layups:
        return ()
    shapes = [layup.shape for layup in layups]
    block = shapes[0].block
    for shape in dict.fromkeys(shapes):
        block = block.union(shape.block)
    area = area or area_for(block, options, what)
    x, y = area.at(block, options)
    move = Matrix.move(x - block.left, y - block.bottom)
    flats = {shape: _flat(shape, options, area, move) for shape in dict.fromkeys(shapes)}
    return tuple(
        _sheet(layup, flats[shape], pages) for layup, shape in zip(layups, shapes, strict=True)
    )


@dataclass(frozen=True, kw_only=True)
class Flat:
    """A sheet without its pages: the same for every sheet of one shape.

    ``boxes`` are the leaves seen from the front, ``clips`` where each may leave ink. ``lying``
    are all leaves on the front's form: with ``both``, the backs as well.
    """

    area: PrintArea
    over: Matrix
    boxes: tuple[Box, ...]
    lying: tuple[Box, ...]
    clips: tuple[Box, ...]
    trim: Box
    bleed: Box
    lines: tuple[Line, ...]
    marks: tuple[Mark, ...]
    signs: tuple[Sign, ...]
    both: bool

    @cached_property
    def front(self) -> Form:
        """The front without its pages."""
        return Form(placements=(), marks=self.marks, signs=self.signs, leaves=self.lying)

    @cached_property
    def back(self) -> Form:
        """The back without its pages: the marks of the front, seen from behind."""
        return Form(
            placements=(),
            marks=tuple(moved_line(mark, self.over) for mark in self.marks),
            signs=tuple(moved_sign(sign, self.over) for sign in self.signs),
            leaves=tuple(self.over.box(box) for box in self.boxes),
        )

    @cached_property
    def upside(self) -> int:
        """Degrees by which pages of the back are rotated."""
        return back_rotation(self.area.paper.width, self.area.paper.height, self.area.flip)


def _flat(shape: Shape, options: Options, area: PrintArea, move: Matrix) -> Flat:
    over = turned_over(area.paper.width, area.paper.height, area.flip)
    boxes = tuple(move.box(box) for box in shape.boxes)
    trim = move.box(shape.block)
    inner = _within(trim, (moved_line(line, move) for line in shape.lines))
    lines = (*_outer_cuts(trim, area.paper), *inner)
    lying = boxes
    both = shape.has_back and options.one_form
    if both:  # backs lie beside the fronts on the same form, so they limit each other's bleed
        lying = (*boxes, *(over.box(box) for box in boxes))
        trim = trim.union(over.box(trim))
        lines = (_middle(area, options), *lines, *(moved_line(line, over) for line in lines))
    clips = tuple(
        box.inset(_outward(edges))
        for box, edges in zip(lying, allowances(lying, options.bleed), strict=True)
    )
    marks = _marks(lying, clips, lines, trim, area, options)
    marks += tuple(moved_line(mark, move) for mark in shape.marks)
    return Flat(
        area=area,
        over=over,
        boxes=boxes,
        lying=lying,
        clips=clips[: len(boxes)],
        trim=trim,
        bleed=trim.inset(Edges.all(-options.bleed)),
        lines=tuple({_place(line): line for line in reversed(lines)}.values())[::-1],
        marks=marks,
        signs=(*_signs(trim, marks, options), *(moved_sign(sign, move) for sign in shape.signs)),
        both=both,
    )


def _sheet(layup: Layup, flat: Flat, pages: Sequence[Page]) -> Sheet:
    """Put the pages of a layup on its flat."""
    fronts: list[Placement] = []
    backs: list[Placement] = []
    empty: list[Box] = []
    empty_behind: list[Box] = []
    for leaf, box, clip in zip(layup.leaves, flat.boxes, flat.clips, strict=True):
        fronts += _placed(leaf.front, leaf, box, clip, pages, leaf.rotation)
        if not leaf.front:
            empty.append(box)
        if leaf.back is not None:
            # Seen from behind, a turn to the left is one to the right.
            rotation = flat.upside - leaf.rotation
            behind = flat.over.box(box)
            backs += _placed(leaf.back, leaf, behind, flat.over.box(clip), pages, rotation)
            if not leaf.back:
                empty_behind.append(behind)
    if flat.both:
        fronts, empty = [*fronts, *backs], [*empty, *empty_behind]
    has_back = not flat.both and any(leaf.back is not None for leaf in layup.leaves)
    return Sheet(
        width=flat.area.paper.width,
        height=flat.area.paper.height,
        trim=flat.trim,
        bleed=flat.bleed,
        front=_filled(flat.front, fronts, empty),
        back=_filled(flat.back, backs, empty_behind) if has_back else None,
        flip=flat.area.flip,
        lines=flat.lines,
        copies=layup.copies,
        both=flat.both,
    )


def _filled(form: Form, placements: Sequence[Placement], blanks: Sequence[Box]) -> Form:
    return replace(form, placements=tuple(placements), blanks=tuple(blanks))


def _placed(
    side: LeafSide, leaf: Leaf, box: Box, clip: Box, pages: Sequence[Page], rotation: int
) -> Iterator[Placement]:
    """Yield the pages of one side of a leaf that lies in ``box``, turned by ``rotation``, and may
    leave ink in ``clip``."""
    to_form = _way_to(box, leaf.box.width, leaf.box.height, rotation)
    for leaf_page in side:
        page = pages[leaf_page.page]
        size = rotated_box(
            page.width * leaf_page.scale, page.height * leaf_page.scale, leaf_page.rotation
        )
        lies = Matrix.move(leaf_page.x, leaf_page.y).box(size)
        at = to_form.box(lies)
        window = to_form.box(leaf_page.window) if leaf_page.window else at
        yield Placement(
            page=leaf_page.page,
            x=at.left,
            y=at.bottom,
            rotation=RIGHT_ANGLES[(leaf_page.rotation + rotation) % 360],
            scale=leaf_page.scale,
            clip=_opened(window, box, clip),
        )


@lru_cache(maxsize=1024)
def _way_to(box: Box, width: float, height: float, rotation: int) -> Matrix:
    """Return the matrix from a leaf of that size to the box in which it lies, turned."""
    own = Box(left=0, bottom=0, right=width, top=height)
    return Matrix.turn(rotation).with_corner_at(own, box.left, box.bottom)


def _opened(window: Box, leaf: Box, clip: Box) -> Box:
    """Return the window, extended to the bleed at the edges that it shares with its leaf."""
    return Box(
        left=_edge(window.left, leaf.left, clip.left),
        bottom=_edge(window.bottom, leaf.bottom, clip.bottom),
        right=_edge(window.right, leaf.right, clip.right),
        top=_edge(window.top, leaf.top, clip.top),
    )


def _edge(own: float, outer: float, bleed: float) -> float:
    return bleed if abs(own - outer) < 0.01 else own


def _outward(edges: Edges) -> Edges:
    return Edges(top=-edges.top, right=-edges.right, bottom=-edges.bottom, left=-edges.left)


def _marks(
    boxes: Sequence[Box],
    clips: Sequence[Box],
    lines: Sequence[Line],
    trim: Box,
    area: PrintArea,
    options: Options,
) -> tuple[Mark, ...]:
    """Return the ticks that the options ask for, from what lies on the front."""
    kinds = set(options.marks)
    reach = options.bleed + OFFSET
    marks: list[Mark] = []
    if "crop" in kinds:
        marks += crops(boxes, clips, area.printable, reach)
    if "cut" in kinds:
        cuts = [line for line in lines if line.kind == "cut"]
        marks += line_ticks(cuts, trim, area.printable, reach, "black")
    if "fold" in kinds:
        folds = [line for line in lines if line.kind == "fold"]
        ink: Ink = "registration" if "crop" in kinds else "black"
        marks += line_ticks(folds, trim, area.printable, reach, ink)
    return tuple(marks)


def _signs(trim: Box, marks: Sequence[Mark], options: Options) -> Iterator[Sign]:
    reach = options.bleed + OFFSET
    if "registration" in options.marks:
        yield from targets(trim, reach, marks)
    if "bar" in options.marks:
        yield from bar(trim, reach)


def _outer_cuts(trim: Box, paper: Paper) -> Iterator[Line]:
    """Yield the cuts around all leaves, where there is paper beyond them."""
    left, right, bottom, top = trim.left, trim.right, trim.bottom, trim.top
    if bottom > SLACK:
        yield Line(kind="cut", x1=0, y1=bottom, x2=paper.width, y2=bottom)
    if top < paper.height - SLACK:
        yield Line(kind="cut", x1=0, y1=top, x2=paper.width, y2=top)
    if left > SLACK:
        yield Line(kind="cut", x1=left, y1=bottom, x2=left, y2=top)
    if right < paper.width - SLACK:
        yield Line(kind="cut", x1=right, y1=bottom, x2=right, y2=top)


def _within(trim: Box, lines: Iterable[Line]) -> Iterator[Line]:
    """Yield the lines as far as they cross the trim, leaving out those along its edges."""
    for line in lines:
        x1, x2 = (min(max(x, trim.left), trim.right) for x in (line.x1, line.x2))
        y1, y2 = (min(max(y, trim.bottom), trim.top) for y in (line.y1, line.y2))
        upright = line.x1 == line.x2
        at, low, high = (
            (line.x1, trim.left, trim.right) if upright else (line.y1, trim.bottom, trim.top)
        )
        stays = low + SLACK < at < high - SLACK
        if stays and (x1, y1) != (x2, y2):
            yield replace(line, x1=x1, y1=y1, x2=x2, y2=y2)


def _place(line: Line) -> tuple[float, ...]:
    """Return the line's ends in one order, to find lines that coincide."""
    ends = sorted(((line.x1, line.y1), (line.x2, line.y2)))
    return tuple(round(number, 2) for end in ends for number in end)


def _middle(area: PrintArea, options: Options) -> Line:
    """Return the cut that parts the two halves of a work-and-turn or work-and-tumble sheet."""
    width, height = area.paper.width, area.paper.height
    if options.duplex == "work-and-turn":
        return Line(kind="cut", x1=width / 2, y1=0, x2=width / 2, y2=height)
    return Line(kind="cut", x1=0, y1=height / 2, x2=width, y2=height / 2)
