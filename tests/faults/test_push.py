"""Push services that are gone, silent or broken: the person's other devices are told, and nothing is lost."""

import pytest

from portal.notices.domain.channels import ChannelResult, Notice, Outcome, push
from portal.notices.enums import Template
from portal.notices.models import PushSubscription
from tests.factories.accounts import UserFactory
from tests.factories.push import VAPID_KEY, PushService, PushSubscriptionFactory

pytestmark = [pytest.mark.fault, pytest.mark.django_db]

NOTICE = Notice(template=Template.NEW_MESSAGE, key="push:new_message:7")


@pytest.fixture
def service(settings, monkeypatch):
    service = PushService()
    settings.VAPID_PRIVATE_KEY, settings.PUSH_TEST_SERVICE = VAPID_KEY, service.url
    monkeypatch.setattr(push, "TIMEOUT", (0.5, 0.5))
    yield service
    service.close()


@pytest.fixture
def user(service):
    user = UserFactory()
    for path in ("/handy", "/rechner"):
        PushSubscriptionFactory(user=user, **service.subscribe(path))
    return user


def send(user):
    return push.PushChannel().send(user, NOTICE)


def test_device_that_is_gone_is_forgotten_and_the_other_is_told(service, user):
    service.answers["/handy"] = 410

    assert send(user) == ChannelResult(Outcome.SENT, "201")
    assert [path for path, _plain in service.taken] == ["/rechner"]
    assert [device.endpoint for device in PushSubscription.objects.all()] == [f"{service.url}/rechner"]


def test_silence_is_waited_out_once_for_each_device_and_tried_again_later(service, user):
    service.delay = 1

    assert send(user) == ChannelResult(Outcome.RETRY, "ReadTimeout")
    service.delay = 0
    assert send(user) == ChannelResult(Outcome.SENT, "201")
    assert PushSubscription.objects.count() == 2


def test_service_that_dies_in_between_costs_no_device(service, user):
    service.close()

    assert send(user) == ChannelResult(Outcome.RETRY, "ConnectionError")
    assert PushSubscription.objects.count() == 2


def test_last_device_that_goes_is_a_refusal_for_good(service, user):
    service.answers |= {"/handy": 404, "/rechner": 410}

    assert send(user).outcome is Outcome.REFUSED
    assert (PushSubscription.objects.count(), push.PushChannel().reaches(user)) == (0, False)
