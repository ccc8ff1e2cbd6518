import pytest

from portal.cases.domain.invitation_code import (
    ALPHABET,
    code_candidates,
    code_index,
    email_index,
    group_code,
    is_email_of,
    new_code,
    new_token,
    normalise_code,
    plain_email,
    token_candidates,
    token_index,
)


def test_code_has_eight_signs_that_nobody_confuses():
    codes = [new_code() for _number in range(200)]
    assert {len(code) for code in codes} == {8}
    assert set("".join(codes)) <= set(ALPHABET)
    assert not set("01OIL") & set(ALPHABET)


def test_code_is_shown_in_two_groups():
    assert group_code("7KQ492FD") == "7KQ4-92FD"


@pytest.mark.parametrize("typed", ["7KQ4-92FD", "7kq492fd", " 7kq4 92fd ", "7KQ4–92FD"])
def test_code_is_read_in_any_spelling(typed):
    assert normalise_code(typed) == "7KQ492FD"


@pytest.mark.parametrize("typed", ["", "7KQ4-92F", "7KQ4-92FDD", "OKQ4-92FD"])
def test_what_cannot_be_a_code_is_none(typed):
    assert normalise_code(typed) == ""


def test_hashes_find_again_what_they_were_made_of_and_nothing_else():
    token, code = new_token(), new_code()
    assert token_index(token) in token_candidates(token)
    assert code_index(code) in code_candidates(code)
    assert code_index(code) not in token_candidates(code)
    assert token not in token_index(token)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Julia@Example.org", "julia@example.org"),
        (" julia@example.org ", "julia@example.org"),
        ("julia@müller.example", "julia@xn--mller-kva.example"),
        ("JULIA@MÜLLER.example", "julia@xn--mller-kva.example"),
        ("jo\u0308rg@example.org", "jörg@example.org"),
    ],
)
def test_one_address_in_two_spellings_is_the_same(one, other):
    assert is_email_of(one, email_index(other))


def test_other_address_is_not_the_same():
    assert not is_email_of("julia@example.org", email_index("julia@example.com"))


def test_no_address_has_no_hash():
    assert email_index("  ") == ""


def test_host_that_cannot_be_is_left_as_typed():
    assert plain_email("a@x..example") == "a@x..example"
