"""The household as people write it in a file, and what the library calls it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from flexpool.pay.benefits.household import Adult, Care, CareKind, Child, CoResident, Household
from flexpool.pay.bounds import no_less_than_nothing
from flexpool.refusal import Impossible

ADULT_AGE = 30  # of somebody whose age was not given: only under 21 and from AOW age it counts


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildFields:
    """A child, when more than the age is told."""

    age: int | None = None
    born: date | None = None
    child_benefit: bool = True

    def __post_init__(self) -> None:
        self.child()

    def child(self) -> Child:
        """Give the child; a ValueError names the field that cannot be."""
        return Child(age=self.age, born=self.born, child_benefit=self.child_benefit)


@dataclass(frozen=True, slots=True, kw_only=True)
class CareFields:
    """One contract for child care; `child` counts from 1."""

    kind: CareKind
    hours: Fraction
    rate_cents: int
    child: int | None = None

    def __post_init__(self) -> None:
        no_less_than_nothing(self, "hours", "rate_cents")
        self.care()

    def care(self) -> Care:
        """Give the contract."""
        try:
            return Care(self.kind, self.hours, self.rate_cents)
        except Impossible as error:
            raise error.named(error.field.replace("hours_month", "hours")) from None


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseholdFields:
    """Everything about a household but the year and the applicant's income."""

    age: int | None = None
    born: date | None = None
    insured: bool = True
    partner_income_cents: int | None = None
    partner_age: int | None = None
    partner_born: date | None = None
    partner_insured: bool = True
    children: tuple[int | ChildFields, ...] | None = None
    child_care: tuple[CareFields, ...] = ()
    parents_work: bool = True
    rent_cents: int | None = None
    wealth_cents: int = 0
    co_residents: tuple[CoResident, ...] = ()

    def __post_init__(self) -> None:
        self.household(2026, 0)

    @property
    def ages_unknown(self) -> bool:
        """Whether there is child care, but no list of children: their ages are then not known."""
        return self.children is None and bool(self.child_care)

    def household(self, year: int, income_cents: int) -> Household:
        """Give the household; a ValueError names the field that cannot be."""
        return Household(
            year=year,
            applicant=self._applicant(income_cents),
            partner=self._partner(),
            children=self._children(),
            co_residents=self.co_residents,
            rent_cents=self.rent_cents,
            wealth_cents=self.wealth_cents,
            parents_work=self.parents_work,
        )

    def care_of(self, contracts: Sequence[CareFields], field: str) -> tuple[tuple[Care, ...], ...]:
        """Give the contracts per child: by number, or else in the order of the children."""
        numbers = [contract.child for contract in contracts]
        if all(number is None for number in numbers):
            numbers = list(range(1, len(contracts) + 1))
        count = min(_highest(numbers), len(contracts))
        if self.children is not None:
            count = len(self.children)
        for at, number in enumerate(numbers, start=1):
            if number is None or not 1 <= number <= count:
                raise Impossible(
                    f"{field}.{at}.child",
                    f"zeg van welk kind deze opvang is, een nummer van 1 tot en met {count}",
                    f"say whose care this is, a number from 1 to the number of children, {count}",
                )
        return tuple(
            tuple(c.care() for c, number in zip(contracts, numbers, strict=True) if number == child)
            for child in range(1, count + 1)
        )

    def _applicant(self, income_cents: int) -> Adult:
        age = _age(self.age, self.born)
        return Adult(age=age, born=self.born, income_cents=income_cents, insured=self.insured)

    def _partner(self) -> Adult | None:
        told = (self.partner_age, self.partner_born)
        if self.partner_income_cents is None:
            if any(told) or not self.partner_insured:
                raise Impossible(
                    "partner_income",
                    "dit veld ontbreekt; 0 als er geen inkomen is",
                    "this field is missing; 0 if there is no income",
                )
            return None
        try:
            return Adult(
                age=_age(*told),
                born=self.partner_born,
                income_cents=self.partner_income_cents,
                insured=self.partner_insured,
            )
        except Impossible as error:
            raise error.named(f"partner_{error.field}") from None

    def _children(self) -> tuple[Child, ...]:
        care = self.care_of(self.child_care, "child_care")
        if self.children is None:
            return tuple(Child(age=ADULT_AGE, child_benefit=False, care=one) for one in care)
        told = [_child(child, at) for at, child in enumerate(self.children, start=1)]
        return tuple(replace(child, care=one) for child, one in zip(told, care, strict=True))


def _highest(numbers: Sequence[int | None]) -> int:
    return max((number or 0 for number in numbers), default=0)


def _child(told: int | ChildFields, at: int) -> Child:
    if isinstance(told, ChildFields):
        return told.child()
    try:
        return Child(age=told)
    except Impossible as error:
        raise error.named(f"children.{at}.{error.field}") from None


def _age(age: int | None, born: date | None) -> int | None:
    return ADULT_AGE if age is None and born is None else age
