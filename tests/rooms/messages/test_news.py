"""Who hears what when something happens to a roster or a request."""

from __future__ import annotations

from datetime import timedelta

from factories.cascade import make_policy
from factories.demand import make_night_shift, make_shift
from factories.identity import signed
from factories.moments import MONDAY, NOW, moment
from flexpool.periods import Period, day_period
from people import Cast
from rondstroom.rooms.demand import actions as demand
from rondstroom.rooms.demand.states import SignUp
from rondstroom.rooms.identity.models import Account
from rondstroom.rooms.journal.models import Entry
from rondstroom.rooms.matching import actions as matching
from rondstroom.rooms.matching.models import Cascade
from rondstroom.rooms.matching.queries import offers_of, offers_with_account
from rondstroom.rooms.matching.states import Ring
from rondstroom.rooms.messages import queries
from rondstroom.rooms.messages.models import Message
from rondstroom.rooms.rosters import actions as rosters
from rondstroom.rooms.rosters import queries as assignments
from rondstroom.rooms.rosters.states import AssignmentState


def inbox(account: Account | None) -> list[str]:
    assert account is not None
    return [one.title for one in queries.inbox(account)]


def test_who_is_put_on_a_shift_by_a_planner_hears_it(cast: Cast) -> None:
    shift = make_night_shift(cast.vlinder)
    rosters.assign(worker=cast.niels, shift=shift, by=cast.pia, at=NOW)
    assert inbox(cast.niels.account) == ["Je staat ingeroosterd: ma 23 november 23:00 – 07:15"]


def test_who_books_oneself_is_not_told_what_one_did(cast: Cast) -> None:
    shift = make_night_shift(cast.vlinder, sign_up=SignUp.INSTANT)
    matching.sign_up(worker=cast.niels, shift=shift, by=cast.niels.account, at=NOW)
    assert inbox(cast.niels.account) == []


def test_a_concept_is_nobodys_news_until_the_roster_is_published(cast: Cast) -> None:
    shift = make_night_shift(cast.vlinder)
    rosters.assign(
        worker=cast.niels, shift=shift, by=cast.pia, at=NOW, state=AssignmentState.PLANNED
    )
    assert inbox(cast.niels.account) == []
    week = {"starts_on": MONDAY, "ends_on": MONDAY + timedelta(days=6)}
    for _twice in range(2):
        rosters.publish_roster(team=cast.vlinder, **week, by=cast.pia, at=NOW)
    assert inbox(cast.niels.account) == ["Je rooster van ma 23 november staat klaar"]


def test_every_application_is_answered_in_the_inbox(cast: Cast) -> None:
    """Complaint 4: applied and never heard back."""
    shift = make_night_shift(cast.vlinder, places=1)
    asked = [
        matching.sign_up(worker=one, shift=shift, **signed()).request
        for one in (cast.niels, cast.fatima)
    ]
    assert asked[0] is not None
    matching.accept_request(request=asked[0], by=cast.pia, at=NOW)
    assert inbox(cast.niels.account) == ["Je staat ingeroosterd: ma 23 november 23:00 – 07:15"]
    assert inbox(cast.fatima.account) == [
        "Deze dienst is het niet geworden: ma 23 november 23:00 – 07:15"
    ]


def test_a_yes_with_a_word_passes_the_word_on(cast: Cast) -> None:
    shift = make_night_shift(cast.vlinder)
    asked = matching.sign_up(worker=cast.niels, shift=shift, **signed()).request
    assert asked is not None
    matching.accept_request(request=asked, answer="Fijn, tot dan.", by=cast.pia, at=NOW)
    assert Message.objects.filter(account=cast.niels.account, text="Fijn, tot dan.").exists()


def test_complaint_6_nobody_turns_up_for_a_cancelled_shift(cast: Cast) -> None:
    """17% turned up for a shift that was filled or cancelled."""
    shift = make_night_shift(cast.vlinder)
    other = make_night_shift(cast.vlinder, day=MONDAY + timedelta(days=2))
    rosters.assign(worker=cast.niels, shift=shift, **signed())
    at = moment(MONDAY, "03:00")
    demand.cancel_shift(shift=shift, reason="te weinig cliënten", by=cast.pia, at=at)
    newest = queries.inbox(cast.niels.account).first()
    assert newest is not None
    assert newest.title.startswith("Je dienst gaat voor jou niet door")
    assert "te weinig cliënten" in newest.text
    assert "wo 25 november 23:00" in newest.text, "what else this worker may work"
    assert other.pk != shift.pk
    assert newest.deliveries.get().due_at == at, "within a day of the start nobody sleeps on it"


