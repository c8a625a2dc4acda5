"""Whether this installation works, for who watches over it; no secrets and no version."""

from __future__ import annotations

from datetime import timedelta

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from django_tasks_db.models import DBTaskResult

LONGEST_WAIT = timedelta(minutes=2)
"""A planning run starts within seconds; a task that waits this long has no worker or a busy one."""
LONGEST_TASK = timedelta(minutes=15)
"""No task takes longer: one that began earlier and did not end lost its worker."""


def database_answers() -> bool:
    """Tell whether the database answers a question."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
            return bool(cursor.fetchone() == (1,))
    except DatabaseError:
        return False


def tables_are_current() -> bool:
    """Tell whether every change of the tables has been made."""
    try:
        executor = MigrationExecutor(connection)
    except DatabaseError:
        return False
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


def tasks_are_taken() -> bool:
    """Tell whether work in the background is picked up: no task waits longer than it should."""
    now = timezone.now()
    waiting_since = now - LONGEST_WAIT
    waiting = DBTaskResult.objects.ready().filter(enqueued_at__lt=waiting_since)
    # What was to wait until a moment waits since that moment.
    if not waiting.exclude(run_after__range=(waiting_since, now)).exists():
        return True
    at_work = DBTaskResult.objects.running().filter(started_at__gt=now - LONGEST_TASK)
    return bool(at_work.exists())  # a roster of minutes is made; the others wait their turn


@never_cache
@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """Answer 200 when all is well and 503 when not, naming what is wrong in words."""
    found = {"database": database_answers()}
    found["tables"] = found["database"] and tables_are_current()
    found["tasks"] = found["tables"] and tasks_are_taken()
    good = all(found.values())
    return JsonResponse(
        {"healthy": good, **{name: "ok" if fine else "broken" for name, fine in found.items()}},
        status=200 if good else 503,
    )
