"""The letter that opens an account again, or a first one: printed at the counter, after somebody has shown their ID."""

import datetime
import uuid
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import StaffMembership
from portal.cases.enums import IdentityDocument, LetterStatus
from portal.cases.models.case import Case
from portal.cases.models.person import Person
from portal.crypto.models import EncryptedTextField


class AccessLetterQuerySet(models.QuerySet["AccessLetter"]):
    """Named filters on access letters."""

    def usable_at(self, moment: datetime.datetime) -> Self:
        """Keep letters that open something at ``moment``; the end is exclusive."""
        return self.filter(status=LetterStatus.VALID, expires_at__gt=moment)


class AccessLetter(models.Model):
    """One printed letter. The paper is the only place where the code stands: here are keyed hashes, no PDF is kept.

    ``birth_date_index`` is the keyed hash of the birth date on the ID, together with the letter's id. ``wrong_dates``
    counts wrong birth dates entered with the right code. ``former_email`` is where a recovered account was reached
    before, until its owner was told there.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="access_letters", verbose_name=_("Fall"))
    person = models.ForeignKey(
        Person, on_delete=models.CASCADE, related_name="access_letters", verbose_name=_("Person")
    )
    code_index = models.CharField(max_length=32, unique=True, editable=False)
    birth_date_index = models.CharField(max_length=32, editable=False)
    identity_document = models.CharField(_("gezeigter Ausweis"), max_length=20, choices=IdentityDocument)
    status = models.CharField(_("Stand"), max_length=10, choices=LetterStatus, default=LetterStatus.VALID)
    wrong_dates = models.PositiveSmallIntegerField(default=0)
    printed_by = models.ForeignKey(
        StaffMembership, on_delete=models.PROTECT, related_name="+", verbose_name=_("gedruckt von")
    )
    printed_at = models.DateTimeField(_("gedruckt am"), default=timezone.now)
    expires_at = models.DateTimeField(_("gültig bis"))
    ended_at = models.DateTimeField(_("beendet am"), null=True, blank=True)
    former_email = EncryptedTextField(null=True, blank=True)

    objects = AccessLetterQuerySet.as_manager()

    class Meta:
        verbose_name = _("Zugangsbrief")
        verbose_name_plural = _("Zugangsbriefe")
        ordering = ["-printed_at"]
        indexes = [models.Index(fields=["printed_at"], name="access_letter_by_day")]
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=Q(status=LetterStatus.VALID), name="one_valid_access_letter_per_person"
            ),
            models.CheckConstraint(
                condition=Q(status=LetterStatus.VALID, ended_at__isnull=True)
                | (~Q(status=LetterStatus.VALID) & Q(ended_at__isnull=False)),
                name="access_letter_has_end_once_ended",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    def is_usable(self, moment: datetime.datetime) -> bool:
        """Whether the letter opens something at ``moment``, as far as the letter alone can say."""
        return self.status == LetterStatus.VALID and moment < self.expires_at
