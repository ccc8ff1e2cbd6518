"""App configuration of the appointments."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AppointmentsConfig(AppConfig):
    """The way to a conversation with a person."""

    name = "appointments"
    verbose_name = _("Termine")

    def ready(self) -> None:
        """Say what is held of people, follow changes of appointments, and offer times that become free."""
        from appointments import tasks  # noqa: PLC0415 -- models are ready only now
        from appointments.domain import personal_data, summons_notice  # noqa: PLC0415 -- as above
        from appointments.domain.after_sending import help_with_application  # noqa: PLC0415 -- as above
        from appointments.domain.own_work import is_own_work  # noqa: PLC0415 -- as above
        from appointments.selectors.todo import appointments_todo  # noqa: PLC0415 -- as above
        from portal.audit.models.personal_data import declare_personal_data  # noqa: PLC0415 -- as above
        from portal.cases.models.after_sending import declare_after_sending  # noqa: PLC0415 -- as above
        from portal.cases.models.todo import declare_todo  # noqa: PLC0415 -- as above
        from portal.cases.permissions import add_own_work  # noqa: PLC0415 -- as above
        from portal.outbox.enums import Priority  # noqa: PLC0415 -- as above
        from portal.outbox.services import subscribe  # noqa: PLC0415 -- as above

        for fact in summons_notice.FACTS:  # proof of dispatch hangs on it: before all others
            subscribe(fact, tasks.notify_of_summons, priority=Priority.FIRST)
        subscribe("appointment.freed", tasks.offer_earlier)
        add_own_work(is_own_work)
        declare_after_sending(help_with_application)
        declare_personal_data(parts=personal_data.PARTS, rules=personal_data.RULES)
        declare_todo(appointments_todo)
        for handler in (tasks.drop_stale_reminders, tasks.mail_calendar_entry):
            subscribe("appointment.changed", handler)
