"""News on its way to people: held back, put together, sent. Every step is a row, so that nothing that waits is lost.

A row is *pending*. Its turn comes by the fact ``notice.waiting``: at once, or when ``due_at`` has come
(`release_due`, once in half a minute). Then all that waits for the same person on the same way goes out as one.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import Max, QuerySet
from django.utils import timezone, translation

from portal.audit.services import record
from portal.cases.models import Person, system_actor
from portal.notices.domain.channels import ChannelResult, Notice, Outcome
from portal.notices.domain.email import dispatch_id
from portal.notices.domain.pace import next_time
from portal.notices.domain.recipient import Recipient, recipient_of
from portal.notices.domain.turns import take_turn
from portal.notices.enums import ALONE, BUNDLED, OR_CALL, Channel, DispatchStatus, Template
from portal.notices.events import NOTICE_REFUSED, NOTICE_SENT
from portal.notices.models import Dispatch, NoticeSettings
from portal.outbox.services import publish

TRY_AGAIN_AFTER = timedelta(minutes=5)  # a mail server that is away; for as long as it takes
BATCH = 1000


@transaction.atomic
def announce(
    recipient: Recipient,
    *,
    template: Template,
    occasion: str,
    case_id: UUID,
    subject_id: UUID,
    not_after: datetime | None = None,
) -> list[Dispatch]:
    """Note the news once for each way it may take and return the rows; each is sent by itself, soon or later.

    ``occasion`` makes the news unique for this recipient: telling it again changes nothing. ``not_after``: when it has
    lost its worth; what could not be sent until then is dropped.
    """
    about = {"template": template, "case_id": case_id, "subject_id": subject_id, "not_after": not_after}
    return [
        _noted(recipient, channel, f"{channel}:{template}:{occasion}", about)
        for channel in recipient.channels(template)
    ]


def drop_about(subject_id: UUID) -> int:
    """Send nothing of what still waits about this subject; returns how many rows."""
    waiting = Dispatch.objects.filter(subject_id=subject_id, status=DispatchStatus.PENDING, template__in=ALONE)
    return waiting.update(status=DispatchStatus.DROPPED, due_at=None)


def send_waiting(dispatch_id: UUID, *, now: datetime) -> None:
    """Send what waits for the recipient of this dispatch on its way, put together; later, if it is too early.

    Nothing is sent to who has changed their mind meanwhile. To be called in a transaction.
    """
    asked = Dispatch.objects.select_related("user", "person").get(pk=dispatch_id)
    recipient = recipient_of(asked)
    if recipient is None:  # the account was closed
        _drop([asked])
        return
    channel = Channel(asked.channel)
    take_turn(recipient.pk, channel)
    waiting = list(_waiting(asked).select_for_update(of=("self",)))
    templates = {Template(each.template) for each in waiting}
    wanted = {template for template in templates if channel in recipient.channels(template)}
    kept = [each for each in waiting if each.template in wanted and (each.not_after is None or now < each.not_after)]
    _drop([each for each in waiting if each not in kept])
    _send_or_hold(recipient, channel, kept, now)


def release_due(*, now: datetime) -> int:
    """Give the turn to all whose time has come; returns how many rows."""
    with transaction.atomic():
        due = Dispatch.objects.filter(status=DispatchStatus.PENDING, due_at__lte=now).order_by("due_at")
        rows = list(due.select_for_update(skip_locked=True, of=("self",)).values_list("pk", flat=True)[:BATCH])
        Dispatch.objects.filter(pk__in=rows).update(due_at=None)
        for row in rows:
            publish("notice.waiting", row)
    return len(rows)


def note_result(dispatches: Sequence[Dispatch], result: ChannelResult, *, now: datetime) -> None:
    """Write down how it ended, in each row: sent, with time and the server's answer; refused; or to be tried again."""
    for dispatch in dispatches:
        dispatch.due_at = None
        if result.outcome is Outcome.SENT:
            dispatch.status, dispatch.sent_at, dispatch.reply = DispatchStatus.SENT, now, result.reply
            dispatch.error = ""
        elif result.outcome is Outcome.REFUSED:
            dispatch.status, dispatch.error = DispatchStatus.FAILED, result.reply
        else:
            dispatch.due_at, dispatch.error = now + TRY_AGAIN_AFTER, result.reply
    Dispatch.objects.bulk_update(dispatches, ["status", "sent_at", "reply", "error", "due_at"])
    if result.outcome is Outcome.RETRY:
        return
    for dispatch in dispatches:
        event = NOTICE_SENT if result.outcome is Outcome.SENT else NOTICE_REFUSED
        record(system_actor(f"notices.{dispatch.channel}"), event, subject=dispatch, case_id=dispatch.case_id)


