"""Planning messages keep to the stored schemas, come back without loss, and tell no absence."""

from __future__ import annotations

import copy
import json
from datetime import date, datetime, timedelta
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factories.demand import make_night_shift, make_shift
from factories.identity import make_account, make_role, signed
from factories.moments import MONDAY, NOW
from factories.people import make_worker, say
from factories.skills import make_function, make_skill
from people import Cast
from rondstroom.integrations import setu_planning as setu
from rondstroom.rooms.demand.models import Shift
from rondstroom.rooms.demand.states import SignUp
from rondstroom.rooms.identity.models import Account
from rondstroom.rooms.identity.states import RoleKind
from rondstroom.rooms.people import actions as people_actions
from rondstroom.rooms.people import queries as people
from rondstroom.rooms.people.models import Worker
from rondstroom.rooms.people.states import DayPart, Wish
from rondstroom.rooms.rosters import actions as rosters
from rondstroom.rooms.rosters.models import Assignment
from rondstroom.rooms.rosters.states import AssignmentState
from shared_data import shared

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(weeks=5)
PLAIN = {"string": str, "number": int | float, "integer": int, "boolean": bool}
PLAIN |= {"array": list, "object": dict}
KINDS = ["PlanningRequest", "PlanningAssignment", "PlanningConstraints"]


def faults(told: Any, schema: dict[str, Any], path: str = "$") -> list[str]:
    """Give where a message breaks the parts of JSON Schema that SETU uses."""
    kind = schema.get("type", "object")
    if not isinstance(told, PLAIN[kind]) or (kind != "boolean" and isinstance(told, bool)):
        return [f"{path} is no {kind}"]
    if "enum" in schema and told not in schema["enum"]:
        return [f"{path} cannot be {told}"]
    if kind == "array":
        least, most = schema.get("minItems", 0), schema.get("maxItems", 10_000)
        count = [] if least <= len(told) <= most else [f"{path} holds {len(told)}"]
        return count + [f for one in told for f in faults(one, schema["items"], f"{path}[]")]
    if kind == "object":
        return _faults_inside(told, schema, path)
    if schema.get("format") == "date-time":
        return [] if datetime.fromisoformat(told).tzinfo else [f"{path} has no zone"]
    return [] if schema.get("format") != "date" or date.fromisoformat(told) else [path]


def _faults_inside(told: Any, schema: dict[str, Any], path: str) -> list[str]:
    known = schema.get("properties", {})
    found = [f"{path}.{name} is missing" for name in schema.get("required", []) if name not in told]
    found += [f"{path}.{name} is not known" for name in told if name not in known]
    inside = [(name, one) for name, one in told.items() if name in known]
    return found + [f for name, one in inside for f in faults(one, known[name], f"{path}.{name}")]


def schema(kind: str) -> dict[str, Any]:
    text = shared(f"data/setu/{kind}_v2.0.yaml").read_text("utf-8")
    found: dict[str, Any] = yaml.safe_load(text)
    return found


