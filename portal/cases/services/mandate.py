"""A Vollmacht on paper (§ 13 SGB X) for an organisation: prepared, signed and uploaded, checked by staff."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone
from msgspec.structs import replace

from portal.accounts.models import Organisation
from portal.audit.services import record
from portal.cases.domain.clients import BEFORE_PAPER, PAPER_VALID_FOR, WITH_PAPER
from portal.cases.domain.invitation import Party, answer, locked_invitation
from portal.cases.enums import InvitationSide, InvitationStatus, PaperRefusal, Scope, StandingKind
from portal.cases.errors import GrantNotPossible, InvitationNotAnswerable, NotPermitted
from portal.cases.events import CASE_PREPARED, MANDATE_PREPARED, MANDATE_UPLOADED, STANDING_GRANTED
from portal.cases.models import Actor, Case, Invitation, Person, Standing
from portal.cases.permissions import may_offer_help, may_work_on
from portal.cases.selectors import standing_of_paper
from portal.cases.services.invitation import Ask, store_question
from portal.cases.services.proof import settle_proof
from portal.outbox.services import publish

REFUSED = "mandate.refused"
PROOF = "Vollmacht (§ 13 SGB X)"


@transaction.atomic
def prepare_mandate(*, actor: Actor, organisation: Organisation, ask: Ask) -> Invitation:
    """Prepare a case and a paper for a client without an account; returns the paper.

    Until the signed paper was uploaded the members may fill in and upload there (`BEFORE_PAPER`); nobody else knows of
    the case. Raises NotPermitted, GrantNotPossible and TooManyInvitations.
    """
    if not may_offer_help(actor, organisation):
        raise NotPermitted
    case = Case.objects.create()
    person = Person.objects.create(case=case, is_applicant=True)
    standing = Standing.objects.create(
        case=case,
        person=person,
        organisation=organisation,
        kind=StandingKind.ADVISER,
        scopes=sorted(BEFORE_PAPER),
        valid_to=ask.ends_at,
        known_as=ask.invitee_name,
        granted_by_user_id=actor.user_id,
    )
    record(actor, CASE_PREPARED, subject=case, case_id=case.pk)
    record(actor, STANDING_GRANTED, subject=standing, case_id=case.pk)
    return _store(actor, organisation, ask, case, person)


@transaction.atomic
def prepare_renewal(*, actor: Actor, standing: Standing, ask: Ask) -> Invitation:
    """Prepare a new paper for a client of the organisation; what holds goes on until it ends.

    Also after it has ended by date, not after somebody has ended it. An earlier paper that nobody has checked is
    withdrawn. Raises as `prepare_mandate`.
    """
    current = Standing.objects.select_for_update(of=("self",)).select_related("case", "person", "organisation")
    held = current.get(pk=standing.pk)
    if held.organisation is None or not may_offer_help(actor, held.organisation):
        raise NotPermitted(standing.pk)
    if held.revoked_at is not None:
        raise GrantNotPossible
    now = timezone.now()
    open_papers = Invitation.objects.filter(
        side=InvitationSide.PAPER, status=InvitationStatus.OPEN, case=held.case, organisation=held.organisation
    )
    for earlier in open_papers:
        withdrawn = InvitationStatus.WITHDRAWN
        answer(locked_invitation(earlier.pk), to=withdrawn, party=Party.ASKING, user_id=actor.user_id, at=now)
    return _store(actor, held.organisation, ask, held.case, held.person)


def _store(actor: Actor, organisation: Organisation, ask: Ask, case: Case, person: Person | None) -> Invitation:
    about = replace(ask, kind=StandingKind.ADVISER, organisation=organisation, bound_email="")
    sent = store_question(actor, about, valid_for=PAPER_VALID_FOR, side=InvitationSide.PAPER, case=case, person=person)
    record(actor, MANDATE_PREPARED, subject=sent.invitation, case_id=case.pk)
    return sent.invitation


@transaction.atomic
def add_paper(*, actor: Actor, paper: Invitation, document_id: UUID) -> None:
    """Note which document is the signed paper; a later one replaces it as long as nobody has checked it.

    From now on the members may send for a new client, too (`WITH_PAPER`); a renewal changes nothing yet. ``actor``: who
    has uploaded it (`actor_with_paper`). Raises NotPermitted, InvitationNotAnswerable for a paper that was checked or
    withdrawn, and GrantNotPossible when somebody has ended the standing.
    """
    current = locked_invitation(paper.pk)
    standing = standing_of_paper(current)
    if current.case_id is None or not actor.may(Scope.UPLOAD, current.case_id):
        raise NotPermitted(paper.pk)
    if current.status != InvitationStatus.OPEN:
        raise InvitationNotAnswerable(current.status)
    if standing is None:
        raise GrantNotPossible
    current.paper_document_id = document_id
    current.save(update_fields=["paper_document_id"])
    if _is_new(standing):
        standing.scopes = sorted({*standing.scopes, *(scope for scope in WITH_PAPER if scope in current.scopes)})
        standing.save(update_fields=["scopes"])
    record(actor, MANDATE_UPLOADED, subject=current, case_id=current.case_id)


@transaction.atomic
def check_paper(*, actor: Actor, paper: Invitation, refusal: PaperRefusal | None) -> Invitation:
    """Staff say that the signed paper fits, or why not; returns the paper.

    Yes: the standing allows what stands on the paper, until the day on it. No: a new client's standing falls back to
    what it was before the paper; a renewal leaves everything as it is. Publishes ``standing.checked`` or
    ``mandate.refused``. Raises NotPermitted, InvitationNotAnswerable when somebody was faster, GrantNotPossible when
    it was ended or the day has passed.
    """
    current = locked_invitation(paper.pk)
    if current.case is None or not may_work_on(actor, current.case):
        raise NotPermitted(paper.pk)
    if current.status != InvitationStatus.OPEN or current.paper_document_id is None:
        raise InvitationNotAnswerable(current.status)
    standing = standing_of_paper(current)
    if standing is None:
        raise GrantNotPossible
    before = BEFORE_PAPER if _is_new(standing) else standing.scopes
    settle_proof(
        actor=actor,
        standing=standing,
        accepted=refusal is None,
        scopes=[Scope(scope) for scope in (current.scopes if refusal is None else before)],
        proof=PROOF,
        document_id=current.paper_document_id,
        ends_at=current.grant_ends_at,
    )
    to = InvitationStatus.ACCEPTED if refusal is None else InvitationStatus.DECLINED
    answer(current, to=to, party=Party.ASKED, user_id=actor.user_id, at=timezone.now())
    if refusal is not None:
        current.refusal = refusal
        current.save(update_fields=["refusal"])
        publish(REFUSED, current.pk)
    return current


def _is_new(standing: Standing) -> bool:
    """Whether it rests on nothing yet: no checked paper, no yes in the portal, and the person has no account."""
    has_said_yes = Invitation.objects.filter(standing=standing).exists()
    has_account = standing.person is not None and standing.person.user_id is not None
    return standing.proof_checked_at is None and not has_said_yes and not has_account
