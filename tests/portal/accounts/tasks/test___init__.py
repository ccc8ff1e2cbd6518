import pytest

from portal.accounts.tasks import tell_person
from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db


def test_tell_person_sends_the_mail(mailoutbox):
    tell_person(UserFactory().pk)
    assert [mail.subject for mail in mailoutbox] == ["Anmeldung mit einem neuen Gerät"]
