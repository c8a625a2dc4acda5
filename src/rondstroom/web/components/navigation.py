"""Which links the header shows, by desk."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from rondstroom.web.components.header.link import Link

DESKS: dict[str, tuple[Link, ...]] = {
    "worker": (
        Link(
            "worker:shifts",
            _("Diensten"),
            "list",
            below=("worker:others", "worker:shift", "worker:sign_up", "worker:outcome"),
        ),
        Link("worker:roster", _("Rooster"), "calendar", below=("worker:cancel",)),
        Link(
            "worker:availability",
            _("Beschikbaar"),
            "check",
            below=("worker:elsewhere", "worker:more_hours", "worker:booster"),
        ),
        Link("worker:requests", _("Aanvragen"), "inbox", below=("worker:withdraw",)),
    ),
    "planner": (
        Link("planner:home", _("Vandaag"), "home", below=("planner:solve",)),
        Link("planner:week", _("Week"), "grid", below=("planner:month", "planner:publish_roster")),
        Link(
            "planner:list",
            _("Diensten"),
            "list",
            below=(
                "planner:shift",
                "planner:shift_new",
                "planner:shift_edit",
                "planner:shift_cancel",
                "planner:series",
                "planner:publish",
                "planner:ask",
                "planner:cascade",
                "planner:policy",
                "planner:decisions",
                "planner:absent",
                "planner:absence",
            ),
        ),
        Link(
            "planner:requests",
            _("Aanvragen"),
            "inbox",
            below=("planner:questions", "planner:question", "planner:swaps", "planner:swap"),
        ),
        Link(
            "planner:hours", _("Uren"), "clock", below=("planner:shift_hours", "planner:hours_new")
        ),
        Link("planner:plan", _("Plannen"), "sparkle", below=("planner:run", "planner:run_accept")),
        Link("planner:import", _("Inlezen"), "upload", below=("planner:import_rejected",)),
        Link("planner:journal", _("Logboek"), "book"),
    ),
    "hire": (Link("planner:hire", _("Inhuur"), "coin"),),
    "coordinator": (
        Link("coordinator:picture", _("Regio"), "pin", below=("coordinator:open",)),
        Link(
            "coordinator:people",
            _("Beschikbaar"),
            "people",
            below=(
                "coordinator:fits",
                "coordinator:more_hours",
                "coordinator:combination",
                "coordinator:pool",
            ),
        ),
        Link("coordinator:vacancies", _("Vacatures"), "list", below=("coordinator:job",)),
        Link("coordinator:plan", _("Plannen"), "sparkle", below=("coordinator:run",)),
        Link("coordinator:lending", _("Lenen"), "double-check"),
        Link("coordinator:arrangements", _("Regeling"), "book", below=("coordinator:arrangement",)),
        Link(
            "coordinator:work_codes",
            _("Werkcode"),
            "book",
            below=("coordinator:work_code", "coordinator:shared_out"),
        ),
        Link("coordinator:waiting", _("Aanvragen"), "inbox"),
    ),
    "hr": (
        Link("hr:queue", _("Controleren"), "check", below=("hr:claim",)),
        Link("hr:people", _("Mensen"), "people", below=("hr:file", "hr:proof_new", "hr:shared")),
        Link("hr:contracts", _("Contracten"), "list"),
        Link("hr:pool", _("Pool"), "hourglass"),
        Link("hr:register", _("BIG-register"), "book", below=("hr:register_answer",)),
        Link("hr:acceptance", _("Overnemen"), "double-check"),
        Link("hr:inductions", _("Inwerken"), "heart", below=("hr:induction",)),
        Link("hr:policy", _("Regels"), "list"),
        Link(
            "hr:findings",
            _("Afspraken"),
            "warning",
            below=("hr:work_code", "hr:shared_out", "hr:calling", "hr:times"),
        ),
        Link("hr:annual", _("Jaaruren"), "clock"),
        Link("hr:catalogue", _("Catalogus"), "book"),
    ),
    "board": (
        Link("board:effort", _("Werk van roosteraars"), "clock"),
        Link("board:flow", _("Uit de pool"), "people"),
    ),
    "finance": (
        Link("finance:costs", _("Kosten"), "coin", below=("finance:function",)),
        Link(
            "finance:contracts",
            _("Afspraken"),
            "book",
            below=(
                "finance:contract",
                "finance:contract_new",
                "finance:contract_rate",
                "finance:contract_bills",
                "finance:contract_duties",
                "finance:contract_vat",
                "finance:contract_vat_one",
                "finance:contract_relation",
                "finance:contract_relations",
                "finance:contract_suppliers",
                "finance:contract_supplier",
            ),
        ),
        Link("finance:staffing", _("Wie werkt"), "people"),
        Link("finance:obligations", _("Contracten"), "warning", below=("finance:deadlines",)),
        Link(
            "finance:settlement",
            _("Verrekening"),
            "double-check",
            below=(
                "finance:settlement_run",
                "finance:settlement_details",
                "finance:settlement_payroll",
            ),
        ),
        Link(
            "finance:invoices",
            _("Facturen"),
            "list",
            below=("finance:invoice", "finance:invoice_line"),
        ),
    ),
}
# What one needs now and then stands in the account's menu: a phone has room for four.
MORE: dict[str, tuple[Link, ...]] = {
    "worker": (
        Link("worker:hours", _("Mijn uren"), "clock", below=("worker:shift_hours",)),
        Link("worker:balance", _("Mijn jaaruren"), "hourglass"),
        Link("worker:offers", _("Gevraagd voor een dienst"), "inbox"),
        Link("worker:vacancies", _("Vacatures"), "people", below=("worker:vacancy",)),
        Link("worker:rounds", _("Zelf roosteren"), "grid", below=("worker:round",)),
        Link("worker:swaps", _("Ruilen"), "people", below=("worker:swap", "worker:swap_new")),
        Link("worker:questions", _("Vragen"), "question", below=("worker:question",)),
        Link(
            "worker:passport",
            _("Mijn bewijzen"),
            "check",
            below=("worker:claims", "worker:claim_new"),
        ),
        Link("worker:settings", _("Mijn voorkeuren"), "pin"),
        Link("worker:elsewhere", _("Werk elders"), "building"),
        Link("worker:ranking", _("Zo word je gekozen"), "list"),
        Link("worker:calendar_link", _("Agendalink"), "calendar"),
        Link("public:scan", _("Wat past bij mij?"), "sparkle"),
        Link("public:pay_hours", _("Wat levert meer werken op?"), "coin"),
    ),
    "planner": (
        Link("planner:policy", _("Zo vraag je rond"), "people"),
        Link("planner:rounds", _("Zelf roosteren"), "grid", below=("planner:round",)),
        Link("planner:all_findings", _("Bevindingen"), "warning"),
        Link("planner:more_hours", _("Wie wil meer uren"), "clock"),
        Link(
            "planner:vacancies",
            _("Vacatures"),
            "people",
            below=("planner:vacancy", "planner:vacancy_new", "planner:vacancies_in"),
        ),
        Link("planner:annual", _("Jaaruren"), "hourglass"),
        Link("planner:welcomes", _("Voor het eerst hier"), "heart", below=("planner:welcome",)),
        Link("planner:places", _("Onze locaties"), "building", below=("planner:place",)),
        Link("planner:ranking", _("Rangorde"), "list"),
        Link("planner:effort", _("Werk van roosteraars"), "clock"),
        Link("planner:keys", _("Gekoppelde systemen"), "key"),
        Link("planner:pattern", _("Zorgvraag"), "calendar", below=("planner:roll_out",)),
    ),
}
DESK_NAMES = {
    "worker": _("Mijn diensten"),
    "planner": _("Roosteren"),
    "hire": _("Inhuur"),
    "coordinator": _("De regio"),
    "hr": _("Personeelszaken"),
    "finance": _("Financiën"),
    "board": _("Bestuur"),
}
