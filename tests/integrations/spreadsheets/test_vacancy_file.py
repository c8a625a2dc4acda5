"""A file with vacancies, out and in: line by line, again without change, never across houses."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from factories.demand import make_vacancy
from factories.identity import signed
from factories.moments import MONDAY, NOW
from factories.organisations import make_team
from factories.skills import make_function
from people import Cast
from rondstroom.integrations.spreadsheets import ImportAnswer, ImportNotAllowed, UnableToRead
from rondstroom.integrations.spreadsheets.exports import ExportNotAllowed
from rondstroom.integrations.spreadsheets.vacancies import (
    COLUMNS,
    export_vacancies,
    import_vacancies,
)
from rondstroom.integrations.spreadsheets.vacancies.columns import FORMS, ONLY_OUT, PARTS
from rondstroom.rooms.demand import actions
from rondstroom.rooms.demand.models import Vacancy
from rondstroom.rooms.people.states import DayPart, EngagementForm

pytestmark = pytest.mark.django_db

LINE = {
    "nummer": "V1",
    "locatie": "De Linde",
    "team": "PG Vlinder",
    "functie": "VIG",
    "uren per week": "24,5",
    "begindatum": "30-11-2026",
    "einddatum": "31-03-2027",
    "dagdelen": "ma dag|di avond",
    "contractvormen": "vast|tijdelijk",
    "plaatsen": "2",
    "antwoord binnen dagen": "10",
    "bijzonderheden": "Klein team",
}


def file_of(*lines: dict[str, str]) -> bytes:
    """Write lines under their headings."""
    rows = [list(lines[0])] + [list(one.values()) for one in lines]
    return "\n".join(";".join(row) for row in rows).encode()


def bring_in(cast: Cast, content: bytes, **more: Any) -> ImportAnswer:
    """Bring a file into De Linde as its planner."""
    make_function("VIG")
    told = {"organisation": cast.de_linde, "by": cast.pia, "at": NOW, **more}
    return import_vacancies(content, "vacatures.csv", **told)


def why_of(answer: ImportAnswer) -> list[tuple[str, str]]:
    """Give column and reason of what was refused."""
    return [(one.column, one.why) for one in answer.rejected]


def test_every_column_comes_in(cast: Cast) -> None:
    answer = bring_in(cast, file_of(LINE))
    row = Vacancy.objects.get()
    assert (answer.created, answer.rejected) == (1, [])
    assert (row.source_key, row.team, row.minutes_per_week) == ("V1", cast.vlinder, 1470)
    assert (row.starts_on, row.ends_on) == (MONDAY + timedelta(days=7), row.ends_on)
    assert (row.pattern, row.forms) == (["0:day", "1:evening"], ["permanent", "temporary"])
    assert (row.places, row.answer_days, row.remarks) == (2, 10, "Klein team")
    assert set(answer.columns) == set(COLUMNS) - set(ONLY_OUT)


def test_the_same_again_changes_nothing_and_another_word_changes_it(cast: Cast) -> None:
    bring_in(cast, file_of(LINE))
    assert bring_in(cast, file_of(LINE)).unchanged == 1
    assert bring_in(cast, file_of(LINE | {"plaatsen": "3"})).updated == 1
    few = {name: LINE[name] for name in LINE if name not in {"bijzonderheden", "einddatum"}}
    assert bring_in(cast, file_of(few | {"plaatsen": "3"})).unchanged == 1
    assert Vacancy.objects.get().remarks == "Klein team"


def test_a_trial_keeps_nothing(cast: Cast) -> None:
    assert bring_in(cast, file_of(LINE), dry_run=True).created == 1
    assert not Vacancy.objects.exists()


def test_what_goes_out_comes_in_unchanged(cast: Cast) -> None:
    make_vacancy(cast.vlinder, pattern=[(6, DayPart.NIGHT)], forms=list(EngagementForm))
    make_vacancy(cast.vlinder, source_key="V7", ends_on=MONDAY + timedelta(days=70), pattern=[])
    filled = make_vacancy(cast.vlinder, remarks="=gevaar()")
    actions.fill_vacancy(vacancy=filled, **signed())
    make_vacancy(cast.wijkteam)
    content = export_vacancies(organisation=cast.de_linde, by=cast.pia)
    assert b"vervuld" in content
    assert b"Wijkteam" not in content
    answer = bring_in(cast, content)
    assert (answer.unchanged, answer.understood, answer.rejected) == (3, 3, [])


@pytest.mark.parametrize(
    ("changes", "column", "why"),
    [
        ({"nummer": ""}, "nummer", "eigen nummer"),
        ({"nummer": "x" * 81}, "nummer", "eigen nummer"),
        ({"nummer": "rondstroom:1"}, "nummer", "niet van deze organisatie"),
        ({"team": "Onbekend"}, "team", "niet één bekend team"),
        ({"team": "Wijkteam Noord", "locatie": ""}, "team", "niet één bekend team"),
        ({"functie": "tovenaar"}, "functie", "niet bekend"),
        ({"uren per week": "veel"}, "uren per week", ""),
        ({"uren per week": "0,333"}, "uren per week", "zoals 24 of 24,5"),
        ({"uren per week": "50"}, "uren per week", "1 tot 48 uur"),
        ({"begindatum": "32-13-2026"}, "begindatum", ""),
        ({"einddatum": "01-01-2026"}, "einddatum", "ligt voor de eerste"),
        ({"dagdelen": "ma ochtend"}, "dagdelen", "ma dag|di avond"),
        ({"contractvormen": "los"}, "contractvormen", "Kies uit: vast"),
        ({"contractvormen": ""}, "contractvormen", "ten minste één"),
        ({"plaatsen": "1,5"}, "plaatsen", "heel getal"),
        ({"plaatsen": "0"}, "plaatsen", "1 tot 99"),
        ({"antwoord binnen dagen": "60"}, "antwoord binnen dagen", "1 tot 28"),
        ({"bijzonderheden": "x" * 301}, "bijzonderheden", ""),
    ],
)
def test_a_line_that_cannot_be_is_named_and_others_go_on(
    changes: dict[str, str], column: str, why: str, cast: Cast
) -> None:
    answer = bring_in(cast, file_of(LINE | changes, LINE | {"nummer": "V2"}))
    [(told, reason)] = why_of(answer)
    assert told == column
    assert why in reason
    assert [one.source_key for one in Vacancy.objects.all()] == ["V2"]


def test_a_number_twice_in_one_file(cast: Cast) -> None:
    answer = bring_in(cast, file_of(LINE, LINE))
    assert (answer.created, [one for one, _why in why_of(answer)]) == (1, ["nummer"])


def test_a_closed_vacancy_is_not_changed(cast: Cast) -> None:
    bring_in(cast, file_of(LINE))
    actions.withdraw_vacancy(vacancy=Vacancy.objects.get(), reason="stopt", **signed())
    assert bring_in(cast, file_of(LINE)).unchanged == 1
    [(_column, why)] = why_of(bring_in(cast, file_of(LINE | {"plaatsen": "3"})))
    assert "al gesloten" in why


def test_the_own_number_of_another_house_is_not_ours(cast: Cast) -> None:
    theirs = make_vacancy(cast.wijkteam)
    answer = bring_in(cast, file_of(LINE | {"nummer": f"rondstroom:{theirs.pk}"}))
    assert [one for one, _why in why_of(answer)] == ["nummer"]


def test_a_team_of_two_places_needs_its_place(cast: Cast) -> None:
    other = make_team("PG Vlinder", cast.de_linde)
    assert other == cast.vlinder, "the same name at the same place is one team"
    assert bring_in(cast, file_of(LINE | {"locatie": ""})).created == 1


@pytest.mark.parametrize("content", [b"", b"nummer;team\n1;2", b"\x00\x01\x02"])
def test_a_file_without_the_headings_is_none(content: bytes, cast: Cast) -> None:
    with pytest.raises(UnableToRead):
        bring_in(cast, content)


@pytest.mark.parametrize("who", ["bas", "coen", "otto", "petra"])
def test_only_who_plans_there(who: str, cast: Cast) -> None:
    with pytest.raises(ImportNotAllowed):
        bring_in(cast, file_of(LINE), by=getattr(cast, who))
    with pytest.raises(ExportNotAllowed):
        export_vacancies(organisation=cast.de_linde, by=getattr(cast, who))


def test_every_part_and_form_has_its_word() -> None:
    assert set(PARTS) == set(DayPart)
    assert set(FORMS) == set(EngagementForm)
    assert len(set(FORMS.values())) == len(FORMS)
