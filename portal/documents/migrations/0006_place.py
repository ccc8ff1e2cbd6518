import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("documents", "0005_hand_over"),
    ]

    operations = [
        migrations.AddField(
            model_name="document",
            name="place",
            field=models.UUIDField(blank=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name="document",
            name="kept_double",
            field=models.BooleanField(default=False, verbose_name="trotz Wiederholung behalten"),
        ),
        migrations.AddField(
            model_name="document",
            name="double_of",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="documents.document",
                verbose_name="wie schon",
            ),
        ),
        migrations.AddField(
            model_name="document",
            name="double_pages",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.PositiveIntegerField(), blank=True, default=list, size=None, verbose_name="doppelte Seiten"
            ),
        ),
    ]
