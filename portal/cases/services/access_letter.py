"""Print a letter that opens an account, present it, use it."""

import datetime
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from msgspec import Struct

from portal.accounts.models import User
from portal.accounts.services import open_account, renew_access
from portal.audit.services import record
from portal.cases.domain.access_code import (
    birth_date_index,
    code_candidates,
    code_index,
    group_code,
    is_birth_date,
    new_code,
)
from portal.cases.domain.access_letter import VALID_FOR, count_wrong_date, end_letter, locked_letter
from portal.cases.enums import ALL_SCOPES, MEMBER_SCOPES, IdentityDocument, LetterStatus, StandingKind
from portal.cases.errors import LetterNotPossible, LetterNotValid, NotPermitted
from portal.cases.events import LETTER_PRINTED, LETTER_REFUSED, LETTER_USED, LETTER_WITHDRAWN, STANDING_GRANTED
from portal.cases.models import AccessLetter, Actor, Person, Standing, system_actor
from portal.cases.permissions import may_print_letter
from portal.cases.selectors import actor_for_user, letter_by_index, works_for_a_jobcenter
from portal.outbox.services import publish

PURPOSE = "access_letter"


class PrintedLetter(Struct, frozen=True):
    """A letter and its code. The code exists here and on the paper, nowhere else."""

    letter: AccessLetter
    code: str

    @property
    def grouped_code(self) -> str:
        """As it stands on the paper."""
        return group_code(self.code)


@transaction.atomic
def print_letter(
    *, actor: Actor, person: Person, identity_document: IdentityDocument, birth_date: datetime.date
) -> PrintedLetter:
    """Return a new letter for the person; the older ones of the person and of the same account end.

    ``birth_date`` is the one on the ID. The person is told (``access_letter.printed``). Raises NotPermitted, and
    LetterNotPossible for accounts of staff and blocked ones.
    """
    if not may_print_letter(actor, person) or actor.membership_id is None:
        raise NotPermitted(person.case_id)
    _require_possible(person.user)
    Person.objects.select_for_update(no_key=True).get(pk=person.pk)  # two at the same moment: one after the other
    now, letter_id, code = timezone.now(), uuid4(), new_code()
    _end_older(person, now)
    letter = AccessLetter.objects.create(
        pk=letter_id,
        case=person.case,
        person=person,
        code_index=code_index(code),
        birth_date_index=birth_date_index(letter_id, birth_date),
        identity_document=identity_document,
        printed_by_id=actor.membership_id,
        printed_at=now,
        expires_at=now + VALID_FOR,
    )
    record(actor, LETTER_PRINTED, subject=letter, case_id=letter.case_id)
    publish("access_letter.printed", letter.pk)
    return PrintedLetter(letter, code)


@transaction.atomic
def present_letter(*, code: str, birth_date: datetime.date) -> AccessLetter | None:
    """Return the usable letter with this code for somebody born that day; None for every reason why there is none.

    ``code`` is normalised. A wrong date with a right code is recorded and counted; the fifth ends the letter.
    """
    found = letter_by_index(code_candidates(code))
    if found is None:
        return None
    letter, now = locked_letter(found), timezone.now()
    if not letter.is_usable(now):
        return None
    if is_birth_date(letter.pk, birth_date, letter.birth_date_index):
        return letter
    count_wrong_date(letter=letter, at=now)
    record(system_actor(PURPOSE), LETTER_REFUSED, subject=letter, case_id=letter.case_id)
    return None


@transaction.atomic
def use_letter(*, letter_id: UUID, email: str, password: str) -> User:
    """Open the account of the letter's person with this address, which is confirmed, and this password; return it.

    Without an account a new one is made and joined to the person: the applicant gets the case, another adult sees
    the own part. The letter is used up and the person is told, at the former address, too (``access_letter.used``).
    Raises LetterNotValid and AddressTaken.
    """
    letter = AccessLetter.objects.select_for_update(no_key=True).filter(pk=letter_id).first()
    now = timezone.now()
    if letter is None or not letter.is_usable(now):
        raise LetterNotValid(letter_id)
    person = (
        Person.objects.select_for_update(no_key=True, of=("self",))
        .select_related("user", "case")
        .get(pk=letter.person_id)
    )
    try:
        _require_possible(person.user)
    except LetterNotPossible:
        raise LetterNotValid(letter_id) from None
    if person.user is None:
        user = _join_new_account(person, email, password)
    else:
        user, former = person.user, person.user.email
        renew_access(user=user, email=email, password=password)
        letter.former_email = former if former != user.email else None
        letter.save(update_fields=["former_email"])
    end_letter(letter=letter, to=LetterStatus.USED, at=now)
    record(actor_for_user(user, purpose=PURPOSE), LETTER_USED, subject=letter, case_id=letter.case_id)
    publish("access_letter.used", letter.pk)
    return user


@transaction.atomic
def withdraw_letter(*, actor: Actor, letter: AccessLetter) -> None:
    """End a letter that got lost or should not have been printed. Raises NotPermitted and LetterNotValid."""
    if not may_print_letter(actor, letter.person):
        raise NotPermitted(letter.case_id)
    end_letter(letter=locked_letter(letter), to=LetterStatus.WITHDRAWN, at=timezone.now())
    record(actor, LETTER_WITHDRAWN, subject=letter, case_id=letter.case_id)


def forget_former_email(letter: AccessLetter) -> None:
    """Remove the address that is only kept until its owner was told."""
    if letter.former_email:
        letter.former_email = None
        letter.save(update_fields=["former_email"])


def _require_possible(user: User | None) -> None:
    if user is not None and (not user.is_active or works_for_a_jobcenter(user)):
        raise LetterNotPossible(user.pk)


def _end_older(person: Person, at: datetime.datetime) -> None:
    of_person = Q(person=person)
    if person.user_id is not None:
        of_person |= Q(person__user_id=person.user_id)
    older = AccessLetter.objects.select_for_update(no_key=True, of=("self",)).filter(of_person)
    for letter in older.filter(status=LetterStatus.VALID):
        end_letter(letter=letter, to=LetterStatus.REPLACED, at=at)


def _join_new_account(person: Person, email: str, password: str) -> User:
    user = open_account(email=email, password=password)
    person.user = user
    person.save(update_fields=["user"])
    kind, scopes = (StandingKind.OWN, ALL_SCOPES) if person.is_applicant else (StandingKind.MEMBER, MEMBER_SCOPES)
    standing = Standing.objects.create(
        case=person.case, person=person, user=user, kind=kind, scopes=sorted(scopes), granted_by_user=user
    )
    record(actor_for_user(user, purpose=PURPOSE), STANDING_GRANTED, subject=standing, case_id=person.case_id)
    return user
