"""From a layup to a sheet: put on its paper, turned over for the backs, marked.

The only place where anything is mirrored. A leaf's back is where the paper
behind its front is, and every distance is measured from the same corner, so
that fronts and backs register to the point.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TypeVar

from flyers.affine import Matrix, rotated_box
from flyers.impose.area import SLACK, Area, area_for
from flyers.impose.layup import Face, Layup, Leaf
from flyers.impose.marks import OFFSET, allowances, bar, crops, line_ticks, targets
from flyers.impose.options import Options
from flyers.impose.turn import back_rotation, turned_over
from flyers.papers import Paper
from flyers.sheets import (
    Box,
    Edges,
    Form,
    Ink,
    Line,
    Mark,
    Page,
    Patch,
    Placement,
    Rotation,
    Sheet,
    Sign,
)

Stroke = TypeVar("Stroke", Line, Mark)
RIGHT_ANGLES: dict[int, Rotation] = {0: 0, 90: 90, 180: 180, 270: 270}
_allowances = lru_cache(maxsize=64)(allowances)


def laid(
    layups: Sequence[Layup],
    pages: Sequence[Page],
    options: Options,
    *,
    what: str = "The pages",
    area: Area | None = None,
) -> tuple[Sheet, ...]:
    """The sheets of these layups, all on paper that lies the same way: on ``area``, or on the
    first that holds them.

    ``what`` names them in a refusal. Raises ImpositionError where they do not fit.
    """
    if not layups:
        return ()
    block = layups[0].block
    for layup in layups[1:]:
        block = block.union(layup.block)
    area = area or area_for(block, options, what)
    x, y = area.at(block, options)
    move = Matrix.move(x - block.left, y - block.bottom)
    return tuple(_sheet(layup, pages, options, area, move) for layup in layups)


def _sheet(
    layup: Layup, pages: Sequence[Page], options: Options, area: Area, move: Matrix
) -> Sheet:
    width, height = area.paper.width, area.paper.height
    over = turned_over(width, height, area.flip)
    boxes = tuple(move.box(leaf.lies) for leaf in layup.leaves)
    trim = move.box(layup.block)
    inner = _within(trim, (_moved(line, move) for line in layup.lines))
    lines = (*_outer_cuts(trim, area.paper), *inner)
    has_back = any(leaf.back is not None for leaf in layup.leaves)
    both = has_back and options.one_form
    lying = boxes
    if both:  # the backs lie beside the fronts, and count as their neighbours
        lying = (*boxes, *(over.box(box) for box in boxes))
        trim = trim.union(over.box(trim))
        lines = (_middle(area, options), *lines, *(_moved(line, over) for line in lines))
    clips = [
        box.inset(_outward(edges))
        for box, edges in zip(lying, _allowances(lying, options.bleed), strict=True)
    ]
    fronts: list[Placement] = []
    backs: list[Placement] = []
    empty = tuple(box for leaf, box in zip(layup.leaves, boxes, strict=True) if not leaf.front)
    empty_behind = tuple(
        over.box(box) for leaf, box in zip(layup.leaves, boxes, strict=True) if leaf.back == ()
    )
    upside = back_rotation(width, height, area.flip)
    for leaf, box, clip in zip(layup.leaves, boxes, clips, strict=False):
        fronts += _placed(leaf.front, leaf, box, clip, pages, leaf.rotation)
        if leaf.back is not None:
            # Seen from behind, what is turned one way is turned the other.
            rotation = upside - leaf.rotation
            backs += _placed(leaf.back, leaf, over.box(box), over.box(clip), pages, rotation)
    marks = _marks(lying, clips, lines, trim, area, options)
    marks += tuple(_moved(mark, move) for mark in layup.marks)
    signs = (*_signs(trim, marks, options), *(_shown(sign, move) for sign in layup.signs))
    front = Form(
        placements=tuple(fronts), marks=marks, signs=signs, leaves=tuple(lying), blanks=empty
    )
    back = None
    if both:
        front = replace(front, placements=(*fronts, *backs), blanks=(*empty, *empty_behind))
    elif has_back:
        back = Form(
            placements=tuple(backs),
            marks=tuple(_moved(mark, over) for mark in marks),
            signs=tuple(_shown(sign, over) for sign in signs),
            leaves=tuple(over.box(box) for box in boxes),
            blanks=empty_behind,
        )
    return Sheet(
        width=width,
        height=height,
        trim=trim,
        bleed=trim.inset(Edges.all(-options.bleed)),
        front=front,
        back=back,
        flip=area.flip,
        lines=tuple({_place(line): line for line in reversed(lines)}.values())[::-1],
        copies=layup.copies,
        both=both,
    )


def _placed(
    face: Face, leaf: Leaf, box: Box, clip: Box, pages: Sequence[Page], rotation: int
) -> Iterator[Placement]:
    """The pages of one side of a leaf that lies in ``box``, so turned, and may leave ink in
    ``clip``."""
    own = Box(left=0, bottom=0, right=leaf.box.width, top=leaf.box.height)
    to_form = Matrix.turn(rotation).with_corner_at(own, box.left, box.bottom)
    for spot in face:
        page = pages[spot.page]
        size = rotated_box(page.width * spot.scale, page.height * spot.scale, spot.rotation)
        lies = Matrix.move(spot.x, spot.y).box(size)
        at = to_form.box(lies)
        window = to_form.box(spot.window or lies)
        yield Placement(
            page=spot.page,
            x=at.left,
            y=at.bottom,
            rotation=RIGHT_ANGLES[(spot.rotation + rotation) % 360],
            scale=spot.scale,
            clip=_opened(window, box, clip),
        )


def _opened(window: Box, leaf: Box, clip: Box) -> Box:
    """The window, moved out to the bleed at the edges that it shares with its leaf."""

    def edge(own: float, outer: float, bleed: float) -> float:
        return bleed if abs(own - outer) < 0.01 else own

    return Box(
        left=edge(window.left, leaf.left, clip.left),
        bottom=edge(window.bottom, leaf.bottom, clip.bottom),
        right=edge(window.right, leaf.right, clip.right),
        top=edge(window.top, leaf.top, clip.top),
    )


def _outward(edges: Edges) -> Edges:
    return Edges(top=-edges.top, right=-edges.right, bottom=-edges.bottom, left=-edges.left)


def _marks(
    boxes: Sequence[Box],
    clips: Sequence[Box],
    lines: Sequence[Line],
    trim: Box,
    area: Area,
    options: Options,
) -> tuple[Mark, ...]:
    """Those that were asked for, from what lies on the front."""
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


def _moved(line: Stroke, move: Matrix) -> Stroke:
    """The same line elsewhere, or as it is seen from behind."""
    (x1, y1), (x2, y2) = move.point(line.x1, line.y1), move.point(line.x2, line.y2)
    return replace(line, x1=x1, y1=y1, x2=x2, y2=y2)


def _shown(sign: Sign, move: Matrix) -> Sign:
    """The same sign elsewhere. Text stays upright."""
    if isinstance(sign, Patch):
        return replace(sign, box=move.box(sign.box))
    x, y = move.point(sign.x, sign.y)
    return replace(sign, x=x, y=y)


def _outer_cuts(trim: Box, paper: Paper) -> Iterator[Line]:
    """Around all leaves, where the paper goes on beyond them."""
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
    """The lines as far as they cross the trim, whose edges are cut already."""
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
    """A line by where it is, whichever end comes first."""
    ends = sorted(((line.x1, line.y1), (line.x2, line.y2)))
    return tuple(round(number, 2) for end in ends for number in end)


def _middle(area: Area, options: Options) -> Line:
    """The line about which a sheet with one form is turned: cut last, and two are had of one."""
    width, height = area.paper.width, area.paper.height
    if options.duplex == "work-and-turn":
        return Line(kind="cut", x1=width / 2, y1=0, x2=width / 2, y2=height)
    return Line(kind="cut", x1=0, y1=height / 2, x2=width, y2=height / 2)
