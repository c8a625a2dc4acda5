"""The journal in words: swaps, questions of teams, and what workers arrange among themselves."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

EVENTS: dict[str, str | Promise] = {
    "learning.checklist.set": gettext_lazy("inwerklijst vastgelegd"),
    "learning.step.shown": gettext_lazy("stap van inwerken getoond"),
    "learning.step.taken-back": gettext_lazy("stap van inwerken teruggenomen"),
    "learning.induction.finished": gettext_lazy("ingewerkt op de locatie"),
    "learning.mentor.named": gettext_lazy("begeleider gekozen"),
    "learning.mentor.ended": gettext_lazy("begeleiding gestopt"),
    "organisations.location.described": gettext_lazy("uitleg over de locatie veranderd"),
    "organisations.team.described": gettext_lazy("uitleg over het team veranderd"),
    "organisations.team.swap-rule": gettext_lazy("regel voor ruilen veranderd"),
    "people.hours.wished": gettext_lazy("gewenste uren doorgegeven"),
    "rosters.assignment.handed-over": gettext_lazy("dienst overgedragen"),
    "rosters.buddy.chosen": gettext_lazy("buddy gekozen"),
    "rosters.evaluation.given": gettext_lazy("verteld hoe een inzet was"),
    "rosters.more.imagined": gettext_lazy("groter contract bekeken"),
    "rosters.round.opened": gettext_lazy("ronde zelf roosteren geopend"),
    "rosters.round.completed": gettext_lazy("ronde gesloten, voorstel gevraagd"),
    "rosters.round.wished": gettext_lazy("wens in een ronde"),
    "rosters.round.unwished": gettext_lazy("wens in een ronde ingetrokken"),
    "rosters.swap.asked": gettext_lazy("ruil of overdracht gevraagd"),
    "rosters.swap.offered": gettext_lazy("dienst terug aangeboden"),
    "rosters.swap.accepted": gettext_lazy("ruil aangenomen, wacht op akkoord"),
    "rosters.swap.approved": gettext_lazy("akkoord met ruil"),
    "rosters.swap.done": gettext_lazy("geruild of overgedragen"),
    "rosters.swap.refused": gettext_lazy("ruil niet aangenomen"),
    "rosters.swap.withdrawn": gettext_lazy("ruil ingetrokken"),
    "rosters.swap.declined": gettext_lazy("niet akkoord met ruil"),
    "rosters.swap.lapsed": gettext_lazy("ruil verlopen"),
    "contracts.relation.reviewed": gettext_lazy("dossier van zzp'er bekeken"),
    "people.pool-term.begun": gettext_lazy("begonnen vanuit de pool"),
    "people.pool-term.left": gettext_lazy("uit de pool, en waarheen"),
    "skills.passport.shared": gettext_lazy("paspoort gedeeld"),
    "skills.passport.withdrawn": gettext_lazy("delen van paspoort gestopt"),
    "people.calendar-key.made": gettext_lazy("agendalink gemaakt"),
    "people.calendar-key.withdrawn": gettext_lazy("agendalink ingetrokken"),
    "people.own-wage.forgotten": gettext_lazy("eigen uurloon gewist"),
    "people.own-wage.set": gettext_lazy("eigen uurloon bewaard"),
    "settlement.billing-details.kept": gettext_lazy("factuurgegevens bewaard"),
    "settlement.set-off.made": gettext_lazy("verrekend met tegenvordering"),
    "skills.catalogue.kept": gettext_lazy("regel van de catalogus bewaard"),
    "skills.level.set": gettext_lazy("niveau van bekwaamheid vastgelegd"),
}
