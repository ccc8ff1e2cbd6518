import pytest

from portal.audit.models import AuditEvent
from portal.notices.enums import ConsentKind
from portal.notices.errors import NotOffered
from portal.notices.models import Consent
from portal.notices.selectors import held_kinds, holds
from portal.notices.services import decline_notices, give_consent, revoke_consent
from tests.factories.accounts import UserFactory
from tests.factories.consents import ConsentFactory

pytestmark = pytest.mark.django_db
EMAIL, DECISIONS = ConsentKind.EMAIL, ConsentKind.ELECTRONIC_DECISIONS


def events():
    return list(AuditEvent.objects.order_by("id").values_list("event", flat=True))


@pytest.mark.parametrize("kind", [EMAIL, DECISIONS])
def test_consent_holds_from_now_on(kind):
    user = UserFactory()
    given = give_consent(user=user, kind=kind)
    assert (given.text_version, given.revoked_at) == ("2026-11", None)
    assert held_kinds(user.pk) == {kind}
    assert events() == ["consent.given"]


def test_agreeing_twice_is_one_consent():
    user = UserFactory()
    assert give_consent(user=user, kind=EMAIL) == give_consent(user=user, kind=EMAIL)
    assert events() == ["consent.given"]


def test_revoking_one_leaves_the_other():
    user = UserFactory()
    for kind in (EMAIL, DECISIONS):
        give_consent(user=user, kind=kind)
    revoke_consent(user=user, kind=DECISIONS)
    assert held_kinds(user.pk) == {EMAIL}
    assert events() == ["consent.given", "consent.given", "consent.revoked"]


def test_agreeing_again_makes_a_second_row():
    user = UserFactory()
    give_consent(user=user, kind=EMAIL)
    revoke_consent(user=user, kind=EMAIL)
    revoke_consent(user=user, kind=EMAIL)
    give_consent(user=user, kind=EMAIL)
    assert [row.revoked_at is None for row in Consent.objects.order_by("given_at")] == [False, True]


def test_older_words_are_agreed_to_anew():
    old = ConsentFactory(text_version="2020-01")
    new = give_consent(user=old.user, kind=EMAIL)
    old.refresh_from_db()
    assert old.revoked_at is not None
    assert new.text_version == "2026-11"


@pytest.mark.parametrize("kind", [EMAIL, DECISIONS])
def test_without_a_confirmed_address_there_is_nothing_to_agree_to(kind):
    user = UserFactory(verified=False)
    with pytest.raises(NotOffered):
        give_consent(user=user, kind=kind)
    assert not Consent.objects.exists()


def test_what_the_portal_does_not_have_cannot_be_agreed_to():
    with pytest.raises(NotOffered):
        give_consent(user=UserFactory(), kind=ConsentKind.SMS)


def test_no_is_remembered_and_is_no_consent():
    user = UserFactory()
    decline_notices(user=user)
    assert user.notice_settings.asked_at is not None
    assert not holds(user.pk, EMAIL)
