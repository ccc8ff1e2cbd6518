import datetime
import json

import pytest
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.core.serializers.json import DjangoJSONEncoder

from portal.accounts.domain.personal_data import export_account
from tests.factories.accounts import JobcenterFactory, StaffMembershipFactory, UserFactory

pytestmark = pytest.mark.django_db

NOON = datetime.datetime(2026, 11, 20, 12, 0, tzinfo=datetime.UTC)


@pytest.fixture
def user():
    user = UserFactory(email="anna@example.org", date_joined=NOON, last_login=NOON)
    Authenticator.objects.create(user=user, type=Authenticator.Type.TOTP, data={"secret": "GEHEIM"}, created_at=NOON)
    SocialAccount.objects.create(user=user, provider="bundid", uid="bpk2", extra_data={"token": "GEHEIM"})
    UserSession.objects.create(user=user, ip="192.0.2.7", user_agent="Firefox", session_key="GEHEIM", last_seen_at=NOON)
    return user


def lines(exported, title):
    return next(record for record in exported.records if record.title == title).lines


def test_account_says_address_ways_in_and_devices(user):
    exported = export_account(user.pk)

    assert exported.records[0].facts == (
        ("E-Mail-Adresse", "anna@example.org"),
        ("Angelegt am", "Freitag, 20.\xa0November 2026, 13:00:00\xa0Uhr"),
        ("Zuletzt angemeldet", "Freitag, 20.\xa0November 2026, 13:00:00\xa0Uhr"),
    )
    assert (
        lines(exported, "Wie Sie sich anmelden können")[2]
        == "App mit Einmal-Code, eingerichtet am 20.\xa0November 2026"
    )
    assert lines(exported, "Geräte, auf denen Sie angemeldet sind") == (
        "Firefox, zuletzt Freitag, 20.\xa0November 2026, 13:00:00\xa0Uhr",
    )


def test_account_gives_no_secret_away(user):
    exported = export_account(user.pk)

    told = json.dumps(exported.data, cls=DjangoJSONEncoder) + repr(exported.records)

    assert "GEHEIM" not in told
    assert user.password not in told


def test_account_of_staff_names_the_work():
    membership = StaffMembershipFactory(jobcenter=JobcenterFactory(name="Jobcenter Nord"), display_name="Frau Sommer")

    exported = export_account(membership.user.pk)

    assert lines(exported, "Ihre Arbeit für ein Jobcenter oder eine Organisation") == (
        "Jobcenter Nord: Sachbearbeitung, Name für andere: Frau Sommer, seit 1.\xa0Januar 2020",
    )


def test_account_takes_seven_queries(user, django_assert_num_queries):
    UserSession.objects.create(user=user, ip="192.0.2.8", user_agent="Chrome", session_key="zwei")

    with django_assert_num_queries(7):
        export_account(user.pk)
