"""The chain rule: how many fixed-term contracts, over how long, before one is permanent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from flexpool.contracts.calendar import months_later, told, whole_months
from flexpool.contracts.rule import Finding, Rule, Weight
from flexpool.parameters import lookup
from flexpool.text import Text

CHAIN = Rule(
    "contracts.chain",
    "T1",
    "BW 7:668a",
    Text("Drie tijdelijke contracten of drie jaar", "Three fixed terms or three years"),
    Text(
        "Na drie tijdelijke contracten, of na 36 maanden samen met de pauzes ertussen, is het "
        "volgende vast. Een pauze van meer dan zes maanden begint opnieuw. Hetzelfde werk bij een "
        "opvolgende werkgever telt mee: eerst bij A, dan bij B in de pool is één keten.",
        "After three fixed-term contracts, or after 36 months with the gaps between them, the "
        "next one is permanent. A gap of more than six months begins anew. The same work at a "
        "successive employer counts: first at A, then at B in the pool is one chain.",
    ),
)
NOTICE = Rule(
    "contracts.notice-of-end",
    "T2",
    "BW 7:668",
    Text("Een maand van tevoren aanzeggen", "Say a month ahead whether it goes on"),
    Text(
        "Bij een tijdelijk contract van zes maanden of langer zegt de werkgever uiterlijk een "
        "maand voor het einde schriftelijk of en hoe het doorgaat.",
        "For a fixed-term contract of six months or longer the employer says in writing, a month "
        "before the end at the latest, whether and how it goes on.",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contract:
    """A fixed-term contract: whose, from a day up to a day, and whether the work is the same."""

    employer: str
    starts_on: date
    ends_on: date
    same_work: bool = True


@dataclass(frozen=True, slots=True)
class Chain:
    """The contracts that count together, oldest first."""

    contracts: tuple[Contract, ...]

    @property
    def count(self) -> int:
        """How many."""
        return len(self.contracts)

    @property
    def months(self) -> int:
        """Whole months from the first day up to the last, gaps included."""
        if not self.contracts:
            return 0
        return whole_months(self.contracts[0].starts_on, self.contracts[-1].ends_on)

    @property
    def employers(self) -> tuple[str, ...]:
        """Who they were with, each once."""
        return tuple(dict.fromkeys(one.employer for one in self.contracts))


def chain_of(contracts: Sequence[Contract], on: date) -> Chain:
    """Give the contracts that count together with one that begins on a day."""
    gap = lookup("contracts.chain.gap_months", on).value
    kept: list[Contract] = []
    for one in sorted(contracts, key=lambda row: row.starts_on):
        if not one.same_work or one.starts_on >= on:
            continue
        if kept and one.starts_on > months_later(kept[-1].ends_on, gap):
            kept = []
        kept.append(one)
    if kept and on > months_later(kept[-1].ends_on, gap):
        kept = []
    return Chain(tuple(kept))


def next_contract(contracts: Sequence[Contract], wanted: Contract) -> tuple[Finding, ...]:
    """Find before it is signed that a fixed-term contract would be permanent, and from when."""
    on = wanted.starts_on
    chain = chain_of(contracts, on)
    most = lookup("contracts.chain.contracts_max", on).value
    longest = lookup("contracts.chain.months_max", on).value
    first = chain.contracts[0].starts_on if chain.contracts else on
    last_day = months_later(first, longest)
    found = []
    if chain.count >= most and wanted.same_work:
        found.append(_permanent_from(on, _by_count(chain, most)))
    elif chain.count and wanted.same_work and wanted.ends_on > last_day:
        found.append(_permanent_from(max(on, last_day), _by_length(longest, chain)))
    return tuple(found)


def notice_findings(contract: Contract, told_on: date | None, on: date) -> tuple[Finding, ...]:
    """Find that the notice of the end is due or late."""
    longest = lookup("contracts.chain.notice_from_months", on).value
    if whole_months(contract.starts_on, contract.ends_on) < longest or told_on is not None:
        return ()
    due = months_later(contract.ends_on, -lookup("contracts.chain.notice_months", on).value)
    if on < months_later(due, -1) or on >= contract.ends_on:
        return ()
    by = told(due)
    late = on > due
    return (
        Finding(
            rule=NOTICE,
            weight=Weight.COSTS if late else Weight.DUE,
            message=Text(
                f"De aanzegging moest uiterlijk {by.nl} schriftelijk gedaan zijn. Te laat kost een "
                "vergoeding (BW 7:668 lid 3)."
                if late
                else f"Zeg uiterlijk {by.nl} schriftelijk of en hoe het contract doorgaat.",
                f"The notice had to be given in writing by {by.en}. Late costs a compensation "
                "(BW 7:668(3))."
                if late
                else f"Say in writing by {by.en} whether and how the contract goes on.",
            ),
            cure=Text("Stuur de brief en noteer de datum.", "Send the letter and note the day."),
            due_on=due,
        ),
    )


def _by_count(chain: Chain, most: int) -> Text:
    who = ", ".join(chain.employers)
    return Text(
        f"Er waren al {chain.count} tijdelijke contracten (hooguit {most}), bij {who}.",
        f"There have been {chain.count} fixed-term contracts (at most {most}), with {who}.",
    )


def _by_length(longest: int, chain: Chain) -> Text:
    first = told(chain.contracts[0].starts_on)
    return Text(
        f"De keten begon op {first.nl} en wordt langer dan {longest} maanden.",
        f"The chain began on {first.en} and becomes longer than {longest} months.",
    )


def _permanent_from(day: date, why: Text) -> Finding:
    when = told(day)
    return Finding(
        rule=CHAIN,
        weight=Weight.COSTS,
        message=Text(
            f"{why.nl} Dit contract is vast vanaf {when.nl}.",
            f"{why.en} This contract is permanent from {when.en}.",
        ),
        cure=Text(
            "Bied een vast contract aan, of kies een andere vorm voordat je tekent.",
            "Offer a permanent contract, or choose another form before you sign.",
        ),
        due_on=day,
    )
