"""Sending a request, and taking it back."""

import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from mailbox.domain.evidence_deadline import default_deadline, place_of, working_day_from
from mailbox.domain.evidence_lifecycle import lock_request, move_request
from mailbox.domain.evidence_posting import open_thread, say_to_person
from mailbox.domain.legal_notice import LANGUAGE, notice_for
from mailbox.enums import MessageKind, RequestStatus
from mailbox.errors import DayNotPossible, RequestIncomplete
from mailbox.events import REQUEST_SENT, REQUEST_WITHDRAWN
from mailbox.models import EvidenceRequest
from mailbox.permissions import may_ask, may_draft
from portal.audit.services import record
from portal.cases.errors import NotPermitted
from portal.cases.models import Actor
from portal.law.dates import day_of
from portal.outbox.services import publish


@transaction.atomic
def send_request(*, actor: Actor, request: EvidenceRequest) -> EvidenceRequest:
    """Send a draft: with deadline and the notice after § 66 (3) SGB I as they are now, or as a hint without both.

    Only a hint may be sent by the portal itself. Sending twice sends once. Publishes ``evidence.requested`` (not for a
    hint). Raises NotPermitted, RequestIncomplete, DayNotPossible (the deadline is not to come), NoSuchStep.
    """
    locked = lock_request(request.pk)
    may_send = may_draft(actor, locked.case) if locked.is_hint else may_ask(actor, locked.case)
    if not may_send:
        raise NotPermitted(locked.case_id)
    if locked.status == RequestStatus.SENT:
        return locked
    if not locked.items.exists():
        raise RequestIncomplete
    now = timezone.now()
    with override(LANGUAGE):
        _write(locked, day_of(now))
        locked.sent_at, locked.sent_by_id = now, actor.membership_id
        locked.thread = open_thread(locked)
        locked.message = say_to_person(
            locked, actor=actor, kind=MessageKind.REQUEST, body=_body(locked), key=f"request:{locked.pk}"
        )
    move_request(locked, to=RequestStatus.SENT, actor=actor)
    record(actor, REQUEST_SENT, subject=locked, case_id=locked.case_id)
    if not locked.is_hint:
        publish("evidence.requested", locked.pk)
    return locked


@transaction.atomic
def withdraw_request(*, actor: Actor, request: EvidenceRequest, reason: str = "") -> EvidenceRequest:
    """Take a request back, ``reason`` in words for the person; of a draft nobody learns. Twice is the same as once.

    Raises NotPermitted, NoSuchStep (it is settled).
    """
    locked = lock_request(request.pk)
    if not may_draft(actor, locked.case):
        raise NotPermitted(locked.case_id)
    if locked.status == RequestStatus.WITHDRAWN:
        return locked
    was_sent = locked.status == RequestStatus.SENT
    move_request(locked, to=RequestStatus.WITHDRAWN, actor=actor)
    record(actor, REQUEST_WITHDRAWN, subject=locked, case_id=locked.case_id)
    if was_sent:
        with override(LANGUAGE):
            parts = [_("Wir haben unsere Bitte um Unterlagen zurückgenommen. Sie müssen dafür nichts mehr schicken.")]
            say_to_person(
                locked, actor=actor, body="\n\n".join([*parts, *filter(None, [reason])]), key=f"withdrawn:{locked.pk}"
            )
    return locked


def _write(request: EvidenceRequest, today: datetime.date) -> None:
    """Deadline and notice as the letter names them."""
    if request.is_hint:
        request.deadline, request.legal_notice, request.notice_version = None, "", None
        return
    place = place_of(request.case)
    deadline = working_day_from(request.deadline, place) if request.deadline else default_deadline(today, place)
    if deadline <= today:
        raise DayNotPossible
    version = notice_for(request.case)
    request.deadline = request.first_deadline = deadline
    request.legal_notice, request.notice_version = version.body, version


def _body(request: EvidenceRequest) -> str:
    """The covering words of the message; what is asked for stands on the page of the request."""
    return request.introduction or (
        _("Vielleicht fehlt zu Ihrem Antrag noch etwas. Sehen Sie bitte nach, ob Sie es schicken möchten.")
        if request.is_hint
        else _("Für Ihren Antrag fehlen uns noch Unterlagen. Bitte sehen Sie sich an, was wir brauchen und warum.")
    )
