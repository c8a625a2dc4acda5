"""A role for the region stands once, on SQLite too, which has no "nulls not distinct"."""

from typing import Any

from django.db import migrations, models


def drop_doubles(apps: Any, _schema: Any) -> None:
    """Keep the first of roles that are alike in everything."""
    seen: set[tuple[int, str]] = set()
    regional = apps.get_model("identity", "Role").objects.filter(organisation_id__isnull=True)
    for role in regional.order_by("pk"):
        if (role.account_id, role.kind) in seen:
            role.delete()
        seen.add((role.account_id, role.kind))


class Migration(migrations.Migration):
    dependencies = [("identity", "0003_connected_systems")]

    operations = [
        migrations.RunPython(drop_doubles, migrations.RunPython.noop),
        migrations.RemoveConstraint(model_name="role", name="identity_role_once"),
        migrations.AddConstraint(
            model_name="role",
            constraint=models.UniqueConstraint(
                fields=("account", "kind", "organisation_id"), name="identity_role_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="role",
            constraint=models.UniqueConstraint(
                condition=models.Q(("organisation_id__isnull", True)),
                fields=("account", "kind"),
                name="identity_region_role_once",
            ),
        ),
    ]
