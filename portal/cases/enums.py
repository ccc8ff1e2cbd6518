"""Named values of cases, standings and actors."""

from enum import StrEnum

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(StrEnum):
    """In which function somebody acts; written to every audit event."""

    CLAIMANT = "claimant"
    MEMBER = "member"  # another adult of the household, on their own part
    HELPER = "helper"
    ADVISER = "adviser"  # somebody of an organisation
    REPRESENTATIVE = "representative"
    GUARDIAN = "guardian"
    GUEST = "guest"
    CASEWORKER = "caseworker"
    TEAM_LEAD = "team_lead"
    ADMINISTRATOR = "administrator"
    SYSTEM = "system"


STAFF_ROLES = frozenset({Role.CASEWORKER, Role.TEAM_LEAD, Role.ADMINISTRATOR})
ACTING_ROLES = frozenset({Role.HELPER, Role.ADVISER, Role.REPRESENTATIVE, Role.GUARDIAN})
CITIZEN_ROLES = frozenset({Role.CLAIMANT, Role.MEMBER, Role.GUEST}) | ACTING_ROLES
OWN_EYES = frozenset({Role.CLAIMANT, Role.GUEST})  # the person herself: her reading is no look of somebody else


class Scope(StrEnum):
    """What a standing allows. Each is given on its own: "upload" does not include reading."""

    FILL_IN = "fill_in"
    SEND = "send"
    UPLOAD = "upload"
    READ_POSTBOX = "read_postbox"
    READ_DECISIONS = "read_decisions"
    APPOINTMENTS = "appointments"
    OWN_PART = "own_part"  # a member of the household: see and confirm what is said about oneself, nothing else


ALL_SCOPES = frozenset(Scope)
MEMBER_SCOPES = frozenset({Scope.OWN_PART})  # the others hold for the whole case, and that is not theirs


class Language(models.TextChoices):
    """In which language somebody is best reached, as staff have heard it from them. The portal translates nothing."""

    GERMAN = "de", _("Deutsch")
    EASY = "de-simple", _("Leichte Sprache")
    ENGLISH = "en", _("Englisch")
    UKRAINIAN = "uk", _("Ukrainisch")
    RUSSIAN = "ru", _("Russisch")
    ARABIC = "ar", _("Arabisch")
    TURKISH = "tr", _("Türkisch")
    PERSIAN = "fa", _("Persisch, Dari")
    POLISH = "pl", _("Polnisch")
    ROMANIAN = "ro", _("Rumänisch")
    BULGARIAN = "bg", _("Bulgarisch")
    FRENCH = "fr", _("Französisch")
    SIGN = "dgs", _("Deutsche Gebärdensprache")
    OTHER = "other", _("andere Sprache")


class CaseStatus(models.TextChoices):
    """Life of a case. Before the first submission it is prospective and invisible to staff."""

    PROSPECTIVE = "prospective", _("in Vorbereitung")
    OPEN = "open", _("offen")
    CLOSED = "closed", _("geschlossen")


class StandingKind(models.TextChoices):
    """Why somebody may act on a case."""

    OWN = "own", _("eigener Fall")
    MEMBER = "member", _("Mitglied der Bedarfsgemeinschaft")
    HELPER = "helper", _("Hilfe durch eine andere Person")
    ADVISER = "adviser", _("Beratungsstelle oder Maßnahmeträger")
    REPRESENTATIVE = "representative", _("Bevollmächtigte Person (§ 13 SGB X)")
    GUARDIAN = "guardian", _("rechtliche Betreuung oder gesetzliche Vertretung")
    STAFF = "staff", _("Zugriff einer beschäftigten Person im Einzelfall")


# Who acts on somebody else's case, and as what. The weightiest comes first: it names the role when several hold.
ACTING_AS = {
    StandingKind.GUARDIAN: Role.GUARDIAN,
    StandingKind.REPRESENTATIVE: Role.REPRESENTATIVE,
    StandingKind.ADVISER: Role.ADVISER,
    StandingKind.HELPER: Role.HELPER,
}


