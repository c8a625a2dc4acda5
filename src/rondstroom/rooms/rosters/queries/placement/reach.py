"""Whether a shift is within reach: engaged, in the pool, willing, near enough."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from rondstroom.rooms.rosters.queries.placement.reasons import Reason
from rondstroom.rooms.rosters.queries.placement.shifts import ShiftFacts
from rondstroom.rooms.rosters.queries.placement.surroundings import Surroundings
from rondstroom.rooms.rosters.queries.placement.workers import WorkerFacts


def reasons(worker: WorkerFacts, shift: ShiftFacts, around: Surroundings) -> Iterator[Reason]:
    """Give what keeps this organisation and place out of reach."""
    ties = worker.ties_on(shift.starts_on)
    if not ties:
        yield Reason(
            "matching.engagement-ended",
            _("Heeft op die dag geen arbeidsrelatie in deze regio."),
            _("Leg met personeelszaken een arbeidsrelatie vast die dan geldt."),
        )
        return
    if all(tie.organisation_id != shift.organisation_id for tie in ties):
        yield from _as_partner(worker, shift, around)
    if all(tie.team_id != shift.team_id for tie in ties):
        yield from _travel(worker, shift, around)


def _as_partner(worker: WorkerFacts, shift: ShiftFacts, around: Surroundings) -> Iterator[Reason]:
    employers = {tie.organisation_id for tie in worker.ties_on(shift.starts_on)}
    if employers.isdisjoint(around.pools.partners(shift.organisation_id, shift.starts_on)):
        yield Reason(
            "matching.not-in-pool",
            _("Deze organisatie deelt dan geen pool met een werkgever van deze medewerker."),
            _("Kies een dienst binnen de pool."),
        )
    elif shift.organisation_id not in worker.willing:
        yield Reason(
            "matching.not-willing",
            _("Heeft niet aangegeven hier te willen werken."),
            _("Zet deze organisatie aan bij je voorkeuren."),
        )


def _travel(worker: WorkerFacts, shift: ShiftFacts, around: Surroundings) -> Iterator[Reason]:
    minutes = around.minutes(worker, shift)
    most = worker.worker.max_travel_minutes
    if minutes is None:
        text = _("De reistijd is niet bekend: een postcode ontbreekt.")
        yield Reason("matching.travel-unknown", text, severity="warning")
    elif minutes > most:
        yield Reason(
            "matching.too-far",
            _("De reistijd is %(minutes)s minuten; zelf gekozen is ten hoogste %(most)s.")
            % {"minutes": minutes, "most": most},
            _("Verruim de reistijd bij je voorkeuren, of kies een dienst dichterbij."),
        )
