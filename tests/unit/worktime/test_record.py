"""A person's record: what it finds, what one more shift adds, and how it explains itself."""

from __future__ import annotations

from datetime import date

import pytest

from flexpool.parameters import NoFigureForDate
from flexpool.staffing import AgeGroup
from flexpool.text import Text
from flexpool.worktime import Restriction, Severity, Unit, WorkRecord, check, load_profile
from flexpool.worktime.finding import Finding, condensed
from roster_text import period_from, shifts_from

LATE, EARLY = "2026-11-02 15:00-23:00", "2026-11-03 07:00-15:00"


def test_nobody_without_shifts_breaks_a_rule() -> None:
    for profile in ("default", "care"):
        assert check([], load_profile(profile)) == ()
        assert check([], load_profile(profile), AgeGroup.YOUTH) == ()


def test_only_the_new_findings_are_told() -> None:
    shifts = shifts_from([LATE, EARLY, "2026-11-04 15:00-23:00", "2026-11-05 07:00-15:00"])
    record = WorkRecord(shifts, worker="An")
    assert [finding.source_ref for finding in record.findings] == ["A5"]
    (long_day,) = shifts_from(["2026-11-10 07:00-19:30"])
    (found,) = record.findings_if_added(long_day)
    assert (found.source_ref, found.worker) == ("A1", "An")
    assert record.findings_if_added(shifts_from(["2026-11-10 07:00-15:00"])[0]) == ()
    assert len(record.findings) == 1


def test_a_record_grows_by_a_shift() -> None:
    record = WorkRecord(shifts_from([LATE]))
    grown = record.with_shift(shifts_from(["2026-11-03 06:30-15:00"])[0])
    assert record.findings == ()
    assert {finding.source_ref for finding in grown.findings} == {"A1", "A5"}


def test_a_shift_between_two_others_joins_them() -> None:
    record = WorkRecord(shifts_from(["2026-11-02 06:00-10:00", "2026-11-02 18:00-22:00"]))
    assert record.findings == ()
    (between,) = shifts_from(["2026-11-02 12:00-16:30"])
    (found, *others) = record.findings_if_added(between)
    assert (found.source_ref, found.measured) == ("A1", 12.5)
    assert {other.source_ref for other in others} <= {"A5"}


def test_a_finding_tells_all_there_is_to_tell() -> None:
    (found,) = check(shifts_from(["2026-11-02 07:00-19:30"]), worker="An")
    assert found.rule == "worktime.shift-hours"
    assert found.period == period_from("2026-11-02 07:00-19:30")
    assert found.starts_local.hour == 7
    assert found.ends_local.minute == 30
    assert (found.measured, found.limit, found.unit) == (12.5, 12.0, Unit.HOURS)
    assert found.article == "ATW 5:7(2)a"
    assert found.severity is Severity.BREACH
    assert found.message.in_language("nl").startswith("Deze dienst telt 12,5 uur werk")
    assert found.message.in_language("en").startswith("This shift holds 12.5 h of work")
    assert found.cure == Text("Maak de dienst 0,5 uur korter.", "Make the shift 0.5 h shorter.")


def test_the_way_in_which_weekly_rest_is_given_is_told() -> None:
    roster = ["2026-11-02 07:00-15:30, x6", "2026-11-08 15:00-23:00", "2026-11-11 07:00-15:30"]
    record = WorkRecord(shifts_from(roster))
    first = next(told for told in record.explanations() if told.source_ref == "A6")
    assert first.is_met
    assert first.text.en == (
        "36 h in 7 days: no, 23.5 h; 72 h in 14 days in blocks of 32 h: yes, 56 h + 111.5 h"
    )
    assert first.text.nl.startswith("36 uur rust in 7 dagen: nee, 23,5 uur;")
    assert first.starts_local.day == 2
    during = record.explanations(period_from("2026-11-11 08:00-09:00"))
    assert [told.starts_local.day for told in during if told.source_ref == "A6"] == [11]


