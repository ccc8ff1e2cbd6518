"""App configuration of cases."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CasesConfig(AppConfig):
    """Cases, persons, standings."""

    name = "portal.cases"
    label = "cases"
    verbose_name = _("Fälle")

    def ready(self) -> None:
        """Say what is held of people and for how long; look after a guest's visit when somebody signs in."""
        from portal.audit.models.personal_data import declare_personal_data  # noqa: PLC0415 -- models cannot be imported before Django is ready
        from portal.cases.domain import holdings, personal_data  # noqa: PLC0415 -- as above
        from portal.cases.views.guest_receivers import connect_receivers  # noqa: PLC0415 -- as above
        from portal.crypto.models import declare_holdings  # noqa: PLC0415 -- as above

        declare_personal_data(parts=personal_data.PARTS, rules=personal_data.RULES)
        declare_holdings(holdings.HOUSEHOLD_NUMBERS)
        connect_receivers()
