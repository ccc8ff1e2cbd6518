"""Who is behind an actor key."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class ActorKey(models.Model):
    """The only link between events and a person; deleting it makes the events anonymous and leaves the chain whole.

    On purpose without unique constraint and without foreign key in the database: both would make the first event of a
    person wait for other transactions, and such a wait can close a circle of locks. Two first events at the same moment
    may give a person two keys; both lead to the person and both are shredded.
    """

    key = models.UUIDField(_("Schlüssel"), primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,  # deleting a user starts with shred_actor()
        null=True,
        blank=True,
        db_constraint=False,
        related_name="+",
        verbose_name=_("Konto"),
    )
    description = models.CharField(_("Bezeichnung"), max_length=64, blank=True)

    class Meta:
        verbose_name = _("Handelnde Person")
        verbose_name_plural = _("Handelnde Personen")
        indexes: ClassVar = [
            models.Index(fields=["description"], name="audit_actor_description", condition=models.Q(user=None)),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(user=None) | models.Q(description=""), name="audit_actor_user_or_description"
            ),
        ]
