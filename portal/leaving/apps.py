"""App configuration of leaving."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LeavingConfig(AppConfig):
    """Data copies and the closing of accounts; reads every app."""

    name = "portal.leaving"
    label = "leaving"
    verbose_name = _("Datenkopie und Kontoschließung")

    def ready(self) -> None:
        """Subscribe to the facts this app acts on; say what is held of people."""
        from portal.audit.models.personal_data import declare_personal_data  # noqa: PLC0415 -- models are ready only now
        from portal.leaving import tasks  # noqa: PLC0415 -- as above
        from portal.leaving.domain import personal_data  # noqa: PLC0415 -- as above
        from portal.outbox.enums import Priority  # noqa: PLC0415 -- as above
        from portal.outbox.services import subscribe  # noqa: PLC0415 -- as above

        subscribe("data_copy.requested", tasks.make_copy, time_limit=tasks.COPY_TIME_LIMIT, priority=Priority.LAST)
        subscribe("data_copy.ready", tasks.announce_copy)
        subscribe("account.closed", tasks.say_farewell)
        declare_personal_data(rules=personal_data.RULES)
