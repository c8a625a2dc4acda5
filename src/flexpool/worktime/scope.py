"""What the study of the law names that is no rule here: definitions, and what no roster shows."""

from __future__ import annotations

from dataclasses import dataclass

from flexpool.text import Text


@dataclass(frozen=True, slots=True)
class Scoped:
    """A number of the study of the law that is no rule here, and why.

    Parameters
    ----------
    source_ref
        Its number in the study of the law.
    article
        Where it is written.
    text
        How it is reckoned, or why no roster shows it.
    """

    source_ref: str
    article: str
    text: Text


DEFINITIONS: tuple[Scoped, ...] = (
    Scoped(
        "D2",
        "ATW 1:1",
        Text(
            "De organisatie die het werk laat doen is voor de wet de werkgever; elke dienst noemt "
            "zijn organisatie.",
            "The organisation that has the work done is the employer for the law; every shift "
            "names its organisation.",
        ),
    ),
    Scoped(
        "D3",
        "ATW 1:7(1)c",
        Text(
            "Een dienst is al het werk tussen twee rusten van ten minste 8 uur aan één stuk. "
            "Inzetten met minder rust ertussen zijn samen één dienst, ook bij twee organisaties.",
            "A shift is all work between two rests of at least 8 hours in one piece. Bookings "
            "with less rest between them are one shift together, also at two organisations.",
        ),
    ),
    Scoped(
        "D4",
        "ATW 1:7(1)d",
        Text(
            "Een nachtdienst heeft meer dan 1 uur tussen 00:00 en 06:00 op de Nederlandse klok. "
            "Waar de pauze ligt is onbekend; daarom gaat die er niet af.",
            "A night shift has more than 1 hour between 00:00 and 06:00 on the Dutch clock. Where "
            "the break lies is unknown; so it is not taken off.",
        ),
    ),
    Scoped(
        "D5",
        "ATW 1:7(1)e",
        Text(
            "Een pauze duurt ten minste 15 minuten en is geen werk; korter telt als werk. Loopt "
            "een dienst over een weekgrens, dan ligt de pauze in het midden van de inzet.",
            "A break lasts at least 15 minutes and is no work; a shorter one counts as work. When "
            "a shift runs over the end of a week, the break lies in the middle of the booking.",
        ),
    ),
    Scoped(
        "D6",
        "ATW 5:3(3), 5:5(3)",
        Text(
            "Vensters van 24 uur, 7 x 24 uur en 14 x 24 uur beginnen met elke dienst. De lengte "
            "is verstreken tijd: een nacht waarin de klok verspringt is langer of korter.",
            "Windows of 24 hours, 7 x 24 hours and 14 x 24 hours start with each shift. Lengths "
            "are elapsed time: a night in which the clock changes is longer or shorter.",
        ),
    ),
    Scoped(
        "D7",
        "ATW 5:2",
        Text(
            "Uren die door verlof, ziekte of een andere wettelijke reden niet zijn gewerkt, "
            "tellen mee in elk totaal. Voor rust en nachten tellen ze niet.",
            "Hours not worked because of leave, sickness or another legal reason count in every "
            "total. For rest and nights they do not.",
        ),
    ),
    Scoped(
        "D9",
        "ATW 5:8(5)(6)",
        Text(
            "De wet zegt niet wanneer een reeks diensten eindigt. Hier eindigt die bij 24 uur "
            "rust.",
            "The law does not say when a series of shifts ends. Here it ends with 24 hours of "
            "rest.",
        ),
    ),
    Scoped(
        "D10",
        "ATW 1:3, 1:4",
        Text(
            "Varianten van een collectieve regeling gelden alleen als het gekozen profiel ze "
            "aanzet, en alleen vanaf hun datum.",
            "Variants of a collective arrangement hold only when the chosen profile switches them "
            "on, and only from their date.",
        ),
    ),
    Scoped(
        "D11",
        "ATB 2.1:1, 2.1:2",
        Text(
            "Wie niet onder de wet valt (zelfstandigen, vrijwilligers, sommige artsen) kan "
            "volgens dezelfde grenzen worden gepland; een bevinding is dan beleid en geen "
            "overtreding.",
            "People whom the law does not bind (the self-employed, volunteers, some doctors) can "
            "be planned by the same limits; a finding is then policy and no breach.",
        ),
    ),
    Scoped(
        "N7",
        "ATB 4.7:1",
        Text(
            "Weekendvariant, alleen met collectieve regeling: een nachtdienst tussen vrijdag "
            "18:00 en maandag 08:00 van ten hoogste 10 uur (2 keer 11 uur), met 12 uur rust erna, "
            "telt niet mee voor N1 en N3, zolang 26 weekenden per 52 weken vrij blijven.",
            "Weekend variant, only with an arrangement: a night shift between Friday 18:00 and "
            "Monday 08:00 of at most 10 hours (11 hours twice), with 12 hours of rest after it, "
            "does not count for N1 and N3, as long as 26 weekends per 52 weeks stay free.",
        ),
    ),
)

NOT_JUDGED: tuple[Scoped, ...] = (
    Scoped(
        "A9",
        "ATB 4.4:1",
        Text(
            "Een kwartier langer voor overdracht: het rooster toont niet of werk is overgedragen. "
            "De bevinding noemt de uitzondering als die past.",
            "A quarter longer for handing over: the roster does not show whether work was handed "
            "over. The finding names the exception where it fits.",
        ),
    ),
    Scoped(
        "A10",
        "ATB 4.3:1",
        Text(
            "Werk dat geen uitstel verdraagt, tot 14 uur: het rooster toont de reden niet. De "
            "bevinding noemt de uitzondering als die past.",
            "Work that cannot wait, up to 14 hours: the roster does not show the reason. The "
            "finding names the exception where it fits.",
        ),
    ),
    Scoped(
        "A11",
        "ATB 4.2:1",
        Text(
            "De week voor een feestdag, 2 keer 14 uur: alleen als de aard van het werk het met "
            "zich brengt. De bevinding noemt de uitzondering als die past.",
            "The week before a holiday, twice 14 hours: only if the nature of the work brings it. "
            "The finding names the exception where it fits.",
        ),
    ),
    Scoped(
        "A12",
        "ATW 5:10",
        Text(
            "Plotselinge noodsituatie: de wet zet dan regels opzij; een rooster wordt nooit zo "
            "gepland. Gemiste rust moet later worden gegeven.",
            "Sudden emergency: the law then sets rules aside; a roster is never planned that way. "
            "Missed rest must be given later.",
        ),
    ),
    Scoped(
        "N8",
        "ATW 4:9",
        Text(
            "Gezondheidsklachten door nachtdiensten: gezondheidsgegevens staan niet in het "
            "rooster. Een neutrale planningsbeperking zonder nachten (B4) doet wat nodig is.",
            "Health problems from nights: health data are not in the roster. A neutral planning "
            "restriction without nights (B4) does what is needed.",
        ),
    ),
    Scoped(
        "1.3",
        "ATW 4:5(2)(3)(6), 4:8",
        Text(
            "Rechten bij een planningsbeperking die geen rooster toont: extra pauzes, een "
            "regelmatig patroon, betaalde tijd voor onderzoek en voeden.",
            "Rights with a planning restriction that no roster shows: extra breaks, a regular "
            "pattern, paid time for examinations and feeding.",
        ),
    ),
)
