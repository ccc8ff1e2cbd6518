"""Django's admin for set-up and exceptions: administrators only."""

from django.contrib.admin import AdminSite

from applications.admin import ADMIN_CLASSES as FORM_CLASSES
from mailbox.admin import ADMIN_CLASSES as POSTBOX_CLASSES
from portal.accounts.admin import ADMIN_CLASSES
from portal.audit.models import AuditEvent
from portal.desk.admin.audit import AuditEventAdmin
from portal.desk.admin.notices import DispatchAdmin
from portal.desk.admin.outbox import OutboxMessageAdmin
from portal.desk.admin.submissions import SubmissionAdmin
from portal.notices.models import Dispatch
from portal.outbox.models import OutboxMessage
from portal.submissions.models import Submission


def register_all(site: AdminSite) -> None:
    """Register every table of the set-up with ``site``."""
    for model, admin_class in {**ADMIN_CLASSES, **FORM_CLASSES, **POSTBOX_CLASSES}.items():
        site.register(model, admin_class)
    site.register(AuditEvent, AuditEventAdmin)
    site.register(Dispatch, DispatchAdmin)
    site.register(OutboxMessage, OutboxMessageAdmin)
    site.register(Submission, SubmissionAdmin)
