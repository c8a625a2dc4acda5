"""The live picture of a run: figures, clock, and two lines of bars."""

import io
import math

import pytest
from rich.console import Console

from flexpool.planning import Moment
from rondstroom.cli.planning.progress import WIDTH, Teller, bars, line, picture

MOMENTS = [
    Moment(1.0, None, -math.inf),
    Moment(2.0, 200, 50.0),
    Moment(8.0, 120, 90.0),
]


def drawn(moments: list[Moment], seconds: float) -> str:
    """The picture as text, as wide as a terminal."""
    console = Console(width=100, record=True, file=io.StringIO())
    console.print(picture("ward", moments, seconds, 60.0))
    return console.export_text()


def test_a_line_says_how_it_goes() -> None:
    """Before and after a first roster."""
    assert line(MOMENTS[0]) == "no roster yet, no bound yet (Ctrl-C keeps the best)"
    assert line(MOMENTS[2]).startswith("objective 120, bound 90, gap 25.0%")


def test_the_picture_tells_roster_bound_gap_and_clock() -> None:
    """All that is known of a run at a glance."""
    text = drawn(MOMENTS, 10.0)
    assert "ward: objective 120, bound 90, gap 25.0%" in text
    assert "10 of 60 s" in text
    assert "roster" in text
    assert "bound" in text


def test_a_run_that_knows_nothing_yet_is_drawn_too() -> None:
    """No figures, no bars, no error."""
    assert "no roster yet" in drawn([], 0.0)


def test_bars_follow_time_and_share_one_scale() -> None:
    """What is highest of all is a full bar; before it is known there is none."""
    at, values = [0.0, 5.0], [200.0, 100.0]
    found = bars(at, values, 10.0, [200.0, 100.0, 0.0])
    assert len(found) == WIDTH
    assert (found[0], found[-1]) == ("█", "▅")
    assert bars([5.0], [100.0], 10.0, [100.0])[0] == " "
    assert bars([], [], 10.0, []) == " " * WIDTH


def test_nothing_is_drawn_where_nobody_looks(capsys: pytest.CaptureFixture[str]) -> None:
    """Beside a script the error stream stays empty; what happened is kept."""
    with Teller("ward", 5.0) as teller:
        teller.tell(1.0, 10, 4.0, 0.6)
    assert capsys.readouterr().err == ""
    assert teller.moments == [Moment(1.0, 10, 4.0)]


def test_a_note_is_told_until_there_is_a_roster() -> None:
    teller = Teller("ward", 5.0, "compiling: half a minute, once")

    def first_line() -> str:
        console = Console(width=120, record=True, file=io.StringIO())
        console.print(teller)
        return console.export_text().splitlines()[0]

    assert "ward (compiling: half a minute, once): no roster yet" in first_line()
    teller.tell(1.0, None, 4.0, None)
    assert "(compiling" in first_line()
    teller.tell(2.0, 10, 4.0, 0.6)
    assert first_line().startswith("ward: objective 10")
