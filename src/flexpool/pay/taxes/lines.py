"""The lines that payslip and yearly tax share: income per bracket, and one per credit."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from flexpool.money import CENTS_PER_EURO, Rounding, rounded
from flexpool.parameters import Value
from flexpool.pay.explanation import Line
from flexpool.pay.taxes.brackets import InBracket
from flexpool.pay.taxes.credits import Credit
from flexpool.pay.wording import formula, percent
from flexpool.text import Text

TO_CENTS = Text("op hele centen, een halve cent naar boven", "to whole cents, half a cent up")
TAX = Text("Belasting en premies vóór kortingen", "Tax and premiums before credits")
GENERAL = Text("Algemene heffingskorting", "General tax credit")
LABOUR = Text("Arbeidskorting", "Labour tax credit")
ELDERLY = Text("Ouderenkorting", "Tax credit for older people")
SINGLE_ELDERLY = Text("Alleenstaande-ouderenkorting", "Tax credit for single older people")
COMBINATION = Text(
    "Inkomensafhankelijke combinatiekorting", "Income-dependent combination tax credit"
)

ToCents = Callable[[Fraction], int]


def exact_cents(euros: Fraction | int) -> int:
    """Give euros as whole cents, half a cent up."""
    return rounded(Fraction(euros) * CENTS_PER_EURO, Rounding.HALF_UP)


def tax_line(
    key: str,
    brackets: tuple[InBracket, ...],
    figure: Value,
    *,
    in_cents: ToCents = exact_cents,
    rounding: Text | None = None,
) -> Line:
    """Tell the tax before credits, with a part per bracket; `in_cents` rounds each part."""
    parts = tuple(
        Line(
            key=f"{key}.bracket_{number}",
            what=Text(f"Schijf {number}", f"Bracket {number}"),
            amount=in_cents(part.tax),
            formula=formula("{} x {}", exact_cents(part.income), percent(part.rate)),
            rounding=rounding or TO_CENTS,
        )
        for number, part in enumerate(brackets, start=1)
    )
    if rounding:
        whole = sum(int(part.amount) for part in parts)
    else:
        whole = exact_cents(sum((part.tax for part in brackets), Fraction(0)))
    return Line(key=key, what=TAX, amount=whole, figures=(figure,), parts=parts)


def credit_line(key: str, what: Text, credit: Credit, amount: int, rounding: Text) -> Line:
    """Tell one credit; `amount` is what it came to in cents after `rounding`."""
    start, above = exact_cents(credit.start), exact_cents(credit.above)
    sign = "-" if credit.rate < 0 else "+"
    told = formula(f"{{}} {sign} {{}} x {{}}", start, above, percent(abs(credit.rate)))
    return Line(
        key=key,
        what=what,
        amount=amount,
        formula=told if above else formula("{}", start),
        figures=credit.figures,
        rounding=rounding,
    )
