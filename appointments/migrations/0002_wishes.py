"""Calls that nobody answered are counted."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("appointments", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="wish",
            name="tries",
            field=models.PositiveSmallIntegerField(default=0, verbose_name="Anrufe ohne Erfolg"),
        ),
        migrations.AddField(
            model_name="wish",
            name="tried_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="zuletzt angerufen"),
        ),
    ]
