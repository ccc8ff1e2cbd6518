import uuid

import pytest
from django.utils import timezone

from portal.cases.enums import Role, Scope
from portal.cases.models import ActingFor, Actor, Person, system_actor
from portal.cases.permissions import has_own_post, is_own_post, stands_for

CASE, MEMBER = uuid.uuid4(), uuid.uuid4()
OWN_PART = {CASE: frozenset({Scope.OWN_PART})}
ONESELF = Actor(role=Role.MEMBER, user_id=MEMBER, scopes=OWN_PART)
APPLICANT = Actor(role=Role.CLAIMANT, user_id=uuid.uuid4(), scopes={CASE: frozenset(Scope) - {Scope.OWN_PART}})
WORKER = Actor(role=Role.CASEWORKER, user_id=uuid.uuid4(), membership_id=uuid.uuid4())


def person(**facts):
    return Person(**{"case_id": CASE, "user_id": MEMBER, "wants_own_post_since": timezone.now()} | facts)


def acting(who, *, by_right=True):
    held = ActingFor(case_id=CASE, person_id=who.pk, standing_id=uuid.uuid4(), is_by_right=by_right)
    return Actor(role=Role.REPRESENTATIVE, user_id=MEMBER, acting_for=held, scopes={CASE: frozenset({Scope.SEND})})


@pytest.mark.parametrize(
    ("facts", "has"),
    [
        ({}, True),
        ({"wants_own_post_since": None}, False),
        ({"is_applicant": True}, False),
        ({"user_id": uuid.uuid4()}, False),
        ({"case_id": uuid.uuid4()}, False),
    ],
)
def test_member_who_wants_it_has_own_post_for_oneself(facts, has):
    assert has_own_post(ONESELF, person(**facts)) is has


def test_nobody_has_the_own_post_of_another():
    theirs = person()

    assert [has_own_post(actor, theirs) for actor in (APPLICANT, WORKER, system_actor("test"), acting(theirs))] == (
        [False] * 4
    )


def test_who_represents_by_right_stands_for_that_person_alone():
    theirs = person()

    assert stands_for(acting(theirs), theirs)
    assert not stands_for(acting(theirs, by_right=False), theirs)
    assert not stands_for(acting(person()), theirs)


def test_own_post_is_what_comes_from_the_member_who_represents_them_or_the_office():
    theirs = person()
    actors = (ONESELF, acting(theirs), WORKER, system_actor("test"), APPLICANT, acting(theirs, by_right=False))

    assert [is_own_post(actor, theirs) for actor in actors] == [True, True, True, True, False, False]
    assert not is_own_post(WORKER, person(wants_own_post_since=None))
    assert not is_own_post(WORKER, None)
