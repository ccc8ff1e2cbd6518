import datetime
import uuid

import pytest
from django.utils import timezone

from appointments.errors import NotByPost, NoticeChanged, ReasonMissing
from appointments.models import Appointment, Summons
from appointments.selectors.slots import SlotQuery
from appointments.services import reason_for_post, record_summons_posted, send_summons
from mailbox.models import Message, TextTemplate, TextVersion
from portal.audit.models import AuditEvent
from portal.cases.errors import NotPermitted
from portal.notices.models import Dispatch, NoticeSettings
from portal.outbox.services import deliver_due
from tests.factories.accounts import StaffMembershipFactory
from tests.factories.appointments import MONDAY_NINE, AppointmentFactory, OfferFactory
from tests.factories.cases import claimant_actor, staff_actor
from tests.factories.summonses import REASON, calling, letter_text

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


@pytest.fixture(autouse=True)
def a_week_before(time_machine):
    time_machine.move_to(MONDAY_NINE - 10 * DAY)


def test_summons_books_the_time_and_lies_in_the_postbox_with_its_letter():
    there = calling()
    summons = there.send()

    appointment = summons.appointment
    message = Message.objects.get()
    assert (appointment.status, appointment.origin, appointment.channel) == ("booked", "summoned", "in_person")
    assert message == summons.message
    assert "Montag, 7. Dezember 2026" in message.body.replace("\u00a0", " ")
    assert message.attachments.get().document == summons.document
    assert (summons.reason, summons.by_post, summons.notified_at) == (REASON, "", None)
    assert AuditEvent.objects.filter(event="appointment.summons_sent", case_id=there.house.case.pk).count() == 1


def test_dispatch_is_proven_by_the_notice_that_the_mail_server_took():
    summons = calling().send()
    deliver_due()

    told = Summons.objects.get(pk=summons.pk)
    dispatch = Dispatch.objects.get(pk=told.notice_id)
    assert (dispatch.subject_id, dispatch.template, dispatch.sent_at) == (summons.pk, "new_decision", told.notified_at)


def test_without_consent_it_goes_by_post():
    summons = calling(agrees=False).send()
    deliver_due()

    assert Summons.objects.get(pk=summons.pk).by_post == "no_consent"
    assert not Dispatch.objects.filter(subject_id=summons.pk).exists()


def test_discreet_and_confidential_persons_get_no_email():
    there = calling()
    AppointmentFactory(person=there.house.person, starts=MONDAY_NINE - 9 * DAY, is_confidential=True)
    assert there.send().by_post == "discreet"

    other = calling()
    NoticeSettings.objects.create(user=other.house.person.user, is_discreet=True)
    assert other.send().by_post == "discreet"
    deliver_due()
    assert not Dispatch.objects.exists()


def test_without_an_unanswered_invitation_it_needs_a_reason():
    there = calling()
    open_one = OfferFactory(person=there.house.person, until=MONDAY_NINE)

    with pytest.raises(ReasonMissing):
        there.send(reason=" ")
    with pytest.raises(ReasonMissing):
        there.send(reason="", invitation=open_one)

    assert not Appointment.objects.exists()


def test_invitation_that_was_reminded_of_and_not_answered_is_reason_enough():
    there = calling()
    sent, reminded = MONDAY_NINE - 30 * DAY, MONDAY_NINE - 20 * DAY
    lapsed = OfferFactory(person=there.house.person, status="lapsed", sent_at=sent, reminded_at=reminded)

    summons = there.send(reason="", invitation=lapsed)

    words = letter_text(summons.document)
    assert summons.invitation == lapsed
    assert "am 7. November 2026 eingeladen und am 17. November 2026 daran erinnert" in words


def test_letter_says_when_where_what_for_and_what_follows():
    there = calling()
    words = letter_text(there.send(address=("Beispielweg 3", "00123 Musterstadt")).document)

    for part in (
        "Montag, 7. Dezember 2026",
        "Vermittlung in Ausbildung oder Arbeit",
        "Wir sprechen über Stellen.",
        "§ 59 SGB II",
        "noch am selben Tag",
        "30 Prozent",
        "§ 7b Absatz 4",
        "§ 13 Absatz 4 SGB X",
        "Fahrkosten",
        "Beispielweg 3",
    ):
        assert part in words


def test_notice_that_was_read_is_the_one_that_is_sent():
    there = calling()
    call = there.call()
    template = TextTemplate.objects.create(
        jobcenter=there.house.case.jobcenter, key="own", purpose="summons", title="Eigener"
    )
    TextVersion.objects.create(template=template, number=1, body="Eigener Hinweis", published_at=timezone.now())

    with pytest.raises(NoticeChanged):
        there.send(notice_id=call.notice_id)
    assert there.send().legal_notice == "Eigener Hinweis"


def test_sending_the_page_twice_is_once():
    there, token = calling(), uuid.uuid4()
    first = there.send(token=token)

    assert there.send(token=token, is_checked=False) == first
    assert Summons.objects.count() == 1


def test_only_staff_of_the_house_summon():
    there = calling()
    for actor in (claimant_actor(there.house.case), staff_actor(StaffMembershipFactory())):
        with pytest.raises(NotPermitted):
            send_summons(
                actor=actor,
                case=there.house.case,
                person=there.house.person,
                query=SlotQuery(service=there.service),
                starts=MONDAY_NINE,
                membership_id=None,
                call=there.call(),
                token=uuid.uuid4(),
            )


def test_day_of_posting_is_kept_for_what_goes_by_post():
    there = calling()
    actor, today = staff_actor(there.house.author), timezone.localdate()
    summons = there.send(is_by_post=True)

    record_summons_posted(actor=actor, summons=summons, on=today)
    assert Summons.objects.get().posted_on == today
    for day in (today + DAY, today - DAY):
        with pytest.raises(NotByPost):
            record_summons_posted(actor=actor, summons=summons, on=day)


def test_what_the_portal_tells_of_is_not_posted():
    there = calling()

    with pytest.raises(NotByPost):
        record_summons_posted(actor=staff_actor(there.house.author), summons=there.send(), on=timezone.localdate())


def test_wish_of_the_office_goes_before():
    assert reason_for_post(calling().house.person, is_by_post=True) == "office"
