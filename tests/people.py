"""The named cast: the same people in every test. All invented.

De Linde (A, nursing home), Molenpoort (B, home care) and Rijnzicht (hospital) share a pool.
Zonder Pool stands alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from factories.identity import make_account, make_planner, make_role
from factories.moments import MONDAY
from factories.organisations import make_organisation, make_pool, make_postcodes, make_team
from factories.people import make_engagement, make_worker, say
from factories.skills import make_substitution
from rondstroom.rooms.identity.models import Account
from rondstroom.rooms.identity.states import RoleKind
from rondstroom.rooms.organisations.models import Organisation, Team
from rondstroom.rooms.organisations.states import Branch
from rondstroom.rooms.people.models import Worker
from rondstroom.rooms.people.states import DayPart, EngagementForm, TravelMode, Wish


@dataclass(frozen=True)
class Cast:
    """Everybody, and where they belong. A worker's account is `cast.niels.account`."""

    de_linde: Organisation
    molenpoort: Organisation
    rijnzicht: Organisation
    zonder_pool: Organisation
    vlinder: Team
    wijkteam: Team
    intensive_care: Team
    elsewhere: Team

    fatima: Worker
    """Community nurse (VP6) with two employers: Molenpoort and De Linde."""
    niels: Worker
    """Carer (VIG) at De Linde who works nights only."""
    sanne: Worker
    """Student, helpende at De Linde, not available by day on weekdays."""
    ruud: Worker
    """Side entrant: helpende at Molenpoort, willing for De Linde, no conduct proof yet."""
    joke: Worker
    """Reservist: intensive-care nurse at Rijnzicht, willing everywhere, by car."""

    pia: Account
    """Planner at De Linde (A)."""
    bas: Account
    """Planner at Molenpoort (B), who must not see A."""
    coen: Account
    """Coordinator of the region."""
    petra: Account
    """Payroll officer of De Linde."""
    otto: Account
    """Outsider: an account and nothing else."""


def build_cast() -> Cast:
    """Put everybody in the database."""
    make_postcodes()
    places = _places()
    _ladder()
    return Cast(**places, **_workers(places), **_desks(places))


def _places() -> dict[str, Organisation | Team]:
    """Found the organisations, with a team each, and the pool of three."""
    de_linde = make_organisation("De Linde", Branch.VVT)
    molenpoort = make_organisation("Molenpoort", Branch.VVT)
    rijnzicht = make_organisation("Rijnzicht", Branch.HOSPITAL)
    zonder_pool = make_organisation("Zonder Pool", Branch.GHZ)
    make_pool(de_linde, molenpoort, rijnzicht)
    return {
        "de_linde": de_linde,
        "molenpoort": molenpoort,
        "rijnzicht": rijnzicht,
        "zonder_pool": zonder_pool,
        "vlinder": make_team("PG Vlinder", de_linde, pc4="6811"),
        "wijkteam": make_team("Wijkteam Noord", molenpoort, pc4="6823"),
        "intensive_care": make_team("IC", rijnzicht, pc4="6511"),
        "elsewhere": make_team("Woning 3", zonder_pool, pc4="7001"),
    }


def _ladder() -> None:
    """Let each level stand in for the one below."""
    for lower, higher in [("Helpende", "VIG"), ("VIG", "VP4"), ("VP4", "VP6"), ("VP4", "IC-vpk")]:
        make_substitution(lower, by=higher)


def _workers(places: dict[str, Organisation | Team]) -> dict[str, Worker]:
    """Engage the five who work in care."""
    de_linde, molenpoort = places["de_linde"], places["molenpoort"]
    vlinder, wijkteam = places["vlinder"], places["wijkteam"]
    fatima = make_worker(
        "Fatima", function="VP6", team=wijkteam, minutes_per_week=16 * 60, home_pc4="6823"
    )
    make_engagement(fatima, de_linde, team=vlinder, minutes_per_week=12 * 60)
    niels = make_worker("Niels", function="VIG", team=vlinder, home_pc4="6811")
    sanne = make_worker(
        "Sanne",
        function="Helpende",
        team=vlinder,
        form=EngagementForm.STUDENT,
        minutes_per_week=8 * 60,
        home_pc4="6881",
    )
    ruud = make_worker(
        "Ruud",
        function="Helpende",
        team=wijkteam,
        form=EngagementForm.TEMPORARY,
        willing_for=[de_linde],
        without="conduct",
        home_pc4="6901",
    )
    joke = make_worker(
        "Joke",
        function="IC-vpk",
        organisation=places["rijnzicht"],
        form=EngagementForm.RESERVE,
        minutes_per_week=0,
        willing_for=[de_linde, molenpoort],
        home_pc4="6711",
        travel_mode=TravelMode.CAR,
    )
    _say_when(niels, sanne)
    return {"fatima": fatima, "niels": niels, "sanne": sanne, "ruud": ruud, "joke": joke}


def _say_when(niels: Worker, sanne: Worker) -> None:
    """Let Niels say nights only, and Sanne no weekdays by day, for four weeks from Monday."""
    days = [MONDAY + timedelta(days=number) for number in range(28)]
    nights = {(day, DayPart.NIGHT): Wish.AVAILABLE for day in days}
    no_days = {
        (day, part): Wish.UNAVAILABLE for day in days for part in (DayPart.DAY, DayPart.EVENING)
    }
    say(niels, nights | no_days)
    say(sanne, {(day, DayPart.DAY): Wish.UNAVAILABLE for day in days if day.weekday() < 5})


def _desks(places: dict[str, Organisation | Team]) -> dict[str, Account]:
    """Give the five behind a desk their accounts."""
    de_linde, molenpoort = places["de_linde"], places["molenpoort"]
    return {
        "pia": make_planner(de_linde, "Pia"),
        "bas": make_planner(molenpoort, "Bas"),
        "coen": make_role(make_account("Coen"), RoleKind.COORDINATOR, None),
        "petra": make_role(make_account("Petra"), RoleKind.FINANCE, de_linde),
        "otto": make_account("Otto"),
    }
