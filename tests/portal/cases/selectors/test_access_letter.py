import datetime

import pytest
from django.utils import timezone

from portal.accounts.enums import StaffRole
from portal.cases.domain.access_code import code_candidates
from portal.cases.selectors import (
    letter_by_index,
    letter_in_hand,
    persons_with_access,
    recent_letters,
    works_for_a_jobcenter,
)
from tests.factories.accounts import StaffMembershipFactory, UserFactory
from tests.factories.cases import LETTER_CODE, AccessLetterFactory, PersonFactory, claimant_actor, staff_actor

pytestmark = pytest.mark.django_db


@pytest.fixture
def letter():
    return AccessLetterFactory()


def leader(letter):
    return staff_actor(StaffMembershipFactory(jobcenter=letter.case.jobcenter, role=StaffRole.TEAM_LEAD))


def test_lead_sees_letters_of_the_own_house_only(letter):
    AccessLetterFactory(code="2222333344445555")

    assert list(recent_letters(leader(letter))) == [letter]


def test_caseworkers_and_citizens_have_no_list(letter):
    caseworker = StaffMembershipFactory(jobcenter=letter.case.jobcenter)

    assert not recent_letters(staff_actor(caseworker)).exists()
    assert not recent_letters(claimant_actor(letter.case)).exists()


def test_letters_stay_on_the_list_for_30_days(letter):
    now = timezone.now()
    old = AccessLetterFactory(
        code="2222333344445555",
        person=PersonFactory(member=True, case=letter.case),
        printed_at=now - datetime.timedelta(days=31),
        expires_at=now - datetime.timedelta(days=17),
    )

    assert old not in recent_letters(leader(letter))


@pytest.mark.parametrize("number", [1, 12])
def test_list_takes_one_query(number, letter, django_assert_num_queries):
    for index in range(number):
        AccessLetterFactory(code=f"BCDF2345{index:08}", person=PersonFactory(member=True, case=letter.case))
    actor = leader(letter)

    with django_assert_num_queries(1):
        assert len([(each.person.name, each.printed_by.team) for each in recent_letters(actor)]) == number + 1


def test_code_leads_to_its_letter(letter):
    assert letter_by_index(code_candidates(LETTER_CODE)) == letter
    assert letter_by_index(code_candidates("2222333344445555")) is None


def test_letter_in_hand_is_there_until_its_last_moment(letter, time_machine):
    time_machine.move_to(letter.expires_at - datetime.timedelta(seconds=1), tick=False)
    assert letter_in_hand(letter.pk) == letter

    time_machine.move_to(letter.expires_at, tick=False)
    assert letter_in_hand(letter.pk) is None


def test_former_staff_count_as_staff():
    assert works_for_a_jobcenter(StaffMembershipFactory(ended=True, user__is_staff=False).user)
    assert works_for_a_jobcenter(UserFactory(is_staff=True))
    assert not works_for_a_jobcenter(UserFactory())


def test_persons_of_a_foreign_case_are_not_there(letter):
    PersonFactory(member=True, case=letter.case)
    foreign = staff_actor(StaffMembershipFactory())

    assert persons_with_access(leader(letter), letter.case_id).count() == 2
    assert not persons_with_access(foreign, letter.case_id).exists()
