"""One thing handed in."""

import uuid

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.crypto.models import EncryptedJSONField
from portal.submissions.enums import ContactChannel, SubmissionKind
from portal.submissions.models.content import SubmissionContent


class Submission(models.Model):
    """What was handed in, by whom, when. Written once and never changed: it is the proof.

    ``reference`` can be read aloud. ``received_at`` is the legal time of receipt (§ 130 (3) BGB, § 37 SGB II), exact to
    the microsecond. ``content`` is what the person saw (SubmissionContent as JSON), ``data`` the same for machines.
    ``submitted_by_standing_id``: by which standing somebody sent it for the person; null when the person did.
    ``content_sha256`` (hex) covers both and the files. ``token`` comes from the draft: sending twice hands in once.
    ``stepped_up``: the person had confirmed shortly before, in that session, who they are. ``channel``: on which way it
    came; what did not come by the portal was taken in by somebody at the office, at ``created_at``. ``is_own_post``: it
    is the own post of a member of the household (`portal.cases.permissions.own_post`), for ever.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    reference = models.CharField(_("Vorgangsnummer"), max_length=20, unique=True)
    kind = models.CharField(_("Art"), max_length=20, choices=SubmissionKind.choices)
    title = models.CharField(_("Bezeichnung"), max_length=200)
    form_key = models.CharField(_("Formular"), max_length=60, blank=True, default="")
    form_version = models.CharField(_("Fassung des Formulars"), max_length=40, blank=True, default="")
    case = models.ForeignKey("cases.Case", on_delete=models.PROTECT, related_name="submissions", verbose_name=_("Fall"))
    person = models.ForeignKey(
        "cases.Person", on_delete=models.PROTECT, related_name="submissions", verbose_name=_("Person")
    )
    submitted_by_user_id = models.UUIDField(null=True, blank=True)
    submitted_by_standing_id = models.UUIDField(null=True, blank=True, editable=False)
    submitted_by_role = models.CharField(_("gesendet von"), max_length=20)
    received_at = models.DateTimeField(_("eingegangen"))
    content = EncryptedJSONField(_("Inhalt"), default=dict)
    data = EncryptedJSONField(_("Daten"), default=dict)
    content_sha256 = models.CharField(_("Prüfsumme des Inhalts"), max_length=64)
    token = models.CharField(max_length=64, unique=True)
    stepped_up = models.BooleanField(_("Identität beim Absenden bestätigt"), default=False)
    channel = models.CharField(_("Weg"), max_length=10, choices=ContactChannel, default=ContactChannel.PORTAL)
    is_own_post = models.BooleanField(_("eigene Post"), default=False, editable=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        """Newest first."""

        verbose_name = _("Eingang")
        verbose_name_plural = _("Eingänge")
        ordering = ("-received_at", "id")
        indexes = [models.Index(fields=["case", "received_at"], name="submission_in_case")]
        triggers = [
            # Not "content" and "data": new keys seal them again.
            pgtrigger.ReadOnly(
                name="submission_proof_stays",
                fields=[
                    "reference",
                    "kind",
                    "received_at",
                    "channel",
                    "content_sha256",
                    "token",
                    "submitted_by_role",
                    "stepped_up",
                    "submitted_by_standing_id",
                    "is_own_post",
                ],
            ),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=SubmissionKind.values), name="submission_kind_known"),
        ]

    def parsed_content(self) -> SubmissionContent:
        """The content, typed; opens the encrypted column."""
        return SubmissionContent.model_validate(self.content)