def note_refused(dispatch: Dispatch, result: ChannelResult, *, now: datetime) -> None:
    """An address that is refused for good is not written to again, until one is confirmed."""
    if result.outcome is Outcome.REFUSED and dispatch.channel == Channel.EMAIL:
        note_bounced(dispatch.user_id, now=now)


def note_bounced(user_id: UUID | None, *, now: datetime) -> None:
    """Remember since when e-mail to this account comes back; what was noted first stays."""
    if user_id is not None:
        NoticeSettings.objects.get_or_create(user_id=user_id)
        NoticeSettings.objects.filter(user_id=user_id, bounced_at=None).update(bounced_at=now)


def _noted(recipient: Recipient, channel: Channel, key: str, about: dict[str, Any]) -> Dispatch:
    dispatch, created = Dispatch.objects.get_or_create(
        key=key,
        defaults={
            "id": dispatch_id(key),
            "user": getattr(recipient, "user", None),
            "person": getattr(recipient, "person", None),
            "channel": channel,
            **about,
        },
    )
    if created:
        publish("notice.waiting", dispatch.pk)
    return dispatch


def _of_same_recipient(dispatch: Dispatch) -> QuerySet[Dispatch]:
    to = {"user_id": dispatch.user_id} if dispatch.user_id else {"user": None, "person_id": dispatch.person_id}
    return Dispatch.objects.filter(channel=dispatch.channel, template__in=BUNDLED, **to)


def _waiting(dispatch: Dispatch) -> QuerySet[Dispatch]:
    """The oldest first: the Message-ID is made of it, so that it is the same when this has to be done again."""
    if dispatch.template in ALONE:
        return Dispatch.objects.filter(pk=dispatch.pk, status=DispatchStatus.PENDING)
    return _of_same_recipient(dispatch).filter(status=DispatchStatus.PENDING).order_by("created_at", "id")


def _send_or_hold(recipient: Recipient, channel: Channel, waiting: list[Dispatch], now: datetime) -> None:
    if not waiting:
        return
    is_alone = waiting[0].template in ALONE
    last = None if is_alone else _of_same_recipient(waiting[0]).aggregate(last=Max("sent_at"))["last"]
    rest = recipient.settings
    due = next_time(now, last_sent=last, quiet_from=rest.quiet_from, quiet_until=rest.quiet_until)
    if due > now:
        Dispatch.objects.filter(pk__in=[each.pk for each in waiting]).update(due_at=due)
        return
    templates = {Template(each.template) for each in waiting}
    template = _or_call(templates.pop(), waiting) if len(templates) == 1 else Template.NEWS
    with translation.override(settings.LANGUAGE_CODE):  # the person's, as soon as the portal has several
        result = recipient.send(channel, Notice(template, waiting[0].key))
    sent_at = timezone.now()
    note_result(waiting, result, now=sent_at)
    note_refused(waiting[0], result, now=sent_at)


def _or_call(template: Template, waiting: list[Dispatch]) -> Template:
    """The same news with a phone number, for who would rather talk in one of these cases. One query, for these only."""
    if template not in OR_CALL:
        return template
    first, cases = waiting[0], {each.case_id for each in waiting}
    to = {"user_id": first.user_id} if first.user_id else {"pk": first.person_id}
    prefers = Person.objects.filter(case_id__in=cases, prefers_personal_since__isnull=False, **to)
    return OR_CALL[template] if prefers.exists() else template


def _drop(unwanted: list[Dispatch]) -> None:
    rows = Dispatch.objects.filter(pk__in=[each.pk for each in unwanted], status=DispatchStatus.PENDING)
    rows.update(status=DispatchStatus.DROPPED, due_at=None)
