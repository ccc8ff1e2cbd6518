import datetime

import pytest
from django.utils import timezone

from applications.models import Application
from applications.selectors.speakers import speakers_of, wanting_own_post
from portal.submissions.models import Submission
from tests.factories.cases import PersonFactory
from tests.factories.representations import RepresentationFactory
from tests.factories.triage import ApplicationFactory

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


def sent(application, standing, role):
    """The application as if this account had sent it in this role."""
    submission = Submission(submitted_by_user_id=standing.user_id, submitted_by_role=role)
    application.submission = submission
    return application


@pytest.mark.parametrize(("role", "is_sender"), [("guardian", True), ("claimant", False), ("helper", False)])
def test_who_represents_and_who_sent_it(role, is_sender, django_assert_num_queries):
    application = ApplicationFactory()
    standing = RepresentationFactory(person=application.person, tasks=["health"], has_reservation=True)

    with django_assert_num_queries(1):
        (speaker,), sender = speakers_of(sent(application, standing, role), timezone.now())

    assert (speaker.is_guardian, speaker.covers, speaker.has_reservation, speaker.is_checked) == (
        True,
        False,
        True,
        True,
    )
    assert sender == (speaker.id if is_sender else "")


def test_last_day_is_the_one_before_the_end():
    application = ApplicationFactory()
    end = timezone.make_aware(datetime.datetime(2090, 1, 1))  # noqa: DTZ001 -- made aware at once
    RepresentationFactory(person=application.person, authorised=True, valid_to=end)

    (speaker,), _sender = speakers_of(Application.objects.get(pk=application.pk), timezone.now())

    assert (speaker.last_day, speaker.is_over, speaker.is_guardian) == (datetime.date(2089, 12, 31), False, False)


def test_others_and_the_long_past_are_left_out():
    application = ApplicationFactory()
    now = timezone.now()
    RepresentationFactory(person=PersonFactory(member=True, case=application.case))
    RepresentationFactory(person=application.person, revoked_at=now - 366 * DAY)
    RepresentationFactory(person=application.person, revoked_at=now - DAY)

    speakers, _sender = speakers_of(application, now)

    assert [speaker.is_over for speaker in speakers] == [True]


def test_who_wants_own_post_is_known_by_the_answers():
    application = ApplicationFactory()
    wanting = {"case": application.case, "member": True, "wants_own_post_since": timezone.now()}
    PersonFactory(answer_id="p2", **wanting)
    PersonFactory(**wanting)
    PersonFactory(answer_id="p3", case=application.case, member=True)

    assert wanting_own_post(application) == {"p2"}
