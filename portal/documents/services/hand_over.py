"""Photos taken with a phone for a form that is open on a computer."""

from typing import BinaryIO
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from portal.audit.services import record
from portal.cases.enums import Role, Scope
from portal.cases.models import ActingFor, Actor, Case, Person
from portal.cases.permissions import is_own_post
from portal.documents import events
from portal.documents.domain.hand_over_code import VALID, index_of, new_code
from portal.documents.errors import HandOverClosed, NotAllowed
from portal.documents.models import Document, HandOver
from portal.documents.permissions import may_upload
from portal.documents.services.receiving import receive_document


@transaction.atomic
def open_hand_over(  # noqa: PLR0913 -- as receive_document
    *,
    actor: Actor,
    case: Case,
    person: Person | None,
    title: str,
    place: str,
    back: str,
    evidence_code: str = "",
    evidence_person: str = "",
    is_restricted: bool = False,
) -> HandOver:
    """Make the page for the phone: for half an hour, for this item only; an open one for the same ``place`` ends.

    ``title`` is shown on the phone, ``back`` is the address of the page that asks. Raises NotAllowed.
    """
    if not may_upload(actor, case.pk, person):
        raise NotAllowed
    now = timezone.now()
    HandOver.objects.filter(case=case, place=place, expires_at__gt=now).update(expires_at=now)
    code = new_code()
    hand_over = HandOver.objects.create(
        code_index=index_of(code),
        code=code,
        case=case,
        person=person,
        title=title,
        place=place,
        back=back,
        evidence_code=evidence_code,
        evidence_person=evidence_person,
        is_restricted=is_restricted,
        is_own_post=is_own_post(actor, person),
        opened_by_role=actor.role,
        opened_by_standing_id=actor.acting_standing_id,
        expires_at=now + VALID,
    )
    record(actor, events.HAND_OVER_OPENED, subject=hand_over, case_id=case.pk)
    return hand_over


def receive_from_phone(*, hand_over: HandOver, upload: BinaryIO, name: str) -> Document:
    """Take in a photo in the name of who opened the page. Raises HandOverClosed, UploadRefused."""
    if not hand_over.is_open:
        raise HandOverClosed
    document = receive_document(
        actor=_phone(hand_over),
        case=hand_over.case,
        person=hand_over.person,
        upload=upload,
        name=name,
        evidence_code=hand_over.evidence_code,
        evidence_person=hand_over.evidence_person,
        is_restricted=hand_over.is_restricted,
        hand_over=hand_over,
    )
    HandOver.objects.filter(pk=hand_over.pk, expires_at__gt=timezone.now()).update(expires_at=timezone.now() + VALID)
    return document


def close_hand_over(*, actor: Actor, hand_over_id: UUID) -> None:
    """End it now; what has arrived stays. Raises NotAllowed."""
    hand_over = HandOver.objects.select_related("person").get(pk=hand_over_id)
    if not may_upload(actor, hand_over.case_id, hand_over.person):
        raise NotAllowed
    HandOver.objects.filter(pk=hand_over.pk, expires_at__gt=timezone.now()).update(expires_at=timezone.now())


def _phone(hand_over: HandOver) -> Actor:
    """Whoever holds the phone: may upload to this case in the name of who opened the page, and nothing else."""
    standing_id = hand_over.opened_by_standing_id
    acting = None
    if standing_id is not None:
        acting = ActingFor(case_id=hand_over.case_id, person_id=hand_over.person_id, standing_id=standing_id)
    return Actor(
        role=Role(hand_over.opened_by_role),
        key=f"hand_over:{hand_over.pk}",
        acting_for=acting,
        scopes={hand_over.case_id: frozenset({Scope.UPLOAD})},
        purpose="phone",
    )
