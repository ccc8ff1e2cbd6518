import datetime

from applications.catalogue.quick_application import FORM
from applications.claim.builders import build_claim
from applications.enums import HousingKind

RECEIVED = datetime.datetime(2026, 11, 30, 23, 30, tzinfo=datetime.UTC)
ANSWERS = {
    "urgent": {"dangers": ["violence"]},
    "you": {"first_name": "Łucja", "last_name": "İbrahim", "phone": "+4930123456", "email": "l@example.org"},
    "home": {"no_fixed_dwelling": True, "postcode": "00123", "city": "Musterstadt", "care_of": "bei Anna"},
    "quick": {"only_me": False, "others": "2 Kinder", "own_words": "Мені потрібна допомога 🙏"},
}


def claim():
    return build_claim(FORM, ANSWERS, received_at=RECEIVED)


def test_who_where_and_how_to_reach_them():
    made = claim()

    assert made.applicant.display_name == "Łucja İbrahim"
    assert (made.housing.kind, made.housing.postcode) == (HousingKind.NONE, "00123")
    assert (made.contact.phone, made.contact.care_of) == ("+4930123456", "bei Anna")


def test_danger_reaches_the_claim():
    assert (claim().urgency.violence, claim().urgency.housing_threat) == (True, False)


def test_for_whom_and_own_words_stay_as_they_were_written():
    quick = claim().quick

    assert (quick.only_me, quick.others, quick.own_words) == (False, "2 Kinder", "Мені потрібна допомога 🙏")


def test_day_in_germany_counts():
    assert (claim().application_date, claim().counts_from_first) == (datetime.date(2026, 12, 1), True)
