"""What people type, one hypothesis strategy per kind of question. Each gives the POST fields of a question "q"."""

import datetime
import string

from hypothesis import strategies as st
from stdnum import iban
from stdnum.iso7064 import mod_11_10

from applications.catalogue import kinds
from applications.catalogue.kinds.choices import countries
from applications.enums import Danger, HousingKind
from portal.ui.formats import format_amount

PEOPLE = {"applicant": "Miriam Sander", "c1": "Ella", "c2": "Finn"}
DIGITS = st.characters(categories=(), include_characters=string.digits)
WORDS = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cf", "Zl", "Zp", "Zs", "Cn", "Co"), include_characters=" -'"),
    max_size=60,
)


def _one(strategy):
    return strategy.map(lambda value: {"q": value})


def _iban(digits):
    check = 98 - int(f"{digits}131400") % 97
    return iban.format(f"DE{check:02d}{digits}")


def _tax_id(digits):
    """Ten digits of which one occurs twice, and the check digit."""
    body = "12345678901"[:9] + "1"
    body = body.translate(str.maketrans("0123456789", "".join(digits)))
    return body + mod_11_10.calc_check_digit(body) if not body.startswith("0") else "65929970489"


def _date(value):
    return {"q_0": str(value.day), "q_1": str(value.month), "q_2": str(value.year)}


STRATEGIES = {
    kinds.Amount: _one(st.decimals(0, 99_999_999, places=2).map(format_amount)),
    kinds.Choice: _one(st.sampled_from(HousingKind.values)),
    kinds.City: _one(WORDS),
    kinds.Country: _one(st.sampled_from(list(countries()))),
    kinds.Date: st.dates(min_value=datetime.date(1900, 1, 1), max_value=datetime.date(2199, 12, 31)).map(_date),
    kinds.Email: _one(st.from_regex(r"[a-z]{1,10}\.[a-z]{1,10}@[a-z]{2,10}\.(de|org)", fullmatch=True)),
    kinds.Iban: _one(st.text(DIGITS, min_size=18, max_size=18).map(_iban)),
    kinds.LongText: _one(st.lists(WORDS, max_size=4).map("\r\n".join)),
    kinds.Name: _one(WORDS),
    kinds.Number: _one(st.decimals(0, 99, places=1).map(lambda number: f"{number:f}".replace(".", ","))),
    kinds.PensionNumber: _one(st.sampled_from(["65 170839 J 003", "65170839J003", "65 170839 j 003"])),
    kinds.PersonReference: _one(st.sampled_from(list(PEOPLE))),
    kinds.Phone: _one(st.integers(2_000_000, 99_999_999).map(lambda number: f"030 {number}")),
    kinds.Postcode: _one(st.from_regex(r"[0-9]{5}", fullmatch=True)),
    kinds.Several: _one(st.lists(st.sampled_from(Danger.values), unique=True)),
    kinds.Street: _one(WORDS),
    kinds.TaxId: _one(st.permutations(list(string.digits)).map(_tax_id)),
    kinds.Text: _one(WORDS),
    kinds.Tick: _one(st.lists(st.sampled_from(Danger.values), unique=True)),
    kinds.YesNo: _one(st.sampled_from(["yes", "no"])),
}
