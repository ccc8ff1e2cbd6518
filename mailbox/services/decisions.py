"""Decisions and letters of the office: placed by one, released by another, retrieved by the addressee."""

import datetime
from typing import BinaryIO, Final

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from msgspec import Struct

from mailbox.domain.decision_file import check_retrievable
from mailbox.domain.decision_lifecycle import advance
from mailbox.domain.delivery import Way, recipients_of, way_for
from mailbox.domain.posting import begin_thread
from mailbox.enums import ByPost, DecisionStatus, Delivery, Instruction, MessageKind, Topic
from mailbox.errors import FileIsActive, FileNotReady, NotByPost, NoteMissing, NotRetrievable, StepNotAllowed
from mailbox.events import (
    DECISION_CHANGED,
    DECISION_GIVEN_BACK,
    DECISION_HANDED_ON,
    DECISION_PLACED,
    DECISION_POSTED,
    DECISION_RELEASED,
    DECISION_WITHDRAWN,
)
from mailbox.models import Decision, Message, Thread
from mailbox.permissions import may_place_decisions
from mailbox.selectors.decision import has_come_back
from portal.accounts.models import Jobcenter, StaffMembership
from portal.audit.services import record
from portal.cases.domain.addressee import Addressees, addressees
from portal.cases.enums import Role
from portal.cases.errors import NotPermitted
from portal.cases.models import Actor, Case, Person
from portal.cases.selectors import representing
from portal.documents.enums import ACTIVE, DocumentStatus, MediaType
from portal.documents.models import Document
from portal.documents.services import discard_from_office, receive_from_office
from portal.outbox.services import publish

KINDS: Final = frozenset({MediaType.PDF})


class Letter(Struct, frozen=True, kw_only=True):
    """What is said of a file that the office wants to deliver. ``person``: to whom it is addressed.

    ``dated_on``: the day in its head. ``cover``: words beside it. ``is_by_post``: it shall go by post in any case.
    """

    person: Person
    title: str
    dated_on: datetime.date
    instruction: Instruction = Instruction.COMPLETE
    cover: str = ""
    is_abroad: bool = False
    is_by_post: bool = False


@transaction.atomic
def place_decision(
    *,
    actor: Actor,
    case: Case,
    letter: Letter,
    upload: BinaryIO,
    name: str,
    named: StaffMembership | None = None,
) -> Decision:
    """Take the file in as a draft; it is scanned from now on. The person sees nothing of it.

    ``named``: who wrote it, when a system of the office places it (here and below). Raises NotPermitted, UploadRefused.
    """
    author = _who(actor, case, named)
    _check_person(case, letter.person)
    document = _take_in(actor, case, letter.person, upload, name)
    decision = Decision.objects.create(case=case, document=document, created_by=author, **_facts(letter))
    record(actor, DECISION_PLACED, subject=decision, case_id=case.pk)
    return decision


@transaction.atomic
def change_decision(
    *, actor: Actor, decision: Decision, letter: Letter, upload: BinaryIO | None = None, name: str = ""
) -> Decision:
    """Change a draft; a new file takes the place of the old one, whose content is deleted. Only who wrote it.

    Raises NotPermitted, StepNotAllowed, UploadRefused.
    """
    _check(actor, decision)
    _check_person(decision.case, letter.person)
    locked = Decision.objects.select_for_update(of=("self",)).select_related("document__case").get(pk=decision.pk)
    if locked.status != DecisionStatus.DRAFT or locked.created_by_id != actor.membership_id:
        raise StepNotAllowed(locked.status)
    before = locked.document
    if upload is not None:
        locked.document = _take_in(actor, decision.case, letter.person, upload, name)
    for field, value in _facts(letter).items():
        setattr(locked, field, value)
    locked.save()
    if upload is not None:
        discard_from_office(actor=actor, document=before)
    record(actor, DECISION_CHANGED, subject=locked, case_id=locked.case_id)
    return locked


@transaction.atomic
def hand_to_second(*, actor: Actor, decision: Decision, named: StaffMembership | None = None) -> None:
    """Let somebody else look at it. Only a file that was checked, can be read and does nothing by itself is handed on:
    it is delivered byte for byte.

    Raises NotPermitted, FileNotReady, FileIsActive, StepNotAllowed.
    """
    author = _who(actor, decision.case, named)
    if decision.document.status != DocumentStatus.RELEASED:
        raise FileNotReady(decision.document.status)
    if ACTIVE.intersection(decision.document.remarks):
        raise FileIsActive
    advance(decision, DecisionStatus.WAITING, by=author)
    record(actor, DECISION_HANDED_ON, subject=decision, case_id=decision.case_id)


@transaction.atomic
def give_back(*, actor: Actor, decision: Decision, note: str, named: StaffMembership | None = None) -> None:
    """Return it to who wrote it, with words that say why. Raises NotPermitted, NoteMissing, StepNotAllowed."""
    second = _who(actor, decision.case, named)
    if not note.strip():
        raise NoteMissing
    advance(decision, DecisionStatus.DRAFT, by=second, note=note.strip())
    record(actor, DECISION_GIVEN_BACK, subject=decision, case_id=decision.case_id)


