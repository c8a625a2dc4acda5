"""The people of the demo by name: who signs in, with what, and to do what."""

from __future__ import annotations

from dataclasses import dataclass

PASSWORD = "rondstroom-demo"  # noqa: S105  (shown on the sign-in page of the demo, on purpose)


@dataclass(frozen=True, slots=True)
class Account:
    """An account of the demo; `who` is Dutch, for the sign-in page; `desk` where it starts."""

    email: str
    name: str
    who: str
    desk: str
    role: str = ""
    organisation: str = ""
    password: str = PASSWORD


@dataclass(frozen=True, slots=True)
class Part:
    """What a worker of the cast is: the first place is the team where they are on the roster."""

    email: str
    function: str
    places: tuple[tuple[str, str, str, int], ...]  # organisation, team, form, hours a week
    home_pc4: str
    rhythm: str
    travel_mode: str = "bicycle"
    max_travel_minutes: int = 45
    willing_everywhere: bool = False


def _account(
    first: str, name: str, who: str, desk: str, role: str = "", organisation: str = ""
) -> Account:
    return Account(f"{first}@voorbeeld.invalid", name, who, desk, role, organisation)


ACCOUNTS: tuple[Account, ...] = (
    _account("aylin", "Aylin Kaya", "verzorgende IG in de flexpool", "worker"),
    _account("marit", "Marit Visser", "wijkverpleegkundige bij Molenpoort en Klaverveld", "worker"),
    _account("samira", "Samira Bouzid", "verzorgende IG bij De Linde, alleen nachten", "worker"),
    _account("daan", "Daan Mulder", "leerling helpende, werkt naast school", "worker"),
    _account("petra", "Petra Koopmans", "zij-instromer, nu helpende, leert voor VIG", "worker"),
    _account("henk", "Henk Brouwer", "reservist, verpleegkundige", "worker"),
    _account(
        "ingrid", "Ingrid Postma", "roosteraar bij De Linde", "planner", "planner", "De Linde"
    ),
    _account(
        "karim", "Karim Haddad", "roosteraar bij Molenpoort", "planner", "planner", "Molenpoort"
    ),
    _account("saskia", "Saskia Veenstra", "regiocoördinator", "coordinator", "coordinator"),
    _account(
        "ruben",
        "Ruben de Wit",
        "salarisadministratie van De Linde",
        "finance",
        "finance",
        "De Linde",
    ),
    _account("hanneke", "Hanneke Vos", "personeelszaken van De Linde", "hr", "hr", "De Linde"),
    _account("wim", "Wim Prins", "mag inhuren voor De Linde", "hire", "hirer", "De Linde"),
    _account(
        "anneke", "Anneke Dijk", "beheerder van De Linde", "planner", "administrator", "De Linde"
    ),
    _account("bram", "Bram Hoekstra", "bestuurder van De Linde", "board", "board", "De Linde"),
    _account("olga", "Olga Smeets", "buitenstaander: heeft een account en verder niets", "none"),
)

PARTS: tuple[Part, ...] = (
    Part(
        "aylin@voorbeeld.invalid",
        "VIG",
        (("De Linde", "", "flex_pool", 24),),
        "6821",
        "open",
        travel_mode="car",
        willing_everywhere=True,
    ),
    Part(
        "marit@voorbeeld.invalid",
        "VP6",
        (
            ("Molenpoort", "Wijkteam Noord", "permanent", 16),
            ("Klaverveld", "Revalidatie", "permanent", 12),
        ),
        "6851",
        "days",
        travel_mode="car",
    ),
    Part(
        "samira@voorbeeld.invalid",
        "VIG",
        (("De Linde", "PG Vlinder", "permanent", 24),),
        "6825",
        "nights",
    ),
    Part(
        "daan@voorbeeld.invalid",
        "Helpende",
        (("De Linde", "Somatiek 1", "student", 12),),
        "6843",
        "school",
    ),
    Part(
        "petra@voorbeeld.invalid",
        "Helpende",
        (("Klaverveld", "Kleinschalig wonen", "temporary", 24),),
        "6901",
        "any",
        willing_everywhere=True,
    ),
    Part(
        "henk@voorbeeld.invalid",
        "VP4",
        (("Rijnzicht", "", "reserve", 0),),
        "6862",
        "open",
        travel_mode="car",
        willing_everywhere=True,
    ),
)
