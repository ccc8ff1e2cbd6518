"""The life of an access letter: one table, and the only place that writes its status."""

import datetime

from portal.cases.enums import LetterStatus
from portal.cases.errors import LetterNotValid
from portal.cases.models import AccessLetter

VALID_FOR = datetime.timedelta(days=14)
MOST_WRONG_DATES = 5  # with the right code in hand, so nobody else can lock a letter

TRANSITIONS: dict[LetterStatus, frozenset[LetterStatus]] = {
    LetterStatus.VALID: frozenset(
        {LetterStatus.USED, LetterStatus.REPLACED, LetterStatus.WITHDRAWN, LetterStatus.LOCKED}
    ),
}


def locked_letter(letter: AccessLetter) -> AccessLetter:
    """Return the letter as it is now, its row locked until the end of the transaction."""
    return AccessLetter.objects.select_for_update(no_key=True).get(pk=letter.pk)


def end_letter(*, letter: AccessLetter, to: LetterStatus, at: datetime.datetime) -> None:
    """End a locked letter for good. Raises LetterNotValid for one that has ended already."""
    if to not in TRANSITIONS.get(LetterStatus(letter.status), frozenset()):
        raise LetterNotValid(letter.pk)
    letter.status, letter.ended_at = to, at
    letter.save(update_fields=["status", "ended_at"])


def count_wrong_date(*, letter: AccessLetter, at: datetime.datetime) -> None:
    """Note that somebody had the code of a locked, usable letter but not the birth date; the fifth time ends it."""
    letter.wrong_dates += 1
    letter.save(update_fields=["wrong_dates"])
    if letter.wrong_dates >= MOST_WRONG_DATES:
        end_letter(letter=letter, to=LetterStatus.LOCKED, at=at)
