"""A receiver of webhooks that does not answer is left alone for a while."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Adds until when."""

    dependencies = [("identity", "0004_role_once_for_the_region")]

    operations = [
        migrations.AddField(
            model_name="webhook",
            name="silent_until",
            field=models.DateTimeField(null=True),
        ),
    ]
