from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('matching', '0007_annual_form'),
    ]

    operations = [
        migrations.AddField(
            model_name='step',
            name='forgotten',
            field=models.JSONField(blank=True, default=dict),
        ),
    ]
