"""An answer to any question, as a draft stores it. What is typed is recognisable: no two answers share their words."""

import datetime
import itertools
import string

from stdnum.iso7064 import mod_11_10

from applications.catalogue import kinds
from applications.catalogue.fields import _pension_check_digit_fits
from applications.catalogue.kinds.people import PersonReference

DAY = datetime.date(2026, 11, 16)  # the day on which everybody walks
AGES = (0, 2, 5, 12, 14, 16, 17, 20, 22, 24, 30, 45, 66, 70)
COUNTRIES = ("DE", "DE", "UA", "SY", "PL", "XX")
NAMES = ("Łucja", "Đặng", "İbrahim", "Søren", "Zoë")
LEFT_OPEN = 0.05  # share of questions that nobody answers
WIPED = 0.3  # share of answers that are taken away, or made nothing, when they are changed
RECOGNISABLE = (
    kinds.Text,  # with names, streets and towns
    kinds.LongText,
    kinds.Amount,
    kinds.Email,
    kinds.Iban,
    kinds.Phone,
)


class Answering:
    """Gives answers. `pick` is a `random.Random`, hypothesis' own or one with a fixed seed."""

    def __init__(self, pick):
        self.pick = pick
        self.numbers = itertools.count(1001)
        self._decks = {}

    def answer(self, question, offered=(), *, deck=None):
        """A stored value; None where the question stays open. `offered` are the ids of people it may name.

        With a `deck`, the name of an attempt at a change, of many choices none comes twice before all have come, and a
        yes or no is never left open.
        """
        if isinstance(question, PersonReference):
            return self._persons(question, offered)
        if isinstance(question, kinds.Several):
            members = [member.value for member in question.only or tuple(question.options)]
            return question.store([value for value in members if self.pick.random() < 0.4])
        if isinstance(question, kinds.Choice) and deck is not None:
            return self._dealt(deck, question)
        if self.pick.random() < self._left_open(question, deck):
            return "0.00" if isinstance(question, kinds.Amount) and self.pick.random() < 0.5 else None
        made = next(MADE[kind] for kind in type(question).__mro__ if kind in MADE)
        return made(self, question, next(self.numbers))

    def new_id(self):
        """An id that the portal would never give."""
        return f"neu{next(self.numbers)}x"

    def _left_open(self, question, deck):
        if deck is None:
            return LEFT_OPEN
        return 0 if isinstance(question, kinds.YesNo) else WIPED

    def _dealt(self, deck, question):
        cards = self._decks.setdefault(deck, [])
        if not cards:
            cards += [member.value for member in question.members]
            self.pick.shuffle(cards)
        return cards.pop()

    def _persons(self, question, offered):
        offered = list(offered)
        if question.many:
            return [person for person in offered if self.pick.random() < 0.5]
        return [self.pick.choice(offered)] if offered else None

    def _date(self, question, number):
        if "birth" in question.key and "expected" not in question.key:
            return (DAY - datetime.timedelta(days=self.pick.choice(AGES) * 366 + number % 300)).isoformat()
        return (
            DAY + datetime.timedelta(days=self.pick.choice((-900, -400, -31, 0, 20, 120)) + number % 28)
        ).isoformat()

    def _number(self, question, _number):
        whole = self.pick.randint(0, min(question.largest, 99))
        return f"{whole}.5" if question.places and whole < question.largest and self.pick.random() < 0.5 else f"{whole}"


def _iban(number):
    digits = f"{number:018d}"
    return f"DE{98 - int(f'{digits}131400') % 97:02d}{digits}"


def _tax_id(number):
    """Ten digits of which one occurs twice, and the check digit."""
    digits = string.digits[number % 8 + 1 :] + string.digits[: number % 8 + 1]
    body = digits[:9] + digits[0]
    return body + mod_11_10.calc_check_digit(body)


def _pension_number(number):
    candidates = (f"65{number % 28 + 1:02d}0839J{number % 100:02d}{digit}" for digit in range(10))
    return next(filter(_pension_check_digit_fits, candidates))


MADE = {
    kinds.Amount: lambda _self, _question, number: f"{number}.{number % 97:02d}",
    kinds.Choice: lambda self, question, _number: self.pick.choice(question.members).value,
    kinds.Country: lambda self, _question, _number: self.pick.choice(COUNTRIES),
    kinds.Date: Answering._date,
    kinds.Email: lambda _self, _question, number: f"wort{number}@example.org",
    kinds.Iban: lambda _self, _question, number: _iban(number),
    kinds.LongText: lambda _self, _question, number: f"Wort{number} 🌧\nund mehr | <b>",
    kinds.Name: lambda self, _question, number: f"{self.pick.choice(NAMES)} Wort{number}",
    kinds.Number: Answering._number,
    kinds.PensionNumber: lambda _self, _question, number: _pension_number(number),
    kinds.Phone: lambda _self, _question, number: f"+4930{2_000_000 + number}",
    kinds.Postcode: lambda _self, _question, number: f"{10_000 + number}",
    kinds.TaxId: lambda _self, _question, number: _tax_id(number),
    kinds.Text: lambda _self, _question, number: f"Wort{number} & Söhne",
    kinds.YesNo: lambda self, _question, _number: self.pick.random() < 0.5,
}
