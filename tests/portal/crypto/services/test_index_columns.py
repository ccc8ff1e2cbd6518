import pytest
from django.db import connection

from portal.cases.models import Case
from portal.crypto.enums import KeysetName
from portal.crypto.services import index_columns
from portal.crypto.services.index_columns import index_holding
from tests.factories.cases import CaseFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def holding():
    return index_holding(
        column="cases.Case.household_number_index",
        rows=lambda: Case.objects.filter(household_number__isnull=False),
        expected=lambda case: case.household_number.upper() or None,
    )


def indexes():
    return sorted(Case.objects.values_list("household_number_index", flat=True))


def test_holding_says_what_it_is(holding):
    assert (holding.label, holding.keyset) == ("cases.Case.household_number_index", KeysetName.INDEX)


def test_what_is_missing_or_stale_is_filled(holding, monkeypatch):
    monkeypatch.setattr(index_columns, "BATCH", 2)
    for number, index in (("a", "A"), ("b", "old"), ("c", None)):
        CaseFactory(household_number=number, household_number_index=index)

    assert (holding.waiting(), sum(holding.move()), holding.waiting()) == (2, 2, 0)
    assert indexes() == ["A", "B", "C"]


def test_value_that_does_not_open_leaves_its_index(holding):
    CaseFactory(household_number="a", household_number_index="old")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE cases_case SET household_number = set_byte(household_number, 20, 0)")
        cursor.execute("UPDATE cases_case SET household_number = set_byte(household_number, 21, 0)")

    assert (holding.waiting(), sum(holding.move()), indexes()) == (0, 0, ["old"])
