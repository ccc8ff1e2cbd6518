import uuid

import pytest
from django.db import IntegrityError

from portal.accounts.models import User
from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db


def test_create_user_hashes_the_password_and_lowers_the_address():
    user = User.objects.create_user(" Anna@Example.ORG", "Regen-Schirm-27")
    assert user.email == "anna@example.org"
    assert user.check_password("Regen-Schirm-27")
    assert (user.is_staff, user.is_superuser, type(user.pk)) == (False, False, uuid.UUID)


def test_create_user_without_password_leaves_none_usable():
    assert User.objects.create_user("anna@example.org").has_usable_password() is False


def test_create_user_without_address_is_refused():
    with pytest.raises(ValueError, match="e-mail"):
        User.objects.create_user("")


def test_create_superuser_may_do_everything():
    user = User.objects.create_superuser("betrieb@example.org", "Regen-Schirm-27")
    assert (user.is_staff, user.is_superuser) == (True, True)


def test_address_is_looked_up_in_any_spelling():
    user = UserFactory(email="anna@example.org")
    assert User.objects.get(email="ANNA@example.org") == user


def test_same_address_in_another_spelling_is_refused():
    UserFactory(email="anna@example.org", verified=True)
    with pytest.raises(IntegrityError):
        User.objects.create(email="Anna@example.org")


def test_address_is_shown_with_its_umlauts():
    assert UserFactory(email="anna@müller.example").shown_email == "anna@müller.example"


def test_user_is_printed_without_address():
    user = UserFactory(email="anna@example.org")
    assert str(user) == str(user.pk)


def test_account_needs_no_address():
    for _ in range(2):
        User().save()
    assert list(User.objects.values_list("email", flat=True)) == [None, None]


def test_empty_address_is_none():
    user = User(email=" ")
    user.save()
    assert user.email is None
