"""Counts everything that a submission leaves behind, down to the bytes on the disk."""

import hashlib
from collections import Counter
from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from applications.models import Application
from mailbox.models import Message, Thread
from portal.audit.models import AuditEvent
from portal.documents.domain.storage import remove_orphans
from portal.documents.errors import ContentUnavailable
from portal.documents.models import StoredFile
from portal.documents.services import open_file
from portal.notices.models import Dispatch
from portal.outbox.models import OutboxMessage
from portal.submissions.models import Receipt, Submission


def figures():
    """What is there, and how often the rarest and the most frequent submission has it."""
    receipts = list(Receipt.objects.select_related("confirmation", "copy"))
    submissions = list(Submission.objects.values_list("pk", flat=True))
    threads = dict(Thread.objects.values_list("pk", "submission_id"))
    letters = dict(Message.objects.values_list("pk", "thread_id"))
    return {
        "submissions": len(submissions),
        "people": Submission.objects.values("person").distinct().count(),
        "readable_files": sum(
            readable(stored) for receipt in receipts for stored in (receipt.confirmation, receipt.copy)
        ),
        "rows_of_files": StoredFile.objects.count(),
        "files_on_disk_after_cleaning": cleaned(),
        "issued": per(
            submissions, AuditEvent.objects.filter(event="receipt.issued").values_list("subject_id", flat=True)
        ),
        "letters": per(submissions, (threads[thread] for thread in letters.values())),
        "dispatches": per(letters, Dispatch.objects.filter(status="sent").values_list("subject_id", flat=True)),
        "checked": per(
            submissions, Application.objects.filter(checks_state="done").values_list("submission_id", flat=True)
        ),
        "done_per_handler": sorted(
            set(Counter(OutboxMessage.objects.exclude(done_at=None).values_list("handler", flat=True)).values())
        ),
        "not_done": OutboxMessage.objects.filter(done_at=None).count(),
        "dead": OutboxMessage.objects.dead().count(),
        "repeated": sum(OutboxMessage.objects.values_list("attempts", flat=True)) - OutboxMessage.objects.count(),
        "most_attempts": max(OutboxMessage.objects.values_list("attempts", flat=True), default=0),
    }


def per(owners, found):
    """Fewest and most of `found` that one owner has; what belongs to nobody counts as most."""
    counted = Counter(str(owner) for owner in found)
    numbers = [counted.pop(str(owner), 0) for owner in owners]
    return [min(numbers, default=0), max([*numbers, *(999 for _stray in counted)], default=0)]


def readable(stored):
    """Whether the file is there, opens with its key and is the PDF that its row describes."""
    try:
        content = b"".join(open_file(stored)) if stored is not None else b""
    except ContentUnavailable:
        return False
    return content.startswith(b"%PDF") and hashlib.sha256(content).hexdigest() == stored.sha256


def cleaned():
    """Files on the disk after the daily cleaning has taken what killed workers left."""
    remove_orphans(now=timezone.now() + timedelta(days=2))
    return sum(1 for path in (settings.PORTAL.data_dir / "files").glob("??/*"))