def test_who_is_taken_off_is_offered_only_what_may_be_worked(cast: Cast) -> None:
    """Never a message for shifts one may not do."""
    shift = make_night_shift(cast.vlinder)
    make_shift(cast.vlinder, day=MONDAY + timedelta(days=1))  # by day, which Niels does not
    made = rosters.assign(worker=cast.niels, shift=shift, **signed())
    rosters.cancel(assignment=made, by=cast.pia, at=NOW)
    newest = queries.inbox(cast.niels.account).first()
    assert newest is not None
    assert "kun je wel werken" not in newest.text
    assert newest.text == "Je hoeft hiervoor niet te komen."


def test_who_cancels_oneself_is_not_told(cast: Cast) -> None:
    shift = make_night_shift(cast.vlinder, day=MONDAY + timedelta(days=7), sign_up=SignUp.INSTANT)
    made = matching.sign_up(
        worker=cast.niels, shift=shift, by=cast.niels.account, at=NOW
    ).assignment
    assert made is not None
    rosters.cancel(assignment=made, by=cast.niels.account, at=NOW)
    assert inbox(cast.niels.account) == []


def test_other_times_are_told(cast: Cast) -> None:
    shift = make_night_shift(cast.vlinder)
    rosters.assign(worker=cast.niels, shift=shift, **signed())
    later = shift.ends_at + timedelta(minutes=15)
    demand.change_shift(shift=shift, ends_at=later, **signed())
    assert inbox(cast.niels.account)[0] == "Je dienst is veranderd: nu ma 23 november 23:00 – 07:30"


def test_a_freed_place_is_told_to_the_first_in_line(cast: Cast) -> None:
    shift = make_night_shift(cast.vlinder, sign_up=SignUp.REQUEST)
    made = rosters.assign(worker=cast.fatima, shift=shift, **signed())
    matching.join_waiting_list(worker=cast.niels, shift=shift, by=cast.niels.account, at=NOW)
    rosters.cancel(assignment=made, by=cast.pia, at=NOW)
    assert inbox(cast.niels.account) == ["Er is een plaats vrij: ma 23 november 23:00 – 07:15"]


def test_complaint_13_a_reminder_comes_the_day_before_once(cast: Cast) -> None:
    """Reminders, instead of a calendar feed as a workaround."""
    shift = make_night_shift(cast.vlinder)
    make_shift(cast.vlinder, day=MONDAY + timedelta(days=3))
    rosters.assign(worker=cast.niels, shift=shift, **signed())
    Message.objects.all().delete()
    early = moment(NOW.date(), "09:00")
    assert rosters.remind_of_tomorrow(by=cast.pia, at=early) == 0
    for _twice in range(2):
        assert rosters.remind_of_tomorrow(by=cast.pia, at=NOW) == 1
    assert inbox(cast.niels.account) == ["Morgen werk je: ma 23 november 23:00 – 07:15"]
    assert [row.worker_id for row in assignments.starting_in(_monday())] == [cast.niels.pk]


def test_a_worker_without_an_account_is_nobody_to_tell(cast: Cast) -> None:
    cast.niels.account = None
    cast.niels.save()
    shift = make_night_shift(cast.vlinder)
    rosters.assign(worker=cast.niels, shift=shift, **signed())
    assert Message.objects.count() == 0
    assert assignments.confirmed_per_account(cast.vlinder.pk, _monday()) == []


def _monday() -> Period:
    return day_period(MONDAY)


def test_who_is_asked_in_a_ring_reads_it_before_the_term_and_hears_the_end(cast: Cast) -> None:
    make_policy(cast.de_linde, rings=(Ring.OWN_TEAM,))
    shift = make_night_shift(cast.vlinder, day=MONDAY + timedelta(days=7))
    matching.start_cascade(shift=shift, by=cast.pia, at=NOW)
    niels = cast.niels.account
    [asked] = queries.unanswered(niels, NOW)
    assert asked.title == "Kun je werken: ma 30 november 23:00 – 07:15?"
    assert asked.answer_by is not None
    assert asked.deliveries.get().due_at < asked.answer_by, "not after it is over"
    assert not queries.inbox(cast.ruud.account).exists(), "never for what one may not work"
    [offer] = offers_of(cast.niels.pk)
    matching.answer_offer(offer=offer, wants=False, by=niels, at=NOW)
    assert not queries.unanswered(niels, NOW).exists()


