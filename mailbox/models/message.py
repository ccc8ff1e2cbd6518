"""One message in a thread, and the papers that came with it."""

import uuid
from typing import Final

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mailbox.enums import ContactChannel, MessageKind
from mailbox.models.thread import Thread
from portal.crypto.models import EncryptedTextField

ABOUT_APPOINTMENTS: Final = ("appointment:", "offer:", "wish:")  # how the keys of such messages begin


class Message(models.Model):
    """A text to the person (or from her), encrypted. ``key`` is unique: posting the same thing twice posts it once.

    ``addressed_to``: the standings of the representatives it was addressed to (§ 13 (3) SGB X); empty: the person.
    ``read_at`` is when the receiving side opened it in the portal (the person's side, or the office); it has no legal
    meaning here. ``author`` is who at the office wrote it, or wrote down what came on another way (``channel``), which
    happened at ``happened_at``. ``acting_standing_id``: by which standing somebody wrote it for the person.
    ``submission`` is the proof of what a person has sent here: it has a receipt.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    thread = models.ForeignKey(
        Thread, on_delete=models.CASCADE, related_name="messages", verbose_name=_("Nachrichtenverlauf")
    )
    kind = models.CharField(_("Art"), max_length=8, choices=MessageKind.choices)
    sender_role = models.CharField(_("von"), max_length=20)
    author = models.ForeignKey(
        "accounts.StaffMembership",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("geschrieben von"),
    )
    acting_standing_id = models.UUIDField(null=True, blank=True, editable=False)
    channel = models.CharField(_("Weg"), max_length=10, choices=ContactChannel, default=ContactChannel.PORTAL)
    body = EncryptedTextField(_("Text"), blank=True, default="")
    needs_translation = models.BooleanField(_("Übersetzung nötig"), default=False)
    addressed_to = ArrayField(models.UUIDField(), verbose_name=_("gerichtet an"), default=list, blank=True)
    submission = models.OneToOneField(
        "submissions.Submission",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="message",
        verbose_name=_("Eingang"),
    )
    key = models.CharField(max_length=120, unique=True)
    happened_at = models.DateTimeField(_("geschehen"), null=True, blank=True)
    created_at = models.DateTimeField(_("geschrieben"), default=timezone.now, editable=False)
    read_at = models.DateTimeField(_("gelesen"), null=True, blank=True)

    class Meta:
        """Newest first."""

        verbose_name = _("Nachricht")
        verbose_name_plural = _("Nachrichten")
        ordering = ("-created_at",)
        indexes = [models.Index(fields=["thread", "created_at"], name="message_in_thread")]

    @property
    def is_about_appointment(self) -> bool:
        """Whether it tells of an appointment, a wish or offered times: the page of appointments shows what holds."""
        return self.key.startswith(ABOUT_APPOINTMENTS)


class Attachment(models.Model):
    """A paper that belongs to a message. One that was there before stands here too: linked, not stored twice."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    message = models.ForeignKey(
        Message, on_delete=models.CASCADE, related_name="attachments", verbose_name=_("Nachricht")
    )
    document = models.ForeignKey(
        "documents.Document", on_delete=models.PROTECT, related_name="+", verbose_name=_("Unterlage")
    )
    position = models.PositiveSmallIntegerField(_("Reihenfolge"))

    class Meta:
        """In the order in which they were chosen."""

        verbose_name = _("Anhang")
        verbose_name_plural = _("Anhänge")
        ordering = ("message", "position")
        constraints = [models.UniqueConstraint(fields=["message", "document"], name="attachment_once_per_message")]


class MessageDraft(models.Model):
    """A message that somebody is writing: what was typed and chosen outlives session, device and lost rights.

    ``author_key`` says whose draft it is (`mailbox.selectors.draft.author_key`): nobody else sees it. ``thread`` null:
    a new conversation. ``token`` makes sending twice one message.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey("cases.Case", on_delete=models.CASCADE, related_name="+", verbose_name=_("Fall"))
    person = models.ForeignKey("cases.Person", on_delete=models.CASCADE, related_name="+", verbose_name=_("Person"))
    thread = models.ForeignKey(
        Thread,
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="drafts",
        verbose_name=_("Nachrichtenverlauf"),
    )
    author_key = models.CharField(max_length=60)
    user = models.ForeignKey(
        "accounts.User", null=True, blank=True, on_delete=models.CASCADE, related_name="+", verbose_name=_("Konto")
    )
    topic = models.CharField(_("Thema"), max_length=12, blank=True, default="")
    subject = EncryptedTextField(_("Betreff"), blank=True, default="")
    body = EncryptedTextField(_("Text"), blank=True, default="")
    needs_translation = models.BooleanField(_("Übersetzung nötig"), default=False)
    documents = models.ManyToManyField(
        "documents.Document", blank=True, related_name="message_drafts", verbose_name=_("Anhänge")
    )
    token = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    created_at = models.DateTimeField(_("angelegt"), default=timezone.now, editable=False)
    updated_at = models.DateTimeField(_("zuletzt geändert"), auto_now=True)

    class Meta:
        """One draft for each conversation and writer; one for a new conversation."""

        verbose_name = _("Entwurf einer Nachricht")
        verbose_name_plural = _("Entwürfe von Nachrichten")
        ordering = ("-updated_at",)
        constraints = [
            models.UniqueConstraint(
                fields=["case", "thread", "author_key"], nulls_distinct=False, name="message_draft_once_per_writer"
            ),
        ]
