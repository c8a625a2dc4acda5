"""What binds, in a few words: the name of each constraint as it stands behind "because"."""

from __future__ import annotations

from collections.abc import Mapping

from flexpool.text import Text

BUSY = "explanation.busy"
"""Not a constraint of the problem but its shape: one shift a day."""

NOBODY_LEFT = Text("verder is er niemand", "there is nobody else")

WORDS: dict[str, Text] = {
    BUSY: Text("werkt die dag al", "works already that day"),
    "cover.minimum": Text("te weinig mensen", "too few people"),
    "cover.maximum": Text("het maximum is bereikt", "the most is reached"),
    "cover.under": Text("open plaatsen", "open places"),
    "cover.over": Text("meer mensen dan gevraagd", "more people than asked"),
    "placement.eligible": Text("mag deze dienst niet doen", "may not work this shift"),
    "placement.available": Text("is dan niet beschikbaar", "is not available then"),
    "placement.fixed": Text("staat die dag vast", "is fixed that day"),
    "placement.demanded": Text("niet gevraagd op die dag", "not asked on that day"),
    "placement.cost": Text("prijs van de inzet", "price of the placement"),
    "placement.substitution": Text("functie mag niet vervangen", "function may not stand in"),
    "placement.travel": Text("reist te ver", "travels too far"),
    "placement.willing": Text("wil daar niet werken", "is not willing to work there"),
    "placement.tier": Text("ring: eigen, pool of inhuur", "tier: own, pool or hired"),
    "placement.supernumerary": Text("wordt nog ingewerkt", "is still being trained"),
    "wishes.on": Text("wens om te werken niet vervuld", "wish to work not met"),
    "wishes.off": Text("werkt dan liever niet", "would rather not work then"),
    "changes.published": Text("wijzigt wat bekend was", "changes what was made known"),
    "notice.call": Text("oproep te laat", "called too late"),
    "notice.cancel": Text("afzegging te laat", "cancelled too late"),
    "notice.agreed": Text(
        "buiten de afgesproken dagen en uren", "outside the agreed days and hours"
    ),
    "succession.next-day": Text("te weinig rust tussen diensten", "too little rest between shifts"),
    "totals.minutes": Text("uren van het contract", "hours of the contract"),
    "totals.week-minutes": Text("uren per week", "hours a week"),
    "totals.month-minutes": Text("uren per maand", "hours a month"),
    "totals.balance": Text("saldo van de jaaruren", "balance of annual hours"),
    "totals.week-days": Text("dagen per week", "days a week"),
    "totals.assignments": Text("aantal diensten", "number of shifts"),
    "totals.per-kind": Text("aantal diensten van deze soort", "number of shifts of this kind"),
    "runs.work": Text("te veel of te weinig dagen achter elkaar", "too many or few days in a row"),
    "runs.off": Text("te weinig vrije dagen achter elkaar", "too few days off in a row"),
    "runs.kind": Text("dagen achter elkaar op deze dienst", "days in a row on this kind"),
    "weekends.number": Text("aantal weekenden", "number of weekends"),
    "weekends.whole": Text("half weekend", "half a weekend"),
    "weekends.free": Text("te weinig vrije weekenden", "too few free weekends"),
    "nights.series": Text("te veel nachten achter elkaar", "too many nights in a row"),
    "nights.rest": Text("rust na nachtdiensten", "rest after nights"),
    "worktime.lawful": Text("de Arbeidstijdenwet", "the working-time law"),
    "continuity.known": Text("kent het team niet", "does not know the team"),
    "continuity.faces": Text("te veel verschillende gezichten", "too many different faces"),
    "team.supervision": Text("geen begeleider aanwezig", "no supervisor present"),
    "team.composition": Text("samenstelling van het team", "composition of the team"),
    "fairness.unsocial": Text(
        "deel in avond, nacht en weekend", "share of evening, night and weekend"
    ),
}


def words_for(constraint: str) -> Text:
    """Give a few words for a constraint; its id where there are none."""
    return WORDS.get(constraint) or Text(constraint, constraint)


def listed(counts: Mapping[str, int], language: str) -> str:
    """Write how many people each thing binds: "12 is dan niet beschikbaar, 3 reist te ver"."""
    if not counts:
        return NOBODY_LEFT.in_language(language)
    most_first = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    return ", ".join(
        f"{count} {words_for(name).in_language(language)}" for name, count in most_first
    )