def example(kind: str) -> dict[str, Any]:
    text = shared(f"data/setu/{kind}_Example_v2.0.json").read_text("utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


def who(cast: Cast, by: Account | None = None) -> dict[str, Any]:
    return {"organisation": cast.de_linde, "by": by or cast.pia}


def span() -> dict[str, Any]:
    return {"starts_at": NOW, "ends_at": LATER}


@pytest.fixture
def shifts(cast: Cast) -> list[Shift]:
    """Open shifts of several kinds."""
    return [
        make_night_shift(cast.vlinder, places=2, source_key="L001"),
        make_night_shift(cast.vlinder, day=MONDAY + timedelta(days=1)),
        make_shift(cast.vlinder, break_minutes=0, skills=["injections"], remarks="Sleutel links"),
        make_shift(cast.vlinder, function="", sign_up=SignUp.INSTANT, reason="ziekte"),
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_the_examples_of_the_standard_pass_and_a_broken_one_does_not(kind: str) -> None:
    assert faults(example(kind), schema(kind)) == []
    assert faults({**example(kind), "reason": "ziek"}, schema(kind))
    assert faults({**example(kind), "documentId": "x"}, schema(kind))


def test_requests_keep_to_the_schema(cast: Cast, shifts: list[Shift]) -> None:
    messages = setu.requests_out(**who(cast), **span())
    assert [fault for one in messages for fault in faults(one, schema("PlanningRequest"))] == []
    assert sum(len(one["singlePlanningLine"]) for one in messages) == len(shifts)
    assert "ziekte" not in json.dumps(messages)


def told_of(shift: Shift) -> tuple[Any, ...]:
    """Give all of a shift that a message can tell."""
    skills = frozenset(one.code for one in shift.skills.all())
    function = shift.function.code if shift.function else ""
    times = (shift.starts_at, shift.ends_at, shift.break_minutes)
    return (*times, shift.places, function, skills, shift.remarks, shift.team.name)


def test_requests_come_back_unchanged(cast: Cast, shifts: list[Shift]) -> None:
    before = list(Shift.objects.order_by("pk").values())
    for message in setu.requests_out(**who(cast), **span()):
        taken = setu.take_request(json.loads(json.dumps(message)), **who(cast), at=NOW)
        assert (taken.created, taken.changed, taken.refused) == (0, 0, [])
    assert list(Shift.objects.order_by("pk").values()) == before


def test_requests_make_the_same_shifts_elsewhere(cast: Cast, shifts: list[Shift]) -> None:
    messages = setu.requests_out(**who(cast), **span())
    before = sorted(map(told_of, Shift.objects.all()), key=str)
    Shift.objects.all().delete()
    for message in messages:
        setu.take_request(message, **who(cast), at=NOW)
    assert sorted(map(told_of, Shift.objects.all()), key=str) == before
    assert set(Shift.objects.values_list("state", flat=True)) == {"published"}


def request(cast: Cast, **changes: Any) -> dict[str, Any]:
    """Give a message that asks for one shift on Tuesday."""
    make_function("VIG")
    line = {
        "lineId": {"value": "X1", "schemeAgencyId": "Customer"},
        "singlePlanningType": "Occasional",
        "startDateTime": "2026-11-24T07:00:00+01:00",
        "endDateTime": "2026-11-24T15:30:00+01:00",
        "positionQuantity": 1,
    }
    return {
        "documentId": {"value": "PR-1", "schemeAgencyId": "Customer"},
        "customer": {},
        "positionProfile": {
            "positionTitle": "VIG",
            "positionLocation": {"name": cast.vlinder.location.name},
            "positionOrganizations": [{"name": "pg vlinder"}],
        },
        "singlePlanningLine": [line | changes],
    }


BREAKS = [
    {"paidOrUnpaid": "Unpaid", "breakTrigger": {"hours": 4, "breakDuration": "00:15:00Z"}},
    {
        "paidOrUnpaid": "Unpaid",
        "startDateTime": "2026-11-24T12:00:00+01:00",
        "endDateTime": "2026-11-24T12:30:00+01:00",
    },
    {"paidOrUnpaid": "Paid", "breakTrigger": {"hours": 2, "breakDuration": "00:10:00Z"}},
]


def test_unpaid_breaks_of_every_shape_are_added_up(cast: Cast) -> None:
    assert setu.take_request(request(cast, breaks=BREAKS), **who(cast), at=NOW).created == 1
    assert Shift.objects.get().break_minutes == 45


def test_a_request_is_changed_and_taken_back(cast: Cast) -> None:
    assert setu.take_request(request(cast), **who(cast), at=NOW).created == 1
    assert setu.take_request(request(cast), **who(cast), at=NOW).unchanged == 1
    more = request(cast, positionQuantity=3)
    assert setu.take_request(more, **who(cast), at=NOW).changed == 1
    assert Shift.objects.get().places == 3
    for expected in ({"changed": 1}, {"unchanged": 1}):
        gone = request(cast, actionCode="DELETE")
        taken = setu.take_request(gone, **who(cast), at=NOW).as_json()
        assert taken | expected == taken
    assert Shift.objects.get().state == "cancelled"


def test_one_line_that_cannot_be_hinders_no_other(cast: Cast) -> None:
    message = request(cast)
    bad = copy.deepcopy(message["singlePlanningLine"][0])
    bad |= {"lineId": {"value": "X0"}, "endDateTime": "2026-11-24T06:00:00+01:00"}
    message["singlePlanningLine"].insert(0, bad)
    taken = setu.take_request(message, **who(cast), at=NOW)
    assert taken.created == 1
    assert [line for line, _why in taken.refused] == ["X0"]


WRONG = {
    "no line id": ({"lineId": {}}, "singlePlanningLine[0].lineId.value ontbreekt"),
    "no zone": ({"startDateTime": "2026-11-24T07:00:00"}, "geen moment met tijdzone"),
    "no moment": ({"startDateTime": "morgen"}, "geen moment met tijdzone"),
    "a number for words": ({"startDateTime": 7}, "hoort van soort string te zijn"),
    "places in words": ({"positionQuantity": "een"}, "hoort van soort integer te zijn"),
    "places as yes": ({"positionQuantity": True}, "hoort van soort integer te zijn"),
    "an unknown action": ({"actionCode": "BURN"}, "is niet bekend"),
    "no break at all": ({"breaks": ["x"]}, "hoort van soort object te zijn"),
    "a break of words": (
        {"breaks": [{"paidOrUnpaid": "Unpaid", "breakTrigger": {"breakDuration": "kort"}}]},
        "kort",
    ),
}


@pytest.mark.parametrize(("changes", "text"), WRONG.values(), ids=WRONG)
def test_a_wrong_line_is_named_by_its_place(changes: dict[str, Any], text: str, cast: Cast) -> None:
    with pytest.raises(setu.UnableToReadMessage, match=r".") as refused:
        setu.take_request(request(cast, **changes), **who(cast), at=NOW)
    assert text in str(refused.value)
    assert not Shift.objects.exists()


@pytest.mark.parametrize("broken", [None, [], "x", {}, {"documentId": {"value": "1"}}])
def test_what_is_no_message_is_refused(broken: Any, cast: Cast) -> None:
    for door in (setu.take_request, setu.take_assignment, setu.take_constraints):
        with pytest.raises(setu.UnableToReadMessage):
            door(broken, **who(cast), at=NOW)


@pytest.mark.parametrize(
    ("name", "value", "text"),
    [
        ("positionTitle", "Tovenaar", "functie “Tovenaar” is niet bekend"),
        ("positionLocation", {"name": "Nergens"}, "niet precies één team"),
        ("positionOrganizations", [{"name": "IC"}], "niet precies één team"),
        (
            "positionQualifications",
            {"positionCompetencies": [{"competencyIds": [{"value": "vliegen"}]}]},
            "“vliegen” is niet bekend",
        ),
    ],
)
def test_what_is_not_known_here_is_named(name: str, value: Any, text: str, cast: Cast) -> None:
    message = request(cast)
    message["positionProfile"][name] = value
    with pytest.raises(setu.UnableToReadMessage) as refused:
        setu.take_request(message, **who(cast), at=NOW)
    assert text in str(refused.value)


def test_lines_by_weekday_are_refused_in_words(cast: Cast) -> None:
    for door, name in [
        (setu.take_request, "periodicPlanningLine"),
        (setu.take_constraints, "periodicAvailabilityLine"),
    ]:
        worker = {"workerId": [{"value": number_of(cast.niels)}]}
        message = request(cast) | {name: [{}], "worker": worker}
        with pytest.raises(setu.UnableToReadMessage, match="losse regel"):
            door(message, **who(cast, by=signed()["by"]), at=NOW) if name.startswith(
                "periodicPlanning"
            ) else door(silent(cast, message), **who(cast), at=NOW)


def silent(cast: Cast, message: dict[str, Any]) -> dict[str, Any]:
    """Let a message be about somebody without an account."""
    one = make_worker("Stil", team=cast.vlinder, with_account=False)
    return message | {"worker": {"workerId": [{"value": number_of(one)}]}}


def number_of(worker: Worker) -> str:
    return f"P{worker.pk}"


@pytest.fixture
def rostered(cast: Cast) -> list[Assignment]:
    """Niels works, Fatima of the pool too; a concept, and one who was taken off."""
    night, late = make_night_shift(cast.vlinder, places=2), make_shift(cast.vlinder)
    rows = [rosters.assign(worker=cast.niels, shift=night, **signed())]
    tess = make_worker("Tess", team=cast.wijkteam, willing_for=[cast.de_linde])
    rows.append(rosters.assign(worker=tess, shift=night, **signed()))
    other = make_worker("Noor", team=cast.vlinder)
    gone = rosters.assign(worker=other, shift=late, **signed())
    rosters.cancel(assignment=gone, reason="griep", **signed())
    third = make_worker("Plan", team=cast.vlinder)
    rosters.assign(worker=third, shift=late, state=AssignmentState.PLANNED, **signed())
    return rows


def test_assignments_keep_to_the_schema_and_tell_no_reason(
    cast: Cast, rostered: list[Assignment]
) -> None:
    messages = setu.assignments_out(**who(cast), **span())
    found = [fault for one in messages for fault in faults(one, schema("PlanningAssignment"))]
    assert found == []
    status = [one["assignedWorker"]["assignedStatus"] for one in messages]
    assert sorted(status) == [False, True, True]
    assert "griep" not in json.dumps(messages)
    assert "Niels" not in json.dumps(messages)


def test_assignments_come_back_unchanged_and_make_the_same_again(
    cast: Cast, rostered: list[Assignment]
) -> None:
    messages = setu.assignments_out(**who(cast), **span())
    for message in messages:
        taken = setu.take_assignment(message, **who(cast), at=NOW)
        assert (taken.unchanged, taken.refused) == (1, [])
    for row in rostered:
        rosters.cancel(assignment=row, **signed())
    made = [setu.take_assignment(one, **who(cast), at=NOW).created for one in messages]
    assert sorted(made) == [0, 1, 1]
    living = Assignment.objects.filter(state="confirmed").values_list("worker_id", "shift_id")
    assert set(living) == {(row.worker_id, row.shift_id) for row in rostered}


def test_who_no_longer_comes_is_taken_off(cast: Cast, rostered: list[Assignment]) -> None:
    messages = setu.assignments_out(**who(cast), **span())
    message = next(one for one in messages if one["assignedWorker"]["assignedStatus"])
    message["assignedWorker"]["assignedStatus"] = False
    assert setu.take_assignment(message, **who(cast), at=NOW).changed == 1
    assert setu.take_assignment(message, **who(cast), at=NOW).unchanged == 1


def test_a_sent_worker_is_judged_as_everybody(cast: Cast) -> None:
    """No conduct proof: no place, whoever sends."""
    shift = make_shift(cast.vlinder, function="Helpende")
    message = setu_assignment(cast, f"rondstroom:{cast.ruud.pk}", f"rondstroom:{shift.pk}")
    taken = setu.take_assignment(message, **who(cast), at=NOW)
    assert taken.created == 0
    assert "VOG" in taken.refused[0][1]


def setu_assignment(cast: Cast, worker: str, line: str) -> dict[str, Any]:
    """Give a message that sends somebody to a shift."""
    return request(cast, lineId={"value": line}) | {
        "assignedWorker": {"assignedStatus": True, "workerId": {"value": worker}}
    }


def test_shifts_and_people_of_others_are_not_known(cast: Cast) -> None:
    foreign = make_shift(cast.elsewhere)
    message = setu_assignment(cast, number_of(cast.niels), f"rondstroom:{foreign.pk}")
    taken = setu.take_assignment(message, **who(cast), at=NOW)
    assert taken.refused == [(f"rondstroom:{foreign.pk}", "Deze dienst is hier niet bekend.")]
    stranger = make_worker("Vreemd", team=cast.elsewhere)
    for number in (f"rondstroom:{stranger.pk}", "rondstroom:x", "P0", "rondstroom:" + "9" * 30):
        with pytest.raises(setu.UnableToReadMessage, match="niet bekend"):
            setu.take_assignment(setu_assignment(cast, number, "X"), **who(cast), at=NOW)


CELLS = st.tuples(st.integers(0, 20), st.sampled_from(DayPart))


@given(said=st.dictionaries(CELLS, st.sampled_from(Wish), min_size=1, max_size=12))
@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_availability_comes_back_as_it_was_said(
    said: dict[tuple[int, DayPart], Wish], cast: Cast
) -> None:
    silent = Worker.objects.filter(name="Stil").first() or make_worker(
        "Stil", team=cast.vlinder, with_account=False
    )
    wanted = {(MONDAY + timedelta(days=day), part): wish for (day, part), wish in said.items()}
    last = MONDAY + timedelta(days=21)
    say(silent, wanted)
    about = {"starts_on": MONDAY, "ends_on": last}
    number = number_of(silent)
    messages = [
        one
        for one in setu.constraints_out(**who(cast), **about)
        if one["worker"]["workerId"][0]["value"] == number
    ]
    [message] = messages
    assert faults(message, schema("PlanningConstraints")) == []
    assert setu.take_constraints(message, **who(cast), at=NOW).unchanged == len(wanted)
    say(silent, dict.fromkeys(wanted))
    assert setu.take_constraints(message, **who(cast), at=NOW).created == len(wanted)
    assert people.availability_of(silent.pk, MONDAY, last) == wanted
    say(silent, dict.fromkeys(wanted))


def test_absence_never_leaves(cast: Cast) -> None:
    people_actions.report_absence(
        worker=cast.niels,
        organisation=cast.de_linde,
        starts_on=MONDAY,
        ends_on=MONDAY + timedelta(days=7),
        **signed(),
    )
    before = setu.constraints_out(**who(cast), starts_on=MONDAY, ends_on=MONDAY + timedelta(days=7))
    mine = [one for one in before if one["worker"]["workerId"][0]["value"] == number_of(cast.niels)]
    # Niels said nights only: that is all that leaves.
    status = {line["availabilityStatus"] for line in mine[0]["singleAvailabilityLine"]}
    told = people.availability_of(cast.niels.pk, MONDAY, MONDAY + timedelta(days=7))
    assert len(mine[0]["singleAvailabilityLine"]) == len(told)
    assert status == {"Available", "NotAvailable"}
    assert "bsen" not in json.dumps(before)


def constraint(number: str, status: str, begin: str, end: str) -> dict[str, Any]:
    return {
        "documentId": {"value": "PC-1", "schemeAgencyId": "Supplier"},
        "supplier": {},
        "customer": {},
        "worker": {"workerId": [{"value": number}]},
        "singleAvailabilityLine": [
            {
                "lineId": {"value": "1"},
                "availabilityStatus": status,
                "startDateTime": begin,
                "endDateTime": end,
                "availabilityComment": "ziekenhuis",
            }
        ],
    }


@pytest.mark.parametrize(
    ("status", "begin", "end", "parts"),
    [
        ("Available", "2026-11-23T07:00:00+01:00", "2026-11-23T15:00:00+01:00", {"day"}),
        ("Available", "2026-11-23T06:00:00+01:00", "2026-11-23T22:59:00+01:00", {"day"}),
        ("Available", "2026-11-23T09:00:00+01:00", "2026-11-23T12:00:00+01:00", set()),
        (
            "NotAvailable",
            "2026-11-23T14:00:00+01:00",
            "2026-11-23T16:00:00+01:00",
            {"day", "evening"},
        ),
        ("RatherNot", "2026-11-23T23:00:00+01:00", "2026-11-24T07:00:00+01:00", {"night"}),
        ("Available", "2026-11-23T06:00:00Z", "2026-11-23T14:00:00Z", {"day"}),
    ],
)  # fmt: skip
def test_a_line_holds_for_parts_of_days(
    status: str, begin: str, end: str, parts: set[str], cast: Cast
) -> None:
    one = make_worker("Stil", team=cast.vlinder, with_account=False)
    message = constraint(number_of(one), status, begin, end)
    setu.take_constraints(message, **who(cast), at=NOW)
    said = people.availability_of(one.pk, MONDAY - timedelta(days=1), MONDAY + timedelta(days=2))
    assert {part.value for day, part in said} == parts
    assert {day for day, _part in said} <= {MONDAY}


@pytest.mark.parametrize(
    ("status", "end", "text"),
    [
        ("Maybe", "2026-11-24T07:00:00+01:00", "“Maybe” is niet bekend"),
        ("Available", "2026-11-20T07:00:00+01:00", "het einde hoort na het begin"),
        ("Available", "2036-11-20T07:00:00+01:00", "het einde hoort na het begin"),
    ],
)
def test_a_wrong_constraint_is_refused(status: str, end: str, text: str, cast: Cast) -> None:
    one = make_worker("Stil", team=cast.vlinder, with_account=False)
    message = constraint(number_of(one), status, "2026-11-23T07:00:00+01:00", end)
    with pytest.raises(setu.UnableToReadMessage) as refused:
        setu.take_constraints(message, **who(cast), at=NOW)
    assert text in str(refused.value)


def test_who_has_an_account_says_it_there(cast: Cast) -> None:
    day = ("2026-11-23T07:00:00+01:00", "2026-11-23T15:00:00+01:00")
    with pytest.raises(setu.MessageNotAllowed, match="zegt zelf wanneer"):
        setu.take_constraints(
            constraint(number_of(cast.niels), "Available", *day), **who(cast), at=NOW
        )
    with pytest.raises(setu.UnableToReadMessage):
        setu.take_constraints(constraint("P0", "Available", *day), **who(cast), at=NOW)


@pytest.mark.parametrize("who_asks", ["bas", "otto", "petra", "coen", "niels"])
def test_outsiders_exchange_nothing(who_asks: str, cast: Cast) -> None:
    found = getattr(cast, who_asks)
    asked = who(cast, by=getattr(found, "account", found))
    for give in (
        lambda: setu.requests_out(**asked, **span()),
        lambda: setu.assignments_out(**asked, **span()),
        lambda: setu.constraints_out(**asked, starts_on=MONDAY, ends_on=MONDAY),
        lambda: setu.take_request(request(cast), **asked, at=NOW),
        lambda: setu.take_assignment(setu_assignment(cast, "P1", "X"), **asked, at=NOW),
        lambda: setu.take_constraints({}, **asked, at=NOW),
    ):
        with pytest.raises(setu.MessageNotAllowed, match="Alleen wie roostert bij De Linde"):
            give()


def test_a_connected_system_of_the_organisation_may(cast: Cast) -> None:
    system = make_role(make_account("Pakket"), RoleKind.SYSTEM, cast.de_linde)
    make_skill("injections")
    assert setu.take_request(request(cast), **who(cast, by=system), at=NOW).created == 1
    assert len(setu.requests_out(**who(cast, by=system), **span())) == 1
