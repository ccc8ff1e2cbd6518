import datetime

import pytest

from portal.audit.models import AuditEvent
from portal.cases.errors import NotPermitted
from portal.cases.models import Person, PersonIndex
from portal.cases.services import PersonDetails, enter_members, name_persons
from tests.factories.cases import CaseFactory, PersonFactory, claimant_actor

pytestmark = pytest.mark.django_db

BORN = datetime.date(1979, 5, 4)


def index_of(person):
    row = PersonIndex.objects.get(person=person)
    return (row.normalised_name, row.birth_date, row.contact_phone)


def name(person, **details):
    name_persons(actor=claimant_actor(person.case), case=person.case, details={person: PersonDetails(**details)})


def test_name_is_stored_encrypted_and_indexed_in_all_spellings():
    person = PersonFactory(name="")
    name(person, name="Andreas Müller", birth_date=BORN, phone="+49 170 12345")
    assert Person.objects.get(pk=person.pk).name == "Andreas Müller"
    assert index_of(person) == ("andreas mueller|andreas muller", BORN, "017012345")
    assert AuditEvent.objects.get().event == "person.named"


def test_last_word_counts_and_repeating_it_records_nothing():
    person = PersonFactory(name="")
    name(person, name="Anna Alt", birth_date=BORN)
    for _ in range(2):
        name(person, name="Anna Neu")
    assert index_of(person) == ("anna neu", BORN, "")
    assert AuditEvent.objects.count() == 2


def test_silence_takes_nothing_away():
    person = PersonFactory(name="")
    name(person, name="Anna Alt", birth_date=BORN, phone="+49 170 12345")
    name(person)
    assert Person.objects.get(pk=person.pk).name == "Anna Alt"
    assert index_of(person) == ("anna alt", BORN, "017012345")
    assert AuditEvent.objects.count() == 1


def test_only_who_has_changed_is_recorded():
    one = PersonFactory(name="")
    other = PersonFactory(case=one.case, member=True, name="")
    actor, unchanged = claimant_actor(one.case), PersonDetails(name="Ella Sander")
    name_persons(actor=actor, case=one.case, details={one: PersonDetails(name="Anna Alt"), other: unchanged})
    name_persons(actor=actor, case=one.case, details={one: PersonDetails(name="Anna Neu"), other: unchanged})
    assert list(AuditEvent.objects.filter(subject_id=str(other.pk)).values_list("event", flat=True)) == ["person.named"]
    assert (index_of(one)[0], index_of(other)[0]) == ("anna neu", "ella sander")


def test_endless_name_is_cut_in_the_index_only():
    person = PersonFactory(name="")
    name(person, name="x" * 600)
    assert (len(index_of(person)[0]), len(Person.objects.get(pk=person.pk).name)) == (500, 600)


def test_nobody_names_a_person_of_another_case():
    person, own = PersonFactory(name="Anna Alt"), CaseFactory()
    for case in (person.case, own):
        with pytest.raises(NotPermitted):
            name_persons(actor=claimant_actor(own), case=case, details={person: PersonDetails(name="Anna Neu")})
    assert Person.objects.get(pk=person.pk).name == "Anna Alt"


def test_names_of_a_household_cost_the_same_reads_whatever_its_size(django_assert_num_queries):
    first = PersonFactory(name="")
    actor = claimant_actor(first.case)
    household = {
        person: PersonDetails(name="Ella")
        for person in (first, *PersonFactory.create_batch(7, case=first.case, member=True))
    }
    name_persons(actor=actor, case=first.case, details=household)
    with django_assert_num_queries(3):  # SAVEPOINT, index, RELEASE
        name_persons(actor=actor, case=first.case, details=household)


def test_member_is_made_once():
    case = CaseFactory()
    actor = claimant_actor(case)
    first = enter_members(actor=actor, case=case, answer_ids=["c1"])
    again = enter_members(actor=actor, case=case, answer_ids=["c1", "c2"])
    assert first["c1"].pk == again["c1"].pk
    assert sorted(again) == ["c1", "c2"]


def test_stranger_cannot_enter_a_member():
    case = CaseFactory()
    with pytest.raises(NotPermitted):
        enter_members(actor=claimant_actor(CaseFactory()), case=case, answer_ids=["c1"])
    assert not Person.objects.filter(case=case, answer_id="c1").exists()
