"""The addresses of all desks."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("rondstroom.web.public.urls")),
    path("messages/", include("rondstroom.web.inbox.urls")),
    path("worker/", include("rondstroom.web.worker.urls")),
    path("planner/", include("rondstroom.web.planner.urls")),
    path("region/", include("rondstroom.web.coordinator.urls")),
    path("hr/", include("rondstroom.web.hr.urls")),
    path("finance/", include("rondstroom.web.finance.urls")),
    path("board/", include("rondstroom.web.board.urls")),
    path("api/v1/", include("rondstroom.api.urls")),
    path("accounts/", include("allauth.urls")),
    path("i18n/", include("django.conf.urls.i18n")),
]
