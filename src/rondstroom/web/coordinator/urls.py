"""Addresses of the regional desk."""

from django.urls import URLPattern, path

from rondstroom.web.coordinator.arranging import views as arranging
from rondstroom.web.coordinator.arranging import work_codes
from rondstroom.web.coordinator.lending import views as lending
from rondstroom.web.coordinator.people import combination, more_hours, pool
from rondstroom.web.coordinator.people import views as people
from rondstroom.web.coordinator.picture import views as picture
from rondstroom.web.coordinator.planning import views as planning
from rondstroom.web.coordinator.vacancies import job
from rondstroom.web.coordinator.vacancies import views as vacancies

app_name = "coordinator"
urlpatterns: list[URLPattern] = [
    path("", picture.picture, name="picture"),
    path("open/", picture.open_shifts, name="open"),
    path("people/", people.unused, name="people"),
    path("more-hours/", more_hours.more_hours, name="more_hours"),
    path("people/<int:worker_id>/", people.fits, name="fits"),
    path("people/<int:worker_id>/combination/", combination.combination, name="combination"),
    path("pool/", pool.pool, name="pool"),
    path("people/<int:worker_id>/job/", job.job, name="job"),
    path("vacancies/", vacancies.vacancies, name="vacancies"),
    path("plan/", planning.plan, name="plan"),
    path("plan/<int:run_id>/", planning.run, name="run"),
    path("plan/<int:run_id>/stop/", planning.run_stop, name="run_stop"),
    path("lending/", lending.lending, name="lending"),
    path("arrangements/", arranging.arrangements, name="arrangements"),
    path("arrangements/<int:pool_id>/", arranging.arrangement, name="arrangement"),
    path("arrangements/<int:pool_id>/council/", arranging.council, name="council"),
    path("work-codes/", work_codes.work_codes, name="work_codes"),
    path("work-codes/<int:pool_id>/", work_codes.work_code, name="work_code"),
    path("work-codes/<int:code_id>/decide/", work_codes.decide, name="work_code_decide"),
    path("work-codes/shared-out/", work_codes.shared_out, name="shared_out"),
    path("waiting/", lending.waiting, name="waiting"),
]
