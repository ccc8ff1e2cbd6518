from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("applications", "0010_copy_notice")]

    operations = [
        migrations.AddField(
            model_name="application",
            name="iban_index",
            field=models.CharField(db_index=True, editable=False, max_length=32, null=True),
        ),
    ]
