import datetime

import pytest

from portal.desk.views.rows import age_in_words, rows_of
from tests.factories.submissions import RECEIVED_AT
from tests.factories.triage import ApplicationFactory


@pytest.mark.parametrize(
    ("later", "words"),
    [(0, "heute"), (12, "heute"), (13, "gestern"), (36, "gestern"), (37, "vor 2 Tagen"), (24 * 30, "vor 30 Tagen")],
)
def test_age_counts_german_calendar_days(later, words):
    received = datetime.datetime(2026, 11, 3, 10, 0, tzinfo=datetime.UTC)  # 11 o'clock in Berlin

    assert age_in_words(received, received + datetime.timedelta(hours=later)) == words


@pytest.mark.django_db
def test_row_lists_findings_from_the_heaviest_down():
    application = ApplicationFactory()

    (row,) = rows_of([application], {application.pk: {"I": 2, "B": 1, "W": 3, "F": 1}}, RECEIVED_AT)

    assert row.findings == (("B", 1), ("F", 1), ("W", 3), ("I", 2))
    assert (row.name, row.status, row.is_checking) == ("Miriam Sander", "Eingegangen", True)


@pytest.mark.django_db
def test_person_without_name_is_not_an_empty_cell():
    application = ApplicationFactory()
    application.person.name = ""

    (row,) = rows_of([application], {}, RECEIVED_AT)

    assert row.name == "(ohne Namen)"