# What rests on the person's word alone; the others rest on a power of attorney, on a court or on the law.
ON_ONES_WORD = frozenset({StandingKind.HELPER, StandingKind.ADVISER})

# What people read beside the name of whoever acted for somebody.
ACTING_WORDS = {
    StandingKind.GUARDIAN: _("rechtliche Betreuung oder Vertretung"),
    StandingKind.REPRESENTATIVE: _("bevollmächtigte Person"),
    StandingKind.ADVISER: _("Beratungsstelle oder Maßnahmeträger"),
    StandingKind.HELPER: _("helfende Person"),
}


class GuardianTask(models.TextChoices):
    """What a legal guardian (Betreuer) is appointed for (§ 1815 BGB), as far as it matters to a jobcenter."""

    FINANCES = "finances", _("Vermögenssorge")
    AUTHORITIES = "authorities", _("Vertretung gegenüber Behörden")
    HOUSING = "housing", _("Wohnungsangelegenheiten")
    HEALTH = "health", _("Gesundheitssorge")
    POST = "post", _("Entgegennahme und Öffnen der Post")
    EVERYTHING = "everything", _("alle Angelegenheiten")  # parents and other legal representatives


# With one of these the office's letters are the guardian's to open and to answer (§ 1815 (2) no. 6 BGB).
OPENS_POST = frozenset({GuardianTask.EVERYTHING, GuardianTask.AUTHORITIES, GuardianTask.POST})


class ProofKind(models.TextChoices):
    """What paper a right to act for somebody rests on. Only the kind is kept, with a short note."""

    POWER_OF_ATTORNEY = "power_of_attorney", _("schriftliche Vollmacht (§ 13 SGB X)")
    GUARDIAN_CARD = "guardian_card", _("Betreuerausweis (§ 290 FamFG)")
    COURT_ORDER = "court_order", _("Beschluss des Betreuungs- oder Familiengerichts")
    LASTING_POWER = "lasting_power", _("Vorsorgevollmacht (§ 1820 BGB)")
    BIRTH_CERTIFICATE = "birth_certificate", _("Geburtsurkunde (Eltern, § 1629 BGB)")
    CUSTODY = "custody", _("Nachweis der elterlichen Sorge (§ 1626a BGB)")
    APPOINTMENT = "appointment", _("Bestellung als Vormund oder Pfleger")
    OTHER = "other", _("anderer Nachweis")


class StandingState(models.TextChoices):
    """Where a right to act for somebody stands at a moment. Follows from its dates, is never stored."""

    UPCOMING = "upcoming", _("gilt noch nicht")
    UNCHECKED = "unchecked", _("wartet auf Nachweis")
    HOLDS = "holds", _("gilt")
    ENDS_SOON = "ends_soon", _("endet bald")
    EXPIRED = "expired", _("abgelaufen")
    ENDED = "ended", _("beendet")


class InvitationStatus(models.TextChoices):
    """Life of an invitation. Everything but ``open`` is an end."""

    OPEN = "open", _("offen")
    ACCEPTED = "accepted", _("angenommen")
    DECLINED = "declined", _("abgelehnt")
    WITHDRAWN = "withdrawn", _("zurückgezogen")


class InvitationSide(models.TextChoices):
    """Who asks whom."""

    OFFER = "offer", _("Die Person bittet um Hilfe")
    REQUEST = "request", _("Jemand bietet Hilfe an")
    HANDOVER = "handover", _("Ein begonnener Antrag wird übergeben")
    COLLEAGUE = "colleague", _("Einladung zur Mitarbeit in einer Organisation")
    PAPER = "paper", _("Vollmacht auf Papier")


