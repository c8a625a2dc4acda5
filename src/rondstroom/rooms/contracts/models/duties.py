"""What was seen of the duties of lending law under an agreement; never changed, only followed."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from rondstroom.rooms.contracts.models.lending import LendingAgreement
from rondstroom.rooms.contracts.states import AdmissionState


class DutySeen(models.Model):
    """Somebody saw a duty kept, or how the lender stands in the register; the last one counts."""

    agreement = models.ForeignKey(LendingAgreement, on_delete=models.PROTECT, related_name="duties")
    duty = models.CharField(max_length=30)
    seen_on = models.DateField()
    valid_through = models.DateField(null=True, blank=True)
    admission = models.CharField(max_length=12, choices=AdmissionState.choices, blank=True)
    reference = models.CharField(max_length=200)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        """Days in order, and an admission only where it is asked."""

        indexes = [models.Index(fields=["agreement", "duty"])]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(valid_through__isnull=True)
                | models.Q(valid_through__gte=models.F("seen_on")),
                name="contracts_duty_in_order",
            ),
            models.CheckConstraint(
                condition=models.Q(duty="lending.admission") ^ models.Q(admission=""),
                name="contracts_admission_of_admission",
            ),
        ]
