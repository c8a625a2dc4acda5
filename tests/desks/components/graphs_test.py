"""A line with marks: everything stands where the figures say, and inside the picture."""

from __future__ import annotations

import pytest

from rondstroom.web.components.graphs import HEIGHT, LEFT, RIGHT, WIDTH, Mark, graph_of

POINTS = [(20.0, 2000.0), (24.5, 2200.0), (28.0, 2210.0), (36.0, 2600.0)]


def places(line: str) -> list[tuple[float, float]]:
    pairs = [point.split(",") for point in line.split()]
    return [(float(x), float(y)) for x, y in pairs]


def test_the_line_goes_from_edge_to_edge_and_up_when_figures_rise() -> None:
    found = places(graph_of(POINTS).line)
    assert found[0][0] == LEFT
    assert found[-1][0] == WIDTH - RIGHT
    assert [y for _, y in found] == sorted((y for _, y in found), reverse=True)


def test_a_mark_stands_on_its_point() -> None:
    graph = graph_of(POINTS, marks=[Mark(24.5, 2200, "nu")])
    assert (graph.marks[0].x, graph.marks[0].y) in places(graph.line)


@pytest.mark.parametrize(("hours", "anchor"), [(20, "start"), (28, "middle"), (36, "end")])
def test_words_stay_inside_the_picture(hours: float, anchor: str) -> None:
    assert graph_of(POINTS, marks=[Mark(hours, 2000, "nu")]).marks[0].anchor == anchor


def test_a_stretch_is_as_wide_as_its_figures() -> None:
    graph = graph_of(POINTS, stretches=[(20, 28)])
    assert graph.bands[0].x == LEFT
    assert graph.bands[0].width == (WIDTH - LEFT - RIGHT) / 2


def test_the_figures_on_the_axes_lie_within_the_picture() -> None:
    graph = graph_of(POINTS)
    assert all(LEFT <= tick.place <= WIDTH - RIGHT for tick in graph.across)
    assert all(0 < tick.place < HEIGHT for tick in graph.up)


@pytest.mark.parametrize("points", [[(24.0, 0.0)], [(24.0, -50.0), (25.0, -50.0)]])
def test_one_point_or_a_flat_line_divides_by_nothing(points: list[tuple[float, float]]) -> None:
    assert graph_of(points).line
