"""The journal in words that people read: who did what, to which shift or person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rondstroom.rooms.people import queries as people
from rondstroom.web.planner import market_words

EVENTS: dict[str, str | Promise] = {
    **market_words.EVENTS,
    "demand.shift.created": gettext_lazy("dienst gemaakt"),
    "demand.shift.changed": gettext_lazy("dienst gewijzigd"),
    "demand.shift.published": gettext_lazy("dienst gepubliceerd"),
    "demand.shift.withdrawn": gettext_lazy("dienst teruggezet naar concept"),
    "demand.shift.cancelled": gettext_lazy("dienst vervallen"),
    "demand.pattern.set": gettext_lazy("zorgvraag vastgelegd"),
    "rosters.demand.followed": gettext_lazy("zorgvraag uitgerold"),
    "rosters.demand.taken-back": gettext_lazy("uitrollen ongedaan gemaakt"),
    "rosters.assignment.made": gettext_lazy("ingezet"),
    "rosters.assignment.confirmed": gettext_lazy("inzet bevestigd"),
    "rosters.assignment.moved": gettext_lazy("inzet verschoven met de dienst"),
    "rosters.assignment.lapsed": gettext_lazy("inzet vervallen met de dienst"),
    "rosters.assignment.cancelled": gettext_lazy("van de dienst gehaald"),
    "rosters.gate.failed": gettext_lazy("voldoet niet meer aan de controle"),
    "rosters.gate.rechecked": gettext_lazy("komende diensten opnieuw gecontroleerd"),
    "rosters.gate.cured": gettext_lazy("voldoet weer aan de controle"),
    "rosters.roster.published": gettext_lazy("rooster gepubliceerd"),
    "rosters.plan.asked": gettext_lazy("planning gevraagd"),
    "rosters.plan.stopped": gettext_lazy("planning gestopt"),
    "rosters.plan.proposed": gettext_lazy("planning klaar"),
    "rosters.plan.rejected": gettext_lazy("voorstellen niet overgenomen"),
    "rosters.plan.closed": gettext_lazy("planning afgehandeld"),
    "matching.request.made": gettext_lazy("dienst aangevraagd"),
    "matching.request.waiting": gettext_lazy("op de wachtlijst gezet"),
    "matching.request.offered": gettext_lazy("vrijgekomen plaats aangeboden"),
    "matching.request.accepted": gettext_lazy("aanvraag toegekend"),
    "matching.request.declined": gettext_lazy("aanvraag afgewezen"),
    "matching.request.withdrawn": gettext_lazy("aanvraag ingetrokken"),
    "matching.cascade.started": gettext_lazy("uitvraag begonnen"),
    "matching.cascade.opened": gettext_lazy("ring gevraagd"),
    "matching.cascade.skipped": gettext_lazy("ring overgeslagen"),
    "matching.cascade.hurried": gettext_lazy("volgende ring gevraagd"),
    "matching.cascade.to-confirm": gettext_lazy("inhuur wacht op akkoord"),
    "matching.cascade.ended": gettext_lazy("uitvraag klaar"),
    "matching.offer.made": gettext_lazy("dienst voorgelegd"),
    "matching.offer.accepted": gettext_lazy("wil de dienst"),
    "matching.offer.declined": gettext_lazy("kan de dienst niet"),
    "matching.offer.booked": gettext_lazy("ingezet na uitvraag"),
    "matching.offer.passed": gettext_lazy("niet geworden na uitvraag"),
    "matching.offer.expired": gettext_lazy("gaf geen antwoord"),
    "matching.offer.withdrawn": gettext_lazy("hoeft niet meer te antwoorden"),
    "matching.hire.confirmed": gettext_lazy("inhuur akkoord"),
    "matching.hire.declined": gettext_lazy("uitzendbureau heeft niemand"),
    "matching.policy.set": gettext_lazy("beleid voor uitvraag vastgelegd"),
    "matching.weights.set": gettext_lazy("gewichten van de rangorde vastgelegd"),
    "rosters.assignment.worked": gettext_lazy("gewerkt"),
    "contracts.supplier.added": gettext_lazy("leverancier toegevoegd"),
    "contracts.supplier.set": gettext_lazy("gegevens van leverancier vastgelegd"),
    "contracts.duty.seen": gettext_lazy("plicht van uitlener nagekeken"),
    "contracts.letter.sent": gettext_lazy("brief verstuurd"),
    "contracts.bill.written": gettext_lazy("rekening van leverancier vastgelegd"),
    "people.annual-hours.agreed": gettext_lazy("jaaruren afgesproken"),
    "settlement.hours.owed": gettext_lazy("te laat afgezegd, uren toch betaald"),
    "settlement.rules.set": gettext_lazy("regels voor uren vastgelegd"),
    "settlement.invoice.paid": gettext_lazy("factuur betaald"),
    "settlement.run.done": gettext_lazy("verrekening klaar"),
    "messages.message.sent": gettext_lazy("bericht gestuurd"),
    "messages.message.settled": gettext_lazy("bericht beantwoord"),
    "messages.preferences.set": gettext_lazy("voorkeuren voor berichten bewaard"),
    "messages.push.on": gettext_lazy("meldingen aangezet"),
    "messages.push.off": gettext_lazy("meldingen uitgezet"),
    "messages.question.asked": gettext_lazy("vraag gesteld"),
    "messages.question.answered": gettext_lazy("vraag beantwoord"),
    "messages.question.continued": gettext_lazy("vraag aangevuld"),
    "people.worker.created": gettext_lazy("zorgmedewerker toegevoegd"),
    "people.account.connected": gettext_lazy("account gekoppeld"),
    "people.worker.changed": gettext_lazy("gegevens gewijzigd"),
    "people.engagement.started": gettext_lazy("arbeidsrelatie begonnen"),
    "people.engagement.changed": gettext_lazy("arbeidsrelatie gewijzigd"),
    "people.engagement.ended": gettext_lazy("arbeidsrelatie beëindigd"),
    "people.availability.set": gettext_lazy("beschikbaarheid doorgegeven"),
    "people.willingness.set": gettext_lazy("gewenste organisaties gekozen"),
    "people.travel.set": gettext_lazy("reiswens doorgegeven"),
    "people.restriction.set": gettext_lazy("beperking in roostertijd vastgelegd"),
    "people.absence.reported": gettext_lazy("afwezig gemeld"),
    "people.absence.withdrawn": gettext_lazy("afwezigheid teruggenomen"),
    "people.work.declared": gettext_lazy("werk elders doorgegeven"),
    "people.work.withdrawn": gettext_lazy("werk elders teruggenomen"),
    "skills.proof.recorded": gettext_lazy("bewijs gezien"),
    "skills.function.created": gettext_lazy("functie toegevoegd"),
    "skills.skill.created": gettext_lazy("bekwaamheid toegevoegd"),
    "skills.substitution.allowed": gettext_lazy("vervanging van functie toegestaan"),
    "skills.proof.withdrawn": gettext_lazy("bewijs telt niet meer"),
    "skills.files.changed": gettext_lazy("bewijzen veranderd"),
    "skills.register.checked": gettext_lazy("register nagevraagd"),
    "skills.register.unreachable": gettext_lazy("register niet bereikbaar"),
    "skills.claim.made": gettext_lazy("bewijs gemeld"),
    "skills.claim.taken": gettext_lazy("bewijs in behandeling genomen"),
    "skills.claim.looked": gettext_lazy("bewijs één keer gezien"),
    "skills.claim.confirmed": gettext_lazy("bewijs gecontroleerd"),
    "skills.claim.declined": gettext_lazy("bewijs niet overgenomen"),
    "skills.claim.withdrawn": gettext_lazy("melding van bewijs ingetrokken"),
    "skills.decision.made": gettext_lazy("besloten over bewijs"),
    "skills.file.read": gettext_lazy("dossier gelezen"),
    "skills.policy.set": gettext_lazy("afspraken over controle veranderd"),
    "skills.acceptance.decided": gettext_lazy("besloten over overnemen van bewijs"),
    "skills.acceptance.ended": gettext_lazy("overnemen van bewijs gestopt"),
    "skills.catalogue.loaded": gettext_lazy("functies en bekwaamheden ingelezen"),
    "organisations.region.created": gettext_lazy("regio toegevoegd"),
    "organisations.organisation.created": gettext_lazy("organisatie toegevoegd"),
    "organisations.location.created": gettext_lazy("locatie toegevoegd"),
    "organisations.team.created": gettext_lazy("team toegevoegd"),
    "organisations.cost-estimate.kept": gettext_lazy("kostenraming bewaard"),
    "organisations.pool.created": gettext_lazy("pool toegevoegd"),
    "organisations.pool.joined": gettext_lazy("in de pool gekomen"),
    "organisations.pool.left": gettext_lazy("uit de pool gegaan"),
    "organisations.postcodes.loaded": gettext_lazy("postcodes ingelezen"),
    "identity.account.created": gettext_lazy("account gemaakt"),
    "identity.role.granted": gettext_lazy("rol gegeven"),
    "identity.role.withdrawn": gettext_lazy("rol afgenomen"),
    "identity.language.set": gettext_lazy("taal gekozen"),
}
_SAID = ("name", "reason", "answer")


@dataclass(frozen=True, slots=True)
class Told:
    """One line of the journal as it is read."""

    at: datetime
    who: str
    text: str
    event: str
    shift_id: int | None = None
    run_id: int | None = None


def told(entries: Iterable[Any]) -> list[Told]:
    """Put lines of the journal in words, with one query for the people they are about."""
    lines = list(entries)
    about = people.workers({line.worker_id for line in lines if line.worker_id})
    names = {pk: worker.name for pk, worker in about.items()}
    return [_told(line, names) for line in lines]


def _told(entry: Any, names: Mapping[int, str]) -> Told:
    """Say one line; what has no words yet shows its own name rather than nothing."""
    said = [str(EVENTS.get(entry.event, entry.event)), names.get(entry.worker_id, "")]
    first = ": ".join(part for part in said if part)
    return Told(
        at=entry.at,
        who=entry.actor_name,
        text=", ".join([first, *_details(entry.data)]),
        event=entry.event,
        shift_id=_numbered(entry, "shift"),
        run_id=_numbered(entry, "run"),
    )


def _numbered(entry: Any, kind: str) -> int | None:
    """Give the number of the shift or run that a line is about."""
    is_kind, _colon, number = entry.subject.partition(":")
    if is_kind == kind and number.isdecimal():
        return int(number)
    named = entry.data.get(f"{kind}_id")
    return named if isinstance(named, int) else None


def _details(data: Mapping[str, Any]) -> Iterator[str]:
    """Give what stands beside the event for people: reasons, answers, and what was set aside."""
    yield from (str(data[name]) for name in _SAID if data.get(name))
    yield from aside(data.get("set_aside") or ())


def aside(reasons: Iterable[Any]) -> Iterator[str]:
    """Give reasons kept with an assignment as words; the one typed by a planner says so."""
    for reason in reasons:
        if not isinstance(reason, dict):
            yield str(reason)
        elif reason.get("override"):
            yield _("toch, omdat: %s") % reason["override"]
