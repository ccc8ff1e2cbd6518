import pytest

from portal.notices.enums import ConsentKind, DispatchStatus, Obstacle
from portal.notices.models import Dispatch
from portal.notices.selectors import (
    consents_of,
    delivery_obstacle,
    held_kinds,
    holds,
    notice_settings_of,
    unsent_notices,
    wants_question,
)
from tests.factories.accounts import UserFactory
from tests.factories.cases import CaseFactory
from tests.factories.consents import SOME_DAY, ConsentFactory, NoticeSettingsFactory

pytestmark = pytest.mark.django_db


def test_consents_are_those_of_the_account_with_what_was_taken_back():
    old = ConsentFactory(revoked_at=SOME_DAY, given_at=SOME_DAY)
    new = ConsentFactory(user=old.user)
    ConsentFactory()
    assert list(consents_of(old.user_id)) == [new, old]


def test_what_was_taken_back_does_not_hold():
    consent = ConsentFactory(revoked_at=SOME_DAY)
    assert (held_kinds(consent.user_id), holds(consent.user_id, ConsentKind.EMAIL)) == (frozenset(), False)


def test_who_has_never_chosen_has_no_rest_and_is_not_discreet():
    settings = notice_settings_of(UserFactory().pk)
    assert (settings.is_discreet, settings.quiet_from, settings.bounced_at) == (False, None, None)


def agreed(**fields):
    return ConsentFactory(decisions=True, **fields).user


@pytest.mark.parametrize(
    ("user", "obstacle"),
    [
        (lambda: None, Obstacle.NO_ACCOUNT),
        (lambda: agreed(user__is_active=False), Obstacle.NO_ACCOUNT),
        (lambda: agreed(user__verified=False), Obstacle.NO_ACCOUNT),
        (lambda: agreed(user__email=None), Obstacle.NO_ACCOUNT),
        (UserFactory, Obstacle.NO_CONSENT),
        (lambda: ConsentFactory().user, Obstacle.NO_CONSENT),
        (lambda: agreed(revoked_at=SOME_DAY), Obstacle.NO_CONSENT),
        (lambda: NoticeSettingsFactory(user=agreed(), is_discreet=True).user, Obstacle.DISCREET),
        (lambda: NoticeSettingsFactory(user=agreed(), bounced_at=SOME_DAY).user, Obstacle.BOUNCED),
        (agreed, Obstacle.NONE),
    ],
)
def test_decision_goes_by_post_for_a_reason(user, obstacle):
    found = user()
    assert delivery_obstacle(found.pk if found else None) == obstacle


def test_no_obstacle_is_false():
    assert not Obstacle.NONE


@pytest.mark.parametrize(
    ("user", "asks"),
    [
        (UserFactory, True),
        (lambda: ConsentFactory(decisions=True).user, True),
        (lambda: ConsentFactory().user, False),
        (lambda: ConsentFactory(revoked_at=SOME_DAY).user, False),
        (lambda: NoticeSettingsFactory(asked_at=SOME_DAY).user, False),
        (lambda: NoticeSettingsFactory(is_discreet=True).user, False),
        (lambda: UserFactory(email=None), False),
        (lambda: UserFactory(verified=False), False),
    ],
)
def test_question_is_asked_once(user, asks):
    assert wants_question(user()) is asks


def test_notices_that_wait_for_a_server_are_counted():
    for key, fields in {"away": {"error": "450"}, "new": {}, "refused": {"error": "550", "status": "failed"}}.items():
        Dispatch.objects.create(case=CaseFactory(), template="new_message", subject_id="7" * 32, key=key, **fields)
    assert [row.key for row in unsent_notices()] == ["away"]
    assert unsent_notices().get().status == DispatchStatus.PENDING
