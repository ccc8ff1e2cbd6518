import datetime

import pytest
import time_machine

from portal.cases.domain.guest_access import prolong_after_sending
from tests.factories.accounts import UserFactory
from tests.factories.cases import StandingFactory

pytestmark = pytest.mark.django_db

NOW = datetime.datetime(2026, 11, 26, 12, tzinfo=datetime.UTC)
IN_A_YEAR = datetime.datetime(2027, 11, 26, 12, tzinfo=datetime.UTC)


@time_machine.travel(NOW, tick=False)
def test_code_opens_the_case_for_a_year_after_sending():
    standing = StandingFactory(guest=True)
    assert prolong_after_sending(standing.case) == IN_A_YEAR
    standing.refresh_from_db()
    assert standing.valid_to == IN_A_YEAR


@time_machine.travel(NOW, tick=False)
def test_sending_does_not_bring_an_ended_code_back():
    ended = StandingFactory(guest=True, valid_to=NOW - datetime.timedelta(days=1))
    prolong_after_sending(ended.case)
    ended.refresh_from_db()
    assert ended.valid_to == NOW - datetime.timedelta(days=1)


def test_sending_changes_nothing_for_accounts_and_other_cases():
    own, helper, other = StandingFactory(), StandingFactory(helper=True), StandingFactory(guest=True)
    for standing in (own, helper):
        prolong_after_sending(standing.case)
    for standing in (own, helper, other):
        standing.refresh_from_db()
        assert standing.valid_to is None


def test_code_of_a_person_with_an_account_is_not_prolonged():
    standing = StandingFactory(guest=True)
    standing.person.user = UserFactory()
    standing.person.save()
    prolong_after_sending(standing.case)
    standing.refresh_from_db()
    assert standing.valid_to is None
