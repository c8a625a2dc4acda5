"""How tax explains itself: every amount with its formula, figures and rounding."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from flexpool.pay.explanation import Line
from flexpool.pay.taxes import TaxAge, payslip_tax, special_rate_tax, two_jobs, yearly_tax
from unit.pay.taxes.tables import table
from unit.pay.taxes.told import told

TODAY = date(2026, 11, 22)


def payslip() -> Line:
    """Explain a payslip in the second bracket."""
    return payslip_tax(400_050, TODAY).explanation


def older() -> Line:
    """Explain a payslip from AOW age."""
    return payslip_tax(400_050, TODAY, TaxAge.AOW_1946).explanation


def whole_year() -> Line:
    """Explain a year with a young child."""
    return yearly_tax(2026, 36_000_00, combination=True).explanation


def pension() -> Line:
    """Explain a year on a pension, living alone."""
    return yearly_tax(
        2026, 50_000_00, earned=0, age=TaxAge.AOW_1945, single_elderly=True
    ).explanation


def special() -> Line:
    """Explain a special payment."""
    return special_rate_tax(300_000, 40_000_00, TODAY).explanation


def jobs() -> Line:
    """Explain two jobs."""
    return two_jobs(2026, [200_250, 100_000]).explanation


EXAMPLES = {
    explain.__name__: explain for explain in (payslip, older, whole_year, pension, special, jobs)
}


@pytest.mark.parametrize("name", table("explanations"))
def test_an_explanation_reads_as_in_the_table(name: str) -> None:
    example, language = name.rsplit("_", 1)
    line = EXAMPLES[example]()
    rows = told(line, language).splitlines()
    if example == "jobs":  # the payslips and the year below it have their own examples
        rows = [row for row in rows if row.startswith("two_jobs")]
    assert rows == table("explanations")[name].splitlines()


def test_from_aow_age_the_credit_for_older_people_is_told() -> None:
    assert older().find("wage_tax.elderly_credit").amount == 1_767_00
    with pytest.raises(KeyError):
        payslip().find("wage_tax.elderly_credit")


def test_steps_are_told_in_the_table_and_not_above_it() -> None:
    step = payslip().find("wage_tax.year_wage")
    assert step.rounding and step.rounding.en == "down to a step of the table"
    above = payslip_tax(1_200_000, TODAY).explanation.find("wage_tax.year_wage")
    assert above.rounding is None
    assert (above.amount, above.figures[0].value) == (14_400_000, 133110)


def test_the_lines_of_a_payslip_add_up() -> None:
    for line in (payslip(), older()):
        _year_wage, tax, *reductions, _without, _labour = line.parts
        left = tax.amount - sum(reduction.amount for reduction in reductions)
        assert line.amount == round(left / 12)
        assert tax.amount == sum(part.amount for part in tax.parts)


def test_the_lines_of_a_year_add_up_to_a_cent() -> None:
    for line in (whole_year(), pension()):
        tax, *reductions = line.parts
        left = tax.amount - sum(reduction.amount for reduction in reductions)
        assert abs(line.amount - left) <= 1


def test_a_special_payment_tells_that_its_source_is_secondary() -> None:
    assert special().leans_on_secondary
    assert not payslip().leans_on_secondary


def test_jobs_tell_the_payslip_that_counts() -> None:
    first, second = (jobs().find(f"two_jobs.job_{number}") for number in (1, 2))
    assert [part.key for part in first.parts] == ["wage_tax"]
    assert [part.key for part in second.parts] == ["wage_tax.year_wage", "wage_tax.tax"]
    assert jobs().find("income_tax").amount == 466_981


@pytest.mark.parametrize("income", [0, 11_000_00, 25_845_00, 80_000_00, 200_000_00])
def test_each_credit_names_its_figures_also_when_nothing_is_left_of_it(income: int) -> None:
    tax = yearly_tax(2026, income, age=TaxAge.AOW_1946, single_elderly=True, combination=True)
    for credit in tax.credits:
        assert credit.figures
        assert all(figure.name.startswith("pay.credits.") for figure in credit.figures)


@pytest.mark.parametrize("explain", EXAMPLES.values())
def test_every_figure_is_one_of_its_year_and_every_text_is_in_two_languages(
    explain: Callable[[], Line],
) -> None:
    line = explain()
    assert line.all_figures
    for figure in line.all_figures:
        assert figure.valid_from == date(2026, 1, 1)
    for part in line.walk():
        for text in (part.what, part.formula, part.rounding):
            assert text is None or (text.nl and text.en)
        assert "None" not in str(part.as_json("en")["formula"] or "")
