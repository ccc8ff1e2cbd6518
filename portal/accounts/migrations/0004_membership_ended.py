"""When a membership was ended: from that moment on, not only from the next day."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """One more column."""

    dependencies = [("accounts", "0003_nullable_email")]

    operations = [
        migrations.AddField(
            model_name="organisationmembership",
            name="ended_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="beendet am"),
        ),
    ]
