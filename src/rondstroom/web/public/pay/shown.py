"""The library's answer as the page shows it: rows, a line, and sentences."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from flexpool.pay.benefits.benefit import BenefitName
from flexpool.pay.hours.outcome import HoursResult, Outcome, Stretch
from rondstroom.web.components import words
from rondstroom.web.components.graphs import Graph, Mark, graph_of

BENEFITS = {
    BenefitName.HEALTH_CARE: gettext_lazy("zorgtoeslag"),
    BenefitName.RENT: gettext_lazy("huurtoeslag"),
    BenefitName.CHILD_BUDGET: gettext_lazy("kindgebonden budget"),
    BenefitName.CHILD_CARE: gettext_lazy("kinderopvangtoeslag"),
}
# What comes in has sign 1, what goes out -1; the last row is what they add up to.
ROWS = [
    ("gross", 1, gettext_lazy("bruto loon, met ORT, vakantiegeld en eindejaarsuitkering")),
    ("pension", -1, gettext_lazy("jouw deel van het pensioen")),
    ("tax", -1, gettext_lazy("belasting")),
    ("net_wage", 1, gettext_lazy("netto loon")),
    ("partner_net", 1, gettext_lazy("netto inkomen van je partner")),
    ("health_care", 1, BENEFITS[BenefitName.HEALTH_CARE]),
    ("rent", 1, BENEFITS[BenefitName.RENT]),
    ("child_budget", 1, BENEFITS[BenefitName.CHILD_BUDGET]),
    ("child_care", 1, BENEFITS[BenefitName.CHILD_CARE]),
    ("child_care_cost", -1, gettext_lazy("kosten van kinderopvang")),
    ("travel", -1, gettext_lazy("reizen naar je werk")),
    ("disposable", 1, gettext_lazy("te besteden")),
]
SUMS = {"gross", "net_wage", "disposable"}


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: what, now, with the wish, and the difference; cents a month."""

    what: str
    now: int
    wanted: int
    is_sum: bool

    @property
    def difference(self) -> str:
        """How much more or less, with its sign, in whole euros."""
        return words.more_or_less(self.wanted - self.now)


def rows_of(result: HoursResult) -> list[Row]:
    """Give the table of one month, without the lines that are nothing in both."""
    found = [
        Row(
            str(what),
            sign * result.now.month(name),
            sign * result.wanted.month(name),
            name in SUMS,
        )
        for name, sign, what in ROWS
    ]
    return [row for row in found if row.now or row.wanted]


def headline(result: HoursResult) -> str:
    """Say in one sentence what the wish brings: "28 uur in plaats van 24,5: € 72 meer"."""
    about = {
        "wanted": words.plain(result.wanted.hours),
        "now": words.plain(result.now.hours),
        "amount": words.whole_euro(abs(difference_month(result))),
    }
    if result.wanted.hours == result.now.hours:
        return _("%(now)s uur: kies een ander aantal uren om te vergelijken") % about
    if difference_month(result) >= 0:
        return _("%(wanted)s uur in plaats van %(now)s: %(amount)s per maand meer") % about
    return _("%(wanted)s uur in plaats van %(now)s: %(amount)s per maand minder") % about


def per_hour(result: HoursResult) -> str:
    """Say what one hour more, or less, does: "€ 5,10 per extra uur"."""
    if result.net_per_extra_hour is None:
        return ""
    about = {"amount": words.euro(result.net_per_extra_hour)}
    if result.wanted.hours > result.now.hours:
        return _("%(amount)s netto per extra uur") % about
    return _("%(amount)s netto voor elk uur minder") % about


def difference_month(result: HoursResult) -> int:
    """Give how much more there is to spend, in cents a month."""
    return result.wanted.month("disposable") - result.now.month("disposable")


def line_of(result: HoursResult) -> Graph:
    """Draw what there is to spend a month over hours a week, with today and the wish."""
    points = [(float(one.hours), one.month("disposable") / 100) for one in result.curve]

    def mark(one: Outcome, word: str) -> Mark:
        return Mark(float(one.hours), one.month("disposable") / 100, word)

    marks = [mark(result.now, _("nu"))]
    if result.wanted.hours != result.now.hours:
        marks.append(mark(result.wanted, _("straks")))
    stretches = [(float(one.from_hours), float(one.to_hours)) for one in result.hard_truths]
    return graph_of(points, marks, stretches)


def truth(stretch: Stretch) -> str:
    """Say between which hours little stays, how much, and where it turns."""
    about = {
        "low": words.plain(stretch.from_hours),
        "high": words.plain(stretch.to_hours),
        "euro": round(stretch.kept * 100),
    }
    if stretch.kept <= 0:
        said = _("Tussen %(low)s en %(high)s uur houd je van meer werken niets over.") % about
    else:
        said = _(
            "Tussen %(low)s en %(high)s uur houd je van elke extra verdiende euro bruto ongeveer "
            "%(euro)s cent over."
        )
        said %= about
    turn = _(" Vanaf %(high)s uur houd je weer meer over.") % about
    return said + turn if stretch.turns else said


def table_of(result: HoursResult) -> list[dict[str, Any]]:
    """Give the figures behind the line, each with what that hour adds a month."""
    months = [one.month("disposable") for one in result.curve]
    added = ["–", *(words.more_or_less(after - before) for before, after in pairwise(months))]
    return [
        {
            "hours": words.plain(one.hours),
            "net_wage": one.month("net_wage"),
            "benefits": one.month("benefits"),
            "disposable": one.month("disposable"),
            "added": more,
        }
        for one, more in zip(result.curve, added, strict=True)
    ]


def pension_in_words(result: HoursResult) -> str:
    """Say what the wish does for the pension."""
    about = {"amount": words.whole_euro(abs(result.pension_difference))}
    if result.pension_difference > 0:
        return (
            _(
                "Jij en je werkgever leggen samen per jaar %(amount)s meer in voor je pensioen. "
                "Dat zie je nu niet op je rekening, maar later wel."
            )
            % about
        )
    if result.pension_difference < 0:
        return (
            _(
                "Jij en je werkgever leggen samen per jaar %(amount)s minder in voor je pensioen. "
                "Dat merk je later."
            )
            % about
        )
    return _("Voor je pensioen verandert er niets.")


def shown(result: HoursResult) -> dict[str, Any]:
    """Give everything the page says about a result."""
    return {
        "result": result,
        "headline": headline(result),
        "per_hour": per_hour(result),
        "rows": rows_of(result),
        "line": line_of(result),
        "truths": [truth(one) for one in result.hard_truths],
        "benefits": [
            (BENEFITS[one.name], Row("", one.now_month, one.wanted_month, False))
            for one in result.changes
            if one.now_month or one.wanted_month
        ],
        "hours_table": table_of(result),
        "pension": pension_in_words(result),
    }
