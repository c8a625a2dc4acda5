"""Addresses of the planner's desk."""

from django.urls import URLPattern, path

from rondstroom.web.planner import home, journal, undo
from rondstroom.web.planner.annual import views as year
from rondstroom.web.planner.asking import views as asking
from rondstroom.web.planner.base import pattern, rolling_out
from rondstroom.web.planner.cascade import hire, policy
from rondstroom.web.planner.cascade import pages as cascade
from rondstroom.web.planner.contracts import views as contracts
from rondstroom.web.planner.drawer import absent, answers, free_day, page, people
from rondstroom.web.planner.effort import views as effort
from rondstroom.web.planner.hours import one as one_hours
from rondstroom.web.planner.hours import views as hours
from rondstroom.web.planner.more_hours import views as more
from rondstroom.web.planner.planning import deciding
from rondstroom.web.planner.planning import views as planning
from rondstroom.web.planner.queue import solving
from rondstroom.web.planner.ranking import decisions, weights
from rondstroom.web.planner.rounds import views as rounds
from rondstroom.web.planner.shifts import cancelling, publishing, series, splitting, writing
from rondstroom.web.planner.spreadsheets import bringing_in, taking_out
from rondstroom.web.planner.swapping import doing
from rondstroom.web.planner.swapping import views as swapping
from rondstroom.web.planner.systems import keys
from rondstroom.web.planner.vacancies import answers as vacancy_answers
from rondstroom.web.planner.vacancies import files as vacancy_files
from rondstroom.web.planner.vacancies import views as vacancies
from rondstroom.web.planner.week import views as week
from rondstroom.web.planner.welcoming import coming, learning, places

