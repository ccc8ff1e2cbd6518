import pytest

from applications.claim.changes import Change, Told, changes_since, last_told, told_in
from applications.claim.model import BankAccount, Housing
from tests.factories.claims import build_claim

OLD, NEW = "DE12 9999 9999 0000 0001 01", "DE89 3704 0044 0532 0130 00"


def claim(iban=None, street=None, postcode="00115"):
    return build_claim(bank=BankAccount(iban=iban), housing=Housing(street=street, postcode=postcode))


def test_other_account_and_street_are_changes():
    earlier = told_in(claim(OLD, "Lindenweg 7"))

    assert changes_since(earlier, claim(NEW, "Lindenweg 7")) == (Change.BANK,)
    assert changes_since(earlier, claim(OLD, "Am Markt 1")) == (Change.ADDRESS,)
    assert changes_since(earlier, claim(NEW, "Am Markt 1")) == (Change.BANK, Change.ADDRESS)


def test_same_street_in_another_town_is_a_change():
    earlier = told_in(claim(street="Lindenweg 7"))

    assert changes_since(earlier, claim(street="Lindenweg 7", postcode="00123")) == (Change.ADDRESS,)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (claim(OLD), claim("de129999 99990000000101")),
        (claim(street="Goethestraße 7"), claim(street="Goethestr. 7")),
        (claim(street="Goethestrasse 7 a"), claim(street="goethestraße 7A")),
    ],
)
def test_another_spelling_is_no_change(before, after):
    assert changes_since(told_in(before), after) == ()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (claim(), claim(OLD, "Lindenweg 7")),
        (claim(OLD, "Lindenweg 7"), claim()),
        (claim(street="Lindenweg 7", postcode=None), claim(street="Am Markt 1")),
    ],
)
def test_what_only_one_side_says_is_no_change(before, after):
    assert changes_since(told_in(before), after) == ()


def test_last_word_counts_and_silence_takes_nothing_away():
    newest_first = [claim(street="Am Markt 1"), claim(NEW), claim(OLD, "Lindenweg 7")]

    assert last_told(newest_first) == told_in(claim(NEW, "Am Markt 1"))
    assert last_told([]) == Told()
