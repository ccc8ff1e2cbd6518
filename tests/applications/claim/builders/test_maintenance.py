import pytest

from applications.catalogue.main_application import FORM
from applications.claim.builders import build_claim
from applications.enums import MaintenanceAdvance
from tests.factories.personas import P02, fresh


def people(stored):
    return {person.first_name: person for person in build_claim(FORM, stored).persons}


def test_each_answer_stands_with_the_person_it_is_about():
    found = people(P02)

    assert found["Miriam"].former_partner.former_name == "Ben Sander"
    assert found["Ella"].parent_elsewhere.advance is MaintenanceAdvance.PAID
    assert found["Ella"].former_partner.former_name is None


@pytest.mark.parametrize(
    ("told", "ticked", "expected"),
    [(None, None, None), (False, [], False), (True, [], True), (False, ["unsafe"], True), (None, ["unsafe"], True)],
)
def test_danger_is_told_in_one_of_two_places(told, ticked, expected):
    stored = fresh(P02)
    stored["people"]["persons"][0]["maintenance_unsafe"] = told
    stored["maintenance"]["people"][1]["maintenance_unsafe"] = ticked

    assert people(stored)["Ella"].maintenance_unsafe is expected
