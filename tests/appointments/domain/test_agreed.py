import datetime

import pytest

from appointments.domain.agreed import tell_agreed
from appointments.models import AgreedStep
from mailbox.models import Message
from portal.notices.models import Dispatch, NoticeSettings
from portal.outbox.models import OutboxMessage
from portal.outbox.services import deliver_due
from tests.factories.appointments import MONDAY_NINE, AppointmentFactory
from tests.factories.cases import StandingFactory
from tests.factories.consents import ConsentFactory

pytestmark = pytest.mark.django_db
MINUTE = datetime.timedelta(minutes=1)
TEN = MONDAY_NINE + 60 * MINUTE


@pytest.fixture(autouse=True)
def after_the_talk(time_machine):
    time_machine.move_to(TEN)


@pytest.fixture
def appointment():
    return AppointmentFactory(person=StandingFactory().person)


def agree(appointment, minutes=0, **facts):
    said = {"text": "Lebenslauf schicken", "created_at": TEN - 20 * MINUTE + minutes * MINUTE}
    return AgreedStep.objects.create(appointment=appointment, **{**said, **facts})


def test_steps_of_one_talk_are_told_together_once(appointment):
    agree(appointment, due=datetime.date(2026, 12, 18), link="https://kurse.example/b1")
    agree(appointment, 5, text="Wir rufen den Betrieb an", is_for_person=False)

    assert (tell_agreed(TEN), tell_agreed(TEN)) == (1, 0)

    body = Message.objects.get().body.replace("\xa0", " ")
    for part in (
        "im Gespräch vereinbart (Montag, 7. Dezember 2026, 9:00 Uhr):",
        "– Sie: Lebenslauf schicken (bis Freitag, 18. Dezember 2026)\nhttps://kurse.example/b1\n",
        "– das Jobcenter: Wir rufen den Betrieb an",
        "„Was muss ich tun?“",
    ):
        assert part in body
    assert not AgreedStep.objects.filter(told_at=None).exists()


def test_while_more_is_written_down_nobody_is_told(appointment):
    agree(appointment)
    agree(appointment, 15)

    assert tell_agreed(TEN) == 0
    assert tell_agreed(TEN + 5 * MINUTE) == 1


def test_what_comes_later_is_told_by_itself_and_what_is_done_not_at_all(appointment):
    agree(appointment, told_at=TEN)
    agree(appointment, text="Schon gemacht", done_at=TEN)
    assert tell_agreed(TEN) == 0

    agree(appointment, text="Kurs ansehen")
    assert tell_agreed(TEN) == 1

    body = Message.objects.get().body
    assert [word in body for word in ("Kurs ansehen", "Lebenslauf", "Schon gemacht")] == [True, False, False]


def test_notice_says_nothing_of_it_and_keeps_the_rules(appointment):
    user = appointment.person.user
    ConsentFactory(user=user, kind="email")
    agree(appointment)
    tell_agreed(TEN)
    deliver_due()
    assert Dispatch.objects.get().template == "new_message"

    NoticeSettings.objects.update_or_create(user=user, defaults={"is_discreet": True})
    agree(appointment, text="Kurs ansehen")
    tell_agreed(TEN)
    deliver_due()
    assert Dispatch.objects.count() == 1


def test_of_a_confidential_talk_the_message_waits_unannounced(appointment):
    appointment.is_confidential = True
    appointment.save()
    agree(appointment)

    assert tell_agreed(TEN) == 1
    assert not OutboxMessage.objects.filter(fact="message.posted").exists()
