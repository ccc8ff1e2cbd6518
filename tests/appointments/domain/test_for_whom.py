import datetime

import pytest

from appointments.domain.for_whom import before_booking, called, for_whom, in_messages
from portal.cases.models import PersonIndex
from portal.cases.selectors import actor_for_user
from tests.factories.cases import PersonFactory, StandingFactory, helper_actor

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2026, 12, 7)


@pytest.fixture
def standing():
    return StandingFactory()


@pytest.fixture
def actor(standing):
    return actor_for_user(standing.user, purpose="test")


def ida(standing, born=None):
    person = PersonFactory(case=standing.case, member=True)
    PersonIndex.objects.create(person=person, normalised_name="ida sander", birth_date=born)
    return person


def test_oneself_needs_no_name_and_others_have_theirs(standing, actor):
    member = ida(standing)

    assert (for_whom(actor, standing.person), called(actor, standing.person)) == ("", "mich selbst")
    assert (for_whom(actor, member), called(actor, member)) == ("für Ida Sander", "Ida Sander")


def test_helper_expects_whom_they_help(standing):
    helper = helper_actor(StandingFactory(helper=True, person=standing.person, scopes=["appointments"]))

    assert (for_whom(helper, standing.person), called(helper, standing.person)) == ("", "Miriam Sander")


def test_message_names_who_is_not_the_applicant(standing):
    assert (in_messages(standing.person), in_messages(ida(standing))) == ("", "Es geht um: Ida Sander.")


@pytest.mark.parametrize(
    ("born", "words"),
    [
        (datetime.date(2011, 12, 8), "Für Ida Sander sprechen die Eltern."),
        (datetime.date(2011, 12, 7), "Ida Sander kann auch selbst mit uns sprechen"),
        (datetime.date(2008, 12, 7), "Bitte sprechen Sie vorher mit Ida Sander."),
        (None, "Bitte sprechen Sie vorher mit Ida Sander."),
    ],
)
def test_what_to_think_of_depends_on_the_age(born, words, standing, actor):
    assert before_booking(actor, ida(standing, born), TODAY).startswith(words)
    assert before_booking(actor, standing.person, TODAY) == ""
