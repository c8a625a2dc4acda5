"""What to tell whom when the hours change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from flexpool.money import as_text
from flexpool.pay.benefits.benefit import TITLES, BenefitName
from flexpool.pay.hours.contract import Contract, terms_day
from flexpool.pay.hours.household_at import tax_age_of
from flexpool.pay.hours.outcome import BenefitChange, Notice, Outcome
from flexpool.pay.taxes.age import TaxAge
from flexpool.pay.wage.minimum import below_minimum_wage
from flexpool.text import Text

LESS = Text(
    "Geef je nieuwe inkomen nu door aan Dienst Toeslagen. Anders krijg je te veel en moet je het "
    "later terugbetalen.",
    "Tell Dienst Toeslagen your new income now. Otherwise you receive too much and have to pay it "
    "back later.",
)
MORE = Text(
    "Geef de verandering nu door aan Dienst Toeslagen. Anders krijg je te weinig.",
    "Tell Dienst Toeslagen of the change now. Otherwise you receive too little.",
)


def changes(now: Outcome, wanted: Outcome) -> tuple[BenefitChange, ...]:
    """Give the four benefits, now and wanted."""
    return tuple(
        BenefitChange(name, now.month(name.value), wanted.month(name.value)) for name in BenefitName
    )


def notices(contract: Contract, found: Sequence[BenefitChange]) -> tuple[Notice, ...]:
    """Give what to tell whom: per benefit that changes, and when the wage is below the minimum."""
    starts_on = contract.situation.starts_on
    told = [Notice(_told(one), starts_on) for one in found if one.difference_month]
    cautions = (*_other_year(contract), *_wage_notices(contract), *_state_pension(contract))
    return (*told, *(Notice(text, None) for text in cautions))


def _told(change: BenefitChange) -> Text:
    name, advice = TITLES[change.name], LESS if change.difference_month < 0 else MORE
    return Text(
        f"{name.nl}: van {as_text(change.now_month)} naar {as_text(change.wanted_month)} "
        f"per maand. {advice.nl}",
        f"{name.en}: from {as_text(change.now_month, 'en')} to "
        f"{as_text(change.wanted_month, 'en')} a month. {advice.en}",
    )


def _other_year(contract: Contract) -> Iterator[Text]:
    year, starts_on = contract.situation.year, contract.situation.starts_on
    if starts_on and starts_on.year != year:
        yield Text(
            f"Gerekend is met de bedragen van {year}. De nieuwe uren beginnen in "
            f"{starts_on.year}; dan kunnen belasting en toeslagen anders zijn.",
            f"The amounts of {year} were used. The new hours begin in {starts_on.year}, when tax "
            "and benefits may differ.",
        )


def _state_pension(contract: Contract) -> Iterator[Text]:
    home = contract.situation.household
    if tax_age_of(home.applicant, home.year) is not TaxAge.UNDER_AOW:
        yield Text(
            "Je hebt de AOW-leeftijd. Je AOW en ander pensioen tellen hier niet mee: belasting en "
            "toeslagen worden daardoor anders.",
            "You have reached the AOW age. Your state and other pension do not count here: they "
            "change tax and benefits.",
        )


def _wage_notices(contract: Contract) -> Iterator[Text]:
    irregular = contract.situation.irregular
    if contract.no_irregular and (irregular.share_of_salary or irregular.bands):
        yield contract.no_irregular
    day = terms_day(contract.situation)
    missed = below_minimum_wage(int(contract.month.amount), contract.terms, day)
    if missed:
        amount = int(missed.amount)
        yield Text(
            f"Dit uurloon is {as_text(amount)} lager dan het minimumloon (vanaf 21 jaar). "
            "Vraag het na bij je werkgever.",
            f"This hourly wage is {as_text(amount, 'en')} below the minimum wage (from 21 years). "
            "Ask your employer.",
        )
