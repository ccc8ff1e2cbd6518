import math

import pytest

from portal.cases.domain.guest_code import (
    ALPHABET,
    LENGTH,
    code_candidates,
    code_index,
    group_code,
    new_code,
    normalise_code,
)

CODE = "7KQ492FDXM3PTR82GH"


def test_code_is_too_long_to_guess():
    assert math.log2(len(ALPHABET)) * LENGTH > 80
    assert len({new_code() for _ in range(100)}) == 100


def test_code_has_no_sign_that_looks_like_another():
    assert set(ALPHABET).isdisjoint("OILZSBUAE")


@pytest.mark.parametrize(
    "typed", ["7KQ-492-FDX-M3P-TR8-2GH", "7kq 492 fdx m3p tr8 2gh", " 7KQ492FDXM3PTR82GH ", "7KQ–49Z–FDX–M3P–TRB–2GH"]
)
def test_code_is_understood_as_people_type_it(typed):
    assert normalise_code(typed) == CODE


@pytest.mark.parametrize("typed", ["", CODE[:-1], CODE + "1", CODE[:-1] + "A", "ÄÖÜ" * 6, "٣" * 18])
def test_what_cannot_be_a_code_is_none(typed):
    assert normalise_code(typed) == ""


def test_code_is_written_in_groups_of_three():
    assert group_code(CODE) == "7KQ-492-FDX-M3P-TR8-2GH"
    assert group_code(CODE[12:]) == "TR8-2GH"


def test_code_is_found_again_by_its_keyed_hash():
    assert code_index(CODE) in code_candidates(CODE)
    assert code_index(CODE) not in code_candidates(CODE[::-1])
