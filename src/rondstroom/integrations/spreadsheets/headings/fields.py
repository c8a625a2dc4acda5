"""What a file can tell about shifts, workers and rosters, and the headings planners give it.

The first heading of a field is the one that exports write and that messages name.
`docs/reference/import-columns.md` is made from these tables.
"""

from __future__ import annotations

from dataclasses import dataclass

SHIFTS, WORKERS, ROSTER, AVAILABILITY = "shifts", "workers", "roster", "availability"


@dataclass(frozen=True, slots=True)
class Field:
    """One thing a column can hold."""

    name: str
    headings: tuple[str, ...]
    meaning: str
    needed: bool = False

    @property
    def label(self) -> str:
        """The heading that exports write."""
        return self.headings[0]


def _field(name: str, headings: str, meaning: str, *, needed: bool = False) -> Field:
    return Field(name, tuple(part.strip() for part in headings.split("|")), meaning, needed)


LOCATION = _field(
    "location",
    "Locatie | Vestiging | Werklocatie | Huis | Gebouw | Location | Site",
    "where the team works; made when not yet known",
)
TEAM = _field(
    "team",
    "Afdeling | Team | Unit | Woongroep | Groep | Ward | Department",
    "the team; made when not yet known",
)
FUNCTION_HEADINGS = (
    "Functie | Kwalificatie | Deskundigheid | Functieniveau | Niveau | Beroep | Function | Role"
)
PERSONNEL_NUMBER = _field(
    "personnel_number",
    "Personeelsnummer | Personeelsnr | Persnr | Pers.nr. | Medewerkernummer | Medewerkernr"
    " | Werknemersnummer | Werknemer nr | Employee number | Employee ID | Nummer | Nr",
    "the number by which the organisation knows the worker: the key for importing twice",
    needed=True,
)
NAME = _field("name", "Naam | Volledige naam | Medewerker | Werknemer | Name", "the whole name")
WEEKLY = _field(
    "weekly_minutes",
    "Contracturen | Uren per week | Uren p/w | Contractomvang | Contract | Uren | Contract hours",
    "hours a week, with a decimal comma or as 24:30",
)

