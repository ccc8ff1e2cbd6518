import pytest

from portal.notices.domain.channels import ChannelResult, Notice, Outcome
from portal.notices.domain.channels.email import EmailChannel
from portal.notices.enums import Template
from tests.factories.accounts import UserFactory
from tests.factories.consents import SOME_DAY, NoticeSettingsFactory

pytestmark = pytest.mark.django_db


def test_confirmed_address_is_reached():
    assert EmailChannel().reaches(UserFactory())


@pytest.mark.parametrize("fields", [{"verified": False}, {"email": None}])
def test_without_confirmed_address_nobody_is_reached(fields):
    assert not EmailChannel().reaches(UserFactory(**fields))


def test_address_from_which_e_mails_come_back_is_not_reached():
    assert not EmailChannel().reaches(NoticeSettingsFactory(bounced_at=SOME_DAY).user)


def test_reply_of_the_server_is_returned(inbox):
    user = UserFactory(email="anna@example.org")
    result = EmailChannel().send(user, Notice(Template.NEW_MESSAGE, "k"))
    assert result == ChannelResult(Outcome.SENT, "250 2.0.0 4F1B2C9D")
    assert inbox.addresses == ["anna@example.org"]
