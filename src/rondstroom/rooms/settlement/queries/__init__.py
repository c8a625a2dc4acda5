"""Reading settlement: hours and who must agree, charges, invoices and balances."""

from rondstroom.rooms.settlement.queries.annual import (
    YearBalance,
    annual_after,
    annual_balances,
)
from rondstroom.rooms.settlement.queries.calls import is_owed, topped_up_minutes
from rondstroom.rooms.settlement.queries.charging import charge_or_why
from rondstroom.rooms.settlement.queries.deadlines import RunsOut, runs_out
from rondstroom.rooms.settlement.queries.employing import Tie, ties_for
from rondstroom.rooms.settlement.queries.hours import (
    approvals_of,
    current_version,
    hours,
    hours_of_assignment,
    hours_of_worker,
    messages_about,
    needs_both,
    never_registered,
    rules_of,
    to_approve,
    to_register,
    versions_of,
    with_current,
    worked_around,
)
from rondstroom.rooms.settlement.queries.invoices import (
    Balance,
    Recomputed,
    balances,
    balances_of,
    charge,
    debts,
    invoice,
    invoices_of,
    lines_of,
    open_of,
    recomputed,
)
from rondstroom.rooms.settlement.queries.obligation import Obligation
from rondstroom.rooms.settlement.queries.obligations import obligations_of
from rondstroom.rooms.settlement.queries.open_findings import OpenFinding, open_findings
from rondstroom.rooms.settlement.queries.payroll import (
    PaidPart,
    agreed_versions,
    paid_parts,
    waits_for_payroll,
)
from rondstroom.rooms.settlement.queries.proven import Proven, proven_hours
from rondstroom.rooms.settlement.queries.runs import (
    billing_details_of,
    chargeable,
    creditable,
    run,
    runs_of,
    unsettled,
    waits_for_correction,
)
from rondstroom.rooms.settlement.queries.staffing import (
    Staffed,
    Where,
    grouped,
    staffing_of,
    together,
)
from rondstroom.rooms.settlement.queries.terms import terms_of_hours
from rondstroom.rooms.settlement.translate import (
    Said,
    breaks_of,
    planned,
    said_in,
    span,
    still_owed,
)

__all__ = [
    "Balance",
    "Obligation",
    "OpenFinding",
    "PaidPart",
    "Proven",
    "Recomputed",
    "RunsOut",
    "Said",
    "Staffed",
    "Tie",
    "Where",
    "YearBalance",
    "agreed_versions",
    "annual_after",
    "annual_balances",
    "approvals_of",
    "balances",
    "balances_of",
    "billing_details_of",
    "breaks_of",
    "charge",
    "charge_or_why",
    "chargeable",
    "creditable",
    "current_version",
    "debts",
    "grouped",
    "hours",
    "hours_of_assignment",
    "hours_of_worker",
    "invoice",
    "invoices_of",
    "is_owed",
    "lines_of",
    "messages_about",
    "needs_both",
    "never_registered",
    "obligations_of",
    "open_findings",
    "open_of",
    "paid_parts",
    "planned",
    "proven_hours",
    "recomputed",
    "rules_of",
    "run",
    "runs_of",
    "runs_out",
    "said_in",
    "span",
    "staffing_of",
    "still_owed",
    "terms_of_hours",
    "ties_for",
    "to_approve",
    "to_register",
    "together",
    "topped_up_minutes",
    "unsettled",
    "versions_of",
    "waits_for_correction",
    "waits_for_payroll",
    "with_current",
    "worked_around",
]
