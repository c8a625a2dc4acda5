"""The picture of a search."""

from rondstroom.web.planner.planning.curve import LEFT, Point, draw, read_points

HISTORY = [[0.5, None, 10.0], [1.0, 90.0, 10.0], [4.0, 50.0, 40.0]]


def test_the_lines_are_stairs_up_to_the_last_second() -> None:
    curve = draw(read_points(HISTORY))
    assert curve is not None
    corners = [tuple(map(float, corner.split(","))) for corner in curve.best.split()]
    assert len(corners) == 4  # first roster, held, improved, held to the end
    assert corners[0][1] == corners[1][1] < corners[2][1] == corners[3][1]
    last_second = next(tick.place for tick in curve.across if tick.figure == 4)
    assert corners[-1][0] == last_second


def test_a_roster_not_yet_found_is_not_drawn() -> None:
    curve = draw(read_points(HISTORY[:1]))
    assert curve is not None
    assert curve.best == ""
    assert curve.bound


def test_nothing_known_gives_no_picture() -> None:
    assert draw([]) is None
    assert draw([Point(1.0, None, None)]) is None


def test_a_single_figure_stands_in_the_middle_and_divides_by_nothing() -> None:
    curve = draw([Point(0.0, 5.0, 5.0)])
    assert curve is not None
    assert curve.best.startswith(f"{LEFT},")
    assert curve.best == curve.bound


def test_the_gap_is_a_share_of_the_best_roster() -> None:
    assert Point(1, 50, 40).gap == 0.2
    assert Point(1, 0, 0).gap == 0
    assert Point(1, 40, 41).gap == 0
    assert Point(1, None, 3).gap is None
