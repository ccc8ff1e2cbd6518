"""Sessions with the account they belong to."""

from django.conf import settings
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _


class Session(AbstractBaseSession):
    """A browser that comes back. ``account`` is who is signed in; null for visitors and for guests with a code.

    One row tells both, so that every request of somebody signed in asks one question less. The database does not
    watch the reference: to keep a session must not fail because the account was closed at the same moment.
    """

    account = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.CASCADE, related_name="+", db_constraint=False, editable=False
    )

    class Meta:
        verbose_name = _("Sitzung")
        verbose_name_plural = _("Sitzungen")

    @classmethod
    def get_session_store_class(cls) -> type:
        """What reads the data."""
        store: type = import_string(f"{settings.SESSION_ENGINE}.SessionStore")
        return store
