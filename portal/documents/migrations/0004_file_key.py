from django.db import migrations

import portal.crypto.models.fields


class Migration(migrations.Migration):
    dependencies = [("documents", "0003_pipeline")]

    operations = [
        migrations.AddField(
            model_name="storedfile",
            name="key",
            field=portal.crypto.models.fields.FileKeyField(editable=False, null=True, verbose_name="Schlüssel"),
        ),
    ]
