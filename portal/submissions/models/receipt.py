"""The proof of a submission."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from portal.submissions.models.submission import Submission


class Receipt(models.Model):
    """Verification code from the first moment; the two files follow from the worker, each by itself.

    ``verification_code`` is random (100 bit), stored without its dashes. ``confirmation`` is the one page to show to
    others, ``copy`` holds all answers. ``confirmation_sha256`` (hex) is what the public check compares. Issued is the
    receipt with its confirmation.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    submission = models.OneToOneField(
        Submission, on_delete=models.CASCADE, related_name="receipt", verbose_name=_("Eingang")
    )
    verification_code = models.CharField(_("Prüfcode"), max_length=20, unique=True)
    confirmation = models.OneToOneField(
        "documents.StoredFile",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("Eingangsbestätigung"),
    )
    confirmation_sha256 = models.CharField(_("Prüfsumme der Bestätigung"), max_length=64, null=True, blank=True)  # noqa: DJ001 -- not there yet is not empty
    copy = models.OneToOneField(
        "documents.StoredFile",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("Kopie der Angaben"),
    )
    issued_at = models.DateTimeField(_("erstellt"), null=True, blank=True)

    class Meta:
        """The confirmation comes with its hash and the time it came."""

        verbose_name = _("Eingangsbestätigung")
        verbose_name_plural = _("Eingangsbestätigungen")
        constraints = [
            models.CheckConstraint(
                condition=Q(issued_at__isnull=True, confirmation__isnull=True)
                | Q(issued_at__isnull=False, confirmation__isnull=False, confirmation_sha256__isnull=False),
                name="receipt_issued_with_confirmation",
            ),
        ]
