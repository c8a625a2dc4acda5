"""Addresses of the worker's desk."""

from django.urls import URLPattern, path

from rondstroom.web.worker.asking import views as asking
from rondstroom.web.worker.booking import cancelling, felt, requests, shift, signalling
from rondstroom.web.worker.finding import ranking, shifts
from rondstroom.web.worker.hours import balance, statement
from rondstroom.web.worker.hours import views as hours
from rondstroom.web.worker.offers import views as offers
from rondstroom.web.worker.proofs import claims, passport, sharing
from rondstroom.web.worker.rostered import calendar, roster
from rondstroom.web.worker.rounds import views as rounds
from rondstroom.web.worker.swapping import answering
from rondstroom.web.worker.swapping import asking as giving
from rondstroom.web.worker.vacancies import views as vacancies
from rondstroom.web.worker.wishes import availability, booster, elsewhere, more_hours, preferences

app_name = "worker"
urlpatterns: list[URLPattern] = [
    path("", shifts.shifts, name="shifts"),
    path("ranking/", ranking.ranking, name="ranking"),
    path("others/", shifts.others, name="others"),
    path("others/counted/", shifts.left_out, name="left_out"),
    path("shifts/<int:shift_id>/", shift.shift, name="shift"),
    path("shifts/<int:shift_id>/sign-up/", shift.sign_up, name="sign_up"),
    path("shifts/<int:shift_id>/wait/", shift.wait, name="wait"),
    path("shifts/<int:shift_id>/outcome/", shift.outcome, name="outcome"),
    path("shifts/<int:shift_id>/ask/", asking.ask, name="ask"),
    path("questions/", asking.questions, name="questions"),
    path("questions/<int:question_id>/", asking.question, name="question"),
    path("assignments/<int:assignment_id>/cancel/", cancelling.cancel, name="cancel"),
    path("assignments/<int:assignment_id>/felt/", felt.felt, name="felt"),
    path("assignments/<int:assignment_id>/signal/", signalling.signal, name="signal"),
    path("assignments/<int:assignment_id>/shift.ics", calendar.shift_file, name="shift_file"),
    path("balance/", balance.balance, name="balance"),
    path("requests/", requests.requests, name="requests"),
    path("requests/<int:request_id>/withdraw/", cancelling.withdraw, name="withdraw"),
    path("offers/", offers.offers, name="offers"),
    path("offers/<int:offer_id>/", offers.answer, name="offer_answer"),
    path("vacancies/", vacancies.vacancies, name="vacancies"),
    path("vacancies/<int:vacancy_id>/", vacancies.vacancy, name="vacancy"),
    path("assignments/<int:assignment_id>/swap/", giving.give, name="swap_new"),
    path("swaps/", answering.swaps, name="swaps"),
    path("swaps/<int:swap_id>/", answering.swap, name="swap"),
    path("rounds/", rounds.rounds, name="rounds"),
    path("rounds/<int:round_id>/", rounds.round_, name="round"),
    path("roster/", roster.roster, name="roster"),
    path("hours/", hours.hours, name="hours"),
    path("hours/statement/", statement.statement, name="statement"),
    path("hours/<int:assignment_id>/", hours.shift_hours, name="shift_hours"),
    path("hours/<int:assignment_id>/as-planned/", hours.as_planned, name="as_planned"),
    path("hours/<int:assignment_id>/say/", hours.hours_say, name="hours_say"),
    path("calendar/", calendar.link, name="calendar_link"),
    path("calendar/<str:key>.ics", calendar.feed, name="calendar"),
    path("proofs/", passport.passport, name="passport"),
    path("proofs/claims/", claims.claims, name="claims"),
    path("proofs/claims/new/<str:kind>/", claims.new, name="claim_new"),
    path("proofs/claims/<int:claim_id>/withdraw/", claims.withdraw, name="claim_withdraw"),
    path("proofs/sharing/", sharing.sharing, name="sharing"),
    path("proofs/sharing/<int:share_id>/stop/", sharing.stop, name="sharing_stop"),
    path("availability/", availability.availability, name="availability"),
    path("more-hours/imagine/", booster.booster, name="booster"),
    path("more-hours/", more_hours.more_hours, name="more_hours"),
    path("settings/", preferences.preferences, name="settings"),
    path("elsewhere/", elsewhere.elsewhere, name="elsewhere"),
    path("elsewhere/<int:work_id>/withdraw/", elsewhere.withdraw, name="elsewhere_withdraw"),
]