app_name = "planner"
urlpatterns: list[URLPattern] = [
    path("", home.home, name="home"),
    path("solve/", solving.solve, name="solve"),
    path("week/", week.week, name="week"),
    path("list/", week.week_list, name="list"),
    path("month/", week.month, name="month"),
    path("print/", week.week_print, name="print"),
    path("free/<int:worker_id>/", free_day.free, name="free"),
    path("shift/new/", writing.shift_new, name="shift_new"),
    path("shift/series/", series.series, name="series"),
    path("shift/publish/", publishing.publish, name="publish"),
    path("shift/<int:shift_id>/", page.shift, name="shift"),
    path("shift/<int:shift_id>/edit/", writing.shift_edit, name="shift_edit"),
    path("shift/<int:shift_id>/split/", splitting.split, name="shift_split"),
    path("shift/<int:shift_id>/cancel/", cancelling.shift_cancel, name="shift_cancel"),
    path("shift/<int:shift_id>/withdraw/", cancelling.withdraw, name="withdraw"),
    path("shift/<int:shift_id>/place/", people.add_place, name="add_place"),
    path("shift/<int:shift_id>/assign/", people.assign, name="assign"),
    path("shift/<int:shift_id>/ask/", cascade.ask, name="ask"),
    path("cascade/<int:cascade_id>/", cascade.cascade, name="cascade"),
    path("cascade/<int:cascade_id>/stop/", cascade.stop, name="cascade_stop"),
    path("cascade/<int:cascade_id>/next/", cascade.hurry, name="cascade_next"),
    path("cascade/policy/", policy.policy, name="policy"),
    path("ranking/", weights.ranking, name="ranking"),
    path("shift/<int:shift_id>/decisions/", decisions.decisions, name="decisions"),
    path("demand/", pattern.pattern, name="pattern"),
    path("demand/roll-out/", rolling_out.roll_out, name="roll_out"),
    path("hire/", hire.hire, name="hire"),
    path("hire/<int:step_id>/", hire.decide, name="hire_decide"),
    path("hire/<int:step_id>/declined/", hire.declined, name="hire_declined"),
    path("assignment/<int:assignment_id>/cancel/", people.unassign, name="unassign"),
    path("assignment/<int:assignment_id>/absent/", absent.absent, name="absent"),
    path("absence/<int:absence_id>/", absent.absence, name="absence"),
    path("roster/publish/", publishing.publish_roster, name="publish_roster"),
    path("requests/", answers.requests, name="requests"),
    path("requests/<int:request_id>/accept/", answers.accept, name="accept"),
    path("requests/<int:request_id>/decline/", answers.decline, name="decline"),
    path("questions/", asking.questions, name="questions"),
    path("questions/<int:question_id>/", asking.question, name="question"),
    path("swaps/", swapping.swaps, name="swaps"),
    path("swaps/rule/<int:team_id>/", swapping.rule, name="swap_rule"),
    path("swaps/<int:swap_id>/", swapping.swap, name="swap"),
    path("assignment/<int:assignment_id>/exchange/", doing.exchange, name="exchange"),
    path("annual/", year.annual, name="annual"),
    path("annual/file/", year.annual_file, name="annual_file"),
    path("findings/", contracts.all_findings, name="all_findings"),
    path("more-hours/", more.more_hours, name="more_hours"),
    path("vacancies/", vacancies.vacancies, name="vacancies"),
    path("vacancies/new/", vacancies.vacancy_new, name="vacancy_new"),
    path("vacancies/out/", vacancy_files.vacancies_out, name="vacancies_out"),
    path("vacancies/in/", vacancy_files.vacancies_in, name="vacancies_in"),
    path("vacancies/<int:vacancy_id>/", vacancies.vacancy, name="vacancy"),
    path("vacancies/<int:vacancy_id>/edit/", vacancies.vacancy_edit, name="vacancy_edit"),
    path(
        "vacancies/<int:vacancy_id>/filled/", vacancy_answers.vacancy_filled, name="vacancy_filled"
    ),
    path(
        "vacancies/<int:vacancy_id>/withdraw/",
        vacancy_answers.vacancy_withdraw,
        name="vacancy_withdraw",
    ),
    path(
        "applications/<int:application_id>/accept/",
        vacancy_answers.application_accept,
        name="application_accept",
    ),
    path(
        "applications/<int:application_id>/decline/",
        vacancy_answers.application_decline,
        name="application_decline",
    ),
    path("effort/", effort.effort, name="effort"),
    path("rounds/", rounds.rounds, name="rounds"),
    path("rounds/<int:round_id>/", rounds.round_, name="round"),
    path("plan/", planning.plan, name="plan"),
    path("plan/<int:run_id>/", planning.run, name="run"),
    path("plan/<int:run_id>/stop/", planning.run_stop, name="run_stop"),
    path("plan/<int:run_id>/accept/", deciding.run_accept, name="run_accept"),
    path("plan/<int:run_id>/reject/", deciding.run_reject, name="run_reject"),
    path("hours/", hours.hours, name="hours"),
    path("hours/approve/", hours.hours_approve_many, name="hours_approve_many"),
    path("hours/new/<int:assignment_id>/", one_hours.hours_new, name="hours_new"),
    path("hours/<int:hours_id>/", one_hours.shift_hours, name="shift_hours"),
    path("hours/<int:hours_id>/approve/", hours.hours_approve, name="hours_approve"),
    path("hours/<int:hours_id>/dispute/", hours.hours_dispute, name="hours_dispute"),
    path("hours/<int:hours_id>/say/", hours.hours_say, name="hours_say"),
    path("places/", places.places, name="places"),
    path("places/<int:location_id>/", places.place, name="place"),
    path("shift/<int:shift_id>/learn/", learning.learn, name="learn"),
    path("welcome/", coming.welcomes, name="welcomes"),
    path("assignment/<int:assignment_id>/welcome/", coming.welcome, name="welcome"),
    path("journal/", journal.page, name="journal"),
    path("import/", bringing_in.start, name="import"),
    path("import/rejected/", bringing_in.rejected, name="import_rejected"),
    path("export/", taking_out.export, name="export"),
    path("systems/", keys.keys, name="keys"),
    path("systems/<int:key_id>/withdraw/", keys.withdraw, name="key_withdraw"),
    path("undo/", undo.undo, name="undo"),
]
