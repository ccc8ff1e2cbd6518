import pytest
from django.db import IntegrityError, connection
from hypothesis import given
from hypothesis import strategies as st

from portal.cases.models import name_variants, plain_phone
from tests.factories.cases import PersonFactory


@pytest.mark.parametrize(
    ("name", "variants"),
    [
        ("Miriam Sander", ("miriam sander",)),
        ("Jürgen Müller-Groß", ("juergen mueller gross", "jurgen muller gross")),
        ("MUELLER", ("mueller",)),
        ("  Anna   d'Or ", ("anna d or",)),
        ("José Łukasz Şahin", ("jose lukasz sahin",)),
        ("Ju\u0308rgen", ("juergen", "jurgen")),
        ("Ｍｉｒｉａｍ", ("miriam",)),
        ("Дмитрий", ("дмитрии",)),
        ("", ()),
        (" - ", ()),
    ],
)
def test_name_variants_are_plain_lower_case(name, variants):
    assert name_variants(name) == variants


@given(st.text(max_size=60))
def test_name_variants_are_stable_and_hold_no_separator(name):
    for variant in name_variants(name):
        assert "|" not in variant
        assert variant == " ".join(variant.split())


@pytest.mark.parametrize(
    ("phone", "digits"),
    [
        ("0170 / 123-45", "017012345"),
        ("+49 170 12345", "017012345"),
        ("0049 (170) 12345", "017012345"),
        ("+43 1 2345", "004312345"),
        ("", ""),
    ],
)
def test_plain_phone_is_the_number_as_dialled_in_germany(phone, digits):
    assert plain_phone(phone) == digits


@pytest.mark.django_db
def test_case_has_one_applicant():
    person = PersonFactory()
    with pytest.raises(IntegrityError, match="one_applicant_per_case"):
        PersonFactory(case=person.case)


@pytest.mark.django_db
def test_account_stands_for_one_person_per_case_and_for_several_across_cases():
    person = PersonFactory()
    PersonFactory(user=person.user)
    with pytest.raises(IntegrityError, match="account_once_per_case"):
        PersonFactory(case=person.case, user=person.user, is_applicant=False)


@pytest.mark.django_db
def test_person_of_the_answers_stands_once_per_case():
    person = PersonFactory(answer_id="p1")
    with pytest.raises(IntegrityError, match="answer_id_once_per_case"):
        PersonFactory(case=person.case, answer_id="p1", member=True)


@pytest.mark.django_db
def test_name_is_not_readable_in_the_database_and_not_printed():
    person = PersonFactory(name="Miriam Sander")
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM cases_person WHERE id = %s", [person.pk])
        assert b"Sander" not in bytes(cursor.fetchone()[0])
    assert str(person) == str(person.pk)
