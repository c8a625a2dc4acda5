"""Settlements: what they take in, and how far they are."""

from __future__ import annotations

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Sum

from rondstroom.rooms.settlement.models import BillingDetails, Charge, HoursVersion, Run
from rondstroom.rooms.settlement.queries.charging import charge_or_why
from rondstroom.rooms.settlement.queries.terms import terms_of_hours
from rondstroom.rooms.settlement.states import ChargeKind, HoursKind, HoursState, RunKind

PAID = (HoursKind.WORKED, HoursKind.CALLED_OFF)


def run(run_id: int) -> Run | None:
    """Give a settlement by number."""
    return Run.objects.select_related("seller", "asked_by").filter(pk=run_id).first()


def runs_of(organisation_id: int) -> QuerySet[Run]:
    """Give the settlements of what an organisation lent, the latest first."""
    return (
        Run.objects.filter(seller_id=organisation_id)
        .annotate(charged=Count("charges"), net=Sum("charges__net_cents"))
        .order_by("-cut_off_at", "-pk")
    )


def billing_details_of(organisation_ids: list[int]) -> dict[int, BillingDetails]:
    """Give what stands on invoices about organisations; absent where nobody filled it in."""
    found = BillingDetails.objects.filter(organisation_id__in=organisation_ids)
    return {one.organisation_id: one for one in found}


def chargeable(one: Run) -> QuerySet[HoursVersion]:
    """Give the versions of hours that a settlement has still to charge, by number.

    Agreed to before its cut-off, lent to another, paid, and never charged. A settlement of
    corrections takes in only hours of which an older version was charged.
    """
    charged = Charge.objects.filter(kind=ChargeKind.CHARGE)
    rows = (
        HoursVersion.objects.filter(_in_time(one, "hours__"), kind__in=PAID)
        .filter(hours__lender_id=one.seller_id, number=F("hours__version"))
        .exclude(hours__borrower_id=one.seller_id)
        .filter(~Exists(charged.filter(version=OuterRef("pk"))))
    )
    if one.kind == RunKind.CORRECTIONS:
        rows = rows.filter(Exists(charged.filter(version__hours=OuterRef("hours"))))
    return rows.select_related("hours__lender", "hours__function").order_by("pk")


def creditable(one: Run) -> QuerySet[Charge]:
    """Give the charges of versions that were replaced by an agreed one, not credited yet."""
    taken_back = Charge.objects.filter(kind=ChargeKind.CREDIT, version=OuterRef("version"))
    return (
        Charge.objects.filter(_in_time(one, "version__hours__"), seller_id=one.seller_id)
        .filter(kind=ChargeKind.CHARGE, invoice__isnull=False)
        .exclude(version__number=F("version__hours__version"))
        .filter(~Exists(taken_back))
        .order_by("pk")
    )


def waits_for_correction(organisation_id: int) -> int:
    """Give how many charges of an organisation were replaced by agreed hours since."""
    return (
        Charge.objects.filter(
            seller_id=organisation_id,
            kind=ChargeKind.CHARGE,
            version__hours__state=HoursState.APPROVED,
            credits__isnull=True,
        )
        .exclude(version__number=F("version__hours__version"))
        .count()
    )


def unsettled(one: Run) -> list[tuple[HoursVersion, str]]:
    """Give what a settlement could not charge, with what is missing in words."""
    rows = list(chargeable(one).select_related("hours__worker", "hours__borrower")[:MOST_SHOWN])
    terms = terms_of_hours([row.hours for row in rows])
    told = [(row, charge_or_why(row, terms[row.hours_id])) for row in rows]
    return [(row, text) for row, text in told if isinstance(text, str)]


MOST_SHOWN = 200


def _in_time(one: Run, path: str) -> Q:
    return Q(
        **{
            f"{path}state": HoursState.APPROVED,
            f"{path}approved_at__lte": one.cut_off_at,
            f"{path}on_day__lt": one.ends_on,
        }
    )
