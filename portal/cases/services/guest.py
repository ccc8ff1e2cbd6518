"""Without an account: begin, go on with a code on any device, get a new code, and take everything into an account.

Every code has a standing of its own. A new code ends the standings of all older ones, so that whoever has come in by
one of them is out at once, on every device. Who has begun without seeing a code gets one more when it is time to show
one (`add_code`): nothing ends then, for nobody else can have had one.
"""

from uuid import UUID

from django.db import models, transaction
from django.utils import timezone

from portal.accounts.models import User
from portal.audit.services import record
from portal.cases import events
from portal.cases.domain.guest_code import code_candidates, code_index, new_code
from portal.cases.domain.lifecycle import locked
from portal.cases.enums import ALL_SCOPES, Role, StandingKind
from portal.cases.errors import AccountInThisCase, CodeNotValid, NotPermitted
from portal.cases.models import Actor, Case, Person, Standing, system_actor
from portal.cases.permissions import may_name_person
from portal.cases.selectors import guest_actor, standings_to_act
from portal.discreet import Discreet

PURPOSE = "guest_access"


class GuestAccess(Discreet, frozen=True, kw_only=True):
    """A standing and the code that opens it. The code exists here, and then on paper only."""

    standing: Standing
    code: str


@transaction.atomic
def begin_as_guest() -> GuestAccess:
    """Make a prospective case with a person without an account, and the code for it. Anybody may."""
    case = Case.objects.create()
    person = Person.objects.create(case=case, is_applicant=True)
    access = _new_access(case, person)
    actor = guest_actor(access.standing, purpose=PURPOSE)
    record(actor, events.CASE_PREPARED, subject=case, case_id=case.pk)
    record(actor, events.STANDING_GRANTED, subject=access.standing, case_id=case.pk)
    return access


@transaction.atomic
def resume_as_guest(*, code: str) -> Standing:
    """Return the standing that this normalised code opens. Raises CodeNotValid for unknown and ended ones alike."""
    held = Standing.objects.guests().valid_at(timezone.now()).filter(guest_key_hash__in=code_candidates(code)).first()
    if held is None:
        raise CodeNotValid
    record(guest_actor(held, purpose=PURPOSE), events.GUEST_RESUMED, subject=held, case_id=held.case_id)
    return held


@transaction.atomic
def refuse_code() -> None:
    """Note that somebody entered a code that opens nothing. Names nobody."""
    record(system_actor("cases.guest"), events.GUEST_CODE_REFUSED)


@transaction.atomic
def add_code(*, actor: Actor) -> GuestAccess:
    """Give the guest one more code; what is open stays open, and codes that were shown before stay good.

    For the answer that shows it: pressed twice, whichever page the browser keeps holds a code that opens. Raises
    NotPermitted for everybody else.
    """
    old, person = _locked_for_a_code(actor)
    access = _new_access(old.case, person, like=old)
    record(actor, events.STANDING_GRANTED, subject=access.standing, case_id=old.case_id)
    return access


@transaction.atomic
def renew_code(*, actor: Actor) -> GuestAccess:
    """Give the guest a new code; all older ones end, and with them every session that came in by one.

    Until when the case is open to a code stays as it is. Raises NotPermitted for everybody else, and when the code has
    just been renewed or the case joined to an account elsewhere.
    """
    old, person = _locked_for_a_code(actor)
    access = _new_access(old.case, person, like=old)
    older = Standing.objects.guests().valid_at(timezone.now()).filter(person=person)
    older.exclude(pk=access.standing.pk).update(revoked_at=timezone.now())
    record(actor, events.GUEST_CODE_RENEWED, subject=access.standing, case_id=old.case_id)
    return access


