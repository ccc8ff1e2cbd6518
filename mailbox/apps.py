"""App configuration of the postbox."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MailboxConfig(AppConfig):
    """Threads and messages; listens to issued receipts, refused files, access letters and news about helpers."""

    name = "mailbox"
    verbose_name = _("Postfach")

    def ready(self) -> None:
        """Subscribe to the facts this app acts on."""
        from mailbox import tasks  # noqa: PLC0415 -- models are ready only now
        from mailbox.domain import personal_data  # noqa: PLC0415 -- as above
        from mailbox.selectors.todo import postbox_todo  # noqa: PLC0415 -- as above
        from portal.audit.models.personal_data import declare_personal_data  # noqa: PLC0415 -- as above
        from portal.cases.models.todo import declare_todo  # noqa: PLC0415 -- as above
        from portal.outbox.enums import Queue  # noqa: PLC0415 -- as above
        from portal.outbox.services import subscribe  # noqa: PLC0415 -- as above

        subscribe("receipt.issued", tasks.post_receipt, queue=Queue.PROOF)
        subscribe("message.posted", tasks.notify_person)  # a mail server that hangs must not hold up proofs
        subscribe("message.posted", tasks.notify_representatives)
        subscribe("document.refused", tasks.post_document_refused)
        subscribe("document.reviewed", tasks.post_document_judged)
        subscribe("document.deletion_proposed", tasks.ask_about_deleting)
        subscribe("standing.checked", tasks.post_representation_checked)
        subscribe("access_letter.printed", tasks.post_letter_printed)
        subscribe("access_letter.printed", tasks.notify_of_letter)
        subscribe("access_letter.used", tasks.post_letter_used)
        subscribe("access_letter.used", tasks.notify_of_new_access)
        subscribe("access_letter.used", tasks.notify_former_address)
        for fact, handler in (
            ("standing.granted", tasks.post_standing_granted),
            ("standing.ended", tasks.post_standing_ended),
            ("standing.ends_soon", tasks.post_standing_ends_soon),
            ("standing.extended", tasks.post_standing_extended),
        ):
            subscribe(fact, handler)
            subscribe(fact, tasks.notify_helper)
        subscribe("standing.checked", tasks.post_paper_checked)
        subscribe("standing.checked", tasks.notify_of_checked_paper)
        subscribe("mandate.refused", tasks.notify_of_refused_paper)
        subscribe("invitation.declined", tasks.post_invitation_declined)
        subscribe("invitation.declined", tasks.notify_asking_helper)
        subscribe("case.taken_over", tasks.notify_of_takeover)
        declare_personal_data(parts=personal_data.PARTS, rules=personal_data.RULES)
        declare_todo(postbox_todo)
