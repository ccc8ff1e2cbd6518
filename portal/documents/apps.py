"""Django's entry to the app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DocumentsConfig(AppConfig):
    """Files."""

    name = "portal.documents"
    label = "documents"
    verbose_name = _("Unterlagen")

    def ready(self) -> None:
        """Say what is held of people and for how long, and what has to move when keys change."""
        from portal.audit.models.personal_data import declare_personal_data  # noqa: PLC0415 -- models cannot be imported before Django is ready
        from portal.crypto.models import declare_holdings  # noqa: PLC0415 -- as above
        from portal.documents.domain import holdings, personal_data  # noqa: PLC0415 -- as above

        declare_personal_data(parts=personal_data.PARTS, rules=personal_data.RULES)
        declare_holdings(holdings.CONTENTS)
