import pytest

from portal.notices.domain.recipient import account, guest, recipient_of
from portal.notices.enums import Channel, Template
from portal.notices.models import Dispatch
from tests.factories.accounts import UserFactory
from tests.factories.cases import PersonFactory
from tests.factories.consents import ConsentFactory, NoticeSettingsFactory, agreeing

pytestmark = pytest.mark.django_db


def ways(user, template=Template.NEW_MESSAGE):
    return account(user).channels(template)


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        (Template.NEW_MESSAGE, []),
        (Template.NEW_MESSAGE_FOR_ANOTHER, []),
        (Template.HELPING_NEWS, [Channel.EMAIL]),  # what one may do for others is one's own access
    ],
)
def test_news_need_a_consent(template, expected):
    user = UserFactory()
    assert ways(user, template) == expected
    assert ways(agreeing(user), template) == [Channel.EMAIL]


def test_consent_to_something_else_is_none():
    assert ways(ConsentFactory(decisions=True).user) == []


@pytest.mark.parametrize("template", [Template.NEW_MESSAGE, Template.HELPING_NEWS])
def test_who_wants_to_be_left_alone_is(template):
    user = NoticeSettingsFactory(user=agreeing(UserFactory()), is_discreet=True).user
    assert ways(user, template) == []


def test_blocked_account_hears_nothing():
    assert ways(agreeing(UserFactory(blocked=True))) == []


def test_address_that_was_never_confirmed_is_not_used():
    assert ways(agreeing(UserFactory(verified=False))) == []


@pytest.mark.parametrize(
    ("fields", "template", "expected"),
    [
        ({"contact_email": "oma@example.org"}, Template.NEW_MESSAGE_GUEST, [Channel.EMAIL]),
        ({"contact_email": None}, Template.NEW_MESSAGE_GUEST, []),
        ({"contact_email": "oma@example.org"}, Template.HELPING_NEWS, []),
    ],
)
def test_guest_hears_at_the_address_from_the_form(fields, template, expected):
    assert guest(PersonFactory(user=None, **fields)).channels(template) == expected


def test_dispatch_of_a_closed_account_is_for_nobody():
    assert recipient_of(Dispatch()) is None


def test_ways_are_found_in_few_queries(django_assert_num_queries):
    user = agreeing(UserFactory())
    found = account(user)
    with django_assert_num_queries(3):
        found.channels(Template.NEW_MESSAGE)
