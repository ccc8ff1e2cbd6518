"""Letters about an appointment follow each other and say what they name; agreed steps know since when they are told."""

import django.contrib.postgres.fields.ranges
import django.db.models.deletion
from django.db import migrations, models
from django.db.models import F


def fill(apps, schema_editor):
    """A letter names the time that held when it was sent; whoever has steps on their page was not told of them anew."""
    step = apps.get_model("appointments", "AppointmentStep")
    for summons in apps.get_model("appointments", "Summons").objects.select_related("appointment"):
        moved = step.objects.filter(appointment=summons.appointment, change="moved", at__gt=summons.sent_at)
        first = moved.order_by("at").first()
        summons.period = first.period if first is not None else summons.appointment.period
        summons.office_id = summons.appointment.office_id if first is None else None
        summons.save(update_fields=["period", "office"])
    apps.get_model("appointments", "AgreedStep").objects.update(told_at=F("created_at"))


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0007_hints'),
        ('appointments', '0001_initial'),
        ('documents', '0009_own_post'),
        ('mailbox', '0010_holidays_of_release'),
    ]

    operations = [
        migrations.RemoveConstraint(model_name='summons', name='summons_has_legal_notice'),
        migrations.AddField(
            model_name='agreedstep',
            name='told_at',
            field=models.DateTimeField(blank=True, null=True, verbose_name='mitgeteilt'),
        ),
        migrations.AddField(
            model_name='appointmentstep',
            name='is_by_link',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='summons',
            name='channel',
            field=models.CharField(blank=True, choices=[('in_person', 'persönlich im Jobcenter'), ('phone', 'am Telefon'), ('video', 'per Video')], default='in_person', max_length=10, verbose_name='genannter Weg'),
        ),
        migrations.AddField(
            model_name='summons',
            name='office',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.office', verbose_name='genannter Standort'),
        ),
        migrations.AddField(
            model_name='summons',
            name='period',
            field=django.contrib.postgres.fields.ranges.DateTimeRangeField(null=True, verbose_name='genannte Zeit'),
        ),
        migrations.AddField(
            model_name='summons',
            name='replaces',
            field=models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.RESTRICT, related_name='replaced_by', to='appointments.summons', verbose_name='ersetzt'),
        ),
        migrations.AlterField(
            model_name='summons',
            name='appointment',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='summonses', to='appointments.appointment', verbose_name='Termin'),
        ),
        migrations.AlterField(
            model_name='summons',
            name='legal_notice',
            field=models.TextField(blank=True, default='', verbose_name='Hinweis auf die Folgen'),
        ),
        migrations.AlterField(
            model_name='summons',
            name='notice_version',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='mailbox.textversion', verbose_name='Fassung'),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.AlterField(
            model_name='summons',
            name='period',
            field=django.contrib.postgres.fields.ranges.DateTimeRangeField(verbose_name='genannte Zeit'),
        ),
        migrations.AddIndex(
            model_name='agreedstep',
            index=models.Index(condition=models.Q(('told_at', None)), fields=['created_at'], name='agreed_step_to_tell'),
        ),
        migrations.AddConstraint(
            model_name='summons',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('channel', 'in_person'), _negated=True), models.Q(('legal_notice', ''), _negated=True), _connector='OR'), name='summons_has_legal_notice'),
        ),
        migrations.AddConstraint(
            model_name='summons',
            constraint=models.UniqueConstraint(condition=models.Q(('replaces__isnull', True)), fields=('appointment',), name='summons_begins_once'),
        ),
    ]
