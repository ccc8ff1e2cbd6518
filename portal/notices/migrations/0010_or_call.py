"""Words for who would rather talk."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("notices", "0009_reminders")]

    operations = [
        migrations.AlterField(
            model_name="dispatch",
            name="template",
            field=models.CharField(
                choices=[
                    ("new_message", "Neue Nachricht im Portal"),
                    ("new_message_for_another", "Neue Nachricht für eine vertretene Person"),
                    ("letter_printed", "Zugangsbrief gedruckt"),
                    ("access_changed", "Zugang zum Portal geändert"),
                    ("new_message_guest", "Neue Nachricht im Portal, für Personen ohne Konto"),
                    ("helping_news", "Neues für helfende Personen"),
                    ("news", "Neues im Portal"),
                    ("new_decision", "Neuer Bescheid im Portal"),
                    ("appointment_days", "Termin in den nächsten Tagen"),
                    ("appointment_today", "Termin heute"),
                    ("appointment_days_guest", "Termin in den nächsten Tagen, für Personen ohne Konto"),
                    ("appointment_today_guest", "Termin heute, für Personen ohne Konto"),
                    ("appointment_for_another", "Termin einer vertretenen Person"),
                    ("calendar_entry", "Kalendereintrag zu einem Termin"),
                    ("new_message_or_call", "Neue Nachricht, für Personen, die lieber sprechen"),
                    ("new_message_or_call_guest", "Neue Nachricht, lieber sprechen, ohne Konto"),
                ],
                max_length=40,
                verbose_name="Vorlage",
            ),
        ),
    ]
