"""A conversation in the postbox of one person."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Thread(models.Model):
    """Messages about one matter. A thread knows no application; what was handed in is its ``submission``.

    ``subject`` stands in the clear in lists: it names a kind of matter ("Eingang: Hauptantrag"), never its content.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey("cases.Case", on_delete=models.PROTECT, related_name="threads", verbose_name=_("Fall"))
    person = models.ForeignKey(
        "cases.Person", on_delete=models.PROTECT, related_name="threads", verbose_name=_("Person")
    )
    subject = models.CharField(_("Betreff"), max_length=240)
    submission = models.ForeignKey(
        "submissions.Submission",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="threads",
        verbose_name=_("Eingang"),
    )
    created_at = models.DateTimeField(_("angelegt"), default=timezone.now, editable=False)

    class Meta:
        """One thread per submission: the receipt opens it."""

        verbose_name = _("Nachrichtenverlauf")
        verbose_name_plural = _("Nachrichtenverläufe")
        ordering = ("-created_at",)
        constraints = [
            models.UniqueConstraint(
                fields=["submission"], condition=Q(submission__isnull=False), name="thread_once_per_submission"
            ),
        ]
