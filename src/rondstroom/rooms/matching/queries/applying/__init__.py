"""Vacancies for a worker, workers for a vacancy, two vacancies as one job, and who waits."""

from rondstroom.rooms.matching.queries.applying.combining import (
    COMBINED_WEEKS,
    Combined,
    combined_job,
)
from rondstroom.rooms.matching.queries.applying.fitting import (
    VacancyCard,
    VacancyList,
    fitting_wishes,
    vacancies_for,
    vacancy_card,
    vacancy_reasons,
)
from rondstroom.rooms.matching.queries.applying.reading import (
    accepted_at,
    application,
    applications_of,
    applications_per_vacancy,
    applications_to,
    applications_waiting,
    applications_waiting_at,
    contracts_to_make,
    living_application,
)

__all__ = [
    "COMBINED_WEEKS",
    "Combined",
    "VacancyCard",
    "VacancyList",
    "accepted_at",
    "application",
    "applications_of",
    "applications_per_vacancy",
    "applications_to",
    "applications_waiting",
    "applications_waiting_at",
    "combined_job",
    "contracts_to_make",
    "fitting_wishes",
    "living_application",
    "vacancies_for",
    "vacancy_card",
    "vacancy_reasons",
]
