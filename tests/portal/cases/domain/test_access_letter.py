import pytest
from django.utils import timezone

from portal.cases.domain.access_letter import (
    TRANSITIONS,
    count_wrong_date,
    end_letter,
    locked_letter,
)
from portal.cases.enums import LetterStatus
from portal.cases.errors import LetterNotValid
from tests.factories.cases import AccessLetterFactory

pytestmark = pytest.mark.django_db


def test_only_a_valid_letter_ends():
    allowed = {(origin, to) for origin, targets in TRANSITIONS.items() for to in targets}

    assert allowed == {(LetterStatus.VALID, to) for to in LetterStatus if to != LetterStatus.VALID}


@pytest.mark.parametrize("origin", [LetterStatus.USED, LetterStatus.WITHDRAWN, LetterStatus.LOCKED])
def test_ended_letter_stays_ended(origin):
    letter = AccessLetterFactory(status=origin, ended_at=timezone.now())

    with pytest.raises(LetterNotValid):
        end_letter(letter=letter, to=LetterStatus.USED, at=timezone.now())


def test_fifth_wrong_date_ends_the_letter():
    letter = AccessLetterFactory()
    for _ in range(4):
        count_wrong_date(letter=letter, at=timezone.now())
    assert locked_letter(letter).status == LetterStatus.VALID

    count_wrong_date(letter=letter, at=timezone.now())

    assert locked_letter(letter).status == LetterStatus.LOCKED
