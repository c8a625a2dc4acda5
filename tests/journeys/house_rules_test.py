"""On-call days, work code, findings and the real distribution: axe finds nothing, all fits."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time
from fractions import Fraction

import pytest
from playwright.sync_api import Page

from factories.contracts import make_agreement
from factories.demand import make_shift
from factories.identity import make_hr, signed
from factories.moments import MONDAY
from factories.people import make_worker
from factories.rosters import raw_assignment
from factories.settlement import make_worked
from factories.work_codes import make_code
from journeys.conftest import DESK, SMALLEST
from journeys.looking import findings, sideways, too_small
from people import Cast
from rondstroom.rooms.identity import queries as accounts
from rondstroom.rooms.identity.models import Account
from rondstroom.rooms.organisations.models import Pool
from rondstroom.rooms.people import actions as people
from rondstroom.rooms.people.states import EngagementForm
from rondstroom.rooms.rosters.states import AssignmentState

pytestmark = pytest.mark.journey
Open = Callable[..., Page]


def laid_down(cast: Cast) -> dict[str, list[str]]:
    """Agree on days and a code, call somebody late; give the addresses per desk."""
    mira = make_worker("Mira", team=cast.vlinder, form=EngagementForm.ON_CALL)
    tie = mira.engagements.get()
    people.agree_times(engagement=tie, times=[(1, time(7), time(16))], **signed())
    shift = make_shift(cast.vlinder, places=3)
    raw_assignment(mira, shift, called_at=shift.starts_at)
    raw_assignment(cast.niels, shift, place=2, state=AssignmentState.PLANNED)
    make_worked(mira, cast.wijkteam)
    code = {"anw_most": Fraction(2, 5), "notice_days": 28, "employer_hours": 72}
    make_code(cast.de_linde, **code, worker_hours=72, training_minutes=1440)
    make_code(cast.de_linde, notice_days=21, approved=False)
    make_code(pool=Pool.objects.get())
    make_agreement(ends_on=MONDAY)
    house = f"?organisation={cast.de_linde.pk}"
    return {
        "hr": [
            f"/hr/calling/{house}",
            f"/hr/calling/{tie.pk}/",
            f"/hr/work-code/{house}",
            f"/hr/work-code/shared-out/{house}&from=2026-11-01&until=2026-12-01",
            f"/hr/findings/{house}",
        ],
        "coen": ["/region/work-codes/", f"/region/work-codes/{Pool.objects.get().pk}/"],
        "pia": [
            f"/planner/findings/{house}",
            f"/planner/shift/{shift.pk}/",
            f"/planner/shift/{shift.pk}/cancel/",
            f"/planner/roster/publish/?team={cast.vlinder.pk}&day=2026-11-23",
        ],
        "petra": [f"/finance/deadlines/{house}"],
        "mira": [f"/worker/shifts/{shift.pk}/", "/worker/settings/"],
    }


@pytest.mark.parametrize(("size", "scheme"), [(SMALLEST, "light"), (DESK, "dark")])
def test_every_page_is_right(
    open_page: Open, cast: Cast, size: tuple[int, int], scheme: str
) -> None:
    wrong: list[str] = []
    for who, addresses in laid_down(cast).items():
        page = open_page(addresses[0], as_=account_of(cast, who), size=size, scheme=scheme)
        home = page.url.removesuffix(addresses[0])
        for address in addresses:
            page.goto(home + address)
            page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
            wrong += [*findings(page), *sideways(page), *too_small(page)]
    assert not wrong, "\n".join(wrong)


def account_of(cast: Cast, who: str) -> Account:
    """Give the account of the cast, of HR at De Linde, or of who was made here."""
    if who == "hr":
        return make_hr(cast.de_linde)
    found = getattr(cast, who, None) or accounts.account_by_email(f"{who}@voorbeeld.invalid")
    assert isinstance(found, Account)
    return found
