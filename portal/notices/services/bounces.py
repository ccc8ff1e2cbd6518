"""E-mails that come back later, and addresses that are good again."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from portal.audit.services import record
from portal.cases.models import system_actor
from portal.notices.domain.bounce_report import read_bounce
from portal.notices.domain.waiting import note_bounced
from portal.notices.enums import Channel, DispatchStatus
from portal.notices.events import NOTICE_RETURNED
from portal.notices.models import Dispatch, NoticeSettings
from portal.outbox.services import publish


@transaction.atomic
def record_bounce(*, raw: bytes) -> Dispatch | None:
    """Take in what a mail server has sent back; returns the dispatch it is about, None when it is about none of ours.

    Known by the Message-ID, which only who got the e-mail can know. From then on no e-mail goes to this account and
    decisions go by post, until an address is confirmed anew. Publishes ``notice.returned`` with the dispatch. What
    came back from an address that has been replaced meanwhile says nothing about the new one.
    """
    bounce = read_bounce(raw)
    if bounce is None:
        return None
    sent = Dispatch.objects.select_for_update(of=("self",)).filter(
        pk__in=bounce.dispatch_ids, channel=Channel.EMAIL, status=DispatchStatus.SENT, returned_at=None
    )
    dispatch = sent.first()
    if dispatch is None:
        return None
    now = timezone.now()
    dispatch.returned_at, dispatch.error = now, bounce.status
    dispatch.save(update_fields=["returned_at", "error"])
    record(system_actor("notices.bounce"), NOTICE_RETURNED, subject=dispatch, case_id=dispatch.case_id)
    publish("notice.returned", dispatch.pk)
    if not _was_replaced(dispatch):
        note_bounced(dispatch.user_id, now=now)
    return dispatch


def hear_of_address(*, instance: Any, **_signal: Any) -> None:
    """Listen to allauth: a confirmed address gets e-mails again."""
    if instance.verified:
        settings = NoticeSettings.objects.filter(user_id=instance.user_id)
        settings.update(bounced_at=None, address_confirmed_at=timezone.now())


def _was_replaced(dispatch: Dispatch) -> bool:
    if dispatch.user_id is None:
        return False
    settings = NoticeSettings.objects.filter(user_id=dispatch.user_id)
    return settings.filter(address_confirmed_at__gt=dispatch.sent_at).exists()
