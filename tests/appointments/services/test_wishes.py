import datetime
import uuid

import pytest
from django.utils import timezone

from appointments.domain.needs import Needs
from appointments.domain.wish_content import Wanted
from appointments.enums import AppointmentStatus, OfferKind, WishKind, WishStatus
from appointments.errors import NoWords, WishNotOpen
from appointments.models import Wish
from appointments.services import answer_wish, send_wish, settle_callback, withdraw_wish
from mailbox.models import Message
from portal.audit.models import AuditEvent
from portal.cases.enums import CaseStatus, StandingKind
from portal.cases.errors import NotPermitted
from portal.cases.selectors import actor_for_user
from portal.outbox.models import OutboxMessage
from portal.submissions.models import Submission
from tests.factories.accounts import JobcenterFactory, StaffMembershipFactory, TeamFactory
from tests.factories.appointments import AppointmentFactory, OfferFactory, ServiceFactory, WishFactory
from tests.factories.cases import CaseFactory, PersonFactory, StandingFactory, claimant_actor, helper_actor, staff_actor

pytestmark = pytest.mark.django_db
TOKEN = uuid.UUID(int=1)
WANTED = Wanted(topic="Meine Heizkosten", times={"days": [0], "words": "nach 9"}, needs=Needs(needs=("quiet_room",)))


@pytest.fixture
def standing():
    return StandingFactory()


@pytest.fixture
def staff(standing):
    return staff_actor(StaffMembershipFactory(jobcenter=standing.case.jobcenter))


def send(standing, wanted=WANTED, token=TOKEN, **actor):
    who = actor.get("actor") or actor_for_user(standing.user, purpose="test")
    return send_wish(actor=who, case=standing.case, person=standing.person, wanted=wanted, token=token)


def test_wish_is_handed_in_once_with_the_words_of_the_person(standing):
    wish = send(standing)

    assert send(standing) == wish
    assert (wish.topic, wish.times, wish.needs["needs"]) == ("Meine Heizkosten", WANTED.times, ["quiet_room"])
    submission = Submission.objects.get()
    assert (submission.title, submission.kind, wish.submission) == ("Terminwunsch", "appointment", submission)
    entries = {each["label"]: each["value"] for each in submission.content["sections"][0]["entries"]}
    assert entries["Wann es Ihnen passt"] == "Montag\nnach 9"
    assert AuditEvent.objects.filter(event="appointment.wished").count() == 1


def test_wish_opens_a_case_in_preparation():
    person = PersonFactory(case=CaseFactory(prospective=True))
    standing = StandingFactory(person=person)
    house = JobcenterFactory()

    wish = send(standing)

    wish.case.refresh_from_db()
    assert (wish.case.status, wish.case.jobcenter) == (CaseStatus.OPEN, house)


def test_wish_goes_to_the_only_team_that_does_it(standing):
    team = TeamFactory(jobcenter=standing.case.jobcenter)
    service = ServiceFactory(jobcenter=standing.case.jobcenter)
    service.teams.add(team)

    assert send(standing, Wanted(service=service)).team == team


def test_wish_of_helper_needs_the_right_to_appointments(standing):
    without = StandingFactory(helper=True, person=standing.person)
    with_it = StandingFactory(helper=True, person=standing.person, scopes=["appointments"])

    with pytest.raises(NotPermitted):
        send(standing, actor=helper_actor(without))
    assert send(standing, actor=helper_actor(with_it)).submission.submitted_by_standing_id == with_it.pk


def test_wish_of_member_with_own_post_is_theirs(standing):
    member = PersonFactory(case=standing.case, is_applicant=False, wants_own_post_since=timezone.now())
    own = StandingFactory(person=member, kind=StandingKind.MEMBER, scopes=["own_part"])

    wish = send(own)

    assert wish.person == member
    with pytest.raises(NotPermitted):
        send_wish(
            actor=claimant_actor(standing.case), case=standing.case, person=member, wanted=WANTED, token=uuid.uuid4()
        )


def test_wish_taken_back_frees_offered_times(standing):
    wish = WishFactory(person=standing.person, status=WishStatus.PROPOSED)
    offer = OfferFactory(person=standing.person, wish=wish, kind=OfferKind.PROPOSAL)
    times = AppointmentFactory(
        person=standing.person, offer=offer, status=AppointmentStatus.OFFERED, held_until=offer.until
    )

    actor = claimant_actor(standing.case)
    proof = withdraw_wish(actor=actor, wish=wish, token=TOKEN)

    assert withdraw_wish(actor=actor, wish=wish, token=TOKEN) == proof
    for each in (wish, offer, times):
        each.refresh_from_db()
    assert (wish.status, offer.status, times.status) == ("withdrawn", "withdrawn", "released")


def test_answer_in_words_settles_wish_and_reaches_postbox(standing, staff):
    wish = WishFactory(person=standing.person)

    answer_wish(actor=staff, wish=wish, words="Kommen Sie einfach vorbei.")

    assert (wish.status, wish.answer) == (WishStatus.SETTLED, "Kommen Sie einfach vorbei.")
    assert Message.objects.get(thread__person=standing.person).body == "Kommen Sie einfach vorbei."
    with pytest.raises(WishNotOpen):
        answer_wish(actor=staff, wish=wish, words="Noch etwas")


def test_answer_needs_words_and_somebody_of_the_house(standing, staff):
    wish = WishFactory(person=standing.person)

    with pytest.raises(NoWords):
        answer_wish(actor=staff, wish=wish, words=" ")
    with pytest.raises(NotPermitted):
        answer_wish(actor=staff_actor(StaffMembershipFactory()), wish=wish, words="Hallo")
    with pytest.raises(NotPermitted):
        answer_wish(actor=claimant_actor(wish.case), wish=wish, words="Hallo")


def test_call_that_nobody_answers_stays_open_and_is_told(standing, staff):
    wish = WishFactory(person=standing.person, kind=WishKind.CALLBACK)

    settle_callback(actor=staff, wish=wish, reached=False)
    settle_callback(actor=staff, wish=wish, reached=False)

    wish.refresh_from_db()
    assert (wish.status, wish.tries) == (WishStatus.OPEN, 2)
    assert Message.objects.filter(thread__person=standing.person).count() == 2
    settle_callback(actor=staff, wish=wish, reached=True)
    assert Wish.objects.get().status == WishStatus.SETTLED


def test_confidential_wish_is_answered_without_a_notice(standing, staff):
    wish = WishFactory(person=standing.person, is_confidential=True)

    answer_wish(actor=staff, wish=wish, words="Wir freuen uns auf Sie.")

    assert Message.objects.filter(thread__person=standing.person).exists()
    assert not OutboxMessage.objects.filter(fact="message.posted").exists()


def test_call_remembers_its_window(standing):
    today = datetime.date(2026, 12, 7)
    times = {"day": today.isoformat(), "from": "09:00", "to": "12:00"}

    wish = send(standing, Wanted(kind=WishKind.CALLBACK, phone="0151 2345", times=times))

    assert (wish.kind, wish.phone, wish.times) == (WishKind.CALLBACK, "0151 2345", times)
    assert wish.submission.title == "Bitte um Rückruf"