def test_the_way_in_which_late_nights_are_counted_is_told() -> None:
    shifts = shifts_from(["2026-01-05 23:00-07:00, x4, weekly x36"])
    told = WorkRecord(shifts, load_profile("care")).explanations()
    late = [explanation for explanation in told if explanation.source_ref == "N6"]
    assert not late[0].is_met
    assert late[0].text.en == (
        "140 late nights in 52 weeks: no, 144; 38 h between 00:00 and 06:00 in 2 weeks: no, 48 h"
    )
    statutory = WorkRecord(shifts).explanations()
    assert not [explanation for explanation in statutory if explanation.source_ref == "N6"]


def test_the_exception_that_a_short_rest_uses_is_told() -> None:
    roster = [LATE, EARLY, "2026-11-04 15:00-23:00", "2026-11-05 07:00-15:00"]
    told = [e for e in WorkRecord(shifts_from(roster)).explanations() if e.source_ref == "A5"]
    assert [explanation.is_met for explanation in told] == [True, False]
    assert told[0].text.en == "11 h of rest in 24 h: no, 8 h; once 8 h in 7 x 24 h: yes"


def test_the_exception_that_a_night_uses_is_told() -> None:
    nights = ["2026-11-02 23:00-07:00", "2026-11-05 23:00-07:00", "2026-11-08 23:00-07:00"]
    evenings = ["2026-11-03 19:00-22:00", "2026-11-06 15:00-22:00", "2026-11-09 15:00-22:00"]
    record = WorkRecord(shifts_from([*nights, *evenings]))
    told = [e for e in record.explanations() if e.source_ref == "N3"]
    assert [explanation.is_met for explanation in told] == [True, True, False]
    assert told[0].text.en.endswith("an exception: yes, 12 h of rest (5:8(3))")
    assert told[1].text.en.endswith("an exception: yes, once in 7 x 24 h (5:8(4))")
    assert told[2].text.en.endswith("an exception: no, used up")
    during = record.explanations(period_from("2026-11-06 08:00-09:00"))
    assert [e.starts_local.day for e in during if e.source_ref == "N3"] == [6]


def test_nights_left_before_the_average_of_forty_hours() -> None:
    record = WorkRecord(shifts_from(["2026-06-01 23:00-07:00, x3, weekly x4"]))
    assert record.nights_left(date(2026, 7, 1)) == 3
    assert record.nights_left(date(2026, 12, 1)) == 15
    full = WorkRecord(shifts_from(["2026-06-01 23:00-07:00, x3, weekly x6"]))
    assert full.nights_left(date(2026, 7, 1)) == 0
    assert WorkRecord([]).nights_left(date(2026, 7, 1)) == 15


def test_a_shift_before_the_law_is_known_is_an_error() -> None:
    with pytest.raises(NoFigureForDate, match="before 2020-01-01"):
        check(shifts_from(["2019-11-04 07:00-19:30"]))


def test_a_restriction_must_end_after_it_starts() -> None:
    with pytest.raises(ValueError, match="must end after"):
        Restriction(date(2026, 1, 1), date(2026, 1, 1))


def _finding(start: int, end: int, measured: float, rule: str = "a") -> Finding:
    text = Text("x", "y")
    return Finding(
        rule, "A", "", start, end, measured, 10, Unit.HOURS, "", Severity.BREACH, text, text
    )


def test_overlapping_windows_are_told_by_their_worst() -> None:
    raw = [_finding(0, 7, 11), _finding(3, 10, 14), _finding(9, 16, 12), _finding(20, 27, 11)]
    told = condensed(raw, frozenset({"a"}))
    assert [(finding.starts_second, finding.measured) for finding in told] == [(3, 14), (20, 11)]
    assert len(condensed(raw, frozenset())) == 4


def test_windows_of_different_rules_are_told_apart() -> None:
    raw = [_finding(0, 7, 11), _finding(3, 10, 14, rule="b")]
    assert len(condensed(raw, frozenset({"a", "b"}))) == 2
