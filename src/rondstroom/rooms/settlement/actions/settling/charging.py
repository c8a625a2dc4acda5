"""From versions of hours to charges, and from charges to their opposite."""

from __future__ import annotations

from collections.abc import Sequence

from flexpool.settlement import Terms, credited
from rondstroom.rooms.settlement import queries, translate
from rondstroom.rooms.settlement.models import Charge, HoursVersion, Run
from rondstroom.rooms.settlement.states import ChargeKind


def charges_for(run: Run, versions: Sequence[HoursVersion]) -> list[Charge]:
    """Give the charges of versions; those of which something is not known are left for later."""
    terms = queries.terms_of_hours([version.hours for version in versions])
    found = []
    for version in versions:
        agreed = terms[version.hours_id]
        if isinstance(agreed, Terms) and (made := _charge(run, version, agreed)):
            found.append(made)
    return found


def _charge(run: Run, version: HoursVersion, terms: Terms) -> Charge | None:
    hours = version.hours
    topped_up = queries.topped_up_minutes(version)
    charge = queries.charge_or_why(version, terms)
    if isinstance(charge, str):
        return None
    return Charge(
        run=run,
        version=version,
        kind=ChargeKind.CHARGE,
        seller_id=hours.lender_id,
        buyer_id=hours.borrower_id,
        on_day=hours.on_day,
        minutes=charge.minutes,
        net_cents=charge.net,
        vat_category=terms.vat.category,
        vat_share=str(terms.vat.share),
        vat_reason=terms.vat.reason,
        parts=translate.parts_of(charge),
        terms=translate.terms_kept(terms),
        topped_up_minutes=topped_up,
    )


def credit_for(run: Run, original: Charge) -> Charge:
    """Give what takes a charge back, under the same terms."""
    back = credited(translate.charge_in(original))
    return Charge(
        run=run,
        version_id=original.version_id,
        kind=ChargeKind.CREDIT,
        original=original,
        seller_id=original.seller_id,
        buyer_id=original.buyer_id,
        on_day=original.on_day,
        minutes=back.minutes,
        net_cents=back.net,
        vat_category=original.vat_category,
        vat_share=original.vat_share,
        vat_reason=original.vat_reason,
        parts=translate.parts_of(back),
        terms=original.terms,
        topped_up_minutes=original.topped_up_minutes,
    )
