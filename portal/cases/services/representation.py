"""Record who represents a person by right, check the proof, move the end. Staff only (§ 13 SGB X, §§ 1814 ff. BGB)."""

import datetime
from collections.abc import Collection
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from portal.accounts.models import User
from portal.audit.services import record
from portal.cases.domain.representation import Proof, scopes_for
from portal.cases.enums import GuardianTask, StandingKind
from portal.cases.errors import GrantNotPossible, NotPermitted
from portal.cases.events import STANDING_END_CHANGED
from portal.cases.models import Actor, Person, Standing
from portal.cases.permissions import may_record_representation
from portal.cases.selectors.representation import REPRESENTS
from portal.cases.services.proof import settle_proof
from portal.cases.services.standing import Grant, grant_standing
from portal.discreet import Discreet
from portal.outbox.services import publish

END_CHANGED = "standing.end_changed"


class Representation(Discreet, frozen=True, kw_only=True):
    """What staff note down. ``holder_name``: as on the paper. ``tasks`` and ``has_reservation``: of guardians.

    ``proof`` None: nobody has shown one yet. ``has_agreed``: the person has said so here, which lets somebody without
    a proof fill in, send and read the postbox; it means nothing once a proof was checked.
    """

    kind: StandingKind
    holder: User
    holder_name: str
    tasks: Collection[GuardianTask] = ()
    has_reservation: bool = False
    starts_at: datetime.datetime | None = None
    ends_at: datetime.datetime | None = None
    proof: Proof | None = None
    proof_document_id: UUID | None = None
    has_agreed: bool = False


@transaction.atomic
def record_representation(*, actor: Actor, person: Person, representation: Representation) -> Standing:
    """Store who represents ``person``; with a proof it is checked at once. Returns the standing.

    Publishes ``standing.granted``, and ``standing.checked`` with a proof. Raises NotPermitted, and GrantNotPossible for
    another kind, a guardian without tasks, a blocked account, the person itself, an end before the beginning, and when
    the same account represents the person in this way already.
    """
    if not may_record_representation(actor, person.case):
        raise NotPermitted(person.case_id)
    if not _is_possible(person, representation):
        raise GrantNotPossible
    is_guardian = representation.kind == StandingKind.GUARDIAN
    tasks = representation.tasks if is_guardian else ()
    grant = Grant(
        kind=representation.kind,
        holder=representation.holder,
        scopes=scopes_for(representation.kind, tasks, is_checked=False, has_agreed=representation.has_agreed),
        starts_at=representation.starts_at,
        ends_at=representation.ends_at,
        holder_name=representation.holder_name,
        tasks=tasks,
        has_reservation=representation.has_reservation and is_guardian,
    )
    standing = grant_standing(actor=actor, case=person.case, person=person, grant=grant)
    if representation.proof is None:
        return standing
    return check_proof(
        actor=actor, standing=standing, proof=representation.proof, document_id=representation.proof_document_id
    )


def _is_possible(person: Person, wanted: Representation) -> bool:
    if wanted.kind not in REPRESENTS or not wanted.holder.is_active or wanted.holder.pk == person.user_id:
        return False
    if wanted.kind == StandingKind.GUARDIAN and not wanted.tasks:
        return False
    known = Standing.objects.filter(case_id=person.case_id, person=person, user=wanted.holder, kind=wanted.kind)
    return not known.valid_at(timezone.now()).exists()


@transaction.atomic
def check_proof(*, actor: Actor, standing: Standing, proof: Proof, document_id: UUID | None = None) -> Standing:
    """Note that the actor has seen the proof; from then on the right holds in full, and letters go to the holder.

    A later check replaces an earlier one. ``document_id``: the paper, among the documents of the case. Publishes
    ``standing.checked``. Raises NotPermitted, and GrantNotPossible for what has ended.
    """
    current = _locked(actor, standing)
    scopes = scopes_for(current.kind, current.tasks, is_checked=True)
    return settle_proof(
        actor=actor, standing=current, accepted=True, scopes=scopes, proof=proof.as_text(), document_id=document_id
    )


@transaction.atomic
def change_end(*, actor: Actor, standing: Standing, ends_at: datetime.datetime | None) -> Standing:
    """Let it hold until ``ends_at``, or until it is ended; also after it has run out, for an order that was renewed.

    The portal warns again before the new end. Publishes ``standing.end_changed``. Raises NotPermitted, and
    GrantNotPossible for what somebody has ended, an end in the past or before the beginning.
    """
    current = _locked(actor, standing)
    now = timezone.now()
    if current.revoked_at is not None or (ends_at is not None and ends_at <= max(now, current.valid_from)):
        raise GrantNotPossible
    current.valid_to = ends_at
    current.reminded_at = None
    current.save(update_fields=["valid_to", "reminded_at"])
    record(actor, STANDING_END_CHANGED, subject=current, case_id=current.case_id)
    publish(END_CHANGED, current.pk)
    return current


def _locked(actor: Actor, standing: Standing) -> Standing:
    current = Standing.objects.select_for_update(of=("self",)).select_related("case").get(pk=standing.pk)
    if current.kind not in REPRESENTS or not may_record_representation(actor, current.case):
        raise NotPermitted(standing.pk)
    return current
