import pytest
from django.urls import reverse

from portal.cases.models import Person
from portal.cases.views.space import space_of
from tests.factories.cases import StandingFactory

pytestmark = pytest.mark.django_db
PAGE = "appointments:preference"


def test_preference_is_set_and_unset_by_the_person(client):
    standing = StandingFactory()
    client.force_login(standing.user)

    said = client.post(reverse(PAGE), {"ja": "1"}, follow=True).content.decode()
    was_set = Person.objects.get(pk=standing.person_id).prefers_personal_since is not None
    client.post(reverse(PAGE), {"nein": "1"})

    assert "Wir rufen Sie lieber an" in said
    assert "Daran hängen Fristen" in said
    assert was_set
    assert Person.objects.get(pk=standing.person_id).prefers_personal_since is None


def test_preference_is_not_a_helpers_to_say(client):
    standing = StandingFactory()
    helper = StandingFactory(helper=True, person=standing.person, scopes=["appointments"])
    client.force_login(helper.user)
    address = space_of(standing.case_id) + reverse(PAGE)[1:]

    assert client.post(address, {"ja": "1"}).status_code == 404
