"""A version of a policy stands once, on SQLite too, which has no "nulls not distinct"."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("matching", "0003_ranking"), ("organisations", "0003_swaps")]

    operations = [
        migrations.RemoveConstraint(
            model_name="cascadepolicy", name="matching_policy_version_once"
        ),
        migrations.AddConstraint(
            model_name="cascadepolicy",
            constraint=models.UniqueConstraint(
                fields=("organisation", "version"), name="matching_policy_version_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="cascadepolicy",
            constraint=models.UniqueConstraint(
                fields=("pool", "version"), name="matching_pool_policy_version_once"
            ),
        ),
    ]
