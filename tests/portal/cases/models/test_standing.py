import datetime

import pytest
from django.db import IntegrityError

from portal.cases.models import Standing
from tests.factories.cases import StandingFactory

pytestmark = pytest.mark.django_db

START = datetime.datetime(2026, 11, 1, tzinfo=datetime.UTC)
END = datetime.datetime(2026, 12, 1, tzinfo=datetime.UTC)
MOMENT = datetime.timedelta(microseconds=1)


@pytest.mark.parametrize(
    ("moment", "holds"), [(START - MOMENT, False), (START, True), (END - MOMENT, True), (END, False)]
)
def test_standing_holds_from_start_to_before_end(moment, holds):
    StandingFactory(valid_from=START, valid_to=END)
    assert Standing.objects.valid_at(moment).exists() is holds


def test_revoked_standing_holds_no_more():
    StandingFactory(revoked_at=START)
    assert not Standing.objects.valid_at(END).exists()


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        ({"user": None}, "standing_has_one_holder"),
        ({"guest_key_hash": "a" * 64}, "standing_has_one_holder"),
        ({"valid_from": END, "valid_to": START}, "standing_ends_after_its_start"),
        ({"scopes": []}, "standing_has_scopes"),
    ],
)
def test_standing_that_makes_no_sense_is_refused(fields, constraint):
    with pytest.raises(IntegrityError, match=constraint):
        StandingFactory(**fields)


def test_guest_holds_a_standing_by_key():
    standing = StandingFactory(user=None, guest_key_hash="a" * 64, kind="helper")
    assert Standing.objects.get(guest_key_hash="a" * 64) == standing


def test_user_has_one_open_own_standing_per_case():
    standing = StandingFactory()
    with pytest.raises(IntegrityError, match="one_own_standing_per_case_and_user"):
        StandingFactory(person=standing.person)


def test_own_standing_may_follow_a_revoked_one():
    standing = StandingFactory(revoked_at=START)
    StandingFactory(person=standing.person)
    assert Standing.objects.own().count() == 2
