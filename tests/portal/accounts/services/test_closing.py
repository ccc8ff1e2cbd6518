import pytest
from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession

from portal.accounts.models import Session, StaffMembership, User
from portal.accounts.services import close_user
from portal.audit.models import ActorKey, AuditEvent
from tests.factories.accounts import StaffMembershipFactory, UserFactory
from tests.factories.cases import StandingFactory

pytestmark = pytest.mark.django_db


def test_account_without_anything_that_must_stay_is_deleted():
    user = UserFactory(email="anna@example.org")

    close_user(user=user)

    assert not User.objects.exists()
    assert not EmailAddress.objects.exists()


def test_account_with_a_standing_stays_as_an_empty_row():
    standing = StandingFactory(user=UserFactory(email="anna@example.org"))
    key = standing.user_id

    close_user(user=standing.user)

    left = User.objects.get(pk=key)
    assert (left.email, left.is_active, left.has_usable_password(), left.last_login) == (
        f"{key}@konto-geschlossen.invalid",
        False,
        False,
        None,
    )
    assert not EmailAddress.objects.filter(user=left).exists()
    assert not left.persons.exists()


def test_person_stays_without_the_account():
    standing = StandingFactory()
    person = standing.person

    close_user(user=standing.user)
    person.refresh_from_db()

    assert (person.user, person.name) == (None, "Miriam Sander")


def test_address_can_be_used_anew():
    user = StandingFactory(user=UserFactory(email="anna@example.org")).user

    close_user(user=user)

    assert UserFactory(email="anna@example.org").pk != user.pk


def test_trail_keeps_its_events_and_loses_the_person():
    user = StandingFactory().user
    close_user(user=user)

    assert list(AuditEvent.objects.order_by("id").values_list("event", flat=True)) == [
        "account.closed",
        "actor.shredded",
    ]
    assert not ActorKey.objects.filter(user_id=user.pk).exists()


def test_who_has_worked_for_a_jobcenter_stays_known_to_the_trail():
    membership = StaffMembershipFactory(ended=True)
    user = membership.user

    close_user(user=user)

    assert StaffMembership.objects.get().user_id == user.pk
    assert ActorKey.objects.filter(user_id=user.pk).exists()
    assert not User.objects.get(pk=user.pk).is_staff


@pytest.mark.parametrize("stays", [False, True])
def test_sessions_end_in_the_database(client, stays):
    user = StaffMembershipFactory(ended=True).user if stays else UserFactory()
    client.force_login(user)

    close_user(user=user)

    assert not Session.objects.exists()
    assert not UserSession.objects.exists()