@transaction.atomic
def withdraw_decision(
    *, actor: Actor, decision: Decision, note: str = "", named: StaffMembership | None = None
) -> None:
    """Drop it before anybody outside has seen it; it stays as a record. Raises NotPermitted, StepNotAllowed."""
    by = _who(actor, decision.case, named)
    advance(decision, DecisionStatus.WITHDRAWN, by=by, note=note.strip())
    record(actor, DECISION_WITHDRAWN, subject=decision, case_id=decision.case_id)


@transaction.atomic
def release_decision(*, actor: Actor, decision: Decision, named: StaffMembership | None = None) -> Decision:
    """Let it out: into the postbox, and by the way that is settled now. Whoever wrote it cannot do this.

    The notice is sent by a worker after this has committed. Raises NotPermitted, FileNotReady, StepNotAllowed.
    """
    second = _who(actor, decision.case, named)
    try:
        check_retrievable(decision.document)
    except NotRetrievable:
        raise FileNotReady(decision.document.status) from None
    written_to = _written_to(decision)
    way = _way(decision, written_to)
    thread = decision.thread or _thread(decision)
    message = Message.objects.create(
        thread=thread,
        kind=MessageKind.DECISION,
        sender_role=Role(second.role),
        author=second,
        key=f"decision:{decision.pk}",
        addressed_to=[standing.pk for standing in written_to.representatives],
    )
    advance(
        decision,
        DecisionStatus.RELEASED,
        by=second,
        released_by=second,
        released_at=timezone.now(),
        thread=thread,
        message=message,
        delivery=way.delivery,
        by_post=way.by_post,
        land=decision.case.jobcenter.land if decision.case.jobcenter else "",
        local_holidays=_local_holidays(decision.case.jobcenter),
    )
    record(actor, DECISION_RELEASED, subject=decision, case_id=decision.case_id)
    publish("decision.released", decision.pk)
    if way.delivery == Delivery.POST:
        publish("message.posted", message.pk)  # an ordinary notice: something is there to read, and no clock begins
    return decision


def _local_holidays(house: Jobcenter | None) -> list[datetime.date]:
    """The days that the office has entered, as they are known now."""
    return list(house.local_holidays.order_by("day").values_list("day", flat=True)) if house is not None else []


@transaction.atomic
def record_posted(*, actor: Actor, decision: Decision, on: datetime.date, named: StaffMembership | None = None) -> None:
    """Write down on which day it was given to the post; again to correct the day.

    For what goes by post, and for what is in the portal while its notice came back later. Raises NotPermitted,
    NotByPost also for days before the release or in the future.
    """
    _who(actor, decision.case, named)
    locked = Decision.objects.select_for_update(of=("self",)).get(pk=decision.pk)
    released = timezone.localdate(locked.released_at) if locked.released_at else None
    goes_by_post = locked.delivery == Delivery.POST or has_come_back(locked)
    if released is None or not goes_by_post or not released <= on <= timezone.localdate():
        raise NotByPost
    locked.posted_on = on
    locked.save(update_fields=["posted_on"])
    record(actor, DECISION_POSTED, subject=locked, case_id=locked.case_id)


def way_today(decision: Decision) -> Way:
    """How it would go out if it were released at this moment; for who has to decide that. Some queries."""
    return _way(decision, _written_to(decision))


def _who(actor: Actor, case: Case, named: StaffMembership | None) -> StaffMembership:
    """The person who acts: a member of staff, or whom a system of the office names, of the house and of today."""
    if not may_place_decisions(actor, case):
        raise NotPermitted(case.pk)
    wanted = (named.pk if named else None) if actor.is_system else actor.membership_id
    found = StaffMembership.objects.current().filter(pk=wanted).first() if wanted else None
    is_of_house = found is not None and case.jobcenter_id in {None, found.jobcenter_id}  # None: the clearing list
    if found is None or not is_of_house:
        raise NotPermitted(case.pk)
    return found


def _check(actor: Actor, decision: Decision) -> None:
    if not may_place_decisions(actor, decision.case):
        raise NotPermitted(decision.case_id)


def _check_person(case: Case, person: Person) -> None:
    if person.case_id != case.pk:
        raise NotPermitted(case.pk)


def _take_in(actor: Actor, case: Case, person: Person, upload: BinaryIO, name: str) -> Document:
    return receive_from_office(actor=actor, case=case, person=person, upload=upload, name=name, kinds=KINDS)


def _facts(letter: Letter) -> dict[str, object]:
    return {
        "person": letter.person,
        "title": letter.title,
        "dated_on": letter.dated_on,
        "instruction": letter.instruction,
        "cover": letter.cover,
        "is_abroad": letter.is_abroad,
        "by_post": ByPost.OFFICE if letter.is_by_post else "",
    }


def _written_to(decision: Decision) -> Addressees:
    return addressees(representing(decision.person_id, decision.case_id))


def _way(decision: Decision, written_to: Addressees) -> Way:
    recipients = recipients_of(decision.person, written_to.representatives)
    return way_for(recipients, is_by_post=decision.by_post == ByPost.OFFICE)


def _thread(decision: Decision) -> Thread:
    """A matter of its own; its name says no more than that something came."""
    return begin_thread(decision.person, topic=Topic.MONEY, subject=_("Bescheid oder Schreiben vom Jobcenter"))
