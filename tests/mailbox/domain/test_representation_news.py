import pytest

from mailbox.domain.representation_news import say_checked
from mailbox.models import Message
from tests.factories.cases import PersonFactory
from tests.factories.representations import RepresentationFactory

pytestmark = pytest.mark.django_db


def said(**fields):
    return say_checked(RepresentationFactory(**fields)).body


def test_person_reads_who_gets_the_letters_now():
    body = said()

    assert "Schreiben vom Jobcenter gehen jetzt an Frau Berger." in body
    assert "Sie selbst bekommen eine Kopie hier im Postfach." in body
    assert "Vollmacht" not in body


def test_guardian_for_money_gets_no_letters():
    assert "Schreiben" not in said(tasks=["finances"])


def test_reservation_promises_no_copy():
    assert "Kopie" not in said(has_reservation=True)


def test_vollmacht_can_be_ended_by_the_person():
    assert "Sie können die Vollmacht jederzeit beenden." in said(authorised=True)


def test_said_once_to_the_applicant_when_it_is_about_the_whole_case():
    person = PersonFactory()
    standing = RepresentationFactory(person=person)
    standing.person = None
    standing.save()

    assert say_checked(standing) == say_checked(standing)
    assert Message.objects.get().thread.person == person
