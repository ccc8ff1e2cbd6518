import pytest

from mailbox.enums import AnswerKind
from mailbox.selectors import open_requests, requests_visible_to
from tests.factories.accounts import StaffMembershipFactory
from tests.factories.cases import StandingFactory, claimant_actor, helper_actor, staff_actor
from tests.factories.evidence import LEASE, STATEMENTS, asked, drafted

pytestmark = pytest.mark.django_db


def test_request_is_seen_by_who_reads_the_postbox_of_the_case():
    found = asked()
    reader = helper_actor(StandingFactory(helper=True, person=found.person, scopes=["read_postbox"]))
    uploader = helper_actor(StandingFactory(helper=True, person=found.person, scopes=["upload"]))
    stranger = claimant_actor(asked().request.case)

    seen = [found.request in requests_visible_to(actor) for actor in (found.claimant, reader, uploader, stranger)]
    assert seen == [True, True, False, False]
    assert found.request not in requests_visible_to(staff_actor(StaffMembershipFactory()))


def test_open_requests_say_how_much_is_missing_in_one_query(django_assert_num_queries):
    found = asked(STATEMENTS, LEASE)
    hint = asked(LEASE, case=found.request.case, is_hint=True)
    drafted(LEASE, case=found.request.case)
    found.answer(1, AnswerKind.BY_POST)

    with django_assert_num_queries(1):
        listed = open_requests(found.claimant)

    assert [(each.id, each.missing, each.announced, each.is_hint) for each in listed] == [
        (found.request.pk, 1, 1, False),
        (hint.request.pk, 1, 0, True),
    ]


def test_what_is_answered_is_not_open():
    found = asked(LEASE)
    found.answer(1)

    assert open_requests(found.claimant) == []
