import datetime

import pytest
from django.utils import timezone

from applications.errors import NotAllowed, SettingsNotReady, SettingsPublished
from applications.models import LocalSettings
from applications.services.local_settings import copy_settings, publish_settings
from portal.audit.models import AuditEvent
from portal.cases.selectors import actor_for_staff
from tests.factories.accounts import StaffMembershipFactory
from tests.factories.local_settings import LocalQuestionFactory, LocalSettingsFactory, in_force

pytestmark = pytest.mark.django_db


@pytest.fixture
def settings():
    return LocalSettingsFactory(valid_from=timezone.localdate())


@pytest.fixture
def actor(settings):
    return actor_for_staff(StaffMembershipFactory(jobcenter=settings.jobcenter, administrator=True).user, purpose="x")


def test_publishing_is_recorded_and_final(actor, settings):
    publish_settings(actor=actor, settings=settings)

    assert LocalSettings.objects.get().is_published
    assert [each.event for each in AuditEvent.objects.all()] == ["local_settings.published"]
    with pytest.raises(SettingsPublished):
        publish_settings(actor=actor, settings=settings)


def test_what_is_wrong_is_not_published(actor, settings):
    LocalQuestionFactory(settings=settings, place="main_application.weg")
    settings.valid_from -= datetime.timedelta(days=1)
    settings.save()
    with pytest.raises(SettingsNotReady) as refusal:
        publish_settings(actor=actor, settings=settings)

    assert len(refusal.value.problems) == 2
    assert not LocalSettings.objects.get().is_published


def test_new_version_is_a_copy_from_today_on(actor, settings):
    copy = copy_settings(actor=actor, settings=in_force(settings))

    assert (copy.number, copy.valid_from) == (2, timezone.localdate())
    assert [each.event for each in AuditEvent.objects.all()] == ["local_settings.copied"]


def test_second_copy_is_the_first(actor, settings):
    in_force(settings)

    assert copy_settings(actor=actor, settings=settings) == copy_settings(actor=actor, settings=settings)


@pytest.mark.parametrize("trait", [{"administrator": True}, {"team_lead": True}])
def test_others_may_neither(settings, trait):
    house = {} if "administrator" in trait else {"jobcenter": settings.jobcenter}
    actor = actor_for_staff(StaffMembershipFactory(**trait, **house).user, purpose="x")
    for service in (copy_settings, publish_settings):
        with pytest.raises(NotAllowed):
            service(actor=actor, settings=settings)
