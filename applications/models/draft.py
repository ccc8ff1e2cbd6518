"""What somebody fills in and has not sent yet."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from portal.crypto.models import EncryptedJSONField


class Draft(models.Model):
    """A form being filled in. Hangs on case and person, never on an account.

    ``answers`` is `{section: {question: value}}`, groups as lists of items with "id"; form and catalogue version are
    frozen at the start. ``version`` counts saves. ``last_step`` is where "continue" leads. ``touched_by_standing_id``
    is the standing by which the last save was made for the person, null when she made it. When the draft is sent or has
    expired, its answers are cleared and ``cleared_at`` is set; the row stays as the trace of what happened.
    ``is_correction``: it began with what was sent with ``follows``. ``expiry_told_for`` is the end that the person was
    warned of; a later save makes another one.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey("cases.Case", on_delete=models.CASCADE, related_name="drafts", verbose_name=_("Fall"))
    person = models.ForeignKey(
        "cases.Person", on_delete=models.CASCADE, related_name="drafts", verbose_name=_("Person")
    )
    form_key = models.CharField(_("Formular"), max_length=60)
    catalogue_version = models.CharField(_("Fassung des Formulars"), max_length=40)
    overlay_version = models.CharField(_("Fassung der örtlichen Ergänzung"), max_length=40, blank=True, default="")
    answers = EncryptedJSONField(_("Antworten"), default=dict)
    version = models.PositiveIntegerField(default=0)
    last_step = models.CharField(max_length=100, blank=True, default="")
    created_at = models.DateTimeField(_("begonnen"))
    updated_at = models.DateTimeField(_("zuletzt gespeichert"))
    expires_at = models.DateTimeField(_("wird gelöscht am"), db_index=True)
    touched_by_standing_id = models.UUIDField(null=True, editable=False)
    follows = models.ForeignKey(
        "applications.Application",
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("gehört zu"),
        help_text=_("Antrag, den dieser Entwurf ergänzt, berichtigt oder fortsetzt"),
    )
    is_correction = models.BooleanField(_("berichtigt"), default=False)
    expiry_told_for = models.DateTimeField(null=True, editable=False)
    submission = models.OneToOneField(
        "submissions.Submission", null=True, on_delete=models.PROTECT, related_name="draft", verbose_name=_("Eingang")
    )
    submitted_at = models.DateTimeField(_("abgeschickt"), null=True)
    cleared_at = models.DateTimeField(_("Antworten gelöscht"), null=True)

    class Meta:
        """One open draft per case and form, and one for each application it follows; a sent one has its submission."""

        verbose_name = _("Entwurf")
        verbose_name_plural = _("Entwürfe")
        ordering = ("-updated_at", "id")
        constraints = [
            models.UniqueConstraint(
                fields=["case", "form_key"],
                condition=Q(cleared_at__isnull=True, follows__isnull=True),
                name="one_open_draft_per_form",
            ),
            models.UniqueConstraint(
                fields=["follows", "form_key", "is_correction"],
                condition=Q(cleared_at__isnull=True, follows__isnull=False),
                name="one_open_draft_per_form_that_follows",
            ),
            models.CheckConstraint(
                condition=Q(submission__isnull=True, submitted_at__isnull=True)
                | Q(submission__isnull=False, submitted_at__isnull=False, cleared_at__isnull=False),
                name="draft_sent_has_submission",
            ),
        ]

    @property
    def is_open(self) -> bool:
        """Whether it can still be filled in and sent."""
        return self.cleared_at is None
