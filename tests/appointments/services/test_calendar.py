import pytest

from appointments.domain.feed import settings_by_key
from appointments.models import CalendarSettings
from appointments.services import close_feed, open_feed, save_calendar_settings
from portal.audit.models import AuditEvent
from portal.cases.errors import NotPermitted
from portal.cases.selectors import actor_for_user
from tests.factories.cases import PersonFactory, StandingFactory, helper_actor

pytestmark = pytest.mark.django_db


@pytest.fixture
def standing():
    return StandingFactory()


@pytest.fixture
def actor(standing):
    return actor_for_user(standing.user, purpose="test")


def test_feed_opened_is_found_by_its_key_and_audited(standing, actor):
    key = open_feed(actor=actor, person=standing.person)

    assert settings_by_key(key).person == standing.person
    assert AuditEvent.objects.get().event == "appointment.calendar_changed"


def test_feed_opened_again_ends_the_former_one(standing, actor):
    former = open_feed(actor=actor, person=standing.person)
    open_feed(actor=actor, person=standing.person)

    assert settings_by_key(former) is None


def test_feed_closed_is_gone_at_once(standing, actor):
    key = open_feed(actor=actor, person=standing.person)
    close_feed(actor=actor, person=standing.person)

    assert settings_by_key(key) is None


def test_calendar_settings_keep_the_subscription(standing, actor):
    key = open_feed(actor=actor, person=standing.person)
    save_calendar_settings(actor=actor, person=standing.person, shows_details=True, mails_invitations=True)

    kept = CalendarSettings.objects.get()
    assert (kept.shows_details, kept.mails_invitations, settings_by_key(key)) == (True, True, kept)


def test_calendar_is_nobody_elses(standing, actor):
    with pytest.raises(NotPermitted):
        open_feed(actor=actor, person=PersonFactory())


def test_calendar_is_not_for_who_helps():
    helping = StandingFactory(helper=True, scopes=["appointments"])

    with pytest.raises(NotPermitted):
        open_feed(actor=helper_actor(helping), person=helping.person)
