"""Organisations that are there get a quarter to record earlier work; new ones ask it at once."""

from datetime import date, timedelta

from django.db import migrations

QUARTER = timedelta(weeks=13)


def give_time(apps, schema_editor):
    """Let the record of earlier work warn for a quarter before it blocks, where people work."""
    policy = apps.get_model("skills", "Policy")
    engaged = apps.get_model("people", "Engagement").objects.values_list("organisation_id", flat=True)
    policy.objects.bulk_create(
        policy(organisation_id=pk, past_work_from=date.today() + QUARTER)
        for pk in sorted(set(engaged))
    )


class Migration(migrations.Migration):
    """Only rows; nothing is taken back."""

    dependencies = [("skills", "0002_verification"), ("people", "0004_own_wage")]
    operations = [migrations.RunPython(give_time, migrations.RunPython.noop)]
