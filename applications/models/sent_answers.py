"""The answers as they were typed, kept beside the application that was made of them."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.crypto.models import EncryptedJSONField


class SentAnswers(models.Model):
    """What the person's next form begins with, and what a correction starts from.

    The proof of what was sent is the submission; this is the same in the shape of the form: only what applied when it
    was sent, without papers. A row of its own, so that lists of applications do not open it.
    """

    application = models.OneToOneField(
        "applications.Application",
        primary_key=True,
        on_delete=models.CASCADE,
        related_name="sent_answers",
        verbose_name=_("Antrag"),
    )
    catalogue_version = models.CharField(_("Fassung des Formulars"), max_length=40)
    overlay_version = models.CharField(_("Fassung der örtlichen Ergänzung"), max_length=40, blank=True, default="")
    answers = EncryptedJSONField(_("Antworten"), default=dict)

    class Meta:
        verbose_name = _("Abgeschickte Antworten")
        verbose_name_plural = _("Abgeschickte Antworten")