class PaperRefusal(models.TextChoices):
    """Why a signed paper was not enough. The organisation reads these words."""

    NOT_SIGNED = "not_signed", _("Eine Unterschrift fehlt.")
    NOT_READABLE = "not_readable", _("Das Papier ist nicht lesbar oder nicht vollständig.")
    OTHER_PERSON = "other_person", _("Der Name auf dem Papier passt nicht zur Person im Antrag.")
    CHANGED = "changed", _("Auf dem Papier steht etwas anderes als hier.")
    ASK_US = "ask_us", _("Es gibt eine Frage. Bitte rufen Sie im Jobcenter an.")


class ClientState(models.TextChoices):
    """Where an organisation stands with a client. Follows from dates and papers, is never stored."""

    WAITING = "waiting", _("wartet auf Zustimmung")
    PAPER_MISSING = "paper_missing", _("Vollmacht fehlt")
    PAPER_REFUSED = "paper_refused", _("Vollmacht passt nicht")
    PAPER_IN_CHECK = "paper_in_check", _("Vollmacht wird geprüft")
    ENDS_SOON = "ends_soon", _("läuft bald ab")
    ACTIVE = "active", _("aktiv")
    OVER = "over", _("beendet")


class IdentityDocument(models.TextChoices):
    """What somebody was recognised by at the counter. Only the kind is kept: no number, no copy (§ 20 PAuswG)."""

    IDENTITY_CARD = "identity_card", _("Personalausweis")
    PASSPORT = "passport", _("Reisepass")
    RESIDENCE_PERMIT = "residence_permit", _("Aufenthaltstitel")
    ARRIVAL_CERTIFICATE = "arrival_certificate", _("Ankunftsnachweis oder Aufenthaltsgestattung")
    OTHER = "other", _("anderer amtlicher Ausweis mit Foto")


class LetterStatus(models.TextChoices):
    """Life of an access letter. Its 14 days are a date beside it, not a status."""

    VALID = "valid", _("gültig")
    USED = "used", _("benutzt")
    REPLACED = "replaced", _("durch einen neueren ersetzt")
    WITHDRAWN = "withdrawn", _("gesperrt")
    LOCKED = "locked", _("gesperrt nach falschem Geburtsdatum")


class Shown(models.TextChoices):
    """What of a case a response lets somebody see. Name and reference in a list are none of these."""

    ANSWERS = "answers", _("Angaben")
    COPY = "copy", _("Kopie aller Angaben (Datei)")
    RECEIPT = "receipt", _("Eingangsbestätigung")
    FILE_NAMES = "file_names", _("Liste der Unterlagen")
    DOCUMENTS = "documents", _("Inhalt von Unterlagen")
    RESTRICTED = "restricted", _("Inhalt einer besonders geschützten Unterlage")
    MESSAGES = "messages", _("Nachrichten")
    NOTES = "notes", _("interne Notizen")
    APPOINTMENTS = "appointments", _("Termine")


class AccessReason(models.TextChoices):
    """Why a member of staff looks at a case that is not theirs. The person reads these words, too."""

    SUBSTITUTION = "substitution", _("Vertretung")
    INQUIRY = "inquiry", _("Rückfrage am Telefon oder vor Ort")
    ADVICE = "advice", _("Rat unter Kolleginnen und Kollegen")
    COMPLAINT = "complaint", _("Beschwerde oder Widerspruch")
    SUPERVISION = "supervision", _("Kontrolle durch die Teamleitung")
    DATA_PROTECTION = "data_protection", _("Prüfung zum Datenschutz")
    TECHNICAL = "technical", _("Technische Störung")
    SECOND_LOOK = "second_look", _("Zweite Prüfung eines Bescheids")  # follows from the work, is never asked for


class Obstacle(StrEnum):
    """Why somebody cannot answer an invitation. Pages say it without naming anybody."""

    USED = "used"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"
    OTHER_ADDRESS = "other_address"  # it is bound to an e-mail address that is not this account's
    OWN = "own"  # whoever asks cannot answer
    ALREADY_HELPING = "already_helping"
