"""Asking somebody to act for another person, before they have said yes."""

import datetime
import uuid
from typing import Self

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import Organisation
from portal.cases.enums import InvitationSide, InvitationStatus, PaperRefusal, Scope, StandingKind
from portal.cases.models.case import Case
from portal.cases.models.person import Person
from portal.cases.models.standing import LONGEST_SCOPE, Standing
from portal.crypto.models import EncryptedTextField


class InvitationQuerySet(models.QuerySet["Invitation"]):
    """Named filters on invitations."""

    def waiting(self, moment: datetime.datetime | None = None) -> Self:
        """Keep those that can still be answered at ``moment`` (now)."""
        return self.filter(status=InvitationStatus.OPEN, expires_at__gt=moment or timezone.now())


class Invitation(models.Model):
    """A question with two answers: yes makes ``standing``, no ends it without a word about why.

    OFFER: the person (or who stands for them) invites a helper to ``case``. REQUEST: a helper, or somebody for
    ``organisation``, asks a person; ``case`` is known once the person has said yes. HANDOVER: a helper has begun a
    draft for somebody without an account and hands ``case`` to them; link and code are both needed. COLLEAGUE:
    ``organisation`` asks somebody to work there; about no case. PAPER: it has prepared a Vollmacht (§ 13 SGB X) for the
    person of ``case``; the signed paper is ``paper_document_id``, and the yes is that of staff who have checked it
    (``refusal``: why not). Its standing exists from the start, with less in it; link and code of the row mean nothing.
    Only keyed hashes of the link's token and of the code are kept. ``inviter_name`` is how the other side knows who
    asks, ``invitee_name`` whom the asking side means; ``bound_email_hash``: only this address may say yes.
    ``scopes``, ``grant_ends_at`` and ``kind`` are what the standing will have.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    side = models.CharField(max_length=10, choices=InvitationSide)
    kind = models.CharField(max_length=16, choices=StandingKind)
    scopes = ArrayField(
        models.CharField(max_length=LONGEST_SCOPE, choices=[(scope.value, scope.value) for scope in Scope])
    )
    case = models.ForeignKey(Case, on_delete=models.CASCADE, null=True, blank=True, related_name="invitations")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, null=True, blank=True, related_name="invitations")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, null=True, blank=True, related_name="invitations"
    )
    created_by_user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="invitations")
    inviter_name = EncryptedTextField(default="", blank=True)
    invitee_name = EncryptedTextField(default="", blank=True)
    bound_email_hash = models.CharField(max_length=64, default="", blank=True, editable=False)
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    code_hash = models.CharField(max_length=64, unique=True, editable=False)
    status = models.CharField(_("Stand"), max_length=10, choices=InvitationStatus, default=InvitationStatus.OPEN)
    created_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField(_("gültig bis"))
    paper_document_id = models.UUIDField(null=True, blank=True, editable=False)
    refusal = models.CharField(max_length=16, choices=PaperRefusal, default="", blank=True)
    grant_ends_at = models.DateTimeField(_("Handlungsrecht gültig bis"), null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by_user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    standing = models.OneToOneField(
        Standing, on_delete=models.CASCADE, null=True, blank=True, related_name="invitation"
    )

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("Einladung")
        verbose_name_plural = _("Einladungen")
        ordering = ["-created_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(case__isnull=False) | Q(side__in=[InvitationSide.REQUEST, InvitationSide.COLLEAGUE]),
                name="invitation_knows_its_case",
            ),
            models.CheckConstraint(
                condition=Q(status=InvitationStatus.OPEN, answered_at__isnull=True)
                | (~Q(status=InvitationStatus.OPEN) & Q(answered_at__isnull=False)),
                name="invitation_has_time_of_its_answer",
            ),
            models.CheckConstraint(
                condition=Q(standing__isnull=True) | Q(status=InvitationStatus.ACCEPTED),
                name="invitation_makes_a_standing_by_yes_only",
            ),
            models.CheckConstraint(
                condition=Q(scopes__len__gt=0) | Q(side=InvitationSide.COLLEAGUE), name="invitation_has_scopes"
            ),
            models.CheckConstraint(
                condition=Q(organisation__isnull=False) | ~Q(side__in=[InvitationSide.COLLEAGUE, InvitationSide.PAPER]),
                name="invitation_for_work_has_an_organisation",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