SHIFT_FIELDS = (
    _field(
        "source_key",
        "Dienstnr | Dienstnummer | Dienst-ID | Shift ID | Shiftnr | Aanvraagnummer | Referentie"
        " | Kenmerk | Nummer | Nr | ID",
        "the name of the shift in the planner's own system: the key for importing twice",
    ),
    LOCATION,
    TEAM,
    _field(
        "date",
        "Datum | Dienstdatum | Datum dienst | Begindatum | Startdatum | Dag | Date | Start date",
        "the day on which the shift starts; may be left out when Van holds day and time",
    ),
    _field(
        "starts",
        "Van | Begintijd | Starttijd | Begin | Start | Aanvang | Begint | From | Start time",
        "when the shift starts",
    ),
    _field(
        "ends",
        "Tot | Eindtijd | Eind | Einde | Eindigt | To | Until | End | End time",
        "when it ends; not after the start means the next day",
    ),
    _field(
        "times",
        "Tijd | Tijden | Diensttijd | Diensttijden | Werktijd | Times",
        "start and end in one cell, such as 07:00-15:30, instead of Van and Tot",
    ),
    _field("end_date", "Einddatum | Datum tot | End date", "the day on which it ends"),
    _field(
        "break_minutes",
        "Pauze (min) | Pauze | Pauzeminuten | Pauzeduur | Break",
        "unpaid break: 30, 0:30 or 0,5 uur; empty is none",
    ),
    _field("function", FUNCTION_HEADINGS, "who is asked for, by code or name", needed=True),
    _field(
        "places",
        "Aantal | Aantal plaatsen | Aantal personen | Plaatsen | Nodig | Places | Number",
        "how many people; empty is one",
    ),
    _field("tasks", "Taken | Takenlijst | Tasks", "what is to be done, separated by commas"),
    _field("skills", "Bekwaamheden | Bekwaamheid | Vaardigheden | Skills", "separated by commas"),
    _field("reason", "Reden | Aanleiding | Reason", "why the shift is open"),
    _field(
        "remarks",
        "Bijzonderheden | Opmerkingen | Opmerking | Toelichting | Remarks | Notes",
        "what a worker should know",
    ),
    _field(
        "sign_up",
        "Aanmelden | Aanmelding | Inschrijven | Sign up",
        "aanvragen (the planner answers) or direct boeken",
    ),
    _field("instant", "Direct boeken | Direct te boeken | Instant book", "ja or nee, instead"),
    _field(
        "state",
        "Status | Toestand | State",
        "open, concept, or vervallen (cancels a shift that is known)",
    ),
)
WORKER_FIELDS = (
    PERSONNEL_NUMBER,
    NAME,
    _field(
        "first_name",
        "Roepnaam | Voornaam | Voorletters | Initialen | First name",
        "first part of the name, when there is no column with the whole name",
    ),
    _field("name_prefix", "Tussenvoegsel | Voorvoegsel | Prefix", "such as van der"),
    _field("last_name", "Achternaam | Geboortenaam | Last name | Surname", "last part of the name"),
    _field("email", "E-mail | Email | E-mailadres | Mailadres | Mail", "where mail goes"),
    _field("home_pc4", "Postcode | PC4 | Postal code | Zip", "only the four digits are kept"),
    _field("function", FUNCTION_HEADINGS, "one or more functions the diploma gives"),
    WEEKLY,
    _field(
        "form",
        "Contractvorm | Soort contract | Contractsoort | Dienstverband | Arbeidsrelatie",
        "vast, tijdelijk, jaaruren, min-max, oproep, flexpool, gedetacheerd, uitzend, zelfstandig, "
        "leerling",
    ),
    _field("register_number", "BIG-nummer | BIG | BIG nr | BIG-registratie", "eleven digits"),
    _field(
        "conduct_from",
        "VOG afgegeven | VOG | VOG-datum | Datum VOG | Afgiftedatum VOG",
        "the day on which the certificate of conduct was issued",
    ),
    LOCATION,
    TEAM,
    _field(
        "starts_on",
        "In dienst | Datum in dienst | In dienst per | Indiensttreding | Begindatum | Startdatum",
        "first day; empty is the day of the import",
    ),
    _field(
        "ends_on",
        "Uit dienst | Datum uit dienst | Einddatum | Einde dienstverband",
        "last day in service",
    ),
)
ROSTER_FIELDS = (PERSONNEL_NUMBER, NAME, WEEKLY)
AVAILABILITY_FIELDS = (
    PERSONNEL_NUMBER,
    NAME,
    _field("date", "Datum | Dag | Date", "the day; a night belongs to the day it begins"),
    _field("part", "Dagdeel | Deel van de dag | Part", "dag, avond or nacht; empty is all of it"),
    _field(
        "wish",
        "Beschikbaarheid | Beschikbaar | Wens | Voorkeur | Availability",
        "beschikbaar, liever niet or niet; never a reason",
        needed=True,
    ),
)
FIELDS = {
    SHIFTS: SHIFT_FIELDS,
    WORKERS: WORKER_FIELDS,
    ROSTER: ROSTER_FIELDS,
    AVAILABILITY: AVAILABILITY_FIELDS,
}
# Of each set a file must have one column.
NEEDED: dict[str, tuple[tuple[str, ...], ...]] = {
    SHIFTS: (
        ("date", "starts"),
        ("starts", "times"),
        ("ends", "times"),
        ("function",),
        ("location", "team"),
    ),
    WORKERS: (("personnel_number",), ("name", "last_name", "first_name")),
    ROSTER: (("personnel_number",),),
    AVAILABILITY: (("personnel_number",), ("date",), ("wish",)),
}


def label_of(kind: str, name: str) -> str:
    """Give the Dutch label of a field."""
    return next(one.label for one in FIELDS[kind] if one.name == name)
