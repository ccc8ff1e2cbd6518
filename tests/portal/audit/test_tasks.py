from datetime import timedelta

from django.db.models.functions import Now

from portal.audit.events import ACTOR_SHREDDED
from portal.audit.models import AuditAnchor, AuditEvent, AuditSeal
from portal.audit.services import record
from portal.audit.tasks import seal


def test_repair_run_seals_what_the_sealer_no_longer_looks_at(db, actor):
    record(actor, ACTOR_SHREDDED)
    record(actor, ACTOR_SHREDDED)
    old, settled = AuditEvent.objects.order_by("id")
    AuditSeal.objects.create(
        seq=1, event=settled, previous_hash=bytes(32), hash=bytes(32), sealed_at=Now() - timedelta(hours=2)
    )
    seal()
    seal()

    assert AuditSeal.objects.get(event=old).seq == 2
    assert AuditAnchor.objects.get().seq == 2
