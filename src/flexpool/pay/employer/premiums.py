"""What an employer pays on wages: the employee insurances and the health contribution."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from flexpool.money import Rounding, as_text, times
from flexpool.parameters import Value
from flexpool.pay.employer.employment import Employment, PremiumTerms
from flexpool.pay.employer.result import WageOfYear
from flexpool.pay.explanation import Line
from flexpool.pay.figures import cents, rate
from flexpool.pay.wording import WHOLE_CENTS, formula, number, percent
from flexpool.text import Text

AVERAGE_WHK = Text(
    "Voor de Whk is met het landelijke gemiddelde gerekend. Vul het percentage uit je eigen "
    "beschikking in.",
    "The Whk is counted at the national average. Give the rate of your own decision.",
)
HIGH_UNEMPLOYMENT = Text(
    "De hoge WW-premie geldt: de lage vraagt een schriftelijk contract voor onbepaalde tijd dat "
    "geen oproepcontract is.",
    "The high unemployment premium holds: the low one asks for a written contract without an end "
    "that is no on-call contract.",
)
NAMES = {
    "unemployment": Text("WW-premie (AWf)", "Unemployment premium (AWf)"),
    "disability": Text("Arbeidsongeschiktheid (Aof)", "Disability (Aof)"),
    "child_care": Text("Kinderopvang (Wko)", "Child care (Wko)"),
    "return_to_work": Text("Werkhervattingskas (Whk)", "Return to work (Whk)"),
    "health": Text("Zorgverzekeringswet (Zvw)", "Health Insurance Act (Zvw)"),
}


def premium_base(wage: WageOfYear, on: date) -> Line:
    """Give the wage over which premiums are due: after the own pension premium, and capped."""
    most, figure = cents("employer.premium_wage_max", on)
    return Line(
        "premiums.base",
        Text("Loon voor de premies", "Wage for the premiums"),
        min(max(wage.taxable, 0), most),
        formula=formula("min({} - {}; {})", wage.gross, wage.pension_employee, most),
        figures=(figure,),
    )


def premiums_of_year(terms: PremiumTerms, base: Line, on: date) -> Line:
    """Give the premiums of a year, one part each, in the order in which payroll shows them.

    Raises
    ------
    NoFigureForDate
        When a premium of that year is not known.
    """
    figures = {
        "unemployment": "awf_low" if is_low_unemployment(terms) else "awf_high",
        "disability": "aof_low" if terms.small_employer else "aof_high",
        "child_care": "wko",
        "return_to_work": "whk_average",
        "health": "zvw",
    }
    parts = []
    for kind, name in figures.items():
        if kind == "return_to_work" and terms.whk_rate is not None:
            parts.append(_premium(kind, base, terms.whk_rate))
        else:
            share, figure = rate(f"employer.{name}", on)
            parts.append(_premium(kind, base, share, figure))
    return Line(
        "premiums",
        Text("Werkgeverspremies", "Employer's premiums"),
        sum(int(part.amount) for part in parts),
        formula=base.formula,
        figures=base.figures,
        parts=tuple(parts),
    )


def is_low_unemployment(terms: PremiumTerms) -> bool:
    """Tell whether the contract gives the low unemployment premium: yes, yes, no."""
    return terms.permanent and terms.in_writing and not terms.on_call


def premium_cautions(
    terms: PremiumTerms, employment: Employment, base: Line, on: date
) -> tuple[Text, ...]:
    """Give what may change the premiums, the 30 % rule with the amount it may cost."""
    cautions = []
    if not is_low_unemployment(terms):
        cautions.append(HIGH_UNEMPLOYMENT)
    elif _may_be_revised(terms, employment, on):
        cautions.append(_revision(employment, int(base.amount), on))
    if terms.whk_rate is None:
        cautions.append(AVERAGE_WHK)
    return tuple(cautions)


def _may_be_revised(terms: PremiumTerms, employment: Employment, on: date) -> bool:
    most, _ = rate("premium_revision.extra_hours_max", on)
    spared_from, _ = rate("premium_revision.contract_hours_from", on)
    return employment.hours_per_week < spared_from and terms.extra_hours_share > most


def _revision(employment: Employment, base: int, on: date) -> Text:
    most, _ = rate("premium_revision.extra_hours_max", on)
    spared_from, figure = rate("premium_revision.contract_hours_from", on)
    low, _ = rate("employer.awf_low", on)
    high, _ = rate("employer.awf_high", on)
    extra, share = times(base, high - low, Rounding.HALF_UP), percent(most)
    hours, contract = number(spared_from), number(employment.hours_per_week)
    return Text(
        f"Er wordt meer dan {share.nl} extra uitbetaald boven het contract van {contract.nl} uur. "
        f"Onder {hours.nl} uur per week geldt dan achteraf over het hele jaar de hoge WW-premie: "
        f"{as_text(extra)} meer. Een groter contract voorkomt dat. Bron (secundair): "
        f"{figure.source}.",
        f"More than {share.en} extra is paid beyond the contract of {contract.en} hours. Below "
        f"{hours.en} hours a week the high unemployment premium then holds for the whole year "
        f"afterwards: {as_text(extra, 'en')} more. A larger contract prevents that. Source "
        f"(secondary): {figure.source}.",
    )


def _premium(kind: str, base: Line, share: Fraction, *figures: Value) -> Line:
    return Line(
        f"premiums.{kind}",
        NAMES[kind],
        times(int(base.amount), share, Rounding.HALF_UP),
        formula=formula("{} x {}", int(base.amount), percent(share)),
        figures=figures,
        rounding=WHOLE_CENTS,
    )
