"""How much each criterion of the ranking counts, and what was proposed and decided."""

from __future__ import annotations

from django.db import models


class RankingWeights(models.Model):
    """One version of the weights of a pool; never changed, only followed by the next."""

    pool = models.ForeignKey(
        "organisations.Pool", on_delete=models.CASCADE, related_name="ranking_weights"
    )
    version = models.PositiveIntegerField()
    # Criterion → 0 to 20.
    weights = models.JSONField()
    why = models.CharField(max_length=300, blank=True)
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=150)

    class Meta:
        """Each version once."""

        constraints = [
            models.UniqueConstraint(
                fields=["pool", "version"], name="matching_weights_version_once"
            )
        ]


class Decision(models.Model):
    """A proposal for one shift as it stood when somebody decided, and who decided what.

    Without foreign keys to people: who leaves, leaves; the numbers stay to be checked.
    """

    shift = models.ForeignKey("demand.Shift", on_delete=models.CASCADE, related_name="decisions")
    kind = models.CharField(max_length=10)
    criteria_version = models.PositiveIntegerField()
    weights_version = models.PositiveIntegerField()
    weights_of = models.CharField(max_length=150, blank=True)
    weights = models.JSONField()
    inputs_hash = models.CharField(max_length=64)
    # In order: worker, the numbers used, the points of each criterion, the total.
    candidates = models.JSONField()
    considered = models.PositiveIntegerField()
    # Rule → number of people whom it kept out.
    excluded = models.JSONField()
    # [worker, the first rule that kept this person out], the first two hundred.
    kept_out = models.JSONField(default=list)
    chosen_worker_id = models.BigIntegerField(null=True)
    decided_by = models.CharField(max_length=150)
    decided_at = models.DateTimeField()
