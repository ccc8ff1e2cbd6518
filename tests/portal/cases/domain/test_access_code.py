import datetime
import uuid

import pytest

from portal.cases.domain.access_code import (
    ALPHABET,
    birth_date_index,
    code_candidates,
    code_index,
    group_code,
    is_birth_date,
    new_code,
    normalise_code,
)


def test_new_codes_differ_and_have_no_sign_that_looks_like_another():
    codes = {new_code() for _ in range(200)}

    assert len(codes) == 200
    assert all(len(code) == 16 for code in codes)
    assert not set("".join(codes)) & set("01AEILOU")


@pytest.mark.parametrize("typed", ["7KQ4-92FD-XM3P-TRB8", "7kq4 92fd xm3p trb8", " 7KQ492FDXM3PTRB8\t"])
def test_code_is_read_in_every_spelling(typed):
    assert normalise_code(typed) == "7KQ492FDXM3PTRB8"


@pytest.mark.parametrize("typed", ["", "7KQ4-92FD-XM3P-TRB", "7KQ4-92FD-XM3P-TRB88", "7KQ4-92FD-XM3P-TRBO", "🙂" * 16])
def test_what_cannot_be_a_code_is_none(typed):
    assert normalise_code(typed) == ""


def test_code_is_printed_in_groups_of_four():
    assert group_code("7KQ492FDXM3PTRB8") == "7KQ4-92FD-XM3P-TRB8"


def test_index_of_a_code_is_found_again_and_does_not_show_it():
    index = code_index(ALPHABET[:16])

    assert code_candidates(ALPHABET[:16]) == [index]
    assert ALPHABET[:4] not in index


def test_birth_date_counts_for_its_letter_only():
    letter, other, day = uuid.uuid4(), uuid.uuid4(), datetime.date(1997, 1, 25)
    index = birth_date_index(letter, day)

    assert is_birth_date(letter, day, index)
    assert not is_birth_date(other, day, index)
    assert not is_birth_date(letter, datetime.date(1997, 1, 26), index)
