"""App configuration of the postbox."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

PILE_TIME = 180  # seconds: the file is taken apart, then each page is looked at; the office waits


class MailboxConfig(AppConfig):
    """Threads and messages; listens to issued receipts, refused files, access letters and news about helpers."""

    name = "mailbox"
    verbose_name = _("Postfach")

    def ready(self) -> None:
        """Subscribe to the facts this app acts on."""
        from mailbox import tasks  # noqa: PLC0415 -- models are ready only now
        from mailbox.domain import decision_notice, personal_data  # noqa: PLC0415 -- as above
        from mailbox.domain.own_work import is_own_work  # noqa: PLC0415 -- as above
        from mailbox.selectors.thread import messages_of_own_post_in, own_post_in, people_with_own_post_in  # noqa: PLC0415 -- as above
        from mailbox.selectors.todo import papers_todo, postbox_todo  # noqa: PLC0415 -- as above
        from portal.audit.models.personal_data import declare_personal_data  # noqa: PLC0415 -- as above
        from portal.cases.models.todo import declare_papers, declare_todo  # noqa: PLC0415 -- as above
        from portal.cases.permissions import add_own_work  # noqa: PLC0415 -- as above
        from portal.cases.selectors import keep_apart  # noqa: PLC0415 -- as above
        from portal.outbox.enums import Priority, Queue  # noqa: PLC0415 -- as above
        from portal.outbox.services import subscribe  # noqa: PLC0415 -- as above

        subscribe("paper_scan.received", tasks.read_pile, queue=Queue.DOCUMENT, time_limit=PILE_TIME)
        subscribe("receipt.issued", tasks.post_receipt, queue=Queue.PROOF)
        for fact in decision_notice.FACTS:  # a clock of the law hangs on it: before all others
            subscribe(fact, tasks.notify_of_decision, priority=Priority.FIRST)
        for fact, handlers in {
            "message.posted": (tasks.notify_person, tasks.notify_representatives),
            "decision.released": (tasks.tell_person_of_copy, tasks.tell_unchecked_representatives),
            "document.refused": (tasks.post_document_refused,),
            "document.reviewed": (tasks.post_document_judged,),
            "document.deletion_proposed": (tasks.ask_about_deleting,),
            "access_letter.printed": (tasks.post_letter_printed, tasks.notify_of_letter),
            "access_letter.used": (tasks.post_letter_used, tasks.notify_of_new_access, tasks.notify_former_address),
            "standing.granted": (tasks.post_standing_granted, tasks.notify_helper),
            "standing.ended": (tasks.post_standing_ended, tasks.notify_helper),
            "standing.ends_soon": (tasks.post_standing_ends_soon, tasks.notify_helper),
            "standing.extended": (tasks.post_standing_extended, tasks.notify_helper),
            "standing.checked": (
                tasks.post_representation_checked,
                tasks.post_paper_checked,
                tasks.notify_of_checked_paper,
            ),
            "mandate.refused": (tasks.notify_of_refused_paper,),
            "invitation.declined": (tasks.post_invitation_declined, tasks.notify_asking_helper),
            "case.taken_over": (tasks.notify_of_takeover,),
        }.items():
            for handler in handlers:
                subscribe(fact, handler)
        add_own_work(is_own_work)
        keep_apart(threads=own_post_in, messages=messages_of_own_post_in, people=people_with_own_post_in)
        declare_personal_data(parts=personal_data.PARTS, rules=personal_data.RULES)
        declare_todo(postbox_todo)
        declare_papers(papers_todo)
