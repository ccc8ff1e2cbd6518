import pytest

from portal.audit.models import AuditEvent
from portal.cases.enums import Language
from portal.cases.errors import NotPermitted
from portal.cases.models import Person
from portal.cases.services import note_language
from tests.factories.accounts import StaffMembershipFactory
from tests.factories.cases import PersonFactory, claimant_actor, staff_actor

pytestmark = pytest.mark.django_db


def test_language_is_kept_recorded_once_and_forgotten():
    person = PersonFactory()
    office = staff_actor(StaffMembershipFactory(jobcenter=person.case.jobcenter))
    for _again in range(2):
        note_language(actor=office, person=person, language=Language.ARABIC)

    assert Person.objects.get(pk=person.pk).language == "ar"
    assert AuditEvent.objects.filter(event="person.language_noted").count() == 1
    note_language(actor=office, person=person, language=None)
    assert Person.objects.get(pk=person.pk).language == ""


def test_only_staff_of_the_house_note_it():
    person = PersonFactory()
    for actor in (staff_actor(StaffMembershipFactory()), claimant_actor(person.case)):
        with pytest.raises(NotPermitted):
            note_language(actor=actor, person=person, language=Language.ARABIC)
