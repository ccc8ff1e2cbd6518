import datetime

import pytest

from applications.claim.changes import Told
from applications.claim.model import BankAccount, Housing
from applications.selectors.told import told_before
from tests.factories.cases import CaseFactory
from tests.factories.claims import build_claim
from tests.factories.submissions import RECEIVED_AT
from tests.factories.triage import ApplicationFactory

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


def hand_in(case, iban, after=0):
    claim = build_claim(bank=BankAccount(iban=iban), housing=Housing(street="Weg 1", postcode="00115"))
    return ApplicationFactory(case=case, claim=claim, received_at=RECEIVED_AT + after * DAY)


def test_latest_word_before_the_moment_counts():
    case = CaseFactory()
    hand_in(case, "DE1")
    hand_in(case, "DE2", after=1)
    last = hand_in(case, "DE3", after=2)

    assert told_before(case.pk, before=last.received_at).iban == "de2"
    assert told_before(case.pk).iban == "de3"


def test_other_cases_do_not_count():
    hand_in(CaseFactory(), "DE1")

    assert told_before(CaseFactory().pk) == Told()


def test_what_cannot_be_read_is_passed_over():
    case = CaseFactory()
    hand_in(case, "DE1")
    unreadable = hand_in(case, "DE2", after=1).submission
    unreadable.data = {"schema_version": 99}
    unreadable.save(update_fields=["data"])

    assert told_before(case.pk).iban == "de1"


@pytest.mark.parametrize("number", [1, 6])
def test_it_takes_one_query(number, django_assert_num_queries):
    case = CaseFactory()
    for day in range(number):
        hand_in(case, None, after=day)

    with django_assert_num_queries(1):
        told_before(case.pk)
