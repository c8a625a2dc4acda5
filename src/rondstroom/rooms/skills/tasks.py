"""What this room does in the background: the register is asked about somebody who is to work."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.module_loading import import_string
from django_tasks import task

from rondstroom.ports.professional_register import ProfessionalRegister
from rondstroom.rooms.identity.queries import machine_account
from rondstroom.rooms.skills import actions


def register() -> ProfessionalRegister | None:
    """Give the register as the settings name it; None when this place asks by hand."""
    found: ProfessionalRegister | None = import_string(settings.REGISTER_SERVICE)()
    return found


@task()
def ask_register(worker_id: int) -> int:
    """Ask the register about one worker; give how many of the answers are other than before.

    A register that is down changes nothing: the gate says so, and tomorrow it is asked again.
    """
    found = register()
    if found is None:
        return 0
    now = timezone.now()
    done = actions.check_registers(
        register=found, worker_ids=[worker_id], by=machine_account(), at=now
    )
    return done.changed


def queue_asking(*, asked_id: int, **_event: Any) -> None:
    """Put the question in the queue. Reacts to its being wanted, in the same transaction."""
    ask_register.enqueue(asked_id)
