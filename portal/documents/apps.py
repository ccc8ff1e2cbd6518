"""Django's entry to the app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DocumentsConfig(AppConfig):
    """Files."""

    name = "portal.documents"
    label = "documents"
    verbose_name = _("Unterlagen")

    def ready(self) -> None:
        """Check what was uploaded; say what is held of people and for how long, and what moves when keys change."""
        from portal.audit.models.personal_data import declare_personal_data  # noqa: PLC0415 -- models cannot be imported before Django is ready
        from portal.cases.selectors import keep_apart  # noqa: PLC0415 -- as above
        from portal.crypto.models import declare_holdings  # noqa: PLC0415 -- as above
        from portal.documents import tasks  # noqa: PLC0415 -- as above
        from portal.documents.domain import holdings, personal_data, reading  # noqa: PLC0415 -- as above
        from portal.documents.selectors import own_post_in  # noqa: PLC0415 -- as above
        from portal.outbox.enums import Priority, Queue  # noqa: PLC0415 -- as above
        from portal.outbox.models import subscribe  # noqa: PLC0415 -- as above

        people_wait_for_it = Priority.FIRST
        subscribe("document.received", tasks.scan, queue=Queue.DOCUMENT, priority=people_wait_for_it)
        subscribe("document.scanned", tasks.prepare, queue=Queue.DOCUMENT, priority=people_wait_for_it)
        for fact in ("document.released", "document.refused", "document.arranged"):
            subscribe(fact, tasks.join_parts, queue=Queue.DOCUMENT)
        for fact in ("document.released", "document.pages_left"):  # nobody waits for it: the viewer works without
            subscribe(fact, tasks.read_pages, time_limit=reading.TIME_LIMIT, priority=Priority.LAST)

        keep_apart(documents=own_post_in)
        declare_personal_data(parts=personal_data.PARTS, rules=personal_data.RULES)
        declare_holdings(holdings.CONTENTS)
