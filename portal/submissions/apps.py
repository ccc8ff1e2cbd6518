"""Django's entry to the app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SubmissionsConfig(AppConfig):
    """Everything handed in, and its proof."""

    name = "portal.submissions"
    label = "submissions"
    verbose_name = _("Eingänge")

    def ready(self) -> None:
        """Make the receipt's two files after something came in; say what is held of people."""
        from portal.audit.models.personal_data import declare_personal_data  # noqa: PLC0415 -- as below
        from portal.cases.selectors import keep_apart  # noqa: PLC0415 -- as below
        from portal.outbox.enums import Priority, Queue  # noqa: PLC0415 -- as below
        from portal.outbox.models import subscribe  # noqa: PLC0415 -- models cannot be imported before Django is ready
        from portal.submissions import tasks  # noqa: PLC0415 -- as above
        from portal.submissions.domain import personal_data  # noqa: PLC0415 -- as above
        from portal.submissions.selectors import own_post_in  # noqa: PLC0415 -- as above

        people_wait_for_it, dearest_work_there_is = Priority.FIRST, Priority.LAST
        subscribe("submission.received", tasks.render_receipt, queue=Queue.PROOF, priority=people_wait_for_it)
        subscribe("submission.received", tasks.render_copy, queue=Queue.PROOF, priority=dearest_work_there_is)
        keep_apart(submissions=own_post_in)
        declare_personal_data(parts=personal_data.PARTS, rules=personal_data.RULES)
