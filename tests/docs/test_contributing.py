"""CONTRIBUTING.md shows the plan as it is."""

from draw_floors import PAGE, PICTURE, drawn, rooms


def test_the_picture_shows_the_table() -> None:
    assert PICTURE.read_text("utf-8") == drawn(PAGE.read_text("utf-8"))


def test_floors_stand_in_their_order() -> None:
    floors = [floor for floor, _, _ in rooms(PAGE.read_text("utf-8"))]
    assert floors == sorted(floors)
    assert set(floors) == set(range(1, max(floors) + 1))
