import datetime

import pytest

from appointments.domain.summons_notice import put_to_post, resume_notices, send_next_notice
from appointments.models import Summons
from mailbox.errors import NotRetrievable
from portal.notices.enums import ConsentKind
from portal.outbox.models import OutboxMessage
from portal.outbox.services import deliver_due
from tests.factories.appointments import MONDAY_NINE
from tests.factories.consents import agreeing
from tests.factories.representations import RepresentationFactory
from tests.factories.summonses import calling

pytestmark = pytest.mark.django_db
AWAY = "tests.mailbox.domain.test_decision_notice.Away"
REFUSING = "tests.mailbox.domain.test_decision_notice.Refusing"


@pytest.fixture(autouse=True)
def ten_days_before(time_machine):
    time_machine.move_to(MONDAY_NINE - datetime.timedelta(days=10))
    return time_machine


def now(summons):
    return Summons.objects.get(pk=summons.pk)


def test_nobody_is_told_of_a_letter_that_cannot_be_opened():
    with pytest.raises(NotRetrievable):
        send_next_notice(calling().send(is_checked=False).pk)


def test_representative_is_told_and_not_the_person():
    there = calling()
    represents = RepresentationFactory(person=there.house.person)
    agreeing(represents.user, ConsentKind.ELECTRONIC_DECISIONS)
    summons = there.send()
    deliver_due()

    assert summons.message.addressed_to == [represents.pk]
    assert now(summons).notified_at is not None


def test_mail_server_that_refuses_leads_to_the_post(settings):
    settings.EMAIL_BACKEND = REFUSING
    summons = calling().send()
    deliver_due()

    assert (now(summons).by_post, now(summons).notified_at) == ("bounced", None)


def test_what_got_stuck_is_asked_for_again(settings, ten_days_before):
    settings.EMAIL_BACKEND, working = AWAY, settings.EMAIL_BACKEND
    summons = calling().send()
    deliver_due()
    OutboxMessage.objects.all().delete()
    assert (now(summons).notified_at, resume_notices()) == (None, 0)

    settings.EMAIL_BACKEND = working
    ten_days_before.shift(datetime.timedelta(minutes=11))
    assert resume_notices() == 1
    send_next_notice(summons.pk)
    assert now(summons).notified_at is not None


def test_what_was_told_does_not_go_by_post_later():
    summons = calling().send()
    send_next_notice(summons.pk)
    put_to_post(summons, "bounced")

    assert now(summons).by_post == ""
