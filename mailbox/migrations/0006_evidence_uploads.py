"""What the person has chosen for an item and not sent yet."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("documents", "0008_postbox"),
        ("mailbox", "0005_desk"),
    ]

    operations = [
        migrations.AddField(
            model_name="evidenceitem",
            name="uploads",
            field=models.ManyToManyField(
                blank=True,
                related_name="chosen_for",
                to="documents.document",
                verbose_name="ausgewählt, nicht abgeschickt",
            ),
        ),
    ]
