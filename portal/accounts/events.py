"""What the audit trail records of accounts."""

from django.utils.translation import gettext_lazy as _

from portal.audit.events import EventType, ShredRule

ACCOUNT_CREATED = EventType("account.created", _("Konto angelegt"), ShredRule.WITH_ACCOUNT)
SIGNED_IN = EventType("account.signed_in", _("Angemeldet"), ShredRule.WITH_ACCOUNT)
SIGNED_OUT = EventType("account.signed_out", _("Abgemeldet"), ShredRule.WITH_ACCOUNT)
SIGN_IN_FAILED = EventType("account.sign_in_failed", _("Anmeldung fehlgeschlagen"), ShredRule.NEVER)
EMAIL_CONFIRMED = EventType("account.email_confirmed", _("E-Mail-Adresse bestätigt"), ShredRule.WITH_ACCOUNT)
EMAIL_CHANGED = EventType("account.email_changed", _("E-Mail-Adresse geändert"), ShredRule.WITH_ACCOUNT)
PASSWORD_CHANGED = EventType("account.password_changed", _("Passwort geändert"), ShredRule.WITH_ACCOUNT)
ACCOUNT_CLOSED = EventType("account.closed", _("Konto geschlossen"), ShredRule.WITH_ACCOUNT)
OFFICE_DATA_CHANGED = EventType(
    "office_data.changed", _("Angaben zu Jobcenter, Standort, Team oder Beschäftigten geändert"), ShredRule.NEVER
)
OFFICE_DATA_DELETED = EventType(
    "office_data.deleted", _("Angaben zu Standort, Team oder Postleitzahl gelöscht"), ShredRule.NEVER
)
RESTRICTED_GIVEN = EventType(
    "membership.restricted_given", _("Darf jetzt besonders geschützte Unterlagen öffnen"), ShredRule.NEVER
)
RESTRICTED_TAKEN = EventType(
    "membership.restricted_taken", _("Darf besonders geschützte Unterlagen nicht mehr öffnen"), ShredRule.NEVER
)
ORGANISATION_REGISTERED = EventType("organisation.registered", _("Organisation angemeldet"), ShredRule.NEVER)
ORGANISATION_CHANGED = EventType("organisation.changed", _("Organisation geprüft oder geändert"), ShredRule.NEVER)
MEMBER_JOINED = EventType("organisation.member_joined", _("Mitglied einer Organisation geworden"), ShredRule.NEVER)
MEMBER_ENDED = EventType("organisation.member_ended", _("Mitarbeit in einer Organisation beendet"), ShredRule.NEVER)
MEMBER_ROLE_CHANGED = EventType(
    "organisation.role_changed", _("Aufgabe in einer Organisation geändert"), ShredRule.NEVER
)
PASSWORD_RESET = EventType("account.password_reset", _("Passwort neu gesetzt"), ShredRule.WITH_ACCOUNT)
ACCOUNT_RECOVERED = EventType("account.recovered", _("Zugang mit Zugangsbrief erneuert"), ShredRule.WITH_ACCOUNT)
STEPPED_UP = EventType("account.stepped_up", _("Vor einer Änderung noch einmal bestätigt"), ShredRule.WITH_ACCOUNT)
SECOND_FACTOR_ADDED = EventType("account.second_factor_added", _("Zweiter Faktor eingerichtet"), ShredRule.WITH_ACCOUNT)
SECOND_FACTOR_REMOVED = EventType("account.second_factor_removed", _("Zweiter Faktor entfernt"), ShredRule.WITH_ACCOUNT)
RECOVERY_CODES_RENEWED = EventType("account.recovery_codes_renewed", _("Neue Ersatzcodes"), ShredRule.WITH_ACCOUNT)
RECOVERY_CODE_USED = EventType("account.recovery_code_used", _("Ersatzcode benutzt"), ShredRule.WITH_ACCOUNT)
PASSKEY_REFUSED = EventType(
    "account.passkey_refused", _("Passkey abgelehnt: vielleicht kopiert"), ShredRule.WITH_ACCOUNT
)
IDENTITY_CONNECTED = EventType(
    "account.identity_connected", _("Anderes Konto zum Anmelden verbunden"), ShredRule.WITH_ACCOUNT
)
IDENTITY_DISCONNECTED = EventType(
    "account.identity_disconnected", _("Anderes Konto zum Anmelden getrennt"), ShredRule.WITH_ACCOUNT
)
SIGN_IN_LIMITED = EventType(
    "account.sign_in_limited", _("Anmeldung nach zu vielen Versuchen angehalten"), ShredRule.NEVER
)
NEW_DEVICE = EventType("account.new_device", _("Angemeldet mit einem unbekannten Gerät"), ShredRule.WITH_ACCOUNT)
SESSION_ENDED = EventType(
    "account.session_ended", _("Anmeldung auf einem anderen Gerät beendet"), ShredRule.WITH_ACCOUNT
)
