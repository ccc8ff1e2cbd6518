import datetime

import pytest

from portal.desk.forms.letter import LetterForm

BORN = datetime.date(1997, 1, 25)
CHECKED = {"identity_document": "passport", "birth_date": "1997-01-25", "has_checked": "on"}


def test_checked_id_with_the_date_of_the_case_is_enough():
    assert LetterForm(CHECKED, known=BORN).is_valid()


@pytest.mark.parametrize("missing", ["identity_document", "birth_date", "has_checked"])
def test_nothing_is_printed_unchecked(missing):
    form = LetterForm({**CHECKED, missing: ""}, known=BORN)

    assert list(form.errors) == [missing]


def test_other_date_than_in_the_case_needs_a_second_look():
    typed = CHECKED | {"birth_date": "1997-01-26"}
    refused = LetterForm(typed, known=BORN)

    assert not refused.is_valid()
    assert refused.differs
    assert LetterForm(typed | {"is_same_person": "on"}, known=BORN).is_valid()


def test_case_without_a_date_takes_the_one_on_the_id():
    assert LetterForm(CHECKED, known=None).is_valid()


def test_birth_date_does_not_lie_ahead():
    assert LetterForm(CHECKED | {"birth_date": "2999-01-01"}, known=None).errors["birth_date"]
