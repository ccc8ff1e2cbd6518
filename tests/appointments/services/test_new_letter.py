import datetime
import uuid

import pytest

from appointments.errors import LetterChanged, LetterHolds, TooLate
from appointments.models import Appointment, Summons
from appointments.selectors.slots import SlotQuery
from appointments.services import (
    cancel_appointment,
    change_channel,
    move_appointment,
    new_letter,
    send_new_letter,
    warning_before_missing,
)
from mailbox.models import Message
from portal.audit.models import AuditEvent
from portal.cases.errors import NotPermitted
from portal.notices.models import Dispatch
from portal.outbox.models import OutboxMessage
from portal.outbox.services import deliver_due
from tests.factories.appointments import MONDAY_NINE
from tests.factories.cases import claimant_actor, staff_actor
from tests.factories.documents import release
from tests.factories.summonses import REASON, calling, letter_text

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)
TUESDAY = MONDAY_NINE + DAY


@pytest.fixture(autouse=True)
def ten_days_before(time_machine):
    time_machine.move_to(MONDAY_NINE - 10 * DAY)


@pytest.fixture
def there():
    return calling()


@pytest.fixture
def first(there):
    return there.send()


def fresh(summons):
    return Appointment.objects.get(pk=summons.appointment_id)


def move(there, summons, starts=TUESDAY):
    """By staff, to another day."""
    return move_appointment(
        actor=staff_actor(there.house.author),
        appointment=fresh(summons),
        query=SlotQuery(service=there.service, by_staff=True),
        starts=starts,
        channel="in_person",
        token=uuid.uuid4(),
    )


def send(there, former, **facts):
    appointment = fresh(former)
    read = new_letter(appointment, address=facts.get("address", ()))
    sent = send_new_letter(
        actor=staff_actor(there.house.author),
        appointment=appointment,
        **{"replaces": read.replaces.pk, "mark": read.mark, **facts},
    )
    OutboxMessage.objects.filter(subject_id=sent.document_id).delete()
    release(sent.document)
    return sent


def test_moved_summons_calls_nobody_until_a_new_letter_names_the_new_time(there, first):
    move(there, first)
    assert warning_before_missing(fresh(first)) == "invited"
    assert Summons.objects.count() == 1

    second = send(there, first)

    assert (second.replaces, second.period.lower, second.channel) == (first, TUESDAY, "in_person")
    assert (second.purpose, second.reason, bool(second.legal_notice)) == ("placement", REASON, True)
    assert fresh(first).summons == second
    assert warning_before_missing(fresh(first)) == "first"
    assert AuditEvent.objects.filter(event="appointment.summons_replaced").count() == 1


def test_new_letter_says_what_it_replaces_and_lies_in_the_postbox(there, first):
    move(there, first)

    second = send(there, first, address=("Beispielweg 3",))

    words = letter_text(second.document)
    for part in ("8. Dezember 2026", "ersetzt unser Schreiben vom 27. November 2026", "Beispielweg 3", "§ 59 SGB II"):
        assert part in words
    assert "ersetzt unser voriges Schreiben" in second.message.body
    assert second.message.attachments.get().document == second.document


def test_dispatch_of_the_new_letter_is_proven_and_the_old_one_is_told_no_more(there, first):
    move(there, first)
    second = send(there, first)
    deliver_due()

    assert Summons.objects.get(pk=second.pk).notified_at is not None
    assert not Dispatch.objects.filter(subject_id=first.pk).exists()


def test_what_went_by_post_goes_by_post_again():
    there = calling()
    first = there.send(is_by_post=True)
    move(there, first)

    assert send(there, first).by_post == "office"


def test_called_off_the_letter_takes_the_summons_back(there, first):
    cancel_appointment(
        actor=staff_actor(there.house.author), appointment=fresh(first), reason="Haus zu", token=uuid.uuid4()
    )

    second = send(there, first)

    words = letter_text(second.document)
    assert (second.channel, second.legal_notice, second.notice_version) == ("", "", None)
    assert "Der Termin findet nicht statt" in words
    assert "Kommen Sie zu dieser Zeit nicht, folgt daraus nichts." in words
    assert "§ 32" not in words


def test_on_the_phone_nobody_is_summoned_any_more(there, first):
    change_channel(actor=staff_actor(there.house.author), appointment=fresh(first), channel="phone", token=uuid.uuid4())

    second = send(there, first)

    assert (second.channel, second.is_call) == ("phone", False)
    assert "Sie müssen zu diesem Termin nicht ins Jobcenter kommen" in letter_text(second.document)
    assert warning_before_missing(fresh(first)) == "invited"


def test_what_changed_since_it_was_read_is_read_again(there, first):
    move(there, first)
    read = new_letter(fresh(first))
    move(there, first, MONDAY_NINE + 2 * DAY)

    with pytest.raises(LetterChanged):
        send(there, first, mark=read.mark)
    with pytest.raises(LetterChanged):
        send(there, first, replaces=uuid.uuid4())
    assert Summons.objects.count() == 1


def test_sent_twice_it_is_sent_once(there, first):
    move(there, first)
    read = new_letter(fresh(first))
    sent = [
        send_new_letter(
            actor=staff_actor(there.house.author), appointment=fresh(first), replaces=first.pk, mark=read.mark
        )
        for _number in range(2)
    ]

    assert sent[0] == sent[1]
    assert Message.objects.filter(key__startswith="summons:").count() == 2


def test_what_holds_needs_no_letter_and_what_has_begun_has_none(there, first, time_machine):
    with pytest.raises(LetterHolds):
        new_letter(fresh(first))
    move(there, first)
    time_machine.move_to(TUESDAY + DAY)

    with pytest.raises(TooLate):
        new_letter(fresh(first))


def test_only_staff_send_it(there, first):
    move(there, first)
    read = new_letter(fresh(first))

    with pytest.raises(NotPermitted):
        send_new_letter(
            actor=claimant_actor(there.house.case), appointment=fresh(first), replaces=first.pk, mark=read.mark
        )
