import pytest

from applications.catalogue.main_application import FORM
from portal.desk.domain.proof import speaks_of


def says(kind, place, person=""):
    return speaks_of(FORM.key, FORM.version, kind, person, place)


@pytest.mark.parametrize(
    ("kind", "place"),
    [
        ("LEASE", "home.base_rent"),
        ("LEASE", "home.heating_costs"),
        ("RENT_CERT", "home.street"),
        ("BANK_STATEMENT", "bank.iban"),
        ("BANK_STATEMENT", "home.base_rent"),
        ("CHILD_BENEFIT_NOTICE", "people.persons.c1.child_benefit_recipient"),
    ],
)
def test_paper_speaks_of_what_it_proves(kind, place):
    assert says(kind, place) is True


@pytest.mark.parametrize(
    ("kind", "place"), [("LEASE", "bank.iban"), ("OTHER", "home.base_rent"), ("", "home.base_rent"), ("LEASE", "")]
)
def test_and_of_nothing_else(kind, place):
    assert says(kind, place) is False


def test_paper_about_one_person_says_nothing_about_others():
    kind, place = "CHILD_BENEFIT_NOTICE", "people.persons.c1.child_benefit_recipient"

    assert (says(kind, place, "c1"), says(kind, place, "c2")) == (True, False)


def test_form_that_is_gone_says_nothing():
    assert speaks_of("old_form", "2019-01", "LEASE", "", "home.base_rent") is False
