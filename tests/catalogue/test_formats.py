"""The table of formats: every row has to be a piece that can be made."""

import pytest

from flyers.catalogue.formats import DEFAULT_FORMATS, FORMATS, Format, format_named
from flyers.catalogue.papers import PAPERS
from flyers.core.boxes import Box
from flyers.core.errors import UnknownNameError
from flyers.core.sheets import Side
from flyers.core.units import inches, to_mm

every_format = pytest.mark.parametrize("row", FORMATS.values(), ids=lambda row: row.name)


def widths(row: Format, side: Side) -> dict[str, float]:
    """Panel widths in inches as they lie, left to right."""
    on_side = sorted((p for p in row.panels if p.side == side), key=lambda panel: panel.x)
    return {panel.name: panel.width / inches(1) for panel in on_side}


def test_a_letter_tri_fold_is_folded_as_shops_fold_it() -> None:
    row = FORMATS["tri-fold"]
    assert widths(row, "front") == {"flap": 3.625, "back": 3.6875, "cover": 3.6875}
    assert widths(row, "back") == {"inside-1": 3.6875, "inside-2": 3.6875, "inside-3": 3.625}


def test_an_a4_tri_fold_has_a_flap_three_millimetres_short() -> None:
    row = FORMATS["tri-fold-a4"]
    assert [round(to_mm(panel.width)) for panel in row.panels] == [100, 97, 100, 100, 97, 100]


def test_in_a_script_from_right_to_left_the_cover_opens_to_the_other_side() -> None:
    row = FORMATS["tri-fold"].mirrored()
    assert list(widths(row, "front")) == ["cover", "back", "flap"]
    assert list(widths(row, "back")) == ["inside-3", "inside-2", "inside-1"]


@every_format
def test_panels_cover_their_side_without_overlap(row: Format) -> None:
    for side in ("front", "back"):
        panels = sorted((p for p in row.panels if p.side == side), key=lambda panel: panel.x)
        edges = [0.0]
        for panel in panels:
            assert panel.x == pytest.approx(edges[-1])
            assert (panel.y, panel.height) == (0, row.height)
            edges.append(panel.x + panel.width)
        assert edges[-1] == pytest.approx(row.width)


@every_format
def test_folds_lie_between_the_panels_of_the_front(row: Format) -> None:
    starts = sorted(panel.x for panel in row.panels if panel.side == "front")
    assert list(row.folds) == pytest.approx(starts[1:])


@every_format
def test_pieces_fill_their_sheet(row: Format) -> None:
    assert row.width * row.across == pytest.approx(row.sheet.width)
    assert row.height == pytest.approx(row.sheet.height)


@every_format
def test_mirrored_twice_is_the_same_piece(row: Format) -> None:
    twice = row.mirrored().mirrored()
    assert list(twice.folds) == pytest.approx(list(row.folds))
    assert [panel.x for panel in twice.panels] == pytest.approx([p.x for p in row.panels])


@every_format
def test_upright_sheets_turn_on_the_long_edge_and_lying_ones_on_the_short(row: Format) -> None:
    assert row.flip == ("short" if row.sheet.width > row.sheet.height else "long")


def test_what_is_made_without_being_asked_for_exists() -> None:
    assert set(DEFAULT_FORMATS) <= set(FORMATS)


def test_an_unknown_name_suggests_the_nearest() -> None:
    with pytest.raises(UnknownNameError, match="did you mean 'tri-fold'"):
        format_named("trifold")


def test_papers_stand_upright() -> None:
    assert all(paper.width < paper.height for paper in PAPERS.values())
    letter = PAPERS["letter"]
    assert (letter.turned().width, letter.turned().height) == (letter.height, letter.width)
    assert Box(left=0, bottom=0, right=letter.width, top=letter.height).width == 612
