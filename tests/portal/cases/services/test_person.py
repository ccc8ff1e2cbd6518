import datetime

import pytest

from portal.audit.models import AuditEvent
from portal.cases.errors import NotPermitted
from portal.cases.models import Person, PersonIndex
from portal.cases.services import enter_member, name_person
from tests.factories.cases import CaseFactory, PersonFactory, claimant_actor

pytestmark = pytest.mark.django_db

BORN = datetime.date(1979, 5, 4)


def index_of(person):
    row = PersonIndex.objects.get(person=person)
    return (row.normalised_name, row.birth_date, row.contact_phone)


def test_name_is_stored_encrypted_and_indexed_in_all_spellings():
    person = PersonFactory(name="")
    actor = claimant_actor(person.case)
    name_person(actor=actor, person=person, name="Andreas Müller", birth_date=BORN, phone="+49 170 12345")
    assert Person.objects.get(pk=person.pk).name == "Andreas Müller"
    assert index_of(person) == ("andreas mueller|andreas muller", BORN, "017012345")
    assert AuditEvent.objects.get().event == "person.named"


def test_last_call_counts_and_repeating_it_records_nothing():
    person = PersonFactory(name="")
    actor = claimant_actor(person.case)
    name_person(actor=actor, person=person, name="Anna Alt", birth_date=BORN)
    for _ in range(2):
        name_person(actor=actor, person=person, name="Anna Neu")
    assert index_of(person) == ("anna neu", None, "")
    assert AuditEvent.objects.count() == 2


def test_endless_name_is_cut_in_the_index_only():
    person = PersonFactory(name="")
    name_person(actor=claimant_actor(person.case), person=person, name="x" * 600)
    assert (len(index_of(person)[0]), len(Person.objects.get(pk=person.pk).name)) == (500, 600)


def test_stranger_cannot_name_a_person():
    person = PersonFactory(name="Anna Alt")
    with pytest.raises(NotPermitted):
        name_person(actor=claimant_actor(CaseFactory()), person=person, name="Anna Neu")
    assert Person.objects.get(pk=person.pk).name == "Anna Alt"


def test_member_is_made_once_and_renamed_later():
    case = CaseFactory()
    actor = claimant_actor(case)
    first = enter_member(actor=actor, case=case, answer_id="c1", name="Ella Sander", birth_date=BORN)
    again = enter_member(actor=actor, case=case, answer_id="c1", name="Ella Groß", birth_date=BORN)
    assert first.pk == again.pk
    assert index_of(again) == ("ella gross", BORN, "")


def test_stranger_cannot_enter_a_member():
    case = CaseFactory()
    with pytest.raises(NotPermitted):
        enter_member(actor=claimant_actor(CaseFactory()), case=case, answer_id="c1", name="Ella")
    assert not Person.objects.filter(case=case, answer_id="c1").exists()