def asked_around(cast: Cast) -> Cascade:
    make_policy(cast.de_linde, rings=(Ring.OWN_TEAM,))
    shift = make_night_shift(cast.vlinder, day=MONDAY + timedelta(days=7))
    return matching.start_cascade(shift=shift, by=cast.pia, at=NOW)


def test_a_whole_ring_is_told_in_one_go_and_only_who_can_be(cast: Cast) -> None:
    cast.fatima.account = None
    cast.fatima.save()
    cascade = asked_around(cast)
    assert [one.worker for one in offers_with_account(cascade.pk)] == [cast.niels]
    lines = [line.data for line in Entry.objects.filter(event="messages.message.sent")]
    assert lines == [{"kind": "offer", "about": "offers", "accounts": [cast.niels.account.pk]}]


def test_saying_yes_ends_the_waiting_of_that_one_only(cast: Cast) -> None:
    asked_around(cast)
    [offer] = offers_of(cast.fatima.pk)
    matching.answer_offer(offer=offer, wants=False, by=cast.fatima.account, at=NOW)
    assert not queries.unanswered(cast.fatima.account, NOW).exists()
    assert queries.unanswered(cast.niels.account, NOW).exists()


def test_who_said_yes_and_did_not_get_it_hears_that(cast: Cast) -> None:
    """Complaint 4 again: said yes, and nothing was heard since."""
    asked = offers_with_account(asked_around(cast).pk)
    for offer in reversed(asked):  # whoever is first in turn answers last, and is booked at once
        account = offer.worker.account
        assert account is not None
        matching.answer_offer(offer=offer, wants=True, by=account, at=NOW)
    told = [[one.title.split(":")[0] for one in queries.inbox(o.worker.account)] for o in asked]
    assert told == [["Kun je werken"], ["Deze dienst is het niet geworden", "Kun je werken"]]
    assert not any(queries.unanswered(offer.worker.account, NOW).exists() for offer in asked)


def test_nobody_without_an_account_stands_in_the_way(cast: Cast) -> None:
    for worker in (cast.niels, cast.fatima):
        worker.account = None
        worker.save()
    cascade = asked_around(cast)
    assert offers_with_account(cascade.pk) == []
    [offer] = offers_of(cast.niels.pk)
    matching.answer_offer(offer=offer, wants=True, by=cast.pia, at=NOW)
    shift = make_night_shift(cast.vlinder, day=MONDAY + timedelta(days=3))
    asked = matching.sign_up(worker=cast.niels, shift=shift, **signed()).request
    assert asked is not None
    matching.decline_request(request=asked, answer="Vol.", by=cast.pia, at=NOW)
    assert Message.objects.count() == 0


def test_a_lost_shift_that_is_over_is_no_news(cast: Cast) -> None:
    shift = make_night_shift(cast.vlinder)
    made = rosters.assign(worker=cast.niels, shift=shift, **signed())
    Message.objects.all().delete()
    rosters.cancel(assignment=made, by=cast.pia, at=shift.ends_at + timedelta(hours=1))
    assert inbox(cast.niels.account) == []


def test_english_readers_get_english_news(cast: Cast) -> None:
    account = cast.niels.account
    assert account is not None
    account.language = "en"
    account.save()
    shift = make_night_shift(cast.vlinder)
    rosters.assign(worker=cast.niels, shift=shift, **signed())
    demand.cancel_shift(shift=shift, reason="empty", by=cast.pia, at=NOW)
    titles = inbox(account)
    assert titles[0].startswith("Your shift is off for you: Mon 23 November")
    assert titles[1].startswith("You are rostered: Mon 23 November")


def test_a_reminder_follows_a_shift_that_moved(cast: Cast) -> None:
    shift = make_night_shift(cast.vlinder)
    rosters.assign(worker=cast.niels, shift=shift, **signed())
    rosters.remind_of_tomorrow(by=cast.pia, at=NOW)
    later = shift.ends_at + timedelta(minutes=15)
    sooner = shift.starts_at + timedelta(minutes=30)
    demand.change_shift(shift=shift, starts_at=sooner, ends_at=later, **signed())
    rosters.remind_of_tomorrow(by=cast.pia, at=NOW)
    reminders = [title for title in inbox(cast.niels.account) if title.startswith("Morgen")]
    assert reminders == [
        "Morgen werk je: ma 23 november 23:30 – 07:30",
        "Morgen werk je: ma 23 november 23:00 – 07:15",
    ]
