"""Workers that were read well: engaged, changed, or left as they are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils.translation import gettext as _

from flexpool.periods import AMSTERDAM
from rondstroom.integrations.spreadsheets.answer import ImportAnswer
from rondstroom.integrations.spreadsheets.lookups.names import refuse_somebody_else
from rondstroom.integrations.spreadsheets.lookups.places import Places
from rondstroom.integrations.spreadsheets.values.refusal import BadValue
from rondstroom.integrations.spreadsheets.values.words import fold
from rondstroom.integrations.spreadsheets.workers.proofs import Proofs
from rondstroom.integrations.spreadsheets.workers.row import WorkerRow
from rondstroom.rooms.journal.actions import UnableToAct
from rondstroom.rooms.people import actions, queries
from rondstroom.rooms.people.states import EngagementForm

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.organisations.models import Team
    from rondstroom.rooms.people.models import Engagement, Worker


class AddressTaken(BadValue):
    """Somebody else has this e-mail address; whom, and where, is not told."""


class WorkerWriter:
    """Writes the good rows of one file."""

    def __init__(self, places: Places, answer: ImportAnswer, *, by: Account, at: datetime) -> None:
        self.places, self.answer = places, answer
        self.by, self.at = by, at
        self.today: date = at.astimezone(AMSTERDAM).date()
        self.organisation = places.organisation

    def write(self, rows: Sequence[WorkerRow]) -> None:
        """Write all rows; what a room refuses becomes a rejected row."""
        known = queries.engagements_by_number(self.organisation.pk)
        workers = [one.worker_id for one in known.values()]
        proofs = Proofs(workers, self.answer.file, by=self.by, at=self.at)
        elsewhere = self._employed_elsewhere(workers)
        for row in rows:
            engagement = known.get(row.personnel_number)
            try:
                # A team made inside would vanish with a refusal, and be lost for the rows after it.
                team = self._team(row)
                with transaction.atomic():
                    if engagement is None:
                        self._create(row, team, proofs)
                    else:
                        alone = engagement.worker_id not in elsewhere
                        self._update(row, team, engagement, proofs, is_ours_alone=alone)
            except AddressTaken as refusal:
                self.answer.reject(row.number, row.email_heading, row.email, refusal)
            except (UnableToAct, BadValue) as refusal:
                self.answer.reject(row.number, row.heading, row.personnel_number, refusal)

    def _employed_elsewhere(self, worker_ids: Iterable[int]) -> set[int]:
        return {
            worker_id
            for worker_id, ties in queries.ties_of(worker_ids).items()
            if any(tie.organisation_id != self.organisation.pk for tie in ties)
        }

    def _create(self, row: WorkerRow, team: Team | None, proofs: Proofs) -> None:
        worker = self._same_person(row)
        if worker is None:
            worker = actions.create_worker(
                name=row.name,
                email=row.email or "",
                home_pc4=row.home_pc4 or "",
                by=self.by,
                at=self.at,
            )
            proofs.has_none(worker)
        engagement = actions.engage(
            worker=worker,
            organisation=self.organisation,
            form=row.form or EngagementForm.PERMANENT,
            personnel_number=row.personnel_number,
            minutes_per_week=row.weekly_minutes or 0,
            team=team,
            starts_on=row.starts_on or self.today,
            ends_on=row.ends_on,
            by=self.by,
            at=self.at,
        )
        proofs.record(row, worker, since=min(engagement.starts_on, self.today))
        self.answer.created += 1

    def _same_person(self, row: WorkerRow) -> Worker | None:
        """Give who has this e-mail address and this name at another organisation of the region.

        The working-time law counts all work of a person together, so nobody may be there twice.
        """
        found = queries.worker_by_email(row.email) if row.email else None
        if found is None:
            return None
        if fold(found.name) != fold(row.name):
            raise AddressTaken(
                _("Dit e-mailadres is al van een medewerker met een andere naam. Vul een ander in")
            )
        self.answer.notes.append(
            _("Regel %(row)s: %(name)s staat al in Rondstroom en krijgt er een werkgever bij")
            % {"row": row.number, "name": row.name}
        )
        return found

    def _update(
        self,
        row: WorkerRow,
        team: Team | None,
        engagement: Engagement,
        proofs: Proofs,
        *,
        is_ours_alone: bool,
    ) -> None:
        worker = engagement.worker
        if not row.email or row.email != worker.email:
            refuse_somebody_else(row.name, worker)
        changed = self._change_person(row, worker) if is_ours_alone else self._leave(row, worker)
        changed += self._change_terms(engagement, row, team)
        changed += proofs.record(row, worker, since=min(engagement.starts_on, self.today))
        self.answer.updated += bool(changed)
        self.answer.unchanged += not changed

    def _change_person(self, row: WorkerRow, worker: Worker) -> list[str]:
        wanted = _differing(worker, _personal(row))
        if not wanted:
            return []
        return actions.change_worker(worker=worker, by=self.by, at=self.at, **wanted)

    def _leave(self, row: WorkerRow, worker: Worker) -> list[str]:
        """Say that somebody who works elsewhere too keeps name and address as they are."""
        if _differing(worker, _personal(row)):
            self.answer.notes.append(
                _("Regel %(row)s: naam, e-mail en postcode van %(name)s zijn niet gewijzigd")
                % {"row": row.number, "name": worker.name}
            )
        return []

    def _change_terms(self, engagement: Engagement, row: WorkerRow, team: Team | None) -> list[str]:
        changed = []
        wanted = _differing(engagement, {**_terms(row), "team": team})
        if wanted:
            changed += actions.change_engagement(
                engagement=engagement, by=self.by, at=self.at, **wanted
            )
        if row.ends_on is not None and row.ends_on != engagement.ends_on:
            actions.end_engagement(
                engagement=engagement, ends_on=row.ends_on, by=self.by, at=self.at
            )
            changed.append("ends_on")
        return changed

    def _team(self, row: WorkerRow) -> Team | None:
        return self.places.team(row.location, row.team) if row.location or row.team else None


def _personal(row: WorkerRow) -> dict[str, Any]:
    return {"name": row.name, "email": row.email, "home_pc4": row.home_pc4}


def _terms(row: WorkerRow) -> dict[str, Any]:
    return {
        "minutes_per_week": row.weekly_minutes,
        "form": row.form,
        "starts_on": row.starts_on,
    }


def _differing(kept: object, wanted: dict[str, Any]) -> dict[str, Any]:
    """Give what the file says and is not so yet; None in the file says nothing."""
    return {
        name: value
        for name, value in wanted.items()
        if value is not None and getattr(kept, name) != value
    }
