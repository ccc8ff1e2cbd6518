"""Hints to a push service on the loopback that checks signatures and decrypts."""

import json
import logging
import socket

import pytest
from django.utils import timezone

from portal.notices.domain.channels import ChannelResult, Notice, Outcome
from portal.notices.domain.channels import push as channel
from portal.notices.domain.channels.push import PushChannel, push
from portal.notices.domain.recipient import account
from portal.notices.domain.waiting import announce, send_waiting
from portal.notices.enums import Channel, ConsentKind, DispatchStatus, Template
from portal.notices.models import Dispatch, PushSubscription
from tests.factories.accounts import UserFactory
from tests.factories.cases import PersonFactory
from tests.factories.consents import NoticeSettingsFactory, agreeing
from tests.factories.push import PushSubscriptionFactory

pytestmark = pytest.mark.django_db

NOTICE = Notice(template=Template.NEW_MESSAGE, key="push:new_message:7")


@pytest.fixture
def user():
    return UserFactory()


@pytest.fixture
def device(push_service, user):
    return PushSubscriptionFactory(user=user, **push_service.subscribe())


def test_hint_reaches_the_device_and_says_only_that_something_is_there(push_service, device, settings):
    assert push(device) == ChannelResult(Outcome.SENT, "201")
    assert push_service.notifications == [
        {
            "title": "Neue Nachricht im Portal",
            "body": "Zum Lesen bitte anmelden.",
            "lang": "de",
            "navigate": f"{settings.PORTAL.base_url}/",
        }
    ]
    device.refresh_from_db()
    assert device.last_ok_at is not None


def test_hint_says_how_long_it_counts_and_takes_the_place_of_an_older_one(push_service, device):
    push(device)

    (headers,) = push_service.headers
    asked = [headers[name] for name in ("TTL", "Urgency", "Topic", "Content-Encoding")]
    assert asked == ["259200", "normal", "neues", "aes128gcm"]


def test_hints_have_all_the_same_length(push_service, device, settings):
    for address in ("https://a.example", "https://portal.jobcenter.example"):
        settings.PORTAL = type(settings.PORTAL)(base_url=address)
        push(device)

    assert {len(plain) for _path, plain in push_service.taken} == {512}
    assert [json.loads(plain)["web_push"] for _path, plain in push_service.taken] == [8030, 8030]


@pytest.mark.parametrize("code", [404, 410])
def test_device_that_is_gone_is_forgotten(push_service, device, code):
    push_service.answers["/geraet-1"] = code

    assert push(device) == ChannelResult(Outcome.REFUSED, str(code))
    assert not PushSubscription.objects.exists()


@pytest.mark.parametrize("code", [408, 429, 500, 503])
def test_service_that_is_busy_is_asked_again(push_service, device, code):
    push_service.answers["/geraet-1"] = code

    assert push(device) == ChannelResult(Outcome.RETRY, str(code))
    push_service.answers.clear()
    assert push(device).outcome is Outcome.SENT


@pytest.mark.parametrize("code", [400, 401, 403, 413])
def test_service_that_does_not_want_us_keeps_the_device_and_tells_the_operator(push_service, device, code, caplog):
    push_service.answers["/geraet-1"] = code

    with caplog.at_level(logging.WARNING):
        assert push(device) == ChannelResult(Outcome.REFUSED, str(code))
    assert PushSubscription.objects.count() == 1
    assert f"refuses hints with {code}" in caplog.text
    assert "geraet-1" not in caplog.text


def test_service_refuses_a_key_that_signs_for_another_contact(push_service, device, settings):
    settings.VAPID_CONTACT = "https://jobcenter.example"  # this one wants mailto

    assert push(device) == ChannelResult(Outcome.REFUSED, "403")


def test_service_that_is_away_is_asked_again(push_service, device):
    push_service.close()

    assert push(device) == ChannelResult(Outcome.RETRY, "ConnectionError")


def test_service_that_does_not_answer_is_not_waited_for(push_service, device, monkeypatch):
    monkeypatch.setattr(channel, "TIMEOUT", (0.2, 0.2))
    push_service.delay = 60

    assert push(device) == ChannelResult(Outcome.RETRY, "ReadTimeout")


