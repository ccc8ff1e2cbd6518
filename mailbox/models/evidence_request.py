"""What the office asks for (Mitwirkung, § 60 SGB I), thing by thing, and every answer to it."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mailbox.enums import AnswerKind, ExtensionStatus, ItemStatus, RequestStatus
from mailbox.models.message import Message
from mailbox.models.text import TextVersion
from mailbox.models.thread import Thread
from portal.crypto.models import EncryptedTextField


class EvidenceRequest(models.Model):
    """A list of things that are asked for, with one deadline. Somebody at the office sends it, never a machine.

    ``is_hint``: a friendly reminder that something may still be missing, without deadline and without legal notice; it
    alone may be sent by the portal itself, where the office has switched that on. ``deadline`` is the last day (local
    date), as sent or extended since; ``first_deadline`` is the one of the letter. ``legal_notice`` is the notice after
    § 66 (3) SGB I as it was sent, ``notice_version`` where it comes from. ``submission``: the application it is about.
    ``key``: an automatic draft or hint is made once.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(
        "cases.Case", on_delete=models.PROTECT, related_name="evidence_requests", verbose_name=_("Fall")
    )
    person = models.ForeignKey("cases.Person", on_delete=models.PROTECT, related_name="+", verbose_name=_("Person"))
    submission = models.ForeignKey(
        "submissions.Submission",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("Eingang"),
    )
    thread = models.ForeignKey(
        Thread,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="evidence_requests",
        verbose_name=_("Nachrichtenverlauf"),
    )
    message = models.OneToOneField(
        Message,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="evidence_request",
        verbose_name=_("Nachricht"),
    )
    status = models.CharField(_("Stand"), max_length=10, choices=RequestStatus, default=RequestStatus.DRAFT)
    is_hint = models.BooleanField(_("nur ein Hinweis"), default=False)
    introduction = EncryptedTextField(_("Anschreiben"), blank=True, default="")
    legal_notice = models.TextField(_("Hinweis nach § 66 Abs. 3 SGB I"), blank=True, default="")
    notice_version = models.ForeignKey(
        TextVersion, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("Fassung")
    )
    first_deadline = models.DateField(_("Frist im Schreiben"), null=True, blank=True)
    deadline = models.DateField(_("Frist"), null=True, blank=True)
    key = models.CharField(max_length=120, null=True, blank=True, unique=True)
    created_by = models.ForeignKey(
        "accounts.StaffMembership",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("angelegt von"),
    )
    created_at = models.DateTimeField(_("angelegt"), default=timezone.now, editable=False)
    sent_by = models.ForeignKey(
        "accounts.StaffMembership",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("gesendet von"),
    )
    sent_at = models.DateTimeField(_("gesendet"), null=True, blank=True)
    reminded_at = models.DateTimeField(_("erinnert"), null=True, blank=True)

    class Meta:
        """Newest first. A notice of consequences needs a deadline and a person who sends it."""

        verbose_name = _("Bitte um Unterlagen")
        verbose_name_plural = _("Bitten um Unterlagen")
        ordering = ("-created_at",)
        indexes = [
            models.Index(fields=["deadline"], condition=Q(status=RequestStatus.SENT), name="evidence_request_due"),
            models.Index(fields=["case", "status"], name="evidence_request_in_case"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=[RequestStatus.DRAFT, RequestStatus.WITHDRAWN]) | Q(sent_at__isnull=False),
                name="evidence_request_sent_has_time",
            ),
            models.CheckConstraint(
                condition=Q(status=RequestStatus.DRAFT)
                | Q(is_hint=True, deadline__isnull=True, legal_notice="")
                | Q(is_hint=False, sent_by__isnull=False)
                | Q(status=RequestStatus.WITHDRAWN, sent_at__isnull=True),
                name="evidence_request_sent_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(legal_notice="") | Q(deadline__isnull=False) | Q(status=RequestStatus.DRAFT),
                name="evidence_request_notice_needs_deadline",
            ),
        ]

    @property
    def is_open(self) -> bool:
        """Whether the person can still answer."""
        return self.status == RequestStatus.SENT