@transaction.atomic
def join_account(*, actor: Actor, code: str) -> Case:
    """Take what this normalised code opens into the account of the actor, who is signed in; returns the case.

    Drafts, submissions, documents and postbox hang on case and person and are there afterwards, beside what the account
    had before. The code ends. Entering it again with the same account is the same as once. Raises CodeNotValid,
    AccountInThisCase, and NotPermitted for who is not signed in for themselves.
    """
    rows = Standing.objects.own().filter(guest_key_hash__in=code_candidates(code))
    return _join(actor, _locked_first(rows))


@transaction.atomic
def join_account_of_guest(*, actor: Actor, standing_id: UUID) -> Case:
    """The same for somebody who has made the account from within the guest's session. Raises as `join_account`."""
    rows = Standing.objects.own().exclude(guest_key_hash="").filter(pk=standing_id)
    return _join(actor, _locked_first(rows))


@transaction.atomic
def keep_contact_address(*, actor: Actor, case: Case, person: Person, email: str) -> None:
    """Keep where notices without contents go, for a person without an account; an empty text: nowhere any more.

    Raises NotPermitted.
    """
    if not may_name_person(actor, case) or person.case_id != case.pk:
        raise NotPermitted(case.pk)
    if person.user_id is None and (person.contact_email or "") != email:
        person.contact_email = email or None
        person.save(update_fields=["contact_email"])


def _join(actor: Actor, standing: Standing | None) -> Case:
    if actor.user_id is None or actor.acting_for is not None or not actor.is_citizen:
        raise NotPermitted
    if standing is None or standing.person_id is None:
        raise CodeNotValid
    person = Person.objects.select_for_update(no_key=True).get(pk=standing.person_id)
    if person.user_id == actor.user_id:
        return standing.case
    if person.user_id is not None or not Standing.objects.valid_at(timezone.now()).filter(pk=standing.pk).exists():
        raise CodeNotValid
    user = User.objects.get(pk=actor.user_id)
    _require_stranger_to(standing.case, user)
    person.user = user
    person.contact_email = None  # from now on the account's
    person.save(update_fields=["user", "contact_email"])
    _end(standing)
    own = Standing.objects.create(
        case=standing.case,
        person=person,
        user=user,
        kind=StandingKind.OWN,
        scopes=standing.scopes,
        granted_by_user=user,
    )
    record(actor, events.GUEST_JOINED, subject=standing, case_id=standing.case_id)
    record(actor, events.STANDING_GRANTED, subject=own, case_id=standing.case_id)
    return standing.case


def _require_stranger_to(case: Case, user: User) -> None:
    is_there = Person.objects.filter(case=case, user=user).exists()
    if is_there or standings_to_act(user).filter(case=case).exists():
        raise AccountInThisCase(case.pk)


def _locked_for_a_code(actor: Actor) -> tuple[Standing, Person]:
    for case in Case.objects.filter(pk__in=actor.case_ids):
        locked(case)  # sending prolongs the codes that are there: one after the other, case before standing
    held = _locked_standing_of(actor)
    if held is None or held.person is None:
        raise NotPermitted
    return held, held.person


def _new_access(case: Case, person: Person, *, like: Standing | None = None) -> GuestAccess:
    code = new_code()
    standing = Standing.objects.create(
        case=case,
        person=person,
        guest_key_hash=code_index(code),
        kind=StandingKind.OWN,
        scopes=like.scopes if like else sorted(ALL_SCOPES),
        valid_to=like.valid_to if like else None,
    )
    return GuestAccess(standing=standing, code=code)


def _locked_standing_of(actor: Actor) -> Standing | None:
    if actor.role is not Role.GUEST or actor.key is None:
        return None
    rows = Standing.objects.guests().valid_at(timezone.now()).filter(pk=actor.key)
    return _locked_first(rows)


def _locked_first(rows: models.QuerySet[Standing]) -> Standing | None:
    """The row, once whoever changes it at this moment is done; what it was asked for must still be so then."""
    return rows.select_for_update(of=("self",)).select_related("case", "person").first()


def _end(standing: Standing) -> None:
    standing.revoked_at = timezone.now()
    standing.save(update_fields=["revoked_at"])
