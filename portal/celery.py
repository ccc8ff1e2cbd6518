"""The Celery application: ``celery -A portal worker`` and ``celery -A portal beat``.

Work reaches it through the outbox only (docs/adr/0002-outbox.md). Web processes never import this module.
"""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.demo")

app = Celery("portal")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
# Modules of their own, since web processes import these tasks but need no Celery:
app.autodiscover_tasks(["applications.tasks"], related_name="drafts")
app.autodiscover_tasks(["applications.tasks"], related_name="renewals")
app.autodiscover_tasks(["portal.documents.tasks"], related_name="tidying")
app.autodiscover_tasks(["mailbox.tasks"], related_name="evidence")
app.autodiscover_tasks(["applications.tasks"], related_name="copies")
app.autodiscover_tasks(["portal.leaving.tasks"], related_name="tidying")
app.autodiscover_tasks(["portal.accounts.tasks"], related_name="sessions")
app.autodiscover_tasks(["portal.notices.tasks"], related_name="release")
app.autodiscover_tasks(["mailbox.tasks"], related_name="resuming")
app.autodiscover_tasks(["appointments.tasks"], related_name="reminders")
app.autodiscover_tasks(["appointments.tasks"], related_name="lapsing")
app.autodiscover_tasks(["appointments.tasks"], related_name="resuming")
# Both are nets under a process of their own (relay_outbox, seal_audit); an entry that waited too long is worth nothing.
app.conf.beat_schedule = {
    "release-lapsed": {"task": "appointments.release_lapsed", "schedule": 60.0, "options": {"expires": 60}},
    "sweep-outbox": {"task": "outbox.sweep", "schedule": 10.0, "options": {"expires": 10}},
    "expire-drafts": {"task": "applications.expire_drafts", "schedule": 3600.0, "options": {"expires": 3600}},
    "remind-of-renewals": {"task": "applications.remind_of_renewals", "schedule": 3600.0, "options": {"expires": 3600}},
    "remind-of-drafts": {"task": "applications.remind_of_drafts", "schedule": 3600.0, "options": {"expires": 3600}},
    "remind-of-evidence": {"task": "mailbox.remind_of_evidence", "schedule": 3600.0, "options": {"expires": 3600}},
    "tell-agreed-steps": {"task": "appointments.tell_agreed", "schedule": 60.0, "options": {"expires": 60}},
    "remind-of-appointments": {"task": "appointments.remind", "schedule": 300.0, "options": {"expires": 300}},
    "remind-of-copies": {"task": "applications.remind_of_copies", "schedule": 86400.0, "options": {"expires": 3600}},
    "remove-orphans": {"task": "documents.remove_orphans", "schedule": 86400.0, "options": {"expires": 3600}},
    "forget-hand-overs": {"task": "documents.forget_hand_overs", "schedule": 3600.0, "options": {"expires": 3600}},
    "resume-decision-notices": {
        "task": "mailbox.resume_decision_notices",
        "schedule": 600.0,
        "options": {"expires": 600},
    },
    "resume-summons-notices": {
        "task": "appointments.resume_summons_notices",
        "schedule": 600.0,
        "options": {"expires": 600},
    },
    "resume-documents": {"task": "documents.resume", "schedule": 60.0, "options": {"expires": 60}},
    "watch-scanner": {
        "task": "documents.watch_scanner",
        "schedule": 60.0,
        "options": {"expires": 60, "queue": "document"},
    },
    "tidy-up": {"task": "leaving.tidy_up", "schedule": 3600.0, "options": {"expires": 3600}},
    "clear-sessions": {"task": "accounts.clear_sessions", "schedule": 86400.0, "options": {"expires": 3600}},
    "remind-of-ends": {"task": "cases.remind_of_ends", "schedule": 3600.0, "options": {"expires": 3600}},
    "release-notices": {"task": "notices.release", "schedule": 30.0, "options": {"expires": 30}},
    "seal-audit": {"task": "audit.seal", "schedule": 600.0, "options": {"expires": 600}},
}