class EvidenceItem(models.Model):
    """One thing that is asked for: what, for whom, why, and what would do instead. Texts as they were sent.

    ``document_class`` is the kind of paper in the evidence matrix, "" for something else. ``person`` is whom it is
    about. ``basis`` is the paragraph. ``may_blacken``: parts may be made unreadable (bank statements), and the page
    says which. ``finding_id``: the finding of a check that it comes from. ``code`` stands on the cover sheet: what
    comes on paper with it belongs here. ``uploads``: what the person has chosen for it and not sent yet; the office
    does not see that.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    request = models.ForeignKey(
        EvidenceRequest, on_delete=models.CASCADE, related_name="items", verbose_name=_("Bitte um Unterlagen")
    )
    position = models.PositiveSmallIntegerField(_("Nummer"))
    person = models.ForeignKey(
        "cases.Person",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("für"),
    )
    document_class = models.CharField(_("Art der Unterlage"), max_length=40, blank=True, default="")
    what = EncryptedTextField(_("Was wir brauchen"))
    why = EncryptedTextField(_("Warum wir das brauchen"), blank=True, default="")
    basis = models.CharField(_("Rechtsgrundlage"), max_length=120, blank=True, default="")
    alternatives = EncryptedTextField(_("Was stattdessen geht"), blank=True, default="")
    may_blacken = models.BooleanField(_("darf geschwärzt werden"), default=False)
    is_restricted = models.BooleanField(_("besonders geschützt"), default=False)
    finding_id = models.UUIDField(null=True, blank=True, editable=False)
    status = models.CharField(_("Stand"), max_length=14, choices=ItemStatus, default=ItemStatus.REQUESTED)
    reason = EncryptedTextField(_("Was nicht stimmt und was hilft"), blank=True, default="")
    code = models.CharField(_("Code des Deckblatts"), max_length=16, unique=True)
    uploads = models.ManyToManyField(
        "documents.Document", blank=True, related_name="chosen_for", verbose_name=_("ausgewählt, nicht abgeschickt")
    )
    decided_at = models.DateTimeField(_("beurteilt"), null=True, blank=True)

    class Meta:
        """In the order of the letter."""

        verbose_name = _("erbetene Unterlage")
        verbose_name_plural = _("erbetene Unterlagen")
        ordering = ("request", "position")
        constraints = [
            models.UniqueConstraint(
                fields=["request", "position"],
                deferrable=models.Deferrable.DEFERRED,
                name="evidence_item_position_once",
            ),
            models.CheckConstraint(condition=Q(status__in=ItemStatus.values), name="evidence_item_status_known"),
        ]


class ItemStep(models.Model):
    """History of an item: one row per step, never altered. ``note`` is for colleagues."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    item = models.ForeignKey(EvidenceItem, on_delete=models.CASCADE, related_name="steps")
    from_status = models.CharField(max_length=14, choices=ItemStatus)
    to_status = models.CharField(max_length=14, choices=ItemStatus)
    at = models.DateTimeField()
    actor_role = models.CharField(max_length=16)
    membership = models.ForeignKey("accounts.StaffMembership", on_delete=models.PROTECT, null=True, related_name="+")
    note = EncryptedTextField(blank=True, default="")

    class Meta:
        """Oldest first."""

        ordering = ("at", "pk")


class EvidenceAnswer(models.Model):
    """What a person has said to one item. ``submission`` is its proof. Papers that were there already are linked."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    item = models.ForeignKey(
        EvidenceItem, on_delete=models.CASCADE, related_name="answers", verbose_name=_("erbetene Unterlage")
    )
    kind = models.CharField(_("Antwort"), max_length=14, choices=AnswerKind)
    text = EncryptedTextField(_("Text"), blank=True, default="")
    documents = models.ManyToManyField(
        "documents.Document", blank=True, related_name="evidence_answers", verbose_name=_("Unterlagen")
    )
    submission = models.ForeignKey(
        "submissions.Submission",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("Eingang"),
    )
    recorded_by = models.ForeignKey(
        "accounts.StaffMembership",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("aufgenommen von"),
    )
    created_at = models.DateTimeField(_("gegeben"), default=timezone.now)

    class Meta:
        """Newest first."""

        verbose_name = _("Antwort auf eine Bitte")
        verbose_name_plural = _("Antworten auf Bitten")
        ordering = ("-created_at",)


class Extension(models.Model):
    """A wish for more time, and what the office said to it. ``until``: the day the person would like."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    request = models.ForeignKey(
        EvidenceRequest, on_delete=models.CASCADE, related_name="extensions", verbose_name=_("Bitte um Unterlagen")
    )
    until = models.DateField(_("gewünscht bis"))
    text = EncryptedTextField(_("Begründung"), blank=True, default="")
    status = models.CharField(_("Stand"), max_length=10, choices=ExtensionStatus, default=ExtensionStatus.ASKED)
    reply = EncryptedTextField(_("Antwort"), blank=True, default="")
    decided_by = models.ForeignKey(
        "accounts.StaffMembership",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("beantwortet von"),
    )
    decided_at = models.DateTimeField(_("beantwortet"), null=True, blank=True)
    submission = models.ForeignKey(
        "submissions.Submission",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("Eingang"),
    )
    created_at = models.DateTimeField(_("gewünscht am"), default=timezone.now, editable=False)

    class Meta:
        """At most one open wish for each request: one tap asks, a second one changes nothing."""

        verbose_name = _("Wunsch nach mehr Zeit")
        verbose_name_plural = _("Wünsche nach mehr Zeit")
        ordering = ("-created_at",)
        constraints = [
            models.UniqueConstraint(
                fields=["request"], condition=Q(status=ExtensionStatus.ASKED), name="extension_open_once_per_request"
            ),
        ]
