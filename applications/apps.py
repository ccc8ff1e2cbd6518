"""App configuration of the applications."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ApplicationsConfig(AppConfig):
    """Forms, wizard, checks and triage; listens to new applications."""

    name = "applications"
    verbose_name = _("Anträge")

    def ready(self) -> None:
        """Subscribe to the facts this app acts on."""
        from applications import tasks  # noqa: PLC0415 -- models are ready only now
        from applications.catalogue.overlay import load_overlays_with  # noqa: PLC0415 -- as above
        from applications.domain import holdings, personal_data  # noqa: PLC0415 -- as above
        from applications.permissions.own_work import is_own_work  # noqa: PLC0415 -- as above
        from applications.selectors.local_settings import load_overlay  # noqa: PLC0415 -- as above
        from portal.audit.models.personal_data import declare_personal_data  # noqa: PLC0415 -- as above
        from portal.cases.permissions import add_own_work  # noqa: PLC0415 -- as above
        from portal.crypto.models import declare_holdings  # noqa: PLC0415 -- as above
        from portal.outbox.services import subscribe  # noqa: PLC0415 -- as above

        subscribe("application.received", tasks.run_checks)
        subscribe("application.added_to", tasks.check_matter)
        subscribe("application.received", tasks.tell_of_change)
        subscribe("application.checks_wanted", tasks.run_checks)
        subscribe("application.checked", tasks.draft_missing_papers)
        subscribe("evidence.requested", tasks.follow_evidence_requested)
        subscribe("evidence.handed_in", tasks.follow_evidence_handed_in)
        subscribe("evidence.settled", tasks.follow_evidence_settled)
        declare_personal_data(parts=personal_data.PARTS, rules=personal_data.RULES)
        declare_holdings(holdings.IBANS)
        add_own_work(is_own_work)
        load_overlays_with(load_overlay)
