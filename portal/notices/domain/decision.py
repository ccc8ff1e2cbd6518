"""The notice that a decision can be fetched (§ 37 (2a) SGB X): an e-mail of its own, at once, with proof."""

from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils import timezone, translation

from portal.notices.domain.channels import Notice
from portal.notices.domain.channels.registry import CHANNELS
from portal.notices.domain.email import dispatch_id
from portal.notices.domain.waiting import note_refused, note_result
from portal.notices.enums import Channel, DispatchStatus, Template
from portal.notices.models import Dispatch
from portal.notices.selectors import delivery_obstacle
from portal.outbox.services import publish


@transaction.atomic
def send_decision(*, user_id: UUID, case_id: UUID, subject_id: UUID) -> Dispatch:
    """Send it now, unless that was done or cannot be; returns the record. Never bundled, never held back.

    When the post has to do it after all, the record is *failed* and ``error`` names the obstacle. When the mail server
    is away it stays *pending* and is tried again by itself (`try_again`).
    """
    key = f"{Channel.EMAIL}:{Template.NEW_DECISION}:{subject_id}:{user_id}"
    fresh = {
        "id": dispatch_id(key),
        "user_id": user_id,
        "case_id": case_id,
        "template": Template.NEW_DECISION,
        "subject_id": subject_id,
    }
    dispatch, _created = Dispatch.objects.select_for_update(of=("self",)).get_or_create(key=key, defaults=fresh)
    if dispatch.status == DispatchStatus.PENDING:
        _attempt(dispatch)
    return dispatch


@transaction.atomic
def try_again(waiting_id: UUID) -> None:
    """Send the notice that waited for the mail server; publishes ``decision_notice.settled`` (with the decision's id)
    when it went out, or turned out never to.
    """
    dispatch = Dispatch.objects.select_for_update(of=("self",)).get(pk=waiting_id)
    if dispatch.status == DispatchStatus.PENDING:
        _attempt(dispatch)
        if dispatch.status != DispatchStatus.PENDING:
            publish("decision_notice.settled", dispatch.subject_id)


def _attempt(dispatch: Dispatch) -> None:
    obstacle = delivery_obstacle(dispatch.user_id)
    if obstacle or dispatch.user is None:
        dispatch.status, dispatch.error, dispatch.due_at = DispatchStatus.FAILED, obstacle, None
        dispatch.save(update_fields=["status", "error", "due_at"])
        return
    with translation.override(settings.LANGUAGE_CODE):  # as in `waiting`
        result = CHANNELS[Channel.EMAIL].send(dispatch.user, Notice(Template.NEW_DECISION, dispatch.key))
    sent_at = timezone.now()
    note_result([dispatch], result, now=sent_at)
    note_refused(dispatch, result, now=sent_at)
