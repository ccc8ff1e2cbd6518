"""The last e-mail to an account that is closed already."""

import uuid

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.crypto.models import EncryptedTextField


class Farewell(models.Model):
    """Where the e-mail "your account is closed" goes. Names no account; the row goes when the e-mail is out."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    address = EncryptedTextField(_("E-Mail-Adresse"))
    created_at = models.DateTimeField(_("angelegt"), default=timezone.now, editable=False, db_index=True)

    class Meta:
        verbose_name = _("Letzte E-Mail")
        verbose_name_plural = _("Letzte E-Mails")

    def __str__(self) -> str:
        return str(self.pk)
