import pytest

from portal.accounts.models import User
from portal.notices.domain.channels import ChannelResult, Notice, Outcome
from portal.notices.domain.channels.registry import offered_kinds
from portal.notices.domain.channels.sms import SmsChannel
from portal.notices.enums import ConsentKind, Template

SENT = []


class Gateway:
    """What an operator would write."""

    def number_of(self, user):
        return user.email

    def send(self, number, words, key):
        SENT.append((number, words, key))
        return ChannelResult(Outcome.SENT, "A7")


@pytest.fixture
def gateway(settings):
    settings.SMS_GATEWAY = f"{__name__}.Gateway"
    SENT.clear()
    yield
    SENT.clear()


NOTICE = Notice(Template.NEW_MESSAGE, "k")


def test_without_a_gateway_nothing_is_offered_and_nothing_sent():
    user = User(email="0151 5550123")
    assert (SmsChannel().is_offered(), SmsChannel().reaches(user)) == (False, False)
    assert SmsChannel().send(user, NOTICE) == ChannelResult(Outcome.REFUSED)


def test_gateway_gets_number_words_and_key(gateway, monkeypatch):
    assert SmsChannel().send(User(email="0151 5550123"), NOTICE) == ChannelResult(Outcome.SENT, "A7")
    assert SENT == [("0151 5550123", "Neue Nachricht im Portal", "k")]
    assert ConsentKind.SMS in offered_kinds()


def test_who_has_no_number_is_not_reached(gateway):
    assert not SmsChannel().reaches(User(email=""))
