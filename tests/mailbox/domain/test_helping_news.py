import datetime

import pytest

from mailbox.domain.helping_news import (
    say_declined,
    say_ended,
    say_ends_soon,
    say_extended,
    say_granted,
)
from mailbox.models import Message
from portal.ui.formats import format_date
from tests.factories.cases import StandingFactory
from tests.factories.invitations import begun, offered, requested

pytestmark = pytest.mark.django_db
UNTIL = datetime.datetime(2027, 5, 26, 21, 59, 59, tzinfo=datetime.UTC)


@pytest.fixture
def helping():
    return StandingFactory(helper=True, holder_name="Julia", valid_to=UNTIL)


def test_person_reads_who_may_do_what_until_when(helping):
    body = say_granted(helping).body
    assert body.startswith("Julia darf ab jetzt für Sie handeln.")
    assert "– Unterlagen schicken\n– Anträge ausfüllen und sehen, was darin steht\n" in body
    assert f"bis zum {format_date(UNTIL.date())}" in body


def test_subject_names_nobody(helping):
    assert say_granted(helping).thread.subject == "Hilfe durch andere"


def test_each_piece_of_news_is_posted_once(helping):
    for say in (say_granted, say_ended, say_ends_soon, say_extended):
        assert say(helping) == say(helping)
    assert Message.objects.count() == 4


def test_endless_grant_says_so(helping):
    helping.valid_to = None
    assert "bis jemand sie beendet" in say_granted(helping).body


def test_second_reminder_follows_an_extension(helping):
    say_ends_soon(helping)
    helping.valid_to = UNTIL + datetime.timedelta(days=183)
    say_ends_soon(helping)
    assert Message.objects.count() == 2


def test_person_without_an_account_gets_no_post():
    assert say_ended(begun()) is None


def test_declined_offer_is_told_to_the_person_without_a_reason():
    invitation = offered().invitation
    message = say_declined(invitation)
    assert message.thread.person == invitation.person
    assert message.body == "Julia hat Ihre Einladung nicht angenommen. Sie können jemand anderen einladen."


def test_declined_request_is_nobodys_post():
    assert say_declined(requested().invitation) is None


def test_what_the_office_has_recorded_is_told_elsewhere():
    assert say_granted(StandingFactory(helper=True, kind="guardian")) is None
