"""Names of states: what a form is for, where an application, its checks and their findings stand."""

from enum import StrEnum

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Severity(TextChoices):
    """How a finding is meant: a question about data, never a verdict about a person."""

    INFO = "I", _("Hinweis")
    FAVOUR = "F", _("Zu Ihren Gunsten")
    WARNING = "W", _("Bitte ansehen")
    ERROR = "E", _("Angaben passen nicht zusammen")
    BLOCKER = "B", _("Vor Entscheidung oder Zahlung klären")


class ApplicationStatus(TextChoices):
    """Where an application stands; labels are what everybody reads. Changed by domain.lifecycle only."""

    RECEIVED = "received", _("Eingegangen")
    FORWARDED = "forwarded", _("Weitergeleitet")
    ASSIGNED = "assigned", _("Wird bearbeitet")
    IN_REVIEW = "in_review", _("In Prüfung")
    DOCUMENTS_REQUESTED = "documents_requested", _("Unterlagen angefordert")
    DOCUMENTS_RECEIVED = "documents_received", _("Unterlagen da")
    WAITING_THIRD_PARTY = "waiting_third_party", _("Wartet auf andere Stelle")
    DECISION_PENDING = "decision_pending", _("Entscheidung wird geschrieben")
    DECIDED = "decided", _("Entschieden")
    WITHDRAWN = "withdrawn", _("Zurückgenommen")
    CLOSED = "closed", _("Abgeschlossen")


# Work on the application has ended, and the person reads so at once.
ENDED = frozenset({ApplicationStatus.DECIDED, ApplicationStatus.WITHDRAWN, ApplicationStatus.CLOSED})


class FormKind(StrEnum):
    """What a form is for."""

    APPLICATION = "application"  # asks for benefits
    NOTICE = "notice"  # tells what has changed (§ 60(1) no. 2 SGB I)
    REQUEST = "request"  # wants an answer


class Topic(TextChoices):
    """Under which heading people find a form."""

    BEGIN = "begin", _("Geld zum Leben beantragen")
    URGENT = "urgent", _("Hilfe in einer Notlage")
    EXTRA = "extra", _("Zusätzliches Geld beantragen")
    TELL = "tell", _("Etwas mitteilen oder um Zustimmung bitten")
    DISAGREE = "disagree", _("Mit einer Entscheidung nicht einverstanden")
    OTHER = "other", _("Etwas anderes")


class WaitsFor(TextChoices):
    """Whose word is still needed before a withdrawal takes effect."""

    NOBODY = "", _("niemand")
    REPRESENTATIVE = "representative", _("gesetzliche Vertretung")  # § 36(2) SGB I, § 1825 BGB
    OFFICE = "office", _("Rückfrage des Jobcenters")  # nobody knows who has used the code


class FindingState(TextChoices):
    """What became of a finding."""

    OPEN = "open", _("offen")
    ASKED = "asked", _("nachgefragt")
    EXPLAINED = "explained", _("erklärt")
    RESOLVED = "resolved", _("erledigt")
    NOT_RELEVANT = "not_relevant", _("nicht von Bedeutung")


class ChecksState(TextChoices):
    """Whether the automatic checks of an application have run."""

    PENDING = "pending", _("Prüfung läuft")
    DONE = "done", _("geprüft")
    FAILED = "failed", _("Prüfung nicht möglich")