def test_nobody_is_followed_to_another_address(push_service, device):
    push_service.answers["/geraet-1"], push_service.moved_to = 307, f"{push_service.url}/anderswo"

    assert push(device) == ChannelResult(Outcome.RETRY, "TooManyRedirects")
    assert len(push_service.headers) == 1


def test_service_that_the_operator_no_longer_knows_is_not_called(push_service, device, settings):
    settings.PUSH_TEST_SERVICE = "http://127.0.0.1:1"

    assert push(device) == ChannelResult(Outcome.REFUSED, "unknown service")
    assert push_service.headers == []


def test_name_that_leads_into_our_network_is_not_called(settings, push_service, monkeypatch):
    for name in ("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)  # a proxy looks names up itself
    monkeypatch.setenv("PORTAL_TRUSTED_PROXY", "1")  # is none, though its name ends like one
    settings.PUSH_TEST_SERVICE, settings.PUSH_SERVICES = "", ["push.example.org"]
    device = PushSubscriptionFactory(endpoint="https://push.example.org/geraet")
    inside = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("10.1.2.3", 443))]  # what a name server may answer
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_asked, **_named: inside)

    assert push(device) == ChannelResult(Outcome.RETRY, "no public address")


def test_all_devices_of_the_account_and_no_others_are_told(push_service, user):
    for path in ("/handy", "/rechner"):
        PushSubscriptionFactory(user=user, **push_service.subscribe(path))
    PushSubscriptionFactory(**push_service.subscribe("/fremd"))

    assert PushChannel().send(user, NOTICE) == ChannelResult(Outcome.SENT, "201")
    assert {path for path, _plain in push_service.taken} == {"/handy", "/rechner"}


@pytest.mark.parametrize(
    ("codes", "result"),
    [
        ({"/handy": 410}, ChannelResult(Outcome.SENT, "201")),
        ({"/handy": 503}, ChannelResult(Outcome.SENT, "201")),
        ({"/handy": 410, "/rechner": 503}, ChannelResult(Outcome.RETRY, "503")),
        ({"/handy": 410, "/rechner": 410}, ChannelResult(Outcome.REFUSED, "410")),
    ],
)
def test_one_device_that_is_told_is_enough(push_service, user, codes, result):
    for path in ("/handy", "/rechner"):
        PushSubscriptionFactory(user=user, **push_service.subscribe(path))
    push_service.answers |= codes

    assert PushChannel().send(user, NOTICE) == result


def test_channel_reaches_who_has_a_device(push_service, device, user, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert PushChannel().reaches(user)
    assert not PushChannel().reaches(UserFactory())
    assert PushChannel().send(UserFactory(), NOTICE) == ChannelResult(Outcome.REFUSED)


def test_news_go_to_the_device_of_who_has_agreed(push_service, user):
    person = PersonFactory(user=agreeing(user, ConsentKind.PUSH))
    PushSubscriptionFactory(user=user, **push_service.subscribe())

    assert told(person) == [(Channel.PUSH, DispatchStatus.SENT, "201")]
    assert len(push_service.taken) == 1


def test_news_go_nowhere_in_discreet_mode_or_without_consent(push_service, user):
    person = PersonFactory(user=user)
    PushSubscriptionFactory(user=user, **push_service.subscribe())
    assert told(person) == []
    agreeing(user, ConsentKind.PUSH)
    NoticeSettingsFactory(user=user, is_discreet=True)

    assert (told(person), push_service.headers) == ([], [])


def told(person):
    """What became of a message for the person."""
    for row in announce(
        account(person.user), template=NOTICE.template, occasion="7", case_id=person.case_id, subject_id=person.pk
    ):
        send_waiting(row.pk, now=timezone.now())
    return list(Dispatch.objects.values_list("channel", "status", "reply"))


def test_portal_without_a_key_offers_nothing(push_service, device, user, settings):
    settings.VAPID_PRIVATE_KEY = ""

    assert (PushChannel().is_offered(), PushChannel().reaches(user)) == (False, False)
    assert PushChannel().send(user, NOTICE) == ChannelResult(Outcome.REFUSED)
    assert (PushChannel.channel, PushChannel.consent) == (Channel.PUSH, ConsentKind.PUSH)
