"""Named values of notices."""

from enum import StrEnum

from django.db import models
from django.utils.translation import gettext_lazy as _


class Channel(models.TextChoices):
    """Ways to reach a person."""

    EMAIL = "email", _("E-Mail")
    PUSH = "push", _("Hinweis auf dem Gerät")
    SMS = "sms", _("SMS")


class ConsentKind(models.TextChoices):
    """What a person agrees to, each by itself. Using the portal is none of these (§ 37 (2a) SGB X, Art. 7 GDPR)."""

    ELECTRONIC_DECISIONS = "decisions", _("Bescheide elektronisch")
    EMAIL = "email", _("Hinweise per E-Mail")
    PUSH = "push", _("Hinweise auf diesem Gerät")
    SMS = "sms", _("Hinweise per SMS")


class Template(models.TextChoices):
    """What a notice says. None names a person, a case or a subject (§ 35 SGB I)."""

    NEW_MESSAGE = "new_message", _("Neue Nachricht im Portal")
    NEW_MESSAGE_FOR_ANOTHER = "new_message_for_another", _("Neue Nachricht für eine vertretene Person")
    LETTER_PRINTED = "letter_printed", _("Zugangsbrief gedruckt")
    ACCESS_CHANGED = "access_changed", _("Zugang zum Portal geändert")
    NEW_MESSAGE_GUEST = "new_message_guest", _("Neue Nachricht im Portal, für Personen ohne Konto")
    HELPING_NEWS = "helping_news", _("Neues für helfende Personen")
    NEWS = "news", _("Neues im Portal")  # several of these in one
    NEW_DECISION = "new_decision", _("Neuer Bescheid im Portal")
    APPOINTMENT_DAYS = "appointment_days", _("Termin in den nächsten Tagen")
    APPOINTMENT_TODAY = "appointment_today", _("Termin heute")
    APPOINTMENT_DAYS_GUEST = "appointment_days_guest", _("Termin in den nächsten Tagen, für Personen ohne Konto")
    APPOINTMENT_TODAY_GUEST = "appointment_today_guest", _("Termin heute, für Personen ohne Konto")
    APPOINTMENT_EARLIER = "appointment_earlier", _("Früherer Termin frei")
    APPOINTMENT_EARLIER_GUEST = "appointment_earlier_guest", _("Früherer Termin frei, für Personen ohne Konto")
    APPOINTMENT_FOR_ANOTHER = "appointment_for_another", _("Termin einer vertretenen Person")
    CALENDAR_ENTRY = "calendar_entry", _("Kalendereintrag zu einem Termin")
    NEW_MESSAGE_OR_CALL = "new_message_or_call", _("Neue Nachricht, für Personen, die lieber sprechen")
    NEW_MESSAGE_OR_CALL_GUEST = "new_message_or_call_guest", _("Neue Nachricht, lieber sprechen, ohne Konto")


# Held back together: at most one an hour on each channel, none in quiet hours.
BUNDLED = frozenset(
    {Template.NEW_MESSAGE, Template.NEW_MESSAGE_FOR_ANOTHER, Template.NEW_MESSAGE_GUEST, Template.HELPING_NEWS}
)
# Each by itself and soon, since they lose their worth; only quiet hours hold them back.
ALONE = frozenset(
    {
        Template.APPOINTMENT_DAYS,
        Template.APPOINTMENT_TODAY,
        Template.APPOINTMENT_DAYS_GUEST,
        Template.APPOINTMENT_TODAY_GUEST,
        Template.APPOINTMENT_EARLIER,
        Template.APPOINTMENT_EARLIER_GUEST,
        Template.APPOINTMENT_FOR_ANOTHER,
    }
)
# Only for who has agreed. A change of what one may do for others is told like a change of one's own access.
NEEDS_CONSENT = frozenset({Template.NEW_MESSAGE, Template.NEW_MESSAGE_FOR_ANOTHER}) | ALONE
# What goes to an address that somebody without an account has written into a form; everything else does not.
FOR_GUESTS = {
    Template.NEW_MESSAGE: Template.NEW_MESSAGE_GUEST,
    Template.APPOINTMENT_DAYS: Template.APPOINTMENT_DAYS_GUEST,
    Template.APPOINTMENT_TODAY: Template.APPOINTMENT_TODAY_GUEST,
    Template.APPOINTMENT_EARLIER: Template.APPOINTMENT_EARLIER_GUEST,
}
# In which words somebody hears of news who would rather talk (`Person.prefers_personal_since`): as they are sent.
OR_CALL = {
    Template.NEW_MESSAGE: Template.NEW_MESSAGE_OR_CALL,
    Template.NEW_MESSAGE_GUEST: Template.NEW_MESSAGE_OR_CALL_GUEST,
}


class AccountTemplate(StrEnum):
    """What an e-mail about the account itself says; it belongs to no case and leaves no dispatch record."""

    COPY_READY = "copy_ready"
    ACCOUNT_CLOSED = "account_closed"
    HELPING_NEWS = "helping_news"  # nobody was let in, so there is no case


class DispatchStatus(models.TextChoices):
    """Life of a dispatch."""

    PENDING = "pending", _("wird gesendet")
    SENT = "sent", _("gesendet")
    FAILED = "failed", _("nicht zustellbar")
    DROPPED = "dropped", _("nicht mehr gewünscht")


class Obstacle(models.TextChoices):
    """Why a decision cannot be delivered electronically and goes by post. Empty: it can."""

    NONE = "", _("nichts")
    NO_ACCOUNT = "no_account", _("kein Konto mit bestätigter E-Mail-Adresse")
    NO_CONSENT = "no_consent", _("keine Einwilligung in elektronische Bescheide")
    DISCREET = "discreet", _("möchte keine Benachrichtigungen")
    BOUNCED = "bounced", _("E-Mails kommen zurück")
