"""Number the events, chain them, anchor the head. Runs beside the portal, so that no request ever waits for it."""

from django.db import connection, transaction

from portal.audit.domain.chain import GENESIS, link
from portal.audit.models import AuditSeal
from portal.audit.selectors import unsealed_events

BATCH = 1000
SEALER_LOCK = 0x5EA1  # advisory lock: one sealer at a time


def seal_batch(*, limit: int = BATCH, thorough: bool = False) -> int:
    """Seal up to ``limit`` events that have no seal yet and return their number; 0 when another sealer is at work.

    Numbers follow the ids of what is visible. An event whose transaction commits late gets the next number when it
    appears, so none is skipped. ``thorough``: look at the whole trail, not only at the last hour.
    """
    with transaction.atomic():
        if not lock_sealing():
            return 0
        head = AuditSeal.objects.order_by("-seq").first()
        seq, previous = (head.seq, bytes(head.hash)) if head else (0, GENESIS)
        seals = []
        for event in unsealed_events(thorough=thorough)[:limit]:
            seq += 1
            current = link(previous, seq, event)
            seals.append(AuditSeal(seq=seq, event=event, previous_hash=previous, hash=current))
            previous = current
        AuditSeal.objects.bulk_create(seals)
    return len(seals)


def seal_all(*, thorough: bool = False) -> int:
    """Seal batch after batch until nothing waits; returns the number of events."""
    total = 0
    while count := seal_batch(thorough=thorough):
        total += count
    return total


def lock_sealing() -> bool:
    """Take the sealers' lock until the end of the transaction; false when another one holds it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [SEALER_LOCK])
        return bool(cursor.fetchone()[0])
