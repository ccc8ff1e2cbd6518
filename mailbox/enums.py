"""Closed lists of the postbox."""

from typing import Final

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from portal.submissions.enums import ContactChannel as ContactChannel  # noqa: PLC0414 -- a receipt names it, too


class MessageKind(TextChoices):
    """What a message is."""

    RECEIPT = "receipt", _("Eingangsbestätigung")
    NOTICE = "notice", _("Mitteilung")
    MESSAGE = "message", _("Nachricht")
    REQUEST = "request", _("Bitte um Unterlagen")
    DECISION = "decision", _("Bescheid oder Schreiben")
    CONTACT = "contact", _("Kontakt auf anderem Weg")


class Topic(TextChoices):
    """What a conversation is about, as people choose it. It also says whose work it is (`TopicRoute`)."""

    APPLICATION = "application", _("Mein Antrag")
    DOCUMENTS = "documents", _("Unterlagen und Nachweise")
    MONEY = "money", _("Geld, Auszahlung oder Bescheid")
    HOUSING = "housing", _("Wohnung, Miete und Heizung")
    WORK = "work", _("Arbeit, Ausbildung oder Einkommen")
    CHANGE = "change", _("Bei mir hat sich etwas geändert")
    OTHER = "other", _("etwas anderes")


class Show(TextChoices):
    """Which conversations the list shows; the values stand in its address."""

    UNREAD = "ungelesen", _("Ungelesen")
    FOR_ME = "von-mir", _("Antwort von mir fehlt")
    FOR_OFFICE = "vom-amt", _("Noch nicht beantwortet")


class NoteKind(TextChoices):
    """Whose work an internal note belongs to. Notes never leave the office."""

    BENEFIT = "benefit", _("Leistung")
    PLACEMENT = "placement", _("Vermittlung")
    SOCIAL_WORK = "social_work", _("Sozialarbeit")


class ThreadStepKind(TextChoices):
    """What the office did with a conversation without writing to the person."""

    MOVED = "moved", _("weitergegeben")
    NO_ANSWER = "no_answer", _("braucht keine Antwort")


class TextPurpose(TextChoices):
    """What a text of the office is for."""

    MESSAGE = "message", _("Nachricht")
    REQUEST = "request", _("Anschreiben, wenn Unterlagen fehlen")
    LEGAL_NOTICE = "legal_notice", _("Hinweis nach § 66 Abs. 3 SGB I")
    DECISION = "decision", _("Begleittext zu einem Bescheid")
    SUMMONS = "summons", _("Hinweis in einer Meldeaufforderung (§ 32 SGB II)")
    INVITATION = "invitation", _("Einladung zu einem Gespräch")


class RequestStatus(TextChoices):
    """Life of an evidence request. A draft is the office's alone."""

    DRAFT = "draft", _("Entwurf")
    SENT = "sent", _("gesendet")
    SETTLED = "settled", _("erledigt")
    WITHDRAWN = "withdrawn", _("zurückgenommen")


class ItemStatus(TextChoices):
    """Life of one thing that is asked for. No answer is silence: "I do not have it" is an answer, too."""

    REQUESTED = "requested", _("fehlt noch")
    ANNOUNCED = "announced", _("kommt auf Papier")
    HANDED_IN = "handed_in", _("eingereicht, wird angesehen")
    NOT_AVAILABLE = "not_available", _("nicht vorhanden")
    ACCEPTED = "accepted", _("angenommen")
    UNUSABLE = "unusable", _("nicht verwendbar")
    WAIVED = "waived", _("wird nicht mehr gebraucht")


SETTLED_ITEMS: Final = frozenset({ItemStatus.ACCEPTED, ItemStatus.WAIVED})
# Now it is the person's turn. What was announced still has to come, so it counts, but nobody is reminded of it loudly.
OPEN_ITEMS: Final = frozenset({ItemStatus.REQUESTED, ItemStatus.UNUSABLE, ItemStatus.ANNOUNCED})
UNANSWERED_ITEMS: Final = OPEN_ITEMS - {ItemStatus.ANNOUNCED}
# Now it is the office's turn.
ITEMS_TO_LOOK_AT: Final = frozenset({ItemStatus.HANDED_IN, ItemStatus.NOT_AVAILABLE})


class AnswerKind(TextChoices):
    """What a person can say to one thing that is asked for."""

    DOCUMENTS = "documents", _("Unterlage geschickt")
    BY_POST = "by_post", _("Ich schicke es per Post")
    IN_PERSON = "in_person", _("Ich bringe es vorbei")
    NOT_AVAILABLE = "not_available", _("Ich habe es nicht oder bekomme es nicht")
    MORE_TIME = "more_time", _("Ich brauche mehr Zeit")
    QUESTION = "question", _("Ich habe eine Frage")


class ExtensionStatus(TextChoices):
    """Life of a wish for more time."""

    ASKED = "asked", _("gewünscht")
    GRANTED = "granted", _("verlängert")
    ANSWERED = "answered", _("anders beantwortet")


class DecisionStatus(TextChoices):
    """Life of a decision or letter of the office in the portal. Two people see it before it goes out."""

    DRAFT = "draft", _("Entwurf")
    WAITING = "waiting", _("wartet auf zweite Prüfung")
    RELEASED = "released", _("freigegeben")
    WITHDRAWN = "withdrawn", _("zurückgezogen")


class Delivery(TextChoices):
    """How a decision reaches its addressee. Only the first starts a clock here (§ 37 (2a) SGB X)."""

    PORTAL = "portal", _("im Portal bereitgestellt")
    POST = "post", _("kommt mit der Post")


class ByPost(TextChoices):
    """Why a decision goes by post."""

    NO_CONSENT = "no_consent", _("keine Einwilligung in elektronische Bescheide")
    NO_ACCOUNT = "no_account", _("kein Konto im Portal")
    DISCREET = "discreet", _("die Person möchte keine Benachrichtigungen")
    BOUNCED = "bounced", _("E-Mail kam zurück")
    SEVERAL = "several", _("mehrere Vertretungen, nicht alle elektronisch erreichbar")
    OFFICE = "office", _("vom Jobcenter so gewählt")


class Instruction(TextChoices):
    """What the decision says about objections; it decides how long they may take (§ 66 SGG)."""

    COMPLETE = "complete", _("vollständig und richtig")
    MISSING = "missing", _("fehlt oder ist unrichtig")
    NONE = "none", _("kein Bescheid: Widerspruch nicht möglich")
