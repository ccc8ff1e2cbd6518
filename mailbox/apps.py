"""App configuration of the postbox."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MailboxConfig(AppConfig):
    """Threads and messages; listens to issued receipts."""

    name = "mailbox"
    verbose_name = _("Postfach")

    def ready(self) -> None:
        """Subscribe to the facts this app acts on."""
        from mailbox import tasks  # noqa: PLC0415 -- models are ready only now
        from portal.outbox.enums import Queue  # noqa: PLC0415 -- as above
        from portal.outbox.services import subscribe  # noqa: PLC0415 -- as above

        subscribe("receipt.issued", tasks.post_receipt, queue=Queue.PROOF)
        subscribe("message.posted", tasks.notify_person)  # a mail server that hangs must not hold up proofs
