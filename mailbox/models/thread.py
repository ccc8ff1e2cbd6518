"""A conversation in the postbox of one person."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mailbox.enums import Topic
from portal.crypto.models import EncryptedTextField


class Thread(models.Model):
    """Messages about one matter. A thread knows no application; what was handed in is its ``submission``.

    ``subject`` stands in the clear in lists: it names a kind of matter ("Eingang: Hauptantrag"), never its content.
    ``own_words`` is what the person calls it, encrypted: shown inside the postbox only, never in titles or e-mails.
    ``team`` is whose work it is, when that differs from the case's team. ``waiting_since`` is when the oldest message
    came that the office has not answered yet; null: nobody waits. ``is_own_post``: something of the own post of
    ``person`` stands in it: nobody else of the household reads it, also when they want no own post any more.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey("cases.Case", on_delete=models.PROTECT, related_name="threads", verbose_name=_("Fall"))
    person = models.ForeignKey(
        "cases.Person", on_delete=models.PROTECT, related_name="threads", verbose_name=_("Person")
    )
    topic = models.CharField(_("Thema"), max_length=12, choices=Topic, default=Topic.OTHER)
    subject = models.CharField(_("Betreff"), max_length=240)
    own_words = EncryptedTextField(_("Betreff in eigenen Worten"), null=True, blank=True)
    submission = models.ForeignKey(
        "submissions.Submission",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="threads",
        verbose_name=_("Eingang"),
    )
    team = models.ForeignKey(
        "accounts.Team", null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("Team")
    )
    waiting_since = models.DateTimeField(_("unbeantwortet seit"), null=True, blank=True)
    is_own_post = models.BooleanField(_("eigene Post"), default=False, editable=False)
    created_at = models.DateTimeField(_("angelegt"), default=timezone.now, editable=False)

    class Meta:
        """One thread per submission: the receipt opens it."""

        verbose_name = _("Nachrichtenverlauf")
        verbose_name_plural = _("Nachrichtenverläufe")
        ordering = ("-created_at",)
        indexes = [
            models.Index(fields=["waiting_since"], condition=Q(waiting_since__isnull=False), name="thread_waiting"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["submission"], condition=Q(submission__isnull=False), name="thread_once_per_submission"
            ),
        ]
