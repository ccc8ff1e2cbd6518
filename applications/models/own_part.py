"""What a member of the household says about the own part of an application."""

import uuid

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from applications.models.draft import Draft
from portal.crypto.models import EncryptedTextField


class OwnPartReply(models.Model):
    """One answer to "is this right?"; the latest of a person counts, earlier ones stay. Never a condition for sending.

    ``remark`` is what is wrong, in own words. ``applicant_may_read``: it was also put into the applicant's postbox.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="own_part_replies")
    person = models.ForeignKey("cases.Person", on_delete=models.CASCADE, related_name="own_part_replies")
    agrees = models.BooleanField(_("stimmt so"))
    remark = EncryptedTextField(_("Was nicht stimmt"), default="", blank=True)
    applicant_may_read = models.BooleanField(default=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        """Latest first."""

        verbose_name = _("Antwort zum eigenen Teil")
        verbose_name_plural = _("Antworten zum eigenen Teil")
        ordering = ("-created_at", "id")
