"""What the office makes of answers. Every step says to the person what it means for them."""

import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from mailbox.domain.evidence_deadline import place_of, working_day_from
from mailbox.domain.evidence_lifecycle import lock_request, move_extension, move_item
from mailbox.domain.evidence_posting import say_to_person
from mailbox.domain.evidence_request import settle_when_done
from mailbox.domain.legal_notice import LANGUAGE
from mailbox.enums import ExtensionStatus, ItemStatus, RequestStatus
from mailbox.errors import DayNotPossible, RequestNotOpen, WordsMissing
from mailbox.events import EXTENSION_DECIDED, ITEM_JUDGED, ITEM_WAIVED
from mailbox.models import EvidenceItem, EvidenceRequest, Extension
from mailbox.permissions import may_ask, may_judge_item
from portal.audit.services import record
from portal.cases.errors import NotPermitted
from portal.cases.models import Actor
from portal.documents.models import Document
from portal.documents.services import accept_documents
from portal.law.dates import day_of
from portal.outbox.services import publish
from portal.ui.formats import format_date, format_weekday_date

NEEDS_WORDS = frozenset({ItemStatus.UNUSABLE, ItemStatus.REQUESTED})


@transaction.atomic
def judge_item(*, actor: Actor, item: EvidenceItem, to: ItemStatus, reason: str = "", note: str = "") -> EvidenceItem:
    """Accept what came, or say why it cannot be used and what helps (``reason``, words for the person).

    ``to``: ACCEPTED, UNUSABLE, REQUESTED (it can be had after all) or HANDED_IN (a judgement is taken back).
    ``note`` is for colleagues. Its papers are accepted with it. The last one settles the request.
    Raises NotPermitted, RequestNotOpen, WordsMissing, NoSuchStep.
    """
    locked = _answerable(item.request)
    item.request = locked
    if not may_judge_item(actor, locked.case, item):
        raise NotPermitted(locked.case_id)
    words = reason.strip() if to in NEEDS_WORDS else ""
    if to in NEEDS_WORDS and not words:
        raise WordsMissing
    at = timezone.now()
    step = move_item(item, to=to, actor=actor, at=at, note=note, reason=words)
    if step is None:
        return item
    record(actor, ITEM_JUDGED, subject=item, case_id=locked.case_id)
    if to == ItemStatus.ACCEPTED:
        accept_documents(actor=actor, documents=Document.objects.filter(evidence_answers__item=item).distinct())
    with override(LANGUAGE):
        if words:
            say_to_person(locked, actor=actor, body=_not_enough(item), key=f"item:{step.pk}")
            publish("evidence.requested", locked.pk)
        settle_when_done(locked, actor=actor, at=at)
    return item


@transaction.atomic
def waive_item(*, actor: Actor, item: EvidenceItem, reason: str = "", note: str = "") -> EvidenceItem:
    """Do without it; the person is told, with ``reason`` where there is one. The last one settles the request.

    Raises NotPermitted, RequestNotOpen, NoSuchStep.
    """
    locked = _answerable(item.request)
    item.request = locked
    if not may_ask(actor, locked.case):
        raise NotPermitted(locked.case_id)
    at = timezone.now()
    step = move_item(item, to=ItemStatus.WAIVED, actor=actor, at=at, note=note, reason=reason.strip())
    record(actor, ITEM_WAIVED, subject=item, case_id=locked.case_id)
    with override(LANGUAGE):
        if not settle_when_done(locked, actor=actor, at=at) and step is not None:
            say_to_person(locked, actor=actor, body=_not_needed(item), key=f"item:{step.pk}")
    return item


@transaction.atomic
def decide_extension(
    *,
    actor: Actor,
    extension: Extension,
    granted: bool,
    until: datetime.date | None = None,
    reply: str = "",
) -> Extension:
    """Answer a wish for more time and tell the person: the deadline moves to ``until`` (else the wished day), on to a
    working day; or it stays, and ``reply`` says why.

    Deadlines of the office can be extended after their end, too (§ 26 (7) SGB X).
    Raises NotPermitted, RequestNotOpen, WordsMissing, DayNotPossible, NoSuchStep.
    """
    locked = lock_request(extension.request_id)
    if not may_ask(actor, locked.case):
        raise NotPermitted(locked.case_id)
    if not locked.is_open:
        raise RequestNotOpen
    words, at = reply.strip(), timezone.now()
    if not granted and not words:
        raise WordsMissing
    if granted:
        day = working_day_from(until or extension.until, place_of(locked.case))
        if day <= day_of(at):
            raise DayNotPossible
        locked.deadline, locked.reminded_at = day, None
        locked.save(update_fields=["deadline", "reminded_at"])
    to = ExtensionStatus.GRANTED if granted else ExtensionStatus.ANSWERED
    move_extension(extension, to=to, actor=actor, at=at, reply=words)
    record(actor, EXTENSION_DECIDED, subject=locked, case_id=locked.case_id)
    with override(LANGUAGE):
        said = [_said_to_wish(locked, granted=granted), *filter(None, [words])]
        say_to_person(locked, actor=actor, body="\n\n".join(said), key=f"extension:{extension.pk}")
    return extension


def _answerable(request: EvidenceRequest) -> EvidenceRequest:
    locked = lock_request(request.pk)
    if locked.status not in {RequestStatus.SENT, RequestStatus.SETTLED}:
        raise RequestNotOpen
    return locked


def _not_enough(item: EvidenceItem) -> str:
    if item.status == ItemStatus.REQUESTED:
        first = _("Wir brauchen noch: %(what)s. Vielleicht können Sie es doch bekommen.")
    else:
        first = _("Wir haben uns angesehen, was Sie geschickt haben: %(what)s. So können wir es nicht verwenden.")
    last = _("Sie können es gleich noch einmal schicken. Geht das nicht? Dann sagen Sie es uns dort oder rufen Sie an.")
    return "\n\n".join([first % {"what": item.what}, item.reason, last])


def _not_needed(item: EvidenceItem) -> str:
    first = _("Das brauchen wir nicht mehr: %(what)s.") % {"what": item.what}
    return "\n\n".join(filter(None, [first, item.reason]))


def _said_to_wish(request: EvidenceRequest, *, granted: bool) -> str:
    if request.deadline is None:
        return ""
    if granted:
        return _("Sie haben jetzt Zeit bis %(day)s.") % {"day": format_weekday_date(request.deadline)}
    return _("Die Frist bleibt beim %(day)s. Sie können auch danach noch etwas schicken.") % {
        "day": format_date(request.deadline)
    }
