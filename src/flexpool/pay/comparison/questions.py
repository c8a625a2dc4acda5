"""What worker, organisation and intermediary ask each other before somebody chooses a form."""

from __future__ import annotations

from flexpool.pay.comparison.result import Party
from flexpool.text import Text

ASKED: dict[str, tuple[Party, Text]] = {
    "worker.wish": (
        Party.WORKER,
        Text(
            "Wat mis je nu, en wat zou je in een andere vorm vinden?",
            "What do you miss now, and what would you find in another form?",
        ),
    ),
    "worker.illness": (
        Party.WORKER,
        Text(
            "Hoe lang kun je zonder inkomen als je ziek wordt, en wat gebeurt er daarna?",
            "How long can you do without income when you fall ill, and what happens then?",
        ),
    ),
    "worker.pension": (
        Party.WORKER,
        Text(
            "Wat leg je opzij voor later, en lukt dat ook in een mager jaar?",
            "What do you put aside for later, and does that also work in a lean year?",
        ),
    ),
    "organisation.say": (
        Party.ORGANISATION,
        Text(
            "Welke zeggenschap over uren en diensten kan de organisatie in loondienst bieden?",
            "Which say over hours and shifts can the organisation offer in employment?",
        ),
    ),
    "organisation.evenings": (
        Party.ORGANISATION,
        Text(
            "Hoe worden avonden, nachten en weekenden verdeeld over vaste en ingehuurde krachten?",
            "How are evenings, nights and weekends shared between own and hired staff?",
        ),
    ),
    "organisation.training": (
        Party.ORGANISATION,
        Text(
            "Doen ingehuurde krachten mee met scholing, overleg en evaluatie?",
            "Do hired staff take part in training, meetings and evaluation?",
        ),
    ),
    "organisation.cost": (
        Party.ORGANISATION,
        Text(
            "Wat mag een uur zorg kosten, en waar gaat dat geld heen?",
            "What may an hour of care cost, and where does that money go?",
        ),
    ),
    "intermediary.margin": (
        Party.INTERMEDIARY,
        Text(
            "Welk deel van de prijs houdt de bemiddelaar, en wat staat daar tegenover?",
            "Which part of the price does the intermediary keep, and what is given for it?",
        ),
    ),
    "intermediary.risk": (
        Party.INTERMEDIARY,
        Text(
            "Wie betaalt als de arbeidsrelatie later anders wordt beoordeeld?",
            "Who pays when the relation is judged differently later?",
        ),
    ),
    "intermediary.step": (
        Party.INTERMEDIARY,
        Text(
            "Kan de medewerker zonder kosten overstappen naar een contract bij de organisatie?",
            "Can the worker move to a contract with the organisation without cost?",
        ),
    ),
}
"""The questions by key, in the order in which they are asked."""

REASONS: dict[str, Text] = {
    "worker.wish": Text(
        "Zeggenschap over uren en waardering kunnen vaak ook in een andere vorm worden geregeld.",
        "Say over hours and appreciation can often be arranged in another form too.",
    ),
    "organisation.say": Text(
        "Eigen regie over uren is een veelgenoemde reden om uit loondienst te gaan.",
        "Say over one's own hours is an often named reason to leave employment.",
    ),
    "organisation.training": Text(
        "Wie niet meedoet, kent de afspraken over de zorg minder goed.",
        "Who does not take part knows the agreements about care less well.",
    ),
    "intermediary.risk": Text(
        "Sinds 2025 wordt op schijnzelfstandigheid gehandhaafd. Deze vergelijking oordeelt daar "
        "niet over.",
        "False self-employment has been enforced since 2025. This comparison does not judge it.",
    ),
    "intermediary.step": Text(
        "Wie personeel uitleent, mag een overstap niet belemmeren (Waadi, artikel 9a).",
        "Who lends out staff may not hinder such a move (Waadi, article 9a).",
    ),
}
"""Why a question matters, where no number of the comparison says it better."""
